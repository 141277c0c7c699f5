"""Packages to files: templates laid out, runtimes copied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import jinja2

from . import doors
from .language import Copied, Language, Target
from .output import File
from .package import Package


def find_templates() -> Path:
    """The folder of templates: beside this package, or inside it when installed."""
    inside = Path(__file__).parent / "templates"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "templates"


def versions() -> list[str]:
    """What else has a say in how files look."""
    from importlib.metadata import version  # takes a moment to import

    return [version("jinja2"), version("ruff")]


class Renderer:
    """Renders packages of one language; templates are compiled once."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.folder = find_templates()
        self.env = environment(self.folder, language)
        self.say = self.env.get_template(f"{language.key}/phrases.j2").module
        self.guide = self.env.get_template(f"{language.key}/guide.j2").module

    def files(self, package: Package) -> list[File]:
        """Every file of a package, in the order of the language's list."""
        made = [file for target in self.language.targets for file in self._target(target, package)]
        for copied in self.language.copied:
            made += self._copied(copied, package)
        return made

    def page(self, template: str, package: Package, item: object) -> str:
        """One template with one item."""
        return self.env.get_template(template).render(
            package=package,
            item=item,
            page=package.readme if item is package else item,
            lang=self.language,
            say=self.say,
            guide=self.guide,
        )

    def _target(self, target: Target, package: Package) -> Iterator[File]:
        items: Iterable[object] = [package]
        if target.each != "package":
            items = getattr(package, target.each)
        for item in items:
            path = target.path.format(package=package, item=item)
            text = self.page(target.template, package, item)
            yield File(path=path, text=text, is_yours=target.is_yours)

    def _copied(self, copied: Copied, package: Package) -> Iterator[File]:
        root = self.folder / copied.folder
        start = copied.path.format(package=package)
        for path in sorted(root.rglob("*")):
            parts = path.relative_to(root).parts
            if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in parts):
                name = "/".join((*filter(None, (start,)), *parts))
                yield File(path=name, text=path.read_text(encoding="utf-8"))


def environment(folder: Path, language: Language) -> jinja2.Environment:
    """The Jinja environment of a language: strict, with the doors as its only filters."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # every language has doors of its own; see doors.py
    )
    env.filters.update(
        string=language.code.constant,
        comment=language.code.comment,
        json=doors.json_text,
        toml=doors.toml_text,
        md_text=doors.md_text,
        md_line=doors.md_line,
        md_code=doors.md_code,
        md_attribute=doors.md_attribute,
        md_table=doors.md_table,
    )
    return env
