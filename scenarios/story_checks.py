"""What must fit together in a story once every field of it is read.

Each check yields the path of the field to mend and what to do about it.
"""

from collections.abc import Iterator
from itertools import chain

from scenarios.case import Change, Fact, FactUpdate
from scenarios.drawables import PlaceDraw
from scenarios.reader import Fields
from scenarios.region import Region
from scenarios.story import Story
from scenarios.vocabulary import Disposition, Told

Breach = tuple[tuple[str, ...], str]
"""Path of the field, and the Indonesian message."""

NOT_DANGER = frozenset({Disposition.GHOST, Disposition.PRANK, Disposition.TEST})
NEVER_TOLD = "fakta «{}» tidak pernah diceritakan (told: never)"


def check_story(story: Story, fields: Fields, region: Region) -> None:
    """Note everything that does not fit together."""
    checks = (
        _facts(story),
        _never_told(story),
        _instructions(story),
        _changes(story),
        _truth(story),
        _places(story, region),
        _caller(story),
    )
    for path, message in chain.from_iterable(checks):
        fields.report_at(path, message)


def _facts(story: Story) -> Iterator[Breach]:
    otherwise = _told_unasked(story)
    for fact in story.facts:
        if fact.told == Told.NEVER:
            continue
        if wanting := _cannot_tell(fact, story.caller.speaks):
            yield ("facts", fact.id, wanting[0]), wanting[1]
        if fact.answers or fact.id in otherwise or fact.told == Told.VOLUNTEERED:
            continue
        yield (
            ("facts", fact.id, "answers"),
            "tidak ada pertanyaan yang memunculkannya; isi, misalnya [ask_hazard/gas]",
        )


def _told_unasked(story: Story) -> set[str]:
    """Facts that come out by themselves or by doing something."""
    told = set(story.opening.facts)
    told.update(*(change.disclosed for change in story.changes))
    told.update(*(one.facts for one in story.instructions))
    return told


def _cannot_tell(fact: Fact | FactUpdate, speaks: str) -> tuple[str, str] | None:
    """The field that is wanting, and why, when this caller cannot tell the fact."""
    if speaks == "nothing":
        return "told", "penelepon ini tidak bersuara; tulis told: never"
    if speaks == "tones" and fact.yes is None:
        return (
            "yes",
            "penelepon ini hanya memberi nada; tulis yes: true atau yes: false",
        )
    if speaks == "words" and not fact.say.at(3):
        return "say", "belum ada kalimat untuk fakta yang diceritakan"
    return None


def _never_told(story: Story) -> Iterator[Breach]:
    never = {fact.id for fact in story.facts if fact.told == Told.NEVER}
    silent = {fact.id for fact in story.facts if not fact.answers} - never
    for fact in story.must_ask:
        if fact in never:
            yield ("must_ask",), NEVER_TOLD.format(fact)
        if fact in silent:
            yield ("must_ask",), f"fakta «{fact}» tidak dapat ditanyakan; isi answers"
    places = [
        (("opening", "facts"), story.opening.facts),
        *((("instructions", one.id, "facts"), one.facts) for one in story.instructions),
        *((("changes", one.id, "disclosed"), one.disclosed) for one in story.changes),
    ]
    for path, facts in places:
        for fact in facts:
            if fact in never:
                yield path, NEVER_TOLD.format(fact)


def _instructions(story: Story) -> Iterator[Breach]:
    for one in story.instructions:
        if one.refusals and one.say_refused is None and story.caller.speaks == "words":
            path = ("instructions", one.id, "say_refused")
            yield path, "penelepon menolak (refusals) tetapi kalimatnya belum ada"


def _changes(story: Story) -> Iterator[Breach]:
    told = {fact.id for fact in story.facts if fact.told != Told.NEVER}
    for change in story.changes:
        for path, message in _change(change):
            yield ("changes", change.id, *path), message
        for update in change.facts:
            wanting = _cannot_tell(update, story.caller.speaks)
            if wanting and update.fact in told:
                path = ("changes", change.id, "facts", update.fact, wanting[0])
                yield path, wanting[1]


def _change(change: Change) -> Iterator[Breach]:
    happens = (change.say, change.sound, change.distress, change.facts, change.hangs_up)
    if not any(happens):
        yield (
            (),
            "tidak melakukan apa pun; isi say, sound, distress, facts atau hangs_up",
        )
    if change.disclosed and change.say is None:
        yield ("disclosed",), "belum ada say yang mengatakannya"
    for condition in sorted(set(change.when) & set(change.unless)):
        yield ("unless",), f"«{condition}» juga ada di when; tidak akan pernah terjadi"
    if f"changed:{change.id}" in change.when:
        yield ("when",), "menunggu dirinya sendiri; tidak akan pernah terjadi"


def _truth(story: Story) -> Iterator[Breach]:
    truth = story.truth
    lists = (
        ("required", truth.agencies_required),
        ("acceptable", truth.agencies_acceptable),
        ("wrong", truth.agencies_wrong),
    )
    first: dict[str, str] = {}
    for name, agencies in lists:
        for agency in agencies:
            if first.setdefault(agency, name) != name:
                message = f"«{agency}» sudah ada di {first[agency]}; pilih salah satu"
                yield ("truth", "agencies", name), message
    if not truth.emergency:
        return
    if not truth.agencies_required:
        message = "keadaan darurat memerlukan sedikitnya satu instansi"
        yield ("truth", "agencies", "required"), message
    if truth.priority is None:
        yield ("truth", "priority"), "keadaan darurat memerlukan prioritas 1, 2 atau 3"
    if truth.disposition in NOT_DANGER:
        message = f"keadaan darurat tidak ditutup sebagai {truth.disposition}"
        yield ("truth", "disposition"), message


def _places(story: Story, region: Region) -> Iterator[Breach]:
    """Only verified places may decide a mark, and only those inside some unit."""
    draw = story.draws.get(story.truth.place or "")
    drawn = draw.places if isinstance(draw, PlaceDraw) else ()
    deciding = [
        *((("draw", story.truth.place or "", "place"), place) for place in drawn),
        *((("truth", "place_accepted"), id_) for id_ in story.truth.place_accepted),
    ]
    for path, id_ in deciding:
        place = region.places.get(id_)
        if place is None:
            continue
        if not place.verified:
            message = f"«{id_}» belum terverifikasi di places.csv; pilih tempat lain"
            yield path, f"{message} untuk kebenaran"
        if place.code is None:
            yield path, f"«{id_}» terlalu luas; pilih tempat di dalam kelurahan"


def _caller(story: Story) -> Iterator[Breach]:
    if story.caller.speaks == "words" and not story.opening.say.at(3):
        yield ("opening", "say"), "belum ada kalimat pembuka"
    if story.caller.ani_shown and not story.phones:
        yield ("caller", "ani"), "belum ada nomor; tambahkan {phone: true} di draw"
