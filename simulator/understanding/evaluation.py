"""How well the reader does on writers it never saw.

`python -m simulator.understanding.evaluation` fits the reader without some of the
writers, reads their lines, and so on until all are read, and prints the report that is
kept in docs/evaluation/.
"""

from collections.abc import Sequence
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
    Counts,
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
REPORTS = Path("docs/evaluation")


def report(acts: Sequence[Judged], tone: Sequence[Judged]) -> str:
    """The report as Markdown."""
    spoken = [one for one in acts if one.truth]
    silent = [one for one in acts if not one.truth]
    parts = [
        f"# Reader {VERSION}: writers left out",
        "",
        f"The writers were divided into {PARTS} parts; each was read by a fit to the"
        " others. Thresholds were chosen on the same parts, which flatters a little.",
        "",
        *_summary(spoken, silent, tone),
        *_slices("Acts by persona", spoken, "persona", ACTS),
        *_slices("Acts by style", spoken, "style", ACTS),
        *_slices("Courtesy by persona", tone, "persona", TONE),
        *_labels("Acts by label", by_label(acts, ACTS)),
        *_labels("Courtesy by label", by_label(tone, TONE)),
    ]
    return "\n".join(parts) + "\n"


def _summary(
    spoken: Sequence[Judged], silent: Sequence[Judged], tone: Sequence[Judged]
) -> list[str]:
    acts = [*spoken, *silent]
    low, high = micro_interval(acts, ACTS)
    critical = count(acts, frozenset(act.value for act in SAFETY_CRITICAL_ACTS))
    unread, of = share(spoken, lambda one: not one.given & ACTS)
    taken, outside = share(silent, lambda one: bool(one.given & ACTS))
    hard = [one for one in tone if one.never]
    fooled, traps = share(hard, lambda one: bool(one.given & one.never))
    severe = count(tone, SEVERE)
    rows = [
        ("Acts micro-F1", f"{count(acts, ACTS).f1:.3f} ({low:.3f} to {high:.3f})"),
        ("Acts macro-F1", f"{macro_f1(acts, ACTS):.3f}"),
        ("Safety-critical recall", f"{critical.recall:.3f} of {critical.support}"),
        ("Lines left unread", f"{unread:.3f} of {of}"),
        ("Lines without any act given one", f"{taken:.3f} of {outside}"),
        ("Polite words F1", f"{count(tone, POLITE_WORDS).f1:.3f}"),
        ("Empathy F1", f"{count(tone, EMPATHY).f1:.3f}"),
        ("Violations macro-F1", f"{macro_f1(tone, VIOLATIONS):.3f}"),
        ("Severe and fatal", f"recall {severe.recall:.3f}, precision "
                             f"{severe.precision:.3f} of {severe.support}"),
        ("Hard negatives wrongly marked", f"{fooled:.3f} of {traps}"),
    ]  # fmt: skip
    return ["| figure | value |", "|---|---|", *(f"| {a} | {b} |" for a, b in rows)]


def _slices(
    title: str, lines: Sequence[Judged], key: str, labels: frozenset[str]
) -> list[str]:
    out = ["", f"## {title}", "", "| | lines | micro-F1 |", "|---|---|---|"]
    for name in sorted({getattr(one, key) for one in lines}):
        chosen = [one for one in lines if getattr(one, key) == name]
        out.append(f"| {name} | {len(chosen)} | {count(chosen, labels).f1:.3f} |")
    return out


def _labels(title: str, counts: dict[str, Counts]) -> list[str]:
    out = ["", f"## {title}", "", "| | lines | precision | recall | F1 |",
           "|---|---|---|---|---|"]  # fmt: skip
    for name, one in counts.items():
        if one.support or one.wrong:
            out.append(
                f"| {name} | {one.support} | {one.precision:.2f} | {one.recall:.2f}"
                f" | {one.f1:.2f} |"
            )
    return out


@click.command()
@click.option("--write/--no-write", default=True, help="Simpan ke docs/evaluation/.")
@click.option("--mistakes", type=click.Path(path_type=Path), help="Tulis kesalahan.")
def main(write: bool, mistakes: Path | None) -> None:
    """Nilai pembaca ucapan pada penulis yang belum pernah dilihatnya."""
    read = read_held_out()
    acts = [one for part in read for one in part.acts]
    tone = [one for part in read for one in part.courtesy]
    text = report(acts, tone)
    click.echo(text)
    if write and REPORTS.is_dir():
        (REPORTS / f"reader-{VERSION.removeprefix('pembaca-')}.md").write_text(
            text, encoding="utf-8"
        )
    if mistakes is not None:
        wrong = [one for one in [*acts, *tone] if _differs(one)]
        mistakes.write_text("\n".join(map(_mistake, wrong)) + "\n", encoding="utf-8")


def _differs(one: Judged) -> bool:
    return (one.truth - one.unknown) != (one.given - one.unknown - {"other"})


def _mistake(one: Judged) -> str:
    missed = ",".join(sorted(one.truth - one.given - one.unknown))
    wrong = ",".join(sorted(one.given - one.truth - one.unknown))
    return f"{one.persona}\t{one.text}\tmissed: {missed}\twrong: {wrong}"


if __name__ == "__main__":
    main()
