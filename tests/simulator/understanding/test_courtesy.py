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


@pytest.mark.parametrize(
    "text",
    [
        "Tidak dipungut biaya, Bapak.",
        "Gratis, Ibu, tidak ada biaya.",
        "Surat keterangan dokter diurus di rumah sakit, mobilnya tetap saya kirim.",
    ],
)
def test_a_plain_answer_wounds_nobody(reader, text):
    assert not {one for one in labels(reader, text) if is_violation(one)}


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
        ("Tunggu dulu ya Ibu.", "Tunggu dolo e Mama."),
        ("Kenapa baru telepon sekarang?", "Kanapa baru telpon skarang?"),
        ("Bodoh sekali kamu ini.", "Bodo skali ose ni."),
        ("Selamat malam, Ibu, saya bantu.",
         "Salamat malam, Mama, beta bantu."),
        ("Jangan menangis, Ibu.",
         "Jang manangis, Mama."),
        ("Ibu tenang saja.",
         "Mama tenang sa."),
        ("Bapak dengar saya tidak?",
         "Bapa dengar beta ka seng?"),
        ("Cepat bicara, saya masih banyak pekerjaan.",
         "Capat bicara, beta masi banya karja."),
        ("Itu salah Bapak sendiri.",
         "Itu Bapa pung sala sandiri."),
        ("Kenapa anak itu tidak dijaga?",
         "Kanapa ana tu seng dapa jaga?"),
        ("Luka kecil begitu saja dilaporkan.",
         "Luka kacil bagitu sa dapa lapor."),
        ("Itu bukan urusan kami, telepon sendiri ke sana.",
         "Itu bukang katong pung urusan, telpon sandiri ka sana."),
        ("Kalau tidak mau menjawab, saya tutup teleponnya.",
         "Kalo seng mau jawab, beta tutup telpon."),
        ("Ibu bohong, ya?",
         "Mama parlente ka?"),
        ("Saya mengerti Ibu takut, saya tetap di sini.",
         "Beta mangarti Mama tako, beta tetap di sini."),
        ("Ambulans sudah jalan, saya temani Bapak sampai mereka datang.",
         "Ambulans su jalang, beta tamani Bapa sampe dong datang."),
        ("Terima kasih sudah memberi tahu kami.",
         "Dangke su kasi tau katong."),
        ("Maaf, Bapak, suaranya putus-putus.",
         "Maaf e Bapa, suara putus-putus."),
        ("Bapak sudah benar, teruskan menekan lukanya.",
         "Bapa su batul, tarus tindis luka tu."),
        ("Wajar Ibu panik melihat rumah terbakar.",
         "Wajar Mama panik lia ruma tabakar."),
        ("Bodoh sekali, kenapa masuk lagi ke dalam?",
         "Bodo skali, kanapa maso lai ka dalang?"),
        ("Diam dulu, dengar saya!",
         "Diam dolo, dengar beta!"),
        ("Tidak usah berlebihan, itu hanya tergores.",
         "Seng usa balebe, itu cuma tagores."),
        ("Pasti selamat, saya jamin.",
         "Pasti salamat, beta jamin."),
        ("Sebentar ya Ibu, saya hubungi Damkar dulu.",
         "Sabantar e Mama, beta hubungi Damkar dolo."),
        ("Saya tanya supaya ambulans tidak salah jalan.",
         "Beta tanya supaya ambulans seng sala jalang."),
        ("Orang kampung memang tidak tahu apa-apa.",
         "Orang kampong memang seng tau apa-apa."),
        ("Nona cantik, nanti saya telepon lagi, ya.",
         "Nona cantik, nanti beta telpon lai e."),
        ("Hebat sekali, main api di dapur.",
         "Hebat skali, maeng api di dapor."),
        ("Ada lagi yang bisa kami bantu, Bapak?",
         "Ada lai yang katong bisa bantu, Bapa?"),
        ("Hati-hati, Ibu, semoga lekas sembuh.",
         "Hati-hati e Mama, mudah-mudahan lakas bae."),
        ("Kita tunggu sama-sama di telepon.",
         "Katong tunggu sama-sama di telpon."),
    ],
)  # fmt: skip
def test_ambonese_words_get_the_same_verdict(reader, indonesian, ambonese):
    one, other = labels(reader, indonesian), labels(reader, ambonese)

    assert one - {"softener"} == other - {"softener"}  # «e» has no Indonesian twin
