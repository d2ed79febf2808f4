"""Silence and pranks: danger asked about in time, silence checked long enough."""

import pytest

from scoring.criteria.probing import ProbedBeforeClosing
from scoring.finding import Outcome
from tests.scoring.calls import PRANK, ACall, a_case

KIND = ProbedBeforeClosing()
SILENT = a_case(caller={"speaks": "nothing"})
DANGER = ("Ada yang berbahaya di situ?", "ask_safe")
WARNING = ("Jangan bermain dengan 112.", "warn_prank")
CHECK = ("Kalau tidak bisa bicara, tekan satu angka.", "check_silent")


def a_call(*lines, case=PRANK):
    call = ACall(case).answered(0)
    for nth, (text, *acts) in enumerate(lines):
        call.taker(5.0 + 5 * nth, text, *acts)
    return call


def assess(*lines, case=PRANK, kind=KIND):
    return kind.assess(a_call(*lines, case=case).seen())


class TestASpeakingCaller:
    @pytest.mark.parametrize(
        ("lines", "outcome", "reason"),
        [
            ([DANGER, WARNING], Outcome.MET, "danger_asked"),
            ([DANGER], Outcome.MET, "danger_asked"),
            ([WARNING, DANGER], Outcome.NOT_MET, "danger_never_asked"),
            ([("Dah.", "close_call"), DANGER], Outcome.NOT_MET, "danger_never_asked"),
            ([WARNING], Outcome.NOT_MET, "danger_never_asked"),
            ([], Outcome.NOT_MET, "danger_never_asked"),
        ],
    )
    def test_is_asked_about_danger_before_any_warning_or_goodbye(
        self, lines, outcome, reason
    ):
        verdict = assess(*lines)

        assert (verdict.outcome, verdict.reason) == (outcome, reason)

    def test_may_be_asked_and_warned_in_one_breath(self):
        verdict = assess(("Ada yang luka? Jangan main.", "ask_safe", "warn_prank"))

        assert verdict.outcome is Outcome.MET

    @pytest.mark.parametrize(
        ("act", "outcome"),
        [
            ("ask_hazard", Outcome.MET),
            ("ask_weapon", Outcome.MET),
            ("ask_nature", Outcome.MET),
            ("ask_symptoms", Outcome.MET),
            ("ask_location", Outcome.NOT_MET),
            ("ask_victim_count/injured", Outcome.MET),
            ("ask_location/own_safety", Outcome.MET),
            ("ask_location/floor", Outcome.NOT_MET),
        ],
    )
    def test_is_asked_by_the_act_or_by_what_it_is_about(self, act, outcome):
        assert assess(("Ada apa di situ?", act)).outcome is outcome

    def test_needs_no_check_of_silence(self):
        assert assess(CHECK, WARNING).outcome is Outcome.NOT_MET

    def test_is_quoted_with_the_question(self):
        verdict = assess(("112.", "open_greet"), DANGER, WARNING)

        assert [(quote.seq, quote.text) for quote in verdict.quotes] == [(5, DANGER[0])]
        assert verdict.by_reading


class TestASilentCaller:
    @pytest.mark.parametrize("speaks", ["nothing", "tones"])
    @pytest.mark.parametrize(
        ("lines", "outcome", "reason"),
        [
            ([DANGER, CHECK, CHECK], Outcome.MET, "silence_probed"),
            ([DANGER, CHECK], Outcome.PARTLY, "danger_without_checks"),
            ([CHECK, CHECK], Outcome.PARTLY, "silence_without_danger"),
            ([CHECK], Outcome.NOT_MET, "silence_not_probed"),
            ([], Outcome.NOT_MET, "silence_not_probed"),
        ],
    )
    def test_asks_for_two_checks_as_well(self, lines, outcome, reason, speaks):
        verdict = assess(*lines, case=a_case(caller={"speaks": speaks}))

        assert (verdict.outcome, verdict.reason) == (outcome, reason)

    @pytest.mark.parametrize(
        ("ended_at", "outcome"),
        [(11.0 + 20.0, Outcome.MET), (11.0 + 19.999, Outcome.PARTLY)],
    )
    def test_or_for_twenty_seconds_of_listening_after_the_first(
        self, ended_at, outcome
    ):
        closed = a_call(DANGER, CHECK, case=SILENT).closed(ended_at, "ghost")
        hung_up = a_call(DANGER, CHECK, case=SILENT).hung_up(ended_at, "silence")

        assert KIND.assess(closed.seen()).outcome is outcome
        assert KIND.assess(hung_up.seen()).outcome is outcome

    def test_is_listened_to_only_until_the_line_is_dead(self):
        call = a_call(DANGER, CHECK, case=SILENT).hung_up(20.0, "silence")

        assert KIND.assess(call.closed(90.0, "ghost").seen()).outcome is Outcome.PARTLY

    def test_may_ask_for_more_by_the_rubric(self):
        kind = ProbedBeforeClosing(checks=3, listened_s=60)
        call = a_call(DANGER, CHECK, CHECK, case=SILENT).closed(50.0, "ghost")

        verdict = kind.assess(call.seen())

        assert verdict.outcome is Outcome.PARTLY
        assert verdict.params == {"checks": 2, "needed": 3}

    def test_is_quoted_with_the_question_and_the_checks(self):
        verdict = assess(CHECK, DANGER, CHECK, CHECK, case=SILENT)

        assert [quote.text for quote in verdict.quotes] == [
            DANGER[0],
            CHECK[0],
            CHECK[0],
        ]


class TestUnclearWords:
    def test_may_have_asked_about_danger(self):
        verdict = KIND.assess(ACall(PRANK).answered(0).unclear(3.0).seen())

        assert verdict.outcome is Outcome.NOT_ASSESSABLE
        assert [quote.text for quote in verdict.quotes] == ["begitu sudah bagaimana"]

    def test_after_the_warning_excuse_nothing(self):
        verdict = KIND.assess(a_call(WARNING).unclear(20.0).seen())

        assert verdict.outcome is Outcome.NOT_MET

    def test_take_nothing_from_what_was_asked(self):
        assert KIND.assess(a_call(DANGER).unclear(20.0).seen()).outcome is Outcome.MET

    @pytest.mark.parametrize(
        ("line", "case", "outcome"),
        [
            (DANGER, SILENT, Outcome.NOT_ASSESSABLE),
            (WARNING, PRANK, Outcome.NOT_MET),
        ],
    )
    def test_may_have_checked_silence_only_where_there_was_any(
        self, line, case, outcome
    ):
        call = a_call(line, ("Halo?", "ask_repeat"), case=case)

        verdict = KIND.assess(call.corrected("check_silent").seen())

        assert verdict.outcome is outcome
