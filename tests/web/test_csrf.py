"""No form or script is obeyed without the token of its own page."""

import re

import pytest

from tests.people import PASSWORD, YOLA


@pytest.fixture
def guarded(app):
    app.config["WTF_CSRF_ENABLED"] = True
    return app


def token_on(browser, page):
    return re.search(r'name="csrf-token" content="([^"]+)"', browser.get(page).text)[1]


def posts(app):
    """Every address that changes something."""
    return [
        rule.rule.replace("<uuid:call_id>", YOLA.id).replace("<int:number>", "1")
        for rule in app.url_map.iter_rules()
        if "POST" in rule.methods and "<" not in re.sub(r"<(uuid|int):", "", rule.rule)
    ]


def test_no_post_is_obeyed_without_a_token(guarded, sign_in):
    browser = sign_in(YOLA)

    statuses = {url: browser.post(url).status_code for url in posts(guarded)}

    refused_by_role = {url for url, status in statuses.items() if status == 403}
    assert {statuses[url] for url in statuses.keys() - refused_by_role} == {400}
    assert "/keluar" in statuses.keys() - refused_by_role


def test_a_form_sends_the_token_along(guarded):
    browser = guarded.test_client()
    token = token_on(browser, "/masuk")

    form = {"username": "yola", "password": PASSWORD, "csrf_token": token}
    reply = browser.post("/masuk", data=form)

    assert reply.status_code == 303


def test_a_script_sends_it_in_a_header(guarded, sign_in):
    browser = sign_in(YOLA)
    token = token_on(browser, "/akun")

    reply = browser.post("/keluar", headers={"X-CSRFToken": token})

    assert reply.status_code == 303


def test_the_token_of_another_browser_is_worth_nothing(guarded, sign_in):
    foreign = token_on(sign_in(YOLA), "/akun")
    browser = sign_in(YOLA)
    browser.get("/akun")

    assert browser.post("/keluar", data={"csrf_token": foreign}).status_code == 400


def test_the_token_from_before_signing_in_is_worth_nothing_after(guarded):
    browser = guarded.test_client()
    token = token_on(browser, "/masuk")
    form = {"username": "yola", "password": PASSWORD, "csrf_token": token}
    browser.post("/masuk", data=form)
    browser.get("/akun")

    assert browser.post("/keluar", data={"csrf_token": token}).status_code == 400


def test_it_says_what_to_do(guarded, sign_in):
    page = sign_in(YOLA).post("/keluar").text

    assert "Muat ulang halaman" in page


def test_another_site_is_refused_even_with_a_token(app, sign_in):
    browser = sign_in(YOLA)

    reply = browser.post("/keluar", headers={"Sec-Fetch-Site": "cross-site"})

    assert reply.status_code == 403
    assert browser.get("/").status_code == 200
