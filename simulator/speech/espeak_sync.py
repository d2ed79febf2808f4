"""A pyttsx3 driver that renders on the caller's thread and never spins.

The driver that comes with pyttsx3 renders asynchronously: its first file may be
missing, settings get lost while it cancels, an unwritable path hangs, threads lock
each other out. This one asks espeak-ng for synchronous retrieval and does the whole
job inside `save_to_file`. espeak-ng keeps global state, so `LOCK` must be held from
the first setProperty to runAndWait (`voices.EspeakVoice` does).

The engine comes with the Python package espeakng-loader; nothing of the system is
needed. Import this module only through `voices`, which checks what espeak-ng itself
does not survive: with missing data, or a path of 160 characters, it ends the process.
"""

import ctypes
import os
import sys
import threading
import wave
from typing import Any

import espeakng_loader

os.environ.setdefault("ESPEAK_DATA_PATH", espeakng_loader.get_data_path())
# Before pyttsx3 looks for it: the name inside the library satisfies its own search.
ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)

from pyttsx3.drivers import _espeak, espeak  # noqa: E402

LOCK = threading.RLock()
SAMPLE_RATE_HZ = 22_050
_SAMPLE_BYTES = 2

_espeak.AUDIO_OUTPUT_RETRIEVAL = _espeak.AUDIO_OUTPUT_SYNCHRONOUS


class SyncDriver(espeak.EspeakDriver):  # type: ignore[misc]
    """espeak-ng behind pyttsx3's interface, one utterance at a time."""

    # ENDPAUSE closes sentences naturally; PHONEMES allows [[...]] from the lexicon.
    flags = _espeak.CHARS_UTF8 | _espeak.ENDPAUSE | _espeak.PHONEMES

    def __init__(self, proxy: Any) -> None:
        self._chunks: list[bytes] = []
        super().__init__(proxy)

    def _onSynth(self, wav: Any, numsamples: int, events: Any) -> int:
        if wav and numsamples > 0:
            self._chunks.append(ctypes.string_at(wav, _SAMPLE_BYTES * numsamples))
        return 0

    def setProperty(self, name: str, value: Any) -> None:
        if name == "pitch_range":
            _espeak.SetParameter(_espeak.RANGE, int(value), 0)
        else:
            super().setProperty(name, value)

    def save_to_file(self, text: str, filename: str) -> None:
        self._chunks = []
        _espeak.Synth(text.encode(), flags=self.flags)
        with wave.open(filename, "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(_SAMPLE_BYTES)
            out.setframerate(SAMPLE_RATE_HZ)
            out.writeframes(b"".join(self._chunks))
        self._proxy.notify("finished-utterance", completed=True)

    def startLoop(self) -> None:
        # Hands the queue on; everything is done when the last command returns.
        self._proxy.setBusy(False)


def buildDriver(proxy: Any) -> SyncDriver:
    """Make the driver; the name is pyttsx3's."""
    return SyncDriver(proxy)


# pyttsx3 loads drivers by name from its own package.
sys.modules["pyttsx3.drivers.espeak_sync"] = sys.modules[__name__]
