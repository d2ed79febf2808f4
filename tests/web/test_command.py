"""The `latih112` command: light by itself, each part loaded when it is called."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner
from sqlalchemy import update

from tests.people import HERE, PASSWORD, YOLA
from web.cli import COMMANDS, main
from web.identity import COOKIE
from web.models import ScenarioVersion


@pytest.fixture
def run(data_dir, monkeypatch):
    """Run the command on the tests' database."""
    monkeypatch.setenv("LATIH112_DATA_DIR", str(data_dir))

    def command(*words, typed=None):
        return CliRunner().invoke(main, words, input=typed)

    return command


def test_the_command_itself_loads_neither_flask_nor_a_database():
    heavy = "{'flask', 'sqlalchemy', 'sklearn', 'numpy', 'granian'}"
    code = f"import sys, web.cli; print(sorted({heavy} & sys.modules.keys()))"

    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert loaded.stdout.strip() == "[]"


def test_help_names_every_command(run):
    shown = run("--help").output

    assert all(f"  {name}" in shown for name in COMMANDS)


def test_an_unknown_command_is_refused(run):
    assert run("terbang").exit_code == 2


def test_settings_that_cannot_be_right_stop_it(run, monkeypatch):
    monkeypatch.setenv("LATIH112_PORT", "delapan")
    monkeypatch.setenv("LATIH112_THREADS", "banyak")

    ran = run("users", "list")

    assert ran.exit_code == 1
    assert 'LATIH112_PORT="delapan"' in ran.output
    assert 'LATIH112_THREADS="banyak"' in ran.output
    assert "Traceback" not in ran.output


def test_without_a_database_it_says_what_to_do(run, monkeypatch, tmp_path):
    monkeypatch.setenv("LATIH112_DATA_DIR", str(tmp_path / "kosong"))

    ran = run("users", "list")

    assert ran.exit_code == 1
    assert "latih112 db upgrade" in ran.output


def test_users_are_listed_for_people_and_for_programs(run):
    listed = run("users", "list").output
    people = json.loads(run("users", "list", "--json").output)

    assert "yola" in listed
    assert "Nus" not in listed
    assert people[-1] == {
        "username": "yola",
        "name": YOLA.name,
        "role": "trainee",
        "agency": "Dinas Kesehatan",
        "active": True,
    }


def test_an_account_is_added_with_a_drawn_password_that_works(run, client):
    ran = run("users", "add", "Meis", "--name", "Meis L.", "--agency", "BPBD")

    password = ran.output.split("Kata sandi: ")[1].strip()
    form = {"username": "meis", "password": password}
    assert client.post("/masuk", data=form).status_code == 303


def test_a_password_may_come_from_stdin_and_is_not_shown(run, client):
    typed = "kapal kayu hijau"

    ran = run(
        "users", "add", "meis", "--name", "Meis", "--password-stdin", typed=typed + "\n"
    )

    assert typed not in ran.output
    form = {"username": "meis", "password": typed}
    assert client.post("/masuk", data=form).status_code == 303


@pytest.mark.parametrize(
    ("words", "typed", "said"),
    [
        (("yola", "--name", "Y"), None, "sudah dipakai"),
        (("y", "--name", "Y"), None, "2 sampai 60"),
        (("yo la", "--name", "Y"), None, "2 sampai 60"),
        (("meis", "--name", " "), None, "Nama belum diisi"),
        (("meis", "--name", "M", "--password-stdin"), "pendek\n", "10 sampai 200"),
    ],
)
def test_a_wrong_account_is_refused_with_its_remedy(run, words, typed, said):
    ran = run("users", "add", *words, typed=typed)

    assert ran.exit_code == 1
    assert said in ran.output


def test_an_unknown_role_is_refused(run):
    assert run("users", "add", "m", "--name", "M", "--role", "admin").exit_code == 2


def test_a_new_password_ends_every_sign_in(run, sign_in, client):
    browser = sign_in(YOLA)

    ran = run("users", "password", "yola")

    password = ran.output.split("Kata sandi: ")[1].strip()
    assert browser.get("/").status_code == 303
    form = {"username": "yola", "password": password}
    assert client.post("/masuk", data=form).status_code == 303
    assert client.get_cookie(COOKIE)


def test_a_closed_account_is_out_at_once(run, sign_in, client):
    browser = sign_in(YOLA)

    run("users", "deactivate", "yola")

    assert browser.get("/").status_code == 303
    form = {"username": "yola", "password": PASSWORD}
    assert client.post("/masuk", data=form).status_code == 422
    assert "(ditutup)" in run("users", "list").output


@pytest.mark.parametrize("deed", ["password", "deactivate"])
def test_somebody_unknown_is_said(run, deed):
    ran = run("users", deed, "nus")

    assert ran.exit_code == 1
    assert "«nus» tidak ada" in ran.output


def test_a_database_that_fits_is_left_alone(run):
    assert run("db", "check").output == "sesuai\n"


def test_a_database_that_is_not_there_is_told(run, monkeypatch, tmp_path):
    monkeypatch.setenv("LATIH112_DATA_DIR", str(tmp_path / "kosong"))

    ran = run("db", "check")

    assert ran.exit_code == 1
    assert "belum sesuai" in ran.output


def test_a_text_of_the_centre_is_kept_and_named_by_an_upgrade(run, change):
    assert run("db", "upgrade").exit_code == 0
    change(lambda session: session.execute(update(ScenarioVersion).values(digest="0")))

    ran = run("db", "upgrade")

    assert ran.exit_code == 0
    assert "Yang tersimpan di pusat tetap dipakai: prank-anak@1" in ran.output


def test_nothing_old_means_nothing_erased(run):
    assert "0 panggilan" in run("purge").output
    assert "akan dihapus" in run("purge", "--dry-run").output


def test_the_centre_of_the_command_is_that_of_the_region(run):
    assert HERE == "ambon"
    assert "Hendra" not in run("users", "list").output
