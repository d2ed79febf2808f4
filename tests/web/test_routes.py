"""Every page against every role, and every call against everybody it is not for.

Generated from the application's own table of routes: a new page is covered the day
it is added.
"""

import pytest

from tests.people import FRETS, HENDRA, IKBAL, MINA, NUS, OF_EACH_ROLE, SALMA, YOLA
from tests.web.rows import a_call, a_hand_in, a_mark, add
from web.permissions import asked_by, may

NOBODY = None
METHODS = ("GET", "POST")


def routes(app):
    """Method, address with values filled in, and the permission it asks for."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint == "static":
            continue
        asked = asked_by(app.view_functions[rule.endpoint])
        for method in METHODS:
            if method in rule.methods:
                yield method, rule, asked


def address(app, rule, call_id=YOLA.id):
    values = {"call_id": call_id, "number": 999, "seq": 2, "scenario_id": "tidak-ada"}
    known = {name: values.get(name, 1) for name in rule.arguments}
    with app.test_request_context():
        return app.url_for(rule.endpoint, **known)


@pytest.mark.parametrize("person", [NOBODY, *OF_EACH_ROLE], ids=str)
def test_each_role_gets_its_pages_and_no_other(app, client, sign_in, person):
    for method, rule, asked in routes(app):
        if rule.endpoint == "accounts.sign_out":
            continue
        browser = sign_in(person) if person else client
        reply = browser.open(address(app, rule), method=method)

        where = f"{method} {rule} as {person and person.role}: {reply.status_code}"
        assert reply.status_code < 500, where
        if asked is None:
            assert reply.status_code not in (401, 403), where
        elif person is None:
            assert reply.status_code in (303, 401), where
        else:
            refused = reply.status_code == 403
            assert refused == (not may(person.role, asked)), where


def of_a_call(app):
    return [each for each in routes(app) if "call_id" in each[1].arguments]


@pytest.mark.parametrize(
    ("owner", "mode", "handed_in", "strangers"),
    [
        # practice is its trainee's own
        (YOLA, "practice", False, (IKBAL, FRETS, SALMA, NUS, MINA, HENDRA)),
        # handed in, the instructors of the centre see it too
        (YOLA, "practice", True, (IKBAL, SALMA, NUS, MINA, HENDRA)),
        # an exam is seen by who marks and who plans, in its own centre
        (YOLA, "exam", False, (IKBAL, NUS, MINA, HENDRA)),
        (NUS, "exam", False, (YOLA, IKBAL, FRETS, SALMA)),
    ],
)
def test_a_call_does_not_exist_for_those_it_is_not_for(
    app, sign_in, change, owner, mode, handed_in, strangers
):
    call = a_call(owner, mode=mode)
    rows = [call, a_mark(call, 80.0), *([a_hand_in(call)] if handed_in else [])]
    add(change, *rows)

    for person in strangers:
        for method, rule, _asked in of_a_call(app):
            url = address(app, rule, call.id)
            reply = sign_in(person).open(url, method=method)
            assert reply.status_code in (403, 404), (person.role, method, url)


def test_every_link_of_a_first_page_leads_somewhere_known(app, sign_in, change):
    import re

    call = a_call(YOLA)
    add(change, call, a_mark(call, 80.0), a_hand_in(call), a_call(YOLA, over=False))
    known = app.url_map.bind("localhost")

    for person in OF_EACH_ROLE:
        page = sign_in(person).get("/").text
        for kind, url in re.findall(r'(href|action)="(/[^"#?]*)', page):
            method = "GET" if kind == "href" else "POST"
            assert known.match(url, method=method), url
