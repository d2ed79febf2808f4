"""Every reason has its sentence in both languages, and every sentence its reason."""

import ast
import re
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest

import scoring
from recordings import deterministic_salt
from scenarios.case import MustTell
from scenarios.vocabulary import Sound
from scoring.conditions import CONDITIONS
from scoring.criteria import KINDS
from scoring.criteria.courtesy import CourtesyMarkers, NoViolations
from scoring.criteria.empathy import EmpathyAnswered
from scoring.criteria.information import FactsAsked, NumberObtained
from scoring.criteria.instructions import ClaimsTrue, Told
from scoring.criteria.place import PlaceVerified
from scoring.criteria.probing import ProbedBeforeClosing
from scoring.criteria.record import (
    COMPARED,
    LEFT_ALONE,
    ClosedProperly,
    DispositionRight,
    TicketMatches,
)
from scoring.criteria.routing import AgenciesRight, PriorityRight
from scoring.criteria.sending import DispatchedWithin, LocatedWithin
from scoring.criteria.speech import SaidWithin
from scoring.criteria.speed import AnsweredWithin, AskedWithin
from scoring.criterion import Criterion
from scoring.evidence import gather
from scoring.finding import Finding, Outcome
from scoring.names import names_for
from scoring.reasons import LANGUAGES, placeholders, seconds, sentence, sentences
from tests.scoring.calls import (
    CASE,
    FAR,
    MARDIKA,
    NEXT_DOOR,
    NUMBER,
    PRANK,
    ACall,
    a_case,
)
from tools.golden_scorecard import without_words

# --- calls in which everything happens that there is a sentence for -------------------


def call(case=CASE, **more):
    return ACall(case, **more).answered(3.0)


def must(act, *about, **more):
    return MustTell(
        id=act, label=act.replace("_", " "), acts=(act,), about=about, **more
    )


def needing(*musts):
    return a_case(must_tell=musts)


STAY_OUT = must("instruct_evacuate", "do_not_enter", "crawl")
CPR = must("instruct_cpr_start", "position", "depth", approved=True)
BURN = must("instruct_cool_burn")
AIRWAY = must("instruct_airway", approved=True)
SILENT = a_case(caller={"speaks": "tones"})
UNKNOWN = a_case(truth={"place": None, "callback_number": None, "persons": None})
QUIET = a_case(truth={"agencies_required": ()}, must_ask=(), must_tell=())
MOURNING = needing(must("empathise"))
IN = "Jangan masuk lagi."
HELP = "Bantuan saya teruskan."
SCREAM = {"distress": 5}

CALLS = {
    "never answered": ACall(),
    "answered, and nothing else": call(),
    "place told in time": call()
    .caller(9.0, "Mardika", "area")
    .dispatch(20.0, "damkar", priority=1),
    "place asked for, told late": call()
    .taker(8.0, "Di mana?", "ask_location")
    .dispatch(20.0, "perkim", priority=3)
    .caller(100.0, "Mardika", "area"),
    "place asked for, never told": call()
    .taker(8.0, "Di mana?", "ask_location")
    .dispatch(9.0, "bpbd", "damkar"),
    "place asked for late": call().taker(90.0, "Di mana?", "ask_location"),
    "right place": call()
    .ticket(6.0, "location.place", MARDIKA)
    .taker(8.0, "Mardika?", "confirm_location", values=[("place", MARDIKA)]),
    "next door": call()
    .ticket(6.0, "location.place", NEXT_DOOR)
    .taker(8.0, "Rijali?", "confirm_location", values=[("place", NEXT_DOOR)]),
    "far away": call()
    .ticket(6.0, "location.place", FAR)
    .taker(8.0, "Nusaniwe?", "confirm_location", values=[("place", FAR)]),
    "nowhere": call().taker(8.0, "Di situ?", "confirm_location"),
    "unclear words": call().unclear(8.0),
    "number asked": call().taker(8.0, "Nomornya?", "ask_callback"),
    "number said back": call().taker(
        8.0, "Akhirnya 452?", "verify_readback", values=[("phone", "452")]
    ),
    "number told": call().caller(8.0, "0810...", "number"),
    "number written": call().ticket(8.0, "callback_number", NUMBER),
    "facts told": call().caller(8.0, "Ada satu.", "trapped", "floor", "fuel"),
    "nothing needed": call(QUIET).closed(9.0),
    "nothing known": call(UNKNOWN).closed(9.0, "ghost"),
    "prank, danger asked": call(PRANK)
    .taker(8.0, "Aman?", "ask_safe")
    .closed(9.0, "prank"),
    "prank, warned": call(PRANK)
    .taker(8.0, "Jangan main.", "warn_prank")
    .closed(9.0, "emergency"),
    "silence, danger asked and checked": call(SILENT)
    .taker(8.0, "Aman?", "ask_safe")
    .taker(12.0, "Halo?", "check_silent")
    .taker(14.0, "Halo?", "check_silent"),
    "silence, checked": call(SILENT)
    .taker(12.0, "Halo?", "check_silent")
    .taker(14.0, "Halo?", "check_silent"),
    "silence, danger asked": call(SILENT).taker(8.0, "Aman?", "ask_safe"),
    "silence, left": call(SILENT).taker(8.0, "Sudah.", "close_call"),
    "told all": call(needing(CPR))
    .taker(8.0, "Pijat dada.", "instruct_cpr_start/position|depth"),
    "told all, a draft": call(needing(BURN)).taker(8.0, "Siram.", "instruct_cool_burn"),
    "told half": call(needing(CPR)).taker(8.0, "Dada.", "instruct_cpr_start/position"),
    "told half, a draft": call().taker(8.0, IN, "instruct_evacuate"),
    "told half, and half of them": call(needing(CPR, AIRWAY))
    .taker(8.0, "Dada.", "instruct_cpr_start/position"),
    "told half of drafts": call(needing(STAY_OUT, BURN))
    .taker(8.0, IN, "instruct_evacuate"),
    "told nothing": call(needing(CPR)),
    "draft in an exam": call(mode="exam"),
    "true claim": call().dispatch(9.0, "damkar").taker(12.0, HELP, "inform_dispatch"),
    "false claims": call()
    .taker(10.0, HELP, "inform_dispatch")
    .closed(60.0, "abandoned"),
    "claim of the way": call().taker(9.0, HELP, "inform_dispatch/on_its_way"),
    "claim of minutes": call().taker(9.0, HELP, "inform_eta"),
    "claim to stay": call().taker(9.0, HELP, "stay_on_line/stay_promised").closed(20.0),
    "claim to ring": call().taker(9.0, HELP, "reassure/callback_promised").closed(20.0),
    "greeted": call().taker(5.0, "Salam.", "open_greet"),
    "danger shouted first": call().caller(4.0, "Api!", **SCREAM).taker(9.0, "Ya."),
    "polite": call()
    .taker(5.0, "Mohon, Pak?", "ask_nature", courtesy=["honorific_address"])
    .hold(8.0, 12.0),
    "wrong address": call()
    .taker(5.0, "Ibu?", courtesy=["honorific_address"])
    .taker(9.0, "Bu?", courtesy=["honorific_address"]),
    "insult after a greeting": call()
    .taker(5.0, "Salam.", "open_greet")
    .taker(9.0, "Bodoh.", courtesy=["profanity"]),
    "distress answered": call()
    .caller(5.0, "Tolong!", **SCREAM)
    .taker(8.0, "Saya dengar.", "empathise")
    .taker(9.0, "Ada siapa?", "ask_trapped"),
    "distress passed over": call()
    .caller(5.0, "Tolong!", **SCREAM)
    .taker(8.0, "Lalu?", "ask_trapped"),
    "distress left alone": call().caller(5.0, "Tolong!", **SCREAM),
    "death answered": call(MOURNING)
    .caller(5.0, "Oma su seng ada.")
    .taker(8.0, "Turut berduka.", "empathise", courtesy=["emotional_reaction"]),
    "death passed over": call(MOURNING)
    .caller(5.0, "Oma su seng ada.")
    .taker(8.0, "Alamatnya?", "ask_location"),
    "priority in the ticket": call().ticket(5.0, "priority", "3"),
    "too fast": call(a_case(truth={"priority": 3})).dispatch(9.0, "damkar"),
    "parted": call().taker(8.0, "Terima kasih.", "thank").closed(9.0),
    "gave up": call().hung_up(20.0, "gave_up"),
    "offended": call().hung_up(20.0, "offended"),
    "cut short": call().hung_up(20.0, "situation"),
}  # fmt: skip


ERASED = (
    call()
    .taker(8.0, "Mardika?", "confirm_location", values=[("place", MARDIKA)])
    .ticket(9.0, "caller_name", "Heri")
)

GREETED = SaidWithin(acts=("open_greet",), waived_from_distress=4)
LOOKS = [
    AnsweredWithin(),
    AskedWithin(acts=("ask_location",)),
    LocatedWithin(),
    DispatchedWithin(),
    PlaceVerified(),
    NumberObtained(),
    FactsAsked(),
    ProbedBeforeClosing(),
    AgenciesRight(look_for="missing"),
    AgenciesRight(look_for="surplus"),
    PriorityRight(),
    Told(which="ordinary", count_drafts=True),
    Told(which="critical"),
    ClaimsTrue(),
    GREETED,
    *(
        CourtesyMarkers(at=at, labels=("honorific_address",), address_fits=True)
        for at in ("call", "phases", "requests", "holds")
    ),
    NoViolations(),
    EmpathyAnswered(),
    *(TicketMatches(field=field) for field in COMPARED),
    DispositionRight(look_for="status"),
    DispositionRight(look_for="dismissed"),
    ClosedProperly(),
]


def criterion(kind, **more):
    return Criterion(id="x", title="X", area="a", points=4, kind=kind, **more)


def findings():
    """What every look at every call finds, and every condition that does not hold."""
    seen = [one.seen() for one in CALLS.values()]
    seen.append(
        gather(CASE, without_words(ERASED.record().sealed_with(deterministic_salt(1))))
    )
    for each in seen:
        yield from (criterion(kind).finding(each) for kind in LOOKS)
        yield criterion(GREETED, withheld_from="fatal").finding(each)
        for condition in CONDITIONS:
            yield criterion(PriorityRight(), when=(condition,)).finding(each)


CORRECTED = Finding(
    criterion="x",
    title="X",
    area="a",
    outcome=Outcome.MET,
    points=4,
    out_of=4,
    critical=False,
    confirm=False,
    reason="adjusted",
    params={"author": "Frets", "why": "Terdengar jelas di rekaman."},
)
"""As `scoring.adjusted` makes it; test_adjusted.py holds it to that."""


@cache
def by_reason():
    found = {}
    for finding in [*findings(), CORRECTED]:
        found.setdefault(finding.reason, []).append(finding)
    return found


def said(code, language):
    """Every sentence that the calls above give for a reason."""
    names = names_for("ambon", language)
    return {sentence(finding, names, language) for finding in by_reason()[code]}


# --- the laws -------------------------------------------------------------------------


def test_every_reason_has_a_sentence_and_every_sentence_a_call_that_gives_it():
    assert set(sentences()) == set(by_reason())


@pytest.mark.parametrize("code", sorted(sentences()))
def test_a_sentence_is_whole_with_what_the_finding_gives(code):
    for words in (words for language in LANGUAGES for words in said(code, language)):
        assert re.fullmatch(r"[A-Z0-9].*[.)]", words), words
        assert not re.search(r"[{}]|  |\b\w+_\w+\b|None", words), words


@pytest.mark.parametrize("code", sorted(sentences()))
def test_both_languages_say_the_same_things(code):
    by_language = sentences()[code]

    assert set(by_language) == set(LANGUAGES)
    assert len({placeholders(words) for words in by_language.values()}) == 1
    assert by_language["id"] != by_language["en"]


def test_every_condition_of_a_rubric_has_its_reason():
    codes = {code for code in sentences() if code.startswith("na_")}

    assert codes == {f"na_{condition}" for condition in CONDITIONS}


def codes_in_the_source():
    """Whatever looks like a reason in the code that judges."""
    root = Path(scoring.__file__).parent
    for path in [*root.glob("criteria/*.py"), root / "criterion.py"]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and re.fullmatch(r"[a-z]+(_[a-z]+)+", text):
                yield text


def test_no_reason_in_the_source_lacks_its_sentence():
    mentioned = {
        name for one in sentences().values() for name in placeholders(one["id"])
    }
    parameters = {one.name for kind in KINDS.values() for one in fields(kind)}
    others = {*KINDS, *mentioned, *parameters, *Sound, *LEFT_ALONE}

    assert set(codes_in_the_source()) - others <= set(sentences())


@pytest.mark.parametrize(
    ("ms", "indonesian", "english"),
    [
        (0, "0 dtk", "0 s"),
        (30_000, "30 dtk", "30 s"),
        (30_001, "30,1 dtk", "30.1 s"),
        (30_100, "30,1 dtk", "30.1 s"),
    ],
)
def test_seconds_are_never_fewer_than_they_were(ms, indonesian, english):
    assert (seconds(ms, "id"), seconds(ms, "en")) == (indonesian, english)


def test_agencies_places_and_labels_are_called_by_their_names():
    case = a_case(truth={"place": "81.71.02.1011"})
    call = ACall(case).answered(3.0).ticket(6.0, "location.place", "81.71.02.2003")

    finding = criterion(TicketMatches(field="location.place")).finding(call.seen())

    assert sentence(finding, names_for("ambon", "id"), "id") == (
        "Tertulis «Batu Merah»; yang benar «Rijali»."
    )
    assert any("Damkar" in words for words in said("agencies_missing", "id"))
    assert said("wrong_address", "en") == {
        "The caller was repeatedly addressed wrongly; right would be Bapak."
    }
