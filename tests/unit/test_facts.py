"""What stands beside a reference speaks before what stands at its target."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.api import Example
from generator.diagnostics import Loc, SpecError
from generator.facts import Issues, example_of, facts_of, title_of
from tests.unit.support import document

TEXT = """\
plain: {description: mine, deprecated: true, default: null, example: 1}
target: {description: theirs, title: T, deprecated: true}
beside: {$ref: '#/target', description: mine}
only: {$ref: '#/target'}
all: {allOf: [{$ref: '#/target'}, {description: last}]}
empty: {description: }
circle: {allOf: [{$ref: '#/circle'}], description: round}
deep: {allOf: [{allOf: [{title: Inner}]}, {$ref: '#/target'}]}
bad: {allOf: [true, 1]}
several: {examples: [1, 2]}
named: {examples: {a: {value: 1}}}
"""


@pytest.mark.parametrize(
    ("key", "description"),
    [
        ("plain", "mine"),
        ("beside", "mine"),
        ("only", "theirs"),
        ("all", "last"),
        ("empty", ""),
        ("circle", "round"),
    ],
)
def test_the_nearest_description_speaks(tmp_path: Path, key: str, description: str) -> None:
    assert facts_of(document(tmp_path, TEXT).root.child(key)).text("description") == description


def test_facts_are_found_behind_references(tmp_path: Path) -> None:
    facts = facts_of(document(tmp_path, TEXT).root.child("beside"))
    assert facts.text("title") == "T"
    assert facts.flag("deprecated")
    assert not facts.has("default")


@pytest.mark.parametrize(
    ("key", "title"),
    [("target", "T"), ("only", "T"), ("all", "T"), ("deep", "T"), ("circle", ""), ("bad", "")],
)
def test_the_outermost_title_speaks(tmp_path: Path, key: str, title: str) -> None:
    assert title_of(document(tmp_path, TEXT).root.child(key)) == title


def test_a_default_of_null_is_a_default(tmp_path: Path) -> None:
    facts = facts_of(document(tmp_path, TEXT).root.child("plain"))
    assert facts.has("default")
    assert facts.raw("default") is None
    assert facts.raw("nope") is None


def test_examples(tmp_path: Path) -> None:
    root = document(tmp_path, TEXT).root
    assert example_of(root.child("plain")).values == (1,)
    assert example_of(root.child("several")).values == (1, 2)
    assert not example_of(root.child("named"))
    assert facts_of(root.child("only")).example() == Example()


def test_an_example_of_null_is_an_example() -> None:
    assert Example(values=(None,))
    assert not Example()


def test_problems_are_caught_in_order_and_the_rest_goes_on() -> None:
    issues = Issues()
    for number in (1, 2):
        with issues.catching():
            raise SpecError(Loc(file="x"), f"problem {number}")
    issues.warn(Loc(file="x"), "odd", "hint")
    assert [issue.message for issue in issues.found] == ["problem 1", "problem 2", "odd"]
    assert [issue.severity for issue in issues.found] == ["error", "error", "warning"]


def test_other_exceptions_are_not_caught() -> None:
    with pytest.raises(ZeroDivisionError), Issues().catching():
        raise ZeroDivisionError
