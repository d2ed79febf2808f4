import pytest

CALLS = [
    # design: how a call should sound
    ("112 Ambon, selamat malam, saya Rina. Di mana lokasinya?", None,
     {"open_greet", "ask_location"}),
    ("Mardika, belakang ruko. Bapak sendiri sudah di luar?", None,
     {"confirm_location", "ask_safe"}),
    ("Ongkoliong yang di Pasar Batu Merah, atau masih di Mardika?", None,
     {"confirm_location"}),
    ("Saya teruskan ke Damkar sekarang. Masih ada orang di dalam?", None,
     {"inform_transfer", "ask_trapped"}),
    ("Oma di atas, saya sampaikan. Jangan masuk lagi, Pak.", None,
     {"acknowledge", "instruct_evacuate"}),
    ("Jangan masuk. Bantu saya dari luar: teriak ke Oma, tutup pintu kamar.", None,
     {"instruct_evacuate"}),
    ("Saya bantu, Ibu. Panggil dan tepuk bahunya. Apa dia bangun?", None,
     {"ask_conscious"}),
    ("Lihat dadanya. Napasnya normal seperti biasa?", None, {"ask_breathing"}),
    ("Itu bukan napas normal. Ambulans saya minta sekarang. Kita pijat jantung, saya"
     " pandu. Nyalakan pengeras suara.", None,
     {"inform_dispatch", "instruct_cpr_start"}),
    ("112 Ambon, ada yang bisa kami bantu?", None, {"open_greet"}),
    ("Kalau tidak bisa bicara, tekan satu angka: sekali untuk ya, dua kali untuk tidak."
     " Ada bahaya di situ?", None, {"check_silent", "ask_safe"}),
    ("Baik, saya tetap mendengar. Ibu di rumah?", None, {"reassure"}),
    ("Sirimau?", None, {"confirm_location"}),
    ("Nusaniwe?", None, {"confirm_location"}),
    ("Adik, ada yang sakit atau bahaya di rumah? Ada orang besar di situ?", None,
     {"ask_safe", "ask_caller_role"}),
    ("Kaka tutup dulu ya, supaya orang yang butuh tolong bisa masuk. Belajar yang"
     " rajin.", None, {"close_call", "explain_reason"}),
]  # fmt: skip
# What a fair reader may also find in these lines.
TOLERATED = {
    "reassure",
    "acknowledge",
    "ask_nature",
    "ask_location",
    "ask_landmark",
    "inform_transfer",
    "inform_dispatch",
    "ask_caller_role",
    "ask_hazard",  # «Ada bahaya di situ?» asks for the danger as well
    "instruct_hide_lock",  # «tutup pintu kamar» shuts it
    "confirm_location",  # «Ibu di rumah?» narrows the place down
}


@pytest.mark.parametrize(("text", "after", "acts"), CALLS)
def test_the_model_calls_are_read_right_line_by_line(reader, text, after, acts):
    reading = reader.read(text, after=after)

    assert acts <= reading.act_names
    assert reading.act_names - acts <= TOLERATED


@pytest.mark.parametrize(
    ("text", "act", "concept"),
    [
        ("Napasnya normal seperti biasa? Lihat dadanya.", "ask_breathing",
         "normal_breathing"),
        ("Masih napas?", "ask_breathing", "any_breathing"),
        ("Dia masi banapas ka?", "ask_breathing", "any_breathing"),
        ("Jangan masuk lagi", "instruct_evacuate", "do_not_enter"),
        ("Kalau tidak bisa bicara, tekan satu angka", "check_silent", "keypad"),
        ("Saya teruskan ke Damkar sekarang", "inform_transfer", "forwarded"),
        ("Damkar sudah jalan, Pak.", "inform_dispatch", "on_its_way"),
        ("Naik ke bukit sekarang, Pak!", "instruct_high_ground", "hill"),
        ("Ke lantai dua dulu Bu, airnya naik.", "instruct_high_ground", "upstairs"),
        ("Ada bau gas, Pak?", "ask_hazard", "gas"),
        ("Kabel listriknya putus?", "ask_hazard", "electricity"),
        ("Ibu sendiri aman?", "ask_safe", "own_safety"),
        ("Letakkan tumit tangan di tengah dada.", "instruct_cpr_start",
         "hand_position"),
        ("Sepuluh menit lagi petugas sampai.", "inform_eta", "minutes"),
    ],
)  # fmt: skip
def test_an_act_says_what_it_is_about(reader, text, act, concept):
    found = reader.read(text).act(act)

    assert found is not None
    assert concept in found.about


@pytest.mark.parametrize(
    "text",
    [
        "Bilang kepada yang di atas supaya menutup pintu dan tunggu di jendela.",
        "Suruh Oma tutup pintu kamarnya, Pak, tunggu di jendela.",
        "Pintu kamarnya dirapatkan dulu, berdiri di jendela.",
    ],
)
def test_closing_the_door_is_told_in_any_form_of_the_verb(reader, text):
    told = {concept for found in reader.read(text).acts for concept in found.about}

    assert "close_door" in told


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Kita akan pijat jantung, saya pandu.", "directive"),
        ("mau coba pijat jantung?", "offer"),
        ("Ibu bersedia mencoba pijat jantung?", "offer"),
        ("Ibu perlu pijat jantung sekarang.", "directive"),
    ],
)
def test_leading_and_offering_are_told_apart(reader, text, form):
    found = reader.read(text).act("instruct_cpr_start")

    assert found is not None
    assert found.form == form


@pytest.mark.parametrize(
    ("after", "text", "acts"),
    [
        ("Ada orang di dalam!", "Berapa orang?", {"ask_trapped", "ask_victim_count"}),
        ("Banyak yang luka.", "Berapa orang?", {"ask_victim_count"}),
        ("Rumah cat merah, depan pasar.", "Yang merah itu?", {"confirm_location"}),
        ("Di Batu Merah, Bu.", "Betul?", {"confirm_location"}),
        ("Nomor saya 0810 33 452", "Betul?", {"verify_readback"}),
        ("Su di luar, lari dari rumah.", "Sudah?", {"ask_safe"}),
    ],
)
def test_a_short_question_is_read_from_the_line_before_it(reader, after, text, acts):
    assert reader.read(text, after=after).act_names == acts


@pytest.mark.parametrize(
    "text", ["", "   ", "...", "?!", "asdf qwer", "😀", "a" * 3000]
)
def test_what_nobody_understands_is_left_unread(reader, text):
    reading = reader.read(text)

    assert reading.abstained
    assert not reading.act_names - {"other"}


@pytest.mark.parametrize(
    "text",
    [
        "Setel alarm jam enam pagi",
        "Berapa derajat suhu di Bandung besok?",
        "Putar musik yang tenang",
        "Tolong, rumah saya terbakar!",
    ],
)
def test_what_no_call_taker_would_say_is_no_act(reader, text):
    assert reader.read(text).abstained
