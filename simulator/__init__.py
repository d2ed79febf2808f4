"""The caller: case and what the call-taker does go in, events come out."""

from simulator.clock import ServerClock
from simulator.live_call import LiveCall, WrongMoment
from simulator.play import play
from simulator.robots import OPERATORS
from simulator.script import ScriptInvalid, read_script
from simulator.understanding import Reader, Reading

__all__ = [
    "OPERATORS",
    "LiveCall",
    "Reader",
    "Reading",
    "ScriptInvalid",
    "ServerClock",
    "WrongMoment",
    "play",
    "read_script",
]
