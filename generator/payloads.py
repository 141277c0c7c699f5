"""What an API sends to its users: the bodies of webhooks and callbacks, as types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from .api import BODY, METHODS, Payload
from .facts import Issues
from .media import content_of, preferred
from .schemas import Schemas
from .source import Node
from .spots import Spot

Kind = Literal["webhook", "callback"]


def payloads(
    root: Node, operations: Iterable[Node], schemas: Schemas, issues: Issues
) -> Iterator[Payload]:
    """Every payload that has a schema, in the order of the document; a faulty one is left out."""
    for key in ("webhooks", "x-webhooks"):
        for name, item in root.entries(key):
            yield from _of_item("webhook", name, item, schemas, issues)
    for operation in operations:
        for name, callback in operation.entries("callbacks"):
            with issues.catching(f"callback {name}"):
                for expression, item in callback.resolve().items():
                    if not expression.startswith("x-"):
                        yield from _of_item("callback", name, item, schemas, issues)


def _of_item(
    kind: Kind, name: str, item: Node, schemas: Schemas, issues: Issues
) -> Iterator[Payload]:
    with issues.catching(f"{kind} {name}"):
        for method, node in item.resolve().items():
            holder = node.get(BODY) if method in METHODS else None
            if holder is not None:
                yield from _of_body(kind, name, node, holder.resolve(), schemas)


def _of_body(
    kind: Kind, name: str, node: Node, holder: Node, schemas: Schemas
) -> Iterator[Payload]:
    listed = dict(content_of(holder))
    schema = listed[preferred(tuple(listed))].get("schema") if listed else None
    if schema is None:
        return
    spot = Spot(
        leaf="Payload",
        piece="Payload",
        context=(name, kind),
        room="component",
        root=f"{node.ref} {kind}",
        bare=False,
    )
    yield Payload(
        name=name,
        kind=kind,
        type=schemas.type_of(schema, spot),
        description=node.text("summary") or node.text("description"),
    )
