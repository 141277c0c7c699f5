"""The check of whole documents: which files are documents, and what a run may leave failing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus import corpus
from tests.corpus.corpus import Outcome


def test_documents_are_found_the_largest_first(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    texts = {
        "small.yaml": "openapi: 3.1.0\n",
        "below/large.json": '{"info": {}, "openapi": "3.0.0", "paths": {}}',
        "old.yml": "info: {}\nswagger: '2.0'\n",
        "part.yaml": "components: {schemas: {openapi: {type: string}}}\n" * 9,
        "page.md": "openapi: 3.1.0\n" * 9,
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    found = [path.relative_to(tmp_path).as_posix() for path in corpus.find(tmp_path, None)]
    assert found == ["below/large.json", "old.yml", "small.yaml"]
    assert [path.name for path in corpus.find(tmp_path, ["below", "old"])] == [
        "large.json",
        "old.yml",
    ]


KNOWN = "# A list.\nbad tsc  # for a reason\nold refused\nother import\n"
BAD, OLD = Outcome("bad", faults={"tsc": "1: x"}), Outcome("old", refused="error: no")


@pytest.mark.parametrize(
    ("outcomes", "whole", "code", "said"),
    [
        ([BAD, OLD], True, 0, "of which known 2"),
        ([BAD, OLD, Outcome("good")], True, 0, "of which known 2"),
        ([BAD, OLD, Outcome("new", faults={"ruff": "1: x"})], True, 1, "new failure: new ruff"),
        ([Outcome("bad", faults={"import": "x"})], False, 1, "new failure: bad import"),
        ([Outcome("bad"), OLD], True, 1, "known-failures.txt: bad tsc"),
        ([Outcome("bad")], False, 0, "known-failures.txt: bad tsc"),
    ],
)
def test_a_run_is_judged_by_what_is_known(
    outcomes: list[Outcome],
    whole: bool,
    code: int,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "known-failures.txt"
    path.write_text(KNOWN, "utf-8")
    monkeypatch.setattr(corpus, "KNOWN", path)
    assert corpus.judge(outcomes, whole) == code
    assert said in capsys.readouterr().out


def test_the_last_line_that_says_something() -> None:
    assert corpus.last_line("Traceback:\n  File\nValueError: x\n\n  \n") == "ValueError: x"
    assert corpus.last_line("\n") == ""
