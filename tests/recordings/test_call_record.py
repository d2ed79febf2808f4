"""Looking things up in a call, and quoting it."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recordings.call_record import CallRecord
from recordings.chain import deterministic_salt, fresh_salt
from recordings.events import (
    ActFound,
    AgencyDispatched,
    CallAnswered,
    CallClosed,
    CallerHungUp,
    CallerSpoke,
    CallHeld,
    CallTakerSpoke,
    InstructorIntervened,
    TicketFieldSet,
    UnderstandingCorrected,
)
from tests.recordings.event_strategies import calls, few
from tests.recordings.phone_call import OFFERED, PhoneCall

WHERE = "Di mana lokasinya, Bu?"


def a_call():
    return PhoneCall().taker(
        3, 5, WHERE, acts=["ask_location", "ask_nature"], courtesy=["greeting"]
    )


def test_finds_events_by_their_class():
    record = a_call().caller(6, 8).caller(9, 10).record()

    assert record.first(CallerSpoke)[0] == 5
    assert record.last(CallerSpoke)[0] == 6
    assert [seq for seq, _ in record.all(CallerSpoke)] == [5, 6]
    assert (record.first(CallHeld), record.last(CallHeld)) == (None, None)
    assert record.all(CallHeld) == []


def test_the_frame_of_the_call():
    record = a_call().record()

    assert record.offered is OFFERED
    assert record.case_json["caller"]["name"] == "Siti Patty"
    assert record.answered_ms == 2_000


def test_a_record_without_its_beginning_says_what_is_missing():
    with pytest.raises(LookupError, match="CallOffered"):
        _ = CallRecord().offered
    with pytest.raises(LookupError, match="CaseDrawn"):
        _ = CallRecord((OFFERED,)).case_json
    assert CallRecord((OFFERED,)).answered_ms is None


@pytest.mark.parametrize(
    ("event", "ended", "closed"),
    [
        (CallHeld(at_ms=9_000), False, False),
        (CallerHungUp(at_ms=9_000, reason="gave_up"), True, False),
        (CallClosed(at_ms=9_000, disposition="ghost"), True, True),
        (InstructorIntervened(at_ms=9_000, kind="ended", text=""), True, True),
        (InstructorIntervened(at_ms=9_000, kind="hint", text="RT?"), False, False),
    ],
)
def test_a_call_ends_when_the_line_is_dead(event, ended, closed):
    record = a_call().add(event).record()

    assert (record.ended, record.closed) == (ended, closed)


def test_acts_are_as_read_until_a_person_corrects_them():
    call = a_call()
    read = call.record().acts_of(3)

    call.add(
        UnderstandingCorrected(
            at_ms=9_000, of=3, acts=("ask_nature", "ask_safe"), by="trainee"
        )
    )
    corrected = call.record().acts_of(3)

    assert [act.act for act in read] == ["ask_location", "ask_nature"]
    assert corrected == (
        read[1],
        ActFound(act="ask_safe", confidence=1.0, span=(0, len(WHERE))),
    )
    assert call.record().corrected(3).by == "trainee"
    assert call.record().has_act(3, "ask_safe")
    assert not call.record().has_act(3, "ask_location")


def test_an_utterance_that_was_not_read_has_no_acts():
    said = CallTakerSpoke(at_ms=1, text="a", began_ms=0, ended_ms=1, means="typed")
    record = CallRecord((OFFERED, said))

    assert record.reading_of(1) is None
    assert record.acts_of(1) == ()


def test_quotes_words_where_they_stand():
    quote = a_call().record().quote(3, (8, 17))

    assert (quote.seq, quote.span, quote.text) == (3, (8, 17), "lokasinya")


def test_quotes_the_codes_somebody_chose():
    call = a_call().add(
        AgencyDispatched(at_ms=9_000, agencies=("damkar", "pln"), priority=1)
    )
    call.add(TicketFieldSet(at_ms=9_000, field="persons", value="2"))
    call.add(TicketFieldSet(at_ms=9_000, field="persons", value=None))
    record = call.record()

    assert [record.quote(seq).text for seq in (5, 6, 7)] == ["damkar, pln", "2", ""]


def test_an_event_without_words_is_quoted_by_its_place_alone():
    quote = a_call().record().quote(2)

    assert (quote.span, quote.text) == ((0, 0), "")


@pytest.mark.parametrize("span", [(-1, 2), (3, 2), (0, len(WHERE) + 1)])
def test_a_span_outside_the_words_is_refused(span):
    with pytest.raises(ValueError, match="no words at"):
        a_call().record().quote(3, span)


@pytest.mark.parametrize("seq", [-1, 5])
def test_an_event_that_is_not_there_is_not_quoted(seq):
    with pytest.raises(LookupError):
        a_call().record().quote(seq)


@few
@given(calls(), st.data())
def test_a_quote_is_always_found_where_it_says_it_stands(events, data):
    record = CallRecord(tuple(events))
    seq = data.draw(st.integers(0, len(events) - 1))
    whole = record.quote(seq).text
    begin = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(begin, len(whole)))

    quote = record.quote(seq, (begin, end))

    assert whole[quote.span[0] : quote.span[1]] == quote.text


def test_what_is_appended_is_not_sealed_yet():
    record = a_call().record().sealed_with(fresh_salt)

    longer = record.appended([CallHeld(at_ms=9_000)])

    assert record.head_hash is not None
    assert (longer.head_hash, len(longer.events)) == (None, 6)
    assert record.appended([]) is record
    assert len(record.events) == 5


def test_sealing_what_was_appended_keeps_the_chain_so_far():
    salt = deterministic_salt(7)
    record = a_call().record().sealed_with(salt)
    longer = record.appended([CallHeld(at_ms=9_000)]).sealed_with(fresh_salt)

    whole = a_call().add(CallHeld(at_ms=9_000)).record().sealed_with(salt)

    assert longer == whole
    assert record.sealed_with(fresh_salt) is record


def test_marking_needs_neither_database_nor_numbers():
    script = (
        "import recordings, recordings.sequences, recordings.transcript, sys\n"
        "import recordings.claims, recordings.audio\n"
        "heavy = {'sqlalchemy', 'numpy', 'flask', 'sklearn'} & set(sys.modules)\n"
        "sys.exit(f'{heavy} loaded' if heavy else 0)"
    )
    root = Path(__file__).parents[2]

    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stderr


def test_only_the_record_makes_a_quote():
    root = Path(__file__).parents[2]
    makers = [
        path.relative_to(root).as_posix()
        for package in ("recordings", "scoring", "simulator", "web")
        for path in (root / package).rglob("*.py")
        if " Quote(" in path.read_text() or "=Quote(" in path.read_text()
    ]

    assert makers == ["recordings/call_record.py"]


def test_an_answer_is_an_event_without_more():
    assert CallRecord((OFFERED, CallAnswered(at_ms=5))).answered_ms == 5
