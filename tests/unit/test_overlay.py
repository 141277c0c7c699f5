"""Overlays: selected places change, in order, and faults are shown where they stand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator import overlay
from generator.diagnostics import Issue, SpecError
from generator.source import Document
from tests.unit.support import document

BASE = """\
openapi: 3.1.0
info: {title: Base, version: 1.0.0}
tags: [{name: a}, {name: b}, {name: c}]
paths:
  /one: {get: {summary: One, deprecated: true}}
  /two: {get: {summary: Two}}
"""


def overlaid(folder: Path, *actions: str, base: str = BASE) -> tuple[Any, list[Issue], Document]:
    read = document(folder, base)
    paths = []
    for number, text in enumerate(actions):
        path = folder / f"overlay{number}.yaml"
        head = "overlay: 1.0.0\ninfo: {title: x, version: 1.0.0}\nactions:\n"
        path.write_text(head + text, "utf-8")
        paths.append(path)
    warnings = overlay.apply(read, paths)
    return read.root.value, warnings, read


def test_an_update_changes_and_adds(tmp_path: Path) -> None:
    action = "- {target: $.info, update: {title: New, license: {name: MIT}}}"
    value, warnings, _ = overlaid(tmp_path, action)
    assert value["info"] == {"title": "New", "version": "1.0.0", "license": {"name": "MIT"}}
    assert warnings == []


def test_an_update_is_deep_and_leaves_the_rest(tmp_path: Path) -> None:
    action = "- {target: $, update: {paths: {/one: {get: {summary: Uno}}}}}"
    value, _, _ = overlaid(tmp_path, action)
    assert value["paths"]["/one"]["get"] == {"summary": "Uno", "deprecated": True}
    assert value["paths"]["/two"]["get"] == {"summary": "Two"}


def test_every_match_is_updated(tmp_path: Path) -> None:
    value, _, _ = overlaid(tmp_path, "- {target: '$.paths.*.get', update: {x-all: 1}}")
    assert [item["get"]["x-all"] for item in value["paths"].values()] == [1, 1]


def test_an_update_of_a_list_appends(tmp_path: Path) -> None:
    value, _, _ = overlaid(
        tmp_path,
        "- {target: $.tags, update: {name: d}}\n- {target: $, update: {tags: [{name: e}]}}",
    )
    assert [tag["name"] for tag in value["tags"]] == ["a", "b", "c", "d", "e"]


def test_a_removal(tmp_path: Path) -> None:
    value, _, _ = overlaid(tmp_path, "- {target: \"$.paths['/one'].get.deprecated\", remove: true}")
    assert value["paths"]["/one"] == {"get": {"summary": "One"}}


def test_items_of_a_list_are_removed_without_shifting(tmp_path: Path) -> None:
    value, _, _ = overlaid(tmp_path, "- {target: \"$.tags[?@.name != 'b']\", remove: true}")
    assert value["tags"] == [{"name": "b"}]


def test_many_items_of_a_list_are_removed_by_number(tmp_path: Path) -> None:
    base = "openapi: 3.1.0\ntags: [" + ", ".join(f"{{n: {n}}}" for n in range(12)) + "]\n"
    value, _, _ = overlaid(tmp_path, "- {target: '$.tags[?@.n > 0]', remove: true}", base=base)
    assert value["tags"] == [{"n": 0}]


def test_a_removal_below_another_is_no_fault(tmp_path: Path) -> None:
    value, _, _ = overlaid(tmp_path, "- {target: '$.paths..*', remove: true}")
    assert value["paths"] == {}


def test_the_order_of_keys_is_kept(tmp_path: Path) -> None:
    action = "- {target: $, update: {x-new: 1, info: {title: New}, openapi: 3.1.1}}"
    value, _, _ = overlaid(tmp_path, action)
    assert list(value) == ["openapi", "info", "tags", "paths", "x-new"]
    assert list(value["info"]) == ["title", "version"]


def test_overlays_apply_in_turn(tmp_path: Path) -> None:
    value, _, _ = overlaid(
        tmp_path,
        "- {target: $.info, update: {title: First}}",
        "- {target: \"$[?@.title == 'First']\", update: {version: 2.0.0}}",
    )
    assert value["info"] == {"title": "First", "version": "2.0.0"}


def test_aliases_are_not_shared(tmp_path: Path) -> None:
    base = "openapi: 3.1.0\na: &x {n: 1}\nb: *x\n"
    value, _, _ = overlaid(tmp_path, "- {target: $.a, update: {n: 2}}", base=base)
    assert (value["a"], value["b"]) == ({"n": 2}, {"n": 1})


def test_one_update_in_two_places_is_not_shared(tmp_path: Path) -> None:
    actions = "- {target: '$.paths.*.get', update: {x: {n: 1}}}\n"
    actions += "- {target: \"$.paths['/one'].get.x\", update: {n: 2}}"
    value, _, _ = overlaid(tmp_path, actions)
    assert [item["get"]["x"]["n"] for item in value["paths"].values()] == [2, 1]


def test_no_match_is_a_warning_in_the_overlay(tmp_path: Path) -> None:
    _, warnings, read = overlaid(tmp_path, "- {target: $.nope, update: {a: 1}}")
    (issue,) = (read.placed(warning) for warning in warnings)
    assert issue.severity == "warning"
    assert issue.message == "'$.nope' selects nothing"
    assert issue.loc.file.endswith("overlay0.yaml")
    assert issue.place is not None
    assert issue.place.line == 4


@pytest.mark.parametrize(
    ("actions", "message"),
    [
        ("- {target: '$.a[', update: {}}", "this is no JSONPath"),
        ("- {target: 'paths', update: {}}", "this is no JSONPath"),
        ("- {target: '$[?nope(@)]', update: {}}", "this is no JSONPath"),
        ("- {update: {}}", "needs a `target`"),
        ("- {target: $.info}", "needs `update`"),
        ("- {target: $, remove: true}", "root of a document"),
        ("- {target: $.info.title, update: {a: 1}}", "objects and lists only"),
        ("- {target: $.info, update: text}", "objects and lists only"),
        ("- {target: $.info, remove: 1}", "true or false is expected"),
    ],
)
def test_faults_are_shown_in_the_overlay(tmp_path: Path, actions: str, message: str) -> None:
    read = document(tmp_path, BASE)
    path = tmp_path / "overlay.yaml"
    path.write_text(f"overlay: 1.0.0\nactions:\n{actions}\n", "utf-8")
    with pytest.raises(SpecError) as caught:
        overlay.apply(read, [path])
    issue = read.placed(caught.value.issue)
    assert message in issue.message
    assert issue.loc.file == str(path)
    assert issue.place is not None
    assert issue.place.line == 3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("actions: []", "no OpenAPI Overlay 1.x"),
        ("overlay: 2.0.0\nactions: []", "no OpenAPI Overlay 1.x"),
        ("overlay: 1.0.0", "needs `actions`"),
        ("[]", "no OpenAPI Overlay 1.x"),
    ],
)
def test_what_is_no_overlay_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "overlay.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(SpecError, match=message):
        overlay.apply(document(tmp_path, BASE), [path])


def test_an_error_in_what_an_overlay_brought_is_shown_there(tmp_path: Path) -> None:
    action = "- target: $.paths['/one'].get\n  update:\n    tags: 5\n"
    _, _, read = overlaid(tmp_path, action)
    node = read.root.child("paths").child("/one").child("get").child("tags")
    issue = read.placed(node.error("wrong").issue)
    assert issue.loc.file.endswith("overlay0.yaml")
    assert issue.place is not None
    assert issue.place.line == 6


def test_an_error_behind_a_removed_item_is_shown_at_its_own_line(tmp_path: Path) -> None:
    """Removing an item moves those behind it; their lines stay where they are."""
    base = "openapi: 3.1.0\ntags:\n  - {name: a}\n  - {name: b}\n  - {name: c}\n"
    _, _, read = overlaid(tmp_path, "- {target: '$.tags[0]', remove: true}", base=base)
    node = read.root.child("tags").child(1).child("name")
    assert node.value == "c"
    issue = read.placed(node.error("wrong").issue)
    assert issue.place is not None
    assert issue.place.line == 5
