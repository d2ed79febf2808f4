"""Questions that were really asked, and those an order or a piece of news only touches.

«Jangan dipindahkan, kecuali ada bahaya di situ» asks nothing, and neither does «Itu
bukan napas normal». A caller who answered them would sound like a machine.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from recordings.events import ActFound
from simulator.understanding.reading import Reading

_DATA = Path(__file__).parent / "data" / "asking.yaml"
_LEADING = ("instruct_", "inform_")
_SURE, _FAINT = 0.8, 0.4
_SENTENCE_ENDS = re.compile(r"[.!?\n]")
_WORD = re.compile(r"\w+")


def without_asides(reading: Reading) -> Reading:
    """The reading without questions that were only touched on.

    Only beside an order or news of help, and only where the writer put full stops: a
    question then has its mark or a question word.
    """
    acts = reading.acts
    if any(act.confidence >= _SURE for act in acts):
        acts = tuple(act for act in acts if not _is_faint(act))
    if any(act.act.startswith(_LEADING) for act in acts):
        acts = tuple(act for act in acts if not _is_aside(reading.text, act))
    return replace(reading, acts=acts)


def _is_faint(act: ActFound) -> bool:
    """Whether a question is hardly there; beside a sure act nobody would answer it."""
    return act.act.startswith("ask_") and act.confidence < _FAINT


def _is_aside(text: str, act: ActFound) -> bool:
    if not act.act.startswith("ask_"):
        return False
    sentence, mark = _sentence_at(text, act.span[0])
    if mark in {"?", ""}:
        return False
    words = {word.lower() for word in _WORD.findall(sentence)}
    return words.isdisjoint(asking()["words"])


def _sentence_at(text: str, at: int) -> tuple[str, str]:
    """The sentence round a place in a text, and the mark it ends with."""
    begins = max(
        (found.end() for found in _SENTENCE_ENDS.finditer(text, 0, at)), default=0
    )
    end = _SENTENCE_ENDS.search(text, at)
    if end is None:
        return text[begins:], ""
    return text[begins : end.start()], end.group()


@cache
def asking() -> Mapping[str, Any]:
    """The word lists of data/asking.yaml."""
    found: Mapping[str, Any] = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    return found
