"""The documented pages come out of the templates as they are."""

from __future__ import annotations

import functools
import shutil
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from generator import build, render
from generator.languages import LANGUAGES
from generator.plan import plan
from generator.render import Renderer

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SPEC = ROOT / "spec"
VARIATIONS = "docs/sdks/variations/README.md"
OPERATIONS = {"000", "001", "002"}

EXACT = {
    "000_python_operation.md": ("python", "2026-01-22", VARIATIONS),
    "001_typescript_operation.md": ("typescript", "2026-01-23", VARIATIONS),
    "003_typescript_model.md": (
        "typescript",
        "2026-01-23",
        "docs/models/operations/createimagevariationrequestbody.md",
    ),
    "004_python_model.md": (
        "python",
        "2026-01-25",
        "docs/models/createimagevariationrequestbody.md",
    ),
}


def pages(language: str, release: str, spec: Path = SPEC / "openapi.yaml") -> dict[str, str]:
    """The docs of a release, by path; no release means the current one."""
    overlays = (SPEC / f"releases/{release}.overlay.yaml",) if release else ()
    inputs = build.Inputs(spec=spec, overlays=overlays, config=SPEC / "settings.yaml")
    understood = build.understand(inputs)
    assert not understood.issues
    rules = LANGUAGES[language]
    package = plan(understood.api, rules, understood.settings)
    return {file.path: file.text for file in Renderer(rules).files(package)}


cached_pages = functools.cache(pages)


@pytest.mark.parametrize("seed", EXACT)
def test_seed_is_byte_identical(seed: str) -> None:
    language, release, path = EXACT[seed]
    assert cached_pages(language, release)[path].encode() == (HERE / seed).read_bytes()


def test_scraped_seed_says_the_same() -> None:
    ours = rendered_text(cached_pages("python", "")[VARIATIONS])
    assert ours == SCRAPED


@pytest.mark.parametrize(
    ("old", "new", "broken"),
    [
        ("description: Create an Image Variation", "description: Create an image", OPERATIONS),
        (
            "The model to use for image generation.",
            "The model to use.",
            {"000", "002", "003", "004"},
        ),
        ("model: Altima", "model: Altimo", OPERATIONS),
        ("model: Sentra", "model: Sentro", {"003"}),
    ],
)
def test_changed_spec_breaks_the_right_seeds(
    old: str, new: str, broken: set[str], tmp_path: Path
) -> None:
    text = (SPEC / "openapi.yaml").read_text("utf-8")
    assert text.count(old) == 1
    changed = tmp_path / "openapi.yaml"
    changed.write_text(text.replace(old, new), "utf-8")
    assert failing_seeds(changed) == broken


@pytest.mark.parametrize(
    ("template", "old", "new", "broken"),
    [
        ("docs/resource.md.j2", "### Errors", "### Error", {"000", "001"}),
        ("docs/resource.md.j2", "* [{{", "* [ {{", {"000", "001"}),
        ("docs/model.md.j2", "## Fields", "## Field", {"003", "004"}),
        ("python/phrases.j2", "# Handle response", "# Handle responses", {"000", "002"}),
        ("typescript/phrases.j2", "run();", "run() ;", {"001"}),
        ("typescript/phrases.j2", "import { {{ page", "import {  {{ page", {"003"}),
    ],
)
def test_changed_template_breaks_the_right_seeds(
    template: str,
    old: str,
    new: str,
    broken: set[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "templates"
    shutil.copytree(render.find_templates(), folder)
    text = (folder / template).read_text("utf-8")
    assert old in text
    (folder / template).write_text(text.replace(old, new), "utf-8")
    monkeypatch.setattr(render, "find_templates", lambda: folder)
    assert failing_seeds(SPEC / "openapi.yaml") == broken


def failing_seeds(spec: Path) -> set[str]:
    """The numbers of the seeds that a spec does not give back."""
    failing = set()
    for seed, (language, release, path) in EXACT.items():
        if pages(language, release, spec)[path].encode() != (HERE / seed).read_bytes():
            failing.add(seed[:3])
    if rendered_text(pages("python", "", spec)[VARIATIONS]) != SCRAPED:
        failing.add("002")
    return failing


# --- the rule for the scraped page ----------------------------------------------------
#
# Both sides become a list of pieces of text: one for each line of a paragraph, list entry or
# code block and each cell of a table, white space around it removed, empty ones dropped.
# Headings are left out (the scrape has none), so is the space that indents code; the two
# emoji names stand for their characters.

EMOJI = {":heavy_check_mark:": "✔️", ":heavy_minus_sign:": "➖"}


def rendered_text(markdown: str) -> list[str]:
    """The pieces of a page, rendered by a Markdown library."""
    found: list[str] = []
    heading = False
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        heading = token.type == "heading_open" or (heading and token.type != "heading_close")
        if token.type == "fence":
            found += token.content.split("\n")
        elif token.type == "inline" and not heading:
            found.append("".join(child.content for child in token.children or ()))
    return [piece for piece in map(_named, found) if piece]


def scraped_text(text: str) -> list[str]:
    """The pieces of a scraped page: bars separate cells, rows of dashes are no text."""
    pieces = [piece.strip() for piece in text.replace("|", "\n").split("\n")]
    pieces = [piece.removeprefix("- ") for piece in pieces]
    return [piece for piece in pieces if piece.strip("-")]


def _named(piece: str) -> str:
    return EMOJI.get(piece.strip(), piece.strip())


SCRAPED = scraped_text((HERE / "002_python_operation_scrape.txt").read_text("utf-8"))
