"""What happened in a call: its events, their text form, and what follows from them.

The store, its tables and retention (`recordings.store`, `.tables`, `.retention`) need
SQLAlchemy and are imported by name, so that marking a call needs no database.
"""

from recordings.call_record import ERASED, CallRecord, Quote
from recordings.chain import BrokenLink, SealedEvent, deterministic_salt, fresh_salt
from recordings.codec import RecordInvalid, read_record, write_record
from recordings.events import EVENT_TYPES, Event

__all__ = [
    "ERASED",
    "EVENT_TYPES",
    "BrokenLink",
    "CallRecord",
    "Event",
    "Quote",
    "RecordInvalid",
    "SealedEvent",
    "deterministic_salt",
    "fresh_salt",
    "read_record",
    "write_record",
]
