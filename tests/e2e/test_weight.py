"""The types of a call stand on their own: a checker that never sees a library finds them all."""

from __future__ import annotations

import json
import sys
import venv
from pathlib import Path

from .workshop import PYTHON, must, run

USER = """\
from orq_ai_sdk import Orq

with Orq(api_key="x") as client:
    result = client.router.images.variations.create(model="m")
    print(result.created + 1.5, result.model_dump(mode="json"))
    print(result.createt)  # pyright: ignore[reportAttributeAccessIssue]
    client.router.images.variations.create(model=1)  # pyright: ignore[reportArgumentType]
"""


def test_a_call_checks_without_its_libraries(tmp_path: Path) -> None:
    """Reading pydantic costs a checker more than the whole rest of such a file."""
    venv.create(tmp_path / "empty", with_pip=False)
    (tmp_path / "use.py").write_text(USER)
    settings = {
        "include": ["use.py"],
        "venvPath": ".",
        "venv": "empty",
        "extraPaths": [str(PYTHON / "src")],
        "typeCheckingMode": "standard",
        "reportUnnecessaryTypeIgnoreComment": True,
    }
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    must(run([Path(sys.executable).with_name("pyright"), "--project", tmp_path], tmp_path))
