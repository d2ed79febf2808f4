import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.language.people import people_in


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Baik Bu Siti, saya catat.", ["Siti"]),
        ("112 Ambon, saya Rina.", ["Rina"]),
        ("atas nama Fatimah Latuconsina, ya?", ["Fatimah Latuconsina"]),
        ("Tunggu, Pak Wara.", ["Wara"]),
        ("Ibu Indah, indah sekali", ["Indah"]),
        ("bu yohana tunggu dulu", ["yohana"]),
        ("Yohana, dengar saya", ["Yohana"]),
    ],
)
def test_names_are_found_by_list_or_by_standing_after_a_form_of_address(said, names):
    assert [said[a:b] for a, b in people_in(said)] == names


@pytest.mark.parametrize(
    "said",
    ["Bu Guru, tunggu", "Pak Damkar sudah jalan", "Dengan Siapa saya bicara?",
     "beta lia dolo, Bapa", "hari Senin", "Mohon Maaf Bapak Mohon Tunggu",
     "TOLONG BU CEPAT"],
)  # fmt: skip
def test_other_words_are_no_names(said):
    assert people_in(said) == []


@given(st.text(max_size=60))
def test_names_are_whole_words_in_order(said):
    end = 0
    for start, after in people_in(said):
        assert end <= start < after
        assert said[start:after].strip() == said[start:after]
        end = after
