"""The chain shows every change, and holds when words are erased."""

import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from recordings import RecordInvalid, read_record, write_record
from recordings.call_record import ERASED, CallRecord
from recordings.chain import (
    deterministic_salt,
    digest,
    first_broken_link,
    fresh_salt,
    opened,
    seal,
)
from recordings.codec import from_line, to_line
from recordings.events import (
    PERSONAL_FIELDS,
    TYPE_NAMES,
    AgencyAnswered,
    AgencySilent,
    CallAnswered,
    CallTakerSpoke,
    InstructorIntervened,
    SupervisorAsked,
    TicketFieldSet,
    UtteranceRead,
    ValueFound,
)
from tests.recordings.event_strategies import calls, events_of, few
from tests.recordings.phone_call import PhoneCall

SALT = deterministic_salt(7)


def a_call():
    call = PhoneCall().taker(3, 4, "112, di mana lokasinya?", acts=["ask_location"])
    call.caller(5, 8, "Di Mardika!", facts=("area",))
    call.add(TicketFieldSet(at_ms=9_000, field="location.detail", value="lorong dua"))
    return call.add(TicketFieldSet(at_ms=9_000, field="persons", value="2"))


LINKS = seal(a_call().events, salt=SALT)
TEXT = "".join(to_line(link) + "\n" for link in LINKS)


def erased(link):
    return opened(link.body, words=None, salt=None, hash_=link.hash)


def test_a_record_as_it_was_written_has_no_broken_link():
    assert first_broken_link(LINKS) is None
    assert read_record(TEXT).head_hash == LINKS[-1].hash


def test_a_changed_character_is_seen_wherever_it_stands():
    for place, before in enumerate(TEXT):
        other = "b" if before == "a" else "a"
        if before != "\n":
            with pytest.raises(RecordInvalid, match=r"^baris "):
                read_record(TEXT[:place] + other + TEXT[place + 1 :])


@few
@given(st.integers(0, len(TEXT.encode()) - 1), st.integers(0, 7))
def test_a_flipped_bit_is_seen(place, bit):
    raw = bytearray(TEXT.encode())
    assume(raw[place] != ord("\n"))
    raw[place] ^= 1 << bit

    with pytest.raises(ValueError, match=r"."):  # RecordInvalid or no UTF-8 at all
        read_record(raw.decode())


@pytest.mark.parametrize("gone", range(len(LINKS) - 1))
def test_a_missing_event_is_seen(gone):
    broken = first_broken_link(LINKS[:gone] + LINKS[gone + 1 :])

    assert (broken.seq, broken.reason) == (gone, "missing")


def test_two_events_in_each_others_place_are_seen():
    swapped = [*LINKS[:3], LINKS[4], LINKS[3], *LINKS[5:]]

    assert first_broken_link(swapped).reason == "missing"


def test_an_event_put_in_with_a_hash_of_its_own_is_seen_at_the_next():
    [other] = seal(
        [CallAnswered(at_ms=1)], start_seq=2, previous=LINKS[1].hash, salt=SALT
    )

    broken = first_broken_link([*LINKS[:2], other, *LINKS[3:]])

    assert (broken.seq, broken.reason) == (3, "altered")


def test_other_words_are_seen():
    link = LINKS[3]
    other = json.dumps({"text": "apa?"})

    broken = first_broken_link([*LINKS[:3], link._replace(words=other), *LINKS[4:]])

    assert (broken.seq, broken.reason) == (3, "words_altered")
    assert str(broken) == "kejadian nomor 3: kata-katanya berubah sejak ditulis"


def test_time_that_goes_back_is_seen():
    links = seal([CallAnswered(at_ms=2), CallAnswered(at_ms=1)], salt=SALT)

    assert first_broken_link(links).reason == "time_goes_back"


@few
@given(calls(), st.data())
def test_the_chain_holds_whatever_words_are_erased(events, data):
    links = seal(events, salt=SALT)
    which = data.draw(st.sets(st.integers(0, len(links) - 1)))
    kept = [erased(link) if link.seq in which else link for link in links]

    text = "".join(to_line(link) + "\n" for link in kept)

    assert first_broken_link(kept) is None
    assert read_record(text).head_hash == links[-1].hash
    assert write_record(read_record(text)) == text


@pytest.mark.parametrize("cls", PERSONAL_FIELDS, ids=lambda cls: TYPE_NAMES[cls])
@few
@given(data=st.data())
def test_nothing_is_left_of_erased_words(cls, data):
    marker = "sangat-rahasia-sekali"
    event = data.draw(events_of(cls))
    said = {
        name: _with_marker(getattr(event, name), marker)
        for name in PERSONAL_FIELDS[cls]
    }
    values = {name: getattr(event, name) for name in event.__dataclass_fields__}
    if cls is TicketFieldSet:
        values["field"] = "note"
    [link] = seal([cls(**(values | said))], salt=fresh_salt)

    gone = erased(link)

    assert marker in to_line(link)
    assert marker not in to_line(gone)
    assert gone.erased
    assert all(not getattr(gone.event, name) for name in PERSONAL_FIELDS[cls])


def test_erased_words_read_as_nothing_and_say_so():
    links = [erased(link) for link in LINKS]
    record = CallRecord.of(links)

    assert record.events[3].text == ""
    assert record.events[6].value is None
    assert record.quote(3).text == ERASED == "«dihapus»"
    assert [link.seq for link in links if link.erased] == [3, 6]


def test_codes_and_numbers_of_the_ticket_are_not_words():
    assert LINKS[7].words is None
    assert '"value":"2"' in LINKS[7].body


@pytest.mark.parametrize(
    "event",
    [
        CallTakerSpoke(at_ms=0, text="", began_ms=0, ended_ms=0, means="typed"),
        TicketFieldSet(at_ms=0, field="note", value=None),
        UtteranceRead(at_ms=0, of=0, reader="a"),
        AgencyAnswered(at_ms=0, agency="pln", answer="accepts"),
        AgencySilent(at_ms=0, agency="pln"),
    ],
)
def test_where_nothing_was_said_there_is_no_salt(event):
    [link] = seal([event], salt=SALT)

    assert (link.salt, link.words, link.erased) == (None, None, False)
    assert from_line(to_line(link)) == link


def test_the_same_words_twice_leave_different_digests():
    said = SupervisorAsked(at_ms=0, text="Boleh?")
    one, other = seal([said, said], salt=fresh_salt)

    assert json.loads(one.body)["text"] != json.loads(other.body)["text"]


def test_a_digest_is_of_salt_and_words():
    [link] = seal([InstructorIntervened(at_ms=0, kind="hint", text="RT?")], salt=SALT)

    assert json.loads(link.body)["text"] == digest(SALT(0), "RT?")


def _with_marker(value, marker):
    if isinstance(value, tuple):
        return (ValueFound(kind="name", value=marker, span=(0, 1)),)
    return marker
