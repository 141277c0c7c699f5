"""What the events of a stream stand for, and how their data is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.streaming import items_of
from tests.unit.support import HEAD, api_of

EVENT = "{type: object, required: [data], properties: {data: DATA}}"


def plan(tmp_path: Path, content: str) -> Any:
    text = (
        f"{HEAD}paths: {{/a: {{get: {{operationId: x, responses: {{'200': {{description: OK,"
        f" content: {{{content}}}}}}}}}}}}}"
    )
    api = api_of(tmp_path, text)
    (reply,) = api.operations[0].replies
    return items_of(reply, {model.ref: model for model in api.models})


def events(tmp_path: Path, schema: str, more: str = "") -> Any:
    return plan(tmp_path, f"text/event-stream: {{schema: {schema}{more}}}")


@pytest.mark.parametrize(
    ("schema", "data"),
    [
        ("{type: string}", "text"),
        ("{type: string, format: date-time}", "text"),
        ("{enum: [a, b]}", "text"),
        ("{type: integer}", "json"),
        ("{type: object, properties: {a: {}}}", "json"),
        ("{type: [object, 'null'], properties: {a: {}}}", "json"),
        ("{oneOf: [{type: object, properties: {a: {}}}, {const: END}]}", "either"),
        ("{enum: [a, 1]}", "either"),
        ("{}", "either"),
    ],
)
def test_how_data_is_written(tmp_path: Path, schema: str, data: str) -> None:
    assert events(tmp_path, schema).data == data
    whole = events(tmp_path, EVENT.replace("DATA", schema))
    assert (whole.whole, whole.data) == (True, data)


@pytest.mark.parametrize(
    ("names", "whole"),
    [
        ("data", True),
        ("data, event, id, retry", True),
        ("event", True),
        ("data, event, more", True),
        ("id, delta", False),
        ("data, object", False),
        ("delta", False),
    ],
)
def test_what_is_an_event(tmp_path: Path, names: str, whole: bool) -> None:
    fields = ", ".join(f"{name}: {{type: string}}" for name in names.split(", "))
    assert events(tmp_path, f"{{type: object, properties: {{{fields}}}}}").whole is whole


def test_events_by_name(tmp_path: Path) -> None:
    one = "{type: object, required: [event, data], properties: {event: {const: a}, data: {}}}"
    two = "{type: object, required: [event], properties: {event: {enum: [b, c]}}}"
    made = events(tmp_path, f"{{oneOf: [{one}, {two}]}}")
    assert (made.whole, made.bare, made.names) == (True, True, ("a", "b", "c"))
    assert not events(tmp_path, one).bare


def test_an_event_beside_something_else_is_data(tmp_path: Path) -> None:
    made = events(tmp_path, f"{{oneOf: [{EVENT.replace('DATA', '{}')}, {{type: string}}]}}")
    assert (made.whole, made.names) == (False, ())


def test_the_end(tmp_path: Path) -> None:
    said = ", x-speakeasy-sse-sentinel: END"
    assert events(tmp_path, "{type: integer}", said).sentinel == "END"
    assert events(tmp_path, "{type: string}", said).sentinel == "END"
    # It would be an error where all data is JSON.
    assert events(tmp_path, "{type: integer}").sentinel == "[DONE]"
    assert events(tmp_path, "{type: string}").sentinel == ""


@pytest.mark.parametrize(
    ("media_type", "framing"),
    [
        ("application/jsonl", "lines"),
        ("application/x-ndjson", "lines"),
        ("application/x-jsonlines", "lines"),
        ("application/json-seq", "sequence"),
        ("application/geo+json-seq", "sequence"),
    ],
)
def test_sequences_of_json(tmp_path: Path, media_type: str, framing: str) -> None:
    made = plan(tmp_path, f"{media_type}: {{schema: {{type: object, properties: {{a: {{}}}}}}}}")
    assert (made.framing, made.data, made.sentinel) == (framing, "json", "")


def test_bytes_are_no_values(tmp_path: Path) -> None:
    assert plan(tmp_path, "image/png: {}") is None
