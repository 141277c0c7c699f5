"""Text as events: each with its line and column, scalars by YAML 1.2."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.events import Event, Fault, bad_tag, json_events, resolve, yaml_events


def value(text: str) -> object:
    """The scalar that a YAML text is."""
    (event,) = yaml_events(text)
    return resolve(event)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NO", "NO"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("Off", "Off"),
        ("y", "y"),
        ("2026-01-31", "2026-01-31"),
        ("2026-01-31T09:30:00Z", "2026-01-31T09:30:00Z"),
        ("12:30", "12:30"),
        ("1:30:00", "1:30:00"),
        ("010", 10),
        ("0o10", 8),
        ("0x1F", 31),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("-7", -7),
        ("+7", 7),
        ("1.10", 1.1),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("1.2.3", "1.2.3"),
        ("3.1.0", "3.1.0"),
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("tRUE", "tRUE"),
        ("null", None),
        ("~", None),
        ("Null", None),
        ("nULL", "nULL"),
        ("'true'", "true"),
        ('"12"', "12"),
        ("'null'", "null"),
        ("! 12", "12"),
        ("=", "="),
        ("'-'", "-"),
        ("+", "+"),
        (".", "."),
    ],
)
def test_scalars_are_those_of_the_core_schema(text: str, expected: object) -> None:
    found = value(text)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize("text", [".inf", "-.INF", "+.Inf", ".nan", ".NaN", "1e99999", "-1e99999"])
def test_numbers_that_json_cannot_carry_are_refused(text: str) -> None:
    with pytest.raises(Fault, match="no number that JSON can carry"):
        value(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("!!str 12", "12"),
        ("!!int 12", 12),
        ("!!float 12", 12.0),
        ("!!bool true", True),
        ("!!null null", None),
    ],
)
def test_core_tags_are_accepted(text: str, expected: object) -> None:
    assert value(text) == expected
    assert type(value(text)) is type(expected)


@pytest.mark.parametrize(
    "text",
    [
        "!!python/object/apply:os.system [x]",
        "!!python/name:os.system x",
        "!!timestamp 2026-01-31",
        "!!binary aGk=",
        "!custom x",
        "!!int x",
        "!!bool maybe",
        "!!null x",
    ],
)
def test_other_tags_are_refused(text: str) -> None:
    with pytest.raises(Fault, match="tag") as caught:
        for event in yaml_events(text):
            if event.kind == "s":
                resolve(event)
            elif event.tag:
                raise bad_tag(event)
    assert (caught.value.line, caught.value.column) == (1, 1)


def test_events_have_lines_and_columns() -> None:
    found = [(e.kind, e.value, e.line, e.column) for e in yaml_events("a:\n  - b\n")]
    assert found == [
        ("{", None, 1, 1),
        ("s", "a", 1, 1),
        ("[", None, 2, 3),
        ("s", "b", 2, 5),
        ("]", None, 3, 1),
        ("}", None, 3, 1),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: [", 2),
        ("a: b: c", 1),
        ("a:\n\t- b", 2),
        ("a: 1\n--- \nb: 2", 2),
        ("'open", 1),
        ("a: \x07", 1),
        ("@a", 1),
    ],
)
def test_bad_yaml_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(Fault) as caught:
        list(yaml_events(text))
    assert caught.value.line in (line, line - 1)
    assert caught.value.column >= 1


def test_json_events_have_lines_and_columns() -> None:
    found = [(e.kind, e.value, e.line, e.column) for e in json_events('{\n  "a": [1]\n}')]
    assert found == [
        ("{", None, 1, 1),
        ("s", "a", 2, 3),
        ("[", None, 2, 8),
        ("s", "1", 2, 9),
        ("]", None, 2, 10),
        ("}", None, 3, 1),
    ]


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(Fault, match="surrogate") as caught:
        list(json_events('{"a":\n "\\ud800"}'))
    assert (caught.value.line, caught.value.column) == (2, 2)


# The parser of YAML does not know pairs of escapes for what lies beyond the first plane.
texts = st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"]), max_size=8)
json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), texts),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(texts, inner)),
    max_leaves=8,
)


@given(json_values)
def test_every_json_text_has_balanced_events(data: object) -> None:
    depth = 0
    for event in json_events(json.dumps(data, indent=1)):
        assert isinstance(event, Event)
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(event.kind, 0)
        assert depth >= 0
    assert depth == 0
