"""How moments, durations and numbers are written for people.

«23 Nov 2026 14.05 WIT», «1:23», «87,5 %»: Indonesian by default, with the decimal
point of English when that is the language chosen.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import get_month_names
from babel.numbers import format_decimal
from flask import Flask, g
from flask_babel import get_locale, gettext

from web.permissions import ROLE_NAMES, Role

DEFAULT_ZONE = "Asia/Jayapura"
ZONE_LETTERS = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}
MS = 1000

# The first sign found counts: Edge also says Chrome, Chrome also says Safari.
BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


def clock_text(ms: int | None) -> str:
    """A length of time as minutes and seconds: «1:23»; «–» when there is none."""
    if ms is None:
        return "–"
    seconds = max(0, ms) // MS
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}:{minutes:02}:{seconds:02}"
    return f"{minutes}:{seconds:02}"


def minutes_text(ms: int) -> str:
    """A length of time in whole minutes, rounded up so that nothing counts as none."""
    return number_text(-(-ms // (60 * MS)))


def number_text(value: float | None, decimals: int = 0) -> str:
    """A number with the decimal mark of the language; «–» when there is none."""
    if value is None:
        return "–"
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, format=pattern, locale=_locale())


def percent_text(value: float | None) -> str:
    """A percentage to one decimal, without it when it is whole: «90 %», «87,5 %»."""
    if value is None:
        return "–"
    shown = round(value, 1)
    return f"{number_text(shown, 0 if shown == int(shown) else 1)} %"


def moment_text(moment: datetime | None) -> str:
    """A moment in the centre's time: «23 Nov 2026 14.05 WIT»."""
    if moment is None:
        return "–"
    zone = _zone()
    local = moment.astimezone(ZoneInfo(zone))
    month = get_month_names("abbreviated", locale=_locale())[local.month]
    letters = ZONE_LETTERS.get(zone) or local.strftime("%Z")
    return f"{local.day} {month} {local.year} {local:%H.%M} {letters}"


def role_name(role: str) -> str:
    """What a role is called in the language of the page."""
    return str(gettext(ROLE_NAMES[Role(role)]))


def browser_name(agent: str) -> str:
    """Browser and system as people know them: «Firefox, Windows»."""
    browser = next((name for sign, name in BROWSERS if sign in agent), "")
    system = next((name for sign, name in SYSTEMS if sign in agent), "")
    return ", ".join(filter(None, (browser, system))) or gettext("peramban lain")


def init_formats(app: Flask) -> None:
    """Offer the formats to the templates as filters."""
    app.jinja_env.filters.update(
        clock=clock_text,
        minutes=minutes_text,
        number=number_text,
        percent=percent_text,
        moment=moment_text,
        role_name=role_name,
        browser_name=browser_name,
    )


def _locale() -> str:
    return str(get_locale() or "id")


def _zone() -> str:
    zone: str = g.get("zone", DEFAULT_ZONE)
    return zone
