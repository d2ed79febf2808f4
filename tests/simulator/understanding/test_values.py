import pytest


def values(reader, text):
    return {(v.kind, v.value) for v in reader.read(text).values}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nomornya kosong delapan satu kosong tiga tiga empat lima dua?",
         {("phone", "081033452")}),
        ("Jadi 0810-33-452, betul?", {("phone", "081033452")}),
        ("0812 3456 7890, benar?", {("phone", "081234567890")}),
        ("nomor nol lapan satu nol, tiga tiga ampa lima dua, batul to?",
         {("phone", "081033452")}),
        ("tiga angka terakhir empat lima dua?", {("phone", "452")}),
        ("RT 04 RW 03?", {("rt_rw", "004/003")}),
        ("rt nol empat rw nol tiga ya", {("rt_rw", "004/003")}),
        ("RT tiga saja?", {("rt_rw", "003")}),
        ("dari jam setengah empat sore?", {("time", "15:30")}),
        ("pukul 03.30?", {("time", "03:30")}),
        ("sekitar lima belas menit lagi", {("minutes", "15")}),
        ("korbannya dua puluh satu orang?", {("number", "21")}),
        ("ditunggu kurang lebih seperempat jam", {("minutes", "15")}),
        ("sampai 10menit lagi pak", {("minutes", "10")}),
        ("satu setengah jam lagi", {("minutes", "90")}),
        ("rumah nomor 14A?", {("number", "14")}),
        ("lantai tiga, kamar dua nol lima?", {("number", "3"), ("number", "205")}),
        ("dari jam dua kurang seperempat?", {("time", "01:45")}),
        ("Saya teruskan ke Damkar sekarang", {("agency", "damkar")}),
        ("Ambulans saya minta sekarang", {("agency", "dinkes")}),
        ("Ibu di Sirimau?", {("place", "81.71.02")}),
    ],
)  # fmt: skip
def test_values_are_read_from_digits_and_words(reader, text, expected):
    assert expected <= values(reader, text)


@pytest.mark.parametrize(
    "text", ["satu dua tiga empat lima enam tujuh", "112 Ambon, selamat malam",
             "silakan ke PLN 123"]
)  # fmt: skip
def test_counting_and_service_numbers_are_no_telephone_numbers(reader, text):
    assert not {kind for kind, _ in values(reader, text)} & {"phone"}


def test_a_readback_carries_place_and_number_with_the_words_they_rest_on(reader):
    text = "Saya ulang: Pasar Batu Merah, nomor 0810 33 452, betul?"

    reading = reader.read(text)

    place, phone = reading.value("place"), reading.value("phone")
    assert "verify_readback" in reading.act_names
    assert text[slice(*place.span)] == "Pasar Batu Merah"
    assert text[slice(*phone.span)] == "0810 33 452"


@pytest.mark.parametrize("text", ["RT nol tiga RW nol lima ya Bu?", "RT 3 RW 5"])
def test_a_neighbourhood_alone_confirms_the_place(reader, text):
    assert reader.read(text).act_names == {"confirm_location"}


@pytest.mark.parametrize("text", ["Sekitar dua puluh menit yang lalu?",
                                  "barusan, kira2 5 mnt lalu"])  # fmt: skip
def test_minutes_that_have_passed_promise_no_arrival(reader, text):
    assert "inform_eta" not in reader.read(text).act_names


def test_a_name_is_kept_as_it_was_written(reader):
    assert reader.read("Baik Bu Siti, saya catat.").value("name").value == "Siti"
