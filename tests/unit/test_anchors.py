"""Names beside pointers: looked for in the nearest home first, and never in data."""

from __future__ import annotations

import pytest

from generator.anchors import Anchors, anchors_of
from generator.diagnostics import Path

ADDRESS = "file:///spec.yaml"
COMPONENTS = {
    "openapi": "3.1.0",
    "components": {
        "schemas": {
            "A": {"$anchor": "x", "$defs": {"D": {"$dynamicAnchor": "node"}}},
            "B": {"$anchor": "x", "items": {"$dynamicRef": "#node"}},
            "C": {"$id": "schemas/c", "properties": {"p": {"$anchor": "y"}}},
        }
    },
}


def found(value: object = COMPONENTS) -> Anchors:
    return anchors_of(value, ADDRESS, marked=True)


def schema(name: str, *rest: str) -> Path:
    return ("components", "schemas", name, *rest)


def test_an_anchor_is_that_of_the_nearest_home() -> None:
    anchors = found()
    assert anchors.find(schema("A", "properties"), "x") == schema("A")
    assert anchors.find(schema("B"), "x") == schema("B")
    assert anchors.find(("paths", "/x"), "x") == schema("A")
    assert anchors.find(schema("B"), "nope") is None


def test_an_id_is_an_address_below_that_around_it() -> None:
    anchors = found()
    assert anchors.base(schema("C", "properties")) == (schema("C"), "file:///schemas/c")
    assert anchors.base(schema("A")) == ((), ADDRESS)
    nested = {"$id": "https://a.com/x/", "properties": {"p": {"$id": "y"}}}
    assert found(nested).base(("properties", "p", "type")) == (
        ("properties", "p"),
        "https://a.com/x/y",
    )


def test_a_document_may_say_its_own_address() -> None:
    assert found({"$self": "https://a.com/api#x"}).base(("paths",)) == ((), "https://a.com/api")
    assert found({"$self": "sub/api.yaml"}).base(()) == ((), "file:///sub/api.yaml")


def test_dynamic_anchors_and_who_asks_for_them() -> None:
    anchors = found()
    assert anchors.dynamic == {schema("A"): {"node": schema("A", "$defs", "D")}}
    assert anchors.asked == {schema("B"): {"node"}}


def test_what_brings_definitions_to_its_target_is_a_home() -> None:
    value = {"s": {"$ref": "#/x", "$defs": {"a": {"$dynamicAnchor": "t"}}}}
    assert found(value).dynamic == {("s",): {"t": ("s", "$defs", "a")}}


@pytest.mark.parametrize(
    "value",
    [
        {"example": {"$anchor": "x"}},
        {"default": {"a": [{"$anchor": "x"}]}},
        {"enum": [{"$anchor": "x"}]},
        {"const": {"$anchor": "x"}},
        {"properties": {"$anchor": {"type": "string"}}},
        {"properties": {"$id": {"type": "string"}}},
        {"properties": {"$anchor": "x"}},
        {"$anchor": 5, "$id": [], "$dynamicAnchor": {}, "$dynamicRef": 7},
    ],
)
def test_data_and_names_of_properties_are_no_anchors(value: object) -> None:
    assert found(value) == Anchors({(): ADDRESS})


def test_a_property_may_be_called_like_data() -> None:
    assert found({"properties": {"example": {"$anchor": "x"}}}).find((), "x") == (
        "properties",
        "example",
    )


def test_an_id_of_old_that_is_a_fragment_is_an_anchor() -> None:
    assert found({"definitions": {"a": {"$id": "#x"}}}).find((), "x") == ("definitions", "a")


def test_a_file_without_marks_is_not_searched() -> None:
    assert anchors_of(COMPONENTS, ADDRESS, marked=False) == Anchors({(): ADDRESS})
