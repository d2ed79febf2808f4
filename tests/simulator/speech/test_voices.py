"""The caller is heard: every line becomes a clip of the right length and voice."""

import threading
import wave
from pathlib import Path

import pytest

from simulator.speech import ClipMaker, EspeakVoice, VoiceUnavailable, cast
from simulator.speech.clips import duration_ms
from tools.bench.somebody import somebody

LINE = "Tolong e! Tabakar di Mardika, di blakang ruko-ruko tu, capat jua!"


@pytest.fixture(scope="module")
def voice():
    return EspeakVoice()


def loudest(path: Path) -> int:
    with wave.open(str(path), "rb") as sound:
        frames = sound.readframes(sound.getnframes())
    return max(
        abs(int.from_bytes(frames[i : i + 2], "little", signed=True))
        for i in range(0, len(frames), 2)
    )


def test_a_line_becomes_sound_that_lasts_as_long_as_in_the_call(voice, tmp_path):
    clips = ClipMaker(voice, tmp_path)
    settings = cast(somebody(), seed=7, distress=3)

    path = clips.clip(LINE, settings, lasts_ms=4_500)

    assert abs(duration_ms(path) - 4_500) < 500
    assert loudest(path) > 3_000


def test_the_same_line_is_rendered_once(voice, tmp_path):
    clips = ClipMaker(voice, tmp_path)
    settings = cast(somebody(), seed=7, distress=3)
    first = clips.clip(LINE, settings, lasts_ms=4_500)
    made_at = first.stat().st_mtime_ns

    again = clips.clip(LINE, settings, lasts_ms=4_500)

    assert (again, again.stat().st_mtime_ns) == (first, made_at)


def test_no_setting_is_lost_when_threads_ask_at_once(voice, tmp_path):
    clips = ClipMaker(voice, tmp_path)
    slow = cast(somebody("male", 70), seed=1, distress=1)
    quick = cast(somebody("female", 25), seed=2, distress=5)
    wrong = []

    def ask(n: int) -> None:
        settings, lasts = (slow, 7_000) if n % 2 else (quick, 3_600)
        path = clips.clip(f"{LINE} Sudah {n} kali.", settings, lasts_ms=lasts)
        if abs(duration_ms(path) - lasts) > 0.35 * lasts:
            wrong.append((n, duration_ms(path)))

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(24)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert not wrong


def test_without_an_engine_the_words_go_on(tmp_path):
    clips = ClipMaker(None, tmp_path)

    with pytest.raises(VoiceUnavailable, match="mesin suara"):
        clips.clip(LINE, cast(somebody(), seed=1, distress=1), lasts_ms=1_000)


def test_a_folder_that_cannot_be_written_is_said_and_leaves_nothing(voice, tmp_path):
    blocked = tmp_path / "bukan-folder"
    blocked.write_text("ini berkas")

    with pytest.raises(VoiceUnavailable, match="ruang cakram"):
        ClipMaker(voice, blocked).clip(
            LINE, cast(somebody(), seed=1, distress=1), lasts_ms=1_000
        )


def test_missing_engine_data_is_refused_before_it_can_end_the_process(
    monkeypatch, tmp_path
):
    monkeypatch.setenv("ESPEAK_DATA_PATH", str(tmp_path))

    with pytest.raises(VoiceUnavailable, match="tidak lengkap"):
        EspeakVoice()
