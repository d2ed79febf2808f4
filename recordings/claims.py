"""What the call-taker told the caller about help, checked against the log.

A claim is found by what an act is about (`forwarded`, `on_its_way`, `minutes`,
`stay_promised`, `callback_promised`); an act that says only «bantuan dikirim» or
«saya sambungkan» claims the weaker thing, `forwarded`. It holds when:

* `forwarded`: the agency named, or any, is on a dispatch made before the claim or
  within 15 seconds after it, and not recalled by then.
* `on_its_way`: the agency has accepted before the claim, and was not recalled.
* `minutes`: an agency's own word before the claim gave that number. No minute
  without a unit's own word.
* `stay_promised`: no unexplained hold follows, and the call-taker does not close the
  call without taking leave.
* `callback_promised`: a call back was placed afterwards.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from recordings.call_record import CallRecord
from recordings.codes import TAKES_LEAVE
from recordings.events import (
    ActFound,
    AgencyAnswered,
    AgencyDispatched,
    AgencyRecalled,
    CallbackPlaced,
    CallClosed,
    CallTakerSpoke,
    FieldReportReceived,
    Span,
)
from recordings.timing import holds

FORWARD_WITHIN_MS = 15_000
"""«Saya teruskan sekarang» may be said while the hand is on its way to the key."""

KINDS = ("forwarded", "on_its_way", "minutes", "stay_promised", "callback_promised")

# What these acts claim when nothing says it more exactly.
_CLAIMED_BY_ACT = {
    "inform_dispatch": "forwarded",
    "inform_transfer": "forwarded",
    "inform_eta": "minutes",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something the call-taker told the caller that the log can confirm."""

    seq: int
    span: Span
    kind: str
    """One of KINDS."""
    at_ms: int
    """When it had been said."""
    agencies: tuple[str, ...] = ()
    """Agencies named in the same utterance; empty: help in general."""
    minutes: tuple[str, ...] = ()
    """Numbers of minutes named in it, as digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedClaim:
    """A claim and whether the log bears it out."""

    claim: Claim
    holds: bool | None
    """None while the call goes on and it may still come true."""
    because: tuple[int, ...]
    """Seqs of the events that show it; empty where what was claimed is missing."""


def claims(record: CallRecord) -> list[Claim]:
    """Everything the call-taker claimed to the caller, in the order it was said."""
    return [
        claim
        for seq, said in record.all(CallTakerSpoke)
        for claim in _claims_in(record, seq, said)
    ]


def checked_claims(record: CallRecord) -> list[CheckedClaim]:
    """Every claim with whether it holds."""
    return [_CHECKS[claim.kind](record, claim) for claim in claims(record)]


# --- finding them -------------------------------------------------------------------


def _claims_in(record: CallRecord, seq: int, said: CallTakerSpoke) -> list[Claim]:
    found: dict[str, Claim] = {}
    for act in record.acts_of(seq):
        for kind in _kinds_of(act):
            found.setdefault(
                kind,
                Claim(
                    seq=seq,
                    span=act.span,
                    kind=kind,
                    at_ms=said.ended_ms,
                    agencies=_named(record, seq, "agency"),
                    minutes=_named(record, seq, "minutes"),
                ),
            )
    return list(found.values())


def _kinds_of(act: ActFound) -> list[str]:
    exact = [kind for kind in KINDS if kind in act.about]
    weaker = _CLAIMED_BY_ACT.get(act.act)
    return exact or ([weaker] if weaker else [])


def _named(record: CallRecord, seq: int, kind: str) -> tuple[str, ...]:
    reading = record.reading_of(seq)
    values = reading[1].values if reading else ()
    return tuple(dict.fromkeys(v.value for v in values if v.kind == kind))


# --- checking them ------------------------------------------------------------------


def _check_forwarded(record: CallRecord, claim: Claim) -> CheckedClaim:
    until_ms = claim.at_ms + FORWARD_WITHIN_MS
    sent = _standing_dispatches(record, until_ms)
    because = _all_or_any(claim.agencies, sent)
    still_open = not record.ended and record.events[-1].at_ms <= until_ms
    return _checked(claim, because, else_=None if still_open else False)


def _check_on_its_way(record: CallRecord, claim: Claim) -> CheckedClaim:
    standing = _standing_dispatches(record, claim.at_ms)
    accepted = {
        answer.agency: seq
        for seq, answer in record.all(AgencyAnswered)
        if answer.answer == "accepts"
        and answer.at_ms <= claim.at_ms
        and standing.get(answer.agency, seq) < seq
    }
    return _checked(claim, _all_or_any(claim.agencies, accepted), else_=False)


def _check_minutes(record: CallRecord, claim: Claim) -> CheckedClaim:
    words = [
        *((s, e.at_ms, e.agency, e.read_back) for s, e in record.all(AgencyAnswered)),
        *((s, e.at_ms, e.agency, e.text) for s, e in record.all(FieldReportReceived)),
    ]
    because = [
        seq
        for seq, at_ms, agency, text in words
        if at_ms <= claim.at_ms
        and (not claim.agencies or agency in claim.agencies)
        and set(claim.minutes) & set(re.findall(r"\d+", text or ""))
    ]
    return _checked(claim, because, else_=False)


def _check_stay(record: CallRecord, claim: Claim) -> CheckedClaim:
    broken = [
        hold.seq
        for hold in holds(record)
        if hold.seq > claim.seq and hold.asked_by is None
    ]
    closed = record.first(CallClosed)
    if closed is not None and not _took_leave(record, claim.seq):
        broken.append(closed[0])
    if broken:
        return CheckedClaim(claim=claim, holds=False, because=tuple(broken))
    kept = True if record.ended else None
    return CheckedClaim(claim=claim, holds=kept, because=())


def _took_leave(record: CallRecord, since: int) -> bool:
    return any(
        seq > since and record.has_act(seq, *TAKES_LEAVE)
        for seq, _ in record.all(CallTakerSpoke)
    )


def _check_callback(record: CallRecord, claim: Claim) -> CheckedClaim:
    placed = [seq for seq, _ in record.all(CallbackPlaced) if seq > claim.seq]
    return _checked(claim, placed, else_=False if record.closed else None)


_CHECKS: dict[str, Callable[[CallRecord, Claim], CheckedClaim]] = {
    "forwarded": _check_forwarded,
    "on_its_way": _check_on_its_way,
    "minutes": _check_minutes,
    "stay_promised": _check_stay,
    "callback_promised": _check_callback,
}


def _standing_dispatches(record: CallRecord, until_ms: int) -> dict[str, int]:
    """Agencies dispatched and not recalled by a moment: id -> seq of the dispatch."""
    standing: dict[str, int] = {}
    for seq, event in enumerate(record.events):
        if event.at_ms > until_ms:
            break
        if isinstance(event, AgencyDispatched):
            standing.update(dict.fromkeys(event.agencies, seq))
        elif isinstance(event, AgencyRecalled):
            standing.pop(event.agency, None)
    return standing


def _all_or_any(named: tuple[str, ...], found: dict[str, int]) -> list[int]:
    """Seqs that bear out a claim: one for each agency named, or any for help at all."""
    if not named:
        return sorted(set(found.values()))
    if not all(agency in found for agency in named):
        return []
    return sorted({found[agency] for agency in named})


def _checked(claim: Claim, because: list[int], *, else_: bool | None) -> CheckedClaim:
    holds_ = True if because else else_
    return CheckedClaim(claim=claim, holds=holds_, because=tuple(because))
