"""The rules of TypeScript: names, literals, comments, types and imports."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from generator.languages import typescript as rules
from generator.languages.typescript import atoms, names
from generator.text import ModelName, plain
from tests.unit.hostile import any_text

CAR = ModelName(name="Car", namespace="components", module="car", shape="object")
CHOICE = ModelName(name="Choice", namespace="operations", module="c", shape="union")
NAMES = {"car": CAR, "choice": CHOICE}
SITE = Site(folder="models/components", module="x")
STRING = Scalar(kind="string")
LINE_ENDS = re.compile("[\n\r\u2028\u2029]")


# --- names ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("call_timeout", "callTimeout"),
        ("call-timeout", "callTimeout"),
        ("HTTPServer", "httpServer"),
        ("ID", "id"),
        ("2nd", "twond"),
        ("404", "fourHundredAndFour"),
        ("__proto__", "proto"),
        ("$ref", "ref"),
        ("☃", ""),
        ("", ""),
    ],
)
def test_identifiers(raw: str, name: str) -> None:
    assert names.identifier(raw) == name


@given(any_text)
def test_an_identifier_is_one_or_nothing(raw: str) -> None:
    assert re.fullmatch(r"(?:[a-z][A-Za-z0-9]*)?", names.identifier(raw))


@pytest.mark.parametrize("word", ["class", "delete", "await", "arguments", "eval", "import"])
def test_keywords_are_no_functions(word: str) -> None:
    assert word in rules.TYPESCRIPT.reserved["function"]
    assert word not in rules.TYPESCRIPT.reserved["field"]  # `a.class` is fine


@pytest.mark.parametrize("name", ["Date", "Array", "Promise", "Record", "Error", "ReadableStream"])
def test_global_types_name_no_model(name: str) -> None:
    assert name in rules.TYPESCRIPT.reserved["type"]


def test_a_method_cannot_hide_what_its_class_holds() -> None:
    assert {"constructor", "client"} <= rules.TYPESCRIPT.reserved["method"]
    assert {"constructor", "client"} <= rules.TYPESCRIPT.reserved["group"]


def test_a_field_cannot_be_called_as_the_rest_of_an_open_object() -> None:
    assert "additionalProperties" in rules.TYPESCRIPT.reserved["field"]


# --- literals ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", '""'),
        ('say "hi"', '"say \\"hi\\""'),
        ("a\\", '"a\\\\"'),
        ("a\nb", '"a\\nb"'),
        ("\u2028\u2029\u202e\x7f\ud800", '"\\u2028\\u2029\\u202e\\u007f\\ud800"'),
        ("\U000e0041", '"\\udb40\\udc41"'),
        ("${x} `y`", '"${x} `y`"'),
    ],
)
def test_strings(text: str, code: str) -> None:
    assert atoms.string(text) == code


@given(any_text)
def test_a_string_is_read_back_equal(text: str) -> None:
    code = atoms.string(text)
    assert json.loads(code) == text
    assert len(code.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("plain", "plain"),
        ("a-b", '"a-b"'),
        ("1", '"1"'),
        ("", '""'),
        ("a\n", '"a\\n"'),
        ("__proto__", '["__proto__"]'),
    ],
)
def test_keys(name: str, code: str) -> None:
    assert atoms.key(name) == code


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


@given(values, st.sampled_from([0, 2, 4]))
def test_a_value_is_read_back_equal(value: object, indent: int) -> None:
    """Without trailing commas and the one computed key, the code of data is JSON."""
    code = rules.literal(value, indent)  # type: ignore[arg-type]
    as_json = re.sub(r",\n( *[}\]])", r"\n\1", code).replace('["__proto__"]:', '"__proto__":')
    assert json.loads(as_json) == data(value)


def test_fields_are_bare_and_keys_of_maps_are_quoted() -> None:
    record = Record(ref="r", fields=(("userId", Entries(entries=(("a", Atom(value=1)),))),))
    assert rules.literal(record, 2) == '{\n    userId: {\n      "a": 1,\n    },\n  }'


def test_dates_and_files() -> None:
    assert rules.literal(Atom(value="2026-01-31T00:00:00Z", kind="date-time"), 0) == (
        'new Date("2026-01-31T00:00:00Z")'
    )
    assert rules.literal(Atom(value='a".png', kind="file"), 0) == 'await openAsBlob("a\\".png")'


# --- comments ------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["*/", "**/", "a\n*/ b", "*\r/", "*/*/", "*\u2028/", "*\x00/"])
def test_a_comment_ends_where_it_should(text: str) -> None:
    comment = rules.comment(text, 0)
    assert comment.startswith("/**")
    assert comment.index("*/", 3) == len(comment) - 2


@pytest.mark.parametrize("text", ["@ts-ignore", " @ts-expect-error x", "a\n@ts-ignore"])
def test_a_comment_gives_the_compiler_no_order(text: str) -> None:
    assert "\\@ts-" in rules.comment(text, 0)


@given(any_text, st.sampled_from([0, 2, 4]))
def test_no_text_leaves_its_comment(text: str, indent: int) -> None:
    comment = rules.comment(text, indent)
    assert comment.startswith("/**")
    assert comment.index("*/", 3) == len(comment) - 2
    assert not set(comment) & set("\r\u2028\u2029\x0b\x0c\x85\x00")


def test_comments_of_several_lines_are_indented() -> None:
    assert rules.comment("a \n\nb", 2) == "/**\n   * a\n   *\n   * b\n   */"
    assert rules.comment("a", 2) == "/** a */"


# --- types ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("type", "code", "codec"),
    [
        (STRING, "string", '"string"'),
        (Scalar(kind="integer"), "number", '"integer"'),
        (Scalar(kind="date"), "string", '"string"'),
        (Scalar(kind="date-time"), "Date", "dateTime"),
        (Scalar(kind="file"), "ReadableStream<Uint8Array>", "file"),
        (Array(items=STRING), "Array<string>", '{ array: "string" }'),
        (Map(values=STRING), "{ [k: string]: string }", '{ map: "string" }'),
        (Nullable(type=STRING), "string | null", '{ nullable: "string" }'),
        (Array(items=Nullable(type=STRING)), "Array<string | null>", None),
        (Literal(value='a"b'), '"a\\"b"', '{ const: "a\\"b" }'),
        (Literal(value=True), "true", "{ const: true }"),
        (Unknown(), "any", '"any"'),
        (Named(ref="car"), "Car", "() => Car$"),
    ],
)
def test_types_and_codecs(type: object, code: str, codec: str | None) -> None:
    assert plain(rules.type_text(type, NAMES, SITE, "returned")) == code  # type: ignore[arg-type]
    if codec:
        assert plain(rules.type_text(type, NAMES, SITE, "codec")) == codec  # type: ignore[arg-type]


def test_any_file_may_be_given() -> None:
    """The example of a raw body gives a Blob; a stream alone would refuse it."""
    text = rules.type_text(Scalar(kind="file"), NAMES, SITE, "given")
    assert plain(text) == "FileInput"


@pytest.mark.parametrize(
    ("type", "shown"),
    [
        (STRING, "*string*"),
        (Array(items=Array(items=STRING)), "*string*[][]"),
        (Map(values=STRING), "Record<string, *string*>"),
        (Named(ref="car"), "[components.Car](../components/car.md)"),
        (Named(ref="choice"), "*operations.Choice*"),
        (Literal(value=True), "*boolean*"),
        (Nullable(type=STRING), "*string*"),
    ],
)
def test_notation_in_docs(type: object, shown: str) -> None:
    assert rules.notation(type, NAMES, "../", False, False) == shown  # type: ignore[arg-type]


def test_an_argument_leads_to_the_page_of_its_union() -> None:
    shown = rules.argument(Named(ref="choice"), NAMES, "../", True, False)
    assert shown == "[operations.Choice](../operations/choice.md)"
    assert rules.argument(STRING, NAMES, "../", True, False) == "*string*"


# --- imports -------------------------------------------------------------------------


def test_imports_are_relative_sorted_and_typed() -> None:
    wanted = (
        ("~runtime/codecs.js", "union"),
        ("~models/components/b.js", "type B"),
        ("~models/components/b.js", "B$"),
        ("~runtime/codec.js", "type Codec"),
        ("~models/components/x.js", "type X"),
    )
    assert rules.imports(wanted, SITE) == (
        'import type { Codec } from "../../runtime/codec.js";',
        'import { union } from "../../runtime/codecs.js";',
        'import { type B, B$ } from "./b.js";',
    )


def test_a_long_import_is_broken() -> None:
    wanted = tuple(("~runtime/codecs.js", f"aRatherLongNameOfSomething{n}") for n in range(4))
    (statement,) = rules.imports(wanted, SITE)
    assert statement.startswith("import {\n  aRather")
    assert statement.endswith(',\n} from "../../runtime/codecs.js";')
