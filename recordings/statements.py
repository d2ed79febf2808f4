"""The SQL of the call path, built once: that costs more than running it."""

from typing import cast

from sqlalchemy import Table, bindparam, delete, func, insert, select, update

from recordings.tables import Base, CallEventRow, CallRequestRow, CallRow, UtcDateTime


def table_of(row: type[Base]) -> Table:
    return cast(Table, row.__table__)


CALL, EVENT, REQUEST = map(table_of, (CallRow, CallEventRow, CallRequestRow))

ADD_CALL = insert(CALL)
SAVE_REPLY = insert(REQUEST)
_this_call = CALL.c.id == bindparam("call")
_of_call = EVENT.c.call_id == bindparam("call")

READ_HEAD = select(CALL.c.event_count, CALL.c.head_hash, CALL.c.last_at_ms).where(
    _this_call
)
LOCK_HEAD = READ_HEAD.with_for_update()
ADD_EVENTS = insert(EVENT)
MOVE_HEAD = (
    update(CALL)
    .where(_this_call, CALL.c.event_count == bindparam("expected"))
    .values(
        event_count=bindparam("count"),
        head_hash=bindparam("hash"),
        last_at_ms=bindparam("ms"),
    )
)
SIGN = update(CALL).where(_this_call).values(last_sign_at=bindparam("at"))
CLOSE = (
    update(CALL)
    .where(_this_call)
    .values(
        closed_at=func.coalesce(CALL.c.closed_at, bindparam("at", type_=UtcDateTime))
    )
)
EVENTS_FROM = (
    select(EVENT.c.body, EVENT.c.words, EVENT.c.salt, EVENT.c.hash)
    .where(_of_call, EVENT.c.seq >= bindparam("seq"))
    .order_by(EVENT.c.seq)
)
WHOLE_ROWS = select(EVENT).where(_of_call).order_by(EVENT.c.seq)
FIND_REPLY = select(REQUEST.c.reply, REQUEST.c.event_count).where(
    REQUEST.c.call_id == bindparam("call"),
    REQUEST.c.client_seq == bindparam("client"),
)
ERASE_WORDS = (
    update(EVENT)
    .where(_of_call, EVENT.c.words.is_not(None))
    .values(words=None, salt=None)
)
FORGET_REPLIES = delete(REQUEST).where(REQUEST.c.call_id == bindparam("call"))
CALLS_OF = (
    select(CALL.c.id)
    .where(CALL.c.trainee_id == bindparam("trainee"))
    .order_by(CALL.c.offered_at, CALL.c.id)
)
