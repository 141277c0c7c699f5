"""No value of a document reaches a file of a package except through a door."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator import operations, render
from generator.api import Api
from generator.diagnostics import SpecError, SpecErrors
from generator.facts import Issues
from generator.languages import LANGUAGES
from generator.plan import plan
from generator.render import Renderer
from generator.settings import Settings
from generator.source import Document
from tests.unit import tainted
from tests.unit.tainted import DOORS, ROOMS, Door, leaks, watched

ROOT = Path(__file__).parents[2]
FEATURES = [path.parent for path in sorted((ROOT / "tests" / "features").glob("*/spec.yaml"))]
SPECS = [path / "spec.yaml" for path in FEATURES if (path / "expected").is_dir()]
SPECS += [ROOT / "spec" / "openapi.yaml", Path(__file__).parent / "tainted.yaml"]


def read(spec: Path) -> Any:
    return Document.read(spec).root.value


def understood(folder: Path, value: Any) -> tuple[Api, Issues]:
    path = folder / "spec.yaml"
    path.write_text(json.dumps(value), "utf-8")
    issues = Issues()
    return operations.parse(Document.read(path), issues), issues


def taint_beside(spec: Path, folder: Path) -> None:
    """Copies of the files beside a document, which it may refer to, with marks."""
    for path in spec.parent.rglob("*.yaml"):
        if spec.name == "spec.yaml" and path != spec and "expected" not in path.parts:
            copy = folder / path.relative_to(spec.parent)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(json.dumps(tainted.tainted(read(path))), "utf-8")


@pytest.fixture(scope="module")
def renderers() -> Iterator[list[Renderer]]:
    """One for each language, all of whose doors are watched."""
    with pytest.MonkeyPatch.context() as patch:
        yield watching(patch)


def watching(patch: pytest.MonkeyPatch, listed: tuple[Door, ...] = DOORS) -> list[Renderer]:
    """Renderers of all languages, without the runtimes, which no document changes."""
    made = watched(patch, LANGUAGES.values(), listed)
    return [Renderer(replace(language, copied=())) for language in made]


def files(api: Api, renderers: list[Renderer]) -> dict[str, str]:
    """Every file of all packages."""
    made = {}
    for renderer in renderers:
        language = renderer.language
        package = plan(api, language, Settings().completed(api))
        made |= {f"{language.key}/{file.path}": file.text for file in renderer.files(package)}
    return made


def found(made: dict[str, str]) -> list[str]:
    return [leak for path, text in made.items() for leak in leaks(path, text)]


@pytest.mark.parametrize("spec", SPECS, ids=lambda path: path.parent.name + "/" + path.stem)
def test_text_of_a_document_comes_through_a_door(
    spec: Path, tmp_path: Path, renderers: list[Renderer]
) -> None:
    taint_beside(spec, tmp_path)
    api, issues = understood(tmp_path, tainted.tainted(read(spec)))
    assert not [issue for issue in issues.found if issue.severity == "error"]
    made = files(api, renderers)
    assert found(made) == []
    assert sum(len(ROOMS.findall(text)) for text in made.values()) > 20


RICH = read(SPECS[-1])
SPOILT = dict(tainted.spoilt(tainted.tainted(RICH)))


@pytest.mark.parametrize("name", SPOILT)
def test_a_word_of_openapi_is_refused_or_comes_through_a_door(
    name: str, tmp_path: Path, renderers: list[Renderer]
) -> None:
    """A style, a type or a number is free in a document that is not valid."""
    try:
        api, _ = understood(tmp_path, SPOILT[name])
    except (SpecError, SpecErrors):
        return
    assert found(files(api, renderers)) == []  # parts that are refused are left out


# --- the test sees a leak --------------------------------------------------------------


@pytest.fixture
def rich(tmp_path: Path) -> Api:
    return understood(tmp_path, tainted.tainted(RICH))[0]


@pytest.mark.parametrize("door", DOORS, ids=lambda door: f"{door.module}.{door.name}")
def test_a_door_that_nobody_watches_lets_marks_through(
    door: Door, rich: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which is the same as a door that is not there: each of them is needed."""
    others = tuple(other for other in DOORS if other != door)
    assert found(files(rich, watching(monkeypatch, others)))


FILTER = re.compile(
    r" \| (?:string|json|toml|comment\(\d+\)|md_text|md_line|md_code|md_attribute)\b"
)
FOLDER = render.find_templates()
WITH_DOORS = [
    path.relative_to(FOLDER).as_posix()
    for path in sorted(FOLDER.rglob("*.j2"))
    if FILTER.search(path.read_text("utf-8"))
]
# The names and versions in it are not the document's.
HARMLESS = {"typescript/jsr.json.j2"}


def without_doors(
    template: str, other: str, folder: Path, patch: pytest.MonkeyPatch
) -> list[Renderer]:
    """Renderers with another filter, or none, in place of the doors of one template."""
    copy = folder / "templates"
    shutil.copytree(FOLDER, copy, ignore=shutil.ignore_patterns("runtime", "package"))
    text = (copy / template).read_text("utf-8")
    (copy / template).write_text(FILTER.sub(other, text), "utf-8")
    patch.setattr(render, "find_templates", lambda: copy)
    return watching(patch)


@pytest.mark.parametrize("template", [name for name in WITH_DOORS if name not in HARMLESS])
def test_a_template_without_its_doors_is_seen(
    template: str, rich: Api, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(files(rich, without_doors(template, "", tmp_path, monkeypatch)))


@pytest.mark.parametrize(
    ("template", "other"),
    [("python/version.py.j2", " | md_text"), ("docs/readme.md.j2", " | json")],
)
def test_the_door_of_another_room_is_seen(
    template: str, other: str, rich: Api, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(files(rich, without_doors(template, other, tmp_path, monkeypatch)))
