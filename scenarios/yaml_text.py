"""From the text of a YAML file to its nodes, each of which knows its line.

Nothing is guessed: every value stays the text it was written as, so that `rt: 010`,
`03.30`, `12:30` and `no` survive. What YAML offers beyond plain names, lists and texts
(anchors, aliases, tags, several documents) is refused.
"""

import re
from collections.abc import Iterator

import yaml

from scenarios.problems import Gathering, Problem

MOST_BYTES = 256 * 1024
MOST_NODES = 20_000
DEEPEST = 40

# The C loader reads the same language ten times faster; some builds lack it.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]"
)

_UNCLOSED = "unexpected end of stream"
# What the YAML parser complains of, and what an author should do about it.
_SYNTAX = (
    (_UNCLOSED, "tanda kutip yang dibuka di sini belum ditutup"),
    ("unknown escape", "tulis garis miring terbalik dua kali: \\\\"),
    (
        "mapping values are not allowed",
        "ada titik dua di tengah teks; tulis teks itu dalam tanda kutip",
    ),
    (
        "cannot start any token",
        "«{char}» tidak boleh mengawali teks; tulis teks itu dalam tanda kutip",
    ),
    ("flow sequence", "kurung siku yang dibuka di baris {opened} belum ditutup"),
    ("flow mapping", "kurung kurawal yang dibuka di baris {opened} belum ditutup"),
    ("directive", "teks tidak boleh diawali «%»; tulis dalam tanda kutip"),
)
_MISALIGNED = (
    "susunan baris salah; sejajarkan dengan baris di atasnya, atau tulis teksnya dalam "
    "tanda kutip"
)


def text_of(content: bytes, found: Gathering) -> str | None:
    """The text of a file; None when it cannot be one, which is then noted."""
    if len(content) > MOST_BYTES:
        limit = MOST_BYTES // 1024
        found.add(_whole(f"berkas terlalu besar; paling besar {limit} kB"))
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        message = "bukan UTF-8; simpan ulang berkas dengan pengodean UTF-8"
        found.add(Problem(line, column, "", message))
        return None


def compose(text: str, found: Gathering) -> yaml.MappingNode | None:
    """The nodes of a text that holds one mapping; None when it does not.

    Every breach that can be seen is noted, also when nodes are given back.
    """
    if breach := _unreadable(text):
        found.add(breach)
        return None
    try:
        return _composed(text, found)
    except yaml.MarkedYAMLError as error:
        found.add(_syntax_problem(text, error))
    return None


def place_of(node: yaml.Node | yaml.Event) -> tuple[int, int]:
    """Line and column from 1 where it begins."""
    mark = node.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _composed(text: str, found: Gathering) -> yaml.MappingNode | None:
    refused = list(_refused(text))
    for problem in refused:
        found.add(problem)
    if refused:
        return None
    root = yaml.compose(text, Loader=LOADER)
    if root is None:
        found.add(_whole("berkas kosong"))
    elif isinstance(root, yaml.MappingNode):
        for problem in _names_misused(root):
            found.add(problem)
        return root
    else:
        found.add(_whole("harus berisi pasangan nama: nilai"))
    return None


def _names_misused(node: yaml.Node) -> Iterator[Problem]:
    """Names written twice in one mapping, and names that are not text."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _names_misused(item)
    elif isinstance(node, yaml.MappingNode):
        first: dict[str, int] = {}
        for key, value in node.value:
            line, column = place_of(key)
            if not isinstance(key, yaml.ScalarNode) or not key.value:
                yield Problem(line, column, "", "nama harus berupa teks")
            elif key.value in first:
                yield Problem(line, column, key.value, _twice(first[key.value]))
            else:
                first[key.value] = line
            yield from _names_misused(value)


def _unreadable(text: str) -> Problem | None:
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > MOST_BYTES:
        limit = MOST_BYTES // 1024
        return _whole(f"berkas terlalu besar; paling besar {limit} kB")
    if bad := _CONTROL.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        column = bad.start() - text.rfind("\n", 0, bad.start())
        code = f"U+{ord(bad.group()):04X}"
        return Problem(line, column, "", f"huruf kendali {code} tidak boleh; hapus")
    return None


def _refused(text: str) -> Iterator[Problem]:
    """What is legal YAML and not allowed here, up to the first limit passed."""
    depth = nodes = documents = 0
    for event in yaml.parse(text, Loader=LOADER):
        line, column = place_of(event)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                yield Problem(line, column, "", "hanya satu dokumen; hapus «---»")
                return
        elif isinstance(event, yaml.NodeEvent):
            nodes += 1
            depth += isinstance(event, yaml.CollectionStartEvent)
            yield from _of_node(event, line, column)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST or nodes > MOST_NODES:
            over = _too_deep() if depth > DEEPEST else _too_many()
            yield Problem(line, column, "", over)
            return


def _of_node(event: yaml.NodeEvent, line: int, column: int) -> Iterator[Problem]:
    if isinstance(event, yaml.AliasEvent):
        message = f"alias «*{event.anchor}» tidak boleh; tulis nilainya di sini"
        yield Problem(line, column, "", message)
        return
    if event.anchor is not None:
        message = f"jangkar «&{event.anchor}» tidak boleh; hapus"
        yield Problem(line, column, "", message)
    tag = getattr(event, "tag", None)
    if tag is not None:
        message = f"tanda jenis «{tag}» tidak boleh; hapus"
        yield Problem(line, column, "", message)


def _twice(first_line: int) -> str:
    return f"sudah ditulis di baris {first_line}; hapus salah satu"


def _too_deep() -> str:
    return f"terlalu dalam; paling banyak {DEEPEST} tingkat"


def _too_many() -> str:
    return f"terlalu banyak isi; paling banyak {MOST_NODES} nilai"


def _whole(message: str) -> Problem:
    return Problem(1, 1, "", message)


def _syntax_problem(text: str, error: yaml.MarkedYAMLError) -> Problem:
    said = f"{error.context} {error.problem}"
    mark = error.problem_mark
    if mark is None or (_UNCLOSED in said and error.context_mark):
        mark = error.context_mark
    if mark is None:
        return _whole(_MISALIGNED)
    line, column = mark.line + 1, mark.column + 1
    row = (*text.split("\n"), "")[mark.line]
    if "\t" in row[: len(row) - len(row.lstrip())]:
        return Problem(line, column, "", "tab di awal baris; ganti dengan spasi")
    opened = error.context_mark.line + 1 if error.context_mark else line
    advice = next((text for needle, text in _SYNTAX if needle in said), _MISALIGNED)
    char = row[mark.column : mark.column + 1]
    return Problem(line, column, "", advice.format(opened=opened, char=char))
