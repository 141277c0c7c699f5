"""What a module of Python imports and exports."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from ...language import Site
from ...package import GroupPlan, MethodPlan, ModelPlan
from ...settings import Settings
from ...text import Span


def imports(wanted: tuple[tuple[str, str], ...], site: Site) -> tuple[str, ...]:
    """Import statements as isort orders them; those for type checkers alone come last."""
    runtime: dict[str, list[str]] = {}
    checked: dict[str, list[str]] = {}
    for module, name in wanted:
        local = module.replace("~", ".." if site.folder else ".")
        table = checked if local.startswith("?") else runtime
        table.setdefault(local.lstrip("?"), []).append(name)
    if checked:
        runtime.setdefault("typing", []).append("TYPE_CHECKING")
    rows: list[str] = []
    for section in _sections(runtime):
        rows += ["", *section] if rows else section
    if checked:
        rows += ["", "if TYPE_CHECKING:"]
        for module in sorted(checked, key=_module_order):
            rows += [f"    {row}" for row in _statements(module, checked[module])]
    return tuple(rows)


def module_needs(models: tuple[ModelPlan, ...]) -> Iterable[Span]:
    """What the template of a file of models imports by itself."""
    for model in models:
        if model.name.error:
            yield _span("~_runtime.errors", "SDKError as _SDKError")
        if model.shape == "object":
            yield _span("~_runtime.base", "BaseModel")
            yield _span("typing", "TypedDict")
            if any(field.renamed for field in model.fields):
                yield from (
                    _span("typing", "Annotated"),
                    _span("~_runtime.base", "Field as _Field"),
                )
            if model.has_typed_extra:
                yield _span("typing", "TYPE_CHECKING")
            if any(field.nullable and not field.required for field in model.fields):
                yield _span("~_runtime.unset", "UNSET")
        elif model.shape == "enum":
            yield _span("typing", "Literal")
            grown = {"Str": model.grows_by_text, "Int": model.grows_by_numbers}
            yield from (_variants(f"Unrecognized{kind}") for kind, yes in grown.items() if yes)
        elif model.shape == "union":
            yield _span("typing", "TypeAlias")
            if model.is_circular:
                yield _span("typing", "TYPE_CHECKING")
            yield _span("typing_extensions", "TypeAliasType")
            if model.mapping or model.unknown:
                yield _span("typing", "Annotated")
                kind = "Tagged" if model.mapping else "OneOf"
                yield _span("~_runtime.unions", f"{kind} as _{kind}")
        else:
            yield from (
                _span("~_runtime.models", f"{n} as _{n}") for n in ("File", "FileTypedDict")
            )
        if model.is_given:
            yield _span("typing", "TypeAlias")


def method_needs(_: MethodPlan) -> Iterable[Span]:
    """Methods stand in the module of their group, which knows what they need."""
    return ()


def group_needs(group: GroupPlan) -> Iterable[Span]:
    """What the template of a group imports by itself."""
    if group.children:
        yield _span("functools", "cached_property")
    for child in group.children:
        yield _span(f"?.{child.module}", child.class_name)
    yield from _client_needs(group) if not group.path else (_span("~_runtime.client", "Group"),)
    for method in group.methods:
        yield _span("collections.abc", "Mapping")
        yield from (
            _span("~_runtime.options", name) for name in ("CallOptions", "RetryConfig", "Timeout")
        )
        yield from (_span("~_runtime.unset", name) for name in ("UNSET", "OptionalNullable"))
        used = {
            "OpenOperation": method.opens and method.paging is None,
            "Operation": not method.opens and method.paging is None,
            "Param": bool(method.params),
            "Body": method.body is not None,
            "Encoding": bool(method.body and any(b.encoding for b in method.body.notations)),
            "Reply": any(not r.items and r.kind != "binary" for r in method.replies),
            "BinaryReply": any(reply.kind == "binary" for reply in method.replies),
            "StreamReply": any(reply.items for reply in method.replies),
            "ErrorReply": bool(method.errors),
            "Server": bool(method.servers),
        }
        yield from (_span("~_runtime.operation", name) for name, yes in used.items() if yes)
        if method.paging:
            yield _span("?._runtime", "paging as _paging")
            names = ("PagedOperation", "PageRule") + ("PageInput",) * bool(method.paging.input)
            yield from (_span("~_runtime.page_rules", name) for name in names)
        if method.retries:
            yield _span("~_runtime.options", "BackoffStrategy")
        if method.accept:
            yield _span("enum", "StrEnum as _StrEnum")


def _client_needs(group: GroupPlan) -> Iterable[Span]:
    """What the template of the client imports by itself."""
    yield from (_span("~_config", "CONFIG"), _span("~_runtime.client", "Client"))
    yield _span("collections.abc", "Mapping")
    options = "AsyncHttpClient ClientOptions HttpClient Logger RetryConfig Timeout"
    options += " Credential" if group.has_credentials else ""
    yield from (_span("typing", "Literal"),) if group.has_choices else ()
    yield from (_span("~_runtime.options", name) for name in options.split())
    yield from (_span("~_runtime.unset", name) for name in ("UNSET", "OptionalNullable"))


webhook_needs = tuple(
    Span(text=name, module="~_runtime.webhooks", name=name)
    for name in ("Payload", "Secret", "WebhookVerificationError", "sign", "verify")
)


def exported(model: ModelPlan) -> Iterable[str]:
    """The names that a model adds to the package of models."""
    yield model.name.code
    if model.name.error:
        yield model.name.error
    if model.name.record:
        yield model.name.record


def order(name: str) -> tuple[object, ...]:
    """The order of names as isort has it: constants, classes, others; numbers by value."""
    return _kind(name), _natural(name.lower()), _natural(name)


def export_order(name: str) -> tuple[object, ...]:
    """The order of names in `__all__`: the same, but capitals before small letters."""
    return _kind(name), _natural(name)


def namespace_imports(exports: list[tuple[str, str]]) -> tuple[str, ...]:
    """Everything a package of models has, for its stub; in the code it is loaded when used."""
    wanted: list[tuple[str, str]] = []
    for name, place in exports:
        module, _, other = place.partition(":")
        wanted.append((module, f"{other} as {name}" if other else name))
    return imports(tuple(wanted), Site(folder="models"))


def error_exports(settings: Settings) -> list[tuple[str, str]]:
    """The error classes of the runtime, where users look for them."""
    module = ".._runtime.errors"
    own = "APIConnectionError NoResponseError RequestTimeoutError RequestValidationError"
    own += " ResponseTooLargeError UnexpectedRedirectError"
    default = module if settings.default_error == "APIError" else f"{module}:APIError"
    return [
        *((name, module) for name in own.split()),
        ("ResponseValidationError", module),
        (settings.default_error, default),
        (settings.base_error, f"{module}:SDKError"),
    ]


def public(settings: Settings) -> list[tuple[str, str]]:
    """What the package itself has, and where; its modules have no place."""
    modules = ("__version__", "models", "types", "utils")
    clients = [(name, "._runtime.options") for name in ("AsyncHttpClient", "HttpClient")]
    return [*((name, "") for name in modules), *clients, (settings.class_name, ".sdk")]


def _span(module: str, name: str) -> Span:
    return Span(text=name, module=module, name=name)


def _variants(name: str) -> Span:
    return _span("~_runtime.variants", f"{name} as _{name}")


def _sections(found: dict[str, list[str]]) -> list[list[str]]:
    """Standard library, others, our own; whole modules first, the farthest of ours first."""
    sections: dict[int, list[str]] = {}
    for module in sorted(found, key=_module_order):
        rank = _rank(module)
        sections.setdefault(rank, []).extend(_statements(module, found[module]))
    return list(sections.values())


def _rank(module: str) -> int:
    if module.startswith("."):
        return 3
    return 1 if module.split(".")[0] in sys.stdlib_module_names else 2


def _module_order(module: str) -> tuple[object, ...]:
    dots = len(module) - len(module.lstrip("."))
    return _rank(module), module not in ("builtins", "datetime"), -dots, _natural(module.lower())


def _statements(module: str, found: list[str]) -> list[str]:
    if module in ("builtins", "datetime"):
        return [f"import {module}" + (" as _dt" if module == "datetime" else "")]
    names = sorted(set(found), key=order)
    plain_names = [name for name in names if " as " not in name]
    rows = [f"from {module} import {', '.join(plain_names)}"] if plain_names else []
    return rows + [f"from {module} import {name}" for name in names if " as " in name]


def _kind(name: str) -> int:
    if name.isupper() and len(name) > 1:
        return 0
    return 1 if name[0].isupper() else 2


def _natural(name: str) -> tuple[tuple[bool, int, str], ...]:
    parts = re.findall(r"[0-9]+|[^0-9]+", name)
    return tuple((part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts)
