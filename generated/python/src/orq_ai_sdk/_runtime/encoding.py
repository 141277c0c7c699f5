"""Values to text: path, query, header and cookie parameters, url-encoded forms."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeGuard
from urllib.parse import quote

from .errors import RequestValidationError
from .operation import Encoding, Param

Quote = Callable[[str], str]

MARK = os.urandom(8).hex()
"""Begins the text of a number that JSON shall have without quotes."""

_NAME = frozenset(
    "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
)
_HEX = frozenset("0123456789abcdefABCDEF")
_JOIN = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}
# style: prefix, separator of exploded members, whether the name is written
_STYLES: dict[str, tuple[str, str, bool]] = {
    "simple": ("", ",", False),
    "label": (".", ".", False),
    "matrix": (";", ";", True),
    "form": ("", "&", True),
    "cookie": ("", "; ", True),
}


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether it is an array."""
    return isinstance(value, list)


def is_dict(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether it is an object."""
    return isinstance(value, dict)


def json_text(value: Any) -> str:
    """JSON without spaces."""
    from pydantic_core import to_json

    return unmarked(to_json(value, by_alias=True)).decode()


def unmarked(body: bytes) -> bytes:
    """JSON in which marked texts are the numbers that they stand for."""
    first, *others = body.split(b'"' + MARK.encode())
    return first + b"".join(other.replace(b'"', b"", 1) for other in others)


def text(value: Any) -> str:
    """A scalar as text; an object or array inside of one becomes JSON."""
    if isinstance(value, str):
        return value.removeprefix(MARK)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e21:
        return str(int(value))  # as every other language writes it
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, (dict, list)):
        return json_text(value)
    return json_text(value).strip('"')


def escape(value: str) -> str:
    """Percent-encode all but letters, digits and -._~"""
    return quote(value, safe="")


def _escape_reserved(value: str, safe: str) -> str:
    head, *rest = value.split("%")
    out = [quote(head, safe=safe)]
    for piece in rest:
        triplet = len(piece) > 1 and _HEX.issuperset(piece[:2])
        out.append(("%" if triplet else "%25") + quote(piece, safe=safe))
    return "".join(out)


def _escape_reserved_query(value: str) -> str:
    return _escape_reserved(value, ":/?@!$&'()*+,;=")


def _escape_reserved_path(value: str) -> str:
    return _escape_reserved(value, ":/@!$&'()*+,;=")


def expand(
    style: str, name: str, value: Any, explode: bool, escaped: Quote
) -> str | None:
    """One value in one of the styles of OpenAPI; None when there is nothing to send."""
    prefix, separator, named = _STYLES.get(style, _STYLES["form"])
    comma = _JOIN.get(style, ",")
    if is_list(value):
        items = [escaped(text(item)) for item in value if item is not None]
        joined = items if not (explode and named) else [f"{name}={i}" for i in items]
        solo = not explode and named
    elif is_dict(value):
        given = [(k, v) for k, v in value.items() if v is not None]
        pairs = [(escaped(k), escaped(text(v))) for k, v in given]
        items = [f"{k}={v}" if explode else f"{k}{comma}{v}" for k, v in pairs]
        joined = items
        solo = not explode and named
    else:
        items = [escaped(text(value))]
        joined = items
        solo = named
    if not items:
        return None
    result = (separator if explode else comma).join(joined)
    if solo:
        result = name if style == "matrix" and not result else f"{name}={result}"
    return prefix + result


def _deep(name: str, value: Any, counted: bool, escaped: Quote) -> Iterator[str]:
    if is_dict(value):
        for key, item in value.items():
            if item is not None:
                yield from _deep(_below(name, key), item, counted, escaped)
    elif is_list(value) and counted:
        for number, item in enumerate(value):
            if item is not None:
                yield from _deep(_below(name, str(number)), item, counted, escaped)
    elif is_list(value):
        for item in value:
            yield f"{name}={escaped(text(item))}"
    else:
        yield f"{name}={escaped(text(value))}"


def _below(name: str, key: str) -> str:
    return f"{name}%5B{escape(key)}%5D"


def _deep_object(name: str, value: Any, counted: bool, escaped: Quote) -> str | None:
    """An array repeats its key; where it counts, or has no key, its items are numbered."""
    if is_list(value):
        value = {str(number): item for number, item in enumerate(value)}
    return "&".join(_deep(escape(name), value, counted, escaped)) or None


def _styled(
    style: str, name: str, value: Any, explode: bool, escaped: Quote
) -> str | None:
    if style == "deepObject":
        return _deep_object(name, value, False, escaped)
    return expand(style, escape(name), value, explode, escaped)


def plain(param: Param, value: Any) -> Any:
    """The argument as JSON-like data, through its type if it has one."""
    if param.content:
        data = param.adapter.to_plain(value, param.arg)
        return json_text(data) if "json" in param.content else data
    if param.type is None and isinstance(value, (str, int, float)):
        return value
    return None if value is None else param.adapter.to_plain(value, param.arg)


def path_text(param: Param, value: Any) -> str:
    """A path parameter.

    Raises RequestValidationError: the text is empty.
    """
    escaped = _escape_reserved_path if param.allow_reserved else escape
    data = plain(param, value)
    result = expand(param.style, escape(param.name), data, param.explode, escaped)
    if not result and not param.allow_empty:
        raise RequestValidationError(f"{param.arg}: must not be empty")
    return result or ""


def query_text(param: Param, value: Any) -> str | None:
    """A query parameter as "name=value&...", or None when there is nothing to send."""
    escaped = _escape_reserved_query if param.allow_reserved else escape
    data = plain(param, value)
    style = "form" if param.content else param.style
    result = _styled(style, param.name, data, param.explode, escaped)
    return f"{escape(param.name)}=" if result is None and param.allow_empty else result


def header_text(param: Param, value: Any) -> str | None:
    """A header parameter, or None when there is nothing to send."""
    return expand("simple", param.name, plain(param, value), param.explode, str)


def cookie_text(param: Param, value: Any) -> str | None:
    """A cookie parameter as "name=value; ..."."""

    def escaped(item: str) -> str:
        return escape(clean(item, param.arg))

    data = plain(param, value)
    return expand("cookie", escape(param.name), data, param.explode, escaped)


def _is_nested(value: Any) -> bool:
    """Whether a form has no plain way to write it: an object, an array of such."""
    return is_dict(value) or (is_list(value) and any(map(_is_deep, value)))


def _is_deep(value: Any) -> bool:
    return isinstance(value, (dict, list))


def form_text(fields: Mapping[str, Any], encoding: Mapping[str, Encoding]) -> str:
    """A form as application/x-www-form-urlencoded."""
    pieces: list[str] = []
    for name, value in fields.items():
        rule = encoding.get(name)
        if value is None:
            continue
        if rule is None:
            data = json_text(value) if _is_nested(value) else value
            piece = _styled("form", name, data, True, escape)
        elif rule.content_type:
            data = json_text(value) if "json" in rule.content_type else value
            piece = _styled("form", name, data, False, escape)
        else:
            explode = rule.style == "form" if rule.explode is None else rule.explode
            if rule.style == "deepObject":
                piece = _deep_object(name, value, True, escape)
            else:
                piece = _styled(rule.style, name, value, explode, escape)
        if piece is not None:
            pieces.append(piece)
    return "&".join(pieces)


def clean(value: str, what: str) -> str:
    """The value, if it has no control characters (a tab is allowed).

    Raises RequestValidationError, which names `what` and does not show the value.
    """
    if not value.isprintable():
        for char in value:
            if (char < " " and char != "\t") or char == "\x7f":
                raise RequestValidationError(f"{what}: control character in the value")
    return value


def header_value(value: str, what: str) -> Any:
    """A header value as the HTTP client takes it: text, or bytes beyond ASCII.

    Raises RequestValidationError: a control character, or one outside of Latin-1.
    """
    clean(value, what)
    if value.isascii():
        return value.strip(" \t")
    if max(value) > "\xff":  # found here, where nothing shows the value
        message = f"{what}: a header can hold Latin-1 characters only"
        raise RequestValidationError(message)
    return value.strip(" \t").encode("latin-1")


def header_name(name: str) -> str:
    """The name in lower case.

    Raises RequestValidationError: not a header name.
    """
    if not name or not _NAME.issuperset(name):
        raise RequestValidationError(f"not a header name: {name!r}")
    return name.lower()
