"""Understanding what the call-taker said, once, for the caller and for the mark."""

from simulator.understanding.reader import Reader
from simulator.understanding.reading import Reading

__all__ = ["Reader", "Reading"]
