"""What could be learned from this caller, apart from how well it was asked for.

A call-taker can ask everything and be told nothing, or be told everything unasked.
The findings mark what was done; this list shows what came of it.
"""

from dataclasses import dataclass
from typing import Any

from scenarios.case import MustTell
from scoring.better import question_for
from scoring.criteria.instructions import HALF, NONE, WHOLE, told
from scoring.evidence import Evidence

TOLD = {WHOLE: "told", HALF: "partly", NONE: "not_told"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CapturedFact:
    """One fact of the case, and what became of it in the call."""

    fact: str
    label: str
    value: str | None
    """None when this caller does not know."""
    needed: bool
    """The case lists it as a question that must be asked."""
    asked: int | None
    """Seq of the first utterance that asked for it."""
    told: int | None
    """Seq of the caller's first line with it, heard or not."""
    heard: int | None
    """Seq of the line in which it came across."""
    question: str | None
    """How to ask for it, where it was needed and neither asked nor heard."""

    def to_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenInstruction:
    """One instruction the case asks for, and whether it was told."""

    instruction: str
    label: str
    critical: bool
    approved: bool
    """Unsigned instructions are drafts."""
    told: str
    """told, partly or not_told."""
    said: int | None
    """Seq of the first utterance that gave it."""

    def to_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


def captured(seen: Evidence) -> tuple[CapturedFact, ...]:
    """Every fact of the case that can come out, in the order of the case."""
    first_told: dict[str, int] = {}
    for seq, line in seen.lines:
        for fact_id in line.facts:
            first_told.setdefault(fact_id, seq)
    return tuple(
        _captured(seen, fact_id, first_told)
        for fact_id in (fact.id for fact in seen.case.facts if fact.told != "never")
    )


def _captured(seen: Evidence, fact_id: str, first_told: dict[str, int]) -> CapturedFact:
    fact = seen.case.fact(fact_id)
    asked = seen.asked(fact)
    heard = seen.heard.get(fact_id)
    needed = fact_id in seen.case.must_ask
    open_still = needed and asked is None and heard is None
    return CapturedFact(
        fact=fact_id,
        label=fact.label,
        value=fact.value,
        needed=needed,
        asked=asked[0].seq if asked else None,
        told=first_told.get(fact_id),
        heard=heard[0] if heard else None,
        question=question_for(fact, seen.case) if open_still else None,
    )


def given(seen: Evidence) -> tuple[GivenInstruction, ...]:
    """Every instruction the case asks for, in its order."""
    return tuple(_given(seen, must) for must in seen.case.must_tell)


def _given(seen: Evidence, must: MustTell) -> GivenInstruction:
    share, quote = told(seen, must)
    return GivenInstruction(
        instruction=must.id,
        label=must.label,
        critical=must.critical,
        approved=must.approved,
        told=TOLD[share],
        said=quote.seq if quote else None,
    )
