"""The place search of the ticket, as the page asks it."""

import pytest

from tests.people import FRETS, YOLA


@pytest.fixture
def search(sign_in):
    client = sign_in(YOLA)
    return lambda text: client.get("/api/tempat", query_string={"q": text}).json


def test_an_informal_name_finds_the_place_and_its_kelurahan(search):
    found = search("ongko liong")[0]

    assert (found["name"], found["kelurahan"]) == ("Ongkoliong", "Batu Merah")
    assert found["code"] == "81.71.02.2003"


def test_names_easily_taken_for_it_stand_beside_it(search):
    [meja] = [one for one in search("batu meja") if one["name"] == "Batu Meja"]

    assert "Batu Merah" in [twin["name"] for twin in meja["similar"]]
    assert all(twin["kecamatan"] for twin in meja["similar"])


@pytest.mark.parametrize("text", ["", " ", "zzzzqqqq", "%", "<>", "\x00"])
def test_nothing_found_is_an_empty_list(search, text):
    assert search(text) == []


def test_a_long_text_is_no_trouble(search):
    assert isinstance(search("batu merah " * 5_000), list)


def test_only_those_who_take_calls_ask(client, sign_in):
    assert client.get("/api/tempat?q=batu").status_code == 401
    assert sign_in(FRETS).get("/api/tempat?q=batu").status_code in {200, 403}
