"""What can be measured of a clip with numpy: pitch, pace, spectrum, a picture."""

import struct
import wave
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float64]
"""Mono, shape (n,), in units of 16-bit steps."""

_LOWEST_HZ, _HIGHEST_HZ = 55, 500
_FRAME_S, _HOP_S = 0.04, 0.01
_SILENT = 0.05
"""Frames under this share of the peak are silence."""
_VOICED = 0.45
_FIRST_PEAK = 0.9
_FLOOR_DB = 65.0
_SPECTRUM_SAMPLES, _SPECTRUM_HOP = 1024, 128


def read_wav(path: Path) -> tuple[Samples, int]:
    """Samples and rate in Hz of a mono 16-bit file."""
    with wave.open(str(path), "rb") as sound:
        frames = sound.readframes(sound.getnframes())
        rate_hz = sound.getframerate()
    return np.frombuffer(frames, dtype="<i2").astype(np.float64), rate_hz


def pitch_hz(samples: Samples, rate_hz: int) -> float:
    """Median F0 over voiced frames by autocorrelation; 0.0 when nothing is voiced.

    The autocorrelation is divided by that of the window; of the peaks nearly as high
    as the highest, the one with the shortest lag counts, so that no octave is lost.
    """
    found = [hz for hz in _pitches_hz(samples, rate_hz) if hz]
    return float(np.median(found)) if found else 0.0


def voiced_share(samples: Samples, rate_hz: int) -> float:
    """Share of the frames with sound that have a pitch, 0 to 1."""
    pitches = _pitches_hz(samples, rate_hz)
    return sum(hz > 0 for hz in pitches) / max(1, len(pitches))


def spoken_s(samples: Samples, rate_hz: int) -> float:
    """Seconds from the first to the last sound, pauses within counted."""
    loud = np.flatnonzero(np.abs(samples) > _SILENT * np.abs(samples).max())
    return float(loud[-1] - loud[0]) / rate_hz if loud.size else 0.0


def spectrum_db(samples: Samples, rate_hz: int, *, bands: int = 26) -> Samples:
    """Mean spectrum of what is no silence, level removed, shape (bands,).

    The bands are equal in mel from 100 Hz to 7 kHz.
    """
    frames = _stack(samples, 512)
    rms = np.sqrt((frames**2).mean(axis=1))
    power = np.abs(np.fft.rfft(frames[rms > _SILENT * np.abs(samples).max()])) ** 2
    hz = np.fft.rfftfreq(_SPECTRUM_SAMPLES, 1 / rate_hz)
    edges, mel = np.linspace(_mel(100.0), _mel(7_000.0), bands + 2), _mel(hz)
    up = (mel[:, None] - edges[:-2]) / (edges[1:-1] - edges[:-2])
    down = (edges[2:] - mel[:, None]) / (edges[2:] - edges[1:-1])
    level = 10 * np.log10(power @ np.clip(np.minimum(up, down), 0, None) + 1e-9)
    return (level - level.mean(axis=1, keepdims=True)).mean(axis=0)


def spectrogram(samples: Samples, rate_hz: int, *, up_to_hz: int = 5_000) -> Samples:
    """Shape (frequencies, times), 0 silence to 1 loudest, low frequencies last."""
    level = 20 * np.log10(np.abs(np.fft.rfft(_stack(samples, _SPECTRUM_HOP))) + 1e-9)
    keep = int(up_to_hz * _SPECTRUM_SAMPLES / rate_hz)
    shown = level.T[keep::-1]
    return np.clip((shown - shown.max() + _FLOOR_DB) / _FLOOR_DB, 0, 1)


def write_png(path: Path, shades: Samples) -> None:
    """A grey picture of values from 0 (white) to 1 (black), shape (height, width)."""
    grey = (255 - 255 * shades).astype(np.uint8)
    rows = b"".join(b"\0" + row.tobytes() for row in grey)
    height, width = grey.shape
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts))


def _pitches_hz(samples: Samples, rate_hz: int) -> list[float]:
    """F0 of every frame with sound; 0.0 where there is none."""
    size = int(_FRAME_S * rate_hz)
    window = np.hanning(size)
    lags = slice(rate_hz // _HIGHEST_HZ, rate_hz // _LOWEST_HZ)
    of_window = _autocorrelation(window)[lags]
    found = []
    for frame in _frames(samples, rate_hz, size):
        around = (frame - frame.mean()) * window
        likeness = _autocorrelation(around)[lags] / of_window
        lag = _first_high_peak(likeness)
        at = lags.start + _between_lags(likeness, lag)
        found.append(rate_hz / at if likeness[lag] > _VOICED else 0.0)
    return found


def _chunk(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)


def _frames(samples: Samples, rate_hz: int, size: int) -> list[Samples]:
    least = _SILENT * np.abs(samples).max(initial=0.0)
    starts = range(0, len(samples) - size, int(_HOP_S * rate_hz))
    frames = (samples[at : at + size] for at in starts)
    return [frame for frame in frames if np.sqrt((frame**2).mean()) > least]


def _autocorrelation(frame: Samples) -> Samples:
    spectrum = np.abs(np.fft.rfft(frame, 2 * len(frame))) ** 2
    likeness = np.fft.irfft(spectrum)[: len(frame)]
    return likeness / likeness[0]


def _first_high_peak(likeness: Samples) -> int:
    high = likeness > _FIRST_PEAK * likeness.max()
    peak = np.r_[False, (np.diff(likeness)[:-1] > 0) & (np.diff(likeness)[1:] <= 0)]
    both = np.flatnonzero(high[: len(peak)] & peak)
    return int(both[0]) if both.size else int(likeness.argmax())


def _between_lags(likeness: Samples, lag: int) -> float:
    """Where the parabola through a peak and its neighbours has its top."""
    if not 0 < lag < len(likeness) - 1:
        return float(lag)
    before, at, after = likeness[lag - 1 : lag + 2]
    bend = before - 2 * at + after
    return lag + (0.5 * (before - after) / bend if bend else 0.0)


def _stack(samples: Samples, hop: int) -> Samples:
    starts = range(0, len(samples) - _SPECTRUM_SAMPLES, hop)
    window = np.hanning(_SPECTRUM_SAMPLES)
    frames = [samples[at : at + _SPECTRUM_SAMPLES] * window for at in starts]
    return np.array(frames)


def _mel(hz: Samples | float) -> Samples:
    return np.asarray(2595 * np.log10(1 + np.asarray(hz) / 700))
