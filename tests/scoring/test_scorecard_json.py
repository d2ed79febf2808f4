"""The scorecard as JSON: a contract with other programs, written and read back."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from recordings import CallRecord, deterministic_salt
from recordings.call_record import ERASED
from scoring import Scorecard, load_rubric, score
from scoring.axes import AXES
from tests.scoring.calls import CASE, MARDIKA, PRANK, ACall
from tools.golden_scorecard import without_words

DOCS = Path(__file__).parents[2] / "docs"
RUBRIC = load_rubric("dasar-112")


def a_fire():
    """A call with something in every part of a scorecard."""
    return (
        ACall()
        .answered(12.0)
        .caller(13.0, "Tolong! Mardika!", "area", distress=4)
        .taker(16.0, "Bu, di mana?", "ask_location", courtesy=["honorific_address"])
        .taker(20.0, "Mardika?", "confirm_location", values=[("place", MARDIKA)])
        .ticket(22.0, "location.place", MARDIKA)
        .taker(24.0, "Bodoh.", courtesy=["profanity"])
        .unclear(27.0)
        .dispatch(30.0, "damkar", "perkim", priority=2)
        .taker(33.0, "Jangan masuk.", "instruct_evacuate/do_not_enter")
        .closed(60.0)
        .record()
        .sealed_with(deterministic_salt(7))
    )


CALLS = {
    "a fire": (CASE, a_fire()),
    "never answered": (CASE, ACall().record()),
    "a prank": (PRANK, ACall(PRANK, mode="exam").answered(2.0).closed(9.0).record()),
    "erased": (CASE, without_words(a_fire())),
}
each_call = pytest.mark.parametrize(("case", "record"), CALLS.values(), ids=CALLS)


def kept(form):
    """As a file or a database gives it back."""
    return json.loads(json.dumps(form))


@each_call
@pytest.mark.parametrize("language", ["id", "en"])
def test_it_is_read_back_as_it_was(case, record, language):
    card = score(case, record, RUBRIC)

    form = card.to_json(language)

    assert kept(form) == form
    assert Scorecard.from_json(kept(form), record) == card


@each_call
def test_a_second_writing_is_the_first(case, record):
    form = score(case, record, RUBRIC).to_json()

    assert Scorecard.from_json(kept(form), record).to_json() == form


def test_languages_differ_in_sentences_alone():
    case, record = CALLS["a fire"]
    card = score(case, record, RUBRIC)

    indonesian, english = card.to_json("id"), card.to_json("en")

    for form in (indonesian, english):
        for finding in form["findings"]:
            assert finding.pop("because")
    assert indonesian == english


def test_keys_of_a_later_version_are_no_trouble_to_a_reader():
    case, record = CALLS["a fire"]
    form = score(case, record, RUBRIC).to_json()
    later = form | {"exercise": "LATIHAN"}
    later["findings"] = [row | {"more": 1} for row in form["findings"]]

    assert Scorecard.from_json(later, record).to_json() == form


# --- what was erased ------------------------------------------------------------------


def quotes_of(form):
    axes = [item for axis in form["axes_because"].values() for item in axis["items"]]
    return [quote for row in (*form["findings"], *axes) for quote in row["quotes"]]


def test_words_erased_from_the_call_are_gone_from_its_scorecard():
    case, record = CALLS["a fire"]
    form = kept(score(case, record, RUBRIC).to_json())

    again = Scorecard.from_json(form, without_words(record)).to_json()

    assert "Bodoh." in {quote["text"] for quote in quotes_of(form)}
    assert ERASED in {quote["text"] for quote in quotes_of(again)}
    assert "Bodoh." not in json.dumps(again)
    assert [row["points"] for row in again["findings"]] == [
        row["points"] for row in form["findings"]
    ]


def test_a_quote_is_found_where_it_says_it_stands():
    case, record = CALLS["a fire"]

    for quote in quotes_of(score(case, record, RUBRIC).to_json()):
        assert record.quote(quote["seq"], tuple(quote["span"])).text == quote["text"]


@pytest.mark.parametrize(
    ("record", "wrong"),
    [
        (ACall().answered(2.0).record(), LookupError),
        (CallRecord(a_fire().events[:3] * 9), ValueError),
    ],
)
def test_a_scorecard_of_another_call_is_refused(record, wrong):
    form = score(*CALLS["a fire"], RUBRIC).to_json()

    with pytest.raises(wrong):
        Scorecard.from_json(form, record)


# --- the form itself ------------------------------------------------------------------

NULL = type(None)
FORM = {
    "rubric": str,
    "points": int,
    "out_of": int,
    "percent": (float, NULL),
    "passed": (bool, NULL),
    "critical": list,
    "areas": dict,
    "axes": dict,
    "findings": list,
    "summary": dict,
    "capture": list,
    "instructions": list,
    "axes_because": dict,
    "pass_percent": int,
    "rubric_digest": str,
    "confirmed": bool,
    "scenario": str,
    "seed": int,
    "region": str,
    "mode": str,
    "forked": bool,
    "record_hash": (str, NULL),
    "reader": (str, NULL),
    "scorer": str,
}
FINDING = {
    "criterion": str,
    "title": str,
    "area": str,
    "outcome": str,
    "points": (int, NULL),
    "out_of": int,
    "critical": bool,
    "confirm": bool,
    "reason": str,
    "because": str,
    "better": (str, NULL),
    "params": dict,
    "quotes": list,
}
FACT = {
    "fact": str,
    "label": str,
    "value": (str, NULL),
    "needed": bool,
    "asked": (int, NULL),
    "told": (int, NULL),
    "heard": (int, NULL),
    "question": (str, NULL),
}
INSTRUCTION = {
    "instruction": str,
    "label": str,
    "critical": bool,
    "approved": bool,
    "told": str,
    "said": (int, NULL),
}


def must_be(row, form):
    assert list(row) == list(form)
    for name, kind in form.items():
        assert isinstance(row[name], kind), name
        if kind is int:
            assert not isinstance(row[name], bool), name


@each_call
def test_keys_and_types_stay_what_they_are(case, record):
    form = score(case, record, RUBRIC).to_json()

    must_be(form, FORM)
    for rows, row_form in (
        (form["findings"], FINDING),
        (form["capture"], FACT),
        (form["instructions"], INSTRUCTION),
        (form["areas"].values(), {"points": int, "out_of": int, "title": str}),
        (quotes_of(form), {"seq": int, "span": list, "text": str}),
        ([form["axes"]], dict.fromkeys(AXES, (float, NULL))),
        (
            [form["summary"]],
            {"decided": (str, NULL), "good": list, "mend": list},
        ),
        (form["axes_because"].values(), {"capped_by": (str, NULL), "items": list}),
    ):
        for row in rows:
            must_be(row, row_form)


def table_under(page, heading, head="| key | meaning |"):
    """Keys named in the first table with these heads after a heading."""
    text = (DOCS / page).read_text(encoding="utf-8").partition(f"\n{heading}\n")[2]
    rows = text.partition(head)[2].partition("\n\n")[0]
    return [
        key
        for row in re.findall(r"^\| (`.*?) \|", rows, re.M)
        for key in re.findall(r"`(\w+)`", row)
    ]


def test_the_pages_name_every_key():
    contract = table_under("interchange.md", "## 4. Scorecard")
    further = table_under("rubric-format.md", "## What else stands in a scorecard")

    assert [*contract, *further] == [*FORM, "adjustments"]


def test_the_pages_name_every_key_of_a_finding():
    page = (DOCS / "interchange.md").read_text(encoding="utf-8")
    [row] = re.findall(r"^\| `findings` \| `\[(.*)\]` \|$", page, re.M)
    heading = "An area also has its `title`. A finding also has:"
    further = table_under("rubric-format.md", heading)

    named = re.findall(r'"(\w+)"', row.partition('[{"seq"')[0])

    assert {*named, *further} == set(FINDING)
    assert re.findall(r'"(\w+)"', row.partition('"quotes": ')[2]) == [
        "seq",
        "span",
        "text",
    ]


# --- what a total says ----------------------------------------------------------------


def test_where_nothing_applies_there_is_no_percentage_and_no_pass():
    card = replace(score(*CALLS["a fire"], RUBRIC), findings=())

    form = card.to_json()

    assert (form["points"], form["out_of"], form["percent"]) == (0, 0, None)
    assert form["passed"] is False
    assert form["summary"] == {"decided": None, "good": [], "mend": []}


@each_call
def test_the_areas_are_parts_of_the_total(case, record):
    form = score(case, record, RUBRIC).to_json()

    for name in ("points", "out_of"):
        assert sum(area[name] for area in form["areas"].values()) == form[name]
    assert list(form["areas"]) == list(RUBRIC.areas)


def test_a_finding_without_its_criterion_cannot_be_asked_for():
    card = score(*CALLS["a fire"], RUBRIC)

    assert card.finding("greeting").criterion == "greeting"
    with pytest.raises(KeyError):
        card.finding("lain")
