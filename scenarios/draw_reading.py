"""Reading the `draw` section: what the seed decides, and the names it offers."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import yaml

from scenarios.drawables import (
    BARE,
    ChoiceDraw,
    Draw,
    NumberDraw,
    PersonDraw,
    PhoneDraw,
    PlaceDraw,
    TimeDraw,
    full_names,
)
from scenarios.kinds import TEXT, Kind, Unfit, one_of, whole
from scenarios.problems import unknown_word
from scenarios.reader import Fields
from scenarios.region import Region
from scenarios.story import SEXES

CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
ASCENDING = "harus dari kecil ke besar"


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawsRead:
    """The draws of a story, and those that could not be read."""

    draws: Mapping[str, Draw]
    broken: frozenset[str]

    @property
    def offered(self) -> tuple[str, ...]:
        """All names that may stand in braces."""
        pairs = self.draws.items()
        return tuple(
            name for id_, draw in pairs for name in full_names(id_, draw.offers)
        )

    def of(self, kind: type) -> tuple[str, ...]:
        """The draws of one kind, with the broken ones, which may be of any."""
        fitting = [name for name, draw in self.draws.items() if isinstance(draw, kind)]
        return (*fitting, *self.broken)


def read_draws(fields: Fields, region: Region) -> DrawsRead:
    """Read every draw of a story."""
    draws: dict[str, Draw] = {}
    broken = set()
    for name, below in fields.sections("draw").items():
        draw = _draw(below, region)
        if draw is None:
            broken.add(name)
        else:
            draws[name] = draw
    return DrawsRead(draws=draws, broken=frozenset(broken))


def _clock(text: str) -> str:
    if not CLOCK.fullmatch(text):
        raise Unfit('harus jam HH:MM dalam tanda kutip, misalnya "04:30"')
    return text


def place_id(region: Region) -> Kind[str]:
    """The id of a place; a name in its stead is told the id."""

    def read(text: str) -> str:
        if text not in region.places:
            hits = region.search(text, 1)
            meant = hits[0].place.id if hits else None
            raise Unfit(unknown_word(text, region.places, meant=meant))
        return text

    return Kind(read, next(iter(region.places)))


def _draw(fields: Fields, region: Region) -> Draw | None:
    kinds = [name for name in fields.names() if name in DRAW_KINDS]
    if len(kinds) != 1:
        fields.report("", f"harus berisi satu dari: {', '.join(sorted(DRAW_KINDS))}")
        return None
    draw = DRAW_KINDS[kinds[0]](fields, region)
    fields.finish()
    return draw


def _person(fields: Fields, region: Region) -> Draw:
    youngest, oldest = _ascending(fields, "age", whole(4, 110))
    return PersonDraw(
        sex=fields.one("person", one_of(SEXES)), youngest=youngest, oldest=oldest
    )


def _place(fields: Fields, region: Region) -> Draw | None:
    places = fields.many("place", place_id(region), or_one=True)
    return PlaceDraw(places=places) if places else None


def _phone(fields: Fields, region: Region) -> Draw:
    fields.one("phone", Kind(_true, True))
    return PhoneDraw()


def _true(text: str) -> bool:
    if text not in {"true", "yes"}:
        raise Unfit("tulis phone: true; nomornya dibuat agar tidak bisa dihubungi")
    return True


def _time(fields: Fields, region: Region) -> Draw:
    first, last = fields.pair("time", Kind(_clock, "00:00"))
    return TimeDraw(first=first, last=last)


def _number(fields: Fields, region: Region) -> Draw:
    low, high = _ascending(fields, "number", whole(0, 99_999))
    return NumberDraw(low=low, high=high)


def _ascending(fields: Fields, name: str, kind: Kind[int]) -> tuple[int, int]:
    low, high = fields.pair(name, kind)
    if low > high:
        fields.report(name, ASCENDING)
    return low, high


def _plain(text: str) -> str:
    if set("{}") & set(text):
        raise Unfit("pilihan tidak boleh berisi kurung kurawal")
    return TEXT.read(text)


_CHOICE = Kind(_plain, "")


def _choose(fields: Fields, region: Region) -> Draw | None:
    items = tuple(_choice(fields, item) for item in fields.items("choose"))
    if not items:
        fields.report("choose", "belum ada pilihan")
        return None
    if any(item.keys() != items[0].keys() for item in items):
        fields.report("choose", "semua pilihan harus berisi nama yang sama")
        return None
    return ChoiceDraw(items=items, offers=tuple(items[0]))


def _choice(fields: Fields, item: Fields | yaml.Node) -> Mapping[str, str]:
    if isinstance(item, Fields):
        return {name: item.one(name, _CHOICE) for name in item.ids()}
    return {BARE: fields.read(item, _CHOICE, "choose")}


DRAW_KINDS: dict[str, Callable[[Fields, Region], Draw | None]] = {
    "choose": _choose,
    "number": _number,
    "person": _person,
    "phone": _phone,
    "place": _place,
    "time": _time,
}
