"""The language of the pages: /bahasa."""

import pytest

from tests.people import YOLA


def test_pages_are_indonesian_at_first(client):
    page = client.get("/masuk").text

    assert '<html lang="id">' in page
    assert "Kata sandi" in page


def test_the_choice_holds_for_the_browser(client):
    reply = client.post("/bahasa", data={"bahasa": "en", "lanjut": "/masuk"})

    page = client.get("/masuk").text
    assert (reply.status_code, reply.location) == (303, "/masuk")
    assert '<html lang="en">' in page
    assert "Password" in page


def test_it_outlives_signing_in(sign_in):
    browser = sign_in(YOLA)
    browser.post("/bahasa", data={"bahasa": "en"})

    assert '<html lang="en">' in browser.get("/").text


def test_numbers_and_months_follow_the_language(app):
    from flask import session as browser

    from tests.people import MONDAY
    from web.formats import moment_text, percent_text

    with app.test_request_context():
        indonesian = (percent_text(87.5), moment_text(MONDAY.replace(month=5)))
    with app.test_request_context():
        browser["language"] = "en"
        english = (percent_text(87.5), moment_text(MONDAY.replace(month=5)))

    assert indonesian == ("87,5 %", "23 Mei 2026 14.05 WIT")
    assert english == ("87.5 %", "23 May 2026 14.05 WIT")


@pytest.mark.parametrize("unknown", ["", "xx", "<script>"])
def test_an_unknown_language_changes_nothing(client, unknown):
    client.post("/bahasa", data={"bahasa": unknown})

    assert '<html lang="id">' in client.get("/masuk").text


def test_it_never_leads_to_another_site(client):
    reply = client.post("/bahasa", data={"bahasa": "en", "lanjut": "//jahat.example"})

    assert reply.location == "/"


def test_it_rejects_get(client):
    assert client.get("/bahasa").status_code == 405
