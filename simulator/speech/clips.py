"""Clips of caller lines, kept by what decides how they sound.

espeak-ng's bytes differ a little from run to run, so a clip is found by the hash of
text and settings, never by that of its samples. A clip is written whole or not at all.
"""

import hashlib
import os
import threading
import wave
from dataclasses import replace
from pathlib import Path

from simulator.speech.casting import VoiceSettings
from simulator.speech.reading_aloud import aloud
from simulator.speech.voices import Voice, VoiceUnavailable

_MADE_BY = "clips-2"
_CLOSE_ENOUGH = 0.06
_FASTEST_WPM = 330
_SLOWEST_WPM = 110


class ClipMaker:
    """Makes clips and remembers them in a folder.

    Args:
        voice: None when this machine has none; every clip is then unavailable.
        folder: Where clips are kept; made when needed.
    """

    def __init__(self, voice: Voice | None, folder: Path) -> None:
        self.voice = voice
        self._folder = folder

    def clip(self, text: str, settings: VoiceSettings, *, lasts_ms: int) -> Path:
        """The sound of a line, rendered now or before.

        Args:
            text: As written in the call; stage directions are not spoken.
            settings: From `cast`.
            lasts_ms: How long the line takes in the call; the pace is fitted to it
                within what the voice can do, and silence fills the rest.

        Raises:
            VoiceUnavailable: No voice, or the folder cannot be written.
        """
        path = self.path(text, settings, lasts_ms=lasts_ms)
        if path.exists():
            return path
        if self.voice is None:
            raise VoiceUnavailable("Tidak ada mesin suara; bacalah kata-katanya.")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _render(self.voice, aloud(text), settings, path, lasts_ms=lasts_ms)
        except OSError as wrong:
            raise VoiceUnavailable(
                f"Suara tidak dapat disimpan ({wrong.strerror}). Periksa ruang cakram; "
                "panggilan berjalan tanpa suara."
            ) from wrong
        return path

    def path(self, text: str, settings: VoiceSettings, *, lasts_ms: int) -> Path:
        """Where the clip is, or would be."""
        parts = (_MADE_BY, text, settings.fingerprint(), lasts_ms)
        key = hashlib.sha256(repr(parts).encode()).hexdigest()
        return self._folder / key[:2] / f"{key}.wav"


def duration_ms(path: Path) -> int:
    """Length of a WAV file in milliseconds."""
    with wave.open(str(path), "rb") as sound:
        return round(1000 * sound.getnframes() / sound.getframerate())


def _fill_with_silence(path: Path, lasts_ms: int) -> None:
    with wave.open(str(path), "rb") as sound:
        params, frames = sound.getparams(), sound.readframes(sound.getnframes())
    wanted = params.framerate * lasts_ms // 1000 * params.sampwidth
    if len(frames) >= wanted:
        return
    with wave.open(str(path), "wb") as out:
        out.setparams(params)
        out.writeframes(frames + bytes(wanted - len(frames)))


def _render(
    voice: Voice, words: str, settings: VoiceSettings, path: Path, *, lasts_ms: int
) -> None:
    draft = path.with_suffix(f".{os.getpid()}.{threading.get_ident()}.part")
    try:
        voice.render(words, settings, draft)
        took_ms = duration_ms(draft)
        if took_ms and abs(took_ms - lasts_ms) > _CLOSE_ENOUGH * lasts_ms:
            pace = round(settings.rate_wpm * took_ms / lasts_ms)
            pace = max(_SLOWEST_WPM, min(_FASTEST_WPM, pace))
            voice.render(words, replace(settings, rate_wpm=pace), draft)
        _fill_with_silence(draft, lasts_ms)
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
