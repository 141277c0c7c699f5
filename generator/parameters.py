"""Parameters: their places, styles and names; encodings and examples beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from math import isfinite

from .api import BODY, KEYED, Example, Literal, Map, Param, ParamPlace, PartEncoding, Raw, Type
from .facts import Facts
from .media import content_of, text_type
from .source import Node

STYLES: dict[str, tuple[str, ...]] = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}


TEMPLATE = re.compile(r"\{([^{}]*)\}")


_KEYS = ("idempotencykey", "xidempotencykey")
_IGNORED_HEADERS = ("accept", "content-type", "authorization")


def param_schema(node: Node) -> tuple[str, Node | None]:
    schema = node.get("schema")
    if schema is not None:
        return "", schema
    for media_type, media in content_of(node):
        return media_type, media.get("schema")
    return "", None


def allows_reserved(node: Node) -> bool:
    """Whether reserved characters of the value stay as they are."""
    override = node.text("x-speakeasy-param-encoding-override")
    return node.flag("allowReserved") or override == "allowReserved"


def keyed(param: Param, method: str) -> Param:
    """A header for keys of calls that shall have effect once: nobody has to give one."""
    letters = re.sub(r"[^a-z]", "", param.name.lower())
    if param.place != "header" or method not in KEYED or letters not in _KEYS:
        return param
    return replace(param, is_key=True, required=False)


def may_be_empty(node: Node, place: str, type: Type) -> bool:
    """Whether an empty value is sent; an object that need not have fields is one in a path."""
    if place == "path":
        return isinstance(type, Map)
    keys = ("allowEmptyValue", "x-speakeasy-allow-empty-value")
    return place == "query" and any(node.flag(key) for key in keys)


def filling(place: str, type: Type, facts: Facts | None) -> Raw:
    """What goes out for a needed parameter that is not given: a constant; a default in a path."""
    if isinstance(type, Literal):
        return type.value
    default = facts.raw("default") if facts and place == "path" else None
    is_plain = isinstance(default, str | int | bool)
    return default if is_plain or isinstance(default, float) and isfinite(default) else None


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
