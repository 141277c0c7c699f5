"""Settings: each has a default from the document, and a form."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given

from generator.api import Api
from generator.diagnostics import SpecError
from generator.settings import _FORMS, Settings, read
from tests.unit.hostile import any_text


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
        assert key == "names_lock" or re.fullmatch(form.pattern, getattr(made, key)), key


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
