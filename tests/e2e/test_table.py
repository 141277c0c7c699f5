"""The table and the reader of forms are what the other tests rest on; they are tested, too."""

from __future__ import annotations

import pytest

from .forms import BadForm, Part, parse_form
from .table import CASES

_KEYS = {"name", "input", "client", "call", "calls", "env", "cancel_ms", "replies", "expect"}
_EXPECT = {"request", "headers", "parts", "requests", "gaps_ms", "left", "unread"}
_EXPECT |= {"value", "error", "log", "elapsed_ms"}
_ERROR = {"kind", "status", "body", "headers", "says"}
_LOG = {"has", "lacks", "empty"}
_REPLY = {"status", "headers", "json", "text", "raw", "delay_ms", "trickle_ms", "silent", "drop"}


def test_no_case_is_lost() -> None:
    """Names are given once."""
    names = [case["name"] for case in CASES]
    assert len(names) == len({*names}) > 80


def test_no_key_is_misspelled() -> None:
    """An expectation that nobody reads would hold for ever."""
    for case in CASES:
        expect = case.get("expect", {})
        assert {*case} <= _KEYS, case["name"]
        assert {*expect} <= _EXPECT, case["name"]
        assert {*expect.get("error", {})} <= _ERROR, case["name"]
        assert {*expect.get("log", {})} <= _LOG, case["name"]
        assert all({*reply} <= _REPLY for reply in case.get("replies", [])), case["name"]
        gaps = expect.get("gaps_ms", [])
        assert not gaps or len(gaps) == expect["requests"] - 1, case["name"]


def _form(*lines: str, boundary: str = "b") -> tuple[str, bytes]:
    return f"multipart/form-data; boundary={boundary}", "\r\n".join(lines).encode()


def test_reads_a_form() -> None:
    """Names, types and bytes, the boundary within a line among them."""
    head = 'Content-Disposition: form-data; name="a"'
    named = 'content-disposition: form-data; name="f"; filename="ä;b.png"'
    kind, body = _form(
        "--b", head, "", "1\r\n\r\n--", "--b", named, "Content-Type: x/y", "", "-b--", "--b--", ""
    )
    assert parse_form(kind, body) == [
        Part("a", b"1\r\n\r\n--"),
        Part("f", b"-b--", "ä;b.png", "x/y"),
    ]


_NAMED = 'Content-Disposition: form-data; name="a"'
_BAD = {
    "no end": _form("--b", _NAMED, "", "1", ""),
    "no line end after the end": _form("--b", _NAMED, "", "1", "--b--"),
    "preamble": _form("x", "--b", _NAMED, "", "1", "--b--", ""),
    "another boundary": _form("--c", _NAMED, "", "1", "--c--", ""),
    "empty boundary": _form("--", _NAMED, "", "1", "----", "", boundary='""'),
    "long boundary": _form("--b", _NAMED, "", "1", "--b--", "", boundary="b" * 71),
    "no blank line": _form("--b", _NAMED, "1", "--b--", ""),
    "no disposition": _form("--b", "Content-Type: x/y", "", "1", "--b--", ""),
    "no name": _form("--b", 'Content-Disposition: form-data; filename="a"', "", "1", "--b--", ""),
    "attachment": _form("--b", 'Content-Disposition: attachment; name="a"', "", "1", "--b--", ""),
    "encoded name": _form("--b", _NAMED + "; filename*=UTF-8''a", "", "1", "--b--", ""),
    "open quotes": _form("--b", 'Content-Disposition: form-data; name="a', "", "1", "--b--", ""),
    "smuggled header": _form("--b", _NAMED, "X-Evil: 1", "", "1", "--b--", ""),
    "header twice": _form("--b", _NAMED, _NAMED, "", "1", "--b--", ""),
    "space before colon": _form("--b", _NAMED, "Content-Type : x/y", "", "1", "--b--", ""),
}


@pytest.mark.parametrize("form", _BAD.values(), ids=_BAD)
def test_refuses_a_bad_form(form: tuple[str, bytes]) -> None:
    """What the RFC does not allow is not let pass."""
    with pytest.raises(BadForm):
        parse_form(*form)


def test_refuses_another_type() -> None:
    """Only forms are forms."""
    with pytest.raises(BadForm):
        parse_form("multipart/mixed; boundary=b", _form("--b", _NAMED, "", "1", "--b--", "")[1])
