"""From corpus lines to fitted models."""

from collections.abc import Sequence

from scenarios.vocabulary import CourtesyLabel, DialogueAct
from simulator.understanding.classifier import Example, Fitter
from simulator.understanding.corpus import Line, load_corpus
from simulator.understanding.courtesy import MARKERS, MODELLED, is_violation
from simulator.understanding.features import context_of, docs_of
from simulator.understanding.reader import hear_with_values
from simulator.understanding.scorer import Floats, Scorer
from simulator.understanding.values import Gazetteer

ACT_LABELS = tuple(act.value for act in DialogueAct)
COURTESY_LABELS = tuple(label.value for label in MODELLED)
_TONE_UNKNOWN = frozenset({DialogueAct.RUDE, DialogueAct.WARN_PRANK, DialogueAct.OTHER})


def example_of(
    line: Line, region: Gazetteer, unknown: frozenset[str] = frozenset()
) -> Example:
    """A corpus line as the models see it."""
    heard, _ = hear_with_values(line.text, region)
    before = hear_with_values(line.after, region)[0] if line.after else None
    docs, _ranges = docs_of(heard, context_of(before) if before else frozenset())
    return Example(tuple(docs), line.labels, line.persona, unknown)


def courtesy_examples(
    courtesy: Sequence[Line], acts: Sequence[Line], region: Gazetteer
) -> list[Example]:
    """Courtesy lines, and act lines as examples of saying it without any violation."""
    found = [example_of(line, region, MARKERS) for line in courtesy]
    positive = frozenset(n.value for n in CourtesyLabel if not is_violation(n))
    for line in acts:
        if line.labels and not line.labels & _TONE_UNKNOWN:
            spoken = example_of(line, region)
            # The whole line is enough to show what is no violation, and halves the fit.
            found.append(Example(spoken.docs[-1:], frozenset(), line.persona, positive))
    return found


def fit_models(
    region: Gazetteer,
    *,
    acts: Sequence[Line] | None = None,
    courtesy: Sequence[Line] | None = None,
    thresholds: tuple[Floats, Floats] | None = None,
) -> tuple[Scorer, Scorer]:
    """Fit the models of acts and of courtesy.

    Args:
        region: Whose places are recognised in the lines.
        acts: Lines to learn acts from; None: the corpus.
        courtesy: Lines to learn courtesy from; None: the corpus.
        thresholds: For acts and courtesy; None: chosen across personas.
    """
    act_lines = load_corpus("acts") if acts is None else acts
    tone_lines = load_corpus("courtesy") if courtesy is None else courtesy
    fitter = Fitter(
        [example_of(line, region) for line in act_lines],
        courtesy_examples(tone_lines, act_lines, region),
    )
    for_acts, for_courtesy = thresholds or (None, None)
    return (
        fitter.fit(0, ACT_LABELS, for_acts),
        fitter.fit(1, COURTESY_LABELS, for_courtesy),
    )
