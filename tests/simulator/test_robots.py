"""Robot call-takers: every call of every one of them ends, and none knows too much."""

from itertools import pairwise

import pytest

from recordings.events import (
    AgencyDispatched,
    CallClosed,
    CallerSpoke,
    CallTakerSpoke,
    TicketFieldSet,
)
from recordings.heard import heard_lines
from simulator import play
from simulator.play import play_operator
from simulator.robots import OPERATORS

SCENARIOS = (
    "ghost-call",
    "henti-jantung-di-rumah",
    "kebakaran-pasar",
    "kecelakaan-lalu-lintas",
    "longsor-permukiman",
    "mobil-jenazah",
    "perkelahian-senjata",
    "prank-anak",
)


def test_the_library_has_no_scenario_the_robots_were_not_shown(library):
    assert tuple(library.paths) == SCENARIOS


@pytest.mark.parametrize("operator", sorted(OPERATORS))
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_call_ends(case_of, reader, scenario, operator):
    case = case_of(scenario, 7)

    record = play_operator(case, operator, reader=reader, rubric="dasar-112@1")

    assert record.last(CallClosed) is not None
    times = [event.at_ms for event in record.events]
    assert times == sorted(times)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_oracle_writes_only_numbers_and_names_it_was_told(
    case_of, reader, scenario, seed
):
    case = case_of(scenario, seed)

    record = play_operator(case, "oracle", reader=reader, rubric="dasar-112@1")

    heard = " ".join(line.said for line in heard_lines(record))
    for _, entry in record.all(TicketFieldSet):
        if entry.field == "caller_name":
            assert entry.value in heard
        if entry.field == "callback_number":
            assert entry.value in heard or entry.value == record.offered.ani


def test_the_silent_robot_says_nothing(case_of, reader):
    record = play_operator(
        case_of("kebakaran-pasar"), "silent", reader=reader, rubric="dasar-112@1"
    )

    assert record.all(CallTakerSpoke) == []


@pytest.fixture
def oracle_call(case_of, reader):
    """A call of the oracle's: what it said, and the record."""

    def take(scenario, seed, variant=None):
        case = case_of(scenario, seed, variant)
        record = play(case, "oracle", reader=reader, rubric="dasar-112@1")
        said = [one.text for _, one in record.all(CallTakerSpoke)]
        return said, record

    return take


def test_the_oracle_takes_up_what_the_caller_brings_up(oracle_call):
    said, record = oracle_call("mobil-jenazah", 5, "dipastikan")

    asked = [one.text for _, one in record.all(CallerSpoke) if one.purpose == "change"]
    if any("bayar" in text or "biaya" in text for text in asked):
        assert any("biaya" in text for text in said)


@pytest.mark.parametrize("seed", [13, 14])
def test_the_oracle_asks_a_child_about_danger_before_anybody_else(oracle_call, seed):
    said, _record = oracle_call("prank-anak", seed, "sungguhan")

    named = next(n for n, text in enumerate(said) if "Mama" in text)
    assert any("bahaya" in text for text in said[:named])


@pytest.mark.parametrize("scenario", ["kebakaran-pasar", "henti-jantung-di-rumah"])
def test_the_oracle_sends_before_it_has_asked_everything(oracle_call, scenario):
    _said, record = oracle_call(scenario, 3)

    sent = record.first(AgencyDispatched)[1].at_ms
    assert sent - record.answered_ms <= 60_000
    assert any(one.at_ms > sent for _, one in record.all(CallTakerSpoke))


@pytest.mark.parametrize("seed", range(4))
def test_the_oracle_repeats_no_question_word_for_word_at_once(oracle_call, seed):
    said, _record = oracle_call("longsor-permukiman", seed)

    assert all(one != other for one, other in pairwise(said))


def test_the_chatty_robot_needs_far_more_words(case_of, reader):
    case = case_of("kebakaran-pasar", 3)

    def words(operator):
        record = play(case, operator, reader=reader, rubric="dasar-112@1")
        return sum(len(one.text) for _, one in record.all(CallTakerSpoke))

    assert words("chatty") > 1.5 * words("oracle")
