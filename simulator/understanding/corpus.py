"""The lines from which the reader learns, as writers put them into YAML.

`docs/language-data.md` says how a file looks. Everything wrong in all files is told at
once, each with file and line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from scenarios.vocabulary import (
    SEQUENCE_LABELS,
    Concept,
    CourtesyLabel,
    DialogueAct,
    Form,
)

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DATA = Path(__file__).parent / "data"
ACTS = frozenset(act.value for act in DialogueAct)
COURTESY = frozenset(label.value for label in CourtesyLabel)
_HEAD = frozenset({"persona", "writer", "style", "about", "lines"})
_GROUP = {
    "acts": frozenset({"acts", "about", "form", "after", "say"}),
    "courtesy": frozenset({"labels", "never", "after", "say"}),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a corpus file."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class CorpusInvalid(ValueError):
    """Lines of the corpus cannot be used; `problems` names them all."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Something a call-taker says, and what it is."""

    text: str
    labels: frozenset[str]
    """Acts, or courtesy labels, of the line; complete by the labelling rules."""
    persona: str
    writer: str
    """Who wrote the persona; all personas of a writer are left out together."""
    style: str
    after: str | None = None
    """The caller's line before it, when it can only be read with that."""
    about: frozenset[str] = frozenset()
    form: str | None = None
    never: frozenset[str] = frozenset()
    """Labels that a careless reader would give and must not."""
    where: str = ""
    """File and line."""


def load_corpus(kind: str, root: Path | None = None) -> list[Line]:
    """Read all files of `acts` or `courtesy`.

    Raises:
        CorpusInvalid: With everything wrong in any file.
    """
    lines: list[Line] = []
    problems: list[Problem] = []
    for path in sorted((root or DATA / kind).glob("*.yaml")):
        found = _File(path, kind)
        lines.extend(found.lines())
        problems.extend(found.problems)
    problems.extend(_said_twice(lines))
    if problems:
        raise CorpusInvalid(sorted(problems, key=lambda p: (p.path, p.line)))
    return lines


def _said_twice(lines: Sequence[Line]) -> Iterator[Problem]:
    """A line twice in a file, or labelled in two ways by two writers."""
    seen: dict[tuple[str, str | None], Line] = {}
    for line in lines:
        path, _, number = line.where.rpartition(":")
        before = seen.setdefault(
            (" ".join(line.text.lower().split()), line.after), line
        )
        if before is line:
            continue
        if before.where.startswith(f"{path}:"):
            yield Problem(
                path, int(number), f"«{line.text}» sudah ada di {before.where}"
            )
        elif before.labels != line.labels:
            yield Problem(
                path, int(number), f"«{line.text}» berlabel lain di {before.where}"
            )


class _File:
    """One corpus file: its lines and what is wrong with them."""

    def __init__(self, path: Path, kind: str) -> None:
        self.path, self.kind = path, kind
        self.problems: list[Problem] = []

    def lines(self) -> list[Line]:
        text = self.path.read_text(encoding="utf-8")
        try:
            root = yaml.compose(text, Loader=_LOADER)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark
            last = text.count("\n")
            line = min(mark.line, last) + 1 if mark else 1
            self._bad(line, f"bukan YAML: {error.problem}")
            return []
        head = self._mapping(root, _HEAD) if root is not None else {}
        persona = self._scalar(head.get("persona"))
        if not persona:
            self._bad(1, "persona belum diisi")
        writer = self._scalar(head.get("writer")) or persona or "?"
        style = self._scalar(head.get("style")) or "biasa"
        groups = head.get("lines")
        if not isinstance(groups, yaml.SequenceNode):
            self._bad(1, "lines harus berupa daftar")
            return []
        return [
            line
            for node in groups.value
            for line in self._group(node, persona or "?", writer, style)
        ]

    def _group(
        self,
        node: Any,  # noqa: ANN401
        persona: str,
        writer: str,
        style: str,
    ) -> list[Line]:
        given = self._mapping(node, _GROUP[self.kind])
        vocabulary = ACTS if self.kind == "acts" else COURTESY
        key = "acts" if self.kind == "acts" else "labels"
        if key not in given:
            self._bad(
                node.start_mark.line + 1, f"{key} belum diisi ([] bila tidak ada)"
            )
        form = self._scalar(given.get("form"))
        if form is not None and form not in set(Form):
            self._bad(given["form"].start_mark.line + 1, f"form «{form}» tidak dikenal")
        labels = self._names(given.get(key), vocabulary)
        if "other" in labels and len(labels) > 1:
            self._bad(node.start_mark.line + 1, "other hanya bila sendiri")
        return [
            Line(
                text=text,
                labels=labels,
                persona=persona,
                writer=writer,
                style=style,
                after=self._scalar(given.get("after")),
                about=self._names(given.get("about"), {c.value for c in Concept}),
                form=form,
                never=self._names(given.get("never"), vocabulary),
                where=f"{self.path.name}:{number}",
            )
            for number, text in self._say(given.get("say"), node)
        ]

    def _say(self, node: Any, group: Any) -> Iterator[tuple[int, str]]:  # noqa: ANN401
        if not isinstance(node, yaml.ScalarNode) or node.style != "|":
            self._bad(group.start_mark.line + 1, "say harus berupa blok «say: |»")
            return
        for offset, text in enumerate(node.value.splitlines()):
            if text.strip():
                yield node.start_mark.line + 2 + offset, text.strip()

    def _names(self, node: Any, vocabulary: Any) -> frozenset[str]:  # noqa: ANN401
        if node is None:
            return frozenset()
        if not isinstance(node, yaml.SequenceNode):
            self._bad(node.start_mark.line + 1, "harus berupa daftar [a, b]")
            return frozenset()
        found = set()
        for item in node.value:
            if item.value in vocabulary:
                found.add(item.value)
            else:
                self._bad(item.start_mark.line + 1, f"«{item.value}» tidak dikenal")
            if self.kind == "courtesy" and item.value in SEQUENCE_LABELS:
                self._bad(
                    item.start_mark.line + 1,
                    f"«{item.value}» dihitung dari urutan giliran",
                )
        return frozenset(found)

    def _mapping(self, node: Any, allowed: frozenset[str]) -> dict[str, Any]:  # noqa: ANN401
        if not isinstance(node, yaml.MappingNode):
            self._bad(node.start_mark.line + 1, "harus berupa «kunci: isi»")
            return {}
        found: dict[str, Any] = {}
        for key, value in node.value:
            if key.value not in allowed:
                self._bad(
                    key.start_mark.line + 1, f"«{key.value}» tidak dikenal di sini"
                )
            elif key.value in found:
                self._bad(key.start_mark.line + 1, f"«{key.value}» ditulis dua kali")
            found[key.value] = value
        return found

    def _scalar(self, node: Any) -> str | None:  # noqa: ANN401
        return node.value if isinstance(node, yaml.ScalarNode) and node.value else None

    def _bad(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.path.name, line, message))
