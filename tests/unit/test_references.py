"""What a schema says beside its reference counts where the version says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import SpecError
from generator.references import binds, name_of, parts_of, says_more, target_of
from generator.source import Node
from tests.unit.support import document


def schema(folder: Path, text: str, version: str = "3.1.0") -> Node:
    rows = f"openapi: {version}\ns: {text}\nt: {{type: object}}\nu: {{$ref: '#/t', required: [a]}}"
    return document(folder, rows).root.child("s")


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("{$ref: '#/t'}", False),
        ("{$ref: '#/t', description: x, default: {}, title: y, nullable: true}", False),
        ("{$ref: '#/t', type: object, minProperties: 1}", False),
        ("{$ref: '#/t', properties: {}}", True),
        ("{$ref: '#/t', enum: [a]}", True),
        ("{$ref: '#/t', $defs: {x: {}}}", False),
        ("{properties: {}}", False),
    ],
)
def test_what_shapes_a_type_counts(tmp_path: Path, text: str, more: bool) -> None:
    assert says_more(schema(tmp_path, text)) is more
    assert not says_more(schema(tmp_path, text, "3.0.3"))


def test_the_way_ends_where_more_is_said(tmp_path: Path) -> None:
    assert target_of(schema(tmp_path, "{$ref: '#/u'}")).ref == "#/u"
    assert target_of(schema(tmp_path, "{$ref: '#/u'}", "3.0.3")).ref == "#/t"


def test_a_circle_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="leads back to itself"):
        target_of(schema(tmp_path, "{$ref: '#/s'}"))


def test_a_reference_is_the_first_part(tmp_path: Path) -> None:
    node = schema(tmp_path, "{$ref: '#/t', allOf: [{$ref: '#/u'}, {type: object}]}")
    assert [target_of(part).loc.pointer for part in parts_of(node)] == ["/t", "/u", "/s/allOf/1"]


def test_a_template_is_bound_where_it_is_filled_in(tmp_path: Path) -> None:
    rows = (
        "openapi: 3.1.0\n"
        "a: {$ref: other.yaml, $defs: {x: {$dynamicAnchor: item}}}\n"
        "b: {$ref: other.yaml, $defs: {x: {$dynamicAnchor: else}}}"
    )
    (tmp_path / "other.yaml").write_text(
        "{items: {$dynamicRef: '#item'}, $defs: {x: {$dynamicAnchor: item}}}"
    )
    root = document(tmp_path, rows).root
    assert binds(root.child("a"))
    assert not binds(root.child("b"))


def test_the_name_of_a_schema(tmp_path: Path) -> None:
    assert name_of(schema(tmp_path, "{}")) == "s"
    for file in ("pet.yaml", "pet.schema.json"):
        (tmp_path / file).write_text("{}")
        assert name_of(target_of(schema(tmp_path, f"{{$ref: {file}}}"))) == "pet"
