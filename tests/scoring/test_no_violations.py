"""What wounds, how heavily it weighs, and what is not held against anybody."""

import pytest

from scenarios.vocabulary import VIOLATION_SEVERITY
from scoring.criteria.courtesy import NoViolations
from scoring.criteria.speech import SaidWithin
from scoring.criterion import Criterion
from scoring.decision import decide
from scoring.finding import Outcome
from tests.scoring.calls import CASE, PRANK, ACall, a_case

KIND = NoViolations()


def said(*labels, case=CASE, text="Apa itu?", acts=(), **more):
    """One label an utterance."""
    call = ACall(case).answered(0)
    for nth, label in enumerate(labels):
        call.taker(2.0 + 5 * nth, text, *acts, courtesy=[label], **more)
    return call


def criterion(kind, **more):
    return Criterion(id="x", title="X", area="a", points=3, kind=kind, **more)


def outcome(*labels, kind=KIND, **more):
    return kind.assess(said(*labels, **more).seen()).outcome


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([], Outcome.MET),
        (["jargon"], Outcome.MET),
        (["jargon", "calm_down_order"], Outcome.PARTLY),
        (["command_rude"], Outcome.PARTLY),
        (["command_rude", "jargon", "jargon"], Outcome.PARTLY),
        (["command_rude", "impatience"], Outcome.NOT_MET),
        (["command_rude", "command_rude"], Outcome.NOT_MET),
        (["blame"], Outcome.NOT_MET),
        (["profanity"], Outcome.NOT_MET),
    ],
)
def test_the_heaviest_and_how_many_decide(labels, expected):
    assert outcome(*labels) is expected


@pytest.mark.parametrize("label", sorted(VIOLATION_SEVERITY))
def test_every_violation_costs_by_its_weight(label):
    light = VIOLATION_SEVERITY[label] in {"minor", "moderate"}

    found = outcome(label, kind=NoViolations(minor_allowed=0), text="Sudah!!")

    assert found is (Outcome.PARTLY if light else Outcome.NOT_MET)


@pytest.mark.parametrize(
    ("allowed", "expected"), [(1, Outcome.PARTLY), (2, Outcome.MET)]
)
def test_the_rubric_says_how_many_minor_ones_cost_nothing(allowed, expected):
    kind = NoViolations(minor_allowed=allowed)

    assert outcome("jargon", "jargon", kind=kind) is expected


def test_only_the_labels_of_the_rubric_are_looked_at():
    kind = NoViolations(labels=("blame", "threat"))

    assert outcome("profanity", "jargon", kind=kind) is Outcome.MET
    assert outcome("threat", kind=kind) is Outcome.NOT_MET


def test_the_heaviest_is_quoted_first_in_the_words_that_wound():
    call = ACall().answered(0).taker(2.0, "Copy, TKP?", courtesy=[("jargon", "TKP")])
    call.taker(9.0, "Siapa suruh main api?", courtesy=[("blame", "Siapa suruh")])

    verdict = KIND.assess(call.seen())

    assert verdict.reason == "violations_found"
    assert verdict.params == {"labels": ("blame", "jargon")}
    assert [quote.text for quote in verdict.quotes] == ["Siapa suruh", "TKP"]


class TestNotHeldAgainstAnybody:
    @pytest.mark.parametrize(
        ("label", "expected"),
        [
            ("command_rude", Outcome.MET),
            ("impatience", Outcome.MET),
            ("shout", Outcome.MET),
            ("blame", Outcome.NOT_MET),
        ],
    )
    def test_short_firm_words_where_a_life_is_to_be_saved(self, label, expected):
        urgent = {"text": "KELUAR!!", "acts": ["instruct_evacuate"]}

        assert outcome(label, **urgent) is expected

    @pytest.mark.parametrize(
        ("text", "means", "expected"),
        [
            ("DI MANA LOKASINYA", "typed", Outcome.MET),
            ("Di mana!!", "typed", Outcome.PARTLY),
            ("Di mana!!", "recognised", Outcome.MET),
            ("Di mana", "tapped", Outcome.PARTLY),
        ],
    )
    def test_capitals_and_the_voice_do_not_shout(self, text, means, expected):
        assert outcome("shout", text=text, means=means) is expected

    @pytest.mark.parametrize(
        ("emergency", "expected"), [(True, Outcome.NOT_MET), (False, Outcome.MET)]
    )
    def test_sending_elsewhere_what_is_no_emergency(self, emergency, expected):
        case = a_case(truth={"emergency": emergency})

        assert outcome("deflect_refuse", case=case) is expected

    @pytest.mark.parametrize(
        ("case", "expected"), [(CASE, Outcome.PARTLY), (PRANK, Outcome.MET)]
    )
    def test_doubting_a_prank(self, case, expected):
        assert outcome("doubt_accuse", case=case) is expected

    @pytest.mark.parametrize(
        ("sure", "expected"), [(0.5, Outcome.NOT_MET), (0.49, Outcome.MET)]
    )
    def test_what_was_read_or_heard_by_halves(self, sure, expected):
        assert outcome(f"blame~{sure}") is expected
        assert outcome("blame", means="recognised", heard_with=sure) is expected

    def test_one_thing_twice_in_an_utterance(self):
        call = ACall().answered(0).caller(2.0, "Api, Pak, di ruko!", took=4.0)
        label = ("interrupt_silence", "Diam dulu")
        call.taker(3.0, "Diam dulu, Pak!", courtesy=[label], means="recognised")

        verdict = KIND.assess(call.seen())

        assert verdict.outcome is Outcome.PARTLY
        assert [quote.text for quote in verdict.quotes] == ["Diam dulu"]

    @pytest.mark.parametrize("unclear", [(), (0,), (1,)])
    def test_distress_passed_over_in_words_nobody_understood(self, unclear):
        call = ACall().answered(0)
        for nth in range(2):
            call.caller(2.0 + 10 * nth, "Tolong!", distress=4)
            act = () if nth in unclear else ("ask_location",)
            call.taker(6.0 + 10 * nth, "Di mana itu", *act, abstained=nth in unclear)

        verdict = KIND.assess(call.seen())

        assert verdict.outcome is (Outcome.MET if unclear else Outcome.PARTLY)


class TestAwaitingAPerson:
    DIGNITY = criterion(KIND, critical=True)

    def test_a_critical_miss_rests_on_the_reader_and_fails_nobody_yet(self):
        finding = self.DIGNITY.finding(said("blame").seen())

        assert finding.missed_critically
        assert finding.confirm
        assert decide([finding], pass_percent=0, awaits_human=False) is None

    def test_half_of_it_is_no_miss(self):
        finding = self.DIGNITY.finding(said("command_rude").seen())

        assert (finding.points, finding.confirm) == (1, False)


class TestWithheld:
    CRITERION = criterion(SaidWithin(acts=("open_greet",)), withheld_from="severe")

    def greeting(self, *labels, greeted=True):
        call = said(*labels).taker(90.0, "Salam.", *["open_greet"] * greeted)
        return self.CRITERION.finding(call.seen())

    @pytest.mark.parametrize(
        ("label", "points"),
        [("jargon", 3), ("command_rude", 3), ("blame", 0), ("profanity", 0)],
    )
    def test_so_grave_a_violation_takes_what_was_earned(self, label, points):
        assert self.greeting(label).points == points

    def test_it_quotes_the_violation(self):
        finding = self.greeting("blame", "jargon")

        assert (finding.reason, finding.params) == ("withheld", {"labels": ("blame",)})
        assert [quote.text for quote in finding.quotes] == ["Apa itu?"]

    def test_what_was_missed_anyway_keeps_its_own_reason(self):
        assert self.greeting("blame", greeted=False).reason == "never_said"

    def test_unclear_words_cannot_earn_it_back(self):
        call = said("blame").unclear(90.0)

        assert self.CRITERION.finding(call.seen()).points == 0
