"""A spoken or Ambonese spelling guessed back to a word of the dictionary.

The table of colloquial words names what is common; what it does not name mostly follows
a few habits: «tangang» for «tangan», «tabuka» for «terbuka», «nyari» for «cari»,
«dateng» for «datang», «sapulu» for «sepuluh». A guess stands only when it leads to a
word of the dictionary and the word as said does not.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from scenarios.language.roots import is_known

SHORTEST = 4
"""Shorter words have too many neighbours to guess."""
_E_FOR_A = re.compile(r"e(?=[bdghklmnprst]+(?:kan|nya|an|i)?$)")
_FIRST_A = re.compile(r"^([^aeiou]{0,2})a")
_NASALS = {
    "nge": ("",),
    "ng": ("", "k"),
    "ny": ("s", "c"),
    "n": ("t",),
    "m": ("p",),
}
_AMBONESE_PREFIXES = {"ba": "ber", "ta": "ter", "tar": "ter", "bar": "ber"}


@lru_cache(maxsize=20_000)
def guess(word: str) -> str:
    """The standard word that a spelling most likely stands for; else the word."""
    if len(word) < SHORTEST or not word.isalpha() or is_known(word):
        return word
    return next((one for one in _candidates(word) if is_known(one)), word)


def _candidates(word: str) -> Iterator[str]:
    """Other spellings, the likeliest habit first."""
    yield from _ambonese(word)
    for said, roots in _NASALS.items():
        if word.startswith(said):
            for root in roots:
                yield root + word.removeprefix(said)
                yield _E_FOR_A.sub("a", root + word.removeprefix(said))
    if _E_FOR_A.search(word):
        yield _E_FOR_A.sub("a", word)


def _ambonese(word: str) -> Iterator[str]:
    beginnings = [word, _FIRST_A.sub(r"\1e", word)]
    for said, standard in _AMBONESE_PREFIXES.items():
        if word.startswith(said) and len(word) > len(said) + 2:
            beginnings.append(standard + word.removeprefix(said))
    for end, beginning in product(("", "n", "h", "t", "k"), beginnings):
        if end == "n":
            if beginning.endswith("ng"):
                yield beginning.removesuffix("g")
        elif (beginning, end) != (word, ""):
            yield beginning + end
