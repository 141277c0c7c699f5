"""Media types: kinds of content, and which of several notations count."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.api import Body, ContentKind, Map, Named, Reply, Scalar, Stream, Type, Unknown
from generator.media import (
    alternatives,
    carried,
    content_of,
    notations,
    preferred,
    reply_kind,
    request_kind,
    sent_as,
)
from tests.unit.support import HEAD, api_of, document

TEXT = Scalar(kind="string")
BYTES = Scalar(kind="file", format="binary")
MODEL = Named(ref="#/m")


@pytest.mark.parametrize(
    ("types", "chosen"),
    [
        (("text/plain", "application/json"), "application/json"),
        (("text/plain", "application/problem+json"), "application/problem+json"),
        (("application/xml", "text/plain"), "application/xml"),
        (("Application/JSON; charset=utf-8", "text/plain"), "Application/JSON; charset=utf-8"),
        (("application/jsonlines", "text/plain"), "application/jsonlines"),
    ],
)
def test_json_is_preferred(types: tuple[str, ...], chosen: str) -> None:
    assert preferred(types) == chosen


@pytest.mark.parametrize(
    ("media_type", "type"),
    [
        ("application/json", Unknown()),
        ("text/csv", TEXT),
        ("application/octet-stream", BYTES),
        ("application/xml", TEXT),
        ("*/*", BYTES),
    ],
)
def test_content_without_a_schema(media_type: str, type: object) -> None:
    assert carried(reply_kind(media_type, None), None) == type


@pytest.mark.parametrize(
    ("media_type", "type", "sent", "read"),
    [
        ("Application/JSON; charset=utf-8", MODEL, "json", "json"),
        ("application/vnd.x+json", MODEL, "json", "json"),
        ("application/json", BYTES, "binary", "binary"),
        ("multipart/form-data", MODEL, "multipart", "binary"),
        ("multipart/form-data", None, "multipart", "binary"),
        ("multipart/mixed", MODEL, "multipart", "binary"),
        ("multipart/mixed", None, "binary", "binary"),
        ("application/x-www-form-urlencoded", MODEL, "urlencoded", "text"),
        ("text/event-stream", MODEL, "text", "events"),
        ("text/plain", MODEL, "text", "text"),
        ("application/atom+xml", MODEL, "text", "text"),
        ("application/yaml", None, "text", "text"),
        ("image/svg+xml", BYTES, "binary", "binary"),
        ("application/pdf", MODEL, "binary", "binary"),
        ("*/*", MODEL, "json", "json"),
        ("*/*", None, "binary", "binary"),
        ("*/*", BYTES, "binary", "binary"),
        ("text/*", MODEL, "text", "text"),
        ("image/*", MODEL, "binary", "binary"),
    ],
)
def test_kinds(media_type: str, type: Type | None, sent: str, read: str) -> None:
    assert (request_kind(media_type, type), reply_kind(media_type, type)) == (sent, read)


@pytest.mark.parametrize(
    ("kind", "type", "result"),
    [
        ("json", MODEL, MODEL),
        ("events", MODEL, MODEL),
        ("multipart", MODEL, MODEL),
        ("text", MODEL, TEXT),
        ("binary", MODEL, BYTES),
        ("urlencoded", None, Map(values=Unknown())),
        ("multipart", None, Map(values=Unknown())),
    ],
)
def test_text_and_bytes_have_no_structure(
    kind: ContentKind, type: Type | None, result: Type
) -> None:
    assert carried(kind, type) == result


@pytest.mark.parametrize(
    ("media_type", "kind", "sent"),
    [
        ("*/*", "json", "application/json"),
        ("application/*", "json", "application/json"),
        ("text/*", "text", "text/plain"),
        ("multipart/*", "multipart", "multipart/form-data"),
        ("image/*", "binary", "image/*"),  # the runtime asks the file
        ("application/vnd.x+json", "json", "application/vnd.x+json"),
    ],
)
def test_a_range_is_not_sent(media_type: str, kind: ContentKind, sent: str) -> None:
    assert sent_as(media_type, kind) == sent


def listed(folder: Path, text: str) -> list[tuple[str, str]]:
    return list(notations(dict(content_of(document(folder, f"content: {text}").root))))


@pytest.mark.parametrize(
    ("content", "chosen"),
    [
        ("{text/plain: {}, application/json: {}}", [("application/json", ""), ("text/plain", "text")]),
        ("{a/json: {schema: {x: 1}}, b/json: {schema: {x: 2}}}", [("a/json", "")]),
        ("{a/json: {schema: {x: 1}}, multipart/form-data: {schema: {x: 1}}}", [("a/json", "")]),
        ("{application/xml: {schema: {x: 1}}}", [("application/xml", "")]),
        (
            "{a/json: {}, application/x-www-form-urlencoded: {schema: {x: 1}}, image/*: {}}",
            [("a/json", ""), ("application/x-www-form-urlencoded", "form"), ("image/*", "raw")],
        ),
    ],
)  # fmt: skip
def test_notations(tmp_path: Path, content: str, chosen: list[tuple[str, str]]) -> None:
    assert listed(tmp_path, content) == chosen


def test_equal_schemas_of_an_answer_are_one(tmp_path: Path) -> None:
    text = "content: {a/pdf: {schema: {x: 1}}, b/json: {schema: {x: 1}}, c/json: {schema: {x: 1}}}"
    rows = list(alternatives(list(content_of(document(tmp_path, text).root))))
    assert [media_type for media_type, _, _ in rows] == ["b/json", "c/json"]
    assert rows[0][2] is rows[1][2]


# --- in a document ------------------------------------------------------------------------


def contents(folder: Path, content: str) -> tuple[Body, Reply]:
    text = (
        f"{HEAD}paths: {{/a: {{post: {{requestBody: {{content: {content}}},"
        f" responses: {{'200': {{description: OK, content: {content}}}}}}}}}}}"
    )
    (made,) = api_of(folder, text).operations
    assert made.body
    (reply,) = made.replies
    return made.body, reply


def test_a_wildcard_with_a_schema_is_sent_as_json(tmp_path: Path) -> None:
    body, reply = contents(tmp_path, "{'*/*': {schema: {type: integer}}}")
    assert (body.media_type, body.kind, body.type) == (
        "application/json",
        "json",
        Scalar(kind="integer"),
    )
    assert (reply.media_type, reply.kind, reply.type) == ("*/*", "json", body.type)


def test_a_wildcard_without_a_schema_is_bytes(tmp_path: Path) -> None:
    body, reply = contents(tmp_path, "{'*/*': {}}")
    assert (body.media_type, body.kind, body.type) == ("*/*", "binary", BYTES)
    assert (reply.media_type, reply.kind) == ("*/*", "binary")
    assert reply.type == Stream(items=BYTES)


@pytest.mark.parametrize("schema", ["{}", "{schema: {type: object, properties: {a: {}}}}"])
def test_xml_alone_is_text(tmp_path: Path, schema: str) -> None:
    body, reply = contents(tmp_path, f"{{application/xml: {schema}}}")
    assert (body.media_type, body.kind, body.type) == ("application/xml", "text", TEXT)
    assert (reply.media_type, reply.kind, reply.type) == ("application/xml", "text", TEXT)
