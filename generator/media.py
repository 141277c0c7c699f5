"""Media types: what content is, and which of several notations count."""

from __future__ import annotations

from collections.abc import Iterator

from .api import Array, ContentKind, Map, Scalar, Stream, Type, Unknown
from .source import Node

_ANYTHING = ("*/*", "application/*")
_TEXTS = ("/xml", "+xml", "/yaml", "+yaml")
_LINES = ("jsonl", "ndjson", "jsonlines", "json-lines")
_STREAMS = ("events", "lines", "sequence")
_SUFFIXES: dict[ContentKind, str] = {"urlencoded": "form", "binary": "raw"}
# What a type that has no media type of its own is sent as.
_CONCRETE: dict[ContentKind, str] = {
    "json": "application/json",
    "text": "text/plain",
    "multipart": "multipart/form-data",
}


def content_of(holder: Node) -> Iterator[tuple[str, Node]]:
    """The media types of a holder; each may stand among the components."""
    for media_type, media in holder.entries("content"):
        yield media_type, media.resolve()


def is_json(media_type: str) -> bool:
    """Whether content is JSON."""
    return _base(media_type).endswith(("/json", "+json"))


def request_kind(media_type: str, type: Type | None) -> ContentKind:
    """How a body of a type is written; without a type it is of whatever the media type says."""
    base = _base(media_type)
    # Only a form is made of fields without a schema that says so.
    if base == "multipart/form-data" or base.startswith("multipart/") and type is not None:
        return "multipart"
    if base == "application/x-www-form-urlencoded":
        return "urlencoded"
    kind = reply_kind(media_type, type)
    if kind in ("events", "sequence"):
        return "text" if base.startswith("text/") else "binary"
    return kind


def reply_kind(media_type: str, type: Type | None) -> ContentKind:
    """How an answer of a type is read."""
    base = _base(media_type)
    if isinstance(type, Scalar) and type.kind == "file":
        return "binary"
    if is_json(media_type) or base in _ANYTHING and type is not None:
        return "json"
    if base == "text/event-stream":
        return "events"
    if base.endswith("json-seq"):
        return "sequence"
    if base.rpartition("/")[2].removeprefix("x-") in _LINES:
        return "lines"
    is_text = base.startswith("text/") or base.endswith((*_TEXTS, "urlencoded"))
    return "text" if is_text else "binary"


def carried(kind: ContentKind, type: Type | None) -> Type:
    """The type of content: text and bytes have no structure, whatever the schema says."""
    if kind == "text":
        return text_type()
    if kind == "binary":
        return Scalar(kind="file", format="binary")
    if type is not None:
        return type
    return Unknown() if kind == "json" else Map(values=Unknown())


def written(kind: ContentKind, type: Type | None, item: Type | None) -> Type:
    """The type of a body; lines are a list of values, whether its schema says so or not."""
    if kind != "lines":
        return carried(kind, type)
    return type if isinstance(type, Array) else Array(items=item or type or Unknown())


def answered(
    kind: ContentKind, type: Type | None, item: Type | None, failed: bool
) -> tuple[ContentKind, Type]:
    """What an answer is read as; a success of many values, or of bytes, stays open.

    A list as the type of a whole sequence is one of its values (OpenAPI 3.2).
    """
    if failed:
        kind = "text" if kind in _STREAMS else kind
        return kind, carried(kind, type)
    if kind in _STREAMS:
        items = type.items if isinstance(type, Array) else type
        unsaid = text_type() if kind == "events" else Unknown()
        return kind, Stream(items=item or items or unsaid)
    told = carried(kind, type)
    return kind, Stream(items=told) if kind == "binary" else told


def sent_as(media_type: str, kind: ContentKind) -> str:
    """The media type that a request names: no range, but for bytes, whose file may tell its own."""
    return _CONCRETE.get(kind, media_type) if "*" in media_type else media_type


def text_type() -> Type:
    """Plain text."""
    return Scalar(kind="string")


def preferred(media_types: tuple[str, ...]) -> str:
    """JSON if there is one, else the first."""
    return next(filter(is_json, media_types), media_types[0])


def notations(listed: dict[str, Node]) -> Iterator[tuple[str, str]]:
    """The media types of a body that are worth a method each, the preferred one first.

    One more for each other kind of content that has a schema of its own, or none; with each
    comes what its method is called behind the name of the operation.
    """
    first = preferred(tuple(listed))
    kinds: set[ContentKind] = set()
    said: list[object] = []
    for media_type in sorted(listed, key=lambda name: name != first):
        schema = listed[media_type].value.get("schema")
        kind = request_kind(media_type, None if schema is None else Unknown())
        if kind not in kinds and (schema is None or schema not in said):
            yield media_type, _SUFFIXES.get(kind, kind) if kinds else ""
            kinds.add(kind)
            said.append(schema)


def alternatives(listed: list[tuple[str, Node]]) -> Iterator[tuple[str, Node, Node | None]]:
    """The media types of one answer, each with its schema, where they differ.

    What JSON says is not said again as text or in another notation of the same schema; equal
    schemas are one.
    """
    schemas = [(media_type, media, media.get("schema")) for media_type, media in listed]
    seen: list[Node] = []
    has_json = any(is_json(media_type) for media_type, _, _ in schemas)
    for media_type, media, schema in sorted(schemas, key=lambda row: not is_json(row[0])):
        same = next((node for node in seen if schema and node.value == schema.value), None)
        kind = reply_kind(media_type, Unknown())
        unsaid = schema is None and "itemSchema" not in media
        said = same and kind not in _STREAMS or unsaid or kind == "text"
        if has_json and said and not is_json(media_type):
            continue
        if schema and not same:
            seen.append(schema)
        yield media_type, media, same or schema


def _base(media_type: str) -> str:
    return media_type.split(";")[0].strip().lower()
