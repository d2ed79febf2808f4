"""A call record as text: one event a line, canonical JSON, chained by hashes.

Reading is strict, because other programs and later versions rest on it: an unknown
type or field, a line that is not in canonical form or a broken chain is refused.
"""

import json

from recordings.call_record import CallRecord
from recordings.chain import (
    Salt,
    SealedEvent,
    deterministic_salt,
    first_broken_link,
    fresh_salt,
    hidden_body,
    opened,
    seal,
)
from recordings.event_json import RecordInvalid, canonical
from recordings.forms import Json

__all__ = [
    "RecordInvalid",
    "Salt",
    "SealedEvent",
    "canonical",
    "deterministic_salt",
    "fresh_salt",
    "from_line",
    "read_record",
    "seal",
    "to_line",
    "write_record",
]


def to_line(sealed: SealedEvent) -> str:
    """Write one event as a line, without the line's end.

    Erased words stand as null; their digests, which the chain needs, in `erased`.
    """
    values = json.loads(sealed.body)
    if sealed.erased:
        values["erased"] = {name: values[name] for name in values["words"]}
        values.update(dict.fromkeys(values["words"]))
    elif sealed.words is not None:
        values.update(json.loads(sealed.words), salt=sealed.salt)
    return canonical({**values, "hash": sealed.hash})


def from_line(line: str) -> SealedEvent:
    """Read one line; whether its hash is right shows only in the whole chain.

    Raises:
        RecordInvalid: It is no event, or not written as `to_line` writes it.
    """
    try:
        sealed = _opened(json.loads(line))
        if to_line(sealed) == line:
            return sealed
    except RecordInvalid:
        raise
    except (ValueError, RecursionError):
        pass
    raise RecordInvalid(
        "bukan JSON baku (nama terurut, tanpa spasi). Berkas mungkin terpotong atau "
        "pernah disunting; ambil lagi rekaman aslinya."
    )


def write_record(record: CallRecord, *, salt: Salt = fresh_salt) -> str:
    """Write a call as JSON Lines.

    Events that already stand in a chain keep it; the rest is sealed with `salt`. Give
    `deterministic_salt(seed)` where the same call must give the same bytes.
    """
    links = record.sealed_with(salt).sealed
    return "".join(to_line(link) + "\n" for link in links)


def read_record(text: str) -> CallRecord:
    """Read a call and make sure that its chain holds.

    Raises:
        RecordInvalid: With the line at fault.
    """
    links = [
        _numbered(number, line)
        for number, line in enumerate(text.rstrip("\r\n").split("\n"), 1)
    ]
    broken = first_broken_link(links)
    if broken is not None:
        raise RecordInvalid(
            f"baris {broken.seq + 1}: {broken}. Ambil lagi rekaman aslinya."
        )
    return CallRecord.of(links)


def _numbered(number: int, line: str) -> SealedEvent:
    try:
        return from_line(line.rstrip("\r"))
    except RecordInvalid as wrong:
        raise RecordInvalid(f"baris {number}: {wrong}") from None


def _opened(values: Json) -> SealedEvent:
    if type(values) is not dict:
        raise RecordInvalid("harus kumpulan nama dan nilai")
    hash_, salt = values.pop("hash", None), values.pop("salt", None)
    erased, names = values.pop("erased", None), values.pop("words", None)
    _check_envelope(values, hash_=hash_, salt=salt, erased=erased, names=names)
    if erased is not None:
        body = canonical({**values, **erased, "words": names})
    elif names is not None:
        said = {name: values[name] for name in names}
        body = hidden_body(values, said, salt=salt)
        return opened(body, words=canonical(said), salt=salt, hash_=hash_)
    else:
        body = canonical(values)
    return opened(body, words=None, salt=None, hash_=hash_)


def _check_envelope(
    values: dict[str, Json], *, hash_: Json, salt: Json, erased: Json, names: Json
) -> None:
    if type(values.get("seq")) is not int or values["seq"] < 0:
        raise RecordInvalid("seq: harus bilangan bulat mulai 0")
    if type(hash_) is not str:
        raise RecordInvalid("hash: harus teks")
    if names is None:
        if salt is not None or erased is not None:
            raise RecordInvalid("words: belum ada, padahal ada salt atau erased")
        return
    if type(names) is not list or not names or not set(map(str, names)) <= set(values):
        raise RecordInvalid("words: harus daftar nama yang ada pada kejadian ini")
    if erased is None and type(salt) is not str:
        raise RecordInvalid("salt: harus ada bila kata-katanya belum dihapus")
    if erased is not None and (type(erased) is not dict or sorted(erased) != names):
        raise RecordInvalid("erased: harus memuat nama yang sama dengan words")
