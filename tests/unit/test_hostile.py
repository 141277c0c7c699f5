"""Ten thousand strings through every door: a real parser reads back what the document says."""

from __future__ import annotations

import ast
import html
import json
import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Callable, Iterable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from unicodedata import category

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator import doors
from generator.api import Atom, Entries, Items
from generator.docpages import Table
from generator.languages.python import atoms as python
from generator.languages.typescript import atoms as typescript
from tests.unit.hostile import TEN_THOUSAND
from tests.unit.test_doors import SCHEME

COMPILER = Path(__file__).parents[1] / "node_modules" / "typescript" / "lib" / "typescript.js"
READER = Path(__file__).with_name("typescript.mjs")
MARKDOWN = MarkdownIt("commonmark").enable("table")
MARKDOWN.validateLink = lambda url: True  # type: ignore[method-assign]  # others may not ask


def failing(check: Callable[[str], None], texts: Iterable[str] = TEN_THOUSAND) -> list[str]:
    """The first of the strings that a check refuses, shown all together."""
    found = []
    for text in texts:
        try:
            check(text)
        except Exception as fault:
            found.append(f"{text!r}: {type(fault).__name__}: {str(fault)[:300]}")
            if len(found) == 5:
                break
    return found


def expect(found: object, wanted: object) -> None:
    if found != wanted:
        raise ValueError(f"{found!r} is not {wanted!r}")


def named(text: str) -> str:
    """What can be seen of a text: what is hidden is called by its number."""
    return doors.visible(text)


def rows(text: str) -> list[str]:
    """The lines of a comment, as they are meant."""
    return [row.rstrip() for row in named(text).strip().split("\n")]


def nested(text: str) -> Entries:
    """The text as a key and a value, alone and inside others."""
    atom = Atom(value=text)
    inner = Entries(
        entries=(
            (
                text,
                Items(items=(atom, Items(items=()))),
            ),
        )
    )
    return Entries(entries=((text, atom), (f"{text}.", inner)))


def test_there_are_ten_thousand_of_them() -> None:
    assert len(set(TEN_THOUSAND)) == 10_000


# Signs of Arabic and of hieroglyphs have this category too, and can be seen.
SEEN = re.compile(
    "[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001343f]"
)
OUT: dict[str, Callable[[str], str]] = {
    "python.string": python.string,
    "python.comment": lambda text: python.comment(text, 4),
    "python.literal": lambda text: python.literal(nested(text), 0),
    "typescript.string": typescript.string,
    "typescript.key": typescript.key,
    "typescript.comment": lambda text: typescript.comment(text, 2),
    "typescript.literal": lambda text: typescript.literal(nested(text), 0),
    "md_text": doors.md_text,
    "md_cell": doors.md_cell,
    "md_line": doors.md_line,
    "md_code": doors.md_code,
    "md_attribute": doors.md_attribute,
    "json_text": doors.json_text,
    "toml_text": doors.toml_text,
}


@pytest.mark.parametrize("door", OUT)
def test_nothing_that_comes_out_is_hidden(door: str) -> None:
    """By the categories of Unicode, which are not what the doors look at."""

    def check(text: str) -> None:
        shown = SEEN.sub("", OUT[door](text))
        hidden = [char for char in shown if category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")]
        expect(set(hidden) - {"\n", "\t"}, set())

    assert failing(check) == []


# --- Python ------------------------------------------------------------------------------


@pytest.mark.parametrize("door", [python.string, python.constant])
def test_strings_of_python(door: Callable[[str], str]) -> None:
    def check(text: str) -> None:
        code = door(text)
        expect(ast.literal_eval(code), text)
        expect(len(code.splitlines()), 1)
        expect(named(code), code)

    assert failing(check) == []


@pytest.mark.parametrize("indent", [0, 4])
def test_values_of_python(indent: int) -> None:
    def check(text: str) -> None:
        read = ast.literal_eval(python.literal(nested(text), indent))
        expect(read, {text: text, f"{text}.": {text: [text, []]}})

    assert failing(check) == []


@pytest.mark.parametrize("indent", [0, 4, 8])
def test_docstrings_of_python(indent: int) -> None:
    def check(text: str) -> None:
        comment, pad = python.comment(text, indent), "    "
        source = f'def f():\n{pad}"""{comment}"""\n{pad}pass\n'
        (function,) = ast.parse(source).body
        assert isinstance(function, ast.FunctionDef)
        doc, end = function.body
        assert isinstance(end, ast.Pass)
        assert isinstance(doc, ast.Expr) and isinstance(doc.value, ast.Constant)
        first, *others = rows(text)
        wanted = [first, *(row and " " * indent + row for row in others)]
        expect(str(doc.value.value).split("\n"), wanted)

    assert failing(check) == []


# --- TypeScript ----------------------------------------------------------------------------

INDENTS = (0, 2, 4)


def source_of(text: str) -> str:
    """Everything that TypeScript says of a text: three variables, then commented functions."""
    variables = (
        typescript.string(text),
        f"{{ {typescript.key(text)}: {typescript.constant(text)} }}",
        typescript.literal(nested(text), 2),
    )
    return "".join(
        [f"const v{number} = {code};\n" for number, code in enumerate(variables)]
        + [f"{typescript.comment(text, indent)}\nfunction f() {{}}\n" for indent in INDENTS]
    )


def lines_of(comment: str) -> list[str]:
    """What stands in a comment, without its frame."""
    if "\n" not in comment:
        return [comment[4:-3].rstrip()]
    _, *inside, _ = comment.split("\n")
    return [row.strip(" ")[2:] if row.strip(" ") != "*" else "" for row in inside]


def paired(text: str) -> str:
    """The text as UTF-16 has it, where two halves of a character are one."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def check_typescript(text: str, read: dict[str, Any]) -> None:
    expect((read["faults"], read["directives"]), ([], 0))
    said = paired(text)
    inner = {"entries": [[said, [said, []]]]}
    whole = {"entries": [[said, said], [f"{said}.", inner]]}
    expect(read["values"], [said, {"entries": [[said, said]]}, whole])
    expect(len(read["comments"]), len(INDENTS))
    for comments in read["comments"]:
        (comment,) = comments
        shown = [row.replace("\\@ts-", "@ts-") for row in lines_of(comment)]
        wanted = [row.replace("*/", "*\\/").replace("\\@ts-", "@ts-") for row in rows(text)]
        expect([row.lstrip(" ") for row in shown], [row.lstrip(" ") for row in wanted])


def test_code_of_typescript(tmp_path: Path) -> None:
    node = shutil.which("node")
    if not node or not COMPILER.exists():
        reason = "TypeScript is not tested: it takes Node, and `npm ci` in tests/"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    sources = tmp_path / "sources.json"
    sources.write_text(json.dumps([source_of(text) for text in TEN_THOUSAND]), "utf-8")
    command = [node, str(READER), str(COMPILER), str(sources)]
    printed = subprocess.run(command, capture_output=True, check=True).stdout
    read = dict(zip(TEN_THOUSAND, json.loads(printed), strict=True))
    assert failing(lambda text: check_typescript(text, read[text])) == []


# --- Markdown ------------------------------------------------------------------------------


def tokens(page: str) -> list[Token]:
    return [inner for token in MARKDOWN.parse(page) for inner in (token, *(token.children or ()))]


def check_inert(found: list[Token]) -> None:
    """Nothing is HTML, and no link leads to what runs."""
    for token in found:
        expect(token.type in ("html_block", "html_inline"), False)
        for name in ("href", "src"):
            target = re.sub(r"%(?:0[9AD]|20)|[\0- ]", "", str(token.attrs.get(name, "")))
            scheme = SCHEME.match(target)
            expect(not scheme or scheme[1].lower() in ("http", "https", "mailto", "unsafe"), True)


def undone(text: str) -> str:
    """A text without the traces of the doors."""
    return text.replace("&lt;", "<").replace("unsafe:", "")


def test_texts_of_markdown() -> None:
    def check(text: str) -> None:
        shown = doors.md_text(text)
        found = tokens(f"{shown}\n\nend")
        check_inert(found)
        expect(found[-2].content, "end")  # no fence swallows what follows
        wanted = undone(named(text).rstrip())
        closing = undone(shown).removeprefix(wanted)
        expect(re.fullmatch(r"(\n[`~]{3,})?", closing) is not None, True)

    assert failing(check) == []


def test_lines_of_markdown() -> None:
    def check(text: str) -> None:
        shown = doors.md_line(text)
        expect(len(shown.splitlines()) < 2, True)
        found = tokens(f"# x {shown} y")
        check_inert(found)
        blocks = [token.type for token in MARKDOWN.parse(f"# x {shown} y")]
        expect(blocks, ["heading_open", "inline", "heading_close"])

    assert failing(check) == []


def test_inline_code_of_markdown() -> None:
    def check(text: str) -> None:
        shown = named(text).replace("\n", " ").strip()
        (paragraph,) = [t for t in MARKDOWN.parse(f"x {doors.md_code(text)} y") if t.children]
        parts = [(t.type, t.content) for t in paragraph.children or () if t.content]
        if shown:
            expect([type for type, _ in parts], ["text", "code_inline", "text"])
            expect(parts[1][1].strip(), shown)
        else:
            expect(len(parts), 1)

    assert failing(check) == []


class Comments(HTMLParser):
    """The comments of a page, and everything else that it has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.comments: list[str] = []
        self.others: list[str] = []
        self.feed(page)
        self.close()

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_data(self, data: str) -> None:
        self.others.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.others.append(tag)


def test_attributes_of_markdown() -> None:
    def check(text: str) -> None:
        page = f'<!-- Usage id="{doors.md_attribute(text)}" path="end" -->'
        found = Comments(page)
        expect(found.others, [])
        expect("--" in doors.md_attribute(text), False)
        (comment,) = found.comments
        values = re.fullmatch(r' Usage id="([^"]*)" path="end" ', comment)
        assert values
        expect(html.unescape(values[1]), named(text).replace("\n", " "))
        block = [token.type for token in MARKDOWN.parse(f"{page}\n\nend")]
        expect(block, ["html_block", "paragraph_open", "inline", "paragraph_close"])

    assert failing(check) == []


def test_tables_of_markdown() -> None:
    """Cells end where they should, and have no HTML but our line breaks."""

    def check(text: str) -> None:
        cell = doors.md_cell(text)
        row = (cell, f"x {cell}<br/>`y`", "last")
        page = doors.md_table(Table(header=("A", "B", "C"), rows=(row,)))
        expect(len(page.splitlines()), 3)
        cells = [token for token in MARKDOWN.parse(page) if token.type == "inline"]
        shown = [token.content for token in cells]
        expect((len(cells), shown[:3], shown[5]), (6, ["A", "B", "C"], "last"))
        expect(shown[4].replace("\\|", "|"), row[1].replace("\n", "<br/>").replace("\\|", "|"))
        parts = [part for token in cells for part in token.children or ()]
        check_inert([part for part in parts if part.content != "<br/>"])
        last = [(part.type, part.content) for part in cells[4].children or ()][-1]
        expect(last, ("code_inline", "y"))

    assert failing(check) == []


# --- manifests -------------------------------------------------------------------------------


def test_json_of_manifests() -> None:
    def check(text: str) -> None:
        shown = doors.json_text(text)
        expect(json.loads(f'{{"a": {shown}, "b": 1}}'), {"a": paired(text), "b": 1})
        expect(shown.isascii(), True)

    assert failing(check) == []


def test_toml_of_manifests() -> None:
    def check(text: str) -> None:
        wanted = doors._HIDDEN.sub(lambda m: f"U+{ord(m[0]):04X}", text)
        expect(tomllib.loads(f"a = {doors.toml_text(text)}\nb = 1\n"), {"a": wanted, "b": 1})

    assert failing(check) == []
