"""Only what was really asked is answered, and «Lalu?» is no question at all."""

import pytest

from recordings.events import ActFound
from simulator.asides import without_asides
from simulator.clues import is_nudge
from simulator.understanding.reading import Reading


def reading(text, *acts):
    """A reading whose acts are (act, words they rest on, confidence)."""
    found = []
    for act, words, confidence in acts:
        at = text.index(words)
        found.append(
            ActFound(act=act, confidence=confidence, span=(at, at + len(words)))
        )
    return Reading(text, tuple(found), (), (), False, "uji")


def acts(heard):
    return [act.act for act in without_asides(heard).acts]


def test_a_condition_in_an_order_asks_nothing():
    heard = reading(
        "Jangan dipindahkan, kecuali ada bahaya di situ.",
        ("instruct_do_not_move", "Jangan dipindahkan", 1.0),
        ("ask_safe", "ada bahaya di situ", 0.9),
    )

    assert acts(heard) == ["instruct_do_not_move"]


def test_a_question_after_an_order_is_one():
    heard = reading(
        "Jangan masuk! Lantai berapa?",
        ("instruct_evacuate", "Jangan masuk", 1.0),
        ("ask_trapped", "Lantai berapa", 0.9),
    )

    assert acts(heard) == ["instruct_evacuate", "ask_trapped"]


@pytest.mark.parametrize(
    "text", ["Jangan masuk. Lantai berapa.", "Jangan masuk lantai"]
)
def test_a_question_word_or_no_full_stop_at_all_is_enough(text):
    heard = reading(
        text,
        ("instruct_evacuate", "Jangan masuk", 1.0),
        ("ask_trapped", text[-6:-1], 0.9),
    )

    assert "ask_trapped" in acts(heard)


def test_without_an_order_beside_it_a_question_needs_no_mark():
    heard = reading("Ada gas.", ("ask_hazard", "Ada gas", 0.9))

    assert acts(heard) == ["ask_hazard"]


@pytest.mark.parametrize(
    ("confidence", "kept"), [(0.39, False), (0.4, True), (0.9, True)]
)
def test_a_faint_question_beside_a_sure_one_is_not_heard(confidence, kept):
    heard = reading(
        "Apa dia sadar, bisa dibangunkan?",
        ("ask_conscious", "Apa dia sadar", 0.97),
        ("ask_landmark", "bisa", confidence),
    )

    assert ("ask_landmark" in acts(heard)) is kept


def test_a_faint_question_alone_is_heard():
    heard = reading("Patokan?", ("ask_landmark", "Patokan", 0.3))

    assert acts(heard) == ["ask_landmark"]


@pytest.mark.parametrize(
    ("text", "nudges"),
    [
        ("Lalu?", True),
        ("Baik, lanjut.", True),
        ("Terus, Pak?", True),
        ("Silakan, Bu.", True),
        ("Pak?", False),
        ("Lalu apa yang terbakar?", False),
        ("Terus tekan dadanya", False),
        ("", False),
    ],
)
def test_a_nudge_is_a_few_words_that_ask_for_nothing(text, nudges):
    assert is_nudge(reading(text)) is nudges
