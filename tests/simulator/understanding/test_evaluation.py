import pytest

from simulator.understanding.evaluation import Read, report
from simulator.understanding.figures import Judged


def judged(truth, given, *, persona="baku", style="baku", never=()):
    return Judged(
        truth=frozenset(truth.split()),
        given=frozenset(given.split()),
        persona=persona,
        style=style,
        never=frozenset(never),
    )


@pytest.fixture
def read():
    return Read(
        acts=[
            *[judged("ask_breathing", "ask_breathing")] * 3,
            judged("ask_breathing", "", persona="santai"),
            judged("", "ask_when", persona="penyuruh", style="luar"),
            judged("", "", persona="penyuruh", style="luar"),
        ],
        tone=[
            judged("blame", "blame sarcasm"),
            judged("", "blame", never=("blame",)),
            judged("", "", never=("blame",)),
        ],
    )


def figure(text, name):
    [line] = [line for line in text.splitlines() if line.startswith(f"| {name} ")]
    return [cell.strip() for cell in line.strip("|").split("|")][1:]


def test_the_report_counts_what_was_missed_and_what_was_made_up(read):
    text = report(read, {})

    assert figure(text, "Safety-critical recall") == ["0.750 of 4"]
    assert figure(text, "Everyday requests given an act") == ["0.500 of 2"]
    assert figure(text, "Hard negatives wrongly marked") == ["0.500 of 2"]
    assert figure(text, "Severe and fatal") == ["recall 1.000, precision 0.333 of 1"]


@pytest.mark.parametrize("name", ["ask_breathing", "santai", "blame"])
def test_every_label_and_persona_has_an_interval_that_holds_its_figure(read, name):
    *_, mark, interval = figure(report(read, {}), name)

    low, high = map(float, interval.split(" to "))
    assert low - 0.005 <= float(mark) <= high + 0.005


def test_the_learning_curve_goes_from_few_writers_to_all(read):
    silent = Read(
        acts=[judged(" ".join(one.truth), "") for one in read.acts], tone=read.tone
    )

    text = report(read, {0.25: silent})

    assert figure(text, "25%")[0] == "0.000"
    assert figure(text, "100%")[0] == "0.750"
