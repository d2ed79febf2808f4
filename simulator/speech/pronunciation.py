"""Words whose letters mislead the engine, written in its own phonemes.

Indonesian writes two vowels with one letter: e-pepet (tenang, a schwa) and e-taling
(meja). espeak-ng 1.52 takes every stressed e for a taling and every other one for a
schwa, so that «tenang» and «sore» both come out wrong. The lexicon lists stems in a
marked spelling; here prefixes and endings are put on, and the whole becomes
`[[phonemes]]`. A word the lexicon does not know is left to the engine.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

_DATA = Path(__file__).parent / "data" / "pronunciation.yaml"
_STEM_GROUPS = ("schwa", "taling", "ambon", "others", "letters")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

# What a prefix looks like, and the first letters of a stem it may have swallowed.
_PREFIXES = (
    ("meny", "s"),
    ("peny", "s"),
    ("meng", " k"),
    ("peng", " k"),
    ("mem", " p"),
    ("pem", " p"),
    ("men", " t"),
    ("pen", " t"),
    ("me", " "),
    ("pe", " "),
    ("per", " "),
    ("ber", " "),
    ("be", " "),
    ("ter", " "),
    ("di", " "),
    ("ke", " "),
    ("se", " "),
    ("ba", " "),
    ("ta", " "),
)
_ENDINGS = ("nya", "lah", "kah", "pun", "kan", "ku", "mu", "an", "i")
_MISLEADING = re.compile("e|v|sy")
_MOST_AFFIXES = 3
_SHORTEST_STEM = 3

_SOUNDS = {
    "ng": "N",
    "ny": "n^",
    "sy": "S",
    "kh": "x",
    "ai": "aI",
    "au": "aU",
    "e": "@",
    "é": "e",
    "c": "tS",
    "j": "dZ",
    "y": "j",
    "r": "R",
    "v": "f",
    "x": "ks",
    "q": "?",
    "K": "k",
    ".": "",
}
_SOUND = re.compile("|".join(map(re.escape, _SOUNDS)) + "|.")
_VOWELS = frozenset({"a", "e", "i", "o", "u", "@", "aI", "aU"})
_VOWEL_LETTERS = "aeiouéè"


def pronounced(text: str) -> str:
    """The same words, those the lexicon knows as `[[phonemes]]`."""
    return _WORD.sub(lambda match: _say(match[0]), text)


@lru_cache(maxsize=4096)
def phonemes(word: str) -> str | None:
    """espeak-ng phonemes of a single word; None when the engine may read it."""
    word = word.lower().replace("é", "e")
    lexicon = _lexicon()
    if word in lexicon.sounds:
        return lexicon.sounds[word]
    marked = next(_spellings(word, lexicon.stems, _MOST_AFFIXES), None)
    if marked is None and _MISLEADING.search(word):
        marked = _with_prefixes_alone(word)
    return None if marked is None else _phonemes(_with_glottal_end(marked))


def _say(word: str) -> str:
    parts = [(part, phonemes(part)) for part in word.split("-")]
    if not any(sound for _, sound in parts):
        return word
    return " ".join(f"[[{sound}]]" if sound else part for part, sound in parts)


def _spellings(word: str, stems: dict[str, str], affixes: int) -> Iterator[str]:
    """Marked spellings of a word, the one with the fewest affixes first."""
    if word in stems:
        yield stems[word]
    if not affixes:
        return
    for stem, ending in _without_ending(word):
        for marked in _spellings(stem, stems, affixes - 1):
            yield _joined(marked, ending)
    for prefix, stem, swallowed in _without_prefix(word):
        for marked in _spellings(stem, stems, affixes - 1):
            yield prefix + marked.removeprefix(swallowed)


def _with_prefixes_alone(word: str) -> str | None:
    """The spelling when all its e are those of prefixes: keberangkatan."""
    if "e" not in word:
        return word
    for prefix, stem, swallowed in _without_prefix(word):
        if "e" in prefix and not swallowed:
            rest = _with_prefixes_alone(stem)
            if rest is not None:
                return prefix + rest
    return None


def _without_ending(word: str) -> Iterator[tuple[str, str]]:
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            yield stem, ending


def _without_prefix(word: str) -> Iterator[tuple[str, str, str]]:
    for prefix, swallows in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest == word:
            continue
        for swallowed in swallows:
            stem = swallowed.strip() + rest
            if len(stem) >= _SHORTEST_STEM:
                yield prefix, stem, swallowed.strip()


def _joined(marked: str, ending: str) -> str:
    if ending[0] in _VOWEL_LETTERS:
        return f"{marked}.{ending}"
    return _with_glottal_end(marked) + ending


def _with_glottal_end(marked: str) -> str:
    return f"{marked[:-1]}q" if marked.endswith("k") else marked


def _phonemes(marked: str) -> str:
    """Sounds of a marked spelling; the stress stands before the stressed vowel.

    Indonesian stresses the last syllable but one, the last when that one is a schwa.
    """
    sounds = [_SOUNDS.get(part, part) for part in _SOUND.findall(marked)]
    vowels = [at for at, sound in enumerate(sounds) if sound in _VOWELS]
    if not vowels:
        return "".join(sounds)
    stressed = vowels[max(-2, -len(vowels))]
    if sounds[stressed] == "@":
        stressed = vowels[-1]
    if sounds[stressed] != "@":
        sounds[stressed] = f"'{sounds[stressed]}"
    return "".join(sounds)


class _Lexicon:
    def __init__(self, data: dict[str, Any]) -> None:
        marked = [w for group in _STEM_GROUPS for w in data[group].split()]
        self.stems = {_plain(word): word for word in marked} | data["respelled"]
        self.sounds: dict[str, str] = data["sounds"]


def _plain(marked: str) -> str:
    return marked.replace("é", "e").replace(".", "").lower()


@cache
def _lexicon() -> _Lexicon:
    return _Lexicon(yaml.safe_load(_DATA.read_text(encoding="utf-8")))
