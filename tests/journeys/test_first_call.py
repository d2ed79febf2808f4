"""The first call of a trainee, from signing in to the debrief."""

import re

import pytest

pytestmark = pytest.mark.browser

WHERE = "Call Center 112 Kota Ambon, di mana lokasi kejadiannya, Ibu?"
OUT = "Damkar sudah kami teruskan. Semua keluar dulu, jangan masuk lagi."


def test_a_whole_call_from_the_ring_to_the_scorecard(console):
    page = console.page
    assert console.state == "ringing"
    assert page.locator(".answer").is_visible()
    assert not console.scrolls

    console.answer()
    assert page.evaluate("document.activeElement.id") == "words"
    assert console.ask(WHERE)
    console.choose_place("ongko liong")
    page.select_option("#f-type", "kebakaran_bangunan")
    page.check('[data-field="priority"][value="1"]')
    page.check("input[value=damkar]")
    page.keyboard.press("F8")
    console.until(lambda: len(console.agencies) == 1, "Damkar is sent")
    assert console.ask(OUT)
    console.until(lambda: "menerima" in console.agencies[0], "Damkar accepts")
    assert not console.scrolls
    console.close("1")

    assert "Kebakaran ruko" in page.inner_text("h1")
    assert re.fullmatch(r"\d+/\d+", page.inner_text(".verdict__mark"))
    own = page.locator(f'.finding blockquote:has-text("{WHERE}")')
    assert own.count() >= 1
    assert console.trouble == []


def test_the_phone_is_also_answered_by_a_click(console):
    console.page.click(".answer")

    console.reaches("connected")


def test_holding_and_going_on_by_key(console):
    console.answer()

    console.page.keyboard.press("F4")
    console.reaches("on_hold")
    assert console.page.locator("#words").is_disabled()
    console.page.keyboard.press("F4")

    console.reaches("connected")


def test_names_easily_taken_for_each_other_are_pointed_out(console):
    console.page.fill("#f-place", "batu me")
    console.page.wait_for_selector(".places [role=option]")

    [meja] = [
        hit
        for hit in console.page.locator(".places [role=option]").all_inner_texts()
        if hit.startswith("Batu Meja")
    ]

    assert "mirip nama: Batu Merah (Sirimau)" in meja


def test_words_that_are_no_chosen_place_are_not_taken_for_one(console):
    console.page.fill("#f-place", "dekat mesjid")
    console.page.keyboard.press("Tab")

    console.page.wait_for_selector("[data-unchosen]")
    assert console.page.locator('[data-saved="location.place"]').is_hidden()


def test_a_misunderstood_utterance_is_put_right(console):
    console.answer()
    console.ask("Bagaimana ceritanya itu tadi?")
    before = len(console.turns("caller"))

    console.page.click(".turn__wrong >> visible=true")
    console.page.click("[data-part=meant] button[value=ask_callback]")

    console.until(lambda: len(console.turns("caller")) > before, "a new answer")
    assert console.trouble == []


def test_in_a_narrow_window_the_columns_are_tabs(open_console):
    console = open_console(viewport={"width": 390, "height": 844})
    page = console.page
    talk, ticket = page.locator(".console__talk"), page.locator(".console__ticket")
    assert not console.scrolls
    assert (talk.is_visible(), ticket.is_visible()) == (True, False)

    console.answer()
    page.click("role=tab[name='Tiket']")
    assert (talk.is_visible(), ticket.is_visible()) == (False, True)
    console.choose_place("ongko liong")
    page.check('[data-field="priority"][value="1"]')
    page.focus("role=tab[name='Tiket']")
    page.keyboard.press("ArrowRight")
    page.check("input[value=damkar]")
    page.keyboard.press("F8")

    console.until(lambda: len(console.agencies) == 1, "Damkar is sent")
    assert not console.scrolls
    assert console.trouble == []


def test_a_person_puts_hold_on_another_key(console):
    console.answer()
    page = console.page
    page.keyboard.press("F1")
    page.click("[data-change-key=hold]")
    page.keyboard.press("h")
    assert "mengetik" in page.inner_text("[data-part=key-message]")
    page.keyboard.press("F7")
    assert page.inner_text(".keys [data-key-of=hold]") == "F7"
    page.keyboard.press("Escape")

    page.keyboard.press("F7")

    console.reaches("on_hold")
    assert page.inner_text(".console__foot [data-key-of=hold]") == "F7"
    assert console.trouble == []
