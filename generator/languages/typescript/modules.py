"""What a module of TypeScript imports and exports."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from ...language import Site
from ...package import GroupPlan, MethodPlan, ModelPlan
from ...settings import Settings
from ...text import Span
from .atoms import WIDTH, string


def imports(wanted: tuple[tuple[str, str], ...], site: Site) -> tuple[str, ...]:
    """Import statements; modules and names in order, a type marked as one."""
    own = f"~{site.folder}/{site.module}.js"
    by_module: dict[str, set[str]] = {}
    for module, name in wanted:
        if module != own:
            path = posixpath.relpath(module.lstrip("~"), site.folder)
            local = path if path.startswith(".") else f"./{path}"
            by_module.setdefault(local, set()).add(name)
    return tuple(_statement(module, names) for module, names in sorted(by_module.items()))


def _statement(module: str, names: set[str]) -> str:
    listed = sorted(names, key=lambda name: (name.removeprefix("type "), name))
    row = f"import {{ {', '.join(listed)} }} from {string(module)};"
    if all(name.startswith("type ") for name in listed):
        bare = ", ".join(name.removeprefix("type ") for name in listed)
        row = f"import type {{ {bare} }} from {string(module)};"
    if len(row) <= WIDTH or len(listed) == 1:
        return row
    head, _, rest = row.partition("{ ")
    inside, _, tail = rest.rpartition(" }")
    return head + "{\n  " + inside.replace(", ", ",\n  ") + ",\n}" + tail


def module_needs(models: tuple[ModelPlan, ...]) -> Iterable[Span]:
    """What the template of a file of models imports by itself."""
    for model in models:
        if model.shape == "file":
            yield _span("~runtime/files.js", "type FileInput")
        else:
            yield _span("~runtime/codec.js", "type Codec")
        if model.grows_by_text or model.grows_by_numbers:
            yield _span("~runtime/variants.js", "type Unrecognized as Unrecognized$")
        if model.shape == "union" and not model.only:
            yield _span("~runtime/codecs.js", "union")
        if model.name.error:
            yield _span("~runtime/errors.js", "ModelError as ModelError$")
        if model.extra:
            yield _span("~runtime/codecs.js", "open")


def method_needs(method: MethodPlan) -> Iterable[Span]:
    """What the template of a function imports by itself."""
    yield _span("~core.js", f"type {method.client}Core")
    yield _span("~models/errors/index.js", f"type {method.base_error}")
    yield _span("~runtime/client.js", "type RequestOptions")
    yield _span("~runtime/operation.js", "type Operation")
    yield from (_span("~runtime/result.js", f"type {n}") for n in ("APIPromise", "Result"))
    yield from _call_needs(method)
    if method.key_header:
        yield _span("~runtime/keys.js", "newKey")
    if method.is_unusual:
        yield _span("~runtime/unusual.js", "unusualRequest")
    if any(server.choices for server in method.servers):
        yield _span("~runtime/variables.js", "oneOf")
    if method.params:
        yield _span("~runtime/params.js", "placeParams")
    for param in method.params:
        yield _span("~runtime/encoding.js", "content" if param.media_type else param.style)
    if method.body and method.body.others:
        yield _span("~runtime/notations.js", "notations")
    for body in method.body.notations if method.body else ():
        module = "multipart" if body.kind == "multipart" else "encoding"
        name = body.encoder if body.kind == body.encoder else f"{body.kind} as {body.encoder}"
        yield _span(f"~runtime/{module}.js", name)
        for part in body.encoding:
            if part.style:
                yield _span("~runtime/encoding.js", part.style)
    for reply in (*method.replies, *method.errors):
        if reply.items:
            yield _span("~runtime/streams.js", reply.items.reader)
            if reply.parser:
                yield _span("~runtime/exact.js", reply.parser)
        elif reply.kind:
            module = "exact" if reply.parser and reply.kind == "json" else "response"
            yield _span(f"~runtime/{module}.js", reply.decoder)


def _call_needs(method: MethodPlan) -> Iterable[Span]:
    """What makes the call, and leads from one page to the next."""
    if method.paging is None:
        yield _span("~runtime/transport.js", "invoke")
        return
    yield from (_span("~runtime/paging.js", n) for n in ("paged", "type Page", "type PageRule"))
    module = "links" if method.paging.kind == "url" else "turns"
    yield _span(f"~runtime/{module}.js", method.paging.follow)


def group_needs(group: GroupPlan) -> Iterable[Span]:
    """What the template of a class imports by itself."""
    for child in group.children:
        yield _span(f"~sdk/{child.module}.js", child.class_name)
    if group.path:
        yield _span("~core.js", f"type {group.client}Core")
        yield _span("~runtime/client.js", "Group")
    else:
        yield _span("~core.js", f"{group.client}Core")
    for method in group.methods:
        yield _span(f"~funcs/{method.function}.js", method.function)
        yield _span("~runtime/client.js", "type RequestOptions")
        yield _span("~runtime/result.js", "unwrap")
        if method.accept:
            yield _span(f"~funcs/{method.function}.js", f"type {method.accept.name}")
        if method.paging:
            yield _span("~runtime/paging.js", "type Page")


webhook_needs = (Span(text="Payload", module="~runtime/webhooks.js", name="type Payload"),)


def exported(model: ModelPlan) -> Iterable[str]:
    """The names that a model adds to its namespace."""
    yield model.name.code
    if model.name.error:
        yield model.name.error


def error_exports(settings: Settings) -> list[tuple[str, str]]:
    """The error classes of the runtime, where users look for them."""
    own = "ConnectionError NoResponseError RequestAbortedError RequestTimeoutError"
    own += " RequestValidationError ResponseTooLargeError ResponseValidationError"
    own += " SDKValidationError UnexpectedRedirectError"
    names = [*own.split(), settings.default_error, settings.base_error]
    return [(name, "../../runtime/errors.js") for name in names]


def _span(module: str, name: str) -> Span:
    return Span(text=name, module=module, name=name)
