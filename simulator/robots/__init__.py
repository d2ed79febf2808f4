"""Robot call-takers, by name."""

from collections.abc import Mapping

from simulator.robots.deeds import Deed
from simulator.robots.desk import Desk
from simulator.robots.oracle import Oracle
from simulator.robots.variations import (
    Careless,
    Chatty,
    Rude,
    Silent,
    Slow,
    WrongAgency,
)

OPERATORS: Mapping[str, type[Oracle]] = {
    "oracle": Oracle,
    "wrong_agency": WrongAgency,
    "rude": Rude,
    "slow": Slow,
    "silent": Silent,
    "careless": Careless,
    "chatty": Chatty,
}

__all__ = ["OPERATORS", "Deed", "Desk", "Oracle"]
