"""Operations to calls: arguments, their order and their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.api import Map, Named, Nullable, Operation, Scalar
from generator.languages import LANGUAGES
from generator.methods import (
    Call,
    given_models,
    may_be_empty,
    request_type,
    split_null,
    take,
)
from generator.naming import Lexicon, lexicon
from tests.unit.support import HEAD, api_of

BODY = "requestBody: {required: %s, content: {application/json: {schema: %s}}}"
OBJECT = "{type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}"
OK = "responses: {'204': {description: OK}}"


def taken(folder: Path, text: str, key: str = "python") -> tuple[Call, Lexicon]:
    api = api_of(folder, f"{HEAD}paths: {{/a: {{post: {{operationId: x, {text}}}}}}}")
    lexi = lexicon(api.models, LANGUAGES[key], ())
    return take(api.operations[0], lexi), lexi


def operation(folder: Path, text: str) -> Operation:
    return taken(folder, text)[0].operation


def param(name: str, required: bool = False, place: str = "query") -> str:
    return f"{{name: {name}, in: {place}, required: {str(required).lower()}, schema: {{type: string}}}}"


def test_a_body_of_fields_is_flattened_required_ones_first(tmp_path: Path) -> None:
    call, _ = taken(tmp_path, f"{BODY % ('true', OBJECT)}, {OK}")
    assert [arg.name for arg in call.args] == ["b", "a"]
    assert call.flat_body


def test_parameters_stand_before_fields(tmp_path: Path) -> None:
    text = f"parameters: [{param('p')}, {param('q', True)}], {BODY % ('true', OBJECT)}, {OK}"
    call, _ = taken(tmp_path, text)
    assert [arg.name for arg in call.args] == ["q", "b", "p", "a"]


def test_other_languages_take_one_request(tmp_path: Path) -> None:
    call, _ = taken(tmp_path, f"parameters: [{param('p')}], {OK}", "typescript")
    assert [(arg.name, arg.whole_body) for arg in call.args] == [("request", True)]
    none, _ = taken(tmp_path, OK, "typescript")
    assert none.args == ()


def test_a_body_that_is_no_object_is_one_argument(tmp_path: Path) -> None:
    array = "{type: array, items: {type: string}}"
    alone, _ = taken(tmp_path, f"{BODY % ('true', array)}, {OK}")
    assert [arg.name for arg in alone.args] == ["request"]
    beside, _ = taken(tmp_path, f"parameters: [{param('p')}], {BODY % ('true', array)}, {OK}")
    assert [(arg.name, arg.field.required) for arg in beside.args] == [
        ("request_body", True),
        ("p", False),
    ]


def test_an_optional_body_is_one_argument_that_may_be_left_out(tmp_path: Path) -> None:
    call, _ = taken(tmp_path, f"{BODY % ('false', OBJECT)}, {OK}")
    assert [(arg.name, arg.field.required) for arg in call.args] == [("request", False)]


def test_an_optional_body_beside_parameters_keeps_its_demands(tmp_path: Path) -> None:
    """The documented tables tick the required fields of a body that is not required itself."""
    call, _ = taken(tmp_path, f"parameters: [{param('p')}], {BODY % ('false', OBJECT)}, {OK}")
    demanded = [arg.name for arg in call.args if arg.field.required]
    assert demanded == ["b"]


@pytest.mark.parametrize(
    ("name", "argument"),
    [
        ("class", "class_"),
        ("self", "self_"),
        ("retries", "retries_"),
        ("timeout_ms", "timeout_ms_"),
        ("id", "id"),
        ("'☃'", "field"),
        ("X-Trace-Id", "x_trace_id"),
    ],
)
def test_names_that_are_taken_get_an_underscore(tmp_path: Path, name: str, argument: str) -> None:
    call, _ = taken(tmp_path, f"parameters: [{param(name)}], {OK}")
    assert [arg.name for arg in call.args] == [argument]
    assert call.args[0].param is not None


def test_a_parameter_and_a_field_of_one_name_are_two_arguments(tmp_path: Path) -> None:
    call, lexi = taken(tmp_path, f"parameters: [{param('a')}], {BODY % ('true', OBJECT)}, {OK}")
    names, keys = [arg.name for arg in call.args], [arg.key for arg in call.args]
    assert len(set(names)) == len(set(keys)) == 3
    body = next(arg for arg in call.args if arg.field.name == "a" and not arg.param)
    assert call.operation.body is not None
    assert isinstance(call.operation.body.type, Named)
    assert body.key == lexi.field(call.operation.body.type.ref, "a")


@pytest.mark.parametrize(
    ("replies", "type", "empty"),
    [
        ("'204': {description: x}", None, False),
        ("'200': {description: x, content: {text/plain: {}}}", Scalar(kind="string"), False),
        (
            "'204': {description: x}, '200': {description: x, content: {text/plain: {}}}",
            Scalar(kind="string"),
            True,
        ),
        ("'400': {description: x, content: {text/plain: {}}}", None, False),
        ("2XX: {description: x, content: {text/plain: {}}}", Scalar(kind="string"), False),
        ("default: {description: x, content: {text/plain: {}}}", Scalar(kind="string"), False),
        (
            "'204': {description: x}, default: {description: x, content: {text/plain: {}}}",
            None,
            False,
        ),
    ],
)
def test_what_comes_back(tmp_path: Path, replies: str, type: object, empty: bool) -> None:
    """`default` is the success where the document names no other (see `successes`)."""
    made = operation(tmp_path, f"responses: {{{replies}}}")
    assert made.result == type
    assert may_be_empty(made) is empty


def test_request_types(tmp_path: Path) -> None:
    assert request_type(operation(tmp_path, OK)) is None
    alone = operation(tmp_path, f"{BODY % ('true', '{type: string}')}, {OK}")
    assert request_type(alone) == Scalar(kind="string")
    both = operation(tmp_path, f"parameters: [{param('p')}], {OK}")
    assert request_type(both) == Named(ref=both.request)


def test_null_is_split_off() -> None:
    text = Scalar(kind="string")
    assert split_null(Nullable(type=text)) == (text, True)
    assert split_null(text) == (text, False)


def test_models_that_are_given(tmp_path: Path) -> None:
    inner = "{type: object, properties: {i: {type: string}}}"
    nested = f"{{type: object, properties: {{m: {{type: object, additionalProperties: {inner}}}}}}}"
    call, lexi = taken(tmp_path, f"{BODY % ('true', nested)}, {OK}")
    (ref,) = given_models([call])
    assert ref in lexi.models
    assert isinstance(call.args[0].field.type, Map)
