"""Speech out: the caller's lines as sound.

Sound follows text. A slow or absent voice never holds a call up: whoever asks for a
clip may get `VoiceUnavailable` and goes on with the words.
"""

from simulator.speech.casting import VoiceSettings, cast, seed_in_turn
from simulator.speech.clips import ClipMaker
from simulator.speech.voices import EspeakVoice, Voice, VoiceUnavailable, find_voice

__all__ = [
    "ClipMaker",
    "EspeakVoice",
    "Voice",
    "VoiceSettings",
    "VoiceUnavailable",
    "cast",
    "find_voice",
    "seed_in_turn",
]
