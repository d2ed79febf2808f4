"""How well the reader does on speakers it never saw: leave one persona out.

`python -m simulator.understanding.evaluation` fits the reader once for each persona
without that persona's lines, reads them, and prints the report that is kept in
docs/evaluation/.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from scenarios.region import load_region
from scenarios.vocabulary import (
    SAFETY_CRITICAL_ACTS,
    SEQUENCE_LABELS,
    VIOLATION_SEVERITY,
    CourtesyLabel,
    DialogueAct,
)
from simulator.understanding.corpus import Line, load_corpus
from simulator.understanding.courtesy import MARKERS
from simulator.understanding.figures import (
    Counts,
    Judged,
    by_label,
    count,
    macro_f1,
    micro_interval,
    share,
)
from simulator.understanding.fitting import fit_models
from simulator.understanding.reader import VERSION, Reader
from simulator.understanding.values import Gazetteer

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


def judge(
    reader: Reader, acts: Iterable[Line], courtesy: Iterable[Line]
) -> tuple[list[Judged], list[Judged]]:
    """Read labelled lines and put what was given beside what is true."""
    judged_acts = [
        Judged(
            truth=line.labels,
            given=reader.read(line.text, after=line.after).act_names,
            persona=line.persona,
            style=line.style,
            text=line.text,
        )
        for line in acts
    ]
    judged_tone = [
        Judged(
            truth=line.labels,
            given=frozenset(
                one.label for one in reader.read(line.text, after=line.after).courtesy
            ),
            persona=line.persona,
            style=line.style,
            unknown=frozenset(MARKERS) - line.never,
            never=line.never,
            text=line.text,
        )
        for line in courtesy
    ]
    return judged_acts, judged_tone


def leave_one_persona_out(region: Gazetteer) -> tuple[list[Judged], list[Judged]]:
    """Judge every line by a reader that never saw its persona.

    Thresholds are chosen inside each training part, by its own personas.
    """
    acts, courtesy = load_corpus("acts"), load_corpus("courtesy")
    personas = sorted({line.persona for line in [*acts, *courtesy]})
    judged_acts: list[Judged] = []
    judged_tone: list[Judged] = []
    for persona in personas:
        models = fit_models(
            region,
            acts=[line for line in acts if line.persona != persona],
            courtesy=[line for line in courtesy if line.persona != persona],
        )
        reader = Reader(*models, region)
        for_acts, for_tone = judge(
            reader,
            [line for line in acts if line.persona == persona],
            [line for line in courtesy if line.persona == persona],
        )
        judged_acts += for_acts
        judged_tone += for_tone
    return judged_acts, judged_tone


def report(acts: Sequence[Judged], tone: Sequence[Judged]) -> str:
    """The report as Markdown."""
    spoken = [one for one in acts if one.truth]
    silent = [one for one in acts if not one.truth]
    parts = [
        f"# Reader {VERSION}: leave one persona out",
        "",
        "Each persona was read by a fit without that persona. The personas were written"
        " by the same people, so the figures are upper bounds for other writers.",
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
    acts, tone = leave_one_persona_out(load_region())
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
