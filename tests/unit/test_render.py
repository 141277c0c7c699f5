"""Packages to files: every target and every copied file, strictly."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jinja2
import pytest

from generator.languages import LANGUAGES
from generator.render import Renderer, environment, find_templates
from tests.unit.support import HEAD, packaged, rendered

TEXT = f"{HEAD}paths: {{/a: {{get: {{operationId: x, tags: [t], responses: {{}}}}}}}}"


@pytest.mark.parametrize("key", LANGUAGES)
def test_runtimes_are_copied_byte_for_byte(tmp_path: Path, key: str) -> None:
    files = rendered(tmp_path, TEXT, key)
    folder = find_templates() / key / "runtime"
    for path in folder.rglob("*.[pt][ys]"):
        name = path.relative_to(folder).as_posix()
        copies = [text for made, text in files.items() if made.endswith(f"runtime/{name}")]
        assert copies == [path.read_text("utf-8")]


@pytest.mark.parametrize("key", LANGUAGES)
def test_no_cache_and_no_hidden_file_is_copied(tmp_path: Path, key: str) -> None:
    assert not [path for path in rendered(tmp_path, TEXT, key) if "__pycache__" in path]


@pytest.mark.parametrize("key", LANGUAGES)
def test_every_target_has_its_template(key: str) -> None:
    for target in LANGUAGES[key].targets:
        assert (find_templates() / target.template).is_file()


@pytest.mark.parametrize("key", LANGUAGES)
def test_no_path_is_made_twice(tmp_path: Path, key: str) -> None:
    files = Renderer(LANGUAGES[key]).files(packaged(tmp_path, TEXT, key))
    assert len({file.path.casefold() for file in files}) == len(files)


def test_manifests_are_read_back(tmp_path: Path) -> None:
    hostile = TEXT.replace("Shop", "'Sh\"o\\p ${x} *-'")
    python = tomllib.loads(rendered(tmp_path, hostile, "python")["pyproject.toml"])
    assert python["project"]["name"]
    files = rendered(tmp_path, hostile, "typescript")
    assert json.loads(files["package.json"])["version"] == "0.1.0"
    assert json.loads(files["jsr.json"])["name"] == json.loads(files["package.json"])["name"]


def test_what_is_not_defined_is_a_fault() -> None:
    env = environment(find_templates(), LANGUAGES["python"])
    with pytest.raises(jinja2.UndefinedError):
        env.from_string("{{ nothing.here }}").render()
    with pytest.raises(jinja2.UndefinedError):
        env.from_string("{% if nothing %}{% endif %}").render()


def test_text_of_a_document_is_no_template(tmp_path: Path) -> None:
    text = TEXT.replace("Shop", "'{{ 7 * 7 }} {% raise %}'")
    files = rendered(tmp_path, text, "python")
    assert "{{ 7 * 7 }} {% raise %}" in files["README.md"]


@pytest.mark.parametrize("key", LANGUAGES)
def test_no_file_ends_in_white_space(tmp_path: Path, key: str) -> None:
    """Code and manifests end with one newline; pages end as the format of the docs says."""
    for path, text in rendered(tmp_path, TEXT, key).items():
        if not path.endswith((".md", ".py", "py.typed")):  # Python is formatted later
            assert text == text.rstrip() + "\n", path
