"""Reading a YAML file field by field, gathering every problem with its place.

The code that reads a file stays a list of its fields. Whatever is missing or wrong is
noted and a harmless value stands in for it, so that reading goes on to the end; what
came out may be used only when nothing was noted.
"""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Final, Literal, TypeAlias, TypeVar, overload

import yaml

from scenarios.kinds import NOT_FILLED, TEXT, Kind, Unfit, one_of, whole
from scenarios.problems import Gathering, Problem, near_word
from scenarios.yaml_text import compose, place_of, text_of

T = TypeVar("T")
D = TypeVar("D")


class _Required(Enum):
    REQUIRED = 0


REQUIRED: Final = _Required.REQUIRED
Required: TypeAlias = Literal[_Required.REQUIRED]

UNKNOWN_HERE = "tidak dikenal di sini"
LIST_WANTED = "harus berupa daftar: [satu, dua]"
MAPPING_WANTED = "harus berisi pasangan nama: nilai"
ID = re.compile(r"[a-z][a-z0-9_-]*")
ID_WANTED = "nama harus huruf kecil, angka, «_» atau «-», diawali huruf"


class Fields:
    """The fields of one mapping, asked for one by one."""

    def __init__(
        self, node: yaml.MappingNode, found: Gathering, path: str = ""
    ) -> None:
        self.node = node
        self.found = found
        self.path = path
        self.asked: set[str] = set()
        self._keys: dict[str, yaml.ScalarNode] = {}
        self._values: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value not in self._values:
                self._keys[key.value] = key
                self._values[key.value] = value

    def __contains__(self, name: str) -> bool:
        return name in self._values

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.found.problems

    def names(self) -> tuple[str, ...]:
        """The names written here, known or not."""
        return tuple(self._values)

    # --- single values --------------------------------------------------------

    def text(self, name: str) -> str:
        return self.one(name, TEXT)

    def whole_number(self, name: str, low: int, high: int) -> int:
        return self.one(name, whole(low, high))

    def words(self, name: str, choices: Iterable[str]) -> tuple[str, ...]:
        """A list of words of which all must be among the choices."""
        return self.many(name, one_of(choices))

    @overload
    def one(self, name: str, kind: Kind[T]) -> T: ...
    @overload
    def one(self, name: str, kind: Kind[T], default: D) -> T | D: ...
    def one(self, name: str, kind: Kind[T], default: object = REQUIRED) -> object:
        """Read a value; null and a missing name give the default, if there is one."""
        node = self.value_node(name)
        if node is not None and not is_null(node):
            return self.read(node, kind, name)
        if default is REQUIRED:
            self.report(name, NOT_FILLED)
            return kind.stand_in
        return default

    def nullable(self, name: str, kind: Kind[T]) -> T | None:
        """Read a value that may be null but has to be written."""
        if name not in self:
            self.asked.add(name)
            self.report(name, f"{NOT_FILLED}; tulis null bila tidak ada")
        return self.one(name, kind, None)

    # --- several values -------------------------------------------------------

    def many(
        self,
        name: str,
        kind: Kind[T],
        default: tuple[T, ...] | Required = REQUIRED,
        *,
        or_one: bool = False,
    ) -> tuple[T, ...]:
        """Read a list, which may be empty only if there is a default.

        Args:
            name: Of the field.
            kind: Of each item.
            default: For null and a missing name.
            or_one: Also take a single value for a list of one.
        """
        node = self.value_node(name)
        nothing = node is None or is_null(node) or not node.value
        if nothing and default is REQUIRED:
            self.report(name, NOT_FILLED)
        if node is None or is_null(node):
            return () if default is REQUIRED else default
        return tuple(self.read(item, kind, name) for item in self._items(name, or_one))

    def pair(self, name: str, kind: Kind[T]) -> tuple[T, T]:
        """Read a list of exactly two."""
        values = self.many(name, kind)
        if len(values) == 2:
            return values[0], values[1]
        if values:
            self.report(name, "harus dua nilai: [dari, sampai]")
        return kind.stand_in, kind.stand_in

    def _items(self, name: str, or_one: bool) -> list[yaml.Node]:
        node = self._values[name]
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        if or_one:
            return [node]
        self.report(name, LIST_WANTED)
        return []

    # --- mappings -------------------------------------------------------------

    def section(self, name: str) -> "Fields":
        """The fields below a name, which must be there."""
        node = self.value_node(name)
        if node is None or is_null(node):
            self.report(name, NOT_FILLED)
            return self._below(name, None)
        return self._below(name, node)

    def sections(self, name: str) -> dict[str, "Fields"]:
        """The mappings below a name, each under its id; none when left out."""
        node = self.value_node(name)
        if node is None or is_null(node):
            return {}
        below = self._below(name, node)
        return {id_: below.section(id_) for id_ in below.ids()}

    def ids(self) -> Iterator[str]:
        """The names written here, each of which must be a proper id."""
        for name, key in self._keys.items():
            if not ID.fullmatch(name):
                self.report_node(key, name, ID_WANTED)
            yield name

    def items(self, name: str) -> Iterator["Fields | yaml.Node"]:
        """What a list holds: mappings as fields, the rest as it is."""
        self.asked.add(name)
        for item in self._items(name, or_one=False):
            if isinstance(item, yaml.MappingNode):
                yield Fields(item, self.found, self._label(name))
            else:
                yield item

    def _below(self, name: str, node: yaml.Node | None) -> "Fields":
        if isinstance(node, yaml.MappingNode):
            return Fields(node, self.found, self._label(name))
        if node is not None:
            self.report(name, MAPPING_WANTED)
        empty = yaml.MappingNode("", [], self.node.start_mark, self.node.end_mark)
        return _Unreadable(empty, self.found, self._label(name))

    # --- telling --------------------------------------------------------------

    def finish(self) -> None:
        """Note every name that nobody asked for."""
        missing = self.asked - set(self._values)
        for name, node in self._values.items():
            if name not in self.asked:
                self.report_node(node, name, _unknown_name(name, missing))

    def report(self, name: str, message: str) -> None:
        """Note a problem at a name's value, or here when there is none."""
        self.report_node(self._values.get(name, self.node), name, message)

    def report_node(self, node: yaml.Node, name: str, message: str) -> None:
        line, column = place_of(node)
        self.found.add(Problem(line, column, self._label(name), message))

    def report_at(self, path: Iterable[str], message: str) -> None:
        """Note a problem further down, at the last name of the path that is there."""
        names = tuple(path)
        node: yaml.Node = self.node
        for name in names:
            node = _child(node, name) or node
        self.report_node(node, ".".join(names), message)

    def value_node(self, name: str) -> yaml.Node | None:
        """What stands under a name, which counts as asked for."""
        self.asked.add(name)
        return self._values.get(name)

    def read(self, node: yaml.Node, kind: Kind[T], name: str) -> T:
        """Read one text; what is wrong with it is noted at its place."""
        if not isinstance(node, yaml.ScalarNode):
            self.report_node(node, name, _text_wanted(node))
            return kind.stand_in
        try:
            return kind.read(node.value)
        except Unfit as unfit:
            self.report_node(node, name, str(unfit))
            return kind.stand_in

    def _label(self, name: str) -> str:
        return ".".join(part for part in (self.path, name) if part)


class _Unreadable(Fields):
    """Stands for a mapping that is not there: that is noted once, above."""

    def report_node(self, node: yaml.Node, name: str, message: str) -> None:
        pass


def read_mapping(path: Path) -> Fields:
    """The fields of a file; one that cannot be read has its problems noted."""
    found = Gathering()
    text = text_of(path.read_bytes(), found)
    return fields_of(text, found)


def fields_of(text: str | None, found: Gathering) -> Fields:
    """The fields of a text; None stands for one whose problem is already noted."""
    root = compose(text, found) if text is not None else None
    if root is not None:
        return Fields(root, found)
    start = yaml.Mark("", 0, 0, 0, None, 0)
    return _Unreadable(yaml.MappingNode("", [], start, start), found)


def is_null(node: yaml.Node) -> bool:
    """Whether nothing stands there: null, ~ or empty, without quotes."""
    return (
        isinstance(node, yaml.ScalarNode)
        and not node.style
        and node.value in {"", "~", "null"}
    )


def _child(node: yaml.Node, name: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for key, value in node.value if key.value == name), None)


def _unknown_name(name: str, missing: Iterable[str]) -> str:
    """A name that is not a field; one that was not filled in may have been meant."""
    meant = near_word(name, missing)
    return f"{UNKNOWN_HERE}. Maksud Anda «{meant}»?" if meant else UNKNOWN_HERE


def is_unquoted_name(node: yaml.Node) -> bool:
    """Whether this is `{name}` without quotes: to YAML, a mapping to nothing."""
    if not isinstance(node, yaml.MappingNode) or len(node.value) != 1:
        return False
    [(key, value)] = node.value
    return isinstance(key, yaml.ScalarNode) and bool(node.flow_style) and is_null(value)


def _text_wanted(node: yaml.Node) -> str:
    if is_unquoted_name(node):
        return f'harus teks; tulis dalam tanda kutip: "{{{node.value[0][0].value}}}"'
    return "harus satu teks, bukan daftar atau pasangan"
