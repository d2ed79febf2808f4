"""A scenario: the written template of an emergency, in one or several variants."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scenarios.kinds import TEXT, one_of, whole
from scenarios.problems import Gathering, Problem, ScenarioInvalid
from scenarios.reader import Fields, fields_of
from scenarios.region import Region
from scenarios.story import Story
from scenarios.story_checks import check_story
from scenarios.story_reading import STORY_FIELDS, read_story
from scenarios.variants import made_whole
from scenarios.yaml_text import text_of

STATUSES = ("draft", "stable")
APPROVAL_STATUSES = ("draft", "approved")
ONLY_VARIANT = "utama"
"""Name of the one variant of a scenario that is written without any."""
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_ID_CHARS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One story of a scenario and how often it is drawn."""

    name: str
    weight: int
    story: Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One version of one scenario file; never changed, only followed by the next."""

    id: str
    version: int
    digest: str
    """sha256 of the file's text."""
    title: str
    status: str
    """draft or stable."""
    region: str
    incident_type: str
    difficulty: int
    """1 to 5, set by the author."""
    minutes: int
    about: str
    """For instructors: what happens, and what the trap is."""
    learning: tuple[str, ...]
    approval: Mapping[str, str | None]
    """status, source and approver of clinical and legal wording."""
    variants: tuple[Variant, ...]

    @property
    def ref(self) -> str:
        """Id and version, as calls name it: «kebakaran-pasar@3»."""
        return f"{self.id}@{self.version}"

    def variant(self, name: str) -> Variant:
        """The variant of this name.

        Raises:
            KeyError: There is none.
        """
        for variant in self.variants:
            if variant.name == name:
                return variant
        raise KeyError(name)


def load_scenario(path: Path, region: Region) -> Scenario:
    """Read and check one scenario file; its name without suffix is its id.

    Raises:
        ScenarioInvalid: With every problem found, not only the first.
        OSError: The file cannot be opened.
    """
    found = Gathering()
    text = text_of(path.read_bytes(), found)
    return _read(text, path, region, found)


def parse_scenario(
    text: str, scenario_id: str, region: Region, *, name: str | None = None
) -> Scenario:
    """Read and check the text of a scenario.

    Args:
        text: As the author wrote it.
        scenario_id: Lower-case words joined by «-».
        region: Whose places, agencies and incident types it may name.
        name: What problems call the file; the id with «.yaml» unless given.

    Raises:
        ScenarioInvalid: With every problem found, not only the first.
    """
    path = Path(name or f"{scenario_id}.yaml").with_stem(scenario_id)
    return _read(text, path, region, Gathering())


def digest_of(text: str) -> str:
    """What tells two texts apart."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _read(text: str | None, path: Path, region: Region, found: Gathering) -> Scenario:
    if not ID.fullmatch(path.stem) or len(path.stem) > LONGEST_ID_CHARS:
        wanted = "nama berkas harus kata huruf kecil yang disambung «-»"
        found.add(Problem(1, 1, "", f"{wanted}, paling panjang {LONGEST_ID_CHARS}"))
    fields = fields_of(text, found)
    scenario = _scenario(fields, path.stem, text or "", region)
    if found.problems:
        raise ScenarioInvalid(path, found.problems)
    return scenario


def _scenario(fields: Fields, id_: str, text: str, region: Region) -> Scenario:
    approval = _approval(fields.section("approval"))
    scenario = Scenario(
        id=id_,
        version=fields.whole_number("version", 1, 999),
        digest=digest_of(text),
        title=fields.text("title"),
        status=fields.one("status", one_of(STATUSES)),
        region=fields.one("region", one_of([region.id])),
        incident_type=fields.one("incident_type", one_of(region.incidents)),
        difficulty=fields.whole_number("difficulty", 1, 5),
        minutes=fields.whole_number("minutes", 1, 60),
        about=fields.text("about"),
        learning=fields.many("learning", TEXT),
        approval=approval,
        variants=tuple(_variants(fields, region, approval)),
    )
    fields.finish()
    return scenario


def _approval(fields: Fields) -> Mapping[str, str | None]:
    approval = {
        "status": fields.one("status", one_of(APPROVAL_STATUSES)),
        "source": fields.text("source"),
        "approver": fields.nullable("approver", TEXT),
    }
    if approval["status"] == "approved" and not approval["approver"]:
        fields.report("approver", "tulis siapa yang mengesahkan")
    fields.finish()
    return approval


def _variants(
    fields: Fields, region: Region, approval: Mapping[str, str | None]
) -> Iterator[Variant]:
    if "variants" not in fields:
        fields.value_node("variants")
        story = _story(fields, region, approval)
        yield Variant(name=ONLY_VARIANT, weight=1, story=story)
        return
    for name in STORY_FIELDS:
        fields.value_node(name)
    variants = fields.sections("variants")
    if not variants:
        fields.report("variants", "belum ada varian; isi atau hapus")
    for name, below in variants.items():
        weight = below.one("weight", whole(1, 1000))
        for known in STORY_FIELDS:
            below.value_node(known)
        below.finish()
        whole_story = Fields(made_whole(fields.node, below.node), fields.found)
        story = _story(whole_story, region, approval)
        yield Variant(name=name, weight=weight, story=story)


def _story(fields: Fields, region: Region, approval: Mapping[str, str | None]) -> Story:
    story = read_story(fields, region)
    check_story(story, fields, region)
    for must_tell in story.must_tell:
        if must_tell.approved and not approval["approver"]:
            path = ("must_tell", must_tell.id, "approved")
            fields.report_at(path, "belum ada approval.approver yang mengesahkan")
    return story
