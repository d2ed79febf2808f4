"""Cases as plain JSON values and back, following the types of their fields."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import (
    Any,
    NamedTuple,
    TypeAlias,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

Json: TypeAlias = Any
"""What the json module gives: dict, list, str, int, float, bool or None."""

Read: TypeAlias = Callable[[Json, str], Any]
"""Reads a value; the path says where it stands, for the message."""

_PLAIN = {str: "teks", int: "bilangan bulat", bool: "true atau false"}


class CaseUnreadable(ValueError):
    """JSON that is no case; the Indonesian message says where it is not."""


class _Shape(NamedTuple):
    """The fields of a dataclass: how each is read, and which must be there."""

    readers: Mapping[str, Read]
    required: frozenset[str]


def plain(value: object) -> Json:
    """A value of a case as JSON has it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return value


def read(cls: type, values: Json, path: str) -> Any:  # noqa: ANN401 - a `cls`
    """Make a dataclass of JSON values.

    Raises:
        CaseUnreadable: A field is not known, is missing without having a default, or
            holds what its type does not allow; the Indonesian message names it.
    """
    if not isinstance(values, Mapping):
        raise CaseUnreadable(f"{path}: harus pasangan nama dan nilai")
    shape = _shape(cls)
    if unknown := sorted(values.keys() - shape.readers.keys()):
        raise CaseUnreadable(f"{path}: {', '.join(unknown)} tidak dikenal di sini")
    if missing := sorted(shape.required - values.keys()):
        raise CaseUnreadable(f"{path}: {', '.join(missing)} belum ada")
    readers = shape.readers
    return cls(**{k: readers[k](one, f"{path}.{k}") for k, one in values.items()})


@cache
def _shape(cls: type) -> _Shape:
    hints = get_type_hints(cls)
    return _Shape(
        readers={f.name: _reader(hints[f.name]) for f in fields(cls)},
        required=frozenset(
            f.name
            for f in fields(cls)
            if f.default is MISSING and f.default_factory is MISSING
        ),
    )


def _reader(hint: Any) -> Read:  # noqa: ANN401 - a type as an annotation gives it
    origin, inner = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return _or_none(*(one for one in inner if one is not NoneType))
    if origin is tuple:
        return _list(inner[0], None if inner[-1] is Ellipsis else len(inner))
    if origin is not None:
        return _mapping(inner[1])
    if isinstance(hint, type) and is_dataclass(hint):
        return lambda value, path: read(hint, value, path)
    return _decimal if hint is float else _of_type(hint)


def _or_none(hint: Any) -> Read:  # noqa: ANN401 - a type as an annotation gives it
    reader = _reader(hint)
    return lambda value, path: None if value is None else reader(value, path)


def _list(hint: Any, length: int | None) -> Read:  # noqa: ANN401 - as above
    reader = _reader(hint)

    def read_list(value: Json, path: str) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple) or length not in {None, len(value)}:
            raise CaseUnreadable(
                f"{path}: harus daftar{f' berisi {length}' * bool(length)}"
            )
        return tuple(reader(one, f"{path}.{nth}") for nth, one in enumerate(value))

    return read_list


def _mapping(hint: Any) -> Read:  # noqa: ANN401 - as above
    reader = _reader(hint)

    def read_mapping(value: Json, path: str) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise CaseUnreadable(f"{path}: harus pasangan nama dan nilai")
        return {key: reader(one, f"{path}.{key}") for key, one in value.items()}

    return read_mapping


def _decimal(value: Json, path: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise CaseUnreadable(f"{path}: harus bilangan")
    return float(value)


def _of_type(wanted: type) -> Read:
    def read_plain(value: Json, path: str) -> Json:
        if type(value) is not wanted:
            raise CaseUnreadable(f"{path}: harus {_PLAIN[wanted]}")
        return value

    return read_plain
