"""Problems are shown with their place, and nothing in a document steers the terminal."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given

from generator.diagnostics import (
    Issue,
    Loc,
    Place,
    SpecError,
    clean,
    show,
    show_all,
    show_left_out,
)
from tests.unit.hostile import any_text

PLACE = Place(line=3, column=5, lines=("one", "two", "three", "four", "five"))


def issue(message: str = "it is wrong", **changes: object) -> Issue:
    loc = Loc(file="spec.yaml", path=("paths", "/a/{b}", 0))
    return Issue(severity="error", message=message, loc=loc, **changes)  # type: ignore[arg-type]


def test_an_issue_has_its_place_its_pointer_its_lines_and_its_hint() -> None:
    assert show(issue(place=PLACE, hint="do it right")) == (
        "spec.yaml:3:5: error: it is wrong\n"
        "    at /paths/~1a~1{b}/0\n"
        "        1 | one\n"
        "        2 | two\n"
        "  >     3 | three\n"
        "        4 | four\n"
        "    hint: do it right"
    )


def test_an_issue_without_a_place_names_the_file() -> None:
    plain = Issue(severity="warning", message="odd", loc=Loc(file="a.yaml"))
    assert show(plain) == "a.yaml: warning: odd"


@pytest.mark.parametrize(
    ("path", "pointer"),
    [((), ""), (("a", 0), "/a/0"), (("a/b", "c~d"), "/a~1b/c~0d"), (("",), "/")],
)
def test_pointers(path: tuple[str | int, ...], pointer: str) -> None:
    assert Loc(file="x", path=path).pointer == pointer


def test_lines_at_the_ends_of_a_file_are_shown() -> None:
    first = show(issue(place=Place(line=1, column=1, lines=("only",))))
    assert "  >     1 | only" in first


@pytest.mark.parametrize("text", ["\x1b[2J", "\x07", "\r", "\n", "\u202e", "\u2028", "\x9b", "\0"])
def test_controls_are_shown_as_escapes(text: str) -> None:
    assert clean(f"a{text}b") == f"a\\u{ord(text[0]):04x}{text[1:]}b"


@given(any_text)
def test_text_of_a_document_is_one_bounded_printable_line(text: str) -> None:
    shown = clean(text)
    assert len(shown) <= 160
    assert len(shown.splitlines()) <= 1
    assert "\x1b" not in shown
    shown.encode()


@given(any_text)
def test_an_issue_about_any_text_has_the_same_lines(text: str) -> None:
    place = Place(line=1, column=1, lines=(text,))
    shown = show(issue(text, hint=text or "hint", place=place))
    assert len(shown.splitlines()) == 4
    shown.encode()


def test_many_problems_are_counted_and_bounded() -> None:
    long = [issue(f"{n}" + "x" * 1000, hint="y" * 1000, place=PLACE) for n in range(60)]
    shown = show_all(long)
    assert shown.endswith("... and 20 more")
    assert len(shown) < 60_000


def test_an_error_carries_its_issue() -> None:
    error = SpecError(Loc(file="a"), "wrong", "right")
    assert (error.issue.message, error.issue.hint, error.issue.severity) == (
        "wrong",
        "right",
        "error",
    )


def test_one_problem_met_twice_is_shown_once() -> None:
    other = Issue(severity="error", message="wrong", loc=Loc(file="b"))
    first = Issue(severity="error", message="wrong", loc=Loc(file="a"))
    assert show_all([first, other, first]) == "a: error: wrong\nb: error: wrong"


def test_what_is_left_out_is_listed_whole_and_counted() -> None:
    def fault(part: str, message: str, severity: Literal["error", "warning"] = "error") -> Issue:
        loc = Loc(file="a", path=("x",))
        return Issue(severity=severity, message=message, loc=loc, place=PLACE, part=part)

    found = [fault(f"operation GET /{n}", "one") for n in range(100)]
    found += [fault("operation GET /7", "two"), fault("schema #/s", "three")]
    found += [fault("operation GET /x", "only a warning", "warning"), fault("", "four")]
    rows = show_left_out(found).split("\n")
    where = f"    a:{PLACE.line}:{PLACE.column}: error:"
    assert len(rows) == 102 * 2 + 2
    assert rows[14:17] == ["left out: operation GET /7", f"{where} one", f"{where} two"]
    assert rows[-3:-1] == ["left out: a part of the document", f"{where} four"]
    assert rows[-1] == "102 faulty parts were left out: 100 operations, 1 schema, 1 other part"
