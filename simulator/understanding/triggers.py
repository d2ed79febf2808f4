"""Letters that a pattern cannot match without, so that most rules need not be tried.

Only an economy: a pattern whose letters cannot be told is always tried.
"""

import re

SHORTEST = 3
"""A trigger of fewer letters would be found almost anywhere."""
_PART = re.compile(r"\\.|\[[^\]]*\]|\(\?[:=!<]*[=!]?|[()|]|[?*+]\??|\{[^}]*\}|.", re.S)


def triggers_of(alternatives: list[str]) -> tuple[str, ...]:
    """One of these stands in every text that matches; () when that is unknown."""
    found: set[str] = set()
    for one in alternatives:
        needed = _needed(_PART.findall(one))
        if not needed:
            return ()
        found |= needed
    return tuple(sorted(found))


def _needed(parts: list[str]) -> frozenset[str]:
    """What some option of a pattern needs; empty when it may need nothing."""
    options = _split(parts)
    each = [_needed_in_a_row(option) for option in options]
    return frozenset().union(*each) if all(each) else frozenset()


def _split(parts: list[str]) -> list[list[str]]:
    options: list[list[str]] = [[]]
    depth = 0
    for part in parts:
        depth += part.startswith("(") - (part == ")")
        if part == "|" and depth == 0:
            options.append([])
        else:
            options[-1].append(part)
    return options


def _needed_in_a_row(parts: list[str]) -> frozenset[str]:
    best: frozenset[str] = frozenset()
    run, at = "", 0
    while at < len(parts):
        end = _group_end(parts, at) if parts[at].startswith("(") else at + 1
        optional = end < len(parts) and parts[end][0] in "?*{"
        if parts[at] == "(?:" and not optional:
            best = _better(best, _needed(parts[at + 1 : end - 1]))
        plain = len(parts[at]) == 1 and (parts[at].isalpha() or parts[at] in " -")
        if plain and not optional:
            run += parts[at]
        else:
            best, run = _better(best, _trigger(run)), ""
        at = end + (end < len(parts) and parts[end][0] in "?*+{")
    return _better(best, _trigger(run))


def _trigger(run: str) -> frozenset[str]:
    return frozenset({run}) if len(run.strip()) >= SHORTEST else frozenset()


def _better(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Fewer triggers are better, then longer ones."""
    if not one or not other:
        return one or other
    return min(one, other, key=lambda found: (len(found), -min(map(len, found))))


def _group_end(parts: list[str], start: int) -> int:
    depth = 0
    for at in range(start, len(parts)):
        depth += parts[at].startswith("(") - (parts[at] == ")")
        if depth == 0:
            return at + 1
    raise ValueError("".join(parts))
