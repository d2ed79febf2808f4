"""Colloquial Indonesian and Ambonese Malay, put back into standard Indonesian.

The table `data/colloquial.csv` was written for this project from general knowledge of
the language and the glosses of its Ambonese word list; it quotes no corpus.
"""

import csv
import re
from functools import cache, lru_cache
from importlib import resources

from scenarios.language.guess import guess

_STRETCHED = re.compile(r"(.)\1{2,}")
_REDUPLICATED = re.compile(r"^([^\W\d_]{2,})2$")
_ENDINGS = (("kanlah", "kan"), ("inlah", "kan"), ("nyalah", "nya"))


@cache
def table() -> dict[str, tuple[str, ...]]:
    """Every colloquial word with the standard words it stands for."""
    source = resources.files("scenarios.language") / "data" / "colloquial.csv"
    with source.open(encoding="utf-8") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return {row["said"]: tuple(row["standard"].split()) for row in rows}


@lru_cache(maxsize=20_000)
def standard(word: str) -> tuple[str, ...]:
    """Standard Indonesian for one word: «seng» gives («tidak»,).

    A word that the table does not know comes back in lower case. «Dahulu-dahulu»
    stays one word; «cepat2» becomes «cepat-cepat».
    """
    low = _STRETCHED.sub(r"\1", word.lower())
    known = table().get(low)
    if known is not None:
        return known
    doubled = _REDUPLICATED.match(low)
    if doubled is not None:
        low = f"{doubled[1]}-{doubled[1]}"
    if "-" in low:
        return _of_halves(low)
    return (guess(_without_colloquial_ending(low)),)


def _of_halves(word: str) -> tuple[str, ...]:
    halves = [" ".join(standard(half)) for half in word.split("-") if half]
    if any(" " in half for half in halves):
        return tuple(" ".join(halves).split())
    if len(halves) == 2 and halves[1] in {"nya", "in", "ku", "mu"}:
        return standard(halves[0] + halves[1])
    return ("-".join(halves),)


def _without_colloquial_ending(word: str) -> str:
    """«matiin» is «matikan», «sebutkanlah» is «sebutkan»."""
    for ending, kept in _ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending) + kept
    if len(word) > 5 and word.endswith("in") and word not in _REAL_IN:
        return word.removesuffix("in") + "kan"
    return word


# Words that end in -in by nature and are no colloquial causatives.
_REAL_IN = frozenset(
    "selain berlin kemarin kulit dingin mungkin miskin pimpin bensin mesin yakin"
    " izin hamin jamin rutin licin cermin angin ingin lain asin batin kepingin"
    " pinggirin dijamin plasmin aspirin vaksin insulin admin disiplin rajin"
    " terjamin dimungkin doktrin margarin poin kawin bermain semakin keringin"
    " rubelin pingin penjamin pemimpin berangin kain main lilin penisilin"
    " kantin pasin kolin tain".split()
)
