"""How each type an event may hold is written as JSON and read back.

The fields of a class and their types are read once, from its annotations; nothing is
guessed from the values. What a log may contain is therefore exactly what
`recordings.events` says.
"""

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, datetime
from types import UnionType
from typing import (
    Any,
    NamedTuple,
    TypeAlias,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from recordings.events import Event, ForkedFrom

Json: TypeAlias = Any
"""What the json module gives: dict, list, str, int, float, bool or None."""

Hint: TypeAlias = Any
"""A type as an annotation gives it."""

T = TypeVar("T")


NAMES_ON_DISK: dict[type[Event], dict[str, str]] = {
    ForkedFrom: {"seq": "from_seq", "hash": "from_hash"},
}
"""Fields whose name would be taken for one of the envelope's in the JSON form."""


class Mismatch(Exception):
    """A value is not of its field's type; grows its path on the way out."""

    def __init__(self, expected: str, path: str = "") -> None:
        super().__init__(expected)
        self.expected = expected
        self.path = path

    def inside(self, name: object) -> "Mismatch":
        path = f"{name}.{self.path}" if self.path else str(name)
        return Mismatch(self.expected, path)


class Form(NamedTuple):
    """How values of one type are written and read, and what erased ones become."""

    write: Callable[[Any], Json]
    read: Callable[[Json], Any]
    blank: Json = None


class FieldForm(NamedTuple):
    """One field of an event class or of something nested in it."""

    name: str
    on_disk: str
    form: Form
    required: bool


# --- classes -------------------------------------------------------------------


_FORMS: dict[type, tuple[FieldForm, ...]] = {}


def forms_of(cls: type) -> tuple[FieldForm, ...]:
    """The fields of an event class, or of a class nested in one, in their order."""
    known = _FORMS.get(cls)
    if known is None:
        known = _FORMS[cls] = tuple(_field_forms(cls))
    return known


def _field_forms(cls: type) -> Iterator[FieldForm]:
    hints = get_type_hints(cls)
    on_disk = NAMES_ON_DISK.get(cls, {})
    for field in fields(cls):
        yield FieldForm(
            name=field.name,
            on_disk=on_disk.get(field.name, field.name),
            form=_form(hints[field.name]),
            required=field.default is MISSING and field.default_factory is MISSING,
        )


def values_of(cls: type, value: object) -> dict[str, Json]:
    """The fields of a `cls` as JSON values by their names on disk."""
    return {
        on_disk: form.write(getattr(value, name))
        for name, on_disk, form, _ in forms_of(cls)
    }


def build(cls: type[T], values: Mapping[str, Json], *, surplus: int) -> T:
    """Make a `cls` of `values`, which hold `surplus` names that are not fields."""
    found: dict[str, Any] = {}
    for name, on_disk, form, required in forms_of(cls):
        if on_disk in values:
            try:
                found[name] = form.read(values[on_disk])
            except Mismatch as wrong:
                raise wrong.inside(on_disk) from None
        elif required:
            raise Mismatch("belum ada", on_disk)
    if len(values) != len(found) + surplus:
        known = {field.on_disk for field in forms_of(cls)} | {"type"}
        raise Mismatch("tidak dikenal di sini", min(set(values) - known))
    return cls(**found)


# --- types ---------------------------------------------------------------------


def _form(hint: Hint) -> Form:
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    origin: Hint = get_origin(hint)
    args = get_args(hint)
    if origin in {Union, UnionType}:
        [inner] = [arg for arg in args if arg is not type(None)]
        return _optional(_form(inner))
    if origin is tuple and args[-1] is Ellipsis:
        return _sequence(_form(args[0]))
    if origin is tuple:
        return _sequence(_form(args[0]), length=len(args))
    if origin is Mapping:
        return Form(_plain, _expect(dict, "harus kumpulan nama dan nilai"))
    if is_dataclass(hint) and isinstance(hint, type):
        return _nested(hint)
    raise TypeError(f"an event may not hold {hint}")


def _optional(inner: Form) -> Form:
    return Form(
        lambda value: None if value is None else inner.write(value),
        lambda value: None if value is None else inner.read(value),
    )


def _sequence(item: Form, length: int | None = None) -> Form:
    def read(value: Json) -> tuple[Any, ...]:
        if type(value) is not list or length not in {None, len(value)}:
            raise Mismatch("harus daftar" + (f" berisi {length}" if length else ""))
        return tuple(_read_at(place, item, each) for place, each in enumerate(value))

    return Form(lambda value: [item.write(each) for each in value], read, blank=[])


def _read_at(place: int, item: Form, value: Json) -> object:
    try:
        return item.read(value)
    except Mismatch as wrong:
        raise wrong.inside(place) from None


def _nested(cls: type) -> Form:
    def write(value: object) -> dict[str, Json]:
        return values_of(cls, value)

    def read(value: Json) -> object:
        if type(value) is not dict:
            raise Mismatch("harus kumpulan nama dan nilai")
        return build(cls, value, surplus=0)

    return Form(write, read)


def _expect(kind: type, expected: str) -> Callable[[Json], Json]:
    def read(value: Json) -> Json:
        if type(value) is not kind:
            raise Mismatch(expected)
        return value

    return read


def _write_text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not text")
    value.encode()  # a lone surrogate cannot be hashed or stored
    return value


def _write_decimal(value: float) -> float:
    return round(float(value), 2) + 0.0  # no minus zero


def _read_decimal(value: Json) -> float:
    if type(value) not in {int, float}:
        raise Mismatch("harus bilangan")
    return float(value)


def _write_moment(value: datetime) -> str:
    if value.tzinfo is None:
        raise ValueError(f"{value} has no time zone")
    return value.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def _read_moment(value: Json) -> datetime:
    if type(value) is str and value.endswith("Z"):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            pass
    raise Mismatch("harus waktu UTC, misalnya 2026-03-02T09:15:04Z")


def _plain(value: object) -> Json:
    """JSON values of a case: tuples become lists, anything else must be JSON."""
    if value is None or isinstance(value, str | bool | int | float):
        return _write_text(value) if isinstance(value, str) else value
    if isinstance(value, Mapping):
        return {_write_text(name): _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    raise TypeError(f"{value!r} is not a JSON value")


_SIMPLE: dict[Any, Form] = {
    str: Form(_write_text, _expect(str, "harus teks"), blank=""),
    int: Form(operator.index, _expect(int, "harus bilangan bulat")),
    bool: Form(bool, _expect(bool, "harus true atau false")),
    float: Form(_write_decimal, _read_decimal),
    datetime: Form(_write_moment, _read_moment),
}
