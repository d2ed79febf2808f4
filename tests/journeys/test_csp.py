"""No page of a call breaks the policy that forbids inline script and style."""

import pytest

pytestmark = pytest.mark.browser


def test_a_call_and_its_debrief_stay_within_the_policy(console):
    console.answer()
    console.ask("Di mana lokasinya, Ibu?")
    console.page.keyboard.press("F1")
    console.page.keyboard.press("Escape")
    during = console.seen("violations")
    console.close("1")
    console.page.wait_for_load_state("networkidle")

    assert during + console.seen("violations") == []
    assert console.trouble == []


def test_the_policy_is_in_force(console):
    console.page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'),"
        " {textContent: 'window.broken = true'}))"
    )

    console.until(lambda: console.seen("violations"), "it is refused")
    assert console.page.evaluate("window.broken") is None
