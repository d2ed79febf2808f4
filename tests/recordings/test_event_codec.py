"""Every event there and back, and what a line may not say."""

import json
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, timedelta, timezone
from enum import IntEnum, StrEnum
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recordings.call_record import CallRecord
from recordings.chain import link_hash, opened
from recordings.codec import (
    RecordInvalid,
    canonical,
    deterministic_salt,
    from_line,
    read_record,
    seal,
    to_line,
    write_record,
)
from recordings.event_json import ENVELOPE, event_from, event_values
from recordings.events import (
    EVENT_TYPES,
    AgencyDispatched,
    CallAnswered,
    CallerDistressChanged,
    CallOffered,
    CallTakerSpoke,
    CaseDrawn,
    TicketFieldSet,
)
from recordings.forms import NAMES_ON_DISK, forms_of
from tests.recordings.event_strategies import any_event, calls, events_of, few
from tests.recordings.phone_call import OFFERED, PhoneCall

SALT = deterministic_salt(7)


@pytest.mark.parametrize("cls", EVENT_TYPES.values(), ids=EVENT_TYPES)
@few
@given(data=st.data())
def test_every_event_comes_back_from_its_line_as_it_was(cls, data):
    event = data.draw(events_of(cls))
    [link] = seal([event], start_seq=4, previous="ab", salt=SALT)

    back = from_line(to_line(link))

    assert back == link
    assert back.event == event


@few
@given(calls())
def test_a_record_comes_back_as_it_was(events):
    text = write_record(CallRecord(tuple(events)), salt=SALT)

    record = read_record(text)

    assert record.events == tuple(events)
    assert write_record(record) == text


@few
@given(any_event)
def test_what_is_written_is_canonical(event):
    [link] = seal([event], salt=SALT)

    for text in (link.body, to_line(link)):
        assert (
            json.dumps(
                json.loads(text),
                sort_keys=True,
                separators=(",", ":"),
                ensure_ascii=False,
            )
            == text
        )


def test_the_bytes_of_a_line_never_change():
    said = CallTakerSpoke(
        at_ms=9_400,
        text="Di mana, «Bu»?\n",
        began_ms=8_000,
        ended_ms=9_400,
        means="recognised",
        confidence=0.8749,
    )
    [link] = seal([said], start_seq=3, previous="0" * 64, salt=SALT)

    hidden = sha256((SALT(3) + said.text).encode()).hexdigest()
    hashed = (
        '{"at_ms":9400,"began_ms":8000,"clip":null,"confidence":0.87,"ended_ms":9400,'
        f'"means":"recognised","seq":3,"text":"{hidden}",'
        '"type":"call_taker_spoke","words":["text"]}'
    )
    assert link.body == hashed
    assert link.hash == sha256(("0" * 64 + hashed).encode()).hexdigest()
    assert to_line(link) == (
        '{"at_ms":9400,"began_ms":8000,"clip":null,"confidence":0.87,"ended_ms":9400,'
        f'"hash":"{link.hash}","means":"recognised",'
        f'"salt":"{SALT(3)}","seq":3,"text":"Di mana, «Bu»?\\n",'
        '"type":"call_taker_spoke","words":["text"]}'
    )


def test_the_same_record_on_virtual_time_is_the_same_bytes():
    one, other = (
        write_record(PhoneCall().caller(3, 5).taker(6, 8).record(), salt=SALT)
        for _ in range(2)
    )

    assert one == other


@pytest.mark.parametrize(
    ("level", "written"), [(3, "3.0"), (2.345, "2.35"), (-0.001, "0.0")]
)
def test_floats_keep_two_decimals(level, written):
    event = CallerDistressChanged(at_ms=0, level=level, because_of=None, reason="rude")

    assert f'"level":{written},' in canonical(event_values(event))


def test_a_moment_is_written_in_utc_whatever_its_zone():
    wit = timezone(timedelta(hours=9))
    event = _offered(datetime(2026, 3, 2, 18, 15, tzinfo=wit))

    values = event_values(event)

    assert values["offered_at"] == "2026-03-02T09:15:00Z"
    assert event_from(values).offered_at == datetime(2026, 3, 2, 9, 15, tzinfo=UTC)


def test_a_moment_without_a_zone_is_not_written():
    with pytest.raises(ValueError, match="time zone"):
        event_values(_offered(datetime(2026, 3, 2)))  # noqa: DTZ001


def test_codes_of_a_vocabulary_are_written_as_plain_values():
    agency = StrEnum("Agency", {"DAMKAR": "damkar"}).DAMKAR
    priority = IntEnum("Priority", {"ONE": 1}).ONE

    values = event_values(
        AgencyDispatched(at_ms=0, agencies=(agency,), priority=priority)
    )

    assert canonical(values) == (
        '{"agencies":["damkar"],"at_ms":0,"priority":1,"type":"agency_dispatched"}'
    )


@pytest.mark.parametrize("case", [{"a": {1, 2}}, {1: "a"}, {"a": float("nan")}])
def test_a_case_that_is_not_json_is_not_written(case):
    with pytest.raises((TypeError, ValueError)):
        canonical(event_values(CaseDrawn(at_ms=0, case=case)))


def test_half_a_character_is_not_written():
    with pytest.raises(ValueError, match="surrogates"):
        event_values(TicketFieldSet(at_ms=0, field="note", value="\ud83d"))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"type": "call_forgotten"}, "jenis kejadian «call_forgotten» tidak dikenal"),
        ({"type": None}, "jenis kejadian «None» tidak dikenal"),
        ({"mood": "calm"}, "call_taker_spoke.mood: tidak dikenal di sini"),
        ({"text": 5}, "call_taker_spoke.text: harus teks"),
        ({"began_ms": 1.5}, "call_taker_spoke.began_ms: harus bilangan bulat"),
        ({"began_ms": True}, "call_taker_spoke.began_ms: harus bilangan bulat"),
        ({"confidence": "0.9"}, "call_taker_spoke.confidence: harus bilangan"),
        ({"ended_ms": ...}, "call_taker_spoke.ended_ms: belum ada"),
    ],
)
def test_an_unknown_or_wrong_value_is_refused(change, says):
    said = CallTakerSpoke(at_ms=1, text="a", began_ms=0, ended_ms=1, means="typed")
    values = event_values(said) | change
    values = {name: value for name, value in values.items() if value is not ...}

    with pytest.raises(RecordInvalid, match=says):
        event_from(values)


def test_a_fault_deep_inside_is_named_with_its_place():
    record = PhoneCall().taker(3, 4, acts=["ask_location"]).record()
    values = event_values(record.events[-1])
    values["acts"][0]["span"] = [0, 1, 2]

    with pytest.raises(RecordInvalid, match=r"utterance_read\.acts\.0\.span"):
        event_from(values)


@few
@given(any_event)
def test_fields_with_a_default_may_be_missing(event):
    values = event_values(event)
    for field in forms_of(type(event)):
        if not field.required:
            del values[field.on_disk]

    back = event_from(values)

    for field in forms_of(type(event)):
        if field.required:
            assert getattr(back, field.name) == getattr(event, field.name)


def test_a_log_from_before_a_field_existed_still_verifies():
    older = {"at_ms": 0, "seq": 0, "type": "hint_shown", "hint": "lokasi"}
    read = {"at_ms": 0, "seq": 1, "type": "utterance_read", "of": 0, "reader": "a"}
    links = []
    for values in (older, read):
        previous = links[-1].hash if links else None
        links.append(_link_of(values, previous))
    text = "".join(to_line(link) + "\n" for link in links)

    assert write_record(read_record(text)) == text


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("", "bukan JSON baku"),
        ("{", "bukan JSON baku"),
        ("[]", "harus kumpulan nama dan nilai"),
        ("[" * 100_000, "bukan JSON baku"),
        ('{"hash":"a","seq":-1}', "seq: harus bilangan bulat mulai 0"),
        ('{"seq":0,"type":"call_answered"}', "hash: harus teks"),
        ('{"hash":"a","salt":"b","seq":0}', "words: belum ada"),
        ('{"hash":"a","seq":0,"words":[[]]}', "words: harus daftar nama"),
        ('{"hash":"a","seq":0,"text":"a","words":["text"]}', "salt: harus ada"),
        (
            '{"erased":{},"hash":"a","seq":0,"text":null,"words":["text"]}',
            "erased: harus memuat nama yang sama",
        ),
        ('{"at_ms":0,"hash":"a","seq":0,"type":["x"]}', "tidak dikenal"),
        ('{"at_ms":0, "hash":"a","seq":0,"type":"call_answered"}', "bukan JSON baku"),
        ('{"at_ms":0,"at_ms":0,"hash":"a","seq":0,"type":"call_answered"}', "baku"),
    ],
)
def test_a_line_that_is_no_event_is_refused(line, says):
    with pytest.raises(RecordInvalid, match=says):
        from_line(line)


def test_the_line_at_fault_is_named():
    text = write_record(CallRecord((OFFERED, CallAnswered(at_ms=1))), salt=SALT)

    with pytest.raises(RecordInvalid, match=r"^baris 2: bukan JSON baku"):
        read_record(text[:-10])


def test_line_ends_of_another_system_do_no_harm():
    text = write_record(CallRecord((OFFERED, CallAnswered(at_ms=1))), salt=SALT)

    assert read_record(text.replace("\n", "\r\n")) == read_record(text)


def test_no_field_on_disk_bears_a_name_of_the_envelope():
    for cls in EVENT_TYPES.values():
        assert not ENVELOPE & {field.on_disk for field in forms_of(cls)}, cls
    assert all(
        set(renamed) <= {field.name for field in fields(cls)}
        for cls, renamed in NAMES_ON_DISK.items()
        if is_dataclass(cls)
    )


def _offered(moment):
    return CallOffered(
        at_ms=0,
        scenario="a@1",
        seed=1,
        region="ambon",
        mode="exam",
        rubric="r@1",
        ani=None,
        offered_at=moment,
    )


def _link_of(values, previous):
    body = canonical(values)
    return opened(body, words=None, salt=None, hash_=link_hash(previous, body))
