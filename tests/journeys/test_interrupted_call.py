"""A call that is interrupted: by a reload, a dead server, or a real emergency."""

import signal

import pytest

pytestmark = pytest.mark.browser

WHERE = "Di mana lokasinya, Ibu?"


@pytest.fixture
def talking(console):
    console.answer()
    console.ask(WHERE)
    return console


def test_a_reload_comes_back_to_the_same_call(talking):
    page, url = talking.page, talking.page.url
    talking.choose_place("ongko liong")
    page.fill("#f-note", "ruko tiga lantai")  # not left yet: no «disimpan»
    said, heard = talking.turns("taker"), talking.turns("caller")

    page.reload()
    talking.reaches("connected")

    assert page.url == url
    assert talking.turns("taker") == said
    assert talking.turns("caller")[: len(heard)] == heard
    talking.until(lambda: talking.value("location.place") == "Batu Merah", "kept")
    talking.until(lambda: talking.value("note") == "ruko tiga lantai", "kept")
    assert talking.trouble == []


def test_what_was_being_typed_survives_a_reload(talking):
    talking.page.type("#words", "Apakah ada yang")

    talking.page.reload()
    talking.reaches("connected")

    assert talking.page.input_value("#words") == "Apakah ada yang"


def test_a_killed_server_costs_nothing(talking, server):
    page = talking.page
    page.fill("#f-note", "sebelum mati")
    page.press("#f-note", "Tab")
    talking.until(lambda: page.is_visible('[data-saved="note"]'), "saved")

    server.end(signal.SIGKILL)
    page.fill("#words", "Ada korban yang terjebak?")
    page.press("#words", "Enter")
    page.wait_for_selector("[data-part=lost] >> visible=true")
    server.start()

    page.wait_for_selector("[data-part=lost]", state="hidden", timeout=20_000)
    talking.until(lambda: len(talking.turns("taker")) == 2, "said after all")
    assert talking.value("note") == "sebelum mati"
    assert "Ada korban yang terjebak?" in talking.turns("taker")
    assert talking.trouble == []


def test_a_real_call_freezes_the_exercise(talking):
    page = talking.page

    page.keyboard.press("Pause")
    talking.reaches("frozen")
    page.wait_for_timeout(300)  # the clock on the page ticks four times a second
    stood = page.inner_text("[data-part=clock]")
    page.keyboard.press("Escape")  # does not lift it
    page.keyboard.press("F9")  # nor does a key reach the call behind it
    page.wait_for_timeout(1_200)

    assert page.is_visible("[data-part=frozen]")
    assert page.is_hidden("[data-part=closing]")
    assert page.inner_text("[data-part=clock]") == stood
    page.click("text=Lanjutkan latihan")
    talking.reaches("connected")
    assert talking.trouble == []
