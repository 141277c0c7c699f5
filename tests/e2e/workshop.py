"""Where things are, and running programs there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PYTHON = ROOT / "generated" / "python"
TYPESCRIPT = ROOT / "generated" / "typescript"
BUILD = ROOT / ".build" / "e2e"
TSC = ROOT / "tests" / "node_modules" / "typescript" / "bin" / "tsc"
NODE_TYPES = ROOT / "tests" / "node_modules" / "@types"
_OURS = ("ORQ_API_KEY", "ORQ_DEBUG", "PYTHONPATH", "NODE_PATH", "NODE_OPTIONS")


def run(
    command: Sequence[str | Path],
    folder: Path,
    *,
    given: str = "",
    env: Mapping[str, str] | None = None,
    seconds: float = 120,
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end; no variable of the caller's may change what it does."""
    inherited = {name: value for name, value in os.environ.items() if name not in _OURS}
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        input=given,
        env={**inherited, **(env or {})},
        capture_output=True,
        encoding="utf-8",
        timeout=seconds,
    )


def must(done: subprocess.CompletedProcess[str]) -> str:
    """What a program printed. Raises AssertionError: it failed."""
    assert done.returncode == 0, f"{done.args}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def drive(
    command: Sequence[str | Path], folder: Path, jobs: list[Any], env: Mapping[str, str]
) -> dict[str, Any]:
    """The outcomes a driver tells, by case; of cases it did not come to, there is none."""
    done = run(command, folder, given=json.dumps(jobs), env=env)
    outcomes = {told["name"]: told for told in map(json.loads, done.stdout.splitlines())}
    assert done.returncode == 0, f"after {[*outcomes][-1:]}: {done.stderr}"
    return outcomes


def fresh(folder: Path) -> Path:
    """The folder, empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def build_typescript(node: str, home: Path) -> None:
    """Compile the generated package with its own settings to where `home` imports it from."""
    name = json.loads((TYPESCRIPT / "package.json").read_text("utf-8"))["name"]
    package = home / "node_modules" / name
    shutil.copytree(TYPESCRIPT, package, ignore=shutil.ignore_patterns("node_modules", "dist"))
    (home / "package.json").write_text('{"type": "module"}\n')
    must(run([node, TSC, "-p", package], home))


def typescript_settings(files: Sequence[str], **changes: Any) -> str:
    """A tsconfig.json: the flags of the package, for a program that runs in Node."""
    options = json.loads((TYPESCRIPT / "tsconfig.json").read_text("utf-8"))["compilerOptions"]
    options |= {"types": ["node"], "typeRoots": [str(NODE_TYPES)], "rootDir": "."}
    options |= {"outDir": "out", "declaration": False, "declarationMap": False}
    # Only a library needs it.
    options |= {"isolatedDeclarations": False, "sourceMap": False, **changes}
    return json.dumps({"compilerOptions": options, "files": files})
