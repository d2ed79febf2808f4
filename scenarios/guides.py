"""Cards for the call-taker: what to ask and tell for a kind of incident.

They belong to the region and never depend on a case, so showing one gives nothing
away. Every card is a draft until its approver has signed.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

REGIONS = Path(__file__).parent / "regions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """One card."""

    incident_type: str
    title: str
    source: str
    approver: str
    """Who has to sign it."""
    steps: tuple[str, ...]


@cache
def guides(region_id: str) -> tuple[Guide, ...]:
    """The cards of a region, in the order of its file.

    Raises:
        FileNotFoundError: The region has no `guides.yaml`.
    """
    text = (REGIONS / region_id / "guides.yaml").read_text(encoding="utf-8")
    return tuple(
        Guide(
            incident_type=incident,
            title=card["title"],
            source=card["source"],
            approver=card["approver"],
            steps=tuple(card["steps"]),
        )
        for incident, card in yaml.safe_load(text).items()
    )
