"""From an event to the value that it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .framing import Event
    from .operation import StreamReply


def decode(reply: StreamReply, event: Event) -> Any:
    """The value that an event stands for; that of an unknown event is what was sent.

    Raises ValueError.
    """
    from pydantic_core import from_json, to_json

    problem: ValueError | None = None
    text = raw = event.data
    forms: list[bytes | None] = [None] if text is None else []
    if text is not None and reply.data != "text":
        try:
            raw = from_json(text)
            forms.append(text.encode())
        except ValueError as error:
            problem = error
    if text is not None and reply.data != "json":
        forms.append(to_json(text))
    named = {n: v for n, v in event._asdict().items() if n != "data" and v is not None}
    kept: list[Any] = []
    for form in forms:
        body = form or b""
        if reply.whole:
            data = b"" if form is None else b'"data":' + form
            fields = filter(None, (to_json(named)[1:-1], data))
            body = b"{" + b",".join(fields) + b"}"
        try:
            value = reply.adapter.read(body)
        except ValueError as error:
            problem = problem or error
            continue
        if len(forms) == 1 or not _is_unknown(value, reply.whole):
            return value
        kept.append(value)
    if kept:
        return kept[0]
    if problem and event.event in (None, "message", *reply.names):
        raise problem
    if not reply.whole:
        return raw
    return named if text is None else {**named, "data": raw}


def _is_unknown(value: Any, whole: bool) -> bool:
    """Whether it fits no member of its union, so that another form of it may fit better."""
    from .variants import UnknownVariant

    data = getattr(value, "data", None) if whole else value
    return isinstance(data, UnknownVariant)
