"""The cards beside the ticket fit the region and say that they are drafts."""

import re

import pytest

from scenarios import load_region
from scenarios.guides import guides


def test_every_card_is_for_an_incident_type_of_the_region():
    known = load_region("ambon").incidents

    assert {card.incident_type for card in guides("ambon")} <= set(known)


@pytest.mark.parametrize("card", guides("ambon"), ids=lambda card: card.incident_type)
def test_a_card_names_its_source_and_who_has_to_sign(card):
    assert card.source
    assert card.approver
    assert all(isinstance(step, str) for step in card.steps)


@pytest.mark.parametrize("card", guides("ambon"), ids=lambda card: card.incident_type)
def test_no_card_asks_the_classic_fatal_question_or_promises_minutes(card):
    text = " ".join(card.steps).lower()

    assert not re.search(r"masih (ber)?napas", text)
    assert not re.search(r"\d+ menit", text)
    assert "agama" not in text
