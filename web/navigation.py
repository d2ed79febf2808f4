"""The pages in the navigation bar: one list, shown by permission."""

from dataclasses import dataclass

from flask import Flask, current_app, g, request, url_for
from flask_babel import gettext

from web.permissions import Permission, may
from web.texts import N_


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry; shown to those who hold the permission."""

    endpoint: str
    label: str
    permission: Permission


@dataclass(frozen=True, slots=True)
class NavLink:
    """An entry as the template shows it."""

    url: str
    label: str
    current: bool


NAVIGATION = (
    NavItem("home.show", N_("Beranda"), Permission.OWN_ACCOUNT),
    NavItem("library.index", N_("Skenario"), Permission.READ_LIBRARY),
    NavItem("coordinator.show", N_("Peserta"), Permission.SEE_PROGRESS),
)


def links() -> list[NavLink]:
    """The entries for the person asking."""
    if g.get("me") is None:
        return []
    return [
        NavLink(url_for(item.endpoint), gettext(item.label), _is_here(item))
        for item in NAVIGATION
        if may(g.me.role, item.permission)
        and item.endpoint in current_app.view_functions
    ]


def init_navigation(app: Flask) -> None:
    """Offer the entries to the templates."""
    app.context_processor(lambda: {"navigation": links})


def _is_here(item: NavItem) -> bool:
    here = (request.endpoint or "").partition(".")[0]
    return here == item.endpoint.partition(".")[0]
