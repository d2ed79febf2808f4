"""The reader: from words to acts, courtesy and values, the same for everybody."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from recordings.events import ActFound, CourtesyFound, ValueFound
from scenarios.language.people import people_in
from scenarios.vocabulary import DialogueAct as A
from simulator.understanding import cache, concepts
from simulator.understanding.acts import Found, Scores, acts_of, score
from simulator.understanding.courtesy import CERTAIN, Label, courtesy_of, insults
from simulator.understanding.features import remember_stems
from simulator.understanding.heard import Heard, hear
from simulator.understanding.reading import Reading
from simulator.understanding.scorer import Scorer
from simulator.understanding.values import (
    Gazetteer,
    Numbers,
    agencies_in,
    names_in,
    places_in,
)

VERSION = "pembaca-4"
_UNREAD = frozenset({A.OTHER})


@dataclass(frozen=True, slots=True)
class Understood:
    """A reading with everything that led to it, for explaining it."""

    reading: Reading
    heard: Heard
    acts: tuple[Found, ...]
    courtesy: tuple[Label, ...]
    act_scores: Scores
    courtesy_scores: Scores


@dataclass(frozen=True, slots=True)
class Reader:
    """Understands what call-takers say. Make one with `Reader.load`."""

    acts: Scorer
    courtesy: Scorer
    region: Gazetteer = field(repr=False)
    version: str = VERSION

    @classmethod
    def load(cls, region: Gazetteer, *, cache_dir: Path | None = None) -> Reader:
        """Load the fitted reader for a region, fitting it when there is none yet.

        Args:
            region: Whose places and agencies are recognised.
            cache_dir: Where fits are kept; None: nothing is kept.
        """
        name = cache.folder_name(region.digest)
        version = f"{VERSION}+{name.partition('-')[2][:8]}"
        if cache_dir is not None:
            models = _kept(cache_dir / name) or _fitted_apart(region, cache_dir, name)
            if models is not None:
                return cls(models["acts"], models["courtesy"], region, version)
        from simulator.understanding.fitting import fit_models

        return cls(*fit_models(region), region, version)

    def read(
        self,
        text: str,
        *,
        after: str | None = None,
        first_turn: bool = False,
        open_facts: Sequence[str] = (),
        typed: bool = True,
    ) -> Reading:
        """Read one utterance.

        Args:
            text: What the call-taker said.
            after: The caller's line before it.
            first_turn: True for the call-taker's first utterance.
            open_facts: Ids of facts not yet told; they tip the scales when in doubt.
            typed: False for recognised speech.
        """
        return self.understand(
            text, after=after, first_turn=first_turn, open_facts=open_facts, typed=typed
        ).reading

    def understand(
        self,
        text: str,
        *,
        after: str | None = None,
        first_turn: bool = False,
        open_facts: Sequence[str] = (),
        typed: bool = True,
    ) -> Understood:
        """Read one utterance and keep what led to the reading."""
        heard, values = hear_with_values(text, self.region)
        before = hear_with_values(after, self.region)[0] if after else None
        scores, tone = score(heard, before, self.acts, self.courtesy)
        acts = acts_of(
            heard,
            after=before,
            values=values,
            open_facts=open_facts,
            first_turn=first_turn,
            scores=scores,
        )
        labels = courtesy_of(heard, acts=acts, scores=tone, typed=typed)
        acts = _with_rudeness(acts, labels)
        reading = Reading(
            text=text,
            acts=_acts_found(heard, acts),
            courtesy=tuple(
                CourtesyFound(
                    label=one.label,
                    confidence=round(one.confidence, 2),
                    span=one.span,
                    level=one.level,
                )
                for one in labels
            ),
            values=tuple(values),
            abstained=not any(one.act not in _UNREAD for one in acts),
            model=self.version,
        )
        return Understood(reading, heard, tuple(acts), tuple(labels), scores, tone)


def _kept(folder: Path) -> dict[str, Scorer] | None:
    """Models fitted before, or None when there are none."""
    try:
        models, stems = cache.load(folder)
    except FileNotFoundError:
        return None
    remember_stems(stems)
    return models


def _fitted_apart(
    region: Gazetteer, cache_dir: Path, name: str
) -> dict[str, Scorer] | None:
    """Fit in a process of its own; None when that could not be.

    Whoever waits may end before: the fit goes on, and is there at the next start.
    """
    command = [sys.executable, "-m", "simulator.understanding.fitting"]
    ended = subprocess.run(  # noqa: S603 (our own interpreter and module)
        [*command, region.id, str(cache_dir.resolve())],
        cwd=Path(__file__).parents[2],
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return _kept(cache_dir / name) if ended.returncode == 0 else None


def hear_with_values(text: str, region: Gazetteer) -> tuple[Heard, list[ValueFound]]:
    """An utterance in standard words, and the values found in it."""
    places = places_in(text, region)
    numbers = Numbers(text, [value.span for value in places]).read()
    phones = [value.span for value in numbers if value.kind == "phone"]
    taken = [value.span for value in (*places, *numbers)]
    people = people_in(text, taken)
    heard = hear(
        text, places=[one.span for one in places], numbers=phones, people=people
    )
    values = [*places, *numbers, *agencies_in(heard, region), *names_in(heard)]
    return heard, sorted(values, key=lambda value: value.span)


def _with_rudeness(acts: list[Found], labels: list[Label]) -> list[Found]:
    """An insult makes the utterance rude, whatever else it does."""
    insult = insults(labels)
    rude = any(one.act == A.RUDE for one in acts)
    if insult is None or insult.confidence < CERTAIN or rude:
        return acts
    kept = [one for one in acts if one.act != A.OTHER]
    return [*kept, Found(A.RUDE, insult.confidence, insult.span, insult.because)]


def _acts_found(heard: Heard, acts: Sequence[Found]) -> tuple[ActFound, ...]:
    topics = concepts.about(heard, [(one.act, one.span) for one in acts])
    offers = concepts.offers(heard)
    return tuple(
        ActFound(
            act=str(one.act),
            confidence=round(one.confidence, 2),
            span=one.span,
            about=about,
            form=concepts.form_of(one.act, heard, one.span, offers),
        )
        for one, about in zip(acts, topics, strict=True)
    )
