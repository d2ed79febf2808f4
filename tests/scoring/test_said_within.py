"""A greeting, a thank-you, word of help: said, and where in the call."""

import pytest

from scoring.criteria.speech import SaidWithin
from scoring.finding import Outcome
from tests.scoring.calls import ACall, a_case

HELLO = "112 Ambon, selamat malam, saya Rina."
GREETING = SaidWithin(
    acts=("open_greet",), labels=("self_identify",), first=2, waived_from_distress=4
)


def greeted_after(others, *acts, courtesy=()):
    call = ACall().answered(0)
    for nth in range(others):
        call.taker(2.0 + 3 * nth, "Ya, Pak.", "acknowledge")
    return call.taker(20.0, HELLO, *acts, courtesy=courtesy)


@pytest.mark.parametrize(
    ("others", "outcome"),
    [(0, Outcome.MET), (1, Outcome.MET), (2, Outcome.NOT_MET)],
)
def test_only_so_many_first_utterances_count(others, outcome):
    call = greeted_after(others, "open_greet")

    assert GREETING.assess(call.seen()).outcome is outcome


@pytest.mark.parametrize(
    ("after", "outcome"),
    [(0, Outcome.MET), (1, Outcome.MET), (2, Outcome.NOT_MET)],
)
def test_only_so_many_last_utterances_count(after, outcome):
    call = ACall().answered(0).taker(2.0, "Terima kasih.", "thank")
    for nth in range(after):
        call.taker(5.0 + 3 * nth, "Ya, Pak.", "acknowledge")

    verdict = SaidWithin(acts=("thank",), last=2).assess(call.seen())

    assert verdict.outcome is outcome


def test_without_a_place_in_the_call_it_may_be_said_anywhere():
    kind = SaidWithin(acts=("inform_dispatch",))
    call = greeted_after(5, "inform_dispatch").taker(40.0, "Ya.", "acknowledge")

    assert kind.assess(call.seen()).outcome is Outcome.MET


@pytest.mark.parametrize(
    ("about", "outcome"),
    [("on_its_way", Outcome.MET), ("minutes", Outcome.NOT_MET)],
)
def test_it_may_have_to_be_about_something(about, outcome):
    kind = SaidWithin(acts=("inform_dispatch",), about=("on_its_way",))
    call = greeted_after(0, f"inform_dispatch/{about}")

    assert kind.assess(call.seen()).outcome is outcome


def test_it_quotes_the_words_that_did_it():
    call = greeted_after(1, courtesy=[("self_identify", "saya Rina")])

    verdict = GREETING.assess(call.seen())

    [quote] = verdict.quotes
    assert (verdict.reason, quote.seq, quote.text) == ("said", 5, "saya Rina")


def test_what_was_said_instead_is_quoted_when_it_was_not():
    verdict = GREETING.assess(greeted_after(2).seen())

    assert verdict.reason == "never_said"
    assert [quote.text for quote in verdict.quotes] == ["Ya, Pak."]
    assert verdict.by_reading


def test_who_says_nothing_has_not_said_it_and_no_reading_has_to_be_confirmed():
    verdict = GREETING.assess(ACall().answered(0).seen())

    assert (verdict.outcome, verdict.reason) == (Outcome.NOT_MET, "nothing_said")
    assert not verdict.by_reading


class TestACallerWhoShoutsFirst:
    def shouted(self, distress, *, spoken_at=4.0, speaks="words", at=1.0):
        call = ACall(a_case(caller={"speaks": speaks})).answered(0)
        if spoken_at <= at:
            call.taker(spoken_at, "Ya?", "acknowledge", took=0.2)
        call.caller(at, "Kebakaran! Tolong!", distress=distress)
        if spoken_at > at:
            call.taker(spoken_at, "Di mana, Pak?", "ask_location")
        return GREETING.assess(call.seen())

    @pytest.mark.parametrize(
        ("distress", "outcome"),
        [(3, Outcome.NOT_MET), (4, Outcome.NOT_APPLICABLE)],
    )
    def test_is_not_kept_waiting_for_a_greeting(self, distress, outcome):
        assert self.shouted(distress).outcome is outcome

    def test_is_quoted(self):
        verdict = self.shouted(4)

        assert verdict.reason == "danger_shouted_first"
        assert [quote.text for quote in verdict.quotes] == ["Kebakaran! Tolong!"]

    @pytest.mark.parametrize("spoken_at", [0.5, 1.0])
    def test_after_the_first_words_the_greeting_is_due(self, spoken_at):
        assert self.shouted(5, spoken_at=spoken_at).outcome is Outcome.NOT_MET

    def test_and_even_who_never_answered_owes_no_greeting(self):
        call = ACall().answered(0).caller(1.0, "Tolong!", distress=5)

        assert GREETING.assess(call.seen()).reason == "danger_shouted_first"

    def test_a_caller_who_gives_only_tones_does_not_shout(self):
        assert self.shouted(5, speaks="tones").outcome is Outcome.NOT_MET

    def test_nothing_is_waived_unless_the_rubric_says_so(self):
        call = ACall().answered(0).caller(1.0, "Tolong!", distress=5)

        verdict = SaidWithin(acts=("open_greet",)).assess(call.seen())

        assert verdict.outcome is Outcome.NOT_MET


class TestUnclearWords:
    @pytest.mark.parametrize(
        ("text", "outcome"),
        [("Ya halo", Outcome.NOT_ASSESSABLE), ("Hm.", Outcome.NOT_MET)],
    )
    def test_two_of_them_may_have_been_it(self, text, outcome):
        verdict = GREETING.assess(ACall().answered(0).unclear(3.0, text).seen())

        assert verdict.outcome is outcome
        assert [quote.text for quote in verdict.quotes] == [text]

    def test_words_that_were_never_read_are_unclear(self):
        call = ACall().answered(0).taker(3.0, HELLO)
        call.events.pop()

        assert GREETING.assess(call.seen()).outcome is Outcome.NOT_ASSESSABLE

    @pytest.mark.parametrize(
        ("meant", "outcome"),
        [("open_greet", Outcome.NOT_ASSESSABLE), ("ask_nature", Outcome.NOT_MET)],
    )
    def test_what_a_person_says_was_meant_earns_nothing(self, meant, outcome):
        call = ACall().answered(0).taker(3.0, HELLO, "open_greet").corrected(meant)

        assert GREETING.assess(call.seen()).outcome is outcome

    def test_outside_the_place_where_it_belongs_they_excuse_nothing(self):
        call = greeted_after(2).unclear(30.0)

        assert GREETING.assess(call.seen()).outcome is Outcome.NOT_MET


class TestWordsThatWound:
    def said(self, kind, *acts):
        labels = ["blame", ("self_identify", "112")]
        call = ACall().answered(0)
        call.taker(2.0, "Kenapa telepon 112? Sudah diteruskan!", *acts, courtesy=labels)
        return kind.assess(call.seen())

    def test_a_courtesy_in_them_shows_nothing(self):
        assert self.said(GREETING).reason == "never_said"

    def test_what_they_tell_is_told_all_the_same(self):
        kind = SaidWithin(acts=("inform_dispatch",))

        assert self.said(kind, "inform_dispatch").outcome is Outcome.MET
