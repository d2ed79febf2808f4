"""A scenario or a case on paper, for an author or instructor to read."""

from collections.abc import Iterable, Iterator, Sequence

from scenarios.case import MOODS, Case, Change, Fact, Instruction, MustTell, Say, Truth
from scenarios.language.names import name_of
from scenarios.region import Region
from scenarios.scenario import Scenario, Variant

NOT_KNOWN = "tidak tahu"
NONE = "tidak ada"


def scenario_sheet(scenario: Scenario, region: Region) -> str:
    """What a scenario is about and what its caller may know; names stay in braces."""
    head = [
        f"{scenario.ref}  {scenario.title}",
        f"jenis {region.incidents[scenario.incident_type].name}, tingkat kesulitan"
        f" {scenario.difficulty}, {scenario.minutes} menit, {scenario.status}",
        "",
        scenario.about,
        "",
        *_titled("Yang dipelajari", scenario.learning),
    ]
    variants = (line for one in scenario.variants for line in _variant(one, scenario))
    return "\n".join([*head, *variants])


def case_sheet(case: Case, region: Region) -> str:
    """All of a case: the caller, the words and the truth."""
    caller = case.caller
    head = [
        f"{case.scenario}  {case.title}",
        f"benih {case.seed}, varian {case.variant}, jam {case.local_time}"
        f" {region.timezone_label}, nomor pemanggil {case.ani or 'tidak tampil'}",
        f"{caller.honorific} {caller.name}, {caller.age} tahun, {caller.relation};"
        f" {name_of('register', caller.register)}, {name_of('speaks', caller.speaks)},"
        f" kepanikan {caller.distress}",
        "",
    ]
    return "\n".join(
        [
            *head,
            *_titled("Pembuka", _said(case.opening.say)),
            *_knowledge(case.facts, case.instructions, case.changes, case.must_ask),
            *_must_tell(case.must_tell),
            *_titled("Kebenaran", _truth(case.truth, region)),
        ]
    )


def _variant(variant: Variant, scenario: Scenario) -> Iterator[str]:
    story = variant.story
    total = sum(one.weight for one in scenario.variants)
    yield f"== Varian {variant.name} ({variant.weight} dari {total})"
    yield ""
    yield from _titled("Pembuka", _said(story.opening.say))
    yield from _knowledge(
        story.facts, story.instructions, story.changes, story.must_ask
    )
    yield from _must_tell(story.must_tell)


def _knowledge(
    facts: Sequence[Fact],
    instructions: Sequence[Instruction],
    changes: Sequence[Change],
    must_ask: Sequence[str],
) -> Iterator[str]:
    asked = (line for fact in facts for line in _fact(fact, fact.id in must_ask))
    yield from _titled("Yang diketahui penelepon (* wajib ditanyakan)", asked)
    yield from _titled("Bila disuruh", map(_instruction, instructions))
    yield from _titled("Yang berubah", map(_change, changes))


def _fact(fact: Fact, required: bool) -> Iterator[str]:
    value = NOT_KNOWN if fact.value is None else fact.value
    mark = "* " if required else ""
    yield f"{mark}{fact.label}: {value} ({name_of('told', fact.told)})"
    for line in _said(fact.say):
        yield f"  {line}"


def _said(say: Say) -> Iterator[str]:
    """The lines, with their mood where there is more than one."""
    by_mood = {mood: getattr(say, mood) for mood in MOODS if getattr(say, mood)}
    for mood, lines in by_mood.items():
        heard_in = f"[{name_of('mood', mood)}] " if len(by_mood) > 1 else ""
        yield from (f"{heard_in}{line.text}" for line in lines)


def _instruction(one: Instruction) -> str:
    about = ", ".join(name_of("concept", concept) for concept in one.about)
    told = name_of("act", one.act) + (f" ({about})" if about else "")
    return f"{told}: menolak {one.refusals} kali" if one.refusals else told


def _change(change: Change) -> str:
    conditions = [*change.when, *(f"bukan {one}" for one in change.unless)]
    depends = f" [{'; '.join(conditions)}]" if conditions else ""
    return f"detik {change.after_ms // 1000}: {change.label}{depends}"


def _must_tell(must_tell: Sequence[MustTell]) -> Iterator[str]:
    drafts = (one.label + ("" if one.approved else " (draf)") for one in must_tell)
    yield from _titled("Yang harus disampaikan", drafts)


def _truth(truth: Truth, region: Region) -> Iterator[str]:
    yield "keadaan darurat" if truth.emergency else "bukan keadaan darurat"
    if truth.place:
        spot = f"{truth.spot_name}, " if truth.spot_name else ""
        yield f"tempat: {spot}{truth.place_name}, {truth.kecamatan} ({truth.place})"
    for label, value in (
        ("rincian", truth.detail),
        ("nomor yang bisa dihubungi", truth.callback_number),
        ("nama penelepon", truth.caller_name),
        ("korban", truth.persons),
        ("prioritas", truth.priority),
    ):
        if value is not None:
            yield f"{label}: {value}"
    if truth.incident_type:
        yield f"jenis: {region.incidents[truth.incident_type].name}"
    yield f"wajib: {_agencies(truth.agencies_required, region)}"
    yield f"boleh: {_agencies(truth.agencies_acceptable, region)}"
    yield f"salah: {_agencies(truth.agencies_wrong, region)}"
    yield f"status akhir: {name_of('disposition', truth.disposition)}"


def _agencies(ids: Iterable[str], region: Region) -> str:
    return ", ".join(region.agencies[id_].short for id_ in ids) or NONE


def _titled(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A heading with its lines; nothing at all when there are none."""
    indented = [f"  {line}" for line in lines]
    if indented:
        yield title
        yield from indented
        yield ""
