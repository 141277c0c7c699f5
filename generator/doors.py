"""The doors through which text of a document enters Markdown and manifests: each escapes for its room."""

from __future__ import annotations

import html
import json
import re

from .docpages import Table

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*\Z)|~{3,})")
_BAR = re.compile(r"(\\*)\|")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
# What begins the target of a link, and as much of that as may spell a scheme.
_TARGET = re.compile(r"(\][(:][\s>]*<?[\s>]*|<)(?=([^()<>\n]{1,300}))")
_SCHEME = re.compile(r"(?!https?:|mailto:)[a-z][a-z0-9+.\-]*:", re.I)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BLANK = re.compile(r"[\x00-\x20]+")
_AUTOLINK = re.compile(r"<(?=(?:https?|mailto):[^<>\s]*>)", re.I)
_SPAN = re.compile(r"(?<![`\\])(`+)(?!`).*?(?<!`)\1(?!`)", re.S)


def visible(text: str) -> str:
    """Text without controls, bidi marks or line separators; those are named instead."""
    if text.isascii() and text.isprintable():
        return text  # nearly all text; looking closer is dear
    plain = text.replace("\r\n", "\n")
    return _HIDDEN.sub(lambda m: f"U+{ord(m[0]):04X}", plain)


def md_text(text: str) -> str:
    """Markdown of a document: HTML and links that could run are shown, not live.

    Code keeps its characters where it certainly is code: in a fence, and between backticks of
    one line in a block whose backticks all pair up within their lines.
    """
    rows: list[str] = []
    block: list[str] = []
    fence = ""
    for row in visible(text).rstrip().split("\n"):
        if fence:
            rows.append(row)
            closing = _FENCE.match(row)
            if closing and closing[1].startswith(fence) and not row.strip(" `~"):
                fence = ""
            continue
        opening = _FENCE.match(row)
        if opening or not row.strip():
            rows += _inert_block(block)
            rows.append(row)
            block = []
            fence = opening[1] if opening else ""
        else:
            block.append(row)
    rows += _inert_block(block)
    if fence:
        rows.append(fence)  # an open fence would swallow the rest of the page
    return "\n".join(rows)


def md_cell(text: str) -> str:
    """Text of a document in a cell of a table, which is one line in the end.

    So nothing begins a fence there; code is what stands between backticks, if all pair up. Else
    none of them may pair up with those of a neighbour.
    """
    shown = visible(text).rstrip()
    if "`" in shown and "`" in _SPAN.sub("", shown):
        return _inert(shown).replace("`", "&#96;")
    return _inert_spans(shown)


def md_line(text: str) -> str:
    """Text of a document inside one line of Markdown, such as a heading or a list entry."""
    return " ".join(md_cell(text).split("\n")).strip()


def md_code(text: str) -> str:
    """Text of a document as inline code."""
    shown = visible(text).replace("\n", " ").strip()
    if not shown:
        return ""
    longest = max((len(run) for run in re.findall(r"`+", shown)), default=0)
    ticks = "`" * (longest + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{ticks}{pad}{shown}{pad}{ticks}"


def md_attribute(text: str) -> str:
    """Text of a document inside a quoted attribute of an HTML comment."""
    shown = visible(text).replace("&", "&amp;").replace('"', "&quot;").replace("\n", " ")
    return shown.replace("<", "&lt;").replace(">", "&gt;").replace("--", "&#45;&#45;")


def md_table(table: Table) -> str:
    """A table whose columns are all as wide as its longest cell (rulebook 11.1)."""
    rows = [tuple(map(visible, row)) for row in (table.header, *table.rows)]
    width = max(3, max(len(cell) for row in rows for cell in row))
    lines = [_row(rows[0], width), "| " + " | ".join(["-" * width] * len(table.header)) + " |"]
    lines += [_row(row, width) for row in rows[1:]]
    return "\n".join(lines)


def json_text(value: object) -> str:
    """A JSON value, ASCII only."""
    return json.dumps(value, ensure_ascii=True)


def toml_text(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's, once no surrogate is left."""
    shown = _HIDDEN.sub(lambda m: f"U+{ord(m[0]):04X}", text)
    return json.dumps(shown, ensure_ascii=False).replace("\x7f", "\\u007f")


def _inert_block(rows: list[str]) -> list[str]:
    """Rows without an empty one between them, and without a fence."""
    coded = all("`" not in row or "`" not in _SPAN.sub("", row) for row in rows)
    text = "\n".join(rows)
    return (_inert_spans(text) if coded else _inert(text)).split("\n") if rows else []


def _inert_spans(text: str) -> str:
    """Text in which what stands between backticks is code."""
    if "`" not in text:
        return _inert(text)
    out, end = [], 0
    for match in _SPAN.finditer(text):
        out += [_inert(text[end : match.start()]), match[0]]
        end = match.end()
    return "".join((*out, _inert(text[end:])))


def _inert(text: str) -> str:
    if "<" not in text and "]" not in text:
        return text
    kept = _AUTOLINK.sub("\x00", text)
    unlinked = _TARGET.sub(_unlinked, kept)
    return _TAG.sub("&lt;", unlinked).replace("\x00", "<")


def _unlinked(match: re.Match[str]) -> str:
    """The beginning of a link, which leads nowhere if its target, once decoded, could run."""
    target = _BLANK.sub("", html.unescape(_ESCAPED.sub(r"\1", match[2])))
    return f"{match[1]}unsafe:" if _SCHEME.match(target) else match[1]


def _row(cells: tuple[str, ...], width: int) -> str:
    return "| " + " | ".join(_cell(cell.ljust(width)) for cell in cells) + " |"


def _cell(text: str) -> str:
    if "|" in text:
        text = _BAR.sub(lambda m: m[0] if len(m[1]) % 2 else f"{m[1]}\\|", text)
    return text.replace("\n", "<br/>")
