"""The caller: case and what the call-taker does go in, events come out."""

from simulator.clock import ServerClock
from simulator.live_call import LiveCall, WrongMoment

__all__ = ["LiveCall", "ServerClock", "WrongMoment"]
