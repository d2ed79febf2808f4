"""The colours: readable in light and dark, named in one file only."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "web" / "static" / "css"
TOKENS = (CSS / "tokens.css").read_text(encoding="utf-8")
TEXT, PARTS = 4.5, 3.0  # WCAG 2.2 AA: 1.4.3 and 1.4.11


def colours(scheme):
    """Names and colours; dark ones stand over the light ones."""
    light, dark = TOKENS.split("prefers-color-scheme: dark", 1)
    block = light if scheme == "light" else light + dark.split("@media", 1)[0]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block))


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("front", "back", "least"),
    [
        *((text, back, TEXT)
          for text in ("text", "muted", "accent", "accent-strong", "danger")
          for back in ("ground", "surface", "raised")),
        ("text", "accent-soft", TEXT),
        ("text", "danger-soft", TEXT),
        ("accent-ink", "accent", TEXT),
        ("accent-ink", "accent-strong", TEXT),
        ("danger-ink", "danger", TEXT),
        ("edge", "surface", PARTS),
        ("edge", "ground", PARTS),
    ],
)  # fmt: skip
def test_it_can_be_read(scheme, front, back, least):
    named = colours(scheme)

    assert contrast(named[front], named[back]) >= least


@pytest.mark.parametrize("sheet", sorted(CSS.glob("*.css")), ids=lambda path: path.name)
def test_colours_are_named_in_tokens_only(sheet):
    if sheet.name != "tokens.css":
        text = re.sub(
            r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL
        )
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b|\brgb\(|\bhsl\(", text)
