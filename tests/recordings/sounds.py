"""WAV recordings of nothing in particular."""

import io
import wave


def a_wav(frames=1_600, *, rate=16_000, width=2, channels=1, loud=1):
    written = io.BytesIO()
    with wave.open(written, "wb") as sound:
        sound.setnchannels(channels)
        sound.setsampwidth(width)
        sound.setframerate(rate)
        sound.writeframes(bytes([loud]) * frames * width * channels)
    return written.getvalue()
