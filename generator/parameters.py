"""Parameters and media types: what the parts of a request and an answer are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .api import Example, Param, ParamPlace, PartEncoding, Scalar, Type, Unknown
from .source import Node

STYLES: dict[str, tuple[str, ...]] = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}


# The field of a request that holds the body.
BODY = "requestBody"


TEMPLATE = re.compile(r"\{([^{}]*)\}")


_IGNORED_HEADERS = ("accept", "content-type", "authorization")


def content_of(holder: Node) -> Iterator[tuple[str, Node]]:
    """The media types of a holder; each may stand among the components."""
    for media_type, media in holder.entries("content"):
        yield media_type, media.resolve()


def param_schema(node: Node) -> tuple[str, Node | None]:
    schema = node.get("schema")
    if schema is not None:
        return "", schema
    for media_type, media in content_of(node):
        return media_type, media.get("schema")
    return "", None


def place_of(place: str) -> ParamPlace:
    places: dict[str, ParamPlace] = {
        "path": "path",
        "query": "query",
        "header": "header",
        "cookie": "cookie",
    }
    return places[place]


def undeclared(name: str) -> Param:
    return Param(
        name=name,
        key=name,
        place="path",
        type=text_type(),
        required=True,
        style="simple",
        explode=False,
    )


def is_ignored(param: Param) -> bool:
    """OpenAPI gives these header parameters no meaning: the media types and security have it."""
    return param.place == "header" and param.name.lower() in _IGNORED_HEADERS


def told_apart(params: list[Param]) -> Iterator[Param]:
    """The parameters, each with a key of its own; the first of a name keeps it plain."""
    taken = {BODY}
    for param in params:
        key, number = param.name, 1
        while key in taken:
            key = f"{param.name} {param.place}" + (f" {number}" if number > 1 else "")
            number += 1
        taken.add(key)
        yield replace(param, key=key)


def text_type() -> Type:
    return Scalar(kind="string")


def _binary() -> Type:
    return Scalar(kind="file", format="binary")


def untyped(media_type: str) -> Type:
    """The type of content whose schema is not given."""
    if _is_json(media_type):
        return Unknown()
    return text_type() if media_type.startswith("text/") else _binary()


def sendable(media_type: str, type: Type | None) -> Type:
    """The type of a body: beside JSON, only forms have fields."""
    if type is None:
        return untyped(media_type)
    is_form = notation(media_type) in ("form", "multipart")
    return type if is_form else carried(media_type, type)


def notation(media_type: str) -> str:
    """How a body is written, as a word for the name of its method."""
    base = _base(media_type)
    if _is_json(media_type) or "*" in base:
        return "json"
    if base.startswith("multipart/"):
        return "multipart"
    if base.endswith("urlencoded"):
        return "form"
    return "text" if carried(media_type, Unknown()) == text_type() else "raw"


def carried(media_type: str, type: Type) -> Type:
    """The type of a value that came as content: only JSON and events have a structure."""
    base = _base(media_type)
    if _is_json(media_type) or base in ("*/*", "application/*", "text/event-stream"):
        return type
    plain = base.startswith("text/") or base.endswith(("/xml", "+xml", "/yaml", "urlencoded"))
    return text_type() if plain else _binary()


def alternatives(listed: list[tuple[str, Node]]) -> Iterator[tuple[str, Node, Node | None]]:
    """The media types of one content, each with its schema, where they differ.

    What JSON says is not said again as text or in another notation of the same schema; equal
    schemas are one.
    """
    schemas = [(media_type, media, media.get("schema")) for media_type, media in listed]
    seen: list[Node] = []
    has_json = any(_is_json(media_type) for media_type, _, _ in schemas)
    for media_type, media, schema in sorted(schemas, key=lambda row: not _is_json(row[0])):
        same = next((node for node in seen if schema and node.value == schema.value), None)
        said = same or schema is None or carried(media_type, Unknown()) == text_type()
        if has_json and said and not _is_json(media_type):
            continue
        if schema and not same:
            seen.append(schema)
        yield media_type, media, same or schema


def _base(media_type: str) -> str:
    return media_type.split(";")[0].strip().lower()


def _is_json(media_type: str) -> bool:
    return _base(media_type).endswith(("/json", "+json"))


def preferred(media_types: tuple[str, ...]) -> str:
    """JSON if there is one, else the first."""
    for media_type in media_types:
        if _is_json(media_type):
            return media_type
    return media_types[0]


def encodings(media: Node) -> Iterator[PartEncoding]:
    """How the fields of a form are written: in the styles of a query.

    Raises SpecError for another style.
    """
    for name, node in media.entries("encoding"):
        style = node.text("style")
        if style and style not in STYLES["query"]:
            hint = f"one of {', '.join(STYLES['query'])}"
            raise node.child("style").error(f"the style {style!r} does not fit a form", hint)
        yield PartEncoding(
            name=name,
            media_type=node.text("contentType"),
            style=style,
            explode=node.flag("explode") if "explode" in node else None,
        )


def named_examples(node: Node) -> Example:
    """The map `examples` of a parameter or media type: each has a value."""
    holder = node.get("examples")
    if holder is None or not isinstance(holder.value, dict):
        return Example()
    resolved = [example.resolve() for _, example in holder.items()]
    keys = ("value", "dataValue")
    return Example(values=tuple(n.value[key] for n in resolved for key in keys if key in n))
