"""The instructions that a case needs: how much of each was told, and which count."""

import pytest

from scenarios.case import MustTell
from scoring.capture import given
from scoring.criteria.instructions import Told
from scoring.finding import Outcome
from tests.scoring.calls import ACall, a_case

ORDINARY = Told(which="ordinary", count_drafts=True)
CRITICAL = Told(which="critical")
CPR_STEPS = ("hard_floor", "hand_position", "rate")
KEEP_OUT = ("Jangan masuk lagi, Pak.", "instruct_evacuate/do_not_enter")
MEET = ("Suruh orang jemput di lorong.", "instruct_open_door_meet")
FLOOR = ("Baringkan di lantai.", "instruct_cpr_start/hard_floor!directive")
HANDS = ("Tangan di tengah dada.", "instruct_compressions/hand_position|rate")


def must(name, act, *about, **more):
    return MustTell(id=name, label=name, acts=(act,), about=about, **more)


KEPT_OUT = must("tetap di luar", "instruct_evacuate", "do_not_enter")
MET = must("jemput", "instruct_open_door_meet")
CPR = MustTell(
    id="cpr",
    label="pijat jantung",
    acts=("instruct_cpr_start", "instruct_compressions"),
    about=CPR_STEPS,
    form="directive",
    critical=True,
    approved=True,
)


def told(*lines, needs=(KEPT_OUT, MET), mode="practice"):
    call = ACall(a_case(must_tell=needs), mode=mode).answered(0)
    for nth, (text, *acts) in enumerate(lines):
        call.taker(5.0 + 5 * nth, text, *acts)
    return call


@pytest.mark.parametrize(
    ("lines", "outcome", "reason"),
    [
        ([KEEP_OUT, MEET], Outcome.MET, "instructions_told_draft"),
        ([KEEP_OUT], Outcome.PARTLY, "instructions_missing_draft"),
        ([], Outcome.NOT_MET, "instructions_missing_draft"),
    ],
)
def test_instructions_are_counted(lines, outcome, reason):
    verdict = ORDINARY.assess(told(*lines).seen())

    assert (verdict.outcome, verdict.reason) == (outcome, reason)


@pytest.mark.parametrize(
    ("half_percent", "outcome"),
    [(50, Outcome.PARTLY), (51, Outcome.NOT_MET)],
)
def test_half_is_earned_from_its_share_on(half_percent, outcome):
    kind = Told(which="ordinary", count_drafts=True, half_percent=half_percent)

    assert kind.assess(told(KEEP_OUT).seen()).outcome is outcome


def test_nothing_told_is_no_half_even_where_nothing_would_be_enough():
    kind = Told(which="ordinary", count_drafts=True, half_percent=0)

    assert kind.assess(told().seen()).outcome is Outcome.NOT_MET


def test_it_names_what_was_told_and_missed_and_quotes_the_words():
    seen = told(("Siap.", "acknowledge"), KEEP_OUT).seen()

    verdict = ORDINARY.assess(seen)

    assert verdict.params == {
        "missing": ("jemput",),
        "partly": (),
        "told": ("tetap di luar",),
    }
    assert [(quote.seq, quote.text) for quote in verdict.quotes] == [(5, KEEP_OUT[0])]


@pytest.mark.parametrize(
    ("lines", "share"),
    [
        ([FLOOR, HANDS], "told"),
        # All steps, but not in the form; some; none by name; others; of another act.
        ([("Pijat!", "instruct_cpr_start/hard_floor|hand_position|rate")], "partly"),
        ([FLOOR], "partly"),
        ([("Pijat jantungnya, Bu.", "instruct_cpr_start!directive")], "partly"),
        ([("Hitung keras.", "instruct_compressions/count!directive")], "not_told"),
        ([("Miringkan.", "instruct_recovery_position/hard_floor")], "not_told"),
        ([], "not_told"),
    ],
)
def test_how_much_of_one_instruction_was_told(lines, share):
    [instruction] = given(told(*lines, needs=(CPR,)).seen())

    assert instruction.told == share


def test_a_question_is_no_part_of_a_promise():
    promise = must("telepon kembali", "ask_callback", "callback_promised")
    asked = told(("Nomor Bapak?", "ask_callback"), needs=(promise,))

    assert ORDINARY.assess(asked.seen()).outcome is Outcome.NOT_MET


def test_partly_is_said_apart_from_missing():
    call = told(("Keluar dari situ!", "instruct_evacuate"))

    verdict = ORDINARY.assess(call.seen())

    assert verdict.reason == "instructions_missing_and_partly_draft"
    assert (verdict.params["partly"], verdict.params["missing"]) == (
        ("tetap di luar",),
        ("jemput",),
    )


class TestDraftsAndCriticalOnes:
    @pytest.mark.parametrize("mode", ["practice", "coach"])
    def test_drafts_count_outside_exams_where_the_rubric_says_so(self, mode):
        seen = told(KEEP_OUT, MEET, mode=mode).seen()

        assert ORDINARY.assess(seen).outcome is Outcome.MET
        assert Told(which="ordinary").assess(seen).reason == "drafts_not_marked"

    def test_drafts_never_count_in_an_exam(self):
        verdict = ORDINARY.assess(told(mode="exam").seen())

        assert verdict.outcome is Outcome.NOT_APPLICABLE
        assert verdict.reason == "drafts_not_marked"

    def test_a_signed_one_counts_in_an_exam_and_drafts_beside_it_do_not(self):
        signed = must("jemput", "instruct_open_door_meet", approved=True)
        call = told(MEET, needs=(KEPT_OUT, signed), mode="exam")

        verdict = ORDINARY.assess(call.seen())

        assert (verdict.outcome, verdict.reason) == (Outcome.MET, "instructions_told")

    def test_a_signed_critical_one_is_looked_at_apart(self):
        call = told(KEEP_OUT, needs=(KEPT_OUT, CPR), mode="exam")

        assert CRITICAL.assess(call.seen()).outcome is Outcome.NOT_MET
        assert ORDINARY.assess(call.seen()).reason == "drafts_not_marked"

    def test_nobody_fails_on_a_critical_draft(self):
        draft = must("pijat", "instruct_cpr_start", critical=True)

        verdict = CRITICAL.assess(told(needs=(draft,)).seen())

        assert verdict.reason == "no_instruction_needed"
        assert verdict.outcome is Outcome.NOT_APPLICABLE


class TestUnclearWords:
    def test_they_may_have_been_the_instruction_that_is_missing(self):
        verdict = ORDINARY.assess(told(KEEP_OUT).unclear(20.0).seen())

        assert verdict.outcome is Outcome.NOT_ASSESSABLE
        assert verdict.quotes[0].text == "begitu sudah bagaimana"

    def test_they_take_nothing_from_what_was_told(self):
        call = told(KEEP_OUT, MEET).unclear(20.0)

        assert ORDINARY.assess(call.seen()).outcome is Outcome.MET

    def test_one_unclear_utterance_does_not_make_up_for_three_instructions(self):
        needs = (KEPT_OUT, MET, must("diam", "instruct_do_not_move"))

        verdict = ORDINARY.assess(told(needs=needs).unclear(20.0).seen())

        assert verdict.outcome is Outcome.NOT_MET

    def test_one_unclear_utterance_completes_one_instruction(self):
        needs = (KEPT_OUT, must("jauh", "instruct_evacuate", "keep_away"))
        call = told(("Keluar!", "instruct_evacuate"), needs=needs).unclear(20.0)

        assert ORDINARY.assess(call.seen()).outcome is Outcome.PARTLY
        two = ORDINARY.assess(call.unclear(25.0).seen())
        assert two.outcome is Outcome.NOT_ASSESSABLE

    @pytest.mark.parametrize(
        ("meant", "outcome"),
        [
            ("instruct_open_door_meet", Outcome.NOT_ASSESSABLE),
            ("thank", Outcome.PARTLY),
        ],
    )
    def test_a_correction_excuses_only_what_was_meant(self, meant, outcome):
        call = told(KEEP_OUT, ("Jemput.", "small_talk")).corrected(meant)

        assert ORDINARY.assess(call.seen()).outcome is outcome
