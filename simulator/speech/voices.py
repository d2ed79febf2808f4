"""Voices: something that turns a line into a WAV file."""

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from simulator.speech.breath import breathless
from simulator.speech.casting import VoiceSettings

_LONGEST_DATA_PATH_CHARS = 150  # espeak-ng ends the process at 160


class VoiceUnavailable(Exception):
    """There is no voice; the words go on without sound.

    Args:
        message: Indonesian: what is missing and what to do.
    """


class Voice(Protocol):
    """A speech engine. Implementations may be called from several threads."""

    name: str

    def render(self, text: str, settings: VoiceSettings, path: Path) -> None:
        """Write `text` as a mono 16-bit WAV file to `path`.

        Raises:
            VoiceUnavailable: The engine cannot speak now.
        """
        ...


class EspeakVoice:
    """espeak-ng through pyttsx3, one line at a time behind one lock."""

    name = "espeak-ng (pyttsx3)"

    def __init__(self) -> None:
        _refuse_what_would_end_the_process()
        import pyttsx3

        from simulator.speech import espeak_sync

        self._lock = espeak_sync.LOCK
        try:
            with self._lock:
                self._engine: Any = pyttsx3.init("espeak_sync")
        except (RuntimeError, OSError) as wrong:
            raise VoiceUnavailable(
                f"Mesin suara tidak dapat dimulai ({wrong}). Panggilan berjalan tanpa "
                "suara; pasang ulang dengan `make setup`."
            ) from wrong

    def render(self, text: str, settings: VoiceSettings, path: Path) -> None:
        engine = self._engine
        with self._lock:
            # The voice first: choosing one resets what was set before.
            engine.setProperty("voice", settings.variant)
            engine.setProperty("rate", settings.rate_wpm)
            engine.setProperty("pitch", settings.pitch)
            engine.setProperty("pitch_range", settings.pitch_range)
            engine.setProperty("volume", settings.volume)
            engine.save_to_file(breathless(text, settings.breath_words), str(path))
            engine.runAndWait()


def find_voice() -> Voice | None:
    """The best voice this machine has, or None when there is none."""
    try:
        return EspeakVoice()
    except VoiceUnavailable:
        return None


def _refuse_what_would_end_the_process() -> None:
    for package in ("espeakng_loader", "pyttsx3"):
        if find_spec(package) is None:
            raise VoiceUnavailable(
                f"Pustaka suara «{package}» belum terpasang. Panggilan berjalan tanpa "
                "suara; pasang dengan `make setup`."
            )
    import espeakng_loader

    data = Path(os.environ.get("ESPEAK_DATA_PATH", espeakng_loader.get_data_path()))
    library = Path(espeakng_loader.get_library_path())
    if not library.exists() or not (data / "phontab").exists():
        raise VoiceUnavailable(
            "Berkas mesin suara tidak lengkap. Panggilan berjalan tanpa suara; "
            "pasang ulang dengan `make setup`."
        )
    if len(str(data)) > _LONGEST_DATA_PATH_CHARS:
        raise VoiceUnavailable(
            "Folder tempat Latih 112 dipasang terlalu dalam bagi mesin suara. "
            "Pindahkan ke jalur yang lebih pendek."
        )
