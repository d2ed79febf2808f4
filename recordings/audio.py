"""Clips of sound, kept as WAV files under the hash of their content.

A clip is there whole or not at all: it is written beside its place, brought to the
disk and then put in place in one step. The same sound is kept once.
"""

import io
import os
import re
import struct
import tempfile
import wave
from hashlib import sha256
from pathlib import Path

MAX_CLIP_BYTES = 20_000_000
"""Some ten minutes of speech at 16 kHz."""
SAMPLE_BYTES = 2
_NOT_WAV = (wave.Error, EOFError, RuntimeError, struct.error, ArithmeticError)
"""What the wave module raises on broken files (tried on 200,000)."""
_HASH = re.compile(r"[0-9a-f]{64}")


class AudioFault(Exception):
    """A clip cannot be kept or given; the Indonesian message says why."""


class AudioRefused(AudioFault):
    """What was handed in is not a whole WAV recording of speech."""


class ClipMissing(AudioFault):
    """There is no such clip; it may have been erased."""


class ClipDamaged(AudioFault):
    """The file is no longer what was written."""


class AudioStore:
    """Clips in a directory."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, wav: bytes) -> str:
        """Keep a clip.

        Returns:
            Its hash, by which it is found again.

        Raises:
            AudioRefused: Not WAV with 16-bit samples, empty, cut off or too long.
        """
        wav_duration_ms(wav)
        clip_hash = sha256(wav).hexdigest()
        place = self._place(clip_hash)
        if not self._is_whole(place, clip_hash):
            place.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(place, wav)
        return clip_hash

    def path(self, clip_hash: str) -> Path:
        """Find the file of a clip.

        Raises:
            ClipMissing: It was never kept, or was erased.
        """
        place = self._place(clip_hash)
        if not place.is_file():
            raise ClipMissing(
                f"Rekaman suara {clip_hash[:12]} tidak ada; mungkin masa simpannya "
                "sudah lewat."
            )
        return place

    def read(self, clip_hash: str) -> bytes:
        """Read a clip and make sure that it is what was written.

        Raises:
            ClipMissing, ClipDamaged: With what to do about it.
        """
        wav = self.path(clip_hash).read_bytes()
        if sha256(wav).hexdigest() != clip_hash:
            raise ClipDamaged(
                f"Rekaman suara {clip_hash[:12]} rusak. Pulihkan berkasnya dari "
                "cadangan."
            )
        return wav

    def duration_ms(self, clip_hash: str) -> int:
        """How long a clip plays.

        Raises:
            ClipMissing, ClipDamaged: As `read`.
        """
        return wav_duration_ms(self.read(clip_hash))

    def erase(self, clip_hash: str) -> bool:
        """Remove a clip; False when there was none."""
        try:
            self._place(clip_hash).unlink()
        except FileNotFoundError:
            return False
        return True

    def _place(self, clip_hash: str) -> Path:
        if not _HASH.fullmatch(clip_hash):
            raise ClipMissing(f"«{clip_hash[:80]}» bukan tanda rekaman suara.")
        return self._root / clip_hash[:2] / f"{clip_hash}.wav"

    def _is_whole(self, place: Path, clip_hash: str) -> bool:
        return place.is_file() and sha256(place.read_bytes()).hexdigest() == clip_hash


def wav_duration_ms(wav: bytes) -> int:
    """How long a WAV recording plays, in whole milliseconds.

    Raises:
        AudioRefused: Not WAV with 16-bit samples, empty, cut off or too long.
    """
    if len(wav) > MAX_CLIP_BYTES:
        raise AudioRefused("Rekaman suara terlalu panjang; paling lama sepuluh menit.")
    try:
        with wave.open(io.BytesIO(wav), "rb") as sound:
            frames, rate = sound.getnframes(), sound.getframerate()
            wide = sound.getsampwidth(), sound.getnchannels()
            heard = len(sound.readframes(frames))
    except _NOT_WAV as wrong:
        raise AudioRefused(
            "Rekaman suara bukan berkas WAV yang utuh. Rekam sekali lagi."
        ) from wrong
    if wide[0] != SAMPLE_BYTES or rate <= 0:
        raise AudioRefused("Rekaman suara harus WAV 16 bit. Periksa setelan mikrofon.")
    if heard != frames * wide[0] * wide[1] or not frames:
        raise AudioRefused("Rekaman suara kosong atau terpotong. Rekam sekali lagi.")
    return max(1, round(frames * 1000 / rate))


def _write_whole(place: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_directory(place.parent)


def _sync_directory(directory: Path) -> None:
    """Bring the directory's entry to the disk; the name is lost without it."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
