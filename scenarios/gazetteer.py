"""Finding places by name: in a search box as it is typed, and inside an utterance."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from scenarios.place import VILLAGE_KINDS, WORD, Place, PlaceHit, Span, fold, words_of

KIND_WORDS: Mapping[str, frozenset[str]] = {
    "kelurahan": frozenset({"kelurahan"}),
    "kel": frozenset({"kelurahan"}),
    "lurah": frozenset({"kelurahan"}),
    "desa": frozenset({"desa", "negeri", "luar"}),
    "negeri": frozenset({"desa", "negeri", "luar"}),
    "kecamatan": frozenset({"kecamatan", "kecamatan_luar"}),
    "kec": frozenset({"kecamatan", "kecamatan_luar"}),
}
"""A word before a name that several places bear says which of them is meant."""

GENERIC_WORDS = frozenset(KIND_WORDS) | {"jalan", "jl", "jln", "lorong", "kampung"}

EXACT, PREFIX, INNER_PREFIX, ALL_WORDS, NEAR = range(5)


@dataclass(frozen=True, slots=True, kw_only=True)
class EverydayWords:
    """Names that are also ordinary words, and what makes them places all the same."""

    cues: frozenset[str] = frozenset()
    """«di», «dekat»: after one of these an everyday name is a place."""
    place_words: frozenset[str] = frozenset()
    """«kawasan», «desa»: what a very common phrase needs."""
    fillers: frozenset[str] = frozenset()
    """«ya», «Pak»: an utterance of a name and these alone names the place."""
    everyday: frozenset[tuple[str, ...]] = frozenset()
    common: frozenset[tuple[str, ...]] = frozenset()
    not_places: frozenset[tuple[str, ...]] = frozenset()


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    key: tuple[str, ...]


_Ranked = tuple[tuple[int, int, int], str]
_RankOf = Callable[[str, str], tuple[int, int] | None]


class Gazetteer:
    """All names of a region, indexed once."""

    def __init__(self, places: Iterable[Place], words: EverydayWords) -> None:
        self._places = {place.id: place for place in places}
        self._words = words
        self._by_key: dict[tuple[str, ...], list[Place]] = defaultdict(list)
        for place in self._places.values():
            for key in _keys(place):
                if place not in self._by_key[key]:
                    self._by_key[key].append(place)
        for places_of_key in self._by_key.values():
            places_of_key.sort(key=_widest_first)
        self._by_first_word = self._index()
        self._spellings = [
            (place, name, " ".join(words_of(name)))
            for place in self._places.values()
            for name in place.names
        ]

    def _index(self) -> dict[str, list[tuple[str, ...]]]:
        index: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for key in (*self._by_key, *self._words.not_places):
            index[key[0]].append(key)
        for keys in index.values():
            keys.sort(key=len, reverse=True)
        return dict(index)

    def search(self, text: str, limit: int = 8) -> list[PlaceHit]:
        """The places that fit what has been typed so far, best first."""
        typed = words_of(text)
        if not typed:
            return []
        bare = tuple(word for word in typed if word not in GENERIC_WORDS) or typed
        queries = tuple(dict.fromkeys((" ".join(typed), " ".join(bare))))
        # Misspellings are looked for only when nothing fits as it stands: they are
        # slow to compare, and «Batu Meja» is no help to who typed «Batu Merah».
        best = self._best(queries, _fit) or self._best(queries, _near)
        return [self._hit(id_, best[id_][1]) for id_ in self._order(best)[:limit]]

    def _best(self, queries: tuple[str, ...], rank_of: _RankOf) -> dict[str, _Ranked]:
        best: dict[str, _Ranked] = {}
        for place, name, spelling in self._spellings:
            for stripped, query in enumerate(queries):
                fit = rank_of(query, spelling)
                if fit is None:
                    continue
                rank = (fit[0], stripped, fit[1])
                if place.id not in best or rank[:2] < best[place.id][0][:2]:
                    best[place.id] = (rank, name)
        return best

    def _order(self, best: Mapping[str, _Ranked]) -> list[str]:
        def key(id_: str) -> tuple[tuple[int, int, int], int, bool, str]:
            place = self._places[id_]
            return best[id_][0], _kind_rank(place), not place.verified, place.name

        return sorted(best, key=key)

    def _hit(self, place_id: str, matched: str) -> PlaceHit:
        place = self._places[place_id]
        similar = tuple(self._places[other] for other in place.confusable)
        return PlaceHit(place=place, matched=matched, similar=similar)

    def find_in(self, text: str) -> list[tuple[Place, Span]]:
        """The places an utterance names, in its order.

        The longest name wins. A name that several places bear yields each of them
        with the same span, the widest first, unless a word before it decides
        («Kelurahan Nusaniwe», «Negeri Nusaniwe»).
        """
        marks = [(found.start(), found.end()) for found in WORD.finditer(text)]
        words = [fold(text[start:end]) for start, end in marks]
        named = self._named(words)
        return [
            (place, (marks[one.start][0], marks[one.end - 1][1]))
            for one in named
            if self._meant(one, words, named)
            for place in self._bearers(one, words)
        ]

    def _named(self, words: Sequence[str]) -> list[_Found]:
        named: list[_Found] = []
        at = 0
        while at < len(words):
            key = self._longest(words, at)
            if key is None:
                at += 1
                continue
            if key in self._by_key:
                named.append(_Found(at, at + len(key), key))
            at += len(key)
        return named

    def _longest(self, words: Sequence[str], at: int) -> tuple[str, ...] | None:
        for key in self._by_first_word.get(words[at], ()):
            if len(key) == 1 or tuple(words[at : at + len(key)]) == key:
                return key
        return None

    def _meant(self, one: _Found, words: Sequence[str], named: list[_Found]) -> bool:
        before = words[one.start - 1] if one.start else ""
        if one.key in self._words.common:
            return before in self._words.place_words
        if one.key not in self._words.everyday or before in self._words.cues:
            return True
        rest = [*words[: one.start], *words[one.end :]]
        if all(word in self._words.fillers for word in rest):
            return True
        return any(self._beside(one, other, words) for other in named)

    def _beside(self, one: _Found, other: _Found, words: Sequence[str]) -> bool:
        """«Soya, Kecamatan Sirimau»: a plain name next to it vouches for it."""
        if other.key in self._words.everyday or other.key in self._words.common:
            return False
        first, second = (one, other) if one.start < other.start else (other, one)
        between = words[first.end : second.start]
        return all(word in self._words.cues for word in between)

    def _bearers(self, one: _Found, words: Sequence[str]) -> list[Place]:
        bearers = self._by_key[one.key]
        if len(bearers) > 1 and one.start:
            kinds = KIND_WORDS.get(words[one.start - 1], frozenset[str]())
            return [place for place in bearers if place.kind in kinds] or bearers
        return bearers


def _keys(place: Place) -> Iterable[tuple[str, ...]]:
    """Every name as words, and names of two words also written as one."""
    for name in place.names:
        words = words_of(name)
        yield words
        if len(words) == 2 and min(map(len, words)) > 2:
            yield ("".join(words),)


def _widest_first(place: Place) -> tuple[bool, bool, str]:
    return place.kind != "kecamatan", place.kind not in VILLAGE_KINDS, place.id


def _kind_rank(place: Place) -> int:
    if not place.in_area:
        return 3
    if place.kind in VILLAGE_KINDS:
        return 0
    return 1 if place.kind == "kecamatan" else 2


def _fit(query: str, spelling: str) -> tuple[int, int] | None:
    """How well a name fits as it is spelled; smaller is better."""
    if spelling == query or spelling.replace(" ", "") == query.replace(" ", ""):
        return EXACT, 0
    if spelling.startswith(query):
        return PREFIX, len(spelling)
    if f" {query}" in spelling:
        return INNER_PREFIX, len(spelling)
    if _words_begin(query.split(), spelling.split()):
        return ALL_WORDS, len(spelling)
    return None


def _near(query: str, spelling: str) -> tuple[int, int] | None:
    """How few slips of the fingers lie between what was typed and a name."""
    slips = _slips(query, spelling)
    return (NEAR + slips, slips) if slips <= _allowed(query) else None


def _words_begin(typed: list[str], words: list[str]) -> bool:
    """Every typed word begins a word of the name; single letters do not count."""
    return all(
        len(piece) > 1 and any(word.startswith(piece) for word in words)
        for piece in typed
    )


def _allowed(query: str) -> int:
    return 0 if len(query) < 4 else 1 if len(query) < 7 else 2


def _slips(query: str, spelling: str) -> int:
    """Edits (swapped neighbours count once) to the part of the name typed so far."""
    before: list[int] = []
    row = list(range(len(spelling) + 1))
    for i, typed in enumerate(query):
        last, row = row, [i + 1]
        for j, letter in enumerate(spelling):
            cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (typed != letter))
            if i and j and typed == spelling[j - 1] and letter == query[i - 1]:
                cost = min(cost, before[j - 1] + 1)
            row.append(cost)
        before = last
    return min(row)
