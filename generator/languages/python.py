"""The rules of Python: names, types, literals, and how its docs write them."""

from __future__ import annotations

import builtins
import keyword
import re
import sys
from collections.abc import Iterable

from .. import names as cases
from ..api import (
    Array,
    Atom,
    Items,
    Literal,
    Map,
    Model,
    Named,
    Nullable,
    Record,
    Scalar,
    Type,
    Value,
)
from ..doors import md_text
from ..language import Code, Copied, Docs, Language, Names, Position, Site, Target
from ..package import GroupPlan, MethodPlan, ModelPlan
from ..settings import Settings
from ..text import ModelName, Span, Text, plain

INITIALISMS = frozenset(
    ["ID", "URL", "HTTP", "HTTPS", "JSON", "API", "LLM", "TTL", "URI", "UUID", "XML", "HTML", "SQL"]
)
_KEYWORDS = frozenset(keyword.kwlist) | frozenset(keyword.softkwlist) - {"type", "match", "case"}
_BUILTINS = frozenset(name for name in dir(builtins) if name.islower()) - {"id", "object", "type"}
_BASE_MODEL = frozenset(
    [
        "copy",
        "construct",
        "dict",
        "json",
        "schema",
        "schema_json",
        "validate",
        "parse_obj",
        "parse_raw",
        "parse_file",
        "from_orm",
        "update_forward_refs",
        "model_config",
        "model_fields",
        "model_computed_fields",
        "model_extra",
        "model_fields_set",
        "model_construct",
        "model_copy",
        "model_dump",
        "model_dump_json",
        "model_json_schema",
        "model_parametrized_name",
        "model_post_init",
        "model_rebuild",
        "model_validate",
        "model_validate_json",
        "model_validate_strings",
        "additional_properties",
    ]
)
_TYPES = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "file": "bytes",
}
_DATES = {"date": "date", "date-time": "datetime"}
_DATE_DOC = "https://docs.python.org/3/library/datetime.html#date-objects"
_OR_NONE = Span(text=" | None")
_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
_TO_ESCAPE = re.compile(
    '["\\\\\x00-\x1f\x7f-\xa0\xad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]'
)
_IN_COMMENT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def class_name(raw: str) -> str:
    """Pascal case with known initialisms in capitals."""
    parts = (word[0].upper() + word[1:] for word in cases.words(raw))
    return "".join(part.upper() if part.upper() in INITIALISMS else part for part in parts)


def identifier(raw: str) -> str:
    """Snake case that is no keyword and begins with no digit or underscore."""
    name = cases.snake(raw)
    return cases.snake(cases.spelled(name, "_")) if name[:1].isdigit() else name


def module_name(raw: str) -> str:
    """Small letters and digits, beginning with a letter."""
    name = cases.snake(raw).replace("_", "")
    return f"n{name}" if name[:1].isdigit() else name


def string(text: str) -> str:
    """A string literal in double quotes; anything invisible is escaped."""
    return '"' + _TO_ESCAPE.sub(_escaped, text) + '"'


def literal(value: Value, indent: int) -> str:
    """A value as code; lists and dicts put one entry on a line, `indent` spaces deep."""
    pad, end = " " * (indent + 4), " " * indent
    if isinstance(value, Atom) and value.kind == "file":
        name = string(str(value.value))
        rows = [f'{pad}"file_name": {name},\n', f'{pad}"content": open({name}, "rb"),\n']
        return "{\n" + "".join(rows) + end + "}"
    if isinstance(value, Atom):
        return constant(value.value)
    if isinstance(value, Items):
        rows = [f"{pad}{literal(item, indent + 4)},\n" for item in value.items]
        return "[\n" + "".join(rows) + end + "]" if rows else "[]"
    entries = value.fields if isinstance(value, Record) else value.entries
    rows = [f"{pad}{string(key)}: {literal(item, indent + 4)},\n" for key, item in entries]
    return "{\n" + "".join(rows) + end + "}" if rows else "{}"


def comment(text: str, indent: int) -> str:
    """Text fit for the inside of a docstring whose lines are indented."""
    safe = _IN_COMMENT.sub(lambda m: f"U+{ord(m[0]):04X}", text.replace("\r\n", "\n"))
    # A quote is dangerous beside another, and at the end, where the closing ones follow.
    safe = re.sub(r'"(?="|\Z)|(?<=")"', r'\\"', safe.replace("\\", "\\\\").strip())
    rows = [row.rstrip() for row in safe.split("\n")]
    joined = ("\n" + " " * indent).join(rows)
    return re.sub(r"\n +(?=\n)", "\n", joined)


def type_text(type: Type, names: Names, site: Site, position: Position) -> Text:
    """The annotation of a type; the docs keep the spelling of `typing`."""
    if isinstance(type, Nullable):
        inner = type_text(type.type, names, site, position)
        return _in_docs("Nullable", inner) if position == "docs" else (*inner, _OR_NONE)
    if isinstance(type, Array):
        return _list(type_text(type.items, names, site, position), site, position)
    if isinstance(type, Map):
        values = type_text(type.values, names, site, position)
        inner = (Span(text="str, "), *values)
        return _in_docs("Dict", inner) if position == "docs" else _of(Span(text="dict"), inner)
    if isinstance(type, Named):
        return (_model(names[type.ref], site, position),)
    if isinstance(type, Literal):
        return _of(_symbol("Literal"), (Span(text=constant(type.value)),))
    if isinstance(type, Scalar):
        return (_scalar(type, site, position),)
    return (Span(text="Any"),) if position in ("docs", "codec") else (_symbol("Any"),)


def wrap(text: Text, position: Position, required: bool, nullable: bool) -> Text:
    """The annotation of a field that may be absent, or null, or both."""
    inner = (*text, _OR_NONE) if nullable else text
    if required:
        return inner
    if position == "typed":
        return _of(_symbol("NotRequired"), inner)
    if nullable:
        head = Span(text="OptionalNullable", module="~_runtime.unset", name="OptionalNullable")
        return _of(head, text)
    return (*text, _OR_NONE)


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
        if model.shape == "object":
            yield _span("~_runtime.models", "BaseModel")
            yield _span("typing", "TypedDict")
            if any(field.renamed for field in model.fields):
                yield from (_span("typing", "Annotated"), _span("pydantic", "Field as _Field"))
            if any(field.nullable and not field.required for field in model.fields):
                yield _span("~_runtime.unset", "UNSET")
        elif model.shape == "enum":
            yield _span("typing", "Literal")
        elif model.shape == "union":
            yield _span("typing", "TypeAlias")
            yield _span("typing_extensions", "TypeAliasType")
            if model.discriminator:
                yield from (_span("typing", "Annotated"), _span("pydantic", "Field as _Field"))
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
        yield from (_span("~_runtime.options", name) for name in ("CallOptions", "RetryConfig"))
        yield from (_span("~_runtime.unset", name) for name in ("UNSET", "OptionalNullable"))
        used = {
            "Operation": True,
            "Param": bool(method.params),
            "Body": method.body is not None,
            "Encoding": bool(method.body and method.body.encoding),
            "Reply": bool(method.replies),
            "Server": bool(method.servers),
        }
        yield from (_span("~_runtime.operation", name) for name, yes in used.items() if yes)


def _client_needs(group: GroupPlan) -> Iterable[Span]:
    """What the template of the client imports by itself."""
    yield from (_span("~_config", "CONFIG"), _span("~_runtime.client", "Client"))
    yield _span("collections.abc", "Mapping")
    options = "AsyncHttpClient ClientOptions HttpClient Logger RetryConfig"
    options += " Credential" if group.has_credentials else ""
    yield from (_span("~_runtime.options", name) for name in options.split())
    yield from (_span("~_runtime.unset", name) for name in ("UNSET", "OptionalNullable"))


def exported(model: ModelPlan) -> Iterable[str]:
    """The names that a model adds to the package of models."""
    yield model.name.name
    if model.name.record:
        yield model.name.record


def order(name: str) -> tuple[object, ...]:
    """The order of names as isort has it: constants, classes, others; numbers by value."""
    return _kind(name), _natural(name.lower()), _natural(name)


def export_order(name: str) -> tuple[object, ...]:
    """The order of names in `__all__`: the same, but capitals before small letters."""
    return _kind(name), _natural(name)


def namespace_imports(exports: list[tuple[str, str]]) -> tuple[str, ...]:
    """Everything a package of models has, for type checkers; it is loaded when used."""
    wanted = [("~_runtime.lazy", "lazy_names")]
    for name, place in exports:
        module, _, other = place.partition(":")
        wanted.append((f"?{module}", f"{other} as {name}" if other else name))
    return imports(tuple(wanted), Site(folder="models"))


def error_exports(settings: Settings) -> list[tuple[str, str]]:
    """The error classes of the runtime, where users look for them."""
    module = ".._runtime.errors"
    own = "APIConnectionError NoResponseError RequestTimeoutError RequestValidationError"
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


def constant(value: str | int | float | bool | None) -> str:
    """A plain value as code."""
    return string(value) if isinstance(value, str) else repr(value)


def notation(type: Type, names: Names, link: str, required: bool, nullable: bool) -> str:
    """A type as the docs write it (rulebook 8)."""
    wrapper = ("" if required else "Optional") + ("Nullable" if nullable else "")
    return _notation(type, names, link, wrapper)


def response(type: Type | None, names: Names, link: str) -> str:
    """The response line of an operation; empty where nothing comes back."""
    if type is None:
        return ""
    shown = plain(type_text(type, names, Site(), "docs"))
    target = names[type.ref].page if isinstance(type, Named) else ""
    return f"**[{shown}]({link}{target}.md)**"


def _notation(type: Type, names: Names, link: str, wrapper: str) -> str:
    if isinstance(type, Nullable):
        inner = wrapper if wrapper.endswith("Nullable") else f"{wrapper}Nullable"
        return _notation(type.type, names, link, inner)
    if isinstance(type, Array):
        return f"List[{_notation(type.items, names, link, '')}]"
    if isinstance(type, Map):
        return f"Dict[str, {_notation(type.values, names, link, '')}]"
    if isinstance(type, Named):
        name = names[type.ref]
        return f"[{_in(wrapper, f'models.{name.name}')}]({link}{name.page}.md)"
    if isinstance(type, Scalar) and type.kind in _DATES:
        return f"[date]({_DATE_DOC})"
    if isinstance(type, Literal):
        return f"*{_in(wrapper, f'Literal[{md_text(constant(type.value))}]')}*"
    shown = _TYPES[type.kind] if isinstance(type, Scalar) else "Any"
    return f"*{_in(wrapper, shown)}*"


def _in(wrapper: str, inner: str) -> str:
    return f"{wrapper}[{inner}]" if wrapper else inner


def _scalar(type: Scalar, site: Site, position: Position) -> Span:
    if type.kind == "file" and position == "given":
        return _file_input(site)
    if type.kind in _DATES:
        return Span(text=f"_dt.{_DATES[type.kind]}", module="datetime", name="_dt")
    if type.kind == "number" and position == "returned" and site.folder == "models":
        return Span(text="_Number", module="~_runtime.models", name="Number as _Number")
    return Span(text=_TYPES[type.kind])


def _model(name: ModelName, site: Site, position: Position) -> Span:
    if position == "docs":
        return Span(text=f"models.{name.name}")
    if name.shape == "file":
        return _file_input(site)
    structured = name.shape in ("object", "union")
    if position == "given" and structured:
        return Span(text=name.given, module=f"?.models.{name.module}", name=name.given)
    shown = name.record if position == "typed" and structured else name.name
    if site.folder == "models":
        local = site.module == name.module
        if local:
            return Span(text=shown)
        return Span(text=f"_models.{shown}", module="?..", name="models as _models")
    return Span(text=f"_models.{shown}", module=".", name="models as _models")


def _file_input(site: Site) -> Span:
    place = "~_runtime.models" if site.folder else "?._runtime.models"
    return Span(text="_FileInput", module=place, name="FileInput as _FileInput")


def _list(inner: Text, site: Site, position: Position) -> Text:
    if position == "docs":
        return _in_docs("List", inner)
    if position == "given" and any(span.module.startswith("?.models.") for span in inner):
        # A list of models is one of models or dicts only where nobody may append.
        return _of(Span(text="Sequence", module="collections.abc", name="Sequence"), inner)
    if site.folder == "models":
        return _of(Span(text="list"), inner)
    # In a class with a method `list`, the plain word would mean that.
    return _of(Span(text="builtins.list", module="builtins"), inner)


def _of(head: Span, inner: Text) -> Text:
    return (head, Span(text="["), *inner, Span(text="]"))


def _in_docs(name: str, inner: Text) -> Text:
    return _of(Span(text=name), inner)


def _symbol(name: str) -> Span:
    return Span(text=name, module="typing", name=name)


def _span(module: str, name: str) -> Span:
    return Span(text=name, module=module, name=name)


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


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    if char in _ESCAPES:
        return _ESCAPES[char]
    code = ord(char)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def declaration(name: ModelName, value: Value) -> str:
    """A variable of a model's type with an example value."""
    return f"value: {name.name} = {literal(value, 0)}"


def _namespace(_: Model) -> str:
    return "models"


def _optional(text: Text) -> Text:
    return (*text, _OR_NONE)


_FIXED_ARGUMENTS = frozenset(
    {"self", "retries", "server_url", "timeout_ms", "http_headers", "accept_header_override"}
)
_CLIENT_ARGUMENTS = frozenset(
    ["server_idx", "url_params", "client", "async_client", "retry_config", "debug_logger"]
)
_IMPORTED = frozenset(
    [
        "Annotated",
        "Any",
        "BaseModel",
        "Literal",
        "NotRequired",
        "OptionalNullable",
        "TypeAlias",
        "TypeAliasType",
        "TypedDict",
        "UNSET",
        "TYPE_CHECKING",
    ]
)
_CALL_NAMES = frozenset(
    [
        "Any",
        "Body",
        "CallOptions",
        "Encoding",
        "Literal",
        "OptionalNullable",
        "Param",
        "Reply",
        "RetryConfig",
        "UNSET",
        "AsyncHttpClient",
        "HttpClient",
        "Credential",
        "Logger",
        "CONFIG",
        "TYPE_CHECKING",
    ]
)
_OWN_MODULES = frozenset({"sdk", "models", "utils", "types", "errors", "_config", "_version"})
_RUNTIME = "src/{package.package}/"

PYTHON = Language(
    key="python",
    title="Python",
    fence="python",
    indent=4,
    flatten=True,
    standalone=False,
    inline_constants=False,
    cases={
        "type": class_name,
        "field": identifier,
        "method": identifier,
        "argument": identifier,
        "module": module_name,
        "group_module": lambda raw: raw.lower(),
        "function": identifier,
        "member": lambda raw: cases.spelled(cases.upper(raw), "_").upper(),
        "group": identifier,
    },
    reserved={
        "type": _IMPORTED,
        "group_type": frozenset(
            ["Client", "ClientOptions", "Group", "Operation", "Mapping", "Sequence"]
        )
        | _CALL_NAMES,
        "field": _KEYWORDS | _BUILTINS | _BASE_MODEL,
        "method": _KEYWORDS | {"self", "str", "int", "float", "bool", "close", "aclose"},
        "argument": _KEYWORDS | _BUILTINS | _BASE_MODEL | _FIXED_ARGUMENTS | _CLIENT_ARGUMENTS,
        "module": frozenset({"__init__"}) | _KEYWORDS,
        "group_module": _OWN_MODULES | _KEYWORDS,
        "function": _KEYWORDS,
        "member": _KEYWORDS,
        "group": _KEYWORDS | {"self"},
    },
    namespace=_namespace,
    namespaces=("models",),
    error_namespace="models",
    package_name=lambda settings: settings.python_package,
    code=Code(
        type_text=type_text,
        wrap=wrap,
        descriptor="returned",
        optional=_optional,
        nothing="None",
        imports=imports,
        module_needs=module_needs,
        method_needs=method_needs,
        group_needs=group_needs,
        order=order,
        export_order=export_order,
        namespace_imports=namespace_imports,
        error_exports=error_exports,
        companions=("TypedDict", "Input"),
        public=public,
        exported=exported,
        literal=literal,
        constant=constant,
        comment=comment,
        deprecation="Deprecated: it will be removed in a future release.",
        remarks="",
        models_folder=lambda _: "models",
        groups_folder="",
        functions_folder="",
    ),
    docs=Docs(
        notation=notation,
        response=response,
        declaration=declaration,
        page_folder=lambda _: "",
        env_option=lambda name: f'os.getenv({string(name)}, "")',
        up="../",
        example_on=frozenset({"enum"}),
        roomy=frozenset({"object", "enum", "union", "file"}),
        parameters=(
            (
                "retries",
                "[Optional[utils.RetryConfig]](../../models/utils/retryconfig.md)",
                "Configuration to override the default retry behavior of the client.",
            ),
        ),
        extra_field="__pydantic_extra__",
        file=(
            ("file_name", "*str*", True),
            ("content", "*Union[bytes, IO[bytes], io.BufferedReader]*", True),
            ("content_type", "*Optional[str]*", False),
        ),
    ),
    targets=(
        Target(template="python/init.py.j2", path=_RUNTIME + "__init__.py"),
        Target(template="python/version.py.j2", path=_RUNTIME + "_version.py"),
        Target(template="python/config.py.j2", path=_RUNTIME + "_config.py"),
        Target(template="python/sdk.py.j2", path=_RUNTIME + "sdk.py"),
        Target(template="python/group.py.j2", path=_RUNTIME + "{item.module}.py", each="groups"),
        Target(
            template="python/models.py.j2",
            path=_RUNTIME + "models/__init__.py",
            each="namespaces",
        ),
        Target(
            template="python/model.py.j2", path=_RUNTIME + "models/{item.name}.py", each="modules"
        ),
        Target(template="python/pyproject.toml.j2", path="pyproject.toml"),
        Target(template="docs/readme.md.j2", path="README.md"),
        Target(template="docs/usage.md.j2", path="USAGE.md"),
        Target(template="docs/resource.md.j2", path="{item.path}", each="resources"),
        Target(template="docs/model.md.j2", path="{item.path}", each="model_pages"),
    ),
    copied=(
        Copied(folder="python/runtime", path=_RUNTIME + "_runtime"),
        Copied(folder="python/package", path=_RUNTIME.rstrip("/")),
        Copied(folder="python/docs", path="docs"),
    ),
    formatter=(sys.executable, "-m", "ruff", "format", "--isolated", "--no-cache"),
    suffix=".py",
)
