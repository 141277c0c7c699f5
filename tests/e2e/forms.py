"""Reads multipart/form-data by RFC 7578 and RFC 2046 alone, and refuses what they do not allow.

No library reads it, for a lenient one would forgive what the code under test does wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_PARAMETER = re.compile(rf'; ?({_TOKEN})=(?:({_TOKEN})|"((?:[^"\\\r\n]|\\.)*)")')
_BOUNDARY = re.compile(r"[0-9A-Za-z'()+_,./:=?-]{1,70}")


class BadForm(ValueError):
    """The body is no multipart/form-data."""


@dataclass(frozen=True)
class Part:
    """One part of a form."""

    name: str
    body: bytes
    filename: str | None = None
    content_type: str | None = None


def parse_form(content_type: str, body: bytes) -> list[Part]:
    """The parts in the order they were sent. Raises BadForm."""
    kind, parameters = _value(content_type)
    if kind != "multipart/form-data":
        raise BadForm(f"content type {kind}")
    boundary = parameters.get("boundary", "")
    if not _BOUNDARY.fullmatch(boundary):
        raise BadForm(f"boundary {boundary!r}")
    # The first delimiter has no line end before it; with one added, all look alike.
    first, *pieces = (b"\r\n" + body).split(b"\r\n--" + boundary.encode())
    if first or not pieces:
        raise BadForm("it does not begin with the boundary")
    if pieces.pop() != b"--\r\n":
        raise BadForm("it does not end with the boundary and two dashes")
    return [_part(piece) for piece in pieces]


def _part(piece: bytes) -> Part:
    head, blank, body = piece.partition(b"\r\n\r\n")
    if not blank or not head.startswith(b"\r\n"):
        raise BadForm(f"no head: {piece[:80]!r}")
    headers: dict[str, str] = {}
    for line in head[2:].decode("utf-8").split("\r\n"):
        name, colon, value = line.partition(":")
        if not colon or not re.fullmatch(_TOKEN, name) or name.lower() in headers:
            raise BadForm(f"header {line!r}")
        headers[name.lower()] = value.strip(" ")
    kind, parameters = _value(headers.pop("content-disposition", ""))
    content_type = headers.pop("content-type", None)
    # Others are forbidden or deprecated, a charset or an encoded file name among them.
    if kind != "form-data" or headers or not {"name"} <= {*parameters} <= {"name", "filename"}:
        raise BadForm(f"head {head!r}")
    return Part(parameters["name"], body, parameters.get("filename"), content_type)


def _value(text: str) -> tuple[str, dict[str, str]]:
    """A header value and its parameters."""
    kind, semicolon, rest = text.partition(";")
    rest = semicolon + rest
    parameters: dict[str, str] = {}
    while rest:
        match = _PARAMETER.match(rest)
        if not match or match[1].lower() in parameters:
            raise BadForm(f"parameters {rest!r}")
        parameters[match[1].lower()] = match[2] if match[3] is None else match[3]
        rest = rest[match.end() :]
    return kind.strip().lower(), parameters
