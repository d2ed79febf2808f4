"""Whether the caller was addressed as the right sex."""

import re
from functools import cache
from importlib.resources import files

import yaml

from recordings.call_record import Quote
from scenarios.vocabulary import CourtesyLabel
from scoring.evidence import Evidence

TWICE = 2
"""A slip of the tongue is nobody's fault."""


def wrong_addresses(seen: Evidence) -> tuple[Quote, ...]:
    """The wrong addresses, when there are at least two and more than right ones."""
    caller = seen.case.caller
    other = "male" if caller.sex == "female" else "female"
    addressed = [
        seen.call.quote(said.seq, found.span)
        for said in seen.said
        for found in said.courtesy
        if found.label == CourtesyLabel.HONORIFIC_ADDRESS
    ]
    right = [quote for quote in addressed if _words(quote) & forms()[caller.sex]]
    wrong = [
        quote
        for quote in addressed
        if quote not in right and _words(quote) & forms()[other]
    ]
    return tuple(wrong) if len(wrong) >= max(TWICE, len(right) + 1) else ()


def _words(quote: Quote) -> set[str]:
    return set(re.findall(r"\w+", quote.text.casefold()))


@cache
def forms() -> dict[str, frozenset[str]]:
    """Forms of address by the sex they fit."""
    text = files("scoring").joinpath("data/address.yaml").read_text("utf-8")
    return {sex: frozenset(words) for sex, words in yaml.safe_load(text).items()}
