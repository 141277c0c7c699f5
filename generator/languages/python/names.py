"""Names of Python: cases, and the words that are taken."""

from __future__ import annotations

import builtins
import keyword

from ... import names as cases
from ...language import Kind

INITIALISMS = frozenset(
    ["ID", "URL", "HTTP", "HTTPS", "JSON", "API", "LLM", "TTL", "URI", "UUID", "XML", "HTML", "SQL"]
)


_KEYWORDS = frozenset(keyword.kwlist) | frozenset(keyword.softkwlist) - {"type", "match", "case"}


# Names that fields often have, and that no generated code needs.
_REDEFINED = {"id", "input", "max", "min", "object", "property", "type"}
_BUILTINS = frozenset(name for name in dir(builtins) if name.islower()) - _REDEFINED


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


_FIXED_ARGUMENTS = frozenset(
    {"self", "retries", "server_url", "timeout_ms", "http_headers", "accept_header_override"}
)


_CLIENT_ARGUMENTS = frozenset(
    [
        "server_idx",
        "url_params",
        "client",
        "async_client",
        "retry_config",
        "debug_logger",
        "allow_http",
    ]
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
        "BackoffStrategy",
        "BinaryReply",
        "BinaryResponse",
        "BinaryResponseAsync",
        "Body",
        "CallOptions",
        "Encoding",
        "ErrorReply",
        "EventStream",
        "EventStreamAsync",
        "Literal",
        "OpenOperation",
        "OptionalNullable",
        "PageInput",
        "PagedOperation",
        "PageRule",
        "Param",
        "Reply",
        "RetryConfig",
        "Timeout",
        "StreamReply",
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


CASES: dict[Kind, cases.Case] = {
    "type": class_name,
    "field": identifier,
    "method": identifier,
    "argument": identifier,
    "module": module_name,
    "group_module": lambda raw: raw.lower(),
    "function": identifier,
    "member": lambda raw: cases.spelled(cases.upper(raw), "_").upper(),
    "group": identifier,
    "payload": lambda raw: cases.spelled(cases.upper(raw), "_").upper() or "WEBHOOK",
    "media_type": lambda raw: cases.spelled(cases.upper(raw), "_").upper(),
}

RESERVED: dict[Kind, frozenset[str]] = {
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
    "error_field": frozenset(),
    "group": _KEYWORDS | {"self"},
    "imported": frozenset(),
    "payload": frozenset(),
    "media_type": frozenset(),
}
