"""Reading how a caller puts one thing: a text, a list, or lines by mood."""

from collections.abc import Sequence

import yaml

from scenarios.case import MOODS, Line, Say
from scenarios.kinds import Kind
from scenarios.reader import Fields, is_null, is_unquoted_name


def read_say(fields: Fields, name: str, texts: Kind[str], *, line: str) -> Say | None:
    """Read the wording under a name; None when there is none.

    Lines without a mood stand under the first one and serve all.

    Args:
        fields: Where the name is.
        name: say, again, say_done...
        texts: How a line is read.
        line: What the ids of the lines begin with.
    """
    node = fields.value_node(name)
    if node is None or is_null(node):
        return None
    if isinstance(node, yaml.MappingNode) and not is_unquoted_name(node):
        return _by_mood(fields.section(name), texts, line)
    return Say(calm=_lines(fields.many(name, texts, (), or_one=True), line, MOODS[0]))


def _by_mood(fields: Fields, texts: Kind[str], line: str) -> Say:
    lines = {
        mood: _lines(fields.many(mood, texts, (), or_one=True), line, mood)
        for mood in MOODS
    }
    fields.finish()
    return Say(**lines)


def _lines(texts: Sequence[str], line: str, mood: str) -> tuple[Line, ...]:
    return tuple(
        Line(id=f"{line}.{mood}.{nth}", text=text)
        for nth, text in enumerate(texts, start=1)
    )
