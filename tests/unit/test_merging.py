"""`allOf` taken in, kinds named or implied, null found in every spelling."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import SpecError
from generator.merging import allows_null, is_null, kinds_of, merge, only_requires
from generator.source import Node
from tests.unit.support import document


def schema(folder: Path, text: str) -> Node:
    return document(
        folder, f"s: {text}\nother: {{properties: {{z: {{}}}}, required: [z]}}"
    ).root.child("s")


def test_parts_are_merged_in_order_and_the_schema_itself_last(tmp_path: Path) -> None:
    node = schema(
        tmp_path,
        "{allOf: [{$ref: '#/other'}, {properties: {a: {type: string}}}],"
        " properties: {a: {type: integer}, b: {}}, required: [b]}",
    )
    merged = merge([node])
    assert list(merged.properties) == ["z", "a", "b"]
    assert merged.properties["a"].value == {"type": "integer"}
    assert list(merged.required) == ["z", "b"]


def test_a_child_keeps_its_place(tmp_path: Path) -> None:
    merged = merge([schema(tmp_path, "{allOf: [{$ref: '#/other'}]}")])
    assert merged.properties["z"].loc.pointer == "/other/properties/z"


@pytest.mark.parametrize(
    ("extra", "value"),
    [("true", True), ("{type: string}", {"type": "string"}), ("{}", {}), ("false", None)],
)
def test_additional_properties(tmp_path: Path, extra: str, value: object) -> None:
    merged = merge([schema(tmp_path, f"{{properties: {{}}, additionalProperties: {extra}}}")])
    assert (merged.extra.value if merged.extra else None) == value


def test_pattern_properties_are_additional(tmp_path: Path) -> None:
    merged = merge([schema(tmp_path, "{patternProperties: {'^x-': {type: integer}}}")])
    assert merged.extra is not None
    assert merged.extra.value == {"type": "integer"}


def test_a_circle_of_parts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="includes itself"):
        merge([schema(tmp_path, "{allOf: [{$ref: '#/s'}]}")])


def test_the_same_part_twice_is_no_circle(tmp_path: Path) -> None:
    merged = merge([schema(tmp_path, "{allOf: [{$ref: '#/other'}, {$ref: '#/other'}]}")])
    assert list(merged.properties) == ["z"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("{type: string}", ["string"]),
        ("{type: [string, 'null']}", ["string"]),
        ("{type: [string, integer]}", ["string", "integer"]),
        ("{type: 'null'}", []),
        ("{properties: {}}", ["object"]),
        ("{additionalProperties: true}", ["object"]),
        ("{items: {}}", ["array"]),
        ("{}", []),
    ],
)
def test_kinds(tmp_path: Path, text: str, kinds: list[str]) -> None:
    assert kinds_of(schema(tmp_path, text)) == kinds


@pytest.mark.parametrize("kind", ["strng", "file", "[string, nope]", "5", "[[a]]", "{a: b}"])
def test_a_kind_that_is_none_is_refused(tmp_path: Path, kind: str) -> None:
    with pytest.raises(SpecError, match="no type of JSON Schema") as caught:
        kinds_of(schema(tmp_path, f"{{type: {kind}}}"))
    assert "string" in caught.value.issue.hint


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{nullable: true}", True),
        ("{type: [string, 'null']}", True),
        ("{type: 'null'}", True),
        ("{enum: [a, null]}", True),
        ("{enum: [a]}", False),
        ("{type: string}", False),
        ("{nullable: false}", False),
    ],
)
def test_null_in_every_spelling(tmp_path: Path, text: str, found: bool) -> None:
    assert allows_null(schema(tmp_path, text)) is found


def test_a_schema_of_null_alone(tmp_path: Path) -> None:
    assert is_null(schema(tmp_path, "{type: 'null'}"))
    assert is_null(schema(tmp_path, "{enum: [null]}"))
    assert not is_null(schema(tmp_path, "true"))


def test_a_union_that_only_requires_is_no_union() -> None:
    assert only_requires([{"required": ["a"]}, {"required": ["b"]}])
    assert not only_requires([{"required": ["a"], "type": "object"}])
    assert not only_requires([])
    assert not only_requires("x")
