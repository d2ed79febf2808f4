"""Erasing what a person said: in the call, and in every mark that quotes it."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any

from sqlalchemy import Connection, select, update

from recordings import ERASED, CallRecord
from recordings.retention import Erasing, erase_words
from recordings.store import CallStore
from web.models import ScorecardRow


def erase_said(
    connection: Connection, call_ids: Iterable[str], erasing: Erasing
) -> None:
    """Erase the words of calls, and their quotes on scorecards. The caller commits.

    Times, acts and points stay; so does the chain of hashes.
    """
    calls = list(call_ids)
    erase_words(connection, calls, erasing)
    forget_quotes(connection, calls)


def forget_quotes(connection: Connection, call_ids: Iterable[str]) -> None:
    """Take erased words out of the scorecards that quote them."""
    for call_id in call_ids:
        record = CallStore(connection).read(call_id)
        rows = connection.execute(
            select(ScorecardRow.id, ScorecardRow.scorecard).where(
                ScorecardRow.call_id == call_id
            )
        )
        for row in rows.all():
            connection.execute(
                update(ScorecardRow)
                .where(ScorecardRow.id == row.id)
                .values(scorecard=without_words(row.scorecard, record))
            )


def without_words(form: Mapping[str, Any], record: CallRecord) -> dict[str, Any]:
    """A scorecard's JSON whose quotes of erased events say so."""
    copy = deepcopy(dict(form))
    for quote in _quotes(copy):
        if record.is_erased(quote["seq"]):
            quote["text"] = ERASED
    return copy


def _quotes(form: object) -> Iterator[dict[str, Any]]:
    """Every quote in a JSON form, however deep."""
    if isinstance(form, list):
        for one in form:
            yield from _quotes(one)
    elif isinstance(form, dict):
        if form.keys() >= {"seq", "span", "text"}:
            yield form
        for one in form.values():
            yield from _quotes(one)
