"""A scorecard as lines of text, for a terminal or a print-out."""

from collections.abc import Iterator

from recordings.call_record import Quote
from scenarios.case import Case
from scoring.capture import CapturedFact
from scoring.finding import Finding, Outcome
from scoring.names import names_for
from scoring.reasons import INDONESIAN
from scoring.scorecard import Scorecard
from scoring.summary import summarise

SHAPES = {
    Outcome.MET: "●",
    Outcome.PARTLY: "◐",
    Outcome.NOT_MET: "○",
    Outcome.NOT_APPLICABLE: "–",
    Outcome.NOT_ASSESSABLE: "?",
}
PASSED = {True: "LULUS", False: "BELUM LULUS", None: "menunggu pemeriksaan instruktur"}


def lines_of(card: Scorecard, case: Case) -> Iterator[str]:
    """The scorecard from what decided it down to every finding."""
    total = card.total
    percent = "" if total.percent is None else f" ({_comma(total.percent)} %)"
    yield f"LATIHAN · {case.title} · {card.made_from.scenario} · {card.rubric}"
    yield f"{total.points} dari {total.out_of}{percent} · {PASSED[card.passed]}"
    yield from _critical(card)
    yield from _summary(card)
    for area, title in card.areas.items():
        mine = card.area(area)
        if mine.out_of:
            yield f"\n{title}: {mine.points} dari {mine.out_of}"
        else:
            yield f"\n{title}: tidak dinilai"
        for finding in card.findings:
            if finding.area == area:
                yield from _finding(card, finding)
    yield from _axes(card)
    yield from _capture(card)


def _critical(card: Scorecard) -> Iterator[str]:
    for finding in card.findings:
        if finding.missed_critically:
            waits = " (menunggu pemeriksaan)" if finding.confirm else ""
            yield f"BUTIR KRITIS: {finding.title}{waits}"


def _summary(card: Scorecard) -> Iterator[str]:
    summary = summarise(card.findings)
    if summary.decided is not None:
        decided = summary.decided
        yield f"\nYang menentukan: {decided.title}. {card.because(decided)}"
    for finding in summary.good[:1]:
        yield f"Yang baik: {finding.title}. {card.because(finding)}"
    for finding in summary.mend[:1]:
        better = card.better.get(finding.criterion)
        yield f"Yang diperbaiki: {finding.title}. {better or card.because(finding)}"


def _finding(card: Scorecard, finding: Finding) -> Iterator[str]:
    points = "" if finding.points is None else f"  {finding.points}/{finding.out_of}"
    yield f"  {SHAPES[finding.outcome]} {finding.title}{points}"
    yield f"      {card.because(finding)}"
    for quote in finding.quotes:
        yield f"      #{quote.seq} «{_words(card, quote)}»"
    better = card.better.get(finding.criterion)
    if finding.lost and better:
        yield f"      Lebih baik: {better}"


def _words(card: Scorecard, quote: Quote) -> str:
    """The quoted words; codes chosen at the desk by their names."""
    names = names_for(card.made_from.region, INDONESIAN)
    return ", ".join(names.get(part, part) for part in quote.text.split(", "))


def _axes(card: Scorecard) -> Iterator[str]:
    shown = [
        f"{name} {'tidak dinilai' if axis.value is None else _comma(axis.value)}"
        for name, axis in card.axes.items()
    ]
    yield f"\nDi samping nilai (1 sampai 5): {', '.join(shown)}"


def _capture(card: Scorecard) -> Iterator[str]:
    needed = [fact for fact in card.captured if fact.needed]
    if needed:
        yield "\nYang perlu diketahui dari penelepon ini:"
    for fact in needed:
        yield f"  {fact.label}: {_became(fact)}"


def _became(fact: CapturedFact) -> str:
    if fact.heard is not None:
        return "diketahui" if fact.asked is not None else "diketahui tanpa ditanya"
    if fact.asked is not None:
        return "ditanyakan, tidak terjawab"
    return f"tidak ditanyakan. {fact.question or ''}".rstrip()


def _comma(number: float) -> str:
    return f"{number:g}".replace(".", ",")
