"""The scorecard of one call under one rubric.

Its JSON is the fourth contract of docs/interchange.md; docs/rubric-format.md says what
the further keys mean. Words are written out for people, but read back from the call
itself: what has been erased there is gone from the scorecard too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Self

from recordings.call_record import CallRecord, Quote
from scenarios.vocabulary import Mode
from scoring.axes import Axis, AxisItem
from scoring.capture import CapturedFact, GivenInstruction
from scoring.decision import decide
from scoring.finding import Finding, Outcome, at_stake, won
from scoring.names import names_for
from scoring.reasons import INDONESIAN, sentence
from scoring.summary import summarise


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What a scorecard was made from."""

    scenario: str
    seed: int
    region: str
    mode: str
    forked: bool
    """Tried again from a moment of another call; it never certifies."""
    record_hash: str | None
    """Of the call's last event; None while the record is not sealed."""
    reader: str | None
    """None when nothing was read."""
    scorer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """Points won, of how many there were to win."""

    points: int
    out_of: int

    @property
    def percent(self) -> float | None:
        """For reading only; None when nothing applied."""
        return round(100 * self.points / self.out_of, 1) if self.out_of else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """All findings of one call under one rubric version."""

    rubric: str
    """Id and version."""
    rubric_digest: str
    pass_percent: int
    areas: Mapping[str, str]
    """Area id -> Indonesian name, in the order of the rubric."""
    findings: tuple[Finding, ...]
    axes: Mapping[str, Axis]
    captured: tuple[CapturedFact, ...]
    instructions: tuple[GivenInstruction, ...]
    better: Mapping[str, str]
    """Better wording by criterion, for this caller."""
    made_from: Provenance
    confirmed: bool = False
    """A human has looked at the whole of it."""

    @property
    def total(self) -> Total:
        return Total(points=won(self.findings), out_of=at_stake(self.findings))

    def area(self, area: str) -> Total:
        """The points of one area."""
        mine = [finding for finding in self.findings if finding.area == area]
        return Total(points=won(mine), out_of=at_stake(mine))

    @property
    def critical(self) -> tuple[str, ...]:
        """Ids of the critical criteria that were missed."""
        return tuple(f.criterion for f in self.findings if f.missed_critically)

    @property
    def passed(self) -> bool | None:
        """Decided in whole points; None while a human has to confirm."""
        exam = self.made_from.mode == Mode.EXAM
        return decide(
            self.findings,
            pass_percent=self.pass_percent,
            awaits_human=exam and not self.confirmed,
        )

    def because(self, finding: Finding, language: str = INDONESIAN) -> str:
        """The sentence that says why a finding came out as it did."""
        names = names_for(self.made_from.region, language)
        return sentence(finding, names, language)

    def finding(self, criterion: str) -> Finding:
        """The finding of one criterion.

        Raises:
            KeyError: The rubric has no such criterion.
        """
        for finding in self.findings:
            if finding.criterion == criterion:
                return finding
        raise KeyError(criterion)

    def with_finding(self, finding: Finding) -> Self:
        """This scorecard with one finding replaced."""
        findings = tuple(
            finding if each.criterion == finding.criterion else each
            for each in self.findings
        )
        return replace(self, findings=findings)

    # --- as JSON ------------------------------------------------------------------

    def to_json(self, language: str = INDONESIAN) -> dict[str, Any]:
        """The scorecard as plain JSON values, with its sentences in a language."""
        total, summary = self.total, summarise(self.findings)
        return {
            "rubric": self.rubric,
            "points": total.points,
            "out_of": total.out_of,
            "percent": total.percent,
            "passed": self.passed,
            "critical": list(self.critical),
            "areas": {
                area: {**asdict(self.area(area)), "title": title}
                for area, title in self.areas.items()
            },
            "axes": {name: axis.value for name, axis in self.axes.items()},
            "findings": [self._finding_json(f, language) for f in self.findings],
            "summary": {
                "decided": summary.decided and summary.decided.criterion,
                "good": [finding.criterion for finding in summary.good],
                "mend": [finding.criterion for finding in summary.mend],
            },
            "capture": [fact.to_json() for fact in self.captured],
            "instructions": [given.to_json() for given in self.instructions],
            "axes_because": {name: _axis_json(a) for name, a in self.axes.items()},
            "pass_percent": self.pass_percent,
            "rubric_digest": self.rubric_digest,
            "confirmed": self.confirmed,
            **asdict(self.made_from),
        }

    def _finding_json(self, finding: Finding, language: str) -> dict[str, Any]:
        return {
            "criterion": finding.criterion,
            "title": finding.title,
            "area": finding.area,
            "outcome": str(finding.outcome),
            "points": finding.points,
            "out_of": finding.out_of,
            "critical": finding.critical,
            "confirm": finding.confirm,
            "reason": finding.reason,
            "because": self.because(finding, language),
            "better": self.better.get(finding.criterion),
            "params": {
                key: list(value) if isinstance(value, tuple) else value
                for key, value in finding.params.items()
            },
            "quotes": _quotes_json(finding.quotes),
        }

    @classmethod
    def from_json(cls, form: Mapping[str, Any], call: CallRecord) -> Self:
        """Read a scorecard back, quoting the call it was made from anew.

        Raises:
            LookupError, ValueError: It does not belong to this call.
        """
        rows = form["findings"]
        return cls(
            rubric=form["rubric"],
            rubric_digest=form["rubric_digest"],
            pass_percent=form["pass_percent"],
            areas={area: row["title"] for area, row in form["areas"].items()},
            findings=tuple(_finding(row, call) for row in rows),
            axes={
                name: _axis(form["axes"][name], row, call)
                for name, row in form["axes_because"].items()
            },
            captured=tuple(CapturedFact(**row) for row in form["capture"]),
            instructions=tuple(GivenInstruction(**r) for r in form["instructions"]),
            better={r["criterion"]: r["better"] for r in rows if r["better"]},
            made_from=Provenance(**{name: form[name] for name in Provenance.__slots__}),
            confirmed=form["confirmed"],
        )


def _quotes_json(quotes: Iterable[Quote]) -> list[dict[str, Any]]:
    return [{"seq": q.seq, "span": list(q.span), "text": q.text} for q in quotes]


def _axis_json(axis: Axis) -> dict[str, Any]:
    return {
        "capped_by": axis.capped_by,
        "items": [
            {
                "shows": item.shows,
                "step": item.step,
                "quotes": _quotes_json(item.quotes),
            }
            for item in axis.items
        ],
    }


def _requote(rows: Iterable[Mapping[str, Any]], call: CallRecord) -> tuple[Quote, ...]:
    return tuple(
        call.quote(row["seq"], (row["span"][0], row["span"][1])) for row in rows
    )


def _finding(row: Mapping[str, Any], call: CallRecord) -> Finding:
    return Finding(
        criterion=row["criterion"],
        title=row["title"],
        area=row["area"],
        outcome=Outcome(row["outcome"]),
        points=row["points"],
        out_of=row["out_of"],
        critical=row["critical"],
        confirm=row["confirm"],
        reason=row["reason"],
        params={
            key: tuple(value) if isinstance(value, list) else value
            for key, value in row["params"].items()
        },
        quotes=_requote(row["quotes"], call),
    )


def _axis(value: float | None, row: Mapping[str, Any], call: CallRecord) -> Axis:
    return Axis(
        value=value,
        capped_by=row["capped_by"],
        items=tuple(
            AxisItem(
                shows=item["shows"],
                step=item["step"],
                quotes=_requote(item["quotes"], call),
            )
            for item in row["items"]
        ),
    )
