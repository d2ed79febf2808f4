"""A small made-up case for tests that need no library: a fire behind a shop.

Facts answer one act each, so that a test can say exactly what it asks for.
"""

from dataclasses import replace

from scenarios.case import (
    Answer,
    CallerProfile,
    Case,
    Change,
    Fact,
    FactUpdate,
    Instruction,
    Line,
    Opening,
    Say,
    TimeTargets,
    Truth,
)

NUMBER = "0810 33 452"
PLACE, SPOT = "81.71.02.2003", "ongkoliong"


def say(*texts):
    """The same wordings in every mood."""
    lines = tuple(Line(id=f"t.{n}", text=text) for n, text in enumerate(texts))
    return Say(calm=lines, tense=lines, panic=lines)


def fact(fact_id, act, *texts, about=(), told="asked", value="ada", yes=None):
    """A fact that one act brings out."""
    return Fact(
        id=fact_id,
        label=fact_id,
        value=value,
        told=told,
        answers=(Answer(act=act, about=about),),
        say=say(*(texts or (f"Ini {fact_id}.", f"Itu {fact_id}."))),
        yes=yes,
    )


def change(change_id, after_s, *texts, **others):
    """Something that happens by itself."""
    return Change(
        id=change_id,
        label=change_id,
        after_ms=after_s * 1_000,
        say=say(*texts) if texts else None,
        **others,
    )


def instruction(instruction_id, act, **others):
    """How the caller takes one instruction."""
    return Instruction(
        id=instruction_id,
        act=act,
        say_refused=say("Beta seng brani."),
        say_done=say("Iyo, su."),
        **others,
    )


def update(fact_id, text, value="lain"):
    """What a change does to a fact."""
    return FactUpdate(fact=fact_id, value=value, say=say(text))


FACTS = (
    fact("what", "ask_nature", told="volunteered"),
    fact("area", "ask_location", told="volunteered"),
    fact("smoke", "ask_fire_size", told="volunteered"),
    fact("trapped", "ask_trapped", "Ada satu di atas.", "Satu di atas."),
    fact("gas", "ask_hazard", about=("gas",)),
    fact("cable", "ask_hazard", about=("electricity",)),
    fact("number", "ask_callback", f"{NUMBER}.", value=NUMBER),
    fact("secret", "ask_weapon", told="never"),
)

CALLER = CallerProfile(
    name="Reni",
    sex="female",
    age=30,
    relation="tetangga",
    honorific="Ibu",
    addresses_taker="Pak",
    register="mixed",
    distress=3,
)

TRUTH = Truth(
    emergency=True,
    place=PLACE,
    place_name="Batu Merah",
    kecamatan="Sirimau",
    spot=SPOT,
    spot_name="Ongkoliong",
    callback_number=NUMBER,
    agencies_required=("damkar",),
    disposition="emergency",
)


def a_case(*, caller=None, truth=None, **parts):
    """The fire, with other parts, another caller or another truth where wanted."""
    case = Case(
        scenario="contoh@1",
        scenario_digest="0",
        region="ambon",
        region_digest="0",
        seed=7,
        variant="utama",
        incident_id="contoh",
        title="Contoh",
        local_time="20:00",
        ani=NUMBER,
        caller=replace(CALLER, **(caller or {})),
        opening=Opening(say=say("Tolong! Ada api!"), facts=("what",)),
        facts=FACTS,
        truth=replace(TRUTH, **(truth or {})),
        targets=TimeTargets(answer_ms=10_000, location_ms=30_000, dispatch_ms=60_000),
    )
    return replace(case, **parts)
