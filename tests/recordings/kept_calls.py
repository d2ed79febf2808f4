"""Calls in a database, for the tests of what is done with them there."""

import uuid

from recordings.database import writing
from recordings.events import TicketFieldSet
from recordings.store import CallStore
from tests.recordings.phone_call import OFFERED, PhoneCall


def told():
    call = PhoneCall().taker(3, 5, "112, di mana lokasinya?", acts=["ask_location"])
    call.caller(6, 8, "Di Mardika!", facts=("area",))
    return call.add(TicketFieldSet(at_ms=9_000, field="note", value="api besar")).events


def kept(engine, events=None, **belongs):
    """A call in the database; its id."""
    call_id = str(uuid.uuid4())
    with writing(engine) as connection:
        store = CallStore(connection)
        store.create(call_id, **({"centre_id": "ambon", "offered": OFFERED} | belongs))
        store.append(call_id, told() if events is None else events, expected=0)
    return call_id
