"""What an API sends to its users: the bodies of webhooks and callbacks, as types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from .api import BODY, METHODS, Named, Naming, Payload, UnionShape
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
    hooks = [
        payload
        for key in ("webhooks", "x-webhooks")
        for name, item in root.entries(key)
        for payload in _of_item("webhook", name, item, schemas, issues)
    ]
    yield from hooks
    if hooks:
        yield _any_of(hooks, root, schemas)
    for operation in operations:
        for name, callback in operation.entries("callbacks"):
            with issues.catching(f"callback {name}"):
                for expression, item in callback.resolve().items():
                    if not expression.startswith("x-"):
                        yield from _of_item("callback", name, item, schemas, issues)


def _any_of(hooks: list[Payload], root: Node, schemas: Schemas) -> Payload:
    """What a receiver of all webhooks gets; where that may be several things it has a name."""
    types = tuple(dict.fromkeys(payload.type for payload in hooks))
    type, ref = types[0], f"{root.ref}/webhooks event"
    if len(types) > 1:
        spot = Spot(leaf="", piece="", context=(), room="component", root=ref)
        naming = Naming(leaf="Webhook Event")
        schemas.add(ref, root, naming, spot, UnionShape(variants=types))
        type = Named(ref=ref)
    return Payload(ref=ref, name="event", kind="event", type=type)


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
        ref=node.ref,
        name=name,
        kind=kind,
        type=schemas.type_of(schema, spot),
        description=node.text("summary") or node.text("description"),
    )
