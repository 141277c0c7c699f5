"""Bodies and answers of operations: what is sent and what comes back, by media type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from .api import BODY, Body, Named, Naming, ObjectShape, Reply, Type, UnionShape, Unknown
from .diagnostics import SpecError
from .facts import Issues, example_of
from .media import (
    alternatives,
    answered,
    content_of,
    notations,
    reply_kind,
    request_kind,
    sent_as,
    written,
)
from .parameters import encodings, named_examples
from .schemas import Schemas
from .source import Node
from .spots import Spot

_STATUS = re.compile(r"[1-5](?:[0-9][0-9]|XX)\Z|default\Z", re.I)


class Contents:
    """Reads the content of requests and answers."""

    def __init__(self, schemas: Schemas, issues: Issues) -> None:
        self.schemas, self.issues = schemas, issues

    def choices(self, node: Node) -> tuple[tuple[str, str], ...]:
        """The bodies that are worth a method each, as `notations`; no body is one choice, too."""
        holder = node.get(BODY)
        with suppress(SpecError):  # who reads the body says what is wrong with it
            listed = dict(content_of(holder.resolve())) if holder else {}
            return tuple(notations(listed)) if listed else (("", ""),)
        return (("", ""),)

    def body(self, node: Node, media_type: str, spot: Spot) -> Body | None:
        """The body of an operation in one of its media types."""
        holder = node.get(BODY)
        if holder is None:
            return None
        with self.issues.catching():
            holder = holder.resolve()
            listed = dict(content_of(holder))
            if not listed:
                raise holder.error("a request body needs `content`")
            body = self._content(holder, media_type, listed[media_type], spot)
            return replace(body, others=tuple(_others(body, media_type, listed)))
        return None

    def _content(self, holder: Node, media_type: str, media: Node, spot: Spot) -> Body:
        below = replace(
            spot,
            leaf="RequestBody",
            piece="RequestBody",
            context=(*spot.context, "Request"),
            bare=False,
            form=media_type.startswith("multipart/"),
        )
        schema = media.get("schema")
        type = self.schemas.type_of(schema, below) if schema else None
        kind = request_kind(media_type, type)
        description = holder.text("description")
        self._describe(schema, description)
        return Body(
            media_type=sent_as(media_type, kind),
            kind=kind,
            type=written(kind, type, item := self._item(media, below)),
            required=holder.flag("required"),
            description=description,
            encoding=tuple(encodings(media)),
            example=example_of(media) or named_examples(media),
            item=item,
        )

    def _describe(self, schema: Node | None, description: str) -> None:
        """A body schema without a description takes that of its place."""
        if schema is None or schema.ref not in self.schemas.models:
            return
        model = self.schemas.models[schema.ref]
        if not model.description:
            self.schemas.models[schema.ref] = replace(model, description=description)

    def replies(self, node: Node, spot: Spot) -> Iterator[Reply]:
        """Every answer, in the order of the document."""
        responses = node.get("responses")
        if responses is None:
            return
        succeeds = any(status.startswith("2") for status, _ in responses.items())
        for status, listed in responses.items():
            if status.startswith("x-"):
                continue
            with self.issues.catching():
                if not _STATUS.match(status):
                    hint = "a status such as 200, a range such as 4XX, or default"
                    raise listed.error(f"{status!r} is no response key", hint)
                raises = status[0] in "45" or status == "default" and succeeds
                yield from self._reply(status, listed.resolve(), spot, raises)

    def _reply(self, status: str, node: Node, spot: Spot, raises: bool) -> Iterator[Reply]:
        description = node.text("description")
        listed = list(content_of(node))
        if not listed:
            yield Reply(status=status, description=description)
        failed = status[0] in "45"
        for media_type, media, schema in alternatives(listed):
            below = replace(
                spot,
                leaf="ResponseBody",
                piece="ResponseBody",
                context=(*spot.context, "Response", status, media_type),
                room="error" if failed else "response",
                bare=False,
            )
            type = self.schemas.type_of(schema, below) if schema else None
            kind, type = answered(
                reply_kind(media_type, type), type, self._item(media, below), failed
            )
            self._describe(schema, description)
            if raises and kind == "json" and schema and type:
                type = self._named(type, schema, below)
            yield Reply(
                status=status,
                media_type=media_type,
                kind=kind,
                type=type,
                description=description,
                sentinel=media.text("x-speakeasy-sse-sentinel"),
            )

    def _named(self, type: Type, schema: Node, spot: Spot) -> Type:
        """The body of an error, which has a name as its class has; so a list is a union of one."""
        shape = self.schemas.models[type.ref].shape if isinstance(type, Named) else None
        if isinstance(type, Unknown) or isinstance(shape, ObjectShape | UnionShape):
            return type
        ref = f"{schema.ref} error"
        if ref not in self.schemas.models:
            naming = Naming(leaf=spot.leaf, context=spot.context, bare=False)
            only = UnionShape(variants=(type,), closed=True)
            self.schemas.add(ref, schema, naming, spot, only)
        return Named(ref=ref)

    def _item(self, media: Node, spot: Spot) -> Type | None:
        """The type of each value of a sequence, such as lines of JSON or events."""
        item = media.get("itemSchema")
        name = f"{spot.leaf}Item"
        below = replace(spot, leaf=name, piece=name)
        return self.schemas.type_of(item, below) if item else None


def _others(body: Body, chosen: str, listed: dict[str, Node]) -> Iterator[Body]:
    """The other notations of the same schema, which have no method of their own."""
    own = {media_type for media_type, _ in notations(listed)}
    schema, kinds = listed[chosen].value.get("schema"), {body.kind}
    for media_type, media in listed.items():
        kind = request_kind(media_type, body.type)
        if media_type in own or kind in kinds or media.value.get("schema") != schema:
            continue
        if kind in ("json", "urlencoded", "multipart"):
            kinds.add(kind)
            encoding = tuple(encodings(media))
            yield replace(body, media_type=media_type, kind=kind, encoding=encoding)
