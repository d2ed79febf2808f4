"""A case: one emergency with every random choice made.

A case is the immutable truth of a call. It travels inside the call's second event as
JSON and is never drawn again: playing back, marking and re-marking need nothing else.
All texts in it are final, in the caller's own words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from scenarios import case_json

MOODS = ("calm", "tense", "panic")
"""Wording by distress: ECCS 1-2 is calm, 3 tense, 4-5 panic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One written line of the caller; the id names its recorded takes."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """How the caller may put one thing, by mood. At least one mood is filled."""

    calm: tuple[Line, ...] = ()
    tense: tuple[Line, ...] = ()
    panic: tuple[Line, ...] = ()

    def at(self, distress: int) -> tuple[Line, ...]:
        """The lines for a distress of 1 to 5; the nearest mood that has any."""
        order = (
            (self.calm, self.tense, self.panic)
            if distress <= 2
            else (self.tense, self.panic, self.calm)
            if distress == 3
            else (self.panic, self.tense, self.calm)
        )
        return next((lines for lines in order if lines), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A question that brings a fact out: an act, perhaps about something."""

    act: str
    about: tuple[str, ...] = ()
    """Any of these concepts; empty means whatever the question was about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something the caller knows, or is asked and does not know."""

    id: str
    label: str
    """Indonesian, for the debrief: «orang terjebak»."""
    value: str | None
    """Short Indonesian value for people; None when unknown to this caller."""
    told: str
    """volunteered, asked or never."""
    answers: tuple[Answer, ...]
    say: Say
    again: Say | None = None
    """Said when it is asked once more; None: `say` with a lead-in."""
    yes: bool | None = None
    """The answer to it as a yes-or-no question, for callers who only give tones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The caller's first words and what they give away."""

    say: Say
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """How this caller takes one instruction.

    `refusals` counts how often the caller balks; an instruction put as a directive
    («kita akan pijat jantung») skips them when `form` is `directive`.
    """

    id: str
    act: str
    about: tuple[str, ...] = ()
    form: str | None = None
    refusals: int = 0
    say_refused: Say | None = None
    say_done: Say | None = None
    takes_ms: int = 0
    """How long the caller is busy and silent with it."""
    distress: float = -0.4
    facts: tuple[str, ...] = ()
    """Facts the doing brings to light."""
    sound: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactUpdate:
    """What a change does to a fact."""

    fact: str
    value: str | None
    say: Say
    yes: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something that happens by itself as the call goes on.

    Conditions are words: `told:ACT[/CONCEPT]` the call-taker performed the act,
    `disclosed:FACT`, `dispatched[:AGENCY]`, `followed:INSTRUCTION`, `changed:CHANGE`.
    All of `when` and none of `unless` must hold at `after_ms`, or the change never
    comes.
    """

    id: str
    label: str
    after_ms: int
    """Since the answer."""
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    say: Say | None = None
    sound: str | None = None
    distress: float = 0.0
    facts: tuple[FactUpdate, ...] = ()
    disclosed: tuple[str, ...] = ()
    """Facts that `say` gives away."""
    hangs_up: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MustTell:
    """An instruction this case needs."""

    id: str
    label: str
    acts: tuple[str, ...]
    """Any of them does it."""
    about: tuple[str, ...] = ()
    """Concepts (steps) that belong to it; telling some of them is partly."""
    form: str | None = None
    critical: bool = False
    approved: bool = False
    """Signed by the named approver; unsigned instructions are shown as drafts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallerProfile:
    """Who rings, and how this person takes things."""

    name: str
    sex: str
    """female or male."""
    age: int
    relation: str
    """Indonesian: «anak korban», «saksi»."""
    honorific: str
    """How the call-taker may address this caller: Bapak, Ibu, Kakak, Adik."""
    addresses_taker: str
    """What the caller calls the call-taker: Pak, Bu, Kak, Kaka, Om."""
    register: str
    """indonesian, mixed or ambonese."""
    distress: int
    """ECCS at the start, 1 to 5."""
    reactivity: float = 1.0
    """Multiplies every change of distress."""
    patience_ms: int = 8_000
    """Silence after which this caller says «Halo?»."""
    reaction_ms: tuple[int, int] = (300, 900)
    """Shortest and longest gap before answering."""
    speaks: str = "words"
    """words, tones (key tones only: one yes, two no) or nothing."""
    gives_up_after: int = 4
    """Unanswered «Halo?» before hanging up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What a right ticket and a right dispatch look like."""

    emergency: bool
    place: str | None
    """Kelurahan/desa/negeri code; None where no place can be known."""
    place_name: str | None
    kecamatan: str | None
    spot: str | None = None
    """Place id of the landmark or road, when there is one."""
    spot_name: str | None = None
    place_accepted: tuple[str, ...] = ()
    """Other codes that bring the crew to the right spot as well."""
    neighbours: tuple[str, ...] = ()
    confusable: tuple[str, ...] = ()
    """Place ids with names that are taken for this one."""
    detail: str | None = None
    callback_number: str | None = None
    caller_name: str | None = None
    incident_type: str | None = None
    incident_type_accepted: tuple[str, ...] = ()
    priority: int | None = None
    priority_accepted: tuple[int, ...] = ()
    agencies_required: tuple[str, ...] = ()
    agencies_acceptable: tuple[str, ...] = ()
    agencies_wrong: tuple[str, ...] = ()
    """Known wrong choices worth naming; any other unlisted agency is needless."""
    disposition: str
    disposition_accepted: tuple[str, ...] = ()
    persons: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeTargets:
    """The centre's times, in milliseconds."""

    answer_ms: int
    location_ms: int
    dispatch_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One emergency, fixed."""

    scenario: str
    """Id and version."""
    scenario_digest: str
    region: str
    region_digest: str
    seed: int
    variant: str
    incident_id: str
    """Several callers may report one incident."""
    title: str
    local_time: str
    """HH:MM in the region when the phone rings."""
    ani: str | None
    caller: CallerProfile
    opening: Opening
    facts: tuple[Fact, ...]
    instructions: tuple[Instruction, ...] = ()
    changes: tuple[Change, ...] = ()
    must_ask: tuple[str, ...] = ()
    """Fact ids."""
    must_tell: tuple[MustTell, ...] = ()
    truth: Truth
    targets: TimeTargets
    background: tuple[str, ...] = ()
    """Sounds behind the caller: market, fire, rain, traffic."""
    sensitive: tuple[str, ...] = ()
    """death, child, violence, suicide: a breath comes before any mark."""
    approval: Mapping[str, str | None] = field(default_factory=dict)
    """status, source, approver of clinical and legal wording."""

    def fact(self, fact_id: str) -> Fact:
        return next(fact for fact in self.facts if fact.id == fact_id)

    def to_json(self) -> dict[str, Any]:
        """The case as plain JSON values."""
        values: dict[str, Any] = case_json.plain(self)
        return values

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Read a case back; fields that are not there take their defaults.

        Raises:
            ValueError: A field is not known, is missing without having a default, or
                holds what its type does not allow.
        """
        case: Self = case_json.read(cls, data, "kasus")
        return case
