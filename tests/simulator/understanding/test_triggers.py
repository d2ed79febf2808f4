import pytest

from simulator.understanding.corpus import load_corpus
from simulator.understanding.heard import hear
from simulator.understanding.rules import rules
from simulator.understanding.triggers import triggers_of

FILES = ["acts.yaml", "courtesy.yaml", "agencies.yaml", "offers.yaml"]


@pytest.mark.parametrize(
    ("alternatives", "expected"),
    [
        (["terima kasih(?: banyak)?"], ("terima kasih",)),
        (["(?:tunggu|tahan)(?: dulu)?"], ("tahan", "tunggu")),
        (["jangan (?:\\S+ ){0,2}?masuk"], ("jangan ",)),
        (["lokasi(?:nya)?"], ("lokasi",)),
        (["(?:mau)?"], ()),
        (["\\S+"], ()),
        (["lantai", "rt"], ()),
    ],
)
def test_triggers_are_letters_that_must_be_there(alternatives, expected):
    assert triggers_of(alternatives) == expected


@pytest.mark.parametrize("name", FILES)
def test_no_rule_matches_without_one_of_its_triggers(name):
    norms = [hear(line.text).norm for line in load_corpus("acts")[::9]]
    norms += [hear(line.text).norm for line in load_corpus("courtesy")[::9]]

    missed = [
        (rule.name, norm)
        for rule in rules(name)
        for norm in norms
        if rule.triggers
        and not any(one in norm for one in rule.triggers)
        and rule.any.search(norm)
    ]

    assert missed == []
