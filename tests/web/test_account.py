"""One's own account: /akun."""

import pytest
from sqlalchemy import select

from tests.people import IKBAL, PASSWORD, YOLA
from web.models import SignIn

NEW = {"current_password": PASSWORD, "new_password": "kapal kayu hijau 7"}


def number_of(read, person):
    query = select(SignIn.id).where(SignIn.user_id == person.id)
    return read(lambda session: session.scalars(query.order_by(SignIn.id)).first())


def test_it_lists_where_one_is_signed_in(sign_in):
    sign_in(YOLA, agent="Mozilla/5.0 (Linux; Android 14) Chrome/130 Safari/537")
    sign_in(IKBAL, agent="OPR/1 Windows")

    page = sign_in(YOLA).get("/akun").text

    assert "Chrome, Android" in page
    assert "perangkat ini" in page
    assert "Opera" not in page
    assert "23 Nov 2026 14.05 WIT" in page


def test_it_ends_another_of_ones_sign_ins(sign_in, read):
    lost = sign_in(YOLA)
    here = sign_in(YOLA)

    reply = here.post(f"/akun/masuk/{number_of(read, YOLA)}/cabut")

    assert (reply.status_code, reply.location) == (303, "/akun")
    assert (lost.get("/").status_code, here.get("/").status_code) == (303, 200)


def test_it_ends_no_sign_in_of_somebody_else(sign_in, read):
    ikbal = sign_in(IKBAL)

    reply = sign_in(YOLA).post(f"/akun/masuk/{number_of(read, IKBAL)}/cabut")

    assert reply.status_code == 404
    assert ikbal.get("/").status_code == 200


def test_it_ends_all_others_at_once(sign_in):
    first, second, here, ikbal = (sign_in(one) for one in (YOLA, YOLA, YOLA, IKBAL))

    here.post("/akun/masuk/lain/cabut")

    states = [browser.get("/").status_code for browser in (first, second, here, ikbal)]
    assert states == [303, 303, 200, 200]


def test_a_new_password_counts_and_ends_the_other_sign_ins(sign_in, client):
    other, here = sign_in(YOLA), sign_in(YOLA)

    reply = here.post("/akun/kata-sandi", data=NEW)

    assert (reply.status_code, reply.location) == (303, "/akun")
    assert (other.get("/").status_code, here.get("/").status_code) == (303, 200)
    old = {"username": "yola", "password": PASSWORD}
    assert client.post("/masuk", data=old).status_code == 422
    new = old | {"password": NEW["new_password"]}
    assert client.post("/masuk", data=new).status_code == 303


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"current_password": "salah"}, "tidak cocok"),
        ({"new_password": "sembilan9"}, "10 sampai 200"),
        ({"new_password": "x" * 201}, "10 sampai 200"),
        ({"new_password": ""}, "10 sampai 200"),
        ({"new_password": "yola-yola-yola"}, "mudah ditebak"),
        ({"new_password": "PASSWORD123"}, "mudah ditebak"),
    ],
)
def test_it_says_what_to_mend(sign_in, client, wrong, said):
    reply = sign_in(YOLA).post("/akun/kata-sandi", data=NEW | wrong)

    assert reply.status_code == 422
    assert said in reply.text
    old = {"username": "yola", "password": PASSWORD}
    assert client.post("/masuk", data=old).status_code == 303


def test_guessing_the_current_password_is_limited(sign_in):
    browser = sign_in(YOLA)

    tries = [
        browser.post("/akun/kata-sandi", data=NEW | {"current_password": "salah"})
        for _ in range(11)
    ]

    assert tries[-1].status_code == 429


@pytest.mark.parametrize(
    "url", ["/akun/kata-sandi", "/akun/masuk/1/cabut", "/akun/masuk/lain/cabut"]
)
def test_it_rejects_get(sign_in, url):
    assert sign_in(YOLA).get(url).status_code == 405
