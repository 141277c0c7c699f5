"""What a call brings along: types that stand on their own, and few bytes."""

from __future__ import annotations

import gzip
import json
import sys
import venv
from pathlib import Path

from .workshop import PYTHON, TSC, TYPESCRIPT, must, run

USER = """\
from orq_ai_sdk import Orq

with Orq(api_key="x") as client:
    result = client.router.images.variations.create(model="m")
    print(result.created + 1.5, result.model_dump(mode="json"))
    print(result.createt)  # pyright: ignore[reportAttributeAccessIssue]
    client.router.images.variations.create(model=1)  # pyright: ignore[reportArgumentType]
"""
CALL = """\
import { OrqCore } from "./core.js";
import { routerImagesVariationsCreate } from "./funcs/routerImagesVariationsCreate.js";
console.log(await routerImagesVariationsCreate(new OrqCore(), { model: "m" }));
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


def test_a_function_is_small(node: str, tmp_path: Path) -> None:
    """8 KB as an application sends it."""
    esbuild = TSC.parents[2] / "esbuild/bin/esbuild"
    flags = ["--bundle", "--minify", "--format=esm", "--platform=browser", "--target=es2022"]
    told = run([esbuild, "--loader=ts", *flags], TYPESCRIPT / "src", given=CALL)
    assert 4000 < len(gzip.compress(must(told).encode(), 9, mtime=0)) <= 8192
