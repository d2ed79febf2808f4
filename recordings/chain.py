"""The chain of hashes that shows whether a call record is as it was written.

Each hash covers the one before it and the event. Of what a person said it covers
only a salted digest, so that words and salt can be erased and the chain still holds.
"""

import json
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple, TypeAlias

from recordings.event_json import (
    RecordInvalid,
    blanks,
    canonical,
    event_from,
    event_values,
    personal_names,
)
from recordings.events import Event
from recordings.forms import Json

Salt: TypeAlias = Callable[[int], str]
"""Gives the salt of the event with this seq; asked only where there are words."""


class SealedEvent(NamedTuple):
    """An event in its place in the chain."""

    seq: int
    event: Event
    salt: str | None
    """None when nothing in it is personal, or when it was erased."""
    hash: str
    body: str
    """What the hash covers: canonical JSON with digests in place of words."""
    words: str | None = None
    """The words by field, as canonical JSON; None exactly when `salt` is."""
    erased: bool = False
    """Whether words once stood here; they read as "", None or ()."""


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """The first place where a record is not as it was written."""

    seq: int
    reason: str
    """altered, words_altered, missing, time_goes_back or tail."""

    def __str__(self) -> str:
        return f"kejadian nomor {self.seq}: {_IN_WORDS[self.reason]}"


_IN_WORDS = {
    "altered": "isinya atau kejadian sebelumnya berubah sejak ditulis",
    "words_altered": "kata-katanya berubah sejak ditulis",
    "missing": "hilang atau tidak pada urutannya",
    "time_goes_back": "waktunya lebih awal daripada kejadian sebelumnya",
    "tail": "akhir rekaman tidak cocok dengan catatan panggilan",
}


def fresh_salt(_seq: int) -> str:
    """A salt nobody can guess, for calls of real people."""
    return secrets.token_hex(16)


def deterministic_salt(seed: int) -> Salt:
    """Salts that are the same every time, for calls on virtual time.

    They can be guessed from the seed, so erasing gives no secrecy: only for robots
    and scripts.
    """
    return lambda seq: sha256(f"{seed}:salt:{seq}".encode()).hexdigest()[:32]


def seal(
    events: Iterable[Event],
    *,
    start_seq: int = 0,
    previous: str | None = None,
    salt: Salt,
) -> list[SealedEvent]:
    """Chain events one after the other.

    Args:
        events: In the order they happened.
        start_seq: Seq of the first of them.
        previous: Hash of the event before; None at the beginning of a call.
        salt: `fresh_salt`, or `deterministic_salt(seed)` on virtual time.
    """
    sealed = []
    for seq, event in enumerate(events, start_seq):
        link = _seal_one(event, seq=seq, previous=previous, salt=salt)
        sealed.append(link)
        previous = link.hash
    return sealed


def _seal_one(
    event: Event, *, seq: int, previous: str | None, salt: Salt
) -> SealedEvent:
    values = event_values(event)
    values["seq"] = seq
    names = personal_names(event)
    if not names:
        body = canonical(values)
        return SealedEvent(seq, event, None, link_hash(previous, body), body)
    own_salt = salt(seq)
    said = {name: values[name] for name in names}
    body = hidden_body(values, said, salt=own_salt)
    hash_ = link_hash(previous, body)
    return SealedEvent(seq, event, own_salt, hash_, body, canonical(said))


def hidden_body(values: dict[str, Json], said: dict[str, Json], *, salt: str) -> str:
    """The JSON text that is hashed: `values` with digests where words were `said`.

    The names of those fields stand in it as `words`, so that a reader needs no table
    of ours, and the table may grow without making earlier records wrong.
    """
    digests = {name: digest(salt, value) for name, value in said.items()}
    return canonical({**values, **digests, "words": sorted(said)})


def digest(salt: str, value: Json) -> str:
    """sha256 of salt and words; a list counts as its canonical JSON."""
    text = value if isinstance(value, str) else canonical(value)
    return sha256((salt + text).encode()).hexdigest()


def link_hash(previous: str | None, body: str) -> str:
    return sha256(((previous or "") + body).encode()).hexdigest()


def opened(
    body: str, *, words: str | None, salt: str | None, hash_: str
) -> SealedEvent:
    """Put an event together from its hashed text and the words kept beside it.

    Args:
        body: As it was hashed.
        words: Canonical JSON by field; None when there never were any, or erased.
        salt: None exactly when `words` is.
        hash_: The hash that was written with it.

    Raises:
        RecordInvalid: It is no event.
    """
    try:
        values = json.loads(body)
        seq = values.pop("seq")
        names = values.pop("words", ())
        erased = bool(names) and words is None
        if erased:
            values.update(blanks(values.get("type"), names))
        elif words is not None:
            values.update(json.loads(words))
    except (ValueError, TypeError, AttributeError, KeyError) as wrong:
        raise RecordInvalid(f"isinya rusak ({wrong})") from None
    return SealedEvent(seq, event_from(values), salt, hash_, body, words, erased)


def first_broken_link(links: Iterable[SealedEvent]) -> BrokenLink | None:
    """Find the first event that is missing, out of order or altered."""
    previous: str | None = None
    last_ms = 0
    for place, link in enumerate(links):
        reason = _fault(link, place=place, previous=previous, last_ms=last_ms)
        if reason:
            return BrokenLink(place, reason)
        previous, last_ms = link.hash, link.event.at_ms
    return None


def _fault(
    link: SealedEvent, *, place: int, previous: str | None, last_ms: int
) -> str | None:
    if link.seq != place:
        return "missing"
    if link.hash != link_hash(previous, link.body):
        return "altered"
    if not _words_fit(link):
        return "words_altered"
    if link.event.at_ms < last_ms:
        return "time_goes_back"
    return None


def _words_fit(link: SealedEvent) -> bool:
    if link.words is None or link.salt is None:
        return link.words is link.salt
    body, said = json.loads(link.body), json.loads(link.words)
    if sorted(said) != body.get("words"):
        return False
    return all(body[name] == digest(link.salt, said[name]) for name in said)
