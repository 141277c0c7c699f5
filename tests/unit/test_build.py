"""The stages in order: every problem in one run, and output that names its input."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from generator import build, output
from generator.diagnostics import SpecErrors
from generator.progress import Progress
from tests.unit.support import HEAD, with_schemas

TEXT = f"{HEAD}paths: {{/a: {{get: {{operationId: x, responses: {{}}}}}}}}"


def inputs(folder: Path, text: str = TEXT, **more: object) -> build.Inputs:
    (folder / "spec.yaml").write_text(text, "utf-8")
    return build.Inputs(spec=folder / "spec.yaml", **more)  # type: ignore[arg-type]


def test_a_document_is_understood(tmp_path: Path) -> None:
    made = build.understand(inputs(tmp_path))
    assert made.api.title == "Shop"
    assert made.settings.class_name == "Shop"
    assert made.issues == ()


def test_all_problems_are_raised_together_each_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(SpecErrors) as caught:
        build.understand(inputs(tmp_path, f"{HEAD}paths: {{a: {{}}, b: {{}}}}"))
    assert len(caught.value.issues) == 2
    assert all(issue.place for issue in caught.value.issues)


def test_warnings_do_not_stop(tmp_path: Path) -> None:
    text = f"{HEAD}paths: {{'/a/{{b}}': {{get: {{responses: {{}}}}}}}}"
    (warning,) = build.understand(inputs(tmp_path, text)).issues
    assert warning.place is not None


def test_a_fault_in_the_settings_has_its_line(tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text("version: 1.0.0\nclass_name: no")
    with pytest.raises(SpecErrors) as caught:
        build.understand(inputs(tmp_path, config=tmp_path / "s.yaml"))
    (issue,) = caught.value.issues
    assert issue.loc.file.endswith("s.yaml")
    assert issue.place is not None
    assert issue.place.line == 2


def test_a_digest_names_everything_that_was_read(tmp_path: Path) -> None:
    first = build.understand(inputs(tmp_path)).digest
    assert build.understand(inputs(tmp_path)).digest == first
    assert build.understand(inputs(tmp_path, TEXT + "\n# more")).digest != first
    (tmp_path / "s.yaml").write_text("version: 9.0.0")
    assert build.understand(inputs(tmp_path, config=tmp_path / "s.yaml")).digest != first


def test_packages_have_manifests(tmp_path: Path) -> None:
    progress = Progress()
    made = build.packages(build.understand(inputs(tmp_path)), ("typescript",), progress)
    assert list(made) == ["typescript"]
    manifest = json.loads(made["typescript"][-1].text)
    assert made["typescript"][-1].path == output.MANIFEST
    assert manifest["generator"].startswith("sdkloom ")
    steps = ["planning TypeScript", "rendering TypeScript", "hashing TypeScript"]
    assert list(progress.costs) == steps


def test_python_is_formatted(tmp_path: Path) -> None:
    made = build.packages(build.understand(inputs(tmp_path)), ("python",), Progress())
    (sdk,) = (file.text for file in made["python"] if file.path.endswith("/sdk.py"))
    assert "\n\n\n\n" not in sdk


def chain(length: int) -> str:
    rows = [
        f"N{n}: {{properties: {{a: {{$ref: '#/components/schemas/N{n + 1}'}}}}}}"
        for n in range(length)
    ]
    return with_schemas("Root: {$ref: '#/components/schemas/N0'}", *rows, f"N{length}: {{}}")


def test_schemas_may_refer_to_each_other_in_long_chains(tmp_path: Path) -> None:
    understood = build.understand(inputs(tmp_path, chain(600)))
    assert len(understood.api.models) == 600
    made = build.packages(understood, ["typescript"], Progress())
    assert len(made["typescript"]) > 600


def test_a_chain_without_end_in_sight_is_refused(tmp_path: Path) -> None:
    before = sys.getrecursionlimit()
    with pytest.raises(SpecErrors) as caught:
        build.understand(inputs(tmp_path, chain(20_000), keep_going=True))
    assert [issue.message for issue in caught.value.issues] == [
        "schemas refer to each other in a chain that is too long to follow"
    ]
    assert sys.getrecursionlimit() == before


def test_processes_make_what_one_process_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    understood = build.understand(inputs(tmp_path))
    languages = ("python", "typescript")
    alone = build.packages(understood, languages, Progress())
    monkeypatch.setattr(build, "_WORTH_A_PROCESS", 0)
    progress = Progress()
    spread = build.packages(understood, languages, progress)
    assert spread == alone
    assert list(spread) == list(alone)
    assert {"planning Python", "formatting Python", "planning TypeScript"} <= set(progress.costs)


def test_a_maker_is_what_was_read_and_the_generator(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = build.maker(build.understand(inputs(tmp_path)))
    assert build.maker(build.understand(inputs(tmp_path))) == first
    assert build.maker(build.understand(inputs(tmp_path, TEXT + "\n# more"))) != first
    understood = build.understand(inputs(tmp_path))
    with monkeypatch.context() as patch:
        patch.setattr(build, "versions", lambda: ["9"])
        assert build.maker(understood) != first
    (tmp_path / "templates").mkdir()
    with monkeypatch.context() as patch:
        patch.setattr(build, "find_templates", lambda: tmp_path / "templates")
        assert build.maker(understood) != first


def locked(folder: Path) -> build.Inputs:
    (folder / "s.yaml").write_text("names_lock: names.json")
    return inputs(folder, config=folder / "s.yaml")


def test_a_lock_learns_from_other_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = []
    for worth in (1000, 0):
        monkeypatch.setattr(build, "_WORTH_A_PROCESS", worth)
        understood = build.understand(locked(tmp_path))
        build.packages(understood, ("python", "typescript"), Progress())
        texts.append(understood.lock.text())
    assert texts[0] == texts[1]
    assert '"python"' in texts[1]
    assert '"typescript"' in texts[1]


def test_another_lock_is_another_maker(tmp_path: Path) -> None:
    understood = build.understand(locked(tmp_path))
    first = build.maker(understood)
    (tmp_path / "names.json").write_text("{}")
    assert build.maker(understood) != first
