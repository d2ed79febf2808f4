"""What an act is about: normal breathing or any, gas or power, hill or upstairs.

A concept belongs to certain acts. It goes to the act in whose words it stands, or
else to the nearest act that can be about it.
"""

from collections.abc import Sequence
from functools import cache

from recordings.events import Span
from scenarios.vocabulary import Concept, DialogueAct, Form
from simulator.understanding.heard import Heard
from simulator.understanding.rules import Hit, Rule, find, load, rule_of

_INSTRUCTIONS = frozenset(
    a.value for a in DialogueAct if a.value.startswith("instruct")
)


@cache
def _table() -> tuple[tuple[Rule, ...], dict[str, frozenset[str]], dict[str, str]]:
    data = load("concepts.yaml")
    rules, acts = [], {}
    for name, entry in data["concepts"].items():
        rules.append(rule_of(Concept(name).value, entry, {}))
        acts[name] = _acts(entry["acts"])
    return tuple(rules), acts, data["by_default"]


def _acts(given: Sequence[str]) -> frozenset[str]:
    """The acts named; a name may end in * («instruct_*»)."""
    found = set()
    for name in given:
        matching = {
            act.value
            for act in DialogueAct
            if act.value == name or (name[-1] == "*" and act.startswith(name[:-1]))
        }
        if not matching:
            raise ValueError(f"concepts.yaml: no such act: {name}")
        found |= matching
    return frozenset(found)


def about(heard: Heard, acts: Sequence[tuple[str, Span]]) -> list[tuple[str, ...]]:
    """The concepts of each act, in the order of the vocabulary.

    Args:
        heard: The utterance.
        acts: Acts found with the spans of the words they rest on.
    """
    rules, allowed, defaults = _table()
    found: list[set[str]] = [set() for _ in acts]
    names = {act for act, _ in acts}
    for rule in rules:
        if names.isdisjoint(allowed[rule.name]) or not rule.may_hit(heard.norm):
            continue
        for hit in rule.hits(heard):
            for index in _bearers(hit, acts, allowed[rule.name]):
                found[index].add(rule.name)
    for index, (act, _) in enumerate(acts):
        default = defaults.get(act)
        rivals = {name for name in found[index] if default and act in allowed[name]}
        if default and not rivals & _rivals(default):
            found[index].add(default)
    return [tuple(c.value for c in Concept if c.value in one) for one in found]


def _rivals(concept: str) -> frozenset[str]:
    pairs: list[list[str]] = load_rivals()
    return frozenset(name for pair in pairs if concept in pair for name in pair)


@cache
def load_rivals() -> list[list[str]]:
    """Groups of concepts of which an act is about one by default."""
    rivals: list[list[str]] = load("concepts.yaml")["rivals"]
    return rivals


def _bearers(
    hit: Hit, acts: Sequence[tuple[str, Span]], allowed: frozenset[str]
) -> list[int]:
    able = [index for index, (act, _) in enumerate(acts) if act in allowed]
    inside = [i for i in able if _distance(hit.span, acts[i][1]) == 0]
    if inside or not able:
        return inside
    return [min(able, key=lambda i: _distance(hit.span, acts[i][1]))]


def _distance(one: Span, other: Span) -> int:
    return max(0, one[0] - other[1] + 1, other[0] - one[1] + 1)


def form_of(act: str, heard: Heard, span: Span, offers: Sequence[Hit]) -> str | None:
    """Whether an instruction was offered or given; None for other acts."""
    if act not in _INSTRUCTIONS:
        return None
    clause = heard.clauses_of(span)
    offered = any(_distance(hit.span, clause) == 0 for hit in offers)
    return Form.OFFER.value if offered else Form.DIRECTIVE.value


def offers(heard: Heard) -> list[Hit]:
    """Places where something is put as a question of willingness."""
    return find("offers.yaml", heard)
