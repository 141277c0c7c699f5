"""The stages in order: every problem in one run, and output that names its input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator import build, output
from generator.diagnostics import SpecErrors
from tests.unit.support import HEAD

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
    steps: list[str] = []
    made = build.packages(build.understand(inputs(tmp_path)), ("typescript",), steps.append)
    assert list(made) == ["typescript"]
    manifest = json.loads(made["typescript"][-1].text)
    assert made["typescript"][-1].path == output.MANIFEST
    assert manifest["generator"].startswith("sdkloom ")
    assert steps == ["planning TypeScript", "rendering TypeScript"]


def test_python_is_formatted(tmp_path: Path) -> None:
    made = build.packages(build.understand(inputs(tmp_path)), ("python",), lambda _: None)
    (sdk,) = (file.text for file in made["python"] if file.path.endswith("/sdk.py"))
    assert "\n\n\n\n" not in sdk
