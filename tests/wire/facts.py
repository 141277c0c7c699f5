"""Single facts that old tests knew of an echoing server: its URL, query, form, JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode

_PLACE = re.compile(r"""res\.(url|args|form|json)(?:\.(\w+)|\[['"]([^'"]+)['"]\])?\Z""")


def checkable(vector: Mapping[str, Any]) -> bool:
    """Whether a record has arguments, and a fact that a request alone decides."""
    known = vector["inDocument"] and not vector["unreadArguments"] and "arguments" in vector
    held = vector["id"].endswith("uses_global")  # by a client of which nothing is recorded
    return bool(known and not held and any(_fact(fact) for fact in vector["facts"]))


def problems(vector: Mapping[str, Any], sent: Mapping[str, Any]) -> list[str]:
    """The facts that a request does not bear out."""
    found = []
    for fact in filter(None, map(_fact, vector["facts"])):
        place, name, value = fact
        got = _seen(sent, place, name)
        if not _same(got, value):
            found.append(f"{place} {name or ''}: expected {value!r}, got {got!r}")
    return found


def _fact(fact: Mapping[str, Any]) -> tuple[str, str | None, Any] | None:
    match = _PLACE.match(fact["at"])
    if not match or "$" in json.dumps(fact["value"]):
        return None
    if match[1] in ("args", "form") and not (match[2] or match[3]):
        return None
    return match[1], match[2] or match[3], fact["value"]


def _seen(sent: Mapping[str, Any], place: str, name: str | None) -> Any:
    path, _, query = sent["target"].partition("?")
    if place == "url":
        return f"http://localhost:{sent['port']}{sent['target']}"
    if place == "json":
        value = json.loads(sent["body"])
        return _named(value, name) if name else value
    text = query if place == "args" else _form(sent)
    fields = {key: v[0] if len(v) == 1 else v for key, v in parse_qs(text, True).items()}
    return _named(fields, name)


def _form(sent: Mapping[str, Any]) -> str:
    body = sent["body"].decode()
    parts = re.findall(r'; name="(\w+)"\r\n(?:.+\r\n)*\r\n(.*)\r\n', body)
    return urlencode(parts) if parts else body


def _named(fields: Any, name: str | None) -> Any:
    """The field that a Python attribute of the old SDK stands for."""
    plain = {_letters(key): value for key, value in fields.items()}
    return plain.get(_letters(name or ""))


def _letters(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _same(got: Any, wanted: Any) -> bool:
    if isinstance(got, str) and isinstance(wanted, str):
        return _canonical(got) == _canonical(wanted)
    return bool(got == wanted)


def _canonical(text: str) -> list[str]:
    """The pieces of a URL or value: order, blanks and what is escaped do not matter."""
    return sorted(re.findall(r"[\w.:+-]+", re.sub(r"(?<=[:,])[\s+]+", "", unquote(text))))
