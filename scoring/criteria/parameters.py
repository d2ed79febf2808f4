"""The parameters of criteria: what a rubric file may set, and within which bounds."""

from dataclasses import MISSING, field
from enum import StrEnum
from typing import Any


def words(vocabulary: type[StrEnum], default: tuple[str, ...] | None = None) -> Any:  # noqa: ANN401
    """Names out of a vocabulary; without a default the rubric must give some."""
    return field(
        default=MISSING if default is None else default,
        metadata={"vocabulary": vocabulary},
    )


def whole(default: int | None = None, *, least: int = 0, most: int = 1000) -> Any:  # noqa: ANN401
    """A whole number within bounds."""
    return field(
        default=MISSING if default is None else default,
        metadata={"least": least, "most": most},
    )


def choice(*choices: str, default: str | None = None) -> Any:  # noqa: ANN401
    """One of a few names."""
    return field(
        default=MISSING if default is None else default, metadata={"choices": choices}
    )


def names(*choices: str) -> Any:  # noqa: ANN401
    """Any of a few names; all of them by default."""
    return field(default=choices, metadata={"names": choices})


def percent(default: int) -> Any:  # noqa: ANN401
    """A share in whole percent."""
    return whole(default, least=0, most=100)


def switch(default: bool) -> Any:  # noqa: ANN401
    """Yes or no."""
    return field(default=default, metadata={"switch": True})
