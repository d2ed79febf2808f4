"""Call scripts: what a call-taker does and when, as JSON Lines on virtual time."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scenarios import Disposition, Priority, TicketField

Check = Callable[[Any], str | None]
"""None when a value is right, else what it should be, in Indonesian."""


class ScriptInvalid(Exception):
    """A script cannot be played.

    Args:
        problems: (line number from 1, Indonesian message) for all of them.
    """

    def __init__(self, problems: list[tuple[int, str]]) -> None:
        self.problems = problems
        lines = [f"naskah: {len(problems)} masalah"]
        lines += [f"  baris {number}: {message}" for number, message in problems]
        super().__init__("\n".join(lines))


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """One thing to do."""

    number: int
    """Line in the file, from 1."""
    at_ms: int | None
    """When; None: a natural pause after the caller's last word."""
    what: dict[str, Any]


def read_script(text: str) -> list[ScriptLine]:
    """Read a script.

    Raises:
        ScriptInvalid: With every problem found.
    """
    lines: list[ScriptLine] = []
    problems: list[tuple[int, str]] = []
    last_ms = 0
    for number, raw in enumerate(text.splitlines(), 1):
        if not raw.strip():
            continue
        line = _line(number, raw, problems)
        if line is None:
            continue
        if line.at_ms is not None and line.at_ms < last_ms:
            problems.append((number, f"at mundur: sebelumnya {last_ms / 1000:g} detik"))
        last_ms = line.at_ms if line.at_ms is not None else last_ms
        lines.append(line)
    if not lines and not problems:
        problems.append((1, "naskah kosong"))
    if problems:
        raise ScriptInvalid(problems)
    return lines


def _line(number: int, raw: str, problems: list[tuple[int, str]]) -> ScriptLine | None:
    try:
        what = json.loads(raw)
    except json.JSONDecodeError as error:
        problems.append((number, f"bukan JSON (kolom {error.colno})"))
        return None
    found = list(_problems(what))
    problems += [(number, message) for message in found]
    if found:
        return None
    at = what.pop("at", None)
    return ScriptLine(number, None if at is None else round(at * 1000), what)


def _problems(what: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    if not isinstance(what, dict):
        yield "harus objek JSON {...}"
        return
    do = str(what.get("do"))
    if do not in _DEEDS:
        yield f"do: «{do}» tidak dikenal. Pilihan: {', '.join(_DEEDS)}."
        return
    wanted = {**_DEEDS[do], "at": _seconds}
    for key in what.keys() - wanted.keys() - {"do"}:
        yield f"{key}: tidak dikenal di sini"
    for key, check in wanted.items():
        if key not in what and key not in _OPTIONAL:
            yield f"{key}: belum diisi"
        elif key in what and (message := check(what[key])):
            yield f"{key}: {message}"


def _seconds(value: Any) -> str | None:  # noqa: ANN401
    good = isinstance(value, int | float) and not isinstance(value, bool)
    return None if good and value >= 0 else "harus detik, 0 atau lebih"


def _text(value: Any) -> str | None:  # noqa: ANN401
    good = isinstance(value, str) and value.strip()
    return None if good else "harus teks"


def _text_or_null(value: Any) -> str | None:  # noqa: ANN401
    return None if value is None or isinstance(value, str) else "harus teks atau null"


def _texts(value: Any) -> str | None:  # noqa: ANN401
    good = isinstance(value, list) and value and all(isinstance(v, str) for v in value)
    return None if good else "harus daftar teks yang tidak kosong"


def _one_of(choices: list[str]) -> Check:
    def check(value: Any) -> str | None:  # noqa: ANN401
        return None if value in choices else f"pilihan: {', '.join(choices)}"

    return check


def _priority(value: Any) -> str | None:  # noqa: ANN401
    return None if value in [int(one) for one in Priority] else "harus 1, 2 atau 3"


_OPTIONAL = frozenset({"at", "took"})
_DEEDS: Mapping[str, Mapping[str, Check]] = {
    "answer": {},
    "say": {"text": _text, "took": _seconds},
    "set": {
        "field": _one_of([field.value for field in TicketField]),
        "value": _text_or_null,
    },
    "dispatch": {"agencies": _texts, "priority": _priority},
    "recall": {"agency": _text},
    "hold": {},
    "resume": {},
    "close": {"disposition": _one_of([one.value for one in Disposition])},
}
