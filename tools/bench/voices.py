"""How every voice of the cast sounds, calm to panic: pitch, pace, likeness, picture.

One fixed sentence is rendered with every voice of every group at its lowest, middle
and highest pitch, and with the middle one at distress 1 to 5. Median F0 is taken by
autocorrelation, pace from letters and spoken time. A bar is missed when F0 or pace
do not rise with distress, or two voices of a group have nearly the same spectrum.
"""

import argparse
import contextlib
import io
import itertools
import tempfile
from pathlib import Path

import numpy as np

from scenarios.case import CallerProfile
from simulator.speech.casting import ROUND, VoiceSettings, cast
from simulator.speech.reading_aloud import aloud
from simulator.speech.voices import EspeakVoice
from tools.bench import sound
from tools.bench.somebody import somebody

SENTENCE = "Tolong e! Tabakar di Mardika, di blakang ruko-ruko tu, capat jua!"
LEAST_APART_DB = 3.5
GROUPS = {
    "adult_female": ("female", 34),
    "adult_male": ("male", 34),
    "teen_female": ("female", 15),
    "teen_male": ("male", 15),
    "elderly_female": ("female", 70),
    "elderly_male": ("male", 70),
    "child": ("female", 9),
}
PICTURED = (
    ("adult_female", 9, 1),
    ("adult_female", 9, 5),
    ("adult_male", 9, 1),
    ("child", 9, 1),
)
_FROM_CALM_TO_PANIC = range(1, 6)
_GAP = 6


class Studio:
    """Renders the sentence and measures it; one engine, one temporary folder."""

    def __init__(self, folder: Path) -> None:
        self._voice, self._clip = EspeakVoice(), folder / "clip.wav"

    def samples(self, settings: VoiceSettings) -> tuple[sound.Samples, int]:
        with contextlib.redirect_stdout(io.StringIO()):
            self._voice.render(aloud(SENTENCE), settings, self._clip)
        return sound.read_wav(self._clip)

    def pitch_and_pace(self, settings: VoiceSettings) -> tuple[float, float]:
        """Median F0 in Hz and letters a second."""
        samples, rate_hz = self.samples(settings)
        letters = sum(char.isalpha() for char in SENTENCE)
        return (
            sound.pitch_hz(samples, rate_hz),
            letters / sound.spoken_s(samples, rate_hz),
        )


def caller_of(group: str) -> CallerProfile:
    """Somebody of that sex and age."""
    return somebody(*GROUPS[group])


def seeds_by_variant(group: str) -> dict[str, list[int]]:
    """Seeds that cast each variant, from its lowest pitch to its highest."""
    person = caller_of(group)
    found: dict[str, dict[int, int]] = {}
    for seed in range(ROUND):
        spoken = cast(person, seed=seed, distress=1)
        found.setdefault(spoken.variant, {}).setdefault(spoken.pitch, seed)
    return {
        name: [seed for _, seed in sorted(at.items())] for name, at in found.items()
    }


def _table(studio: Studio) -> tuple[list[str], list[str]]:
    lines = [
        "| group | voice | F0 lowest to highest, Hz | F0 at distress 1 2 3 4 5, Hz "
        "| letters a second at distress 1 2 3 4 5 |",
        "|---|---|---|---|---|",
    ]
    wrong = []
    for group in GROUPS:
        person = caller_of(group)
        for variant, seeds in seeds_by_variant(group).items():
            ends = [
                studio.pitch_and_pace(cast(person, seed=seed, distress=1))[0]
                for seed in (seeds[0], seeds[-1])
            ]
            middle = seeds[len(seeds) // 2]
            moods = [
                studio.pitch_and_pace(cast(person, seed=middle, distress=level))
                for level in _FROM_CALM_TO_PANIC
            ]
            pitches, paces = zip(*moods, strict=True)
            if not (_rises(pitches) and _rises(paces)):
                wrong.append(f"{group} {variant}: does not rise with distress")
            lines.append(
                f"| {group} | {variant} | {ends[0]:.0f} to {ends[1]:.0f} "
                f"| {' '.join(f'{hz:.0f}' for hz in pitches)} "
                f"| {' '.join(f'{pace:.1f}' for pace in paces)} |"
            )
    return lines, wrong


def _likeness(studio: Studio) -> tuple[list[str], list[str]]:
    lines = ["| group | most alike | mean spectra apart, dB |", "|---|---|---|"]
    wrong = []
    for group in GROUPS:
        spectra = {
            variant: sound.spectrum_db(
                *studio.samples(
                    VoiceSettings(
                        variant=variant,
                        rate_wpm=165,
                        pitch=50,
                        pitch_range=50,
                        volume=0.8,
                    )
                )
            )
            for variant in seeds_by_variant(group)
        }
        apart, pair = min(
            (float(np.sqrt(((spectra[a] - spectra[b]) ** 2).mean())), (a, b))
            for a, b in itertools.combinations(spectra, 2)
        )
        lines.append(f"| {group} | {pair[0]}, {pair[1]} | {apart:.1f} |")
        if apart < LEAST_APART_DB:
            wrong.append(f"{group}: {pair[0]} and {pair[1]} are {apart:.1f} dB apart")
    return lines, wrong


def _picture(studio: Studio, path: Path) -> None:
    shown = []
    for group, seed, distress in PICTURED:
        settings = cast(caller_of(group), seed=seed, distress=distress)
        samples, rate_hz = studio.samples(settings)
        shown.append(sound.spectrogram(samples, rate_hz)[:, ::2])
    width = max(part.shape[1] for part in shown)
    framed = [np.pad(part, ((0, _GAP), (0, width - part.shape[1]))) for part in shown]
    path.parent.mkdir(parents=True, exist_ok=True)
    sound.write_png(path, np.vstack(framed))


def _rises(values: tuple[float, ...]) -> bool:
    return all(low < high for low, high in itertools.pairwise(values))


def main() -> int:
    """Print the tables and draw the picture; 1 when a bar is missed."""
    read = argparse.ArgumentParser(description=__doc__)
    read.add_argument("--picture", type=Path, help="PNG with four spectrograms")
    asked, _ = read.parse_known_args()
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(Path(folder))
        voices, flat = _table(studio)
        likeness, alike = _likeness(studio)
        if asked.picture:
            _picture(studio, asked.picture)
    print("\n".join([*voices, "", *likeness]))
    for trouble in [*flat, *alike]:
        print(f"missed: {trouble}")
    return 1 if flat or alike else 0


if __name__ == "__main__":
    raise SystemExit(main())
