"""The setting `paging`: its form, checked with places, and the same form as JSON Schema."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.diagnostics import SpecError
from generator.page_rules import Rule
from generator.settings import read, schema

CURSOR = "cursor: {input: after, output: $.next, results: $.data}"


def rules(folder: Path, text: str) -> dict[str, tuple[Rule, ...]]:
    path = folder / "settings.yaml"
    path.write_text(f"paging: {text}\n", "utf-8")
    return dict(read(path).paging)


def fits_schema(text: str) -> bool:
    return not [*Draft202012Validator(schema()).iter_errors({"paging": yaml.safe_load(text)})]


def test_rules(tmp_path: Path) -> None:
    text = f"{{'*': {{{CURSOR}, url: {{output: $.link}}}}, a: {{page: {{input: page, limit: size, total: $.n}}}}, b: null}}"
    assert rules(tmp_path, text) == {
        "*": (
            Rule(
                kind="cursor",
                inputs=(("input", "", "after"),),
                outputs=(("output", "$.next"), ("results", "$.data")),
            ),
            Rule(kind="url", outputs=(("output", "$.link"),)),
        ),
        "a": (
            Rule(
                kind="page",
                inputs=(("input", "", "page"), ("limit", "", "size")),
                outputs=(("total", "$.n"),),
            ),
        ),
        "b": (),
    }
    assert fits_schema(text)


@pytest.mark.parametrize(
    ("text", "message", "pointer"),
    [
        ("3", "", "/paging"),
        ("{a: 3}", "", "/paging/a"),
        ("{a: {}}", "one kind of paging is expected here", "/paging/a"),
        ("{'*': null}", "", "/paging/*"),
        (f"{{a: {{{CURSOR}, url: {{output: $.x}}}}}}", "one kind of paging", "/paging/a"),
        ("{a: {pages: {}}}", "'pages' is no kind of paging", "/paging/a/pages"),
        ("{a: {url: {}}}", "'output' is missing", "/paging/a/url"),
        ("{a: {url: {output: $.a, limit: b}}}", "'limit' says nothing", "/paging/a/url/limit"),
        ("{a: {url: {output: 3}}}", "text is expected for output", "/paging/a/url/output"),
        ("{a: {url: {output: ''}}}", "text is expected for output", "/paging/a/url/output"),
    ],
)
def test_what_is_no_rule(tmp_path: Path, text: str, message: str, pointer: str) -> None:
    with pytest.raises(SpecError) as caught:
        rules(tmp_path, text)
    assert caught.value.issue.message.startswith(message)
    assert caught.value.issue.loc.pointer == pointer
    assert not fits_schema(text)


def test_a_path_that_is_none_is_shown(tmp_path: Path) -> None:
    with pytest.raises(SpecError) as caught:
        rules(tmp_path, "{a: {url: {output: next}}}")
    assert caught.value.issue.message == "'next' is no path to one value"
    assert caught.value.issue.loc.pointer == "/paging/a/url/output"
