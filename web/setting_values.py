"""How the text of a setting becomes a value.

Each takes the text and returns the value, or raises ValueError saying in Indonesian
what it must be.
"""

import re
from collections.abc import Callable
from pathlib import Path

YES, NO = ("ya", "yes", "true", "1"), ("tidak", "no", "false", "0")
SECRET_MIN_CHARS = 16


def text(value: str) -> str:
    return value


def folder(value: str) -> Path:
    if not value:
        raise ValueError("harus nama folder")
    return Path(value)


def whole(low: int, high: int, unit: str = "") -> Callable[[str], int]:
    meant = f"harus bilangan bulat{unit and ' ' + unit}, {low} sampai {high}"

    def read(value: str) -> int:
        if not re.fullmatch(r"\d{1,9}", value) or not low <= int(value) <= high:
            raise ValueError(meant)
        return int(value)

    return read


def yes_or_no(value: str) -> bool:
    if value.lower() not in YES + NO:
        raise ValueError("harus «ya» atau «tidak»")
    return value.lower() in YES


def database_url(value: str) -> str:
    if value and not value.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise ValueError(
            "harus diawali sqlite:/// atau postgresql+psycopg://, atau dikosongkan"
        )
    return value


def secret(value: str) -> str:
    if value and len(value) < SECRET_MIN_CHARS:
        raise ValueError(f"paling sedikit {SECRET_MIN_CHARS} karakter")
    return value


def names(value: str) -> list[str]:
    return [name.strip() for name in value.split(",") if name.strip()]


def identifier(value: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,39}", value):
        raise ValueError("harus huruf kecil, angka, dan tanda hubung")
    return value


def limits_url(value: str) -> str:
    if not value.startswith(("memory://", "redis://")):
        raise ValueError("harus memory:// atau redis://...")
    return value
