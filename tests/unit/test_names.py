"""Any text becomes an identifier that nobody else has, the same at each run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import names
from generator.names import Scope
from tests.unit.hostile import any_text


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("callTimeout", ["call", "Timeout"]),
        ("HTTPServer", ["HTTP", "Server"]),
        ("get2ndItem", ["get2nd", "Item"]),
        ("a-b.c/d e", ["a", "b", "c", "d", "e"]),
        ("__proto__", ["proto"]),
        ("größe", ["gro", "u00df", "e"]),
        ("café", ["cafe"]),
        ("*/", []),
        ("", []),
        ("import os; os.system('x')", ["import", "os", "os", "system", "x"]),
    ],
)
def test_words(raw: str, words: list[str]) -> None:
    assert names.words(raw) == words


@given(any_text)
def test_words_are_letters_and_digits(raw: str) -> None:
    assert all(word.isascii() and word.isalnum() for word in names.words(raw))


@pytest.mark.parametrize(
    ("case", "name"),
    [
        (names.snake, "call_timeout_id"),
        (names.pascal, "CallTimeoutID"),
        (names.camel, "callTimeoutID"),
        (names.upper, "CALL_TIMEOUT_ID"),
        (names.kebab, "call-timeout-id"),
    ],
)
def test_cases(case: names.Case, name: str) -> None:
    assert case("call timeout-ID") == name
    assert case("") == ""


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "zero"),
        (13, "thirteen"),
        (40, "forty"),
        (99, "ninety nine"),
        (256, "two hundred and fifty six"),
        (1000, "one thousand"),
        (1024, "one thousand and twenty four"),
        (1_000_001, "one million and one"),
    ],
)
def test_numbers_in_words(number: int, said: str) -> None:
    assert " ".join(names.spell(number)) == said


@pytest.mark.parametrize(
    ("raw", "name"),
    [("256x", "TwoHundredAndFiftySixx"), ("x1", "x1"), ("", ""), ("0" * 12, "Zero" * 12)],
)
def test_a_leading_number_is_said(raw: str, name: str) -> None:
    assert names.spelled(raw) == name


@given(st.text(min_size=90, max_size=300))
def test_long_names_are_bounded_and_still_different(text: str) -> None:
    assert len(names.bounded(text)) <= 96
    assert names.bounded(text + "a") != names.bounded(text + "b")


# --- scopes --------------------------------------------------------------------------


def test_reserved_words_are_taken() -> None:
    assert Scope({"class"}).claim("class", "class_") == "class_"


def test_a_clash_takes_the_next_candidate_then_a_number() -> None:
    scope = Scope()
    assert [scope.claim("a", "b") for _ in range(4)] == ["a", "b", "b2", "b3"]


def test_numbers_step_over_names_that_exist() -> None:
    scope = Scope({"a", "a2"})
    assert scope.claim("a") == "a3"
    assert scope.claim("a", glue="_") == "a_4"


def test_folding_scopes_ignore_case() -> None:
    scope = Scope(fold=True)
    assert [scope.claim("File"), scope.claim("FILE")] == ["File", "FILE2"]
    assert Scope().claim("file") == "file"


def test_an_empty_wish_is_not_granted() -> None:
    assert Scope().claim("", "x") == "x"


def test_reserved_later() -> None:
    scope = Scope()
    scope.reserve(["a"])
    assert not scope.free("a")


@given(st.lists(any_text), st.booleans())
def test_no_name_is_given_twice(wishes: list[str], fold: bool) -> None:
    scope = Scope({"x"}, fold=fold)
    given_names = [scope.claim(wish, "x") for wish in wishes]
    keys = [name.casefold() if fold else name for name in given_names]
    assert len(set(keys)) == len(keys)
    assert "x" not in given_names


@given(st.lists(any_text))
def test_the_same_wishes_get_the_same_names(wishes: list[str]) -> None:
    first, second = Scope(), Scope()
    assert [first.claim(w, "y") for w in wishes] == [second.claim(w, "y") for w in wishes]


def test_a_held_name_waits_for_its_owner() -> None:
    scope = Scope(fold=True)
    assert scope.hold("me", "Pet")
    assert scope.claim("pet", owner="you") == "pet2"
    assert scope.claim("other", owner="me") == "Pet"
    assert scope.claim("other", owner="me") == "other"


def test_a_name_is_held_for_one_owner_and_an_owner_has_one_name() -> None:
    scope = Scope({"class"}, fold=True)
    assert scope.hold("me", "Pet")
    assert scope.hold("me", "Pet")
    assert not scope.hold("me", "Dog")
    assert not scope.hold("you", "PET")
    assert not scope.hold("you", "Class")
