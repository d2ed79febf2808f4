"""The caller is really heard."""

import pytest

from simulator.speech import find_voice

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(find_voice() is None, reason="no voice on this machine"),
]


def test_the_clip_of_the_line_is_played_when_its_words_appear(console):
    console.answer()
    line = console.ask("Di mana lokasinya, Ibu?")

    console.until(lambda: console.seen("clips"), "a clip is started")
    console.until(lambda: console.seen("clips")[0]["heard_s"] > 0.5, "it is heard")

    assert line
    assert "/suara/" in console.seen("clips")[0]["url"]


def test_a_muted_page_keeps_silent(console):
    console.answer()
    console.page.click("[data-part=mute]")
    console.ask("Di mana lokasinya, Ibu?")

    console.page.wait_for_timeout(1_500)

    assert console.seen("clips") == []
