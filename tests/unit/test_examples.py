"""The document's own examples first, else a fixed choice."""

from __future__ import annotations

import pytest

from generator.api import (
    Array,
    Atom,
    Entries,
    EnumShape,
    Example,
    Field,
    FileShape,
    Items,
    Literal,
    Map,
    Model,
    Named,
    Naming,
    Nullable,
    ObjectShape,
    Record,
    Scalar,
    Shape,
    Type,
    UnionShape,
    Unknown,
    Value,
)
from generator.diagnostics import Loc
from generator.examples import Examples

STRING, NUMBER = Scalar(kind="string"), Scalar(kind="integer")


def model(ref: str, shape: Shape, example: Example = Example()) -> Model:  # noqa: B008
    return Model(
        ref=ref, loc=Loc(file="x"), naming=Naming(leaf=ref), room="component", root=ref, shape=shape,
        example=example,
    )  # fmt: skip


def field(name: str, type: Type, required: bool = True, **facts: object) -> Field:
    return Field(name=name, type=type, required=required, **facts)  # type: ignore[arg-type]


LINE = model("line", ObjectShape(fields=(field("id", STRING), field("n", NUMBER, False))))
TREE = model("tree", ObjectShape(fields=(field("kids", Array(items=Named(ref="tree"))),)))
CHAIN = model("chain", ObjectShape(fields=(field("next", Named(ref="chain")),)))
KIND = model("kind", EnumShape(values=("b", "a")))
EITHER = model("either", UnionShape(variants=(NUMBER, Named(ref="line"))))
FILE = model("file", FileShape())
MODELS = {m.ref: m for m in (LINE, TREE, CHAIN, KIND, EITHER, FILE)}
EXAMPLES = Examples(MODELS)


def given(*values: object) -> Example:
    return Example(values=values)


@pytest.mark.parametrize(
    ("type", "name", "value"),
    [
        (STRING, "", Atom(value="<value>")),
        (STRING, "userId", Atom(value="<id>")),
        (STRING, "api_key", Atom(value="<key>")),
        (STRING, "homeUrl", Atom(value="https://example.com")),
        (Scalar(kind="string", format="email"), "x", Atom(value="user@example.com")),
        (NUMBER, "", Atom(value=1)),
        (Scalar(kind="boolean"), "", Atom(value=True)),
        (Scalar(kind="date"), "", Atom(value="2026-01-31")),
        (Scalar(kind="file"), "", Atom(value="example.file", kind="file")),
        (Literal(value="x"), "", Atom(value="x")),
        (Nullable(type=NUMBER), "", Atom(value=1)),
        (Array(items=NUMBER), "", Items(items=(Atom(value=1),))),
        (Map(values=NUMBER), "", Entries(entries=(("key", Atom(value=1)),))),
        (Named(ref="kind"), "", Atom(value="b")),
        (Named(ref="line"), "", Record(ref="line", fields=(("id", Atom(value="<id>")),))),
        (Named(ref="either"), "", Atom(value=1)),
        (Named(ref="file"), "", Atom(value="example.file", kind="file")),
        (Unknown(), "", Atom(value="<value>")),
    ],
)
def test_a_fixed_choice(type: Type, name: str, value: Value) -> None:
    assert EXAMPLES.of_type(type, Example(), name) == value


@pytest.mark.parametrize("ref", ["tree", "chain"])
def test_a_circle_ends(ref: str) -> None:
    value: object = EXAMPLES.of_type(Named(ref=ref), Example(), "")
    depth = 0
    while isinstance(value, Record | Items):
        inside = value.items if isinstance(value, Items) else tuple(v for _, v in value.fields)
        value, depth = (inside[0] if inside else None), depth + 1
    assert 0 < depth < 20


def test_a_given_example_is_taken_as_it_is() -> None:
    value = EXAMPLES.of_type(Array(items=Named(ref="line")), given([{"id": "a", "z": [1]}]), "")
    line = (("id", Atom(value="a")), ("z", Items(items=(Atom(value=1),))))
    assert value == Items(items=(Record(ref="line", fields=line),))


def test_an_example_that_does_not_fit_gives_its_number_of_items() -> None:
    value = EXAMPLES.of_type(Array(items=Named(ref="line")), given([{"n": 1}, {"n": 2}]), "")
    assert isinstance(value, Items)
    assert len(value.items) == 2
    assert value.items[0] == value.items[1]


def test_an_example_of_another_type_is_dropped() -> None:
    assert EXAMPLES.of_type(NUMBER, given("no number"), "") == Atom(value=1)


def test_an_example_of_null_is_null() -> None:
    assert EXAMPLES.of_type(Nullable(type=STRING), given(None), "") == Atom(value=None)


@pytest.mark.parametrize(
    ("raw", "type", "fits"),
    [
        ("a", STRING, True),
        (1, STRING, False),
        (1, NUMBER, True),
        (1.0, NUMBER, True),
        (1.5, NUMBER, False),
        (True, NUMBER, False),
        (True, Scalar(kind="boolean"), True),
        (None, Nullable(type=STRING), True),
        (None, STRING, False),
        ("c", Named(ref="kind"), False),
        ({"id": "a"}, Named(ref="line"), True),
        ({"n": 1}, Named(ref="line"), False),
        ({"id": "a"}, Named(ref="either"), True),
        ([1, "a"], Array(items=NUMBER), False),
        ({"a": 1}, Map(values=NUMBER), True),
        ("x", Scalar(kind="file"), False),
        ({"a": object}, Unknown(), True),
    ],
)
def test_what_fits(raw: object, type: Type, fits: bool) -> None:
    assert EXAMPLES.fits(raw, type) is fits


@pytest.mark.parametrize(
    ("shown", "entry"),
    [
        (True, field("a", STRING)),
        (False, field("a", STRING, read_only=True)),
        (False, field("a", STRING, False)),
        (True, field("a", STRING, False, example=given("x"))),
        (False, field("a", STRING, False, example=given("x"), deprecated=True)),
        (False, field("a", STRING, False, example=given(3), has_default=True, default=3)),
        (True, field("a", STRING, False, example=given(4), has_default=True, default=3)),
        (False, field("a", Named(ref="line"), False)),
    ],
)
def test_which_fields_are_shown(shown: bool, entry: Field) -> None:
    assert EXAMPLES.shows(entry) is shown


def test_an_optional_field_is_shown_for_an_example_below() -> None:
    inner = model("inner", ObjectShape(fields=(field("a", STRING, False, example=given("x")),)))
    examples = Examples({"inner": inner})
    assert examples.shows(field("f", Array(items=Named(ref="inner")), False))


def test_an_example_of_the_whole_gives_what_it_names() -> None:
    value = EXAMPLES.root(LINE, (Example(), given({"n": 7, "z": 1})))
    assert value == Record(ref="line", fields=(("id", Atom(value="<id>")), ("n", Atom(value=7))))


def weight(value: Value) -> int:
    if isinstance(value, Atom):
        return 1
    if isinstance(value, Items):
        return 1 + sum(map(weight, value.items))
    entries = value.fields if isinstance(value, Record) else value.entries
    return 1 + sum(weight(item) for _, item in entries)


def test_a_model_that_holds_itself_many_times_has_an_example_of_bounded_size() -> None:
    """Twice itself, twelve deep, would be eight thousand values; five times, 244 million."""
    link = Nullable(type=Named(ref="Tree"))
    fields = tuple(field(name, link) for name in "ab")
    tree = model("Tree", ObjectShape(fields=fields))
    value = Examples({"Tree": tree}).of_type(Named(ref="Tree"), Example(), "")
    assert 5 < weight(value) <= 1000


def test_a_chain_of_models_is_shown_deep() -> None:
    link = Nullable(type=Named(ref="Chain"))
    chain = model("Chain", ObjectShape(fields=(field("next", link), field("id", STRING))))
    value = Examples({"Chain": chain}).of_type(Named(ref="Chain"), Example(), "")
    assert weight(value) > 20


def test_one_model_under_two_names_has_two_examples() -> None:
    either = model("Either", UnionShape(variants=(STRING, NUMBER)))
    examples = Examples({"Either": either})
    assert examples.of_type(Named(ref="Either"), Example(), "user_id") == Atom(value="<id>")
    assert examples.of_type(Named(ref="Either"), Example(), "text") == Atom(value="<value>")
