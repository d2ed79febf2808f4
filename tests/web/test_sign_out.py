"""Signing out and the end of a sign-in."""

import pytest

from tests.people import IKBAL, YOLA
from web.identity import COOKIE
from web.models import User


def test_it_ends_the_sign_in_on_the_server(sign_in, app):
    browser = sign_in(YOLA)
    copied = app.test_client()
    copied.set_cookie(COOKIE, browser.get_cookie(COOKIE).value)

    reply = browser.post("/keluar")

    assert (reply.status_code, reply.location) == (303, "/masuk")
    assert copied.get("/").status_code == 303


def test_it_ends_no_other(sign_in):
    phone, desk, other = sign_in(YOLA), sign_in(YOLA), sign_in(IKBAL)

    phone.post("/keluar")

    assert (desk.get("/").status_code, other.get("/").status_code) == (200, 200)


def test_it_rejects_get(sign_in):
    assert sign_in(YOLA).get("/keluar").status_code == 405


def test_a_stranger_is_sent_to_sign_in(client):
    assert client.post("/keluar").location == "/masuk"


@pytest.mark.parametrize(
    ("idle", "status"), [({"hours": 12}, 200), ({"hours": 12, "seconds": 1}, 303)]
)
def test_it_ends_when_not_used(sign_in, clock, idle, status):
    browser = sign_in(YOLA)

    clock.forward(**idle)

    assert browser.get("/").status_code == status


def test_it_ends_after_a_week_even_when_used(sign_in, clock):
    browser = sign_in(YOLA)
    for _ in range(7 * 4):
        clock.forward(hours=6)
        assert browser.get("/").status_code == 200

    clock.forward(seconds=1)

    assert browser.get("/").status_code == 303


def test_it_ends_when_the_account_is_closed(sign_in, change):
    browser = sign_in(YOLA)

    def close(session):
        session.get(User, YOLA.id).active = False

    change(close)

    assert browser.get("/").status_code == 303


def test_a_made_up_token_opens_nothing(client):
    client.set_cookie(COOKIE, "tebakan")

    assert client.get("/").status_code == 303
