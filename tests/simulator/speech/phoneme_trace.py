"""What espeak-ng would say, as IPA, without rendering it."""

import ctypes
from pathlib import Path

import espeakng_loader

from simulator.speech import espeak_sync
from simulator.speech.casting import VoiceSettings
from simulator.speech.voices import EspeakVoice

_UTF8 = 1
_AS_IPA = 2
# Indonesian does not tell words apart by stress, nor open e and o from closed ones.
_NOT_TOLD_APART = str.maketrans(
    {
        "ˈ": "",
        "ˌ": "",
        " ": "",
        "ɛ": "e",
        "ɔ": "o",
        "ɪ": "i",
        "ʊ": "u",
        "ɡ": "g",
        "ɹ": "r",
    }
)


class PhonemeTrace:
    """The engine's translation of text, through `espeak_TextToPhonemes`.

    Args:
        folder: Where one clip is rendered, since only that turns `[[...]]` on.
    """

    def __init__(self, folder: Path) -> None:
        plain = VoiceSettings(
            variant="id", rate_wpm=175, pitch=50, pitch_range=50, volume=1.0
        )
        EspeakVoice().render("ya", plain, folder / "ya.wav")
        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        self._translate = self._library.espeak_TextToPhonemes
        self._translate.restype = ctypes.c_char_p
        self._translate.argtypes = [
            ctypes.POINTER(ctypes.c_char_p),
            ctypes.c_int,
            ctypes.c_int,
        ]

    def ipa(self, text: str) -> str:
        """All clauses of the text, with stress marks."""
        held = ctypes.create_string_buffer(text.encode())
        rest = ctypes.c_char_p(ctypes.addressof(held))
        clauses = []
        with espeak_sync.LOCK:
            while rest.value:
                clauses.append(self._translate(ctypes.byref(rest), _UTF8, _AS_IPA))
        return " ".join(clause.decode().strip() for clause in clauses)

    def sounds(self, text: str) -> str:
        """The phonemes alone, as the checked list writes them."""
        return self.ipa(text).translate(_NOT_TOLD_APART)
