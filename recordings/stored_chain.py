"""An event as a row of the database and back, and whether rows are still whole."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Row

from recordings.chain import BrokenLink, SealedEvent, first_broken_link, opened
from recordings.event_json import RecordInvalid
from recordings.events import TYPE_NAMES

EventRow: TypeAlias = Row[*tuple[Any, ...]]


def row_of(call_id: str, link: SealedEvent) -> dict[str, object]:
    return {
        "call_id": call_id,
        "seq": link.seq,
        "type": TYPE_NAMES[type(link.event)],
        "at_ms": link.event.at_ms,
        "body": link.body,
        "words": link.words,
        "salt": link.salt,
        "hash": link.hash,
    }


def link_of(row: EventRow) -> SealedEvent:
    """Read an event back.

    Raises:
        RecordInvalid: The row holds no event.
    """
    return opened(row.body, words=row.words, salt=row.salt, hash_=row.hash)


def broken_link(head: EventRow, rows: Sequence[EventRow]) -> BrokenLink | None:
    """Find the first event that is not as it was written.

    Args:
        head: The call's `event_count` and `head_hash`.
        rows: All its events by seq.
    """
    links = list(_readable(rows))
    broken = first_broken_link(links) or _mislabelled(rows, links)
    if broken is not None:
        return broken
    if len(links) < len(rows):
        return BrokenLink(len(links), "altered")
    last_hash = links[-1].hash if links else None
    if (head.event_count, head.head_hash) != (len(links), last_hash):
        return BrokenLink(len(links), "tail")
    return None


def _readable(rows: Sequence[EventRow]) -> Iterator[SealedEvent]:
    """The events up to the first that cannot be read."""
    for row in rows:
        try:
            yield link_of(row)
        except RecordInvalid:
            return


def _mislabelled(
    rows: Sequence[EventRow], links: Sequence[SealedEvent]
) -> BrokenLink | None:
    """The first event whose columns say something else than its hashed text."""
    for row, link in zip(rows, links, strict=False):
        said = row_of(row.call_id, link)
        if any(
            said[column] != getattr(row, column) for column in ("seq", "type", "at_ms")
        ):
            return BrokenLink(link.seq, "altered")
    return None
