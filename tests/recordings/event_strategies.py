"""Any event whatever, made from the annotations of its class."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

from hypothesis import settings
from hypothesis import strategies as st

from recordings.events import EVENT_TYPES, CallOffered

few = settings(max_examples=25, deadline=None)
"""For laws tried on every event class: together they are many."""

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
WHOLE = st.integers(-(2**62), 2**62)
DECIMAL = st.integers(-500, 500).map(lambda hundredths: hundredths / 100)
MOMENT = st.datetimes(
    datetime(1990, 1, 1),  # noqa: DTZ001
    datetime(2190, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
JSON = st.recursive(
    st.none() | st.booleans() | WHOLE | DECIMAL | TEXT,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3)
    ),
    max_leaves=8,
)
SIMPLE = {
    str: TEXT,
    int: WHOLE,
    float: DECIMAL,
    bool: st.booleans(),
    datetime: MOMENT,
}


def of_type(hint):
    if hint in SIMPLE:
        return SIMPLE[hint]
    origin, args = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return st.one_of(
            st.none() if arg is type(None) else of_type(arg) for arg in args
        )
    if origin is tuple and args[-1] is Ellipsis:
        return st.lists(of_type(args[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*map(of_type, args))
    if origin is Mapping:
        return st.dictionaries(TEXT, JSON, max_size=4)
    assert is_dataclass(hint)
    return made(hint)


def made(cls, **fixed):
    hints = get_type_hints(cls)
    parts = {
        field.name: fixed.get(field.name, of_type(hints[field.name]))
        for field in fields(cls)
    }
    return st.fixed_dictionaries(parts).map(lambda values: cls(**values))


def events_of(cls):
    return made(cls, at_ms=st.integers(0, 2**31 - 1))


any_event = st.one_of(events_of(cls) for cls in EVENT_TYPES.values())


@st.composite
def calls(draw, max_size=6):
    """Events in the order of time, the first a CallOffered a table accepts."""
    offered = draw(
        made(
            CallOffered,
            at_ms=st.just(0),
            scenario=st.just("kebakaran-pasar@3"),
            mode=st.sampled_from(["practice", "coach", "exam"]),
            rubric=st.just("dasar-112@1"),
        )
    )
    more = draw(st.lists(any_event, max_size=max_size))
    return [offered, *sorted(more, key=lambda event: event.at_ms)]
