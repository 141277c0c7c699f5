"""Models to code: fields, members, variants, modules and what they export."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.languages import LANGUAGES
from generator.package import ModelPlan, TagPlan
from tests.unit.support import packaged, with_schemas


def plans(folder: Path, key: str, *rows: str) -> dict[str, ModelPlan]:
    package = packaged(folder, with_schemas(*rows), key)
    return {model.name.name: model for module in package.modules for model in module.models}


def test_fields_know_code_and_wire(tmp_path: Path) -> None:
    row = "Root: {type: object, required: [a], properties: {a: {type: string}, bC: {type: [integer, 'null']}}}"
    a, b = plans(tmp_path, "python", row)["Root"].fields
    assert (a.name, a.wire, a.renamed, a.required, a.type) == ("a", "a", False, True, "str")
    assert (b.name, b.wire, b.renamed, b.nullable) == ("b_c", "bC", True, True)
    assert (b.type, b.typed) == ("OptionalNullable[int]", "NotRequired[int | None]")
    _, b = plans(tmp_path, "typescript", row)["Root"].fields
    assert (b.name, b.type, b.codec, b.renamed) == ("bC", "number | null", '"integer"', False)


@pytest.mark.parametrize(
    ("values", "members"),
    [
        ("[red, dark-blue]", ["Red", "DarkBlue"]),
        ("[1, -1]", ["One", "Minus1"]),
        ("['1', '-1']", ["One", "Minus1"]),
        ("[a, A, a_]", ["A", "A_", "A_2"]),
        ("['']", ["Empty"]),
        ("[100%]", ["OneHundred"]),
    ],
)
def test_members_of_enums(tmp_path: Path, values: str, members: list[str]) -> None:
    plan = plans(tmp_path, "typescript", f"Root: {{enum: {values}}}")["Root"]
    assert [member.name for member in plan.members] == members


def test_a_member_of_signs_alone_has_a_name_like_the_others(tmp_path: Path) -> None:
    plan = plans(tmp_path, "typescript", "Root: {enum: ['*/', '<', a]}")["Root"]
    assert all(member.name[0].isupper() for member in plan.members)


def test_literals_of_members_are_escaped(tmp_path: Path) -> None:
    plan = plans(tmp_path, "python", "Root: {enum: ['a\"b', 'c\\d']}")["Root"]
    assert [member.literal for member in plan.members] == ['"a\\"b"', '"c\\\\d"']


UNION = "Root: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}"
A = "A: {type: object, required: [isA], properties: {isA: {const: a}}}"
B = "B: {type: object, required: [isA], properties: {isA: {const: b}}}"


def test_a_discriminator_has_a_name_in_code_and_on_the_wire(tmp_path: Path) -> None:
    plan = plans(tmp_path, "python", UNION, A, B)["Root"]
    assert (plan.discriminator, plan.discriminator_wire) == ("is_a", "isA")
    assert plan.type_union == "_models.A | _models.B | _UnknownVariant"
    assert plan.mapping == (
        TagPlan(literal='"a"', codec="_models.A", place=0),
        TagPlan(literal='"b"', codec="_models.B", place=1),
    )
    plan = plans(tmp_path, "typescript", UNION, A, B)["Root"]
    assert [tag.codec for tag in plan.mapping] == ["() => A$", "() => B$"]
    assert plan.unknown == 'UnknownVariant$<"isA">'


def test_a_discriminator_that_leaves_members_out_is_none(tmp_path: Path) -> None:
    row = "Root: {oneOf: [{$ref: '#/components/schemas/A'}, {type: string}], discriminator: {propertyName: isA}}"
    plan = plans(tmp_path, "python", row, A)["Root"]
    assert (plan.discriminator, plan.mapping) == ("", ())


def test_extra_properties_have_a_type(tmp_path: Path) -> None:
    row = "Root: {properties: {a: {}}, additionalProperties: {type: integer}}"
    assert plans(tmp_path, "python", row)["Root"].extra == "int"
    plan = plans(tmp_path, "typescript", row)["Root"]
    assert (plan.extra, plan.extra_codec) == ("number", '"integer"')


@pytest.mark.parametrize("key", LANGUAGES)
def test_a_component_and_its_parts_are_one_module(tmp_path: Path, key: str) -> None:
    row = "Root: {type: object, properties: {kind: {enum: [a]}, in: {type: object, properties: {x: {}}}}}"
    package = packaged(tmp_path, with_schemas(row), key)
    (module,) = package.modules
    assert [model.name.name for model in module.models] == ["Root", "Kind", "In"]
    assert {"Root", "Kind", "In"} <= set(module.exports)


@pytest.mark.parametrize("key", LANGUAGES)
def test_every_namespace_is_there_even_if_empty(tmp_path: Path, key: str) -> None:
    package = packaged(tmp_path, with_schemas("Root: {type: string}"), key)
    assert tuple(space.name for space in package.namespaces) == LANGUAGES[key].namespaces


def test_a_module_does_not_import_itself(tmp_path: Path) -> None:
    row = "Root: {type: object, properties: {next: {$ref: '#/components/schemas/Root'}}}"
    (module,) = packaged(tmp_path, with_schemas(row), "typescript").modules
    assert not [line for line in module.imports if "./root.js" in line]
