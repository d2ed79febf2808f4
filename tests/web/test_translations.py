"""Every text for people has its English, with the same placeholders."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "web" / "translations" / "en" / "LC_MESSAGES" / "messages.po"
PLACEHOLDER = re.compile(r"%\(\w+\)s|%%")


def each(text):
    return list(text) if isinstance(text, list | tuple) else [text]


@pytest.fixture(scope="module")
def english():
    with CATALOGUE.open("rb") as file:
        return {
            each(message.id)[0]: each(message.string)
            for message in read_po(file, locale="en")
            if message.id
        }


@pytest.fixture(scope="module")
def texts():
    with (ROOT / "web" / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    methods = [(pattern.removeprefix("web/"), how) for pattern, how in methods]
    options = {key.removeprefix("web/"): value for key, value in options.items()}
    found = extract_from_dir(ROOT / "web", methods, options)
    return {each(message)[0] for _file, _line, message, *_ in found}


def test_every_text_has_its_english(texts, english):
    assert sorted(text for text in texts if not all(english.get(text, [""]))) == []


def test_placeholders_are_the_same(english):
    for text, translations in english.items():
        for translation in filter(None, translations):
            assert sorted(PLACEHOLDER.findall(text)) == sorted(
                PLACEHOLDER.findall(translation)
            ), text


def test_the_compiled_catalogue_is_that_of_the_sources(english):
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = {each(m.id)[0]: each(m.string) for m in read_mo(file) if m.id}

    assert compiled == {key: value for key, value in english.items() if all(value)}
