"""The rules of TypeScript: names, types, literals, and how its docs write them."""

from __future__ import annotations

import json
import posixpath
import re
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

_KEYWORDS = frozenset(
    [
        "abstract",
        "any",
        "as",
        "asserts",
        "async",
        "await",
        "boolean",
        "break",
        "case",
        "catch",
        "class",
        "const",
        "constructor",
        "continue",
        "debugger",
        "declare",
        "default",
        "delete",
        "do",
        "else",
        "enum",
        "export",
        "extends",
        "false",
        "finally",
        "for",
        "from",
        "function",
        "get",
        "if",
        "implements",
        "import",
        "in",
        "infer",
        "instanceof",
        "interface",
        "is",
        "keyof",
        "let",
        "module",
        "namespace",
        "never",
        "new",
        "null",
        "number",
        "object",
        "of",
        "package",
        "private",
        "protected",
        "public",
        "readonly",
        "require",
        "return",
        "set",
        "static",
        "string",
        "super",
        "switch",
        "symbol",
        "this",
        "throw",
        "true",
        "try",
        "type",
        "typeof",
        "undefined",
        "unique",
        "unknown",
        "using",
        "var",
        "void",
        "while",
        "with",
        "yield",
        "arguments",
        "eval",
    ]
)
_GLOBAL_TYPES = frozenset(
    [
        "Array",
        "ArrayBuffer",
        "Blob",
        "Boolean",
        "Date",
        "Error",
        "File",
        "FormData",
        "Function",
        "Headers",
        "Infinity",
        "Map",
        "NaN",
        "Number",
        "Object",
        "Promise",
        "Proxy",
        "ReadableStream",
        "Record",
        "Reflect",
        "RegExp",
        "Request",
        "Response",
        "Result",
        "Set",
        "String",
        "Symbol",
        "URL",
        "Uint8Array",
        "WeakMap",
        "WeakSet",
        "Partial",
        "Required",
        "Readonly",
        "Pick",
        "Omit",
        "Exclude",
        "Extract",
        "Codec",
        "Operation",
    ]
)
_OBJECT_MEMBERS = frozenset(
    [
        "__proto__",
        "constructor",
        "hasOwnProperty",
        "isPrototypeOf",
        "propertyIsEnumerable",
        "toLocaleString",
        "toString",
        "valueOf",
    ]
)
_RUNTIME_NAMES = frozenset(
    [
        "invoke",
        "json",
        "text",
        "binary",
        "urlencoded",
        "multipart",
        "simple",
        "label",
        "matrix",
        "form",
        "spaceDelimited",
        "pipeDelimited",
        "deepObject",
        "content",
        "dateTime",
        "bytes",
        "bigint",
        "file",
        "union",
        "operation",
        "client",
        "request",
        "options",
        "open",
    ]
)
_TYPES = {
    "string": "string",
    "integer": "number",
    "number": "number",
    "boolean": "boolean",
    "date": "string",
    "date-time": "Date",
    "file": "ReadableStream<Uint8Array>",
}
_DATE_DOC = "https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date"
_BLOB_DOC = "https://developer.mozilla.org/en-US/docs/Web/API"
_IDENTIFIER = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*\Z")
_TO_ESCAPE = re.compile(
    "[\x7f-\xa0\xad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_IN_COMMENT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_WIDTH = 80
_FILE_INPUT = Span(text="FileInput", module="~runtime/files.js", name="type FileInput")


def identifier(raw: str) -> str:
    """Camel case; a leading number is spelled out."""
    name = cases.camel(raw)
    if not name[:1].isdigit():
        return name
    said = cases.spelled(name)
    return said[0].lower() + said[1:]


def string(text: str) -> str:
    """A string literal in double quotes; anything invisible is escaped."""
    plain = json.dumps(text, ensure_ascii=False)
    return _TO_ESCAPE.sub(lambda m: f"\\u{ord(m[0]):04x}", plain)


def key(name: str) -> str:
    """A property name; quoted unless it is an identifier."""
    if name == "__proto__":
        return '["__proto__"]'  # the plain form would set the prototype
    return name if _IDENTIFIER.match(name) else string(name)


def literal(value: Value, indent: int) -> str:
    """A value as code; lists and objects put one entry on a line, `indent` spaces deep."""
    return _literal(value, indent, 0)


def comment(text: str, indent: int) -> str:
    """A JSDoc comment; its lines after the first are indented."""
    safe = _IN_COMMENT.sub(lambda m: f"U+{ord(m[0]):04X}", text.replace("\r\n", "\n"))
    rows = [row.rstrip() for row in safe.replace("*/", "*\\/").strip().split("\n")]
    if len(rows) == 1:
        return f"/** {rows[0]} */"
    pad = " " * indent
    inside = "\n".join(f"{pad} * {row}".rstrip() for row in rows)
    return f"/**\n{inside}\n{pad} */"


def type_text(type: Type, names: Names, site: Site, position: Position) -> Text:
    """The code of a type, or of the codec that brings it to the wire."""
    if position == "codec":
        return _codec(type, names, site)
    if isinstance(type, Nullable):
        return (*type_text(type.type, names, site, position), Span(text=" | null"))
    if isinstance(type, Array):
        inner = type_text(type.items, names, site, position)
        if position == "docs":
            return (*inner, Span(text="[]"))
        return (Span(text="Array<"), *inner, Span(text=">"))
    if isinstance(type, Map):
        inner = type_text(type.values, names, site, position)
        return (Span(text="{ [k: string]: "), *inner, Span(text=" }"))
    if isinstance(type, Named):
        return (_model(names[type.ref], site, position),)
    if isinstance(type, Scalar) and type.kind == "file" and position == "given":
        return (_FILE_INPUT,)
    if isinstance(type, Literal):
        return (Span(text=_constant(type)),)
    return (Span(text=_TYPES[type.kind] if isinstance(type, Scalar) else "any"),)


def wrap(text: Text, position: Position, required: bool, nullable: bool) -> Text:
    """The type of a field that may be null; its absence is written at the field."""
    if position == "codec":
        return text
    return (*text, Span(text=" | null")) if nullable else text


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


def declaration(name: ModelName, value: Value) -> str:
    """A variable of a model's type with an example value, wrapped at 80 columns."""
    shown = _literal(value, 0, _WIDTH)
    first = shown.split("\n", 1)[0]
    if len(f"let value: {name.name} = {first}") <= _WIDTH:
        return f"let value: {name.name} = {shown};"
    if len(f"let value: {name.name} =") <= _WIDTH:
        return f"let value: {name.name} =\n  {_literal(value, 2, _WIDTH)};"
    return f"let value:\n  {name.name} =\n    {_literal(value, 4, _WIDTH)};"


def notation(type: Type, names: Names, link: str, required: bool, nullable: bool) -> str:
    """A type as the docs write it (rulebook 8); absence and null are not shown."""
    if isinstance(type, Nullable):
        return notation(type.type, names, link, required, nullable)
    if isinstance(type, Array):
        return notation(type.items, names, link, required, nullable) + "[]"
    if isinstance(type, Map):
        return f"Record<string, {notation(type.values, names, link, required, nullable)}>"
    if isinstance(type, Named):
        return _named(names[type.ref], link)
    if isinstance(type, Scalar) and type.kind == "date-time":
        return f"[Date]({_DATE_DOC})"
    if isinstance(type, Literal):
        return "*boolean*" if isinstance(type.value, bool) else f"*{md_text(_constant(type))}*"
    return f"*{_TYPES[type.kind] if isinstance(type, Scalar) else 'any'}*"


def response(type: Type | None, names: Names, link: str) -> str:
    """The response line of an operation."""
    if type is None:
        return "**Promise\\<void\\>**"
    shown = plain(type_text(type, names, Site(), "docs"))
    named = isinstance(type, Named)
    page = f"{names[type.ref].namespace}/{names[type.ref].page}" if named else ""  # type: ignore[union-attr]
    return f"**Promise\\<[{shown}]({link}{page}.md)\\>**"


def _literal(value: Value, indent: int, width: int) -> str:
    pad, end = " " * (indent + 2), " " * indent
    if isinstance(value, Atom):
        return _atom(value)
    if isinstance(value, Items):
        rows = [f"{pad}{_literal(item, indent + 2, width)},\n" for item in value.items]
        return "[\n" + "".join(rows) + end + "]" if rows else "[]"
    if isinstance(value, Record):
        entries = [(key(name), item) for name, item in value.fields]
    else:
        entries = [(_quoted(name), item) for name, item in value.entries]
    rows = []
    for name, item in entries:
        shown = _literal(item, indent + 2, width)
        long = width and "\n" not in shown and len(f"{pad}{name}: {shown},") > width
        glue = f"\n{pad}  " if long and shown.startswith('"') else " "
        rows.append(f"{pad}{name}:{glue}{shown},\n")
    return "{\n" + "".join(rows) + end + "}" if rows else "{}"


def _quoted(name: str) -> str:
    return key(name) if name == "__proto__" else string(name)


def _atom(atom: Atom) -> str:
    if atom.kind == "file":
        return f"await openAsBlob({string(str(atom.value))})"
    if atom.kind == "date-time":
        return f"new Date({string(str(atom.value))})"
    return string(atom.value) if isinstance(atom.value, str) else json.dumps(atom.value)


def _constant(type: Literal) -> str:
    return string(type.value) if isinstance(type.value, str) else json.dumps(type.value)


def _named(name: ModelName, link: str) -> str:
    shown = f"{name.namespace}.{name.name}"
    if name.shape == "union":
        return f"*{shown}*"
    linked = f"[{shown}]({link}{name.namespace}/{name.page}.md)"
    if name.shape == "file":
        return f"[File]({_BLOB_DOC}/File) | [Blob]({_BLOB_DOC}/Blob) | {linked}"
    return linked


def _model(name: ModelName, site: Site, position: Position) -> Span:
    if position == "docs":
        return Span(text=f"{name.namespace}.{name.name}")
    if name.shape == "file":
        return _FILE_INPUT
    return Span(text=name.name, module=_home(name), name=f"type {name.name}")


def _codec(type: Type, names: Names, site: Site) -> Text:
    if isinstance(type, Nullable):
        return (Span(text="{ nullable: "), *_codec(type.type, names, site), Span(text=" }"))
    if isinstance(type, Array):
        return (Span(text="{ array: "), *_codec(type.items, names, site), Span(text=" }"))
    if isinstance(type, Map):
        return (Span(text="{ map: "), *_codec(type.values, names, site), Span(text=" }"))
    if isinstance(type, Literal):
        return (Span(text=f"{{ const: {_constant(type)} }}"),)
    if isinstance(type, Named):
        return _named_codec(names[type.ref])
    if isinstance(type, Scalar):
        return _scalar_codec(type)
    return (Span(text='"any"'),)


def _named_codec(name: ModelName) -> Text:
    if name.shape == "file":
        return (Span(text="file", module="~runtime/codecs.js", name="file"),)
    codec = Span(text=f"{name.name}$", module=_home(name), name=f"{name.name}$")
    return (Span(text="() => "), codec)


def _scalar_codec(type: Scalar) -> Text:
    named = {"date-time": "dateTime", "file": "file"}.get(type.kind)
    if named:
        return (Span(text=named, module="~runtime/codecs.js", name=named),)
    kind = {"date": "string"}.get(type.kind, type.kind)
    return (Span(text=string(kind)),)


def _home(name: ModelName) -> str:
    return f"~models/{name.namespace}/{name.module}.js"


def _statement(module: str, names: set[str]) -> str:
    listed = sorted(names, key=lambda name: (name.removeprefix("type "), name))
    row = f"import {{ {', '.join(listed)} }} from {string(module)};"
    if all(name.startswith("type ") for name in listed):
        bare = ", ".join(name.removeprefix("type ") for name in listed)
        row = f"import type {{ {bare} }} from {string(module)};"
    if len(row) <= _WIDTH or len(listed) == 1:
        return row
    head, _, rest = row.partition("{ ")
    inside, _, tail = rest.rpartition(" }")
    return head + "{\n  " + inside.replace(", ", ",\n  ") + ",\n}" + tail


def _namespace(model: Model) -> str:
    if model.room == "error" and not _is_nested(model):
        return "errors"
    return "components" if model.room == "component" else "operations"


def _is_nested(model: Model) -> bool:
    return model.naming.leaf != "ResponseBody" and model.naming.bare


def module_needs(models: tuple[ModelPlan, ...]) -> Iterable[Span]:
    """What the template of a file of models imports by itself."""
    for model in models:
        if model.shape == "file":
            yield _span("~runtime/files.js", "type FileInput")
        else:
            yield _span("~runtime/codec.js", "type Codec")
        if model.shape == "union":
            yield _span("~runtime/codecs.js", "union")
        if model.extra:
            yield _span("~runtime/codecs.js", "open")


def method_needs(method: MethodPlan) -> Iterable[Span]:
    """What the template of a function imports by itself."""
    yield _span("~core.js", f"type {method.client}Core")
    yield _span("~models/errors/index.js", f"type {method.base_error}")
    yield _span("~runtime/client.js", "type RequestOptions")
    yield _span("~runtime/operation.js", "type Operation")
    yield from (_span("~runtime/result.js", f"type {n}") for n in ("APIPromise", "Result"))
    yield _span("~runtime/transport.js", "invoke")
    for param in method.params:
        yield _span("~runtime/encoding.js", "content" if param.media_type else param.style)
    if method.body:
        module = "multipart" if method.body.kind == "multipart" else "encoding"
        kind, encoder = method.body.kind, method.body.encoder
        name = encoder if kind == encoder else f"{kind} as {encoder}"
        yield _span(f"~runtime/{module}.js", name)
    for part in method.body.encoding if method.body else ():
        if part.style:
            yield _span("~runtime/encoding.js", part.style)
    for reply in method.replies:
        if reply.kind:
            yield _span("~runtime/response.js", reply.kind)


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


def exported(model: ModelPlan) -> Iterable[str]:
    """The names that a model adds to its namespace."""
    yield model.name.name


def error_exports(settings: Settings) -> list[tuple[str, str]]:
    """The error classes of the runtime, where users look for them."""
    own = "ConnectionError NoResponseError RequestAbortedError RequestTimeoutError"
    own += " RequestValidationError ResponseValidationError SDKValidationError"
    names = [*own.split(), settings.default_error, settings.base_error]
    return [(name, "../../runtime/errors.js") for name in names]


def _span(module: str, name: str) -> Span:
    return Span(text=name, module=module, name=name)


def constant(value: str | int | float | bool) -> str:
    """A plain value as code."""
    return string(value) if isinstance(value, str) else json.dumps(value)


TYPESCRIPT = Language(
    key="typescript",
    title="TypeScript",
    fence="typescript",
    indent=2,
    flatten=False,
    standalone=True,
    inline_constants=True,
    cases={
        "type": cases.pascal,
        "field": identifier,
        "method": identifier,
        "argument": identifier,
        "module": lambda raw: cases.snake(raw).replace("_", ""),
        "group_module": lambda raw: raw.lower().replace("_", ""),
        "function": identifier,
        "member": lambda raw: cases.spelled(cases.pascal(raw)),
        "group": identifier,
    },
    reserved={
        "type": _GLOBAL_TYPES,
        "group_type": _GLOBAL_TYPES | {"Client", "ClientOptions", "Group", "RequestOptions"},
        "field": _OBJECT_MEMBERS | {"additionalProperties"},
        "method": _OBJECT_MEMBERS | {"client"},
        "argument": _KEYWORDS,
        "module": frozenset({"index"}),
        "group_module": frozenset({"index", "sdk"}),
        "function": _KEYWORDS | _RUNTIME_NAMES,
        "member": frozenset(),
        "group": _OBJECT_MEMBERS | {"client"},
    },
    namespace=_namespace,
    namespaces=("components", "errors", "operations"),
    error_namespace="errors",
    package_name=lambda settings: settings.typescript_package,
    code=Code(
        type_text=type_text,
        wrap=wrap,
        descriptor="codec",
        optional=lambda text: (*text, Span(text=" | undefined")),
        nothing="void",
        imports=imports,
        module_needs=module_needs,
        method_needs=method_needs,
        group_needs=group_needs,
        order=lambda name: (name,),
        export_order=lambda name: (name,),
        namespace_imports=lambda _: (),
        error_exports=error_exports,
        companions=("", ""),
        public=lambda _: [],
        exported=exported,
        literal=literal,
        constant=constant,
        comment=comment,
        deprecation="@deprecated It will be removed in a future release.",
        remarks="@remarks\n",
        models_folder=lambda namespace: f"models/{namespace}",
        groups_folder="sdk",
        functions_folder="funcs",
    ),
    docs=Docs(
        notation=notation,
        response=response,
        declaration=declaration,
        page_folder=lambda name: f"{name.namespace}/",
        env_option=lambda name: f'process.env[{string(name)}] ?? ""',
        up="../../",
        example_on=frozenset({"object", "enum"}),
        roomy=frozenset({"union"}),
        parameters=(
            ("options", "RequestOptions", "Used to set various options for making HTTP requests."),
            (
                "options.fetchOptions",
                "[RequestInit](https://developer.mozilla.org/en-US/docs/Web/API/Request/Request#options)",
                "Options that are passed to the underlying HTTP request. This can be used to inject"
                " extra headers for examples. All `Request` options, except `method` and `body`,"
                " are allowed.",
            ),
            (
                "options.retries",
                "[RetryConfig](../../lib/utils/retryconfig.md)",
                "Enables retrying HTTP requests under certain failure conditions.",
            ),
        ),
        extra_field="additionalProperties",
        file=(
            ("fileName", "*string*", True),
            ("content", "*ReadableStream<Uint8Array>*", True),
        ),
    ),
    targets=(
        Target(template="typescript/index.ts.j2", path="src/index.ts"),
        Target(template="typescript/config.ts.j2", path="src/config.ts"),
        Target(template="typescript/core.ts.j2", path="src/core.ts"),
        Target(template="typescript/sdk.ts.j2", path="src/sdk/sdk.ts"),
        Target(template="typescript/group.ts.j2", path="src/sdk/{item.module}.ts", each="groups"),
        Target(
            template="typescript/func.ts.j2", path="src/funcs/{item.function}.ts", each="methods"
        ),
        Target(
            template="typescript/model.ts.j2",
            path="src/models/{item.namespace}/{item.name}.ts",
            each="modules",
        ),
        Target(
            template="typescript/namespace.ts.j2",
            path="src/models/{item.name}/index.ts",
            each="namespaces",
        ),
        Target(template="typescript/package.json.j2", path="package.json"),
        Target(template="typescript/jsr.json.j2", path="jsr.json"),
        Target(template="docs/readme.md.j2", path="README.md"),
        Target(template="docs/usage.md.j2", path="USAGE.md"),
        Target(template="docs/resource.md.j2", path="{item.path}", each="resources"),
        Target(template="docs/model.md.j2", path="{item.path}", each="model_pages"),
    ),
    copied=(
        Copied(folder="typescript/runtime", path="src/runtime"),
        Copied(folder="typescript/package", path=""),
        Copied(folder="typescript/docs", path="docs"),
    ),
)
