"""Who may do what: one table from role to permissions, and the mark on each page.

Every page says which permission it needs, or that it is public. A page that says
neither stops the start, so that none is ever open by oversight.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

from web.texts import N_

View = TypeVar("View", bound=Callable[..., Any])


class Role(StrEnum):
    """What an account is for. The shift's supervisor uses an instructor's account."""

    TRAINEE = "trainee"
    INSTRUCTOR = "instructor"
    COORDINATOR = "coordinator"


ROLE_NAMES: dict[Role, str] = {
    Role.TRAINEE: N_("peserta"),
    Role.INSTRUCTOR: N_("instruktur"),
    Role.COORDINATOR: N_("koordinator"),
}


class Permission(StrEnum):
    """One thing a role may do."""

    OWN_ACCOUNT = "own_account"
    TAKE_CALLS = "take_calls"
    SEE_CALL = "see_call"
    """A finished call with its mark; which calls, `services.scope` decides."""
    HAND_IN = "hand_in"
    WATCH_CALLS = "watch_calls"
    READ_LIBRARY = "read_library"
    EDIT_LIBRARY = "edit_library"
    ADJUST_SCORECARD = "adjust_scorecard"
    SEE_PROGRESS = "see_progress"


ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.TRAINEE: frozenset(
        {
            Permission.OWN_ACCOUNT,
            Permission.TAKE_CALLS,
            Permission.SEE_CALL,
            Permission.HAND_IN,
        }
    ),
    Role.INSTRUCTOR: frozenset(
        {
            Permission.OWN_ACCOUNT,
            Permission.TAKE_CALLS,
            Permission.SEE_CALL,
            Permission.WATCH_CALLS,
            Permission.READ_LIBRARY,
            Permission.EDIT_LIBRARY,
            Permission.ADJUST_SCORECARD,
        }
    ),
    Role.COORDINATOR: frozenset(
        {
            Permission.OWN_ACCOUNT,
            Permission.SEE_CALL,
            Permission.SEE_PROGRESS,
        }
    ),
}

_DECLARED: dict[Callable[..., Any], Permission | None] = {}


def requires(permission: Permission) -> Callable[[View], View]:
    """Mark a page as open only to those who hold the permission."""

    def declare(view: View) -> View:
        _DECLARED[view] = permission
        return view

    return declare


def public(view: View) -> View:
    """Mark a page as open to everybody, signed in or not."""
    _DECLARED[view] = None
    return view


def declared(view: Callable[..., Any]) -> bool:
    """Whether the page says who may see it."""
    return view in _DECLARED


def asked_by(view: Callable[..., Any]) -> Permission | None:
    """The permission a page needs; None when it is public.

    Raises:
        KeyError: The page does not say; it must not be shown.
    """
    return _DECLARED[view]


def may(role: Role, permission: Permission) -> bool:
    """Whether the role holds the permission."""
    return permission in ROLE_PERMISSIONS[role]
