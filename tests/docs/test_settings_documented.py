"""docs/running.md lists every setting with its default and meaning, and no other."""

import re
from pathlib import Path

from web.cli import COMMANDS
from web.config import settings_table

PAGE = (Path(__file__).parents[2] / "docs" / "running.md").read_text(encoding="utf-8")


def documented():
    rows = re.findall(r"^\| `(LATIH112_\w+)` \| (.*?) \| (.*?) \|$", PAGE, re.MULTILINE)
    return [(name, default.strip("`"), meaning) for name, default, meaning in rows]


def test_the_table_is_that_of_the_program():
    expected = [
        (name, default or "kosong", meaning)
        for name, default, meaning in settings_table()
    ]

    assert documented() == expected


def test_every_command_is_named():
    assert all(f"latih112 {name}" in PAGE for name in COMMANDS)
