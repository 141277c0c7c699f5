"""Settings: each has a default from the document, and a form."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.api import Api
from generator.diagnostics import SpecError
from generator.settings import _FORMS, Settings, read, schema
from tests.unit.hostile import any_text

EMPTY = ("names_lock", "idempotency_header")  # there is none by default


def completed(title: str, **given_settings: str) -> Settings:
    return Settings(**given_settings).completed(Api(title=title, version="1"))


def test_gaps_are_filled_from_the_title() -> None:
    made = completed("Car Shop API")
    assert (made.class_name, made.env_prefix) == ("CarShop", "CAR_SHOP")
    assert (made.python_package, made.python_distribution) == ("car_shop", "car-shop")
    assert (made.typescript_package, made.base_error) == ("car-shop", "CarShopError")


@pytest.mark.parametrize("title", ["", "API", "OpenAPI", "☃", "404", "!!!"])
def test_a_title_of_nothing_is_fine(title: str) -> None:
    made = completed(title)
    assert made.class_name.isidentifier()
    assert made.python_package.isidentifier()


@given(any_text)
def test_every_default_has_the_form_of_its_setting(title: str) -> None:
    made = completed(title)
    for key, form in _FORMS.items():
        assert key in EMPTY or re.fullmatch(form.pattern, getattr(made, key)), key


def test_what_is_given_stays() -> None:
    made = completed("Shop", class_name="Acme", python_package="acme_sdk")
    assert (made.class_name, made.python_distribution) == ("Acme", "acme-sdk")
    assert made.base_error == "AcmeError"


def test_a_file_of_settings(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text("class_name: Acme\nversion: 1.2.3\ntypescript_package: '@acme/sdk'\n")
    made = read(path)
    assert (made.class_name, made.version, made.typescript_package) == (
        "Acme",
        "1.2.3",
        "@acme/sdk",
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nope: 1", "'nope' is no setting"),
        ("class_name: acme", "'acme' is no value for class_name"),
        ("class_name: 'A(object): pass #'", "is no value for class_name"),
        ("python_package: ../x", "is no value for python_package"),
        ("python_package: class-x", "is no value for python_package"),
        ("typescript_package: 'a/../b'", "is no value for typescript_package"),
        ("typescript_package: A", "is no value for typescript_package"),
        ("env_prefix: a", "is no value for env_prefix"),
        ("version: latest", "is no value for version"),
        ("version: ''", "is no value for version"),
        ("base_error: [A]", "text is expected"),
        ("[a]", "a mapping is expected"),
        ("python_distribution: 1", "text is expected"),
        ("names_lock: ../names.json", "is no value for names_lock"),
        ("names_lock: /names.json", "is no value for names_lock"),
        ("names_lock: names.yaml", "is no value for names_lock"),
        ("flatten_bodies: 1", "true or false is expected"),
        ("groups: [a]", "a mapping is expected"),
        ("groups: {a: a..b}", "is no value for groups"),
        ("groups: {a: [a]}", "text is expected"),
        ("methods: {a: 1}", "text is expected"),
        ("methods: {a: '1'}", "is no value for a"),
    ],
)
def test_faulty_settings_are_refused_where_they_stand(
    tmp_path: Path, text: str, message: str
) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text(text)
    with pytest.raises(SpecError) as caught:
        read(path)
    assert message in caught.value.issue.message
    assert caught.value.issue.loc.file == str(path)


@pytest.mark.parametrize("name", ["class", "import", "None"])
def test_a_keyword_is_no_package(tmp_path: Path, name: str) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text(f"python_package: {name}")
    with pytest.raises(SpecError):
        read(path)


def test_all_there_is(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text(
        "names_lock: deep/names.json\nflatten_bodies: false\n"
        "groups: {a: b.c, listPets: '', internal: null}\nmethods: {listPets: list}\n"
    )
    made = read(path)
    assert (made.names_lock, made.flatten_bodies) == ("deep/names.json", False)
    assert made.groups == (("a", ("b", "c")), ("listPets", ()), ("internal", None))
    assert made.methods == (("listPets", "list"),)


def test_a_lock_does_not_leave_the_folder_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link").symlink_to(tmp_path)
    path = tmp_path / "in" / "settings.yaml"
    path.write_text("names_lock: link/names.json")
    with pytest.raises(SpecError) as caught:
        read(path)
    assert "leads out of the folder" in caught.value.issue.message


# --- the schema of the file ---------------------------------------------------------------

GOOD = [
    {},
    {"class_name": "Acme", "env_prefix": "ACME_2", "version": "1.2.3-rc.1"},
    {"python_package": "acme_sdk", "python_distribution": "acme.sdk"},
    {"typescript_package": "@acme/sdk"},
    {"typescript_package": "acme"},
    {"base_error": "AcmeError", "default_error": "APIError"},
    {"names_lock": "a/b-c.lock.json"},
    {"flatten_bodies": False},
    {"groups": {}, "methods": {}},
    {"groups": {"a": "b", "c": "d.e f", "g": None, "h": ""}, "methods": {"a": "get it"}},
]
BAD = [
    [],
    "x",
    {"nope": 1},
    {"class_name": "acme"},
    {"class_name": "None"},
    {"class_name": None},
    {"class_name": 1},
    {"env_prefix": "a"},
    {"version": "1.0"},
    {"version": 1.0},
    {"python_package": "class"},
    {"python_package": "a-b"},
    {"python_distribution": "-a"},
    {"typescript_package": "@a/../b"},
    {"typescript_package": "A"},
    {"names_lock": "../a.json"},
    {"names_lock": "a/./b.json"},
    {"names_lock": ".json"},
    {"names_lock": ""},
    {"flatten_bodies": "false"},
    {"flatten_bodies": None},
    {"groups": None},
    {"groups": {"a": ".b"}},
    {"groups": {"a": 1}},
    {"methods": {"a": None}},
    {"methods": {"a": ""}},
]


def accepted(folder: Path, value: object) -> bool:
    path = folder / "settings.json"
    path.write_text(json.dumps(value))
    try:
        read(path)
    except SpecError:
        return False
    return True


@pytest.mark.parametrize("value", GOOD, ids=json.dumps)
def test_the_schema_accepts_what_is_read(tmp_path: Path, value: object) -> None:
    assert accepted(tmp_path, value)
    assert Draft202012Validator(schema()).is_valid(value)


@pytest.mark.parametrize("value", BAD, ids=json.dumps)
def test_the_schema_refuses_what_is_not(tmp_path: Path, value: object) -> None:
    assert not accepted(tmp_path, value)
    assert not Draft202012Validator(schema()).is_valid(value)


def test_the_schema_is_one_and_knows_every_setting() -> None:
    Draft202012Validator.check_schema(schema())
    assert set(schema()["properties"]) == {f.name for f in dataclasses.fields(Settings)}  # type: ignore[arg-type]


@given(st.sampled_from(sorted(_FORMS)), st.one_of(any_text, st.from_regex("[A-Za-z0-9@/._-]{1,8}")))
def test_the_schema_and_the_reader_agree(tmp_path: Path, key: str, text: str) -> None:
    assume("\n" not in text)  # `$` may stand before one
    try:
        json.dumps(text, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return
    assert accepted(tmp_path, {key: text}) == Draft202012Validator(schema()).is_valid({key: text})
