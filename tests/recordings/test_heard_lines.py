"""What of a caller's line is heard when the call-taker breaks in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recordings.events import CallClosed, CallHeld
from recordings.heard import heard_facts, heard_lines
from tests.recordings.event_strategies import few
from tests.recordings.phone_call import PhoneCall

TEXT = "satu dua tiga empat lima"
FACTS = ("a", "b", "c")


def line_cut(began, ended, *, means="recognised"):
    """A line from second 4 to 10 with three facts, and an utterance after it."""
    call = PhoneCall().caller(4, 10, TEXT, facts=FACTS)
    return call.taker(began, ended, means=means).record()


def test_a_line_nobody_breaks_into_is_heard_whole():
    [heard] = heard_lines(PhoneCall().caller(4, 10, TEXT, facts=FACTS).record())

    assert (heard.cut_at_ms, heard.cut_by, heard.ended_ms) == (None, None, 10_000)
    assert (heard.facts, heard.said) == (FACTS, TEXT)


@pytest.mark.parametrize(
    ("means", "began", "ended", "cut_at_ms"),
    [
        ("recognised", 7, 12, 7_000),
        ("tapped", 7, 8, 7_000),
        ("typed", 7, 12, None),  # only the sending counts, and it came after the line
        ("typed", 5, 8, 8_000),
        ("recognised", 10, 12, None),  # the very end is no breaking in
        ("recognised", 9.999, 12, 9_999),
        ("recognised", 3, 6, 4_000),  # was speaking already: nothing gets through
        ("typed", 3, 3.8, 4_000),  # sent before the caller had begun
    ],
)
def test_speaking_cuts_the_line(means, began, ended, cut_at_ms):
    [heard] = heard_lines(line_cut(began, ended, means=means))

    assert heard.cut_at_ms == cut_at_ms
    assert heard.cut_by == (None if cut_at_ms is None else 4)


@pytest.mark.parametrize(
    ("cut", "facts"),
    [
        (4, ()),
        (5.999, ()),
        (6, ("a",)),
        (7.999, ("a",)),
        (8, ("a", "b")),
        (9.999, ("a", "b")),
        (10, FACTS),
    ],
)
def test_a_fact_is_heard_when_its_share_of_the_line_was_said(cut, facts):
    [heard] = heard_lines(line_cut(cut, 12))

    assert heard.facts == facts


@pytest.mark.parametrize(
    ("cut", "said"),
    [(4, ""), (4.9, ""), (5, "satu"), (6.1, "satu dua"), (9.9, "satu dua tiga empat")],
)
def test_only_whole_words_count_as_said(cut, said):
    [heard] = heard_lines(line_cut(cut, 12))

    assert heard.said == said


@pytest.mark.parametrize(
    "event", [CallHeld(at_ms=7_000), CallClosed(at_ms=7_000, disposition="ghost")]
)
def test_hold_and_the_end_of_the_call_cut_as_well(event):
    call = PhoneCall().caller(4, 10, TEXT, facts=FACTS).add(event)

    [heard] = heard_lines(call.record())

    assert (heard.cut_at_ms, heard.cut_by, heard.facts) == (7_000, 4, ("a",))


def test_the_first_to_break_in_counts():
    call = PhoneCall().caller(4, 10, TEXT, facts=FACTS)
    call.taker(8, 8.5, means="tapped").taker(9, 9.5, means="tapped")

    [heard] = heard_lines(call.record())

    assert (heard.cut_at_ms, heard.cut_by) == (8_000, 4)


def test_what_was_said_before_a_line_does_not_cut_it():
    call = PhoneCall().taker(3, 3.5, means="recognised").caller(4, 10, facts=FACTS)

    assert heard_lines(call.record())[0].cut_at_ms is None


def test_a_fact_counts_from_the_moment_it_had_been_said_first():
    call = PhoneCall().caller(4, 10, TEXT, facts=FACTS).taker(8, 8.5, means="tapped")
    call.caller(10, 12, facts=("c", "a"))

    assert heard_facts(call.record()) == {
        "a": (3, 6_000),
        "b": (3, 8_000),
        "c": (6, 11_000),
    }


def test_a_line_that_takes_no_time_is_heard():
    call = PhoneCall().caller(4, 4, facts=("a",)).taker(4, 5, means="tapped")

    assert heard_facts(call.record()) == {"a": (3, 4_000)}


@few
@given(st.integers(0, 12_000), st.integers(0, 12_000), st.integers(1, 6))
def test_breaking_in_later_never_loses_more(one, other, count):
    facts = tuple("abcdef"[:count])

    def heard(cut_ms):
        call = PhoneCall().caller(4, 10, TEXT, facts=facts)
        call.taker(cut_ms / 1000, 13, means="recognised")
        return heard_lines(call.record())[0]

    early, late = heard(min(one, other)), heard(max(one, other))

    assert late.facts[: len(early.facts)] == early.facts
    assert late.said.startswith(early.said)
