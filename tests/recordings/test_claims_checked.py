"""What was told to the caller about help, checked against the log."""

import pytest

from recordings.claims import checked_claims, claims
from recordings.events import (
    AgencyAnswered,
    AgencyDispatched,
    AgencyRecalled,
    CallbackPlaced,
    CallClosed,
    CallerHungUp,
    CallHeld,
    FieldReportReceived,
)
from tests.recordings.phone_call import PhoneCall


def dispatched(at_s, *agencies):
    return AgencyDispatched(at_ms=round(at_s * 1000), agencies=agencies, priority=1)


def answered(at_s, agency="damkar", answer="accepts", read_back=None):
    return AgencyAnswered(
        at_ms=round(at_s * 1000), agency=agency, answer=answer, read_back=read_back
    )


def a_call(*events_before, said, after=(), values=()):
    """What was said ends at second 20; the call-taker closes at second 60."""
    call = PhoneCall().caller(3, 6)
    for event in events_before:
        call.add(event)
    call.taker(18, 20, "Ambulans sudah jalan, Bu.", acts=[said], values=values)
    for event in after:
        call.add(event)
    return call.add(CallClosed(at_ms=60_000, disposition="emergency")).record()


def verdict(record):
    [checked] = checked_claims(record)
    return checked.holds, checked.because


@pytest.mark.parametrize(
    ("act", "kinds"),
    [
        ("inform_dispatch", ["forwarded"]),
        ("inform_dispatch/forwarded", ["forwarded"]),
        ("inform_dispatch/on_its_way", ["on_its_way"]),
        ("inform_dispatch/forwarded|on_its_way", ["forwarded", "on_its_way"]),
        ("inform_transfer", ["forwarded"]),
        ("inform_eta", ["minutes"]),
        ("reassure/stay_promised", ["stay_promised"]),
        ("stay_on_line/callback_promised", ["callback_promised"]),
        ("reassure", []),
        ("ask_location/floor", []),
    ],
)
def test_a_claim_is_what_an_act_is_about_else_the_weaker_thing(act, kinds):
    assert [claim.kind for claim in claims(a_call(said=act))] == kinds


def test_a_claim_quotes_its_words_and_names_agencies_and_minutes():
    values = [("agency", "damkar"), ("minutes", "10"), ("agency", "damkar")]

    [claim] = claims(a_call(said="inform_eta", values=values))

    assert (claim.seq, claim.span, claim.at_ms) == (4, (0, 25), 20_000)
    assert (claim.agencies, claim.minutes) == (("damkar",), ("10",))


@pytest.mark.parametrize(
    ("at_s", "holds"), [(10, True), (20, True), (35, True), (35.001, False)]
)
def test_forwarded_may_be_said_fifteen_seconds_ahead(at_s, holds):
    sent = dispatched(at_s, "damkar")
    before, after = ([sent], []) if at_s < 18 else ([], [sent])
    record = a_call(*before, said="inform_dispatch", after=after)

    assert verdict(record)[0] is holds


def test_forwarded_points_at_the_dispatch():
    record = a_call(dispatched(10, "damkar"), said="inform_dispatch")

    assert verdict(record) == (True, (4,))


@pytest.mark.parametrize(
    ("named", "holds"),
    [
        ([], True),
        (["damkar"], True),
        (["pln"], False),
        (["damkar", "pln"], False),
    ],
)
def test_every_agency_named_must_have_been_sent(named, holds):
    record = a_call(
        dispatched(10, "damkar", "dinkes"),
        said="inform_transfer",
        values=[("agency", agency) for agency in named],
    )

    assert verdict(record)[0] is holds


@pytest.mark.parametrize("said", ["inform_dispatch", "inform_dispatch/on_its_way"])
def test_an_agency_recalled_is_not_coming(said):
    recalled = AgencyRecalled(at_ms=15_000, agency="damkar")
    record = a_call(dispatched(10, "damkar"), answered(12), recalled, said=said)

    assert verdict(record) == (False, ())


@pytest.mark.parametrize(
    ("answer", "holds"),
    [
        (answered(17), True),
        (answered(17, answer="cannot"), False),
        (answered(17, agency="pln"), False),
    ],
)
def test_on_its_way_needs_the_agencys_word(answer, holds):
    record = a_call(dispatched(10, "damkar"), answer, said="inform_dispatch/on_its_way")

    assert verdict(record)[0] is holds


def test_a_word_that_comes_later_does_not_make_it_true():
    record = a_call(
        dispatched(10, "damkar"),
        said="inform_dispatch/on_its_way",
        after=[answered(21)],
    )

    assert verdict(record) == (False, ())


def test_an_old_word_does_not_count_for_a_new_dispatch():
    record = a_call(
        dispatched(8, "damkar"),
        answered(9),
        AgencyRecalled(at_ms=10_000, agency="damkar"),
        dispatched(12, "damkar"),
        said="inform_dispatch/on_its_way",
    )

    assert verdict(record)[0] is False


@pytest.mark.parametrize(
    ("word", "holds"),
    [
        (answered(17, read_back="Berangkat, 10 menit."), True),
        (answered(17, read_back="Berangkat, 100 menit."), False),
        (answered(17), False),
        (
            FieldReportReceived(at_ms=17_000, agency="damkar", text="10 menit lagi"),
            True,
        ),
        (FieldReportReceived(at_ms=17_000, agency="pln", text="10 menit lagi"), False),
    ],
)
def test_no_minute_without_a_units_own_word(word, holds):
    record = a_call(
        dispatched(10, "damkar"),
        word,
        said="inform_eta",
        values=[("agency", "damkar"), ("minutes", "10")],
    )

    assert verdict(record)[0] is holds


def test_staying_is_broken_by_closing_without_leave():
    assert verdict(a_call(said="reassure/stay_promised")) == (False, (6,))


def test_staying_is_broken_by_a_hold_nobody_was_asked_about():
    held = CallHeld(at_ms=30_000)

    assert verdict(a_call(said="reassure/stay_promised", after=[held])) == (
        False,
        (6, 7),
    )


@pytest.mark.parametrize("act", ["close_call", "callback_if_change", "thank"])
def test_taking_leave_releases_the_promise(act):
    call = PhoneCall().taker(3, 4, acts=["reassure/stay_promised"])
    call.taker(30, 31, acts=[act])
    call.add(CallClosed(at_ms=40_000, disposition="emergency"))

    assert verdict(call.record()) == (True, ())


def test_a_caller_who_hangs_up_was_not_left():
    call = PhoneCall().taker(3, 4, acts=["reassure/stay_promised"])
    call.add(CallerHungUp(at_ms=40_000, reason="farewell"))

    assert verdict(call.record()) == (True, ())


def test_a_call_back_must_have_been_placed():
    placed = CallbackPlaced(at_ms=40_000, number="0810 33 452")
    promise = "stay_on_line/callback_promised"

    assert verdict(a_call(said=promise, after=[placed])) == (True, (6,))
    assert verdict(a_call(placed, said=promise)) == (False, ())


@pytest.mark.parametrize(
    "act", ["inform_dispatch", "reassure/stay_promised", "reassure/callback_promised"]
)
def test_while_the_call_goes_on_a_promise_may_still_come_true(act):
    call = PhoneCall().taker(3, 4, acts=[act])

    assert verdict(call.record()) == (None, ())


def test_after_fifteen_seconds_nothing_was_forwarded():
    call = PhoneCall().taker(3, 4, acts=["inform_dispatch"]).caller(19.5, 22)

    assert verdict(call.record()) == (False, ())
