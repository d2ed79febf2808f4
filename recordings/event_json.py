"""One event as plain JSON values, and back."""

import json
from collections.abc import Mapping, Sequence

from recordings.events import (
    EVENT_TYPES,
    PERSONAL_FIELDS,
    TYPE_NAMES,
    Event,
    TicketFieldSet,
)
from recordings.forms import NAMES_ON_DISK, Json, Mismatch, build, forms_of, values_of

FREE_TEXT_FIELDS = frozenset(
    {"note", "caller_name", "location.detail", "location.landmark"}
)
"""Ticket fields that hold a person's own words; the others hold codes and numbers."""

ENVELOPE = frozenset({"seq", "type", "words", "salt", "hash", "erased"})
"""Names that stand beside an event's own fields in its JSON form."""


class RecordInvalid(ValueError):
    """A call record cannot be read; the Indonesian message says where and why."""


canonical = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
).encode
"""The one text of a JSON value: sorted keys, no spaces, no escapes without need."""


def event_values(event: Event) -> dict[str, Json]:
    """Put an event into JSON values, with its type's name on disk.

    Raises:
        TypeError, ValueError: A field holds what its annotation does not allow.
    """
    cls = type(event)
    return {"type": TYPE_NAMES[cls], **values_of(cls, event)}


def event_from(values: Mapping[str, Json]) -> Event:
    """Read an event from JSON values without its envelope except `type`.

    Fields that have a default may be missing: logs of earlier versions lack them.

    Raises:
        RecordInvalid: Unknown type, unknown or missing field, or a wrong value.
    """
    kind = values.get("type")
    cls = EVENT_TYPES.get(kind) if isinstance(kind, str) else None
    if cls is None:
        raise RecordInvalid(
            f"jenis kejadian «{kind}» tidak dikenal. Perbarui Latih 112 bila rekaman "
            "ini dari versi yang lebih baru."
        )
    try:
        event: Event = build(cls, values, surplus=1)
    except Mismatch as wrong:
        raise RecordInvalid(f"{kind}.{wrong.path}: {wrong.expected}") from None
    return event


def personal_names(event: Event) -> tuple[str, ...]:
    """Name the fields of an event, as on disk, that hold a person's words now.

    Empty fields are left out: there is nothing in them to erase.
    """
    if isinstance(event, TicketFieldSet) and event.field not in FREE_TEXT_FIELDS:
        return ()
    names = PERSONAL_FIELDS.get(type(event), ())
    on_disk = NAMES_ON_DISK.get(type(event), {})
    return tuple(sorted(on_disk.get(n, n) for n in names if getattr(event, n)))


def blanks(kind: Json, names: Sequence[str]) -> dict[str, Json]:
    """What erased fields of an event type read as: "", null or an empty list."""
    cls = EVENT_TYPES.get(kind) if isinstance(kind, str) else None
    by_name = {f.on_disk: f.form.blank for f in forms_of(cls)} if cls else {}
    return {name: by_name.get(name) for name in names}
