"""Every program on the generated pages is checked by its language's compilers, and runs."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import pytest

from .server import Server
from .snippets import PACKAGES, Snippet, snippets
from .table import SECRET, VALUE
from .workshop import BUILD, PYTHON, TSC, build_typescript, fresh, must, run, typescript_settings

ALL = {package: [*snippets(package)] for package in PACKAGES}
COUNTS = {
    "python": {"call": 4, "program": 9, "place": 2, "shell": 1},
    "typescript": {"call": 5, "program": 30, "excerpt": 2, "alternatives": 7, "shell": 1},
}
"""How many there are of each kind; to be changed with the pages, and only then."""
CODE = {
    package: [one for one in found if one.kind not in ("shell", "unknown")]
    for package, found in ALL.items()
}
RUN = {
    package: [one for one in found if one.kind in ("call", "program", "excerpt")]
    for package, found in ALL.items()
}
_IMAGE = VALUE["data"][0]["url"]


def _key(snippet: Snippet) -> str:
    return f"snippet-{snippet.package}-{snippet.file_name}"


def _write(folder: Path, snippet: Snippet, text: str) -> Path:
    file = folder / snippet.file_name
    assert not file.exists(), f"two snippets are called {file.name}"
    file.write_text(text, "utf-8")
    return file


def _check_run(server: Server, snippet: Snippet, command: list[str], folder: Path) -> None:
    """Run a snippet that was aimed at its place on the server."""
    script = server.play(_key(snippet), {"json": VALUE})
    done = run(command, folder, env={"ORQ_API_KEY": SECRET})
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    sent = [request.headers.get("authorization") for request in script.requests]
    if snippet.kind == "call":
        assert sent == [f"Bearer {SECRET}"]
        assert script.requests[0].path == "/v2/router/images/variations"
        assert {"model"} < {part.name for part in script.requests[0].parts}
        assert _IMAGE in done.stdout
    else:
        assert sent == []


@pytest.mark.parametrize("package", PACKAGES)
def test_kinds(package: str) -> None:
    """No fence drops out: each has a kind, and there are as many as expected."""
    assert Counter(one.kind for one in ALL[package]) == COUNTS[package]
    pages = PACKAGES[package].rglob("*.md")
    lines = [line for page in pages for line in page.read_text("utf-8").splitlines()]
    # Counted in another way: a fence is two lines, of which the last may go on.
    assert sum(line.startswith("```") for line in lines) == 2 * sum(
        not one.page.startswith("snippets/") for one in ALL[package]
    )
    assert all(one.makes_a_client for one in ALL[package] if one.kind == "call")


def test_python_types(tmp_path: Path) -> None:
    """Neither mypy nor pyright has anything to say."""
    for snippet in CODE["python"]:
        _write(tmp_path, snippet, snippet.module())
    paths, count = [str(PYTHON / "src")], len(CODE["python"])
    settings = {"include": ["."], "extraPaths": paths, "typeCheckingMode": "standard"}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    python = [sys.executable, "-m"]
    found = run([*python, "pyright", "--pythonpath", sys.executable, "--outputjson"], tmp_path)
    told = json.loads(found.stdout)
    assert told["generalDiagnostics"] == []
    assert told["summary"]["filesAnalyzed"] == count
    mypy = [*python, "mypy", "--strict", "--cache-dir", str(BUILD / "mypy"), "."]
    said = must(run(mypy, tmp_path, env={"MYPYPATH": paths[0]}))
    assert said == f"Success: no issues found in {count} source files\n"


@pytest.mark.parametrize("snippet", RUN["python"], ids=str)
def test_python_runs(snippet: Snippet, server: Server, desk: Path, tmp_path: Path) -> None:
    """It runs as printed, but for the server."""
    program = _write(tmp_path, snippet, snippet.aimed(server.url(_key(snippet))))
    launch = "import runpy, sys; sys.path.insert(0, sys.argv[1]); runpy.run_path(sys.argv[2], run_name='__main__')"
    command = [sys.executable, "-W", "error", "-c", launch, str(PYTHON / "src"), str(program)]
    _check_run(server, snippet, command, desk)


@pytest.fixture(scope="module")
def compiled(node: str, server: Server) -> Path:
    """The TypeScript snippets, checked with the package's flags and translated."""
    home = fresh(BUILD / "snippets")
    build_typescript(node, home)
    found = CODE["typescript"]
    files = [_write(home, one, one.aimed(server.url(_key(one)))).name for one in found]
    # A page shows a value and ends there; and it imports types as most users do.
    relaxed = {"noUnusedLocals": False, "verbatimModuleSyntax": False}
    (home / "tsconfig.json").write_text(typescript_settings(files, **relaxed))
    must(run([node, TSC, "-p", home], home))
    return home / "out"


@pytest.mark.parametrize("snippet", RUN["typescript"], ids=str)
def test_typescript_runs(
    snippet: Snippet, server: Server, node: str, compiled: Path, desk: Path
) -> None:
    """It compiles, and runs as printed, but for the server."""
    program = (compiled / snippet.file_name).with_suffix(".js")
    _check_run(server, snippet, [node, str(program)], desk)
