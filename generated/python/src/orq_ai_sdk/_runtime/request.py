"""From an operation and its arguments to a request that can be sent."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from . import encoding
from .errors import RequestValidationError
from .multipart import (
    Content,
    holds_files,
    multipart_content,
    raw_content,
)
from .operation import chosen
from .unset import UNSET

if TYPE_CHECKING:
    from .operation import Body, Configuration, Operation, Param, Server
    from .options import CallOptions, ClientOptions

_DOTS = (".", "..")
_VARIABLE = re.compile(r"\{([^{}]*)\}")
_PLAIN = re.compile(r"https?://[^/\\@?#\x00-\x20]+(/[^\\?#\x00-\x20]*)?")
_SLASHES = re.compile(r"(?<!:)/+")


class Outgoing(NamedTuple):
    """A request, apart from any HTTP client, that can be sent more than once.

    `base` is the URL of the server.
    """

    method: str
    url: str
    headers: dict[str, Any]
    content: bytes | Content | None
    base: str = ""

    @property
    def replayable(self) -> bool:
        """Whether the body can be sent again."""
        return not isinstance(self.content, Content) or self.content.replayable


def server_url(
    servers: Sequence[Server], which: int | str | None, given: Mapping[str, str]
) -> str:
    """The URL of a server with its variables filled in, without a slash at the end.

    Raises RequestValidationError: a variable has a value that the document does not list.
    """
    server = chosen(servers, which)
    for name, choices in server.choices.items():
        if name in given and given[name] not in choices:
            listed = ", ".join(map(repr, choices))
            raise RequestValidationError(f"server variable {name}: one of {listed}")
    return fill_url(server.url, {**server.variables, **given})


def fill_url(url: str, variables: Mapping[str, str]) -> str:
    """A URL with variables filled in, without a slash at the end.

    Raises RequestValidationError: it is no plain http(s) address.
    """
    if variables:
        url = _VARIABLE.sub(lambda found: str(variables.get(found[1], found[0])), url)
    if not _PLAIN.fullmatch(url):
        # Without the URL: it may hold a password.
        raise RequestValidationError("Server URL: http(s)://host/path is expected")
    # Doubled where a variable begins or ends with a slash.
    return _SLASHES.sub("/", url).rstrip("/")


def build(
    config: Configuration,
    options: ClientOptions,
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    call: CallOptions,
) -> Outgoing:
    """The request of one call, without credentials.

    Raises RequestValidationError: an argument does not fit or cannot be sent.
    """
    places = operation.places
    arguments = _with_shared(operation, options, arguments)
    headers: dict[str, Any] = {
        "accept": _accepted(operation, call),
        "user-agent": config.user_agent,
    }
    body = _notation(operation.body, call)
    content: bytes | Content | None = _content(operation, body, arguments)
    if isinstance(content, Content):
        headers["content-type"] = content.media_type
        if content.length is not None:
            headers["content-length"] = str(content.length)
    elif content is not None and body:
        headers["content-type"] = body.media_type
    for param in places["header"]:
        if _given(param, arguments):
            given = arguments[param.arg]
            value = _sendable(encoding.header_text, param.arg, param, given)
            if value is not None:
                headers[param.name.lower()] = encoding.header_value(value, param.arg)
    if operation.key_header:
        headers.setdefault(operation.key_header.lower(), _new_key())
    cookies = _texts(encoding.cookie_text, places["cookie"], arguments)
    if cookies:
        headers["cookie"] = "; ".join(cookies)
    for name, extra in (call.http_headers or {}).items():
        key = encoding.header_name(name)
        if key != "content-type" or not _keeps_type(headers.get(key), extra):
            headers[key] = encoding.header_value(extra, name)
    base = base_url(config, options, operation, call)
    url = base + path(operation, arguments)
    query = _texts(encoding.query_text, places["query"], arguments)
    if query:
        url += ("&" if "?" in url else "?") + "&".join(query)
    return Outgoing(operation.method, url, headers, content, base)


def _accepted(operation: Operation[Any], call: CallOptions) -> Any:
    if not call.accept:
        return operation.accept
    return encoding.header_value(call.accept, "accept_header_override")


def _with_shared(
    operation: Operation[Any], options: ClientOptions, arguments: Mapping[str, Any]
) -> Mapping[str, Any]:
    """The arguments, and what the client or the document holds where they are silent."""
    held = {
        param.arg: options.parameters[param.client]
        for param in operation.shared
        if param.client
        and arguments.get(param.arg) in (None, UNSET)
        and options.parameters.get(param.client) is not None
    }
    for param in operation.filled:
        if param.arg not in held and arguments.get(param.arg) in (None, UNSET):
            held[param.arg] = param.fill
    return {**arguments, **held} if held else arguments


def _notation(body: Body | None, call: CallOptions) -> Body | None:
    """The body in the notation that the call asks for."""
    if body is None or not body.others or not call.http_headers:
        return body
    asked = [v for k, v in call.http_headers.items() if k.lower() == "content-type"]
    wanted = {_base_type(value) for value in asked}
    found = (other for other in body.others if _base_type(other.media_type) in wanted)
    return next(found, body)


def _new_key() -> str:
    from uuid import uuid4

    return str(uuid4())


def _keeps_type(own: str | None, asked: str) -> bool:
    """Whether a content type knows a boundary that the one asked for does not."""
    kind = _base_type(asked)
    return kind.startswith("multipart/") and _base_type(own or "") == kind


def _base_type(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


def base_url(
    config: Configuration,
    options: ClientOptions,
    operation: Operation[Any],
    call: CallOptions,
) -> str:
    """The server of a call: its own, the client's, the operation's, the document's."""
    given = call.server_url or options.server_url
    if given:
        return fill_url(given, options.url_values)
    if operation.servers:
        return server_url(operation.servers, 0, options.url_values)
    return server_url(config.servers, options.server_idx, options.url_values)


def _given(param: Param, arguments: Mapping[str, Any]) -> bool:
    value = arguments.get(param.arg, UNSET)
    if value is UNSET or (value is None and not param.null):
        if param.required:
            raise RequestValidationError(f"{param.arg}: required")
        return False
    return True


def _texts(
    write: Any, params: Sequence[Param], arguments: Mapping[str, Any]
) -> list[str]:
    written = [
        _sendable(write, param.arg, param, arguments[param.arg])
        for param in params
        if _given(param, arguments)
    ]
    return [piece for piece in written if piece is not None]


def path(operation: Operation[Any], arguments: Mapping[str, Any]) -> str:
    """The path with its parameters.

    Raises RequestValidationError: an empty value, or a segment that is `.` or `..`.
    """
    template = operation.path
    params = operation.places["path"]
    if not params:
        return template
    values: dict[str, str] = {}
    for param in params:
        value = arguments.get(param.arg, UNSET)
        if value is None or value is UNSET:
            raise RequestValidationError(f"{param.arg}: required")
        values[param.name] = _sendable(encoding.path_text, param.arg, param, value)
    head, *rest = template.split("{")
    out = [head]
    for piece in rest:
        name, _, tail = piece.partition("}")
        out.append(values.get(name, "{" + name + "}") + tail)
    result = "".join(out)
    for segment in result.split("/"):
        if segment.lower().replace("%2e", ".") in _DOTS:
            names = ", ".join(param.arg for param in params)
            raise RequestValidationError(f"{names}: path segment {segment!r}")
    return result


def _sendable(write: Any, what: str, *given: Any) -> Any:
    try:
        return write(*given)
    except ValueError as error:  # a lone surrogate, or something JSON cannot say
        raise RequestValidationError(f"{what}: cannot be sent: {error}") from error


def _content(
    operation: Operation[Any], body: Body | None, arguments: Mapping[str, Any]
) -> Any:
    if body is None:
        return None
    if body.arg is not None:
        value = arguments.get(body.arg, UNSET)
        if value is UNSET or (value is None and not body.null):
            if body.required:
                raise RequestValidationError(f"{body.arg}: required")
            return None
        return _sendable(_encode, body.arg, body, value, body.arg)
    skipped = operation.not_fields
    fields = {
        name: value
        for name, value in arguments.items()
        if value is not UNSET and name not in skipped
    }
    if not body.required and all(value is None for value in fields.values()):
        return None
    return _sendable(_encode, operation.id, body, fields, operation.id)


def _encode(body: Body, value: Any, what: str) -> bytes | Content:
    kind = body.kind
    if kind == "multipart":
        fields = body.adapter.to_fields(value, what, holds_files)
        return multipart_content(fields, body.encoding, body.media_type)
    if kind == "urlencoded":
        return encoding.form_text(
            body.adapter.to_plain(value, what), body.encoding
        ).encode()
    if kind == "json":
        return body.adapter.to_json(value, what)
    if kind == "lines":
        rows = body.adapter.to_plain(value, what)
        return "".join(f"{encoding.json_text(row)}\n" for row in rows).encode()
    unnamed = "*" in body.media_type
    media_type = "application/octet-stream" if unnamed else body.media_type
    return raw_content(media_type, value, what)


def is_json(media_type: str | None) -> bool:
    """Whether a media type is JSON."""
    kind = _base_type(media_type or "")
    return kind in ("application/json", "text/json") or kind.endswith("+json")
