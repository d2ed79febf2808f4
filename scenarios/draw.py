"""Drawing a case: one emergency out of a scenario, the same for the same seed.

Every single choice has a source of randomness of its own, so that one more draw in a
scenario leaves all the others as they were.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from random import Random
from typing import Any, TypeVar

from scenarios.case import CallerProfile, Case, TimeTargets, Truth
from scenarios.drawables import Drawn
from scenarios.place import Place
from scenarios.region import Region
from scenarios.scenario import Scenario, Variant
from scenarios.story import OwnTargets, Story, WrittenTruth
from scenarios.templates import fill

T = TypeVar("T")


def draw(scenario: Scenario, seed: int, *, region: Region) -> Case:
    """Make the case of a scenario and a seed.

    Raises:
        ValueError: The scenario was written for another region.
    """
    if scenario.region != region.id:
        raise ValueError(f"{scenario.ref} is for {scenario.region}, not {region.id}")
    chance = _Chance(scenario.id, seed)
    variant = _variant(scenario, chance)
    story = variant.story
    drawn = _drawn(story, chance, region)
    words = _words(drawn)
    return Case(
        scenario=scenario.ref,
        scenario_digest=scenario.digest,
        region=region.id,
        region_digest=region.digest,
        seed=seed,
        variant=variant.name,
        incident_id=_incident_id(scenario, seed),
        title=scenario.title,
        local_time=fill(story.time, words),
        ani=_number_shown(story, drawn),
        caller=_caller(story, drawn, words, chance),
        opening=_filled(story.opening, words),
        facts=_filled(story.facts, words),
        instructions=_filled(story.instructions, words),
        changes=_filled(story.changes, words),
        must_ask=story.must_ask,
        must_tell=_filled(story.must_tell, words),
        truth=_truth(story, drawn, words, region),
        targets=_targets(region.targets, story.targets),
        background=story.background,
        sensitive=story.sensitive,
        approval=scenario.approval,
    )


@dataclass(frozen=True, slots=True)
class _Chance:
    """The randomness of one case: a seed for each purpose and name."""

    scenario: str
    seed: int

    def seed_for(self, purpose: str, name: str) -> str:
        """Part of it is the scenario: seed 7 is not the same person everywhere."""
        return f"{self.seed}:{purpose}:{self.scenario}/{name}"

    def random(self, purpose: str, name: str) -> Random:
        return Random(self.seed_for(purpose, name))


def _variant(scenario: Scenario, chance: _Chance) -> Variant:
    weights = [variant.weight for variant in scenario.variants]
    [chosen] = chance.random("variant", "name").choices(scenario.variants, weights)
    return chosen


def _drawn(story: Story, chance: _Chance, region: Region) -> dict[str, Drawn]:
    from scenarios.providers import new_faker  # slow to load; only drawing needs it

    source = new_faker()
    drawn = {}
    for name, draw_ in story.draws.items():
        source.reseed(chance.seed_for("draw", name))
        drawn[name] = draw_.draw(source, region)
    return drawn


def _words(drawn: Mapping[str, Drawn]) -> dict[str, str]:
    """What each name in braces stands for."""
    return {
        f"{name}.{after}" if after else name: word
        for name, one in drawn.items()
        for after, word in one.words.items()
    }


def _filled(thing: T, words: Mapping[str, str]) -> T:
    """The same thing with the words put into all its texts, however deep."""
    filled: Any = thing
    if isinstance(thing, str):
        filled = fill(thing, words)
    elif isinstance(thing, tuple):
        filled = tuple(_filled(one, words) for one in thing)
    elif is_dataclass(thing) and not isinstance(thing, type):
        values = {f.name: _filled(getattr(thing, f.name), words) for f in fields(thing)}
        filled = replace(thing, **values)
    return filled  # type: ignore[no-any-return]


def _caller(
    story: Story, drawn: Mapping[str, Drawn], words: Mapping[str, str], chance: _Chance
) -> CallerProfile:
    written, person = story.caller, drawn[story.caller.person].person
    if person is None:
        raise TypeError(f"{story.caller.person} draws no person")
    return CallerProfile(
        name=person.name,
        sex=person.sex,
        age=person.age,
        relation=fill(written.relation, words),
        honorific=person.honorific,
        addresses_taker=chance.random("caller", "addresses_taker").choice(
            written.addresses_taker
        ),
        register=written.register,
        distress=chance.random("caller", "distress").choice(written.distress),
        reactivity=written.reactivity,
        patience_ms=written.patience_ms,
        reaction_ms=written.reaction_ms,
        speaks=written.speaks,
        gives_up_after=written.gives_up_after,
    )


def _number_shown(story: Story, drawn: Mapping[str, Drawn]) -> str | None:
    """The number the network shows: the first one drawn; None when withheld."""
    if not story.caller.ani_shown:
        return None
    return next(drawn[name].words[""] for name in story.phones)


def _truth(
    story: Story, drawn: Mapping[str, Drawn], words: Mapping[str, str], region: Region
) -> Truth:
    written: WrittenTruth = _filled(replace(story.truth, place=None), words)
    own = {f.name: getattr(written, f.name) for f in fields(written)}
    spot = drawn[story.truth.place].place if story.truth.place else None
    where = _where(spot, region, written.place_accepted) if spot else _NOWHERE
    return Truth(**{**own, **where, "incident_type": story.incident_type})


_NOWHERE: Mapping[str, Any] = {"place": None, "place_name": None, "kecamatan": None}


def _where(spot: Place, region: Region, accepted: tuple[str, ...]) -> Mapping[str, Any]:
    """What the region knows of the place: its unit, and what is taken for it."""
    unit = region.kelurahan(spot.code or "")
    is_unit = spot.id == unit.id
    similar = dict.fromkeys((*spot.confusable, *unit.confusable))
    right = {spot.id, unit.id, *accepted}
    return {
        "place": unit.code,
        "place_name": unit.name,
        "kecamatan": unit.kecamatan,
        "spot": None if is_unit else spot.id,
        "spot_name": None if is_unit else spot.name,
        "neighbours": tuple(sorted(region.neighbours.get(unit.id, ()))),
        "confusable": tuple(id_ for id_ in similar if id_ not in right),
    }


def _targets(centre: TimeTargets, own: OwnTargets) -> TimeTargets:
    given = {f.name: getattr(own, f.name) for f in fields(own)}
    return replace(centre, **{k: v for k, v in given.items() if v is not None})


def _incident_id(scenario: Scenario, seed: int) -> str:
    """Names the incident without telling what it is."""
    return hashlib.sha256(f"{scenario.ref}:{seed}".encode()).hexdigest()[:10]
