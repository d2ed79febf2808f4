"""Better wording: what to say instead, for this caller."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from scenarios.case import Case, Fact

_CRITERIA, _QUESTIONS = "criteria", "questions"


@cache
def _wording() -> Mapping[str, Mapping[str, str]]:
    text = files("scoring").joinpath("data/better.yaml").read_text("utf-8")
    loaded: Mapping[str, Mapping[str, str]] = yaml.safe_load(text)
    return loaded


def better_for(criterion: str, case: Case) -> str | None:
    """What would have done it; None where no words would."""
    return _filled(_wording()[_CRITERIA].get(criterion), case)


def question_for(fact: Fact, case: Case) -> str | None:
    """How this fact may be asked for; None where there is no written question."""
    questions = _wording()[_QUESTIONS]
    for answer in fact.answers:
        exact = (questions.get(f"{answer.act}/{concept}") for concept in answer.about)
        found = next((text for text in exact if text), None)
        if found is None and not answer.about:
            found = questions.get(answer.act)
        if found is not None:
            return _filled(found, case)
    return None


def _filled(text: str | None, case: Case) -> str | None:
    if text is None:
        return None
    place = case.truth.spot_name or case.truth.place_name or "…"
    return text.format(honorific=case.caller.honorific, place=place)
