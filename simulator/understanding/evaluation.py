"""How well the reader does on writers it never saw.

`python -m simulator.understanding.evaluation` fits the reader without some of the
writers, reads their lines, and so on until all are read, and prints the report that is
kept in docs/evaluation/.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from scenarios.vocabulary import (
    SAFETY_CRITICAL_ACTS,
    SEQUENCE_LABELS,
    VIOLATION_SEVERITY,
    CourtesyLabel,
    DialogueAct,
)
from simulator.understanding.figures import (
    Judged,
    by_label,
    count,
    macro_f1,
    micro_interval,
    share,
)
from simulator.understanding.heldout import PARTS, read_held_out
from simulator.understanding.reader import VERSION

ACTS = frozenset(act.value for act in DialogueAct) - {"other"}
TONE = frozenset(label.value for label in CourtesyLabel) - {
    label.value for label in SEQUENCE_LABELS
}
POLITE_WORDS = frozenset(
    "greeting self_identify offer_help thanks apology honorific_address please_marker"
    .split()
)  # fmt: skip
EMPATHY = frozenset(
    "emotional_reaction understanding exploration reassurance_action presence encourage"
    .split()
)  # fmt: skip
VIOLATIONS = frozenset(label.value for label in VIOLATION_SEVERITY) & TONE
SEVERE = frozenset(
    label.value
    for label, severity in VIOLATION_SEVERITY.items()
    if severity in ("severe", "fatal")
)
OUTSIDE = "luar"
"""Style of everyday requests that are no business of a call-taker."""
SHARES = (0.25, 0.5)
"""Shares of the writers from which a learning curve is drawn, before all of them."""
FEWEST = 100
"""Lines from which on a persona counts for the gap between personas."""
REPORTS = Path("docs/evaluation")


@dataclass(frozen=True, slots=True)
class Read:
    """All lines of both corpora, read by readers that never saw their writers."""

    acts: list[Judged]
    tone: list[Judged]

    @classmethod
    def by_writers(cls, share: float = 1.0) -> Read:
        """Fit and read; `share` is how many of the other writers teach."""
        found = read_held_out(share)
        return cls(
            [one for part in found for one in part.acts],
            [one for part in found for one in part.courtesy],
        )


def report(read: Read, fewer: Mapping[float, Read]) -> str:
    """The report as Markdown.

    Args:
        read: What was read by readers that learned from all other writers.
        fewer: The same for shares of the writers below 1.
    """
    acts, tone = read.acts, read.tone
    spoken = [one for one in acts if one.truth]
    silent = [one for one in acts if not one.truth]
    parts = [
        f"# Reader {VERSION}: writers left out",
        "",
        f"The writers were divided into {PARTS} parts; each was read by a fit to the"
        " others. Thresholds were chosen on the same parts, which flatters a little.",
        "",
        *_summary(spoken, silent, tone),
        *_curve({**fewer, 1.0: read}),
        *_slices("Acts by persona", spoken, "persona", ACTS),
        *_slices("Acts by style", spoken, "style", ACTS),
        *_slices("Courtesy by persona", tone, "persona", TONE),
        *_labels("Acts by label", acts, ACTS),
        *_labels("Courtesy by label", tone, TONE),
    ]
    return "\n".join(parts) + "\n"


def _summary(
    spoken: Sequence[Judged], silent: Sequence[Judged], tone: Sequence[Judged]
) -> list[str]:
    acts = [*spoken, *silent]
    low, high = micro_interval(acts, ACTS)
    critical = count(acts, frozenset(act.value for act in SAFETY_CRITICAL_ACTS))
    unread, of = share(spoken, lambda one: not one.given & ACTS)
    taken, without = share(silent, lambda one: bool(one.given & ACTS))
    everyday = [one for one in silent if one.style == OUTSIDE]
    lured, outside = share(everyday, lambda one: bool(one.given & ACTS))
    worst, best = _gap(spoken)
    hard = [one for one in tone if one.never]
    fooled, traps = share(hard, lambda one: bool(one.given & one.never))
    severe = count(tone, SEVERE)
    rows = [
        ("Acts micro-F1", f"{count(acts, ACTS).f1:.3f} ({low:.3f} to {high:.3f})"),
        ("Acts macro-F1", f"{macro_f1(acts, ACTS):.3f}"),
        ("Safety-critical recall", f"{critical.recall:.3f} of {critical.support}"),
        ("Lines left unread", f"{unread:.3f} of {of}"),
        ("Lines without any act given one", f"{taken:.3f} of {without}"),
        ("Everyday requests given an act", f"{lured:.3f} of {outside}"),
        ("Acts micro-F1 of the hardest and easiest persona",
         f"{worst:.3f} to {best:.3f}"),
        ("Polite words F1", f"{count(tone, POLITE_WORDS).f1:.3f}"),
        ("Empathy F1", f"{count(tone, EMPATHY).f1:.3f}"),
        ("Violations macro-F1", f"{macro_f1(tone, VIOLATIONS):.3f}"),
        ("Severe and fatal", f"recall {severe.recall:.3f}, precision "
                             f"{severe.precision:.3f} of {severe.support}"),
        ("Hard negatives wrongly marked", f"{fooled:.3f} of {traps}"),
    ]  # fmt: skip
    return ["| figure | value |", "|---|---|", *(f"| {a} | {b} |" for a, b in rows)]


def _gap(spoken: Sequence[Judged]) -> tuple[float, float]:
    """The lowest and the highest micro-F1 of a persona with enough lines."""
    lines: dict[str, list[Judged]] = defaultdict(list)
    for one in spoken:
        lines[one.persona].append(one)
    marks = [count(one, ACTS).f1 for one in lines.values() if len(one) >= FEWEST]
    return (min(marks), max(marks)) if marks else (float("nan"), float("nan"))


def _curve(reads: Mapping[float, Read]) -> list[str]:
    out = ["", "## Learning curve", "",
           "| writers that taught | acts micro-F1 | acts macro-F1 | empathy F1"
           " | violations macro-F1 | severe recall | severe precision |",
           "|---|---|---|---|---|---|---|"]  # fmt: skip
    for taught, read in sorted(reads.items()):
        severe = count(read.tone, SEVERE)
        figures = (
            count(read.acts, ACTS).f1,
            macro_f1(read.acts, ACTS),
            count(read.tone, EMPATHY).f1,
            macro_f1(read.tone, VIOLATIONS),
            severe.recall,
            severe.precision,
        )
        out.append(
            f"| {taught:.0%} | " + " | ".join(f"{x:.3f}" for x in figures) + " |"
        )
    return out


def _slices(
    title: str, lines: Sequence[Judged], key: str, labels: frozenset[str]
) -> list[str]:
    out = ["", f"## {title}", "", "| | lines | micro-F1 | 95 % |", "|---|---|---|---|"]
    for name in sorted({getattr(one, key) for one in lines}):
        chosen = [one for one in lines if getattr(one, key) == name]
        low, high = micro_interval(chosen, labels)
        out.append(
            f"| {name} | {len(chosen)} | {count(chosen, labels).f1:.3f}"
            f" | {low:.2f} to {high:.2f} |"
        )
    return out


def _labels(title: str, lines: Sequence[Judged], labels: frozenset[str]) -> list[str]:
    out = ["", f"## {title}", "", "| | lines | precision | recall | F1 | 95 % |",
           "|---|---|---|---|---|---|"]  # fmt: skip
    for name, one in by_label(lines, labels).items():
        if not one.support and not one.wrong:
            continue
        # Lines that neither have the label nor were given it count for nothing.
        near = [line for line in lines if name in (line.truth | line.given)]
        low, high = micro_interval(near, frozenset({name}))
        out.append(
            f"| {name} | {one.support} | {one.precision:.2f} | {one.recall:.2f}"
            f" | {one.f1:.2f} | {low:.2f} to {high:.2f} |"
        )
    return out


@click.command()
@click.option("--write/--no-write", default=True, help="Simpan ke docs/evaluation/.")
@click.option("--curve/--no-curve", default=True, help="Kurva belajar (lebih lama).")
@click.option("--mistakes", type=click.Path(path_type=Path), help="Tulis kesalahan.")
def main(write: bool, curve: bool, mistakes: Path | None) -> None:
    """Nilai pembaca ucapan pada penulis yang belum pernah dilihatnya."""
    read = Read.by_writers()
    text = report(read, {one: Read.by_writers(one) for one in SHARES} if curve else {})
    click.echo(text)
    if write and REPORTS.is_dir():
        (REPORTS / f"reader-{VERSION.removeprefix('pembaca-')}.md").write_text(
            text, encoding="utf-8"
        )
    if mistakes is not None:
        wrong = [one for one in [*read.acts, *read.tone] if _differs(one)]
        mistakes.write_text("\n".join(map(_mistake, wrong)) + "\n", encoding="utf-8")


def _differs(one: Judged) -> bool:
    return (one.truth - one.unknown) != (one.given - one.unknown - {"other"})


def _mistake(one: Judged) -> str:
    missed = ",".join(sorted(one.truth - one.given - one.unknown))
    wrong = ",".join(sorted(one.given - one.truth - one.unknown))
    return f"{one.persona}\t{one.text}\tmissed: {missed}\twrong: {wrong}"


if __name__ == "__main__":
    main()
