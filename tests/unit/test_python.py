"""The rules of Python: names, literals, docstrings, types and imports."""

from __future__ import annotations

import ast
import json
import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import doors
from generator.api import (
    Array,
    Atom,
    Entries,
    Items,
    Literal,
    Map,
    Named,
    Nullable,
    Record,
    Scalar,
    Unknown,
)
from generator.language import Site
from generator.languages import python as rules
from generator.languages.python import atoms, names
from generator.text import ModelName, Span, plain
from tests.unit.hostile import any_text

CAR = ModelName(
    name="Car",
    namespace="models",
    module="car",
    shape="object",
    record="CarTypedDict",
    given="CarInput",
)
COLOUR = ModelName(name="Colour", namespace="models", module="colour", shape="enum")
NAMES = {"car": CAR, "colour": COLOUR}
MODELS, GROUPS = Site(folder="models", module="x"), Site(module="x")
STRING = Scalar(kind="string")


# --- names ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("callTimeout", "call_timeout"),
        ("call-timeout", "call_timeout"),
        ("HTTPServer", "http_server"),
        ("2nd", "twond"),
        ("404", "four_hundred_and_four"),
        ("_private", "private"),
        ("__class__", "class"),
        ("a.b[c]", "a_b_c"),
        ("☃", ""),
        ("", ""),
    ],
)
def test_identifiers(raw: str, name: str) -> None:
    assert names.identifier(raw) == name


@given(any_text)
def test_an_identifier_is_one_or_nothing(raw: str) -> None:
    name = names.identifier(raw)
    assert not name or name.isidentifier() and name.isascii() and name[0] != "_"


@pytest.mark.parametrize(
    ("raw", "name"),
    [("api_key", "APIKey"), ("user id", "UserID"), ("httpUrl", "HTTPURL"), ("cat", "Cat")],
)
def test_classes_have_initialisms_in_capitals(raw: str, name: str) -> None:
    assert names.class_name(raw) == name


@pytest.mark.parametrize("kind", ["field", "argument", "method", "group", "function", "member"])
def test_keywords_are_reserved(kind: str) -> None:
    assert set(keyword.kwlist) <= rules.PYTHON.reserved[kind]  # type: ignore[index]


@pytest.mark.parametrize("name", ["copy", "json", "model_dump", "model_config", "validate"])
def test_members_of_a_model_are_no_fields(name: str) -> None:
    assert name in rules.PYTHON.reserved["field"]


@pytest.mark.parametrize("name", ["self", "retries", "server_url", "timeout_ms", "http_headers"])
def test_arguments_of_every_call_are_no_arguments(name: str) -> None:
    assert name in rules.PYTHON.reserved["argument"]


@pytest.mark.parametrize("name", ["id", "input", "type", "object"])
def test_some_builtins_are_free(name: str) -> None:
    assert name not in rules.PYTHON.reserved["field"]


@pytest.mark.parametrize(
    "name",
    [
        "Annotated",
        "Any",
        "Literal",
        "NotRequired",
        "OptionalNullable",
        "TypeAlias",
        "TypeAliasType",
        "TypedDict",
        "UNSET",
        "BaseModel",
    ],
)
def test_what_a_file_of_models_imports_names_no_model(name: str) -> None:
    assert name in rules.PYTHON.reserved["type"]


# --- literals ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", '""'),
        ('say "hi"', '"say \\"hi\\""'),
        ("a\\", '"a\\\\"'),
        ('\\"', '"\\\\\\""'),
        ("a\nb\tc\r", '"a\\nb\\tc\\r"'),
        ("\0\x7f\x85", '"\\x00\\x7f\\x85"'),
        ("\u202e\u2028\ud800", '"\\u202e\\u2028\\ud800"'),
        ("\U000e0041", '"\\U000e0041"'),
        ("{x} ${y} %s", '"{x} ${y} %s"'),
    ],
)
def test_strings(text: str, code: str) -> None:
    assert atoms.string(text) == code


@given(any_text)
def test_a_string_is_read_back_equal(text: str) -> None:
    code = atoms.string(text)
    assert ast.literal_eval(code) == text
    assert len(code.splitlines()) == 1


@given(st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), any_text))
def test_a_constant_is_read_back_equal(value: str | int | float | bool | None) -> None:
    if value in (float("inf"), float("-inf")):
        return  # no document can say so
    read = ast.literal_eval(rules.constant(value))
    assert read == value
    assert type(read) is type(value)


values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), any_text).map(lambda v: Atom(value=v)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda v: Items(items=tuple(v))),
        st.dictionaries(any_text, inner, max_size=3).map(
            lambda v: Entries(entries=tuple(v.items()))
        ),
    ),
    max_leaves=8,
)


def data(value: object) -> object:
    if isinstance(value, Atom):
        return value.value
    if isinstance(value, Items):
        return [data(item) for item in value.items]
    assert isinstance(value, Entries)
    return {key: data(item) for key, item in value.entries}


@given(values, st.sampled_from([0, 4, 8]))
def test_a_value_is_read_back_equal(value: object, indent: int) -> None:
    assert ast.literal_eval(rules.literal(value, indent)) == data(value)  # type: ignore[arg-type]


def test_a_value_has_one_entry_on_a_line() -> None:
    record = Record(ref="r", fields=(("a", Items(items=(Atom(value=1),))), ("b", Atom(value=None))))
    assert rules.literal(record, 4) == (
        '{\n        "a": [\n            1,\n        ],\n        "b": None,\n    }'
    )


def test_a_file_is_opened() -> None:
    code = rules.literal(Atom(value="a.png", kind="file"), 0)
    assert code == '{\n    "file_name": "a.png",\n    "content": open("a.png", "rb"),\n}'


# --- docstrings ----------------------------------------------------------------------


def docstring(text: str, indent: int) -> str:
    """The docstring as Python reads it, in a function, with a statement behind."""
    pad = " " * 4
    source = f'def f():\n{pad}"""{rules.comment(text, indent)}"""\n{pad}pass\n'
    (function,) = ast.parse(source).body
    assert isinstance(function, ast.FunctionDef)
    doc, end = function.body
    assert isinstance(end, ast.Pass)
    assert isinstance(doc, ast.Expr) and isinstance(doc.value, ast.Constant)
    assert isinstance(doc.value.value, str)
    return doc.value.value


@pytest.mark.parametrize(
    "text",
    [
        '"',
        '""',
        '"""',
        '""""',
        'a "quoted"',
        'ends with """',
        '\\"""',
        "\\",
        'a\\"',
        '"""\nimport os',
        "\\N{SNOWMAN} \\x41 \\u",
        "'''",
        '"\n"',
    ],
)
def test_a_docstring_says_its_text(text: str) -> None:
    assert docstring(text, 0) == text


@given(any_text, st.sampled_from([0, 4, 8]))
def test_no_text_leaves_its_docstring(text: str, indent: int) -> None:
    docstring(text, indent)


@given(any_text)
def test_a_docstring_shows_nothing_hidden(text: str) -> None:
    assert not doors._HIDDEN.search(rules.comment(text, 4))


def test_lines_behind_the_first_are_indented_and_empty_ones_are_empty() -> None:
    assert rules.comment(" a  \n\n\n b \r\nc", 4) == "a\n\n\n     b\n    c"


# --- types ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("type", "code"),
    [
        (STRING, "str"),
        (Scalar(kind="integer"), "int"),
        (Scalar(kind="number"), "_Number"),
        (Scalar(kind="date"), "_dt.date"),
        (Scalar(kind="date-time"), "_dt.datetime"),
        (Scalar(kind="file"), "bytes"),
        (Array(items=STRING), "list[str]"),
        (Map(values=Array(items=STRING)), "dict[str, list[str]]"),
        (Nullable(type=STRING), "str | None"),
        (Literal(value='a"b'), 'Literal["a\\"b"]'),
        (Literal(value=True), "Literal[True]"),
        (Unknown(), "Any"),
        (Named(ref="car"), "_models.Car"),
    ],
)
def test_types_in_models(type: object, code: str) -> None:
    text = rules.type_text(type, NAMES, MODELS, "returned")  # type: ignore[arg-type]
    assert plain(text) == code


def test_types_in_a_group_do_not_use_the_word_list() -> None:
    """A group may have a method `list`, which its annotations would mean."""
    text = rules.type_text(Array(items=STRING), NAMES, GROUPS, "returned")
    assert plain(text) == "builtins.list[str]"


def test_a_model_may_be_given_as_a_dict() -> None:
    given_text = rules.type_text(Array(items=Named(ref="car")), NAMES, GROUPS, "given")
    assert plain(given_text) == "Sequence[CarInput]"
    assert plain(rules.type_text(Named(ref="colour"), NAMES, GROUPS, "given")) == "_models.Colour"


@pytest.mark.parametrize(
    ("required", "nullable", "code"),
    [
        (True, False, "str"),
        (True, True, "str | None"),
        (False, False, "str | None"),
        (False, True, "OptionalNullable[str]"),
    ],
)
def test_absence_and_null_are_different(required: bool, nullable: bool, code: str) -> None:
    text = rules.wrap((Span(text="str"),), "returned", required, nullable)
    assert plain(text) == code


@pytest.mark.parametrize(
    ("type", "required", "nullable", "shown"),
    [
        (STRING, True, False, "*str*"),
        (STRING, False, False, "*Optional[str]*"),
        (STRING, False, True, "*OptionalNullable[str]*"),
        (STRING, True, True, "*Nullable[str]*"),
        (Array(items=STRING), False, False, "List[*str*]"),
        (Named(ref="car"), False, False, "[Optional[models.Car]](../car.md)"),
        (Map(values=Unknown()), True, False, "Dict[str, *Any*]"),
    ],
)
def test_notation_in_docs(type: object, required: bool, nullable: bool, shown: str) -> None:
    assert rules.notation(type, NAMES, "../", required, nullable) == shown  # type: ignore[arg-type]


# --- imports -------------------------------------------------------------------------


def test_imports_are_in_sections() -> None:
    wanted = (
        ("pydantic", "Field"),
        ("typing", "Any"),
        ("?..", "models as _models"),
        ("~_runtime.base", "BaseModel"),
        ("datetime", "_dt"),
        ("typing", "Annotated"),
    )
    assert rules.imports(wanted, MODELS) == (
        "import datetime as _dt",
        "from typing import TYPE_CHECKING, Annotated, Any",
        "",
        "from pydantic import Field",
        "",
        "from .._runtime.base import BaseModel",
        "",
        "if TYPE_CHECKING:",
        "    from .. import models as _models",
    )


def test_order_is_that_of_isort() -> None:
    names = ["b", "Item10", "Item2", "CONSTANT", "a", "Alpha"]
    assert sorted(names, key=rules.order) == ["CONSTANT", "Alpha", "Item2", "Item10", "a", "b"]


def test_json_and_python_agree_on_plain_text() -> None:
    assert atoms.string("plain") == json.dumps("plain")
