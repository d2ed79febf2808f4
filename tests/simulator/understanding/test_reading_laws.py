import json
import subprocess
import sys
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenarios.vocabulary import Concept, CourtesyLabel, DialogueAct
from simulator.understanding.corpus import load_corpus
from simulator.understanding.dialogue import load_open
from simulator.understanding.explain import explain

LINES = [line.text for kind in ("acts", "courtesy") for line in load_corpus(kind)]
once_for_all = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
said = st.one_of(
    st.sampled_from(LINES),
    st.lists(st.sampled_from(LINES), min_size=2, max_size=3).map(" ".join),
    st.text(max_size=80),
)


@once_for_all
@given(text=said)
def test_every_span_quotes_words_of_the_text(reader, text):
    reading = reader.read(text)

    for found in (*reading.acts, *reading.courtesy, *reading.values):
        start, end = found.span
        assert 0 <= start <= end <= len(text)
        assert text[start:end].strip() == text[start:end]
        assert any(c.isalnum() for c in text[start:end])


@pytest.mark.parametrize("text", [":!!", "!!", "... !!!"])
def test_marks_without_a_word_are_no_shout(reader, text):
    assert reader.read(text).courtesy == ()


@once_for_all
@given(text=said)
def test_what_is_given_is_at_least_half_sure(reader, text):
    reading = reader.read(text)

    assert all(found.confidence >= 0.5 for found in (*reading.acts, *reading.courtesy))


@once_for_all
@given(text=said)
def test_open_facts_only_tip_the_scales(reader, text):
    everything_open = sorted(load_open())
    plain = reader.read(text).act_names

    tipped = reader.read(text, open_facts=everything_open)

    assert all(
        found.confidence >= 0.44 for found in tipped.acts if found.act not in plain
    )


def test_open_facts_add_nothing_to_a_greeting(reader):
    found = reader.read(
        "112 Ambon, selamat pagi, saya Heri.", open_facts=sorted(load_open())
    )

    assert found.act_names == {"open_greet"}


@once_for_all
@given(text=said)
def test_labels_are_those_of_the_vocabulary(reader, text):
    reading = reader.read(text)

    assert {a.act for a in reading.acts} <= set(DialogueAct)
    assert {c.label for c in reading.courtesy} <= set(CourtesyLabel)
    assert {x for a in reading.acts for x in a.about} <= set(Concept)
    assert all(0 <= a.confidence <= 1 for a in reading.acts)
    assert reading.abstained == (not reading.act_names - {"other"})


@once_for_all
@given(text=said)
def test_the_same_words_are_always_read_the_same(reader, text):
    assert reader.read(text) == reader.read(text)


@once_for_all
@given(text=st.sampled_from(LINES))
def test_every_label_can_be_explained_with_the_words_it_rests_on(reader, text):
    understood = reader.understand(text)

    reasons = explain(understood)

    given = [*understood.acts, *understood.courtesy]
    assert len(reasons) == len(given)
    for reason in reasons:
        assert reason["quote"] == text[slice(*reason["span"])]
        assert reason["because"] in {"rule", "model", "line before"}
        assert bool(reason["features"]) == (reason["because"] == "model")


def test_a_line_is_read_in_about_a_millisecond(reader):
    for text in LINES[:300]:
        reader.read(text)
    times = []
    for text in LINES[:300]:
        began = time.process_time()
        reader.read(text)
        times.append(time.process_time() - began)

    assert sorted(times)[int(0.95 * len(times))] < 0.004


def test_serving_needs_no_scikit_learn(reader, models_folder):
    code = (
        "import sys; from pathlib import Path;"
        "from scenarios.region import load_region;"
        "from simulator.understanding import Reader;"
        f"r = Reader.load(load_region(), cache_dir=Path({str(models_folder)!r}));"
        "r.read('Di mana?'); print('sklearn' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)

    assert done.stdout.strip() == "False", done.stderr


def test_a_reading_is_json_as_the_contract_says(reader):
    shown = json.loads(json.dumps(reader.read("Di mana lokasinya, Pak?").to_json()))

    assert set(shown) == {"text", "acts", "courtesy", "values", "abstained", "model"}
    assert shown["acts"][0]["act"] == "ask_location"
    assert shown["acts"][0]["span"] == [0, 17]


@pytest.mark.parametrize("text", ["Masih napas?", "Baik Bu."])
def test_the_reader_names_its_version(reader, text):
    assert reader.read(text).model == reader.version
