"""Paths into JSON: how they are written, and what they lead to in types."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.api import Array, Named, Scalar, Type, Unknown
from generator.paging import path_of
from generator.paths import items_of, reached, walk
from tests.unit.support import api_of, with_schemas

TEXT, WHOLE = Scalar(kind="string"), Scalar(kind="integer")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("$", ()),
        ("$.a", ("a",)),
        ("$.a.b-c.d_e.$f", ("a", "b-c", "d_e", "$f")),
        ("$['a b'][\"c'd\"]", ("a b", "c'd")),
        ("$[0].a[-1]", (0, "a", -1)),
        ("$.a[(@.length-1)].id", ("a", -1, "id")),
        ("$.a[( @.length - 2 )]", ("a", -2)),
    ],
)
def test_a_path(text: str, path: tuple[str | int, ...]) -> None:
    assert path_of(text) == path


@pytest.mark.parametrize(
    "text",
    ["", "a", ".a", "$a", "$.", "$..a", "$.*", "$[*]", "$.a[?(@.b)]", "$[1:2]", "$[0,1]", "$.a b",
     "$['a", "$['a\\'b']", "$[(@.length)]", "$[(@.length-0)]", "$.a[", "$[9999999999]"],
)  # fmt: skip
def test_no_path(text: str) -> None:
    assert path_of(text) is None


ROOT = """
Root: {type: object, properties: {a: {$ref: '#/components/schemas/A'}, m: {type: object, additionalProperties: {type: integer}}, any: {}, u: {oneOf: [{type: string}, {$ref: '#/components/schemas/A'}, {type: array, items: {type: integer}}]}}}
A: {type: object, properties: {list: {type: [array, 'null'], items: {type: string}}, self: {$ref: '#/components/schemas/A'}}}
""".strip()


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("$", Named(ref="#/components/schemas/Root")),
        ("$.a.list[0]", TEXT),
        ("$.a.self.self.list[-1]", TEXT),
        ("$.m.whatever", WHOLE),
        ("$.any.a[3]", Unknown()),
        ("$.u.list[0]", TEXT),
        ("$.u[0]", WHOLE),
        ("$.b", None),
        ("$.a[0]", None),
        ("$.a.list.b", None),
        ("$.u.gone", None),
    ],
)
def test_what_a_path_leads_to(tmp_path: Path, text: str, type: Type | None) -> None:
    models = {model.ref: model for model in api_of(tmp_path, with_schemas(ROOT)).models}
    path = path_of(text)
    assert path is not None
    assert reached(Named(ref="#/components/schemas/Root"), path, models) == type


def test_steps_know_whose_fields_they_are(tmp_path: Path) -> None:
    models = {model.ref: model for model in api_of(tmp_path, with_schemas(ROOT)).models}
    root, a = "#/components/schemas/Root", "#/components/schemas/A"
    steps, end = walk(Named(ref=root), ("u", "list"), models)
    assert steps == ((root, "u"), (a, "list"))
    assert items_of(end, models) == TEXT
    assert items_of(TEXT, models) is None
    assert items_of(Array(items=WHOLE), models) == WHOLE
