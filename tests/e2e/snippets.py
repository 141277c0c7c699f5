"""The fenced programs of the generated pages: finds them, tells their kinds, makes them runnable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .workshop import PYTHON, TYPESCRIPT

PACKAGES = {"python": PYTHON, "typescript": TYPESCRIPT}
SUFFIX = {"python": ".py", "typescript": ".ts"}
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_PLACE = "/* values here */"
_ALTERNATIVES = re.compile(r'\s*"[^"\n]*"(\s*\|\s*"[^"\n]*")*\s*')
_CONSTRUCTOR = {
    "python": re.compile(r"\bOrq\(\n"),
    "typescript": re.compile(r"\bnew Orq(Core)?\(\{"),
}
_SERVER = {"python": 'server_url="{}",\n', "typescript": ' serverURL: "{}",'}
_CALL = re.compile(r"\.create\(|\brouterImagesVariationsCreate\(orq\b")


@dataclass(frozen=True)
class Snippet:
    """A fence of a page: the language it names, its text, and which one of the page it is."""

    package: str
    page: str
    number: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.package}/{self.page}:{self.number}"

    @property
    def file_name(self) -> str:
        """A name for a module, unlike that of any other snippet."""
        stem = re.sub(r"\W", "_", f"{self.page.removesuffix('.md')}_{self.number}")
        return stem + SUFFIX[self.package]

    @cached_property
    def kind(self) -> str:
        """What it is; the rules tell programs from what cannot be one.

        call: a program that sends a request. program: one that sends none. excerpt: a value
        whose imports are left to the reader. place: a type, with room for a value.
        alternatives: the values of an enum. shell, or unknown.
        """
        if self.language == "bash":
            return "shell"
        if self.language != self.package:
            return "unknown"
        if _PLACE in self.text:
            return "place"
        if _ALTERNATIVES.fullmatch(self.text):
            return "alternatives"
        if _CALL.search(self.text):
            return "call"
        return "program" if re.search("^(import|from) ", self.text, re.MULTILINE) else "excerpt"

    def module(self) -> str:
        """A module the compiler can check: what is no program becomes the least one."""
        if self.kind == "place":
            return "from orq_ai_sdk import models\n" + self.text.replace(f" = {_PLACE}", "")
        if self.kind == "alternatives":
            return f"export type Alternatives = {self.text}"
        if self.kind == "excerpt":
            return f'import type {{ components, operations }} from "@orq-ai/node";\n{self.text}'
        return self.text

    def aimed(self, url: str) -> str:
        """The module with the server in its client's constructor, if it makes a client."""
        server = _SERVER[self.package].format(url)
        return _CONSTRUCTOR[self.package].sub(lambda made: made[0] + server, self.module())

    @property
    def makes_a_client(self) -> bool:
        """Whether there is a constructor to aim."""
        return len(_CONSTRUCTOR[self.package].findall(self.text)) == 1


def snippets(package: str) -> Iterator[Snippet]:
    """All fences of a package's pages, page by page, and the files of its operations."""
    home = PACKAGES[package]
    pages = [home / "README.md", home / "USAGE.md", *sorted((home / "docs").rglob("*.md"))]
    for page in pages:
        yield from fences(package, page.relative_to(home).as_posix(), page)
    for file in sorted((home / "snippets").iterdir()):
        text = file.read_text("utf-8")
        yield Snippet(package, f"snippets/{file.stem}", 1, package, text)


def fences(package: str, name: str, page: Path) -> Iterator[Snippet]:
    """The fences of one page."""
    text = page.read_text("utf-8")
    for number, fence in enumerate(_FENCE.finditer(text), 1):
        yield Snippet(package, name, number, fence[1], fence[2])
