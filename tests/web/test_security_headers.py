"""What every answer forbids the browser to do."""

import re
from pathlib import Path

import pytest

from tests.conftest import make_application
from tests.people import OF_EACH_ROLE, YOLA

TEMPLATES = Path(__file__).parents[2] / "web" / "templates"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self' blob:; connect-src 'self'; worker-src 'self'; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@pytest.mark.parametrize("url", ["/masuk", "/", "/tidak-ada", "/static/css/base.css"])
def test_every_answer_carries_the_policy(client, url):
    with client.get(url) as reply:
        headers = reply.headers

    assert headers["Content-Security-Policy"] == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("person", OF_EACH_ROLE)
def test_pages_are_kept_by_nobody(sign_in, person):
    assert sign_in(person).get("/").headers["Cache-Control"] == "no-store"


def test_files_of_the_site_may_be_kept(client):
    with client.get("/static/css/base.css") as reply:
        assert "no-store" not in reply.headers.get("Cache-Control", "")


@pytest.mark.parametrize("template", sorted(TEMPLATES.rglob("*.html")), ids=str)
def test_no_template_has_inline_script_or_style(template):
    text = template.read_text(encoding="utf-8")

    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\bstyle=|\son[a-z]+=\"", text)
    assert "|safe" not in text.replace(" ", "")
    assert not re.search(r'(src|href)="https?://', text)


def test_over_https_cookies_stay_on_https(data_dir, clock):
    app = make_application(data_dir, clock, SECURE_COOKIES="ya")
    form = {"username": YOLA.username, "password": "laut-tenang-2211"}

    reply = app.test_client().post("/masuk", data=form, base_url="https://localhost")

    cookie = reply.headers.get_all("Set-Cookie")[0]
    assert cookie.startswith("__Host-latih112=")
    assert "Secure" in cookie
    assert "max-age=" in reply.headers["Strict-Transport-Security"]


def test_a_foreign_host_name_is_refused(data_dir, clock):
    app = make_application(data_dir, clock, TRUSTED_HOSTS="latih.ambon.go.id")

    good = app.test_client().get("/masuk", base_url="http://latih.ambon.go.id")
    bad = app.test_client().get("/masuk", base_url="http://jahat.example")

    assert (good.status_code, bad.status_code) == (200, 400)


@pytest.mark.parametrize(("hops", "seen"), [("0", "127.0.0.1"), ("1", "10.1.2.3")])
def test_a_proxys_word_counts_only_when_it_is_trusted(data_dir, clock, hops, seen):
    from sqlalchemy import select

    from web.extensions import reading
    from web.models import SignIn

    app = make_application(data_dir, clock, PROXY_HOPS=hops)
    form = {"username": YOLA.username, "password": "laut-tenang-2211"}
    app.test_client().post("/masuk", data=form, headers={"X-Forwarded-For": "10.1.2.3"})

    with app.app_context(), reading() as session:
        assert session.scalars(select(SignIn.ip)).all() == [seen]
