"""Paths to operations: groups, parameters, bodies, replies, security; the whole `Api`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .access import Needs
from .api import (
    BODY,
    Api,
    Example,
    Field,
    Named,
    Naming,
    ObjectShape,
    Operation,
    Param,
    Retries,
    Type,
    UnionShape,
)
from .contents import Contents
from .directions import split
from .discriminators import infer
from .facts import Issues, example_of, facts_of
from .media import text_type
from .page_rules import PageRules
from .parameters import (
    STYLES,
    TEMPLATE,
    allows_reserved,
    filling,
    is_ignored,
    keyed,
    may_be_empty,
    named_examples,
    param_schema,
    place_of,
    told_apart,
    undeclared,
)
from .payloads import payloads
from .placing import Placing
from .reach import used, with_errors
from .retries import retries_of
from .routes import Route, Tags, routes
from .schemas import Schemas
from .security import Security, server_of
from .sending import as_sent
from .source import Document, Node
from .spots import Spot


def parse(
    document: Document,
    issues: Issues,
    placing: Placing | None = None,
    pages: PageRules | None = None,
) -> Api:
    """The meaning of a document; problems are noted in `issues`.

    Raises SpecError where it is no OpenAPI document at all.
    """
    root = document.root
    _check_version(root)
    schemas = Schemas(issues)
    placing = placing or Placing()
    pages = pages or PageRules()
    reader = _Reader(root, schemas, issues, placing, pages)
    with issues.catching("shape of the document"):
        reader.check_shape()
    globals_: tuple[Param, ...] = ()
    with issues.catching("parameters of the client"):
        globals_ = tuple(reader.global_params())
    security: Needs | None = None
    with issues.catching("security of the document"):
        security = reader.security.needs(root)
    retries: Retries | None = None
    with issues.catching("retries of the document"):
        retries = retries_of(root)
    operations = tuple(reader.operations(globals_))
    issues.found += (error.issue for error in (*placing.unknown(), *pages.unknown()))
    sent = tuple(payloads(root, reader.callers, schemas, issues))
    models = infer(used(schemas.models, operations, globals_, sent))
    operations, models = split(operations, models, sent)
    models = as_sent(operations, with_errors(operations, models))
    info, docs = root.get("info"), root.get("externalDocs")
    return Api(
        title=info.text("title") if info else "",
        version=info.text("version") if info else "",
        description=info.text("description") if info else "",
        docs_url=docs.text("url") if docs else "",
        docs_description=docs.text("description") if docs else "",
        servers=tuple(server_of(node) for node in root.list("servers")),
        schemes=reader.security.schemes,
        security=security or (),
        globals=globals_,
        timeout_ms=_timeout(root),
        retries=retries,
        operations=operations,
        payloads=sent,
        models=models,
    )


def _check_version(root: Node) -> None:
    if not isinstance(root.value, dict):
        raise root.error("an OpenAPI document is a mapping", "it begins with `openapi:`")
    if "swagger" in root:
        hint = "convert it to OpenAPI 3 first; most editors and converters do that"
        raise root.child("swagger").error("Swagger 2.0 is not supported", hint)
    if "openapi" not in root:
        raise root.error("this is no OpenAPI document: it has no `openapi`")
    if not re.match(r"3\.[0-2]\.\d+", root.text("openapi")):
        shown = root.text("openapi")
        message = f"OpenAPI {shown} is not supported"
        raise root.child("openapi").error(message, "3.0.x, 3.1.x and 3.2.x are")


class _Reader:
    """Reads operations one by one; a faulty part is noted and left out."""

    def __init__(
        self, root: Node, schemas: Schemas, issues: Issues, placing: Placing, pages: PageRules
    ) -> None:
        self.root, self.schemas, self.issues = root, schemas, issues
        self.placing, self.pages = placing, pages
        self.tags = Tags(root, issues)
        self.security = Security(root, issues)
        self.contents = Contents(schemas, issues)
        self.callers: list[Node] = []
        self._ids: dict[str, Node] = {}

    def check_shape(self) -> None:
        """What every document must have at its top."""
        with self.issues.catching():
            if "info" not in self.root:
                raise self.root.error("`info` is missing", "add info.title and info.version")
        is_30 = self.root.text("openapi").startswith("3.0")
        if "paths" not in self.root and (is_30 or not self._has_other_content()):
            raise self.root.error("`paths` is missing", "an empty one is written `paths: {}`")

    def _has_other_content(self) -> bool:
        return "webhooks" in self.root or "components" in self.root

    def global_params(self) -> Iterator[Param]:
        """`x-speakeasy-globals`: parameters that the client holds for every operation."""
        holder = self.root.get("x-speakeasy-globals")
        for node in holder.list("parameters") if holder else ():
            param = self._param(
                node.resolve(),
                Spot(leaf="", piece="", context=("Globals",), room="component", root="globals"),
            )
            hidden = node.resolve().flag("x-speakeasy-globals-hidden")
            yield replace(param, is_shared=True, is_hidden=hidden)

    def operations(self, globals_: tuple[Param, ...]) -> Iterator[Operation]:
        """Every operation, in the order of the document; one with a faulty part is left out."""
        shared = {param.name: param for param in globals_}
        for route in routes(self.root, self.issues):
            before = len(self.issues.found)
            made: list[Operation] = []
            with self.issues.catching(route.part):
                made = list(self._operations(route, shared))
            if made and not self.issues.leaves_out(route.part, before):
                self.callers.append(route.node)
                yield from made

    def _operations(self, route: Route, shared: dict[str, Param]) -> Iterator[Operation]:
        """An operation for each notation of its body; none where it is hidden."""
        for media_type, variant in self.contents.choices(route.node):
            made = self._operation(route, shared, media_type, variant)
            if made:
                yield made

    def _operation(
        self, route: Route, shared: dict[str, Param], media_type: str, variant: str
    ) -> Operation | None:
        """An operation; None where it is hidden."""
        path, method, node = route.path, route.method, route.node
        id = node.text("operationId") or f"{method}_{path}"
        groups = self.placing.groups_of(node, id, self.tags.path)
        if not groups:
            return None
        self._check_id(id, node)
        named = f"{id} {variant}".strip()
        spot = Spot(
            leaf="",
            piece="",
            context=(named, " ".join(groups[0])),
            room="request",
            root=named,
            home=node.ref,
        )
        params = [keyed(_shared(p, shared), method) for p in self._params(route, spot)]
        made = Operation(
            id=id,
            ref=node.ref,
            loc=node.loc,
            method=method,
            path=path,
            groups=groups,
            name=f"{self.placing.name_of(node, id)} {variant}".strip(),
            variant=variant,
            summary=node.text("summary"),
            description=node.text("description"),
            deprecated=node.flag("deprecated"),
            params=tuple(p for p in params if not p.is_hidden),
            globals=tuple(p for p in params if p.is_hidden),
            body=self.contents.body(node, media_type, spot),
            replies=tuple(self.contents.replies(node, spot)),
            security=self.security.needs(node),
            servers=tuple(server_of(n) for h in (node, *route.items) for n in h.list("servers")),
            timeout_ms=_timeout(node),
            retries=retries_of(node),
        )
        return replace(
            made,
            request=self._request_model(node, made, spot),
            result=self._result(node, made, spot),
            paging=self.pages.of(node, made, self.schemas.models, self.issues),
        )

    def _check_id(self, id: str, node: Node) -> None:
        first = self._ids.setdefault(id, node)
        if first is not node:
            self.issues.warn(
                (node.get("operationId") or node).loc,
                f"the operationId {id!r} stands twice",
                f"first at {first.loc.pointer}",
            )

    def _result(self, node: Node, operation: Operation, spot: Spot) -> Type | None:
        """What the successes bring; where that may be several things, a union has a name."""
        types = tuple(dict.fromkeys(r.type for r in operation.successes if r.type is not None))
        if len(types) < 2:
            return types[0] if types else None
        ref = f"{node.ref}/response"
        if ref in self.schemas.models:  # an operation of another notation answers the same
            return Named(ref=ref)
        naming = Naming(leaf="Response", context=spot.context, bare=False)
        shape = UnionShape(variants=types)
        self.schemas.add(ref, node, naming, replace(spot, room="response"), shape)
        return Named(ref=ref)

    def _request_model(self, node: Node, operation: Operation, spot: Spot) -> str:
        """An object of all that an operation with parameters takes; empty where it has none."""
        body = operation.body
        fields = [param.field for param in operation.params]
        if not fields:
            return ""
        if body:
            fields.append(
                Field(
                    name=BODY,
                    type=body.type,
                    required=body.required,
                    description=body.description,
                )
            )
        ref = f"{operation.place}/request"
        naming = Naming(leaf="Request", context=spot.context, bare=False)
        self.schemas.add(ref, node, naming, spot, ObjectShape(fields=tuple(fields)))
        return ref

    # --- parameters -----------------------------------------------------------------

    def _params(self, route: Route, spot: Spot) -> Iterator[Param]:
        path, node = route.path, route.node
        found: dict[tuple[str, str], Param] = {}
        for listed in (n for h in (*route.items, node) for n in h.list("parameters")):
            with self.issues.catching():
                param = self._param(listed.resolve(), spot)
                if not is_ignored(param):
                    found[param.place, param.name] = param
        named = TEMPLATE.findall(path)
        for name in named:
            if ("path", name) not in found:
                self.issues.warn(node.loc, f"the path names {name!r}, which is not declared")
                found["path", name] = undeclared(name)
        used = [p for p in found.values() if p.place != "path" or p.name in named]
        yield from told_apart(used)

    def _param(self, node: Node, spot: Spot) -> Param:
        name, place = node.text("name"), node.text("in")
        if not name:
            raise node.error("a parameter needs a `name`")
        if place not in STYLES:
            hint = f"one of {', '.join(STYLES)}"
            if place == "querystring":
                hint = "write each parameter of the query by itself, with `in: query`"
            raise (node.get("in") or node).error(f"{place!r} is no place for it", hint)
        media_type, schema = param_schema(node)
        below = replace(spot.below(name), union="QueryParam" if place == "query" else "")
        facts = facts_of(schema) if schema else None
        style = node.text("style") or STYLES[place][0]
        if style not in STYLES[place]:
            hint = f"one of {', '.join(STYLES[place])}"
            raise node.child("style").error(f"the style {style!r} does not fit {place}", hint)
        example = example_of(node) or named_examples(node)
        type = self.schemas.type_of(schema, below) if schema else text_type()
        needed = node.flag("required") or place == "path"
        fill = filling(place, type, facts) if needed else None
        return Param(
            name=name,
            key=name,
            place=place_of(place),
            type=type,
            required=needed and fill is None,
            fill=fill,
            style=style,
            explode=node.flag("explode") if "explode" in node else style == "form",
            media_type=media_type,
            allow_reserved=allows_reserved(node),
            allow_empty=may_be_empty(node, place, type),
            description=node.text("description") or (facts.text("description") if facts else ""),
            deprecated=node.flag("deprecated") or bool(facts and facts.flag("deprecated")),
            has_default=bool(facts and facts.has("default")),
            default=facts.raw("default") if facts else None,
            example=example or (facts.example() if facts else Example()),
        )


def _shared(param: Param, shared: dict[str, Param]) -> Param:
    """A parameter that the client may hold need not be given in a call."""
    held = shared.get(param.name)
    if held is None:
        return param
    return replace(param, is_shared=True, is_hidden=held.is_hidden, required=False)


def _timeout(node: Node) -> int | None:
    value = node.value.get("x-speakeasy-timeout")
    return value if type(value) is int and value > 0 else None
