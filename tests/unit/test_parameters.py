"""Parameters: places, names, examples, encodings."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.api import Param, Scalar, Unknown
from generator.diagnostics import SpecError
from generator.parameters import (
    STYLES,
    encodings,
    is_ignored,
    named_examples,
    param_schema,
    place_of,
    undeclared,
)
from tests.unit.support import document


@pytest.mark.parametrize("name", ["Accept", "content-type", "AUTHORIZATION"])
def test_headers_of_the_protocol_are_ignored(name: str) -> None:
    def param(place: str) -> Param:
        return Param(
            name=name,
            key=name,
            place=place_of(place),
            type=Unknown(),
            required=False,
            style="",
            explode=False,
        )

    assert is_ignored(param("header"))
    assert not is_ignored(param("query"))


def test_every_place_has_a_default_style() -> None:
    assert {place: styles[0] for place, styles in STYLES.items()} == {
        "path": "simple",
        "query": "form",
        "header": "simple",
        "cookie": "form",
    }


def test_a_parameter_may_have_content(tmp_path: Path) -> None:
    text = "a: {schema: {type: string}}\nb: {content: {application/json: {schema: {}}}}\nc: {}"
    root = document(tmp_path, text).root
    media_type, schema = param_schema(root.child("a"))
    assert (media_type, schema is not None) == ("", True)
    media_type, schema = param_schema(root.child("b"))
    assert (media_type, schema is not None) == ("application/json", True)
    assert param_schema(root.child("c")) == ("", None)


def test_a_name_of_the_path_that_is_not_declared_is_text() -> None:
    param = undeclared("id")
    assert (param.name, param.place, param.required, param.type) == (
        "id",
        "path",
        True,
        Scalar(kind="string"),
    )


def test_named_examples_are_looked_up(tmp_path: Path) -> None:
    text = (
        "m: {examples: {a: {value: 1}, b: {$ref: '#/e'}, c: {externalValue: 'https://x'}}}\n"
        "e: {value: 2}\nn: {examples: [1]}\no: {}"
    )
    root = document(tmp_path, text).root
    assert named_examples(root.child("m")).values == (1, 2)
    assert not named_examples(root.child("n"))
    assert not named_examples(root.child("o"))


def test_encodings(tmp_path: Path) -> None:
    text = "m: {encoding: {a: {contentType: image/png}, b: {style: form, explode: false}}}"
    a, b = encodings(document(tmp_path, text).root.child("m"))
    assert (a.name, a.media_type, a.style, a.explode) == ("a", "image/png", "", None)
    assert (b.name, b.media_type, b.style, b.explode) == ("b", "", "form", False)


def test_the_style_of_an_encoding_is_one_of_a_query(tmp_path: Path) -> None:
    """It is the name of a function in what is generated."""
    media = document(tmp_path, "m: {encoding: {a: {style: 'form }, x: {'}}}").root.child("m")
    with pytest.raises(SpecError, match="does not fit a form") as caught:
        list(encodings(media))
    assert caught.value.issue.loc.pointer == "/m/encoding/a/style"
