"""What tells members of a union apart: said by the document, or seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.api import ObjectShape, UnionShape
from tests.unit.support import api_of, understood, with_schemas

REF = "#/components/schemas/"
CAT = "Cat: {type: object, required: [kind], properties: {kind: {type: string, const: cat}}}"
DOG = "Dog: {type: object, required: [kind], properties: {kind: {type: string, enum: [dog]}}}"
COW = "Cow: {type: object, required: [kind], properties: {kind: {type: string}}}"


def union(folder: Path, text: str, *rows: str) -> UnionShape:
    api = api_of(folder, with_schemas(f"Root: {text}", *rows))
    shape = next(model.shape for model in api.models if model.ref == f"{REF}Root")
    assert isinstance(shape, UnionShape)
    return shape


def refs(*names: str) -> str:
    return "oneOf: [" + ", ".join(f"{{$ref: '{REF}{name}'}}" for name in names) + "]"


def test_constants_tell_members_apart(tmp_path: Path) -> None:
    shape = union(tmp_path, f"{{{refs('Cat', 'Dog')}}}", CAT, DOG)
    assert shape.discriminator == "kind"
    assert shape.mapping == (("cat", f"{REF}Cat"), ("dog", f"{REF}Dog"))


def test_the_field_is_marked(tmp_path: Path) -> None:
    api = api_of(tmp_path, with_schemas(f"Root: {{{refs('Cat', 'Dog')}}}", CAT, DOG))
    marked = {
        model.ref: [field.discriminates for field in model.shape.fields]
        for model in api.models
        if isinstance(model.shape, ObjectShape)
    }
    assert marked == {f"{REF}Cat": [True], f"{REF}Dog": [True]}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (f"{{{refs('Cat', 'Cow')}}}", (CAT, COW)),
        ("{oneOf: [{$ref: '#/components/schemas/Cat'}, {type: string}]}", (CAT,)),
        (
            f"{{{refs('Cat', 'Dog')}}}",
            (CAT, "Dog: {type: object, required: [kind], properties: {kind: {const: cat}}}"),
        ),
        (
            f"{{{refs('Cat', 'Dog')}}}",
            (CAT, "Dog: {type: object, properties: {kind: {const: dog}}}"),
        ),
        (f"{{{refs('Cat')}}}", (CAT,)),
    ],
)
def test_what_does_not_tell_apart_is_no_discriminator(
    tmp_path: Path, text: str, rows: tuple[str, ...]
) -> None:
    assert union(tmp_path, text, *rows).discriminator == ""


@pytest.mark.parametrize("target", [f"'{REF}Cow'", "Cow"])
def test_a_stated_mapping_is_looked_up(tmp_path: Path, target: str) -> None:
    text = f"{{{refs('Cat', 'Cow')}, discriminator: {{propertyName: kind, mapping: {{moo: {target}}}}}}}"
    shape = union(tmp_path, text, CAT, COW)
    assert shape.mapping == (("moo", f"{REF}Cow"), ("Cat", f"{REF}Cat"))


def test_without_a_mapping_the_names_of_the_schemas_stand(tmp_path: Path) -> None:
    shape = union(
        tmp_path, f"{{{refs('Cat', 'Cow')}, discriminator: {{propertyName: kind}}}}", CAT, COW
    )
    assert [value for value, _ in shape.mapping] == ["Cat", "Cow"]


def test_two_values_may_lead_to_one_member(tmp_path: Path) -> None:
    text = f"{{{refs('Cat', 'Cow')}, discriminator: {{propertyName: kind, mapping: {{a: Cow, b: Cow}}}}}}"
    assert [value for value, _ in union(tmp_path, text, CAT, COW).mapping] == ["a", "b", "Cat"]


@pytest.mark.parametrize(
    ("discriminator", "message"),
    [
        ("{}", "needs `propertyName`"),
        ("{propertyName: kind, mapping: {x: Nope}}", "'Nope', which does not exist"),
        ("{propertyName: kind, mapping: {x: '#/nope'}}", "'#/nope', which does not exist"),
        ("kind", "propertyName"),
    ],
)
def test_faulty_discriminators_are_refused(
    tmp_path: Path, discriminator: str, message: str
) -> None:
    text = f"Root: {{{refs('Cat', 'Cow')}, discriminator: {discriminator}}}"
    _, issues = understood(tmp_path, with_schemas(text, CAT, COW))
    assert [message in issue.message for issue in issues] == [True]


def test_a_member_may_be_a_union_itself(tmp_path: Path) -> None:
    inner = f"Inner: {{{refs('Cat', 'Dog')}}}"
    stated = f"{{{refs('Inner', 'Cow')}, discriminator: {{propertyName: kind}}}}"
    shape = union(tmp_path, stated, CAT, DOG, COW, inner)
    assert shape.discriminator == "kind"
    assert [target for _, target in shape.mapping] == [f"{REF}Inner", f"{REF}Cow"]
