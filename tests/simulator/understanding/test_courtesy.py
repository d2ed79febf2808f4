import pytest

from simulator.understanding.corpus import load_corpus
from simulator.understanding.courtesy import is_violation

MARKERS = {"greeting", "self_identify", "offer_help", "thanks", "apology"}


def labels(reader, text, **how):
    return {one.label for one in reader.read(text, **how).courtesy}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Selamat malam, 112 Ambon, saya Rina.", {"greeting", "self_identify"}),
        ("Ada yang bisa kami bantu, Bu?", {"offer_help", "honorific_address"}),
        ("Mohon sebutkan alamatnya, Pak.", {"please_marker", "honorific_address"}),
        ("Jangan ditutup dulu ya Bu.", {"please_marker", "softener"}),
        ("Dangke banya, Mama.", {"thanks", "honorific_address"}),
        ("Maaf Pak, suaranya putus-putus.", {"apology"}),
        ("Mohon tunggu sebentar ya Pak, saya hubungi ambulans.",
         {"hold_courtesy", "explain_why"}),
        ("Wajar Ibu panik, melihat anak kejang memang menakutkan.",
         {"understanding"}),
        ("Ambulans sudah jalan, Bu, saya temani sampai mereka tiba.",
         {"reassurance_action", "presence"}),
    ],
)  # fmt: skip
def test_polite_and_warm_words_are_found(reader, text, expected):
    assert expected <= labels(reader, text)


@pytest.mark.parametrize(
    ("text", "violation", "no_courtesy"),
    [
        ("Maaf ya Bu, tapi itu salah Ibu sendiri.", "blame", "apology"),
        ("Terima kasih ya sudah membuang waktu saya.", "sarcasm", "thanks"),
        ("Hebat ya, sudah kecelakaan baru telepon.", "sarcasm", "encourage"),
        ("Tenang saja, jangan lebay.", "dismiss", "reassurance_action"),
        ("Tenang!", "calm_down_order", "reassurance_action"),
        ("Pasti selamat kok, Bu.", "overpromise", "reassurance_action"),
        ("Alamat!", "command_rude", "please_marker"),
        ("Hubungi polisi sendiri ya, Pak.", "deflect_refuse", "polite_refusal"),
        ("Ini beneran atau bohong?", "doubt_accuse", "exploration"),
        ("Kalau teriak terus saya tutup teleponnya.", "threat", "closing_courtesy"),
    ],
)
def test_a_violation_is_seen_through_polite_words(reader, text, violation, no_courtesy):
    found = labels(reader, text)

    assert violation in found
    assert no_courtesy not in found


@pytest.mark.parametrize(
    "text",
    [
        "KELUAR SEKARANG! JANGAN MASUK LAGI!",
        "Tekan! Terus! Satu, dua, tiga!",
        "Tekan lukanya, cepat!",
        "Naik ke bukit sekarang, cepat!",
        "Jangan masuk!",
        "Kunci pintu! Jangan keluar!",
    ],
)
def test_urgent_firm_orders_are_never_rude(reader, text):
    reading = reader.read(text)

    assert "rude" not in reading.act_names
    assert not [c.label for c in reading.courtesy if is_violation(c.label)]


def test_tenang_with_help_is_no_order(reader):
    found = labels(reader, "Tenang ya Bu, ambulans sudah jalan, saya pandu.")

    assert "calm_down_order" not in found
    assert "reassurance_action" in found


def test_capitals_of_recognised_speech_say_nothing(reader):
    assert "shout" in labels(reader, "ALAMATNYA DI MANA!!")
    assert "shout" not in labels(reader, "ALAMATNYA DI MANA!!", typed=False)


SWAPS = [
    ("Bu", "Pak"),
    ("Ibu", "Bapak"),
    ("Kak", "Bu"),
]


@pytest.mark.parametrize(("one", "other"), SWAPS)
def test_a_form_of_address_changes_no_verdict(reader, one, other):
    changed = []
    for line in load_corpus("courtesy")[::6]:
        words = line.text.split(" ")
        if any(w.strip(".,?!") == one for w in words):
            swapped = " ".join(
                w.replace(one, other) if w.strip(".,?!") == one else w for w in words
            )
            if labels(reader, line.text) != labels(reader, swapped):
                changed.append((line.text, swapped))

    assert changed == []


NAMES = [
    "Siti", "Yohana", "Fatimah", "Abdullah", "Wattimena", "Latuconsina", "Slamet",
    "Nyoman", "Ucok", "Meike", "La", "Tan", "Wara", "Indah", "Siti Aminah",
]  # fmt: skip


def test_what_somebody_is_called_changes_no_verdict(reader):
    changed = []
    for line in [one.text for one in load_corpus("courtesy") if "Bu," in one.text][::9]:
        said = [line.replace("Bu,", f"Bu {name},", 1) for name in NAMES]
        verdicts = {
            (reader.read(one).act_names, frozenset(labels(reader, one))) for one in said
        }
        if len(verdicts) > 1:
            changed.append(line)

    assert changed == []


@pytest.mark.parametrize("name", NAMES)
def test_a_call_taker_of_any_name_makes_the_same_opening(reader, name):
    found = labels(reader, f"Selamat siang, 112 Ambon, dengan {name}, bisa dibantu?")

    assert found == {"greeting", "self_identify", "offer_help"}


@pytest.mark.parametrize("salam", ["Selamat pagi", "Assalamualaikum", "Syalom"])
def test_every_salam_is_a_greeting(reader, salam):
    found = labels(reader, f"{salam}, 112 Ambon, saya Rina, ada yang bisa kami bantu?")

    assert {"greeting", "self_identify", "offer_help"} <= found
    assert not {one for one in found if is_violation(one)}


@pytest.mark.parametrize(
    ("indonesian", "ambonese"),
    [
        ("Terima kasih banyak, Ibu.", "Dangke banya, Mama."),
        ("Maaf ya Bapak, saya tanya lagi.", "Maaf e Bapa, beta tanya lai."),
        ("Tunggu dulu ya Ibu.", "Tunggu dolo e Mama."),
        ("Kenapa baru telepon sekarang?", "Kanapa baru telpon skarang?"),
        ("Bodoh sekali kamu ini.", "Bodo skali ose ni."),
    ],
)
def test_ambonese_words_get_the_same_verdict(reader, indonesian, ambonese):
    assert labels(reader, indonesian) == labels(reader, ambonese)
