"""Cells that a spreadsheet would run are made harmless."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.services.exports import Sheet, as_csv, harmless


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+62 811", "'+62 811"),
        ("-2", "'-2"),
        ("@sum", "'@sum"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        (" =1", "' =1"),
        ("Yola", "Yola"),
        ("a=1", "a=1"),
        ("", ""),
        (-2, -2),
        (None, None),
    ],
)
def test_only_what_begins_like_a_formula_is_changed(cell, written):
    assert harmless(cell) == written


@given(st.text())
def test_no_text_begins_like_a_formula_afterwards(text):
    assert not str(harmless(text)).lstrip(" \n").startswith(("=", "+", "-", "@"))


@given(st.text())
def test_nothing_of_a_text_is_lost(text):
    assert str(harmless(text)).endswith(text)


def test_a_missing_value_is_an_empty_cell():
    sheet = Sheet(title="LATIHAN", header=["a", "b"], rows=[[None, 0]])

    assert as_csv(sheet).decode("utf-8-sig").splitlines() == ["LATIHAN", "a,b", ",0"]
