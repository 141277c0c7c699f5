"""Schemas to types and models."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.api import (
    Array,
    EnumShape,
    Literal,
    Map,
    Model,
    Named,
    Nullable,
    ObjectShape,
    Scalar,
    Type,
    UnionShape,
    Unknown,
)
from tests.unit.support import api_of, understood, with_schemas

STRING = Scalar(kind="string")


def models(folder: Path, *rows: str) -> dict[str, Model]:
    return {
        model.ref.split("/", 3)[-1]: model for model in api_of(folder, with_schemas(*rows)).models
    }


def field_type(folder: Path, text: str, *rows: str) -> Type:
    """The type of a property `x` of a model."""
    shape = models(folder, f"Root: {{type: object, properties: {{x: {text}}}}}", *rows)[
        "Root"
    ].shape
    assert isinstance(shape, ObjectShape)
    return shape.fields[0].type


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("{type: string}", STRING),
        ("{type: string, format: uuid}", Scalar(kind="string", format="uuid")),
        ("{type: string, format: date}", Scalar(kind="date", format="date")),
        ("{type: string, format: date-time}", Scalar(kind="date-time", format="date-time")),
        ("{type: string, format: binary}", Scalar(kind="file", format="binary")),
        ("{type: integer, format: int64}", Scalar(kind="integer", format="int64")),
        ("{type: number}", Scalar(kind="number")),
        ("{type: [integer, number]}", Scalar(kind="number")),
        ("{type: boolean}", Scalar(kind="boolean")),
        ("{type: array, items: {type: string}}", Array(items=STRING)),
        ("{type: array}", Array(items=Unknown())),
        ("{items: {type: string}}", Array(items=STRING)),
        ("{type: object}", Map(values=Unknown())),
        ("{type: object, additionalProperties: {type: string}}", Map(values=STRING)),
        ("{type: object, additionalProperties: true}", Map(values=Unknown())),
        ("{}", Unknown()),
        ("true", Unknown()),
        ("{const: a}", Literal(value="a")),
        ("{const: 1}", Literal(value=1)),
        ("{type: boolean, enum: [true]}", Literal(value=True)),
        ("{type: boolean, enum: [true, false]}", Scalar(kind="boolean")),
        ("{type: number, format: decimal}", Scalar(kind="decimal", format="decimal")),
        ("{type: integer, format: bigint}", Scalar(kind="bigint", format="bigint")),
        ("{type: string, format: decimal}", Scalar(kind="string", format="decimal")),
        ("{type: number, enum: [1.5, 2]}", Scalar(kind="number")),
        ("{type: string, nullable: true}", Nullable(type=STRING)),
        ("{type: [string, 'null']}", Nullable(type=STRING)),
        ("{oneOf: [{type: string}, {type: 'null'}]}", Nullable(type=STRING)),
        ("{anyOf: [{type: 'null'}, {type: 'null'}]}", Nullable(type=Unknown())),
        ("{allOf: [{type: string}]}", STRING),
        ("{allOf: [{type: string}, {description: x}]}", STRING),
        ("{oneOf: [{type: string, format: uuid}, {type: string}]}", STRING),
        (
            "{oneOf: [{type: string, format: date}, {type: string, format: date-time}]}",
            Scalar(kind="date-time", format="date-time"),
        ),
        ("{anyOf: [{required: [a]}, {required: [b]}], type: string}", STRING),
        ("{type: array, items: {type: [string, 'null']}}", Array(items=Nullable(type=STRING))),
    ],
)
def test_types(tmp_path: Path, text: str, type: Type) -> None:
    assert field_type(tmp_path, text) == type


def test_an_object_keeps_its_fields_in_order_with_their_facts(tmp_path: Path) -> None:
    shape = models(
        tmp_path,
        "Root:\n  type: object\n  required: [b]\n  properties:\n"
        "    b: {type: string, description: B, deprecated: true, readOnly: true}\n"
        "    a: {type: integer, default: 0, example: 7}",
    )["Root"].shape
    assert isinstance(shape, ObjectShape)
    b, a = shape.fields
    assert (b.name, b.required, b.description, b.deprecated, b.read_only) == (
        "b",
        True,
        "B",
        True,
        True,
    )
    assert (a.name, a.required, a.has_default, a.default, a.example.values) == (
        "a",
        False,
        True,
        0,
        (7,),
    )


def test_an_enum_is_a_model_of_its_values(tmp_path: Path) -> None:
    assert field_type(tmp_path, "{enum: [b, a, b, null]}") == Nullable(
        type=Named(ref="#/components/schemas/Root/properties/x")
    )
    shape = models(tmp_path, "Root: {enum: [b, a, b, 1, true]}")["Root"].shape
    assert shape == EnumShape(values=("b", "a", 1, True))


def test_one_and_true_are_different_values(tmp_path: Path) -> None:
    shape = models(tmp_path, "Root: {enum: [1, true, '1']}")["Root"].shape
    assert isinstance(shape, EnumShape)
    assert [(type(v), v) for v in shape.values] == [(int, 1), (bool, True), (str, "1")]


def test_an_enum_of_nothing_warns(tmp_path: Path) -> None:
    _, issues = understood(tmp_path, with_schemas("Root: {type: string, enum: []}"))
    assert [(i.severity, i.place.line if i.place else 0) for i in issues] == [("warning", 11)]


def test_a_union_keeps_its_members_once(tmp_path: Path) -> None:
    shape = models(tmp_path, "Root: {oneOf: [{type: string}, {type: integer}, {type: string}]}")[
        "Root"
    ].shape
    assert isinstance(shape, UnionShape)
    assert shape.variants == (STRING, Scalar(kind="integer"))


def test_several_types_are_a_union(tmp_path: Path) -> None:
    shape = models(tmp_path, "Root: {type: [string, integer]}")["Root"].shape
    assert shape == UnionShape(variants=(STRING, Scalar(kind="integer")))


def test_a_model_inside_itself_is_referred_to(tmp_path: Path) -> None:
    root = models(
        tmp_path, "Root: {type: object, properties: {next: {$ref: '#/components/schemas/Root'}}}"
    )
    shape = root["Root"].shape
    assert isinstance(shape, ObjectShape)
    assert shape.fields[0].type == Named(ref="#/components/schemas/Root")


def test_a_list_inside_itself_gets_a_name(tmp_path: Path) -> None:
    found = models(tmp_path, "Root: {type: array, items: {$ref: '#/components/schemas/Root'}}")
    ref = Named(ref="#/components/schemas/Root")
    assert found["Root"].shape == UnionShape(variants=(Array(items=ref),))


def test_models_refer_to_each_other(tmp_path: Path) -> None:
    found = models(
        tmp_path,
        "Root: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}",
        "B: {type: object, properties: {a: {$ref: '#/components/schemas/Root'}}}",
    )
    assert sorted(found) == ["B", "Root"]


def test_a_map_in_a_circle(tmp_path: Path) -> None:
    found = models(
        tmp_path,
        "Root: {type: object, additionalProperties: {$ref: '#/components/schemas/Root'}}",
    )
    assert isinstance(found["Root"].shape, UnionShape)


def test_components_that_nobody_uses_are_left_out(tmp_path: Path) -> None:
    assert "Spare" not in models(
        tmp_path, "Root: {type: object, properties: {a: {}}}", "Spare: {enum: [a]}"
    )


def test_extra_properties_of_an_object(tmp_path: Path) -> None:
    rows = "Root: {properties: {a: {}}, additionalProperties: {type: string}}"
    shape = models(tmp_path, rows)["Root"].shape
    assert isinstance(shape, ObjectShape)
    assert shape.extra == STRING


def test_deep_nesting_is_understood(tmp_path: Path) -> None:
    text = "{type: array, items: " * 60 + "{type: string}" + "}" * 60
    assert isinstance(field_type(tmp_path, text), Array)


def test_many_uses_of_one_schema_are_one_model(tmp_path: Path) -> None:
    """Each level uses the next twice: walked as a tree that would be 2^60 schemas."""
    rows = [
        f"N{n}: {{type: object, properties: {{a: {{$ref: '#/components/schemas/N{n + 1}'}},"
        f" b: {{$ref: '#/components/schemas/N{n + 1}'}}}}}}"
        for n in range(60)
    ]
    rows.append("N60: {type: object, properties: {x: {type: string}}}")
    assert len(models(tmp_path, "Root: {$ref: '#/components/schemas/N0'}", *rows)) == 61


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("Root: 5", "lead to a schema"),
        ("Root: [a]", "lead to a schema"),
        ("Root: {type: strng}", "'strng' is no type"),
        ("Root: {oneOf: []}", "at least one member"),
        ("Root: {oneOf: 5}", "a list is expected"),
        ("Root: {properties: [a]}", "a mapping is expected"),
        ("Root: {type: object, properties: {a: 5}}", "a schema is expected"),
        ("Root: {allOf: [{$ref: '#/components/schemas/Root'}], properties: {}}", "itself"),
        ("Root: {enum: 5}", "a list is expected"),
        ("Root: {description: [a], properties: {a: {}}}", "text is expected"),
        ("Root: {deprecated: maybe, properties: {a: {}}}", "true or false is expected"),
        ("Root: {$ref: '#/components/schemas/Nope'}", "leads nowhere"),
    ],
)
def test_what_is_no_schema_is_refused_where_it_stands(
    tmp_path: Path, rows: str, message: str
) -> None:
    _, issues = understood(tmp_path, with_schemas(rows))
    assert issues
    assert message in issues[0].message
    assert issues[0].place is not None
    assert issues[0].place.line >= 8


def test_two_faulty_fields_are_two_problems(tmp_path: Path) -> None:
    rows = "Root:\n  type: object\n  properties:\n    a: {type: x}\n    b: {type: string}\n    c: 5"
    _, issues = understood(tmp_path, with_schemas(rows))
    assert [issue.place.line for issue in issues if issue.place] == [14, 16]


PARTS = (
    "Cat: {type: object, properties: {claws: {type: integer}}}",
    "Dog: {type: object, properties: {bark: {type: string}}}",
)


def names_of_fields(model: Model) -> list[str]:
    assert isinstance(model.shape, ObjectShape)
    return [field.name for field in model.shape.fields]


@pytest.mark.parametrize("key", ["oneOf", "anyOf"])
def test_alternatives_beside_properties_have_them_too(tmp_path: Path, key: str) -> None:
    pet = (
        f"Root: {{properties: {{kind: {{type: string}}}}, required: [kind], {key}: ["
        "{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}],"
        " discriminator: {propertyName: kind, mapping: {c: Cat}}}"
    )
    found = models(tmp_path, pet, *PARTS)
    shape = found["Root"].shape
    assert isinstance(shape, UnionShape)
    refs = [f"#/components/schemas/Root/{key}/{n}" for n in (0, 1)]
    assert [v.ref for v in shape.variants if isinstance(v, Named)] == refs
    assert shape.mapping == (("c", refs[0]), ("Dog", refs[1]))
    assert names_of_fields(found[f"Root/{key}/0"]) == ["kind", "claws"]
    assert names_of_fields(found[f"Root/{key}/1"]) == ["kind", "bark"]


def test_alternatives_in_a_part_of_all_of_meet_the_other_parts(tmp_path: Path) -> None:
    pet = (
        "Root: {allOf: [{type: object, properties: {kind: {type: string}}}, {oneOf: ["
        "{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}]}"
    )
    found = models(tmp_path, pet, *PARTS)
    assert isinstance(found["Root"].shape, UnionShape)
    assert names_of_fields(found["Root/allOf/1/oneOf/1"]) == ["kind", "bark"]


def test_two_lists_of_alternatives_make_one_wide_object(tmp_path: Path) -> None:
    pet = (
        "Root: {properties: {kind: {type: string}}, oneOf: [{$ref: '#/components/schemas/Cat'}],"
        " anyOf: [{$ref: '#/components/schemas/Dog'}]}"
    )
    assert names_of_fields(models(tmp_path, pet, *PARTS)["Root"]) == ["kind", "claws", "bark"]


@pytest.mark.parametrize(
    "extension",
    [
        "x-enum-varnames: [One, Two]",
        "x-speakeasy-enums: {'1': One, '2': Two}",
        "x-enumNames: [One, Two]",
        "x-ms-enum: {values: [{value: 1, name: One}, {value: 2, name: Two}]}",
    ],
)
def test_values_have_the_names_a_document_gives(tmp_path: Path, extension: str) -> None:
    shape = models(tmp_path, f"Root: {{type: integer, enum: [1, 2], {extension}}}")["Root"].shape
    assert isinstance(shape, EnumShape)
    assert shape.names == ("One", "Two")


def test_names_that_fit_no_value_are_left_alone(tmp_path: Path) -> None:
    row = "Root: {type: string, enum: [a, b], x-enum-varnames: [One]}"
    shape = models(tmp_path, row)["Root"].shape
    assert isinstance(shape, EnumShape)
    assert shape.names == ()


def test_only_the_faulty_part_of_a_schema_is_anything(tmp_path: Path) -> None:
    rows = (
        "Root:\n  type: object\n  properties:\n    a: {type: array, items: {type: x}}\n"
        "    b: {oneOf: [{type: string}, {$ref: '#/none'}]}\n    c: {type: string, readOnly: 5}\n"
        "    d: {type: integer}"
    )
    api, issues = understood(tmp_path, with_schemas(rows))
    shapes = {model.naming.leaf: model.shape for model in api.models}
    root, union = shapes["Root"], shapes["b"]
    assert isinstance(root, ObjectShape)
    assert isinstance(union, UnionShape)
    assert [field.name for field in root.fields] == ["a", "b", "d"]
    assert root.fields[0].type == Array(items=Unknown())
    assert union.variants == (STRING, Unknown())
    here = "#/components/schemas/Root/properties"
    assert [issue.part for issue in issues] == [
        f"schema {here}/a/items",
        f"schema {here}/b/oneOf/1",
        f"field {here}/c",
    ]


def test_a_faulty_schema_that_a_part_of_it_names_keeps_its_name(tmp_path: Path) -> None:
    rows = (
        "Root: {oneOf: [{type: object, properties: {r: {$ref: '#/components/schemas/Root'}}},"
        " {type: object, properties: {x: {type: string}}}], discriminator: {mapping: {}}}"
    )
    api, issues = understood(tmp_path, with_schemas(rows))
    (root,) = api.models
    assert root.shape == UnionShape(variants=(Unknown(),))
    assert [issue.part for issue in issues] == ["schema #/components/schemas/Root"]


# --- references with more beside them ---------------------------------------------------------------


def test_keywords_beside_a_reference_are_merged(tmp_path: Path) -> None:
    rows = (
        "Root: {type: object, properties: {a: {$ref: '#/components/schemas/Base', required: [x]},"
        " b: {$ref: '#/components/schemas/Base', description: only said}}}",
        "Base: {type: object, properties: {x: {type: string}}}",
    )
    made = {model.naming.leaf: model for model in models(tmp_path, *rows).values()}
    assert set(made) == {"Root", "a", "Base"}
    narrowed, root = made["a"].shape, made["Root"].shape
    assert isinstance(narrowed, ObjectShape)
    assert isinstance(root, ObjectShape)
    assert narrowed.fields[0].required
    assert root.fields[1].type == Named(ref="#/components/schemas/Base")
    assert root.fields[1].description == "only said"


def test_an_object_among_several_types_is_a_model_of_its_own(tmp_path: Path) -> None:
    row = "Root: {type: [string, object], properties: {a: {type: string}}}"
    found = models(tmp_path, row)
    shape = found["Root"].shape
    assert isinstance(shape, UnionShape)
    assert shape.variants == (STRING, Named(ref="#/components/schemas/Root object"))
    assert names_of_fields(found["Root object"]) == ["a"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("{prefixItems: [{type: string}, {type: string}]}", {STRING}),
        ("{prefixItems: [{type: string}], items: false}", {STRING}),
        (
            "{prefixItems: [{type: string}], items: {type: boolean}}",
            {STRING, Scalar(kind="boolean")},
        ),
    ],
)
def test_items_of_tuples(tmp_path: Path, text: str, types: set[Type]) -> None:
    found = models(tmp_path, f"Root: {{type: object, properties: {{x: {text}}}}}")
    shape = found["Root"].shape
    assert isinstance(shape, ObjectShape)
    array = shape.fields[0].type
    assert isinstance(array, Array)
    item = array.items
    inner = found.get(item.ref.split("/", 3)[-1]) if isinstance(item, Named) else None
    assert {*(inner.shape.variants if inner else (item,))} == types  # type: ignore[union-attr]


def test_values_with_fractions_beside_text_are_anything(tmp_path: Path) -> None:
    assert field_type(tmp_path, "{enum: [1.5, 2]}") == Scalar(kind="number")
    assert field_type(tmp_path, "{enum: [1.5, a]}") == Unknown()


def test_alternatives_that_are_constants_are_an_enum_with_titles(tmp_path: Path) -> None:
    row = "Root: {oneOf: [{const: 1, title: One}, {const: 2, title: Two}]}"
    shape = models(tmp_path, row)["Root"].shape
    assert shape == EnumShape(values=(1, 2), names=("One", "Two"))
    row = "Root: {oneOf: [{const: 1}, {type: string}]}"
    assert isinstance(models(tmp_path, row)["Root"].shape, UnionShape)
