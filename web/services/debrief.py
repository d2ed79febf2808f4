"""What the debrief shows: the mark in plain words, the conversation, the course."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from recordings.events import CallerSpoke, CallTakerSpoke
from recordings.tables import CallRow
from recordings.transcript import Turn, transcript
from scenarios import Region
from scenarios.case import Truth
from scenarios.language.names import name_of
from scoring import Finding, Outcome, Scorecard
from scoring.adjusted import Adjustment
from scoring.names import names_for
from scoring.summary import summarise
from web.models import HandIn, User
from web.permissions import Permission, may
from web.services.call_view import ticket_of
from web.services.console import heard
from web.services.marking import Marked
from web.services.scope import Viewer
from web.services.timeline import timeline
from web.texts import N_

OUTCOME_NAMES: dict[Outcome, str] = {
    Outcome.MET: N_("terpenuhi"),
    Outcome.PARTLY: N_("sebagian"),
    Outcome.NOT_MET: N_("tidak terpenuhi"),
    Outcome.NOT_APPLICABLE: N_("tidak berlaku"),
    Outcome.NOT_ASSESSABLE: N_("tidak dapat dinilai"),
}
OUTCOME_SHAPES: dict[Outcome, str] = {
    Outcome.MET: "●",
    Outcome.PARTLY: "◐",
    Outcome.NOT_MET: "○",
    Outcome.NOT_APPLICABLE: "–",
    Outcome.NOT_ASSESSABLE: "?",
}
AXIS_NAMES = {"sopan": N_("Sopan"), "ramah": N_("Ramah"), "empati": N_("Empati")}


@dataclass(frozen=True, slots=True)
class Shown:
    """A quote as the page shows it: words as they were, codes by their names."""

    seq: int
    words: str


@dataclass(frozen=True, slots=True)
class Item:
    """One finding as the page shows it."""

    finding: Finding
    machine: Finding
    because: str
    quotes: tuple[Shown, ...]
    better: str | None
    outcome: str
    shape: str
    adjustments: tuple[Adjustment, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One turn of the conversation as the page shows it."""

    turn: Turn
    words: str
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of the ticket beside what was true."""

    label: str
    given: str | None
    truth: str | None


def needs_breath(marked: Marked, viewer: Viewer) -> bool:
    """Whether a breath comes before the mark: after a death, a child, violence."""
    own = marked.record.offered is not None and not may(
        viewer.role, Permission.ADJUST_SCORECARD
    )
    return own and bool(marked.case.sensitive)


def page(
    session: Session, marked: Marked, viewer: Viewer, region: Region, language: str
) -> dict[str, Any]:
    """Everything the debrief's template needs."""
    counted = marked.adjusted.counted
    items = {one.criterion: _item(marked, one, language) for one in counted.findings}
    summary = summarise(counted.findings)
    agencies = {one.id: one.short for one in region.agencies.values()}
    trainee = _trainee(session, marked.row.call_id)
    handed = session.scalar(select(HandIn).where(HandIn.call_id == marked.row.call_id))
    return {
        "scorecard": counted,
        "case": marked.case,
        "headlines": [
            (heading, items[finding.criterion])
            for heading, findings in (
                (N_("Yang menentukan"), [summary.decided] if summary.decided else []),
                (N_("Yang baik"), summary.good[:1]),
                (N_("Yang diperbaiki"), summary.mend[:1]),
            )
            for finding in findings
        ],
        "areas": _areas(counted, items),
        "axes": [(AXIS_NAMES[name], axis.value) for name, axis in counted.axes.items()],
        "lines": [_line(turn, region, language) for turn in transcript(marked.record)],
        "timeline": timeline(marked.record, marked.case, agencies),
        "ticket": _ticket(marked, region, language),
        "outcomes": [(one.value, OUTCOME_NAMES[one]) for one in Outcome],
        "handed_in": handed is not None,
        "trainee": trainee,
        "may_adjust": may(viewer.role, Permission.ADJUST_SCORECARD),
    }


def _areas(
    scorecard: Scorecard, items: dict[str, Item]
) -> list[tuple[str, str, Any, list[Item]]]:
    return [
        (
            area,
            title,
            scorecard.area(area),
            [items[f.criterion] for f in scorecard.findings if f.area == area],
        )
        for area, title in scorecard.areas.items()
    ]


def _trainee(session: Session, call_id: str) -> str:
    """The name of whose call it is; empty for one that nobody's account took."""
    named = select(User.name).join(CallRow, CallRow.trainee_id == User.id)
    return session.scalar(named.where(CallRow.id == call_id)) or ""


def _item(marked: Marked, finding: Finding, language: str) -> Item:
    machine = marked.adjusted.machine
    return Item(
        finding=finding,
        machine=machine.finding(finding.criterion),
        because=marked.adjusted.counted.because(finding, language),
        quotes=_shown(marked, finding, language),
        better=machine.better.get(finding.criterion) if finding.lost else None,
        outcome=OUTCOME_NAMES[finding.outcome],
        shape=OUTCOME_SHAPES[finding.outcome],
        adjustments=marked.adjusted.adjustments.get(finding.criterion, ()),
    )


def _shown(marked: Marked, finding: Finding, language: str) -> tuple[Shown, ...]:
    """Words of the conversation as they were; what was chosen on the desk by name."""
    names = names_for(marked.adjusted.machine.made_from.region, language)
    events = marked.record.events
    return tuple(
        Shown(quote.seq, quote.text)
        if isinstance(events[quote.seq], CallTakerSpoke | CallerSpoke)
        else Shown(
            quote.seq,
            ", ".join(names.get(code, code) for code in quote.text.split(", ")),
        )
        for quote in finding.quotes
    )


def _line(turn: Turn, region: Region, language: str) -> Line:
    words = heard(turn.sound, language) if turn.sound else turn.text
    if turn.agency and turn.who == "agency":
        agency = region.agencies.get(turn.agency)
        words = f"{agency.short if agency else turn.agency}: {words}"
    acts = tuple(name_of("act", act, locale=language) for act in turn.acts)
    return Line(turn, words, acts)


def _ticket(marked: Marked, region: Region, language: str) -> list[Entry]:
    given, truth = ticket_of(marked.record), marked.case.truth
    names = names_for(region.id, language)
    rows = []
    for field, right in _truth_by_field(truth):
        value = given.get(field)
        if value is None and right is None:
            continue
        rows.append(
            Entry(
                name_of("ticket_field", field, locale=language),
                value and names.get(value, value),
                right and names.get(right, right),
            )
        )
    return rows


def _truth_by_field(truth: Truth) -> list[tuple[str, str | None]]:
    place = ", ".join(filter(None, [truth.spot_name, truth.place_name]))
    return [
        ("location.place", place or None),
        ("location.detail", truth.detail),
        ("callback_number", truth.callback_number),
        ("caller_name", truth.caller_name),
        ("incident_type", truth.incident_type),
        ("priority", str(truth.priority) if truth.priority else None),
        ("persons", truth.persons),
    ]
