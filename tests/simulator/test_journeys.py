"""The four calls that are the measure, word for word, with the real reader.

What the call-taker says is from the design; what must hold is what makes the caller a
person there: heard, calmer with something to do, never telling what nobody asked.
"""

import json
from datetime import UTC, datetime

import pytest

from recordings.events import (
    CallerActed,
    CallerHungUp,
    CallerSounded,
    CallerSpoke,
)
from recordings.sequences import heard_facts
from simulator import play, read_script

START = datetime(2026, 1, 1, tzinfo=UTC)

FIRE = (
    "112 Ambon, selamat malam, saya Rina. Di mana lokasinya?",
    "Mardika, belakang ruko. Bapak sendiri sudah di luar?",
    "Ongkoliong yang di Pasar Batu Merah, atau masih di Mardika?",
    ["damkar"],
    "Saya teruskan ke Damkar sekarang. Masih ada orang di dalam?",
    "Oma di atas, saya sampaikan. Jangan masuk lagi, Pak.",
    "Jangan masuk. Bantu saya dari luar: teriak ke Oma, tutup pintu kamar.",
)
ARREST = (
    "112 Ambon, selamat malam, saya Rina. Di mana lokasinya?",
    "Saya bantu, Ibu. Panggil dan tepuk bahunya. Apa dia bangun?",
    "Lihat dadanya. Napasnya normal seperti biasa?",
    ["dinkes"],
    "Itu bukan napas normal. Ambulans saya minta sekarang. Kita pijat jantung, saya "
    "pandu. Nyalakan pengeras suara.",
    "Mau coba pijat jantung, Bu?",
    "Kita akan pijat jantung sekarang. Taruh tangan di tengah dada.",
    "Tekan kuat dan cepat, hitung: satu, dua, tiga, empat.",
    "Umurnya berapa?",
)
SILENT = (
    "112 Ambon, ada yang bisa kami bantu?",
    "Kalau tidak bisa bicara, tekan satu angka: sekali untuk ya, dua kali untuk tidak. "
    "Ada bahaya di situ?",
    "Sirimau?",
    "Teluk Ambon?",
)
CHILD = (
    "112 Ambon, selamat sore, ada yang bisa dibantu?",
    "Adik, ada yang sakit atau bahaya di rumah? Ada orang besar di situ?",
    "Kakak tutup dulu ya, supaya orang yang butuh tolong bisa masuk. Belajar yang "
    "rajin.",
)


@pytest.fixture
def journey(case_of, reader):
    """Play what is said (and whom is sent) as a script; the record and its case."""

    def walk(scenario, spoken, seed=7, variant=None):
        lines = [{"at": 2, "do": "answer"}]
        for each in spoken:
            send = {"do": "dispatch", "agencies": each, "priority": 1}
            say = {"do": "say", "text": each}
            lines.append(send if isinstance(each, list) else say)
        script = read_script("\n".join(map(json.dumps, lines)))
        case = case_of(scenario, seed, variant)
        return play(case, script, reader=reader, rubric="dasar-112@1"), case

    return walk


def lines(record):
    return [line for _, line in record.all(CallerSpoke)]


def test_the_frightened_shopkeeper(journey):
    record, _case = journey("kebakaran-pasar", FIRE)

    heard = heard_facts(record)
    assert {"own_safety", "border", "trapped"} <= heard.keys()
    assert not {"hazard", "access", "callback", "name"} & heard.keys()
    outcomes = [acted.outcome for _, acted in record.all(CallerActed)]
    assert outcomes[:2] == ["refused", "followed"]
    assert lines(record)[1].distress < lines(record)[0].distress
    assert not any(line.purpose == "not_understood" for line in lines(record))


def test_the_daughter_who_is_led(journey):
    record, case = journey("henti-jantung-di-rumah", ARREST)

    acted = {(one.instruction, one.outcome) for _, one in record.all(CallerActed)}
    assert ("start", "refused") in acted
    assert {("hands", "followed"), ("compress", "followed")} <= acted
    assert "patient" not in heard_facts(record)  # asked while she was counting
    assert record.all(CallerSounded)[-1][1].sound == "counting"
    assert case.fact("breathing_normal").id in heard_facts(record)


def test_the_silent_call_that_is_no_ghost(journey):
    record, case = journey("ghost-call", SILENT, variant="tidak-bisa-bicara")

    said = [line.text for line in lines(record)]
    assert said[0].startswith("(")
    assert "danger" in heard_facts(record)
    in_teluk_ambon = case.truth.place.startswith("81.71.04")
    assert said[2:4] == [
        "(dua nada)",
        "(satu nada)" if in_teluk_ambon else "(dua nada)",
    ]
    assert record.last(CallerHungUp) is None


@pytest.mark.parametrize(
    ("variant", "hint"), [("bermain", "Seng ada"), ("sungguhan", "ama")]
)
def test_the_child_and_its_two_truths(journey, variant, hint):
    record, _case = journey("prank-anak", CHILD, variant=variant)

    answer = lines(record)[1]
    assert {"danger", "adult"} & set(answer.facts)
    assert hint in answer.text
    assert lines(record)[-1].purpose in {"farewell", "change"}
