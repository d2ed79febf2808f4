"""A story as its author wrote it: what cases are drawn from.

Facts, instructions and changes have the shape they have in a case; their texts still
hold names in braces. What only the draw decides (who rings, where it is) has a shape of
its own here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.case import Change, Fact, Instruction, MustTell, Opening
from scenarios.drawables import Draw, PhoneDraw

REGISTERS = ("indonesian", "mixed", "ambonese")
SPEAKS = ("words", "tones", "nothing")
SENSITIVE = ("death", "child", "violence", "suicide")
SEXES = ("female", "male", "any")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenCaller:
    """Who rings; whatever has several values is chosen by the seed."""

    person: str
    """Name of the draw."""
    relation: str
    addresses_taker: tuple[str, ...]
    register: str
    distress: tuple[int, ...]
    reactivity: float
    patience_ms: int
    reaction_ms: tuple[int, int]
    speaks: str
    ani_shown: bool
    gives_up_after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenTruth:
    """What a right ticket holds; names of places come with the draw."""

    emergency: bool
    place: str | None
    """Name of the draw."""
    place_accepted: tuple[str, ...]
    detail: str | None
    callback_number: str | None
    caller_name: str | None
    incident_type_accepted: tuple[str, ...]
    priority: int | None
    priority_accepted: tuple[int, ...]
    agencies_required: tuple[str, ...]
    agencies_acceptable: tuple[str, ...]
    agencies_wrong: tuple[str, ...]
    disposition: str
    disposition_accepted: tuple[str, ...]
    persons: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTargets:
    """Times of this story in place of the centre's; None leaves the centre's."""

    answer_ms: int | None = None
    location_ms: int | None = None
    dispatch_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One way an emergency goes."""

    incident_type: str
    sensitive: tuple[str, ...]
    draws: Mapping[str, Draw]
    caller: WrittenCaller
    time: str
    background: tuple[str, ...]
    opening: Opening
    facts: tuple[Fact, ...]
    instructions: tuple[Instruction, ...]
    changes: tuple[Change, ...]
    truth: WrittenTruth
    must_ask: tuple[str, ...]
    must_tell: tuple[MustTell, ...]
    targets: OwnTargets

    @property
    def phones(self) -> tuple[str, ...]:
        """Names of the numbers drawn."""
        draws = self.draws.items()
        return tuple(name for name, one in draws if isinstance(one, PhoneDraw))
