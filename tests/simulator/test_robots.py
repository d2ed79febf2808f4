"""Robot call-takers: every call of every one of them ends, and none knows too much."""

import pytest

from recordings.events import CallClosed, TicketFieldSet
from recordings.heard import heard_lines
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
    from recordings.events import CallTakerSpoke

    record = play_operator(
        case_of("kebakaran-pasar"), "silent", reader=reader, rubric="dasar-112@1"
    )

    assert record.all(CallTakerSpoke) == []
