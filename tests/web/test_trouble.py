"""How trouble is shown: a page for people, JSON for scripts, never a traceback."""

import pytest

from tests.people import YOLA
from web.errors import UserMistake
from web.permissions import public


@pytest.fixture
def troubled(app):
    """The application with pages that go wrong."""

    def mistaken():
        raise UserMistake("Isi %(what)s dulu.", "place", what="lokasi")

    def broken():
        raise RuntimeError("rahasia")

    for url, view in (
        ("/salah", mistaken),
        ("/api/salah", mistaken),
        ("/rusak", broken),
    ):
        app.add_url_rule(url, url, public(view))
    app.testing = False
    return app


def test_a_mistake_is_shown_as_it_was_said(troubled):
    reply = troubled.test_client().get("/salah")

    assert reply.status_code == 422
    assert "Isi lokasi dulu." in reply.text


def test_a_script_gets_the_message_and_the_field(troubled):
    reply = troubled.test_client().get("/api/salah")

    assert reply.status_code == 422
    assert reply.json == {"message": "Isi lokasi dulu.", "field": "place"}


def test_whoever_prefers_json_gets_json(troubled):
    reply = troubled.test_client().get("/salah", headers={"Accept": "application/json"})

    assert reply.json["message"] == "Isi lokasi dulu."


def test_a_fault_tells_nothing_of_itself(troubled, caplog):
    reply = troubled.test_client().get("/rusak")

    assert reply.status_code == 500
    assert "sudah dicatat" in reply.text
    assert "rahasia" not in reply.text
    assert "rahasia" in caplog.text


def test_a_missing_page_keeps_the_way_home(sign_in):
    reply = sign_in(YOLA).get("/tidak-ada")

    assert reply.status_code == 404
    assert 'href="/"' in reply.text
    assert YOLA.name in reply.text


def test_a_script_of_a_stranger_is_told_to_sign_in(client):
    reply = client.get("/", headers={"Accept": "application/json"})

    assert reply.status_code == 401
    assert reply.json["message"] == "Silakan masuk lebih dulu."


def test_way_back_leads_to_this_site_only(troubled):
    browser = troubled.test_client()

    own = browser.get("/salah", headers={"Referer": "http://localhost/akun"}).text
    foreign = browser.get("/salah", headers={"Referer": "http://jahat.example/"}).text

    assert 'href="http://localhost/akun"' in own
    assert "jahat" not in foreign


def test_a_page_that_forgets_to_say_who_may_see_it_stops_the_start(
    monkeypatch, data_dir, clock
):
    from flask import Blueprint

    from tests.conftest import make_application
    from web import application

    forgetful = Blueprint("forgetful", __name__)
    forgetful.add_url_rule("/lupa", "open", lambda: "terbuka")
    monkeypatch.setattr(application, "BLUEPRINTS", (forgetful,))

    with pytest.raises(RuntimeError, match=r"forgetful\.open"):
        make_application(data_dir, clock)


def test_a_form_of_enormous_size_is_refused(client):
    reply = client.post("/masuk", data={"username": "x" * 1_100_000})

    assert reply.status_code == 413
