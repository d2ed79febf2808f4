"""Reading a story, section by section."""

from dataclasses import dataclass

from scenarios.case import Change, Fact, FactUpdate, Instruction, MustTell, Opening, Say
from scenarios.conditions import ANSWER, Conditions
from scenarios.draw_reading import CLOCK, DrawsRead, place_id, read_draws
from scenarios.drawables import PersonDraw, PlaceDraw, TimeDraw
from scenarios.kinds import FLAG, TEXT, Kind, Unfit, decimal, one_of, whole
from scenarios.reader import Fields, is_null
from scenarios.region import Region
from scenarios.say_reading import read_say
from scenarios.story import (
    REGISTERS,
    SENSITIVE,
    SPEAKS,
    OwnTargets,
    Story,
    WrittenCaller,
    WrittenTruth,
)
from scenarios.templates import template
from scenarios.vocabulary import (
    Background,
    Concept,
    DialogueAct,
    Disposition,
    Form,
    Sound,
    Told,
)

STORY_FIELDS = (
    *("incident_type", "sensitive", "draw", "caller", "time", "background", "opening"),
    *("facts", "instructions", "changes", "truth", "must_ask", "must_tell", "targets"),
)
LONGEST_S = 3_600
"""No call of an exercise lasts longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What the sections of one story have to know of each other."""

    region: Region
    draws: DrawsRead
    texts: Kind[str]
    fact: Kind[str]
    conditions: Kind[str]


def read_story(fields: Fields, region: Region) -> Story:
    """Read one story; `fields` are those of a scenario or a variant made whole."""
    draws = read_draws(fields, region)
    facts = _names(fields, "facts")
    conditions = Conditions(
        facts=facts,
        agencies=region.agencies,
        instructions=_names(fields, "instructions"),
        changes=_names(fields, "changes"),
    )
    around = _Around(
        region=region,
        draws=draws,
        texts=template(draws.offered, draws.broken),
        fact=one_of(facts),
        conditions=conditions.kind(),
    )
    return _story(fields, around)


def _names(fields: Fields, section: str) -> tuple[str, ...]:
    return tuple(fields.sections(section))


def _story(fields: Fields, around: _Around) -> Story:
    return Story(
        incident_type=fields.one("incident_type", one_of(around.region.incidents)),
        sensitive=fields.many("sensitive", one_of(SENSITIVE), ()),
        draws=around.draws.draws,
        caller=_caller(fields.section("caller"), around),
        time=_time(fields, around),
        background=fields.many("background", one_of(Background), ()),
        opening=_opening(fields.section("opening"), around),
        facts=tuple(_fact(*one, around) for one in fields.sections("facts").items()),
        instructions=tuple(
            _instruction(*one, around)
            for one in fields.sections("instructions").items()
        ),
        changes=tuple(
            _change(*one, around) for one in fields.sections("changes").items()
        ),
        truth=_truth(fields.section("truth"), around),
        must_ask=fields.many("must_ask", around.fact, ()),
        must_tell=tuple(
            _must_tell(*one, around) for one in fields.sections("must_tell").items()
        ),
        targets=_targets(fields),
    )


def _time(fields: Fields, around: _Around) -> str:
    text = fields.one("time", around.texts)
    drawn = {f"{{{name}}}" for name in around.draws.of(TimeDraw)}
    if text and not CLOCK.fullmatch(text) and text not in drawn:
        named = ", ".join(f"«{name}»" for name in sorted(drawn)) or "{...: {time: ...}}"
        fields.report("time", f'harus jam "HH:MM" atau undian jam: {named}')
    return text


def _caller(fields: Fields, around: _Around) -> WrittenCaller:
    shortest, longest = fields.pair("reaction_s", decimal(0, 30))
    caller = WrittenCaller(
        person=fields.one("is", one_of(around.draws.of(PersonDraw))),
        relation=fields.one("relation", around.texts),
        addresses_taker=fields.many("addresses_taker", TEXT, or_one=True),
        register=fields.one("register", one_of(REGISTERS)),
        distress=fields.many("distress", whole(1, 5), or_one=True),
        reactivity=fields.one("reactivity", decimal(0, 3), 1.0),
        patience_ms=_ms(fields.one("patience_s", decimal(1, 120))),
        reaction_ms=(_ms(shortest), _ms(longest)),
        speaks=fields.one("speaks", one_of(SPEAKS), "words"),
        ani_shown=fields.one("ani", one_of(("shown", "withheld"))) == "shown",
        gives_up_after=fields.one("gives_up_after", whole(1, 20)),
    )
    if shortest > longest:
        fields.report("reaction_s", "harus dari pendek ke panjang")
    fields.finish()
    return caller


def _opening(fields: Fields, around: _Around) -> Opening:
    say = read_say(fields, "say", around.texts, line="opening")
    facts = fields.many("facts", around.fact, ())
    fields.finish()
    return Opening(say=say or Say(), facts=facts)


def _fact(id_: str, fields: Fields, around: _Around) -> Fact:
    fact = Fact(
        id=id_,
        label=fields.one("label", around.texts),
        value=fields.nullable("value", around.texts),
        told=fields.one("told", one_of(Told)),
        answers=fields.many("answers", ANSWER, ()),
        say=read_say(fields, "say", around.texts, line=id_) or Say(),
        again=read_say(fields, "again", around.texts, line=f"{id_}.again"),
        yes=fields.one("yes", FLAG, None),
    )
    fields.finish()
    return fact


def _instruction(id_: str, fields: Fields, around: _Around) -> Instruction:
    act = fields.one("act", ANSWER)
    instruction = Instruction(
        id=id_,
        act=act.act,
        about=act.about,
        form=fields.one("form", one_of(Form), None),
        refusals=fields.one("refusals", whole(0, 9), 0),
        say_refused=read_say(
            fields, "say_refused", around.texts, line=f"{id_}.refused"
        ),
        say_done=read_say(fields, "say_done", around.texts, line=f"{id_}.done"),
        takes_ms=_ms(fields.one("takes_s", decimal(0, 600), 0.0)),
        distress=fields.one("distress", decimal(-4, 4), -0.4),
        facts=fields.many("facts", around.fact, ()),
        sound=fields.one("sound", one_of(Sound), None),
    )
    fields.finish()
    return instruction


def _change(id_: str, fields: Fields, around: _Around) -> Change:
    updates = fields.sections("facts").items()
    change = Change(
        id=id_,
        label=fields.one("label", around.texts),
        after_ms=_ms(fields.one("after_s", decimal(0, LONGEST_S))),
        when=fields.many("when", around.conditions, ()),
        unless=fields.many("unless", around.conditions, ()),
        say=read_say(fields, "say", around.texts, line=f"{id_}.comes"),
        sound=fields.one("sound", one_of(Sound), None),
        distress=fields.one("distress", decimal(-4, 4), 0.0),
        facts=tuple(_update(id_, *update, around) for update in updates),
        disclosed=fields.many("disclosed", around.fact, ()),
        hangs_up=fields.one("hangs_up", FLAG, False),
    )
    fields.finish()
    return change


def _update(change: str, fact: str, fields: Fields, around: _Around) -> FactUpdate:
    try:
        around.fact.read(fact)
    except Unfit as unfit:
        fields.report("", str(unfit))
    update = FactUpdate(
        fact=fact,
        value=fields.nullable("value", around.texts),
        say=read_say(fields, "say", around.texts, line=f"{change}.after.{fact}")
        or Say(),
        yes=fields.one("yes", FLAG, None),
    )
    fields.finish()
    return update


def _must_tell(id_: str, fields: Fields, around: _Around) -> MustTell:
    must_tell = MustTell(
        id=id_,
        label=fields.one("label", around.texts),
        acts=fields.many("acts", one_of(DialogueAct), or_one=True),
        about=fields.many("about", one_of(Concept), ()),
        form=fields.one("form", one_of(Form), None),
        critical=fields.one("critical", FLAG, False),
        approved=fields.one("approved", FLAG, False),
    )
    fields.finish()
    return must_tell


def _truth(fields: Fields, around: _Around) -> WrittenTruth:
    texts, priority = around.texts, whole(1, 3)
    incident, disposition = one_of(around.region.incidents), one_of(Disposition)
    agencies, agency = fields.section("agencies"), one_of(around.region.agencies)
    truth = WrittenTruth(
        emergency=fields.one("emergency", FLAG),
        place=fields.nullable("place", one_of(around.draws.of(PlaceDraw))),
        place_accepted=fields.many("place_accepted", place_id(around.region), ()),
        detail=fields.one("detail", texts, None),
        callback_number=fields.one("callback_number", texts, None),
        caller_name=fields.one("caller_name", texts, None),
        incident_type_accepted=fields.many("incident_type_accepted", incident, ()),
        priority=fields.one("priority", priority, None),
        priority_accepted=fields.many("priority_accepted", priority, ()),
        agencies_required=agencies.many("required", agency, ()),
        agencies_acceptable=agencies.many("acceptable", agency, ()),
        agencies_wrong=agencies.many("wrong", agency, ()),
        disposition=fields.one("disposition", disposition),
        disposition_accepted=fields.many("disposition_accepted", disposition, ()),
        persons=fields.one("persons", texts, None),
    )
    agencies.finish()
    fields.finish()
    return truth


def _targets(fields: Fields) -> OwnTargets:
    node = fields.value_node("targets")
    if node is None or is_null(node):
        return OwnTargets()
    below, seconds = fields.section("targets"), decimal(1, LONGEST_S)
    targets = OwnTargets(
        answer_ms=_ms_or_none(below.one("answer_s", seconds, None)),
        location_ms=_ms_or_none(below.one("location_s", seconds, None)),
        dispatch_ms=_ms_or_none(below.one("dispatch_s", seconds, None)),
    )
    below.finish()
    return targets


def _ms(seconds: float) -> int:
    return round(seconds * 1000)


def _ms_or_none(seconds: float | None) -> int | None:
    return None if seconds is None else _ms(seconds)
