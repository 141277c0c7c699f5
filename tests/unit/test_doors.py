"""Every door: what the document says arrives, and nothing of it is live."""

from __future__ import annotations

import html
import json
import re
import tomllib

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator import doors
from generator.docpages import Table
from tests.unit.hostile import any_text

MARKDOWN = MarkdownIt("commonmark").enable("table")
MARKDOWN.validateLink = lambda url: True  # type: ignore[method-assign]  # others may not ask
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff\ud800-\udfff]")


def tokens(text: str) -> list[Token]:
    return [inner for token in MARKDOWN.parse(text) for inner in (token, *(token.children or ()))]


def live(text: str) -> list[str]:
    """HTML and links that do something, in rendered Markdown."""
    found = []
    for token in tokens(text):
        if token.type in ("html_block", "html_inline"):
            found.append(token.content)
        for name in ("href", "src"):
            target = str(token.attrs.get(name, ""))
            scheme = SCHEME.match(re.sub(r"%(?:0[9AD]|20)|[\0- ]", "", target))
            if scheme and scheme[1].lower() not in ("http", "https", "mailto", "unsafe"):
                found.append(target)
    return found


# --- Markdown text ---------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <b onclick=x> c",
        "<!-- open",
        "<?php x ?>",
        "[a](javascript:alert(1))",
        "[a](  javascript:alert(1))",
        "[a](<javascript:alert(1)>)",
        "[a](JaVaScRiPt:x)",
        "[a](vbscript:x)",
        "![a](data:text/html,x)",
        "<javascript:alert(1)>",
        "[a][b]\n\n[b]: javascript:x",
        "[a]:\njavascript:x\n\n[a]",
        "> [a]:\n> javascript:x\n>\n> [a]",
        "![a](\n  javascript:x)",
        "[a](&#106;avascript:x)",
        "[a](<&#x6a;avascript:x>)",
        "[a](javascript&colon;x)",
        "[a](javascript\\:x)",
        "[a](&NewLine;javascript:x)",
        "[a]: b [c](javascript:x)",
        "[x]: javascript&#58;alert(1)\n\n[x]",
        "\\`<b>`",
        "``<b>",
        "`a\n\n<b>`",
        "```\ncode\n```\n<b>",
        "~~~\n<b>\n~~~ x\n<i>",
        "    <b>\n<i>",
    ],
)
def test_html_and_script_links_are_shown_not_live(text: str) -> None:
    assert live(doors.md_text(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "```a`b\n<b>",
        "\t```\n<b>\n\t```",
        "`a\n# h\n<b> `",
        "1. `\n2. <b>`",
        "`a\n- <b> `",
        "`a\n    \n<b>`",
        "`x\n> <b>`",
        "`a\n***\n<b>`",
        "`a\n===\n<b>`",
        "`a\n`<b>`",
    ],
)
def test_what_only_looks_like_code_is_not_live(text: str) -> None:
    """A fence has no backtick in its info; a code span ends with its block."""
    assert live(doors.md_text(text)) == []


@given(any_text)
def test_no_text_is_live(text: str) -> None:
    assert live(doors.md_text(text)) == []


@given(any_text)
def test_md_text_shows_nothing_hidden(text: str) -> None:
    assert not HIDDEN.search(doors.md_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "Plain, with *stress*, `code` and [a link](https://example.com).",
        "a < b and c > d & e",
        "`<b>` is code",
        "```html\n<b>\n```",
        "<https://example.com>",
        "* one\n* two\n\n1. three",
        "| a | b |\n| - | - |\n| c | d |",
        "mail <mailto:a@example.com>",
    ],
)
def test_ordinary_markdown_stays_as_it_is(text: str) -> None:
    assert doors.md_text(text) == text


def test_an_open_fence_is_closed() -> None:
    assert doors.md_text("```\ncode") == "```\ncode\n```"


def test_trailing_space_goes_and_inner_indentation_stays() -> None:
    assert doors.md_text("a\n\n  b  \n \n") == "a\n\n  b"


@pytest.mark.parametrize("text", ["~~~<b>", "```\n<b>", "a `b\n<c>", "`<b>` `", "``<b>`"])
def test_a_line_or_a_cell_has_no_fence(text: str) -> None:
    assert live(f"# x {doors.md_line(text)} `y`") == []
    table = doors.md_table(Table(header=("A",), rows=((f"{doors.md_cell(text)} `y`",),)))
    assert set(live(table)) <= {"<br/>"}


@pytest.mark.parametrize("text", ["`<b>`", "``<b>`` and `c|d`", "`a\n<b>`", "a < b\n\nc"])
def test_code_stays_code_in_a_cell(text: str) -> None:
    assert doors.md_cell(text) == text


@given(any_text)
def test_md_line_is_one_line(text: str) -> None:
    line = doors.md_line(text)
    assert len(line.splitlines()) <= 1
    assert line == line.strip()


# --- inline code, attributes -------------------------------------------------------


@given(any_text)
def test_md_code_is_one_span_with_the_text(text: str) -> None:
    shown = doors.visible(text).replace("\n", " ")
    if not shown.strip():
        return  # a span of nothing has no spelling in Markdown
    inline = [token for token in tokens(f"x {doors.md_code(text)} y") if token.type == "inline"]
    children = [child for child in inline[0].children or () if child.content]
    assert [child.type for child in children] == ["text", "code_inline", "text"]
    assert children[1].content.strip() == shown.strip()


def test_md_code_of_nothing_does_not_swallow_the_rest() -> None:
    """Two ticks in a row would open a span that ends at the next two."""
    page = f"{doors.md_code('')} and {doors.md_code('')}"
    assert "code_inline" not in [token.type for token in tokens(page)]


@given(any_text)
def test_md_attribute_stays_inside_its_quotes_and_its_comment(text: str) -> None:
    shown = doors.md_attribute(text)
    assert not set(shown) & set('"<>\n\r')
    assert "--" not in shown
    assert html.unescape(shown) == doors.visible(text).replace("\n", " ")


# --- tables --------------------------------------------------------------------------


def columns(row: str) -> int:
    """Cells of a row as GitHub counts them: a backslash takes the character behind it."""
    return len(re.findall(r"\|", re.sub(r"\\[!-/:-@\[-`{-~]", "", row))) - 1


@given(any_text, any_text)
def test_a_row_keeps_its_columns_and_its_line(first: str, second: str) -> None:
    cells = (doors.md_cell(first), doors.md_cell(second), "last")
    table = doors.md_table(Table(header=("A", "B", "C"), rows=(cells,)))
    lines = table.splitlines()
    assert len(lines) == 3
    assert [columns(line) for line in lines] == [3, 3, 3]
    assert [token.type for token in tokens(table)].count("td_open") == 3


@pytest.mark.parametrize("text", ["a|b", "a\\|b", "a\\\\|b", "|", "||", "\\", "`|`", "|\\"])
def test_a_bar_is_no_border(text: str) -> None:
    table = doors.md_table(Table(header=("A", "B"), rows=((text, "z"),)))
    assert [columns(line) for line in table.splitlines()] == [2, 2, 2]


@pytest.mark.parametrize("text", ["a\nb", "a\rb", "a\r\nb", "a\x85b", "a\u2028b", "a\x0bb"])
def test_a_cell_is_one_line_whatever_it_holds(text: str) -> None:
    table = doors.md_table(Table(header=("A", "B"), rows=((text, "z"),)))
    assert len(table.splitlines()) == 3


def test_all_columns_are_as_wide_as_the_longest_cell() -> None:
    table = doors.md_table(Table(header=("A", "Long head"), rows=(("x", "y\nz"),)))
    assert table == (
        "| A         | Long head |\n| --------- | --------- |\n| x         | y<br/>z       |"
    )


# --- manifests -------------------------------------------------------------------------

VALUES = any_text


@given(any_text)
def test_json_text_is_read_back_equal(text: str) -> None:
    shown = doors.json_text(text)
    assert json.loads(shown) == text
    assert shown.isascii()


@given(any_text)
def test_toml_text_is_read_back_equal_but_for_what_is_hidden(text: str) -> None:
    read = tomllib.loads(f"a = {doors.toml_text(text)}\nb = 1\n")
    named = doors._HIDDEN.sub(lambda m: f"U+{ord(m[0]):04X}", text)
    assert read == {"a": named, "b": 1}


@given(any_text)
def test_visible_names_what_cannot_be_seen(text: str) -> None:
    shown = doors.visible(text)
    assert not HIDDEN.search(shown)
    if not HIDDEN.search(text) and not doors._HIDDEN.search(text):
        assert shown == text
