"""A person's correction stands beside what the machine found, and counts."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recordings.call_record import Quote
from scoring.adjusted import Adjustment, adjust
from scoring.finding import LEFT_OUT, Finding, Outcome
from scoring.scorecard import Provenance, Scorecard

MET, PARTLY, NOT_MET = Outcome.MET, Outcome.PARTLY, Outcome.NOT_MET
AWAY, UNCLEAR = Outcome.NOT_APPLICABLE, Outcome.NOT_ASSESSABLE
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WHY = "Terdengar jelas di rekaman."
QUOTE = Quote(seq=5, span=(0, 2), text="Bu")
POINTS = {MET: 10, PARTLY: 5, NOT_MET: 0, AWAY: None, UNCLEAR: None}


def a_finding(name, outcome, *, area="work", critical=False, confirm=False):
    return Finding(
        criterion=name,
        title=name,
        area=area,
        outcome=outcome,
        points=POINTS[outcome],
        out_of=10,
        critical=critical,
        confirm=confirm,
        reason="said",
        quotes=(QUOTE,),
    )


def a_card(*findings, mode="practice"):
    return Scorecard(
        rubric="contoh@1",
        rubric_digest="0" * 64,
        pass_percent=75,
        areas={"work": "Pekerjaan", "manner": "Sikap"},
        findings=findings,
        axes={},
        captured=(),
        instructions=(),
        better={},
        made_from=Provenance(
            scenario="kebakaran-pasar@1",
            seed=7,
            region="ambon",
            mode=mode,
            forked=False,
            record_hash="0" * 64,
            reader="uji-1",
            scorer="scorer@1",
        ),
    )


def correction(name, outcome, points=..., *, after_min=0):
    return Adjustment(
        criterion=name,
        outcome=outcome,
        points=POINTS[outcome] if points is ... else points,
        reason=WHY,
        author="Frets",
        at=MONDAY + timedelta(minutes=after_min),
    )


# --- beside ---------------------------------------------------------------------------


def test_the_machines_finding_stays_as_it_was():
    card = a_card(a_finding("asked", NOT_MET), a_finding("told", MET))

    adjusted = adjust(card, [correction("asked", PARTLY)])

    assert adjusted.machine is card
    assert card.finding("asked") == a_finding("asked", NOT_MET)
    assert adjusted.counted.finding("told") == card.finding("told")


def test_what_counts_is_the_persons_outcome_points_and_reason():
    card = a_card(a_finding("asked", NOT_MET))

    counted = adjust(card, [correction("asked", PARTLY, 7)]).counted
    finding = counted.finding("asked")

    assert (finding.outcome, finding.points, finding.out_of) == (PARTLY, 7, 10)
    assert counted.because(finding) == f"Dikoreksi oleh Frets: {WHY}"
    assert counted.because(finding, "en") == f"Corrected by Frets: {WHY}"
    assert finding.quotes == (QUOTE,)


def test_without_corrections_everything_counts_as_found():
    card = a_card(a_finding("asked", NOT_MET), a_finding("told", UNCLEAR))

    assert adjust(card, []).counted == card


# --- again and back -------------------------------------------------------------------


def test_the_latest_counts_and_the_earlier_remain_whatever_order_they_come_in():
    first = correction("asked", MET, after_min=1)
    second = correction("asked", PARTLY, after_min=2)

    adjusted = adjust(a_card(a_finding("asked", NOT_MET)), [second, first])

    assert adjusted.counted.finding("asked").outcome is PARTLY
    assert adjusted.adjustments == {"asked": (first, second)}


def test_giving_the_machines_own_outcome_takes_a_correction_back():
    card = a_card(a_finding("asked", NOT_MET))
    made = [correction("asked", MET), correction("asked", NOT_MET, after_min=1)]

    adjusted = adjust(card, made)

    assert adjusted.counted == card
    assert adjusted.adjustments == {"asked": tuple(made)}


def test_what_was_taken_back_can_be_corrected_again():
    made = [
        correction("asked", MET),
        correction("asked", NOT_MET, after_min=1),
        correction("asked", PARTLY, after_min=2),
    ]

    counted = adjust(a_card(a_finding("asked", NOT_MET)), made).counted

    assert counted.finding("asked").points == 5


def test_the_machines_outcome_with_other_points_is_a_correction():
    counted = adjust(
        a_card(a_finding("asked", PARTLY)), [correction("asked", PARTLY, 8)]
    ).counted

    assert (counted.finding("asked").points, counted.finding("asked").reason) == (
        8,
        "adjusted",
    )


@given(
    outcomes=st.lists(st.sampled_from(Outcome), min_size=1, max_size=6),
    machine=st.sampled_from(Outcome),
    seed=st.randoms(),
)
def test_only_the_latest_decides(outcomes, machine, seed):
    made = [correction("a", one, after_min=nth) for nth, one in enumerate(outcomes)]
    mixed = seed.sample(made, len(made))
    card = a_card(a_finding("a", machine), a_finding("b", MET))

    adjusted = adjust(card, mixed)

    assert adjusted.counted == adjust(card, made[-1:]).counted
    assert adjusted.counted.finding("a").points == POINTS[outcomes[-1]]
    assert adjusted.machine == card
    assert list(adjusted.adjustments["a"]) == made


# --- what it changes ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outcome", "total", "area"),
    [
        (MET, (20, 20), (10, 10)),
        (PARTLY, (15, 20), (5, 10)),
        (NOT_MET, (10, 20), (0, 10)),
        (AWAY, (10, 10), (0, 0)),
        (UNCLEAR, (10, 10), (0, 0)),
    ],
)
def test_totals_are_those_of_what_counts(outcome, total, area):
    card = a_card(a_finding("asked", PARTLY, area="manner"), a_finding("told", MET))

    counted = adjust(card, [correction("asked", outcome)]).counted

    mine = counted.area("manner")
    assert (counted.total.points, counted.total.out_of) == total
    assert (mine.points, mine.out_of) == area
    assert (card.total.points, card.total.out_of) == (15, 20)


@pytest.mark.parametrize("outcome", [MET, PARTLY, AWAY])
def test_a_corrected_critical_miss_fails_nobody(outcome):
    card = a_card(
        a_finding("sent", NOT_MET, critical=True),
        *(a_finding(f"other{nth}", MET) for nth in range(9)),
    )

    counted = adjust(card, [correction("sent", outcome)]).counted

    assert (card.critical, card.passed) == (("sent",), False)
    assert (counted.critical, counted.passed) == ((), True)


def test_a_critical_miss_that_a_person_finds_fails_at_once():
    card = a_card(
        a_finding("sent", MET, critical=True),
        *(a_finding(f"other{nth}", MET) for nth in range(9)),
    )

    counted = adjust(card, [correction("sent", NOT_MET)]).counted

    assert (card.passed, counted.passed) == (True, False)
    assert counted.critical == ("sent",)
    assert not counted.finding("sent").confirm


WAITING = a_card(
    a_finding("dignity", NOT_MET, critical=True, confirm=True),
    *(a_finding(f"other{nth}", MET) for nth in range(9)),
)


@pytest.mark.parametrize(
    ("outcome", "passed", "critical"),
    [(NOT_MET, False, ("dignity",)), (MET, True, ()), (AWAY, True, ())],
)
def test_a_miss_that_waits_is_settled_by_its_correction(outcome, passed, critical):
    counted = adjust(WAITING, [correction("dignity", outcome)]).counted

    assert (WAITING.passed, WAITING.critical) == (None, ("dignity",))
    assert (counted.passed, counted.critical) == (passed, critical)


def test_a_correction_of_something_else_leaves_a_miss_waiting():
    counted = adjust(WAITING, [correction("other1", PARTLY)]).counted

    assert counted.finding("dignity").confirm
    assert counted.passed is None


def test_confirming_the_whole_settles_a_miss_that_waits():
    counted = adjust(WAITING, [], confirmed=True).counted

    assert (counted.passed, counted.confirmed) == (False, True)
    assert not counted.finding("dignity").confirm
    assert not WAITING.confirmed


def test_a_correction_undone_before_confirming_is_a_miss_after_it():
    made = [correction("dignity", MET), correction("dignity", NOT_MET, after_min=1)]

    counted = adjust(WAITING, made, confirmed=True).counted

    assert (counted.passed, counted.critical) == (False, ("dignity",))


@pytest.mark.parametrize(("outcome", "passed"), [(MET, True), (NOT_MET, False)])
def test_an_exam_is_decided_when_the_whole_is_confirmed(outcome, passed):
    exam = a_card(a_finding("asked", outcome), mode="exam")

    assert exam.passed is None
    assert adjust(exam, [correction("asked", outcome)]).counted.passed is None
    assert adjust(exam, [], confirmed=True).counted.passed is passed


def test_what_cannot_be_assessed_needs_its_correction_where_it_decides():
    card = a_card(a_finding("a", UNCLEAR), a_finding("b", MET))

    assert card.passed is None
    assert adjust(card, [], confirmed=True).counted.passed is None
    assert adjust(card, [correction("a", MET)]).counted.passed is True
    assert adjust(card, [correction("a", NOT_MET)]).counted.passed is False
    assert adjust(card, [correction("a", AWAY)]).counted.passed is True


# --- what is refused ------------------------------------------------------------------


def test_a_criterion_the_scorecard_does_not_have_is_refused():
    with pytest.raises(KeyError, match="lain"):
        adjust(a_card(a_finding("asked", MET)), [correction("lain", MET)])


@pytest.mark.parametrize("points", [-1, 11])
def test_points_beyond_what_it_is_worth_are_refused(points):
    with pytest.raises(ValueError, match="asked"):
        adjust(a_card(a_finding("asked", MET)), [correction("asked", PARTLY, points)])


@pytest.mark.parametrize("outcome", Outcome)
def test_points_go_with_an_outcome_that_counts_and_with_no_other(outcome):
    wrong = 5 if outcome in LEFT_OUT else None

    with pytest.raises(ValueError, match="asked"):
        correction("asked", outcome, wrong)


# --- as JSON --------------------------------------------------------------------------


def test_its_json_is_what_counts_with_each_correction_and_the_machines_beside_it():
    card = a_card(a_finding("asked", NOT_MET), a_finding("told", UNCLEAR))
    made = [
        correction("asked", MET),
        correction("asked", PARTLY, after_min=1),
        correction("told", NOT_MET, after_min=2),
    ]

    adjusted = adjust(card, made)
    form = adjusted.to_json()

    corrections = form.pop("adjustments")
    assert form == adjusted.counted.to_json()
    assert corrections[1] == {
        "criterion": "asked",
        "outcome": "partly",
        "points": 5,
        "reason": WHY,
        "author": "Frets",
        "at": "2026-03-02T09:01:00+00:00",
        "machine_outcome": "not_met",
        "machine_points": 0,
    }
    assert [one["machine_points"] for one in corrections] == [0, 0, None]
