"""Signing in: /masuk."""

import pytest
from sqlalchemy import func, select

from tests.people import NUS, PASSWORD, YOLA
from web.identity import COOKIE
from web.models import SignIn, User
from web.services.accounts import TRIES_BEFORE_LOCK

URL = "/masuk"
GOOD = {"username": "yola", "password": PASSWORD}
REFUSED = "Nama pengguna atau kata sandi tidak cocok."


def sign_ins(session):
    return session.scalar(select(func.count()).select_from(SignIn))


def test_it_shows_the_form(client):
    reply = client.get(URL)

    assert reply.status_code == 200
    assert 'name="password"' in reply.text
    assert "LATIHAN" in reply.text


def test_it_signs_in_and_goes_home(client):
    reply = client.post(URL, data=GOOD)

    assert (reply.status_code, reply.location) == (303, "/")
    assert client.get("/").status_code == 200


def test_the_username_may_be_written_in_any_case(client):
    assert client.post(URL, data=GOOD | {"username": " YoLa "}).status_code == 303


def test_the_token_is_kept_only_as_a_hash(client, read):
    client.post(URL, data=GOOD)

    token = client.get_cookie(COOKIE).value
    [row] = read(lambda session: session.scalars(select(SignIn)).all())
    assert token not in (row.token_hash, row.agent)
    assert len(row.token_hash) == 64


def test_the_cookie_is_closed_to_scripts_and_other_sites(client):
    reply = client.post(URL, data=GOOD)

    cookie = reply.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


@pytest.mark.parametrize(
    "wrong",
    [
        {"password": "salah"},
        {"username": "tidakada"},
        {"username": ""},
        {"password": ""},
    ],
)
def test_whatever_is_wrong_it_says_the_same(client, read, wrong):
    reply = client.post(URL, data=GOOD | wrong)

    assert reply.status_code == 422
    assert REFUSED in reply.text
    assert read(sign_ins) == 0


def test_a_very_long_password_is_refused(client):
    assert client.post(URL, data=GOOD | {"password": "a" * 5000}).status_code == 422


def test_a_closed_account_does_not_sign_in(client, change):
    def close(session):
        session.get(User, YOLA.id).active = False

    change(close)

    assert client.post(URL, data=GOOD).status_code == 422


def test_people_of_another_centre_do_not_sign_in_here(client):
    reply = client.post(URL, data=GOOD | {"username": NUS.username})

    assert reply.status_code == 422


def test_it_goes_on_to_the_page_that_was_wanted(client):
    assert client.get("/akun").location == "/masuk?lanjut=/akun"

    assert client.post(URL, data=GOOD | {"lanjut": "/akun"}).location == "/akun"


@pytest.mark.parametrize(
    "elsewhere",
    ["https://jahat.example/", "//jahat.example", "/\\jahat.example", "javascript:x"],
)
def test_it_never_leads_to_another_site(client, elsewhere):
    assert client.post(URL, data=GOOD | {"lanjut": elsewhere}).location == "/"


def test_after_several_wrong_passwords_the_account_waits(client, clock):
    for _ in range(TRIES_BEFORE_LOCK):
        client.post(URL, data=GOOD | {"password": "salah"})

    locked = client.post(URL, data=GOOD)
    clock.forward(minutes=5, seconds=1)
    later = client.post(URL, data=GOOD)

    assert (locked.status_code, later.status_code) == (422, 303)
    assert "lima menit" in locked.text


def test_a_right_password_forgets_the_wrong_ones(client):
    for _ in range(2):
        for _ in range(TRIES_BEFORE_LOCK - 1):
            client.post(URL, data=GOOD | {"password": "salah"})
        last = client.post(URL, data=GOOD)

        assert last.status_code == 303


def test_one_address_cannot_guess_without_end(client):
    tries = [
        client.post(URL, data={"username": f"orang{n}", "password": "salah"})
        for n in range(21)
    ]

    assert {reply.status_code for reply in tries[:20]} == {422}
    assert tries[20].status_code == 429
    assert "Tunggu satu menit" in tries[20].text
    assert "Retry-After" in tries[20].headers


def test_a_class_signing_in_at_once_is_not_held_up(app):
    replies = [app.test_client().post(URL, data=GOOD) for _ in range(30)]

    assert {reply.status_code for reply in replies} == {303}


def test_it_rejects_put(client):
    assert client.put(URL).status_code == 405
