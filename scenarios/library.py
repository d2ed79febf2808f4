"""The scenario library: files in a folder, found by id."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from scenarios.problems import ScenarioInvalid, unknown_word
from scenarios.region import Region
from scenarios.scenario import Scenario, load_scenario

PACKAGED = Path(__file__).parent / "library"


class LibraryMissing(Exception):
    """There is no such folder, scenario or version; the message says what there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioSummary:
    """One line of the library."""

    id: str
    version: int
    title: str
    incident_type: str
    difficulty: int
    status: str
    digest: str
    path: Path

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "path": str(self.path)}


class Library:
    """The scenarios of a folder, read when they are asked for.

    Args:
        region: What the scenarios are checked against.
        root: The folder; None for the scenarios that come with the product.

    Raises:
        LibraryMissing: The folder is not there.
    """

    def __init__(self, region: Region, root: Path | None = None) -> None:
        self.region = region
        self.root = root or PACKAGED
        if not self.root.is_dir():
            raise LibraryMissing(f"folder pustaka {self.root} tidak ada")

    @property
    def paths(self) -> dict[str, Path]:
        """Files by scenario id, in the order of ids."""
        return {path.stem: path for path in sorted(self.root.glob("*.yaml"))}

    def ids(self) -> tuple[str, ...]:
        """Ids of all files, also of those that cannot be used."""
        return tuple(self.paths)

    def get(self, ref: str) -> Scenario:
        """Read a scenario by id, or by id@version.

        Raises:
            LibraryMissing: The folder has no such scenario, or another version of it.
            ScenarioInvalid: The file cannot be used.
        """
        scenario_id, _, version = ref.partition("@")
        scenario = load_scenario(self._path(scenario_id), self.region)
        if version and version != str(scenario.version):
            raise LibraryMissing(f"«{ref}» tidak ada; yang ada «{scenario.ref}»")
        return scenario

    def text(self, scenario_id: str) -> str:
        """The file as its author wrote it.

        Raises:
            LibraryMissing: The folder has no such scenario.
        """
        return self._path(scenario_id).read_text(encoding="utf-8-sig")

    def list(
        self,
        *,
        incident_type: str | None = None,
        difficulty: int | None = None,
        status: str | None = None,
    ) -> list[ScenarioSummary]:
        """The scenarios that fit, by id; None lets any through.

        Raises:
            ScenarioInvalid: One of the files cannot be used.
        """
        summaries, invalid = self.read()
        if invalid:
            raise invalid[0]
        return [
            one
            for one in summaries
            if incident_type in {None, one.incident_type}
            and difficulty in {None, one.difficulty}
            and status in {None, one.status}
        ]

    def read(self) -> tuple[tuple[ScenarioSummary, ...], tuple[ScenarioInvalid, ...]]:
        """Read every file: what can be used, and what is wrong with the rest."""
        summaries, invalid = [], []
        for path in self.paths.values():
            try:
                summaries.append(summary_of(load_scenario(path, self.region), path))
            except ScenarioInvalid as error:
                invalid.append(error)
        return tuple(summaries), tuple(invalid)

    def _path(self, scenario_id: str) -> Path:
        path = self.paths.get(scenario_id)
        if path is None:
            raise LibraryMissing(f"skenario {unknown_word(scenario_id, self.paths)}")
        return path


def summary_of(scenario: Scenario, path: Path) -> ScenarioSummary:
    """What the library says of a scenario without telling its story."""
    return ScenarioSummary(
        id=scenario.id,
        version=scenario.version,
        title=scenario.title,
        incident_type=scenario.incident_type,
        difficulty=scenario.difficulty,
        status=scenario.status,
        digest=scenario.digest,
        path=path,
    )
