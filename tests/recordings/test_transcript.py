"""A call as people read it."""

from recordings.call_record import CallRecord
from recordings.chain import deterministic_salt, opened, seal
from recordings.events import (
    AgencyAnswered,
    CallerSounded,
    CallHeld,
    HandoverSpoken,
    InstructorIntervened,
    SupervisorAsked,
    UnderstandingCorrected,
)
from recordings.transcript import transcript
from tests.recordings.phone_call import PhoneCall


def a_call():
    call = PhoneCall().taker(3, 5, "Di mana lokasinya?", acts=["ask_location"])
    return call.caller(6, 12, "Di Mardika, blakang ruko!", distress=4)


def test_who_said_what_and_when():
    said, answered = transcript(a_call().record())

    assert (said.seq, said.who, said.text) == (3, "call_taker", "Di mana lokasinya?")
    assert (said.began_ms, said.ended_ms, said.acts) == (
        3_000,
        5_000,
        ("ask_location",),
    )
    assert (answered.who, answered.distress, answered.acts) == ("caller", 4, ())
    assert (answered.began_ms, answered.ended_ms) == (6_000, 12_000)


def test_turns_stand_by_when_they_began():
    call = PhoneCall().caller(9, 10, "kedua").taker(3, 12, "pertama")

    assert [turn.text for turn in transcript(call.record())] == ["pertama", "kedua"]


def test_a_line_cut_off_shows_what_stayed_unsaid():
    call = a_call().taker(9, 10, "Maaf saya potong.", means="recognised")

    turn = transcript(call.record())[1]

    assert (turn.text, turn.unsaid) == ("Di Mardika,", "blakang ruko!")
    assert turn.ended_ms == 9_000


def test_acts_are_those_a_person_corrected():
    call = a_call().add(
        UnderstandingCorrected(at_ms=13_000, of=3, acts=("ask_safe",), by="partner")
    )

    assert transcript(call.record())[0].acts == ("ask_safe",)


def test_erased_words_say_so():
    links = seal(a_call().events, salt=deterministic_salt(7))
    erased = [opened(x.body, words=None, salt=None, hash_=x.hash) for x in links]

    said, answered = transcript(CallRecord.of(erased))

    assert (said.text, said.erased, said.acts) == (
        "«dihapus»",
        True,
        ("ask_location",),
    )
    assert (answered.text, answered.erased) == ("Di Mardika, blakang ruko!", False)


def test_everybody_who_speaks_is_in_it_and_keys_are_not():
    call = PhoneCall()
    for event in (
        CallHeld(at_ms=3_000),
        HandoverSpoken(
            at_ms=4_000, agency="damkar", text="Ruko.", began_ms=4_000, ended_ms=5_000
        ),
        AgencyAnswered(
            at_ms=6_000, agency="damkar", answer="accepts", read_back="Ruko."
        ),
        SupervisorAsked(at_ms=7_000, text="Boleh?"),
        InstructorIntervened(at_ms=8_000, kind="hint", text="RT?"),
        CallerSounded(at_ms=9_000, sound="crying", began_ms=9_000, ended_ms=9_500),
    ):
        call.add(event)

    turns = transcript(call.record())

    assert [(turn.who, turn.agency, turn.text) for turn in turns] == [
        ("call_taker", "damkar", "Ruko."),
        ("agency", "damkar", "Ruko."),
        ("call_taker", None, "Boleh?"),
        ("instructor", None, "RT?"),
        ("caller", None, ""),
    ]
    assert (turns[1].answer, turns[-1].sound) == ("accepts", "crying")
