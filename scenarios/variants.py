"""Making a variant whole: what it writes is laid over the rest of the scenario.

This is done with the nodes of the file, before anything is read, so that every problem
keeps the place where its author wrote it.
"""

from yaml import MappingNode, Node, ScalarNode

from scenarios.reader import is_null

BY_ID = frozenset({"draw", "facts", "instructions", "changes", "must_tell"})
"""In these sections a variant's entries join the others; elsewhere they replace."""


def made_whole(base: MappingNode, variant: MappingNode) -> MappingNode:
    """The fields of a scenario as they are in one variant."""
    own = _by_name(variant)
    laid = dict(_by_name(base))
    for name, (key, value) in own.items():
        before = laid.get(name)
        if name in BY_ID and before is not None:
            value = _joined(before[1], value)
        laid[name] = (key, value)
    laid.pop("variants", None)
    laid.pop("weight", None)
    return MappingNode(base.tag, list(laid.values()), base.start_mark, base.end_mark)


def _joined(base: Node, own: Node) -> Node:
    """Entries by id; one that is null in the variant is not there."""
    if not isinstance(base, MappingNode) or not isinstance(own, MappingNode):
        return own
    entries = {**_by_name(base), **_by_name(own)}
    kept = [entry for entry in entries.values() if not is_null(entry[1])]
    return MappingNode(own.tag, kept, own.start_mark, own.end_mark)


def _by_name(node: MappingNode) -> dict[str, tuple[Node, Node]]:
    """Names with their nodes; of a name written twice the first, as everywhere."""
    by_name: dict[str, tuple[Node, Node]] = {}
    for key, value in node.value:
        if isinstance(key, ScalarNode):
            by_name.setdefault(key.value, (key, value))
    return by_name
