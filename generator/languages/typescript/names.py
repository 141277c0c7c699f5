"""Names of TypeScript: cases, and the words that are taken."""

from __future__ import annotations

from ... import names as cases
from ...language import Kind

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
        "Date",
        "Error",
        "File",
        "FormData",
        "Function",
        "Infinity",
        "Map",
        "NaN",
        "Number",
        "Object",
        "Parameters",
        "Promise",
        "Proxy",
        "ReadableStream",
        "Record",
        "Reflect",
        "RegExp",
        "Request",
        "Response",
        "Result",
        "ReturnType",
        "Set",
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


_ERROR_MEMBERS = frozenset(
    [
        "body",
        "cause",
        "contentType",
        "data",
        "data$",
        "headers",
        "message",
        "name",
        "pretty",
        "rawResponse",
        "requestId",
        "stack",
        "statusCode",
    ]
)


_CLIENT_OPTIONS = frozenset(
    [
        "serverIdx",
        "serverURL",
        "urlParams",
        "httpClient",
        "userAgent",
        "retryConfig",
        "timeoutMs",
        "debugLogger",
        "allowHTTP",
        "maxResponseBytes",
    ]
)


_RUNTIME_NAMES = frozenset(
    [
        "invoke",
        "newKey",
        "notations",
        "oneOf",
        "placeParams",
        "unusualRequest",
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
        "decimal",
        "file",
        "union",
        "operation",
        "paged",
        "paging",
        "byCursor",
        "byLink",
        "byOffset",
        "byPage",
        "client",
        "request",
        "options",
        "open",
        "jsonOrText",
        "exactJSON",
        "decimalJSON",
        "parseExact",
        "parseDecimals",
        "readEvents",
        "readLines",
        "readSequence",
    ]
)


def identifier(raw: str) -> str:
    """Camel case; a leading number is spelled out."""
    name = cases.camel(raw)
    if not name[:1].isdigit():
        return name
    said = cases.spelled(name)
    return said[0].lower() + said[1:]


CASES: dict[Kind, cases.Case] = {
    "type": cases.pascal,
    "field": identifier,
    "method": identifier,
    "argument": identifier,
    "module": lambda raw: cases.snake(raw).replace("_", ""),
    "group_module": lambda raw: raw.lower().replace("_", ""),
    "function": identifier,
    "member": lambda raw: cases.spelled(cases.pascal(raw)),
    "group": identifier,
    "payload": lambda raw: identifier(raw) or "webhook",
    "media_type": identifier,
}

RESERVED: dict[Kind, frozenset[str]] = {
    "type": _GLOBAL_TYPES,
    "group_type": _GLOBAL_TYPES | {"Client", "ClientOptions", "Group", "Page", "RequestOptions"},
    "field": _OBJECT_MEMBERS | {"additionalProperties"},
    "method": _OBJECT_MEMBERS | {"client"},
    "argument": _KEYWORDS | _CLIENT_OPTIONS,
    "module": frozenset({"index"}),
    "group_module": frozenset({"index", "sdk"}),
    "function": _KEYWORDS | _RUNTIME_NAMES,
    "member": frozenset(),
    "error_field": _ERROR_MEMBERS | _OBJECT_MEMBERS,
    "group": _OBJECT_MEMBERS | {"client"},
    "payload": _KEYWORDS | {"parse", "sign", "union", "unwrap", "verify", "dateTime", "open"},
    "media_type": _OBJECT_MEMBERS,
    "imported": frozenset(
        ["APIPromise", "EventStream", "Group", "Page", "PageRule", "Payload", "RequestOptions"]
    ),
}
