"""The reader: from words to acts, courtesy and values, the same for everybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from recordings.events import ActFound, CourtesyFound, ValueFound
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

VERSION = "pembaca-1"
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
        key = cache.content_key(region.digest)
        version = f"{VERSION}+{key[:8]}"
        folder = None if cache_dir is None else cache_dir / f"reader-{key}"
        if folder is not None:
            try:
                models, stems = cache.load(folder)
            except FileNotFoundError:
                pass
            else:
                remember_stems(stems)
                return cls(models["acts"], models["courtesy"], region, version)
        return cls._fit(region, folder, version)

    @classmethod
    def _fit(cls, region: Gazetteer, folder: Path | None, version: str) -> Reader:
        from simulator.understanding.features import known_stems
        from simulator.understanding.fitting import fit_models

        acts, courtesy = fit_models(region)
        if folder is not None:
            cache.save(folder, {"acts": acts, "courtesy": courtesy}, known_stems())
        return cls(acts, courtesy, region, version)

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


def hear_with_values(text: str, region: Gazetteer) -> tuple[Heard, list[ValueFound]]:
    """An utterance in standard words, and the values found in it."""
    places = places_in(text, region)
    numbers = Numbers(text, [value.span for value in places]).read()
    phones = [value.span for value in numbers if value.kind == "phone"]
    heard = hear(text, places=[value.span for value in places], numbers=phones)
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
