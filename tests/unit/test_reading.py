"""YAML 1.2 and JSON to plain values; every refusal has its line and column."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

import pytest
from hypothesis import given

from generator import reading
from generator.diagnostics import Path, Place, SpecError
from generator.events import Event
from tests.unit.test_events import json_values


def parse(text: str, is_json: bool = False) -> object:
    return reading.parse(text, "spec", is_json)


def refused(text: str, is_json: bool = False) -> tuple[str, Place]:
    with pytest.raises(SpecError) as caught:
        parse(text, is_json)
    issue = caught.value.issue
    assert issue.place is not None
    assert issue.place.line >= 1
    assert issue.place.column >= 1
    assert issue.loc.file == "spec"
    return issue.message, issue.place


# --- values --------------------------------------------------------------------------


def test_keys_are_always_text() -> None:
    read = parse("200: a\nno: b\nnull: c\n1.0: d\ntrue: e\n2026-01-31: f\n0x10: g\n~: h")
    assert list(read) == ["200", "no", "null", "1.0", "true", "2026-01-31", "0x10", "~"]  # type: ignore[call-overload]


def test_the_order_of_keys_is_kept() -> None:
    assert list(parse("b: 1\na: 2\nc: 3")) == ["b", "a", "c"]  # type: ignore[call-overload]


@given(json_values)
def test_json_is_read_as_it_is(data: object) -> None:
    assert parse(json.dumps(data), is_json=True) == data
    assert parse(json.dumps(data, ensure_ascii=False), is_json=True) == data


@given(json_values)
def test_json_is_yaml(data: object) -> None:
    assert parse(json.dumps(data)) == data


def test_block_texts_keep_their_lines() -> None:
    assert parse("a: |\n  x\n  y\nb: >-\n  x\n  y\n") == {"a": "x\ny\n", "b": "x y"}


# --- duplicate keys --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "is_json"), [("a: 1\nb: 2\na: 3\n", False), ('{"a": 1,\n\n"a": 3}', True)]
)
def test_a_duplicate_key_is_refused_with_both_lines(text: str, is_json: bool) -> None:
    message, place = refused(text, is_json)
    assert message == "the key 'a' stands twice, first in line 1"
    assert (place.line, place.column) == (3, 1)


def test_duplicate_keys_are_compared_as_text() -> None:
    assert "stands twice" in refused("200: a\n'200': b")[0]


# --- tags, aliases, merge keys -----------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "a: !!python/object/apply:os.system [x]",
        "a: !!python/object:object {}",
        "a: !local x",
        "a: !!set {b}",
        "a: !!omap [b: 1]",
        "a: !!binary aGk=",
        "a: !!timestamp 2026-01-31",
    ],
)
def test_tags_are_refused(text: str) -> None:
    message, place = refused(text)
    assert "tag" in message
    assert (place.line, place.column) == (1, 4)


def test_aliases_are_values() -> None:
    assert parse("a: &x {b: 1}\nc: *x\nd: [*x]") == {"a": {"b": 1}, "c": {"b": 1}, "d": [{"b": 1}]}


def test_an_unknown_alias_is_refused() -> None:
    message, place = refused("a: 1\nb: *nope")
    assert "*nope" in message
    assert (place.line, place.column) == (2, 4)


def test_an_alias_inside_its_own_anchor_is_refused() -> None:
    message, place = refused("a: &x\n  b: *x")
    assert "no finished anchor" in message
    assert place.line == 2


def test_an_alias_is_no_key() -> None:
    assert "key" in refused("a: &x b\n*x : c")[0]


@pytest.mark.parametrize("text", ["[a]: b", "{a: 1}: b", "? [a]\n: b"])
def test_a_mapping_or_list_is_no_key(text: str) -> None:
    assert refused(text)[0] == "a key of a mapping must be text"


def test_merge_keys_fill_what_is_not_there() -> None:
    text = "base: &b {x: 1, y: 2}\nmore: &m {z: 3, x: 9}\nall:\n  x: 0\n  <<: [*b, *m]\n"
    read = parse(text)
    assert read["all"] == {"x": 0, "y": 2, "z": 3}  # type: ignore[index]


def test_a_quoted_merge_key_is_a_key() -> None:
    assert parse("'<<': 1") == {"<<": 1}


def test_a_merge_of_no_mapping_is_refused() -> None:
    message, place = refused("a:\n  <<: 1\n")
    assert message == "a merge key takes mappings"
    assert place.line >= 2


# --- bounds -------------------------------------------------------------------------------


@pytest.mark.parametrize("is_json", [False, True])
def test_two_hundred_levels_are_fine_and_one_more_is_refused(is_json: bool) -> None:
    depth = reading.MAX_DEPTH
    parse("[" * depth + "]" * depth, is_json)
    message, place = refused("[" * (depth + 1) + "]" * (depth + 1), is_json)
    assert f"more than {depth} levels" in message
    assert (place.line, place.column) == (1, depth + 1)


@pytest.mark.parametrize("is_json", [False, True])
def test_any_depth_is_refused_without_recursion(is_json: bool) -> None:
    assert "levels deep" in refused('{"a":' * 50_000 + "1" + "}" * 50_000, is_json)[0]


def test_an_alias_bomb_is_refused_at_once() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    start = time.perf_counter()
    message, place = refused("\n".join(rows))
    assert "more than 1,000,000 values" in message
    assert place.line < 10
    assert time.perf_counter() - start < 2


def test_a_bomb_of_merge_keys_is_refused_at_once() -> None:
    keys = ", ".join(f"k{n}: 1" for n in range(100))
    rows = [f"a0: &a0 {{{keys}}}"]
    rows += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 50)}]}}" for n in range(1, 20)]
    start = time.perf_counter()
    assert "values" in refused("\n".join(rows))[0]
    assert time.perf_counter() - start < 5


def test_too_many_values_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_NODES", 5)
    assert "more than 5 values" in refused("a: [1, 2, 3, 4]")[0]
    assert "more than 5 values" in refused('{"a": 1, "b": 2, "c": 3, "d": 4}', is_json=True)[0]
    assert "more than 5 values" in refused("[1, 2, 3, 4, 5, 6]", is_json=True)[0]


# --- broken text ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: 1\nb: [1, 2\nc: 3", 3, 1),
        ("a:\n\tb: 1", 2, 1),
        ("a: b: c", 1, 5),
        ("a: 'x", 1, 6),
        ("a: 1\n---\nb: 2", 2, 1),
        ("a: \x07b", 1, 4),
        ("a: .inf", 1, 4),
        ("b: 1\na: .nan", 2, 4),
        ("", 1, 1),
        ("# nothing", 1, 1),
    ],
)
def test_broken_yaml_is_refused_where_it_breaks(text: str, line: int, column: int) -> None:
    _, place = refused(text)
    assert place.line == line
    assert abs(place.column - column) <= 3


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('{"a": 1', 1, 8),
        ('{"a": 1,\n "b": [1, 2', 2, 12),
        ('{"a": 1,}', 1, 9),
        ("{'a': 1}", 1, 2),
        ('{"a": NaN}', 1, 7),
        ('{"a":\n -Infinity}', 2, 2),
        ('{"a": Infinity}', 1, 7),
        ('{"a": "\\ud800"}', 1, 7),
        ('{"a": 1} x', 1, 10),
        ('{"a": 1e99999}', 1, 7),
        ("  \n ", 1, 1),
    ],
)
def test_broken_json_is_refused_where_it_breaks(text: str, line: int, column: int) -> None:
    _, place = refused(text, is_json=True)
    assert place.line == line
    assert abs(place.column - column) <= 1


def test_surrogate_halves_that_belong_together_are_one_character() -> None:
    assert parse('{"a": "\\ud83d\\ude00"}', is_json=True) == {"a": "\U0001f600"}


# --- bytes ------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_is_decoded_by_its_mark(encoding: str) -> None:
    assert reading.decode("a: é".encode(encoding), "x") == "a: é"


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-32-be"])
def test_big_ends_are_decoded(encoding: str) -> None:
    assert reading.decode("\ufeffa: é".encode(encoding), "x").lstrip("\ufeff") == "a: é"


def test_a_byte_of_latin_1_is_refused_where_it_stands() -> None:
    with pytest.raises(SpecError) as caught:
        reading.decode(b"a: 1\nb: caf\xe9\n", "spec")
    issue = caught.value.issue
    assert issue.place is not None
    assert (issue.place.line, issue.place.column) == (2, 7)
    assert issue.place.lines[1] == "b: caf\\xe9"
    assert issue.hint == "save the file as UTF-8"


def test_too_large_a_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    with pytest.raises(SpecError, match="larger than"):
        reading.decode(b"x" * 11, "spec")


# --- the way back to a line ---------------------------------------------------------------------

YAML = "a:\n  b:\n    - c: 1\n      d: [x, y]\n    - 2\n'e f': {g: 3}\n"


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 1, 1),
        (("a",), 1, 1),
        (("a", "b"), 2, 3),
        (("a", "b", 0), 3, 7),
        (("a", "b", 0, "c"), 3, 7),
        (("a", "b", 0, "d", 1), 4, 14),
        (("a", "b", 1), 5, 7),
        (("e f", "g"), 6, 9),
        (("a", "nope"), 1, 1),
        (("a", "b", 1, "deeper"), 5, 7),
    ],
)
def test_a_path_leads_to_its_line(path: tuple[str | int, ...], line: int, column: int) -> None:
    (place,) = reading.find(YAML, False, [path])
    assert (place.line, place.column) == (line, column)
    assert place.lines[0] == "a:"


def test_a_path_leads_to_its_line_in_json() -> None:
    (place,) = reading.find('{\n  "a": [\n    {"b": 1}\n  ]\n}', True, [("a", 0, "b")])
    assert (place.line, place.column) == (3, 6)


def test_many_places_are_found_in_one_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    passes: list[str] = []
    events = reading.yaml_events

    def counted(text: str) -> Iterator[Event]:
        passes.append(text)
        return events(text)

    monkeypatch.setattr(reading, "yaml_events", counted)
    text = "a:\n  b: 1\nc:\n  - d\n  - e\n"
    paths: list[Path] = [("c", 1), ("a", "b"), (), ("c", 7), ("a", "b", "x"), ("c", 1)]
    places = reading.find(text, False, paths)
    assert [(p.line, p.column) for p in places] == [(5, 5), (2, 3), (1, 1), (3, 1), (2, 3), (5, 5)]
    assert len(passes) == 1
