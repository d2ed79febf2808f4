"""Generic lines: enough of them, for every register, and never the same twice."""

import re
from collections.abc import Mapping
from itertools import pairwise

import pytest

from simulator import answers
from simulator.wording import generic, has_generic, wordings
from tests.calls import FACTS, a_case, say

LEAST = 4
REGISTERS = ("indonesian", "mixed", "ambonese")
KINDS = [kind for kind in wordings() if kind not in {"topics", "silence"}]


def lists(found):
    """Every list of texts below an entry."""
    if isinstance(found, Mapping):
        return [each for below in found.values() for each in lists(below)]
    return [found] if isinstance(found, list) else []


@pytest.mark.parametrize("kind", KINDS)
def test_there_are_enough_ways_to_say_it(kind):
    for texts in lists(wordings()[kind]):
        assert len(set(texts)) == len(texts) >= LEAST


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize("distress", [1, 3, 5])
def test_every_register_and_mood_has_words(talk, kind, register, distress):
    call = talk(a_case(caller={"register": register, "distress": distress}))

    said = generic(call.live.state, kind, "answer", right="Ongkoliong", topic="alamat")

    assert said.text
    assert not re.search(r"[{}]", said.text)
    assert said.facts == ()


def test_what_has_no_fact_has_a_generic_answer():
    assert all(has_generic(kind) for kind in answers.WITHOUT_FACT.values())


@pytest.mark.parametrize("said", ["??", "ask_callback", "acknowledge", "ask_when"])
def test_no_line_is_said_twice_running(talk, said):
    call = talk(a_case()).opened()

    texts = [line.text for _ in range(8) for line in call.say(said)]

    assert all(before != after for before, after in pairwise(texts))


def test_a_line_not_said_yet_comes_before_one_that_was(talk):
    wordings_ = [f"Satu {n}." for n in range(4)]
    facts = (*FACTS[:3], *[one for one in FACTS[3:] if one.id != "trapped"])
    trapped = next(one for one in FACTS if one.id == "trapped")
    from dataclasses import replace

    case = a_case(facts=(*facts, replace(trapped, say=say(*wordings_))))
    call = talk(case).opened()

    texts = {
        re.search(r"Satu \d", call.say("ask_trapped")[0].text)[0] for _ in range(4)
    }

    assert len(texts) == 4


def test_the_caller_calls_the_call_taker_what_the_case_says(talk):
    call = talk(a_case(caller={"addresses_taker": "Kaka", "distress": 1})).opened()

    said = " ".join(line.text for _ in range(6) for line in call.say("??"))

    assert "Kaka" in said
    assert "Pak" not in said
