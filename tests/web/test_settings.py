"""Settings: read from the environment or a file, refused when they cannot be right."""

import pytest

from web.config import (
    DATA_DIR,
    PORT,
    SECRET_KEY,
    SECURE_COOKIES,
    SETTINGS,
    TRUSTED_HOSTS,
    WORKERS,
    SettingsRefused,
    read_settings,
    settings_table,
)


def refused(**environ):
    with pytest.raises(SettingsRefused) as caught:
        read_settings({f"LATIH112_{name}": value for name, value in environ.items()})
    return caught.value.problems


def test_everything_has_a_default_that_holds():
    settings = read_settings({})

    assert settings[PORT] == 8112
    assert settings.database_url.endswith("instance/latih112.db")
    assert settings.on_sqlite


def test_the_environment_counts():
    settings = read_settings({"LATIH112_PORT": "8200", "LATIH112_DATA_DIR": "/srv/x"})

    assert settings[PORT] == 8200
    assert settings.database_url == "sqlite:////srv/x/latih112.db"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("PORT", "delapan", "harus bilangan bulat, 1 sampai 65535 (bawaan 8112)"),
        ("PORT", "0", "1 sampai 65535"),
        ("PORT", "65536", "1 sampai 65535"),
        ("PORT", "-1", "1 sampai 65535"),
        ("PORT", "8112.0", "1 sampai 65535"),
        ("AUDIO_DAYS", "tiga puluh", "harus bilangan bulat hari, 1 sampai 3650"),
        ("SECURE_COOKIES", "mungkin", "harus «ya» atau «tidak» (bawaan tidak)"),
        ("DATABASE_URL", "mysql://x", "harus diawali sqlite:/// atau postgresql"),
        ("SECRET_KEY", "pendek", "paling sedikit 16 karakter (bawaan kosong)"),
        ("REGION", "../x", "harus huruf kecil"),
        ("LIMITS_URL", "x", "harus memory:// atau redis://"),
        ("DATA_DIR", "", "harus nama folder"),
    ],
)
def test_a_value_that_cannot_be_right_is_named_with_its_remedy(name, value, said):
    [problem] = refused(**{name: value})

    assert problem.startswith(f'LATIH112_{name}="{value}": ')
    assert said in problem


def test_all_problems_are_said_at_once():
    assert len(refused(PORT="x", THREADS="y", SECURE_COOKIES="z")) == 3


def test_a_slip_in_a_name_is_not_silently_ignored():
    [problem] = refused(PROT="8200")

    assert problem == (
        "LATIH112_PROT: pengaturan itu tidak dikenal. Maksud Anda LATIH112_PORT?"
    )


def test_a_secret_may_stand_in_a_file(tmp_path):
    file = tmp_path / "key"
    file.write_text("kunci yang sangat rahasia\n")

    settings = read_settings({"LATIH112_SECRET_KEY_FILE": str(file)})

    assert settings[SECRET_KEY] == "kunci yang sangat rahasia"


def test_a_file_that_is_not_there_is_said():
    [problem] = refused(SECRET_KEY_FILE="/tidak/ada")

    assert "tidak dapat dibaca" in problem


def test_a_value_and_a_file_together_are_refused(tmp_path):
    file = tmp_path / "key"
    file.write_text("kunci yang sangat rahasia")

    [problem] = refused(SECRET_KEY_FILE=str(file), SECRET_KEY="kunci lain yang panjang")

    assert "jangan dua-dua" in problem


@pytest.mark.parametrize("value", ["ya", "YES", "true", "1"])
def test_yes_may_be_said_in_several_ways(value):
    assert read_settings({"LATIH112_SECURE_COOKIES": value})[SECURE_COOKIES]


def test_names_are_divided_by_commas():
    settings = read_settings({"LATIH112_TRUSTED_HOSTS": "a.go.id, b.go.id,"})

    assert settings[TRUSTED_HOSTS] == ["a.go.id", "b.go.id"]


def test_sqlite_is_served_by_one_process_only():
    problems = refused(WORKERS="2")

    assert "SQLite hanya aman dengan satu proses" in problems[0]
    assert "redis://" in problems[1]


def test_postgresql_is_served_by_several():
    settings = read_settings(
        {
            "LATIH112_WORKERS": "4",
            "LATIH112_DATABASE_URL": "postgresql+psycopg://db/latih",
            "LATIH112_LIMITS_URL": "redis://db",
        }
    )

    assert settings[WORKERS] == 4


def test_the_key_is_made_once_and_kept_for_its_owner_only(tmp_path):
    settings = read_settings({"LATIH112_DATA_DIR": str(tmp_path / "new")})

    key = settings.secret_key()

    file = settings[DATA_DIR] / "secret_key"
    assert (len(key) >= 48, key) == (True, settings.secret_key())
    assert file.stat().st_mode & 0o077 == 0


def test_every_setting_says_what_it_means():
    assert all(meaning for _name, _default, meaning in settings_table())
    assert len({setting.name for setting in SETTINGS}) == len(SETTINGS)
