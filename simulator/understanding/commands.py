"""`latih112 read`: utterances in, readings out, one line each, at once."""

import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from scenarios.region import load_region
from simulator.understanding.explain import explain
from simulator.understanding.reader import Reader, Understood

_DATA_DIR = "LATIH112_DATA_DIR"


_EXAMPLE = 'Contoh: {"text": "Di mana?"}'
_YES_OR_NO = (lambda it: isinstance(it, bool), "true atau false")
_FIELDS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "text": (lambda it: isinstance(it, str), "teks"),
    "after": (lambda it: it is None or isinstance(it, str), "teks atau null"),
    "first_turn": _YES_OR_NO,
    "open": (
        lambda it: (
            it is None
            or (isinstance(it, list) and all(isinstance(one, str) for one in it))
        ),
        "daftar teks",
    ),
    "typed": _YES_OR_NO,
}
"""Fields of an input line (docs/interchange.md), what fits them, and how it is said."""


class BadLine(click.ClickException):
    """A line of the input cannot be read as the contract says."""


def cache_folder() -> Path:
    """Where fitted readers are kept: in the data directory of the installation."""
    return Path(os.environ.get(_DATA_DIR, "instance")) / "models"


@click.command("read")
@click.option(
    "--jsonl", is_flag=True, help="Keluaran JSON Lines (docs/interchange.md)."
)
@click.option("--explain", "why", is_flag=True, help="Tunjukkan alasan tiap label.")
@click.option("--region", default="ambon", show_default=True)
def read(jsonl: bool, why: bool, region: str) -> None:
    """Baca ucapan petugas dari masukan baku, satu baris satu ucapan."""
    reader = Reader.load(load_region(region), cache_dir=cache_folder())
    for number, raw in enumerate(sys.stdin, start=1):
        line = raw.rstrip("\r\n")
        understood = _understand(reader, line, number)
        if jsonl:
            shown: dict[str, Any] = understood.reading.to_json()
            if why:
                shown["explain"] = explain(understood)
            click.echo(json.dumps(shown, ensure_ascii=False))
        else:
            click.echo(_for_people(understood, why=why))
        sys.stdout.flush()


def _understand(reader: Reader, line: str, number: int) -> Understood:
    if not line.lstrip().startswith("{"):
        return reader.understand(line)
    given = _given(line, number)
    return reader.understand(
        given["text"],
        after=given.get("after"),
        first_turn=given.get("first_turn", False),
        open_facts=given.get("open") or (),
        typed=given.get("typed", True),
    )


def _given(line: str, number: int) -> dict[str, Any]:
    """The fields of a JSON line.

    Raises:
        BadLine: It is no JSON, or not of the contract's types; says all of it.
    """
    try:
        given = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadLine(f"baris {number}: bukan JSON ({error.msg}). {_EXAMPLE}") from None
    wrong = [] if "text" in given else ["«text» belum ada"]
    wrong += [
        f"«{name}» harus {said}"
        for name, (fits, said) in _FIELDS.items()
        if name in given and not fits(given[name])
    ]
    if wrong:
        raise BadLine(f"baris {number}: {'; '.join(wrong)}. {_EXAMPLE}")
    return dict(given)


def _for_people(understood: Understood, *, why: bool) -> str:
    reading = understood.reading
    acts = (
        ", ".join(f"{a.act} {a.confidence:.2f}" for a in reading.acts) or "tidak jelas"
    )
    tone = ", ".join(c.label for c in reading.courtesy) or "-"
    values = ", ".join(f"{v.kind}={v.value}" for v in reading.values) or "-"
    lines = [f"«{reading.text}»", f"  tindak: {acts}", f"  sopan santun: {tone}",
             f"  nilai: {values}"]  # fmt: skip
    if why:
        lines += [f"  {_reason(one)}" for one in explain(understood)]
    return "\n".join(lines)


def _reason(one: dict[str, Any]) -> str:
    because = {"rule": "aturan", "model": "model", "line before": "baris sebelumnya"}
    weights = ", ".join(f"{name} {value:+.2f}" for name, value in one["features"])
    tail = f" ({weights})" if weights else ""
    return f"{one['label']}: {because[one['because']]}, «{one['quote']}»{tail}"
