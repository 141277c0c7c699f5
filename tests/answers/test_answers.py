"""Old clients never crash: ten thousand changed answers for each document, in both languages."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator import build, output
from generator.build import Inputs, Understood
from generator.languages import LANGUAGES
from generator.lock import Names
from generator.plan import _Planner
from generator.progress import Progress

from .mutants import HARMLESS, Answer, Maker

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BUILD = ROOT / ".build" / "answers"
ESBUILD = ROOT / "tests" / "node_modules" / ".bin" / "esbuild"
SHARED = Path(os.environ.get("SDKLOOM_SHARED", ROOT.parent / "shared"))
DOCUMENTS = {"founding": ROOT / "spec" / "openapi.yaml", "wire": SHARED / "wire" / "test.yaml"}
COUNT = 10_000


@cache
def _made(document: str) -> tuple[Understood, Path, tuple[Answer, ...]]:
    """The packages of a document, and answers to read with them."""
    path = DOCUMENTS[document]
    if not path.exists():
        pytest.skip(f"SKIPPED: there is no {path}; its answers were not read")
    understood = build.understand(Inputs(spec=path))
    folder = BUILD / document
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    output.write(folder, build.packages(understood, tuple(LANGUAGES), Progress()))
    return understood, folder, tuple(Maker(understood.api).answers(COUNT))


def _python(understood: Understood, folder: Path, jobs: list[Any]) -> list[Any]:
    settings = understood.settings
    names = (folder / "python" / "src", settings.python_package, settings.class_name)
    told = [((name[1]), body) for name, body in jobs]
    return _run([sys.executable, HERE / "driver.py", *names], told)


def _typescript(understood: Understood, folder: Path, jobs: list[Any]) -> list[Any]:
    if not (shutil.which("node") and ESBUILD.exists()):
        assert not os.environ.get("CI"), "TypeScript is not tested: it takes Node"
        pytest.skip("TypeScript is not tested: it takes Node, and `npm ci` in tests/")
    source, core = folder / "typescript" / "src", f"{understood.settings.class_name}Core"
    runtime = {"codec": "decode, encode", "encoding": "toJSON", "response": "json"}
    runtime["transport"] = "invoke"
    lines = [
        f'import {{ {names} }} from "{source}/runtime/{module}.ts";'
        for module, names in runtime.items()
    ]
    spaces = ("components", "errors", "operations")
    lines += [f'import * as {name} from "{source}/models/{name}/index.ts";' for name in spaces]
    lines += [
        f'import {{ {core} as Core }} from "{source}/core.ts";',
        f'import {{ main }} from "{HERE}/driver.js";',
        f"await main({{ Core, errors, models: {{ {', '.join(spaces)} }},",
        f"  runtime: {{ {', '.join(runtime.values())} }} }});",
    ]
    (folder / "entry.ts").write_text("\n".join(lines), "utf-8")
    flags = ("--bundle", "--format=esm", "--platform=node", "--log-level=error")
    program = folder / "entry.mjs"
    subprocess.run([ESBUILD, folder / "entry.ts", *flags, f"--outfile={program}"], check=True)
    return _run(["node", program], jobs)


def _run(command: list[Any], jobs: list[Any]) -> list[Any]:
    text = json.dumps(jobs)
    done = subprocess.run(map(str, command), input=text, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def _holds(written: Any, came: Any) -> bool:
    """Whether what is written back has all that came; constants may be there in addition."""
    if isinstance(came, dict) and isinstance(written, dict):
        return all(name in written and _holds(written[name], came[name]) for name in came)
    if isinstance(came, list) and isinstance(written, list):
        return len(came) == len(written) and all(map(_holds, written, came))
    return bool(written == came)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_old_clients_never_crash(document: str, language: str) -> None:
    """Nothing but the documented error; none where only new things came; what was read is kept."""
    understood, folder, answers = _made(document)
    planner = _Planner(understood.api, LANGUAGES[language], understood.settings, Names())
    names = planner.lexicon.names
    jobs = [((names[a.ref].namespace, names[a.ref].code), a.body) for a in answers]
    read = _python if language == "python" else _typescript
    outcomes = read(understood, folder, jobs)
    assert len(outcomes) == len(answers) == COUNT
    seen: Counter[str] = Counter()
    for answer, told in zip(answers, outcomes, strict=True):
        about = f"{answer.ref} {sorted(answer.kinds)} {answer.body} -> {told}"[:3000]
        assert "broken" not in told, about
        seen["ok" if "ok" in told else "refused"] += 1
        if "refused" in told:
            assert not answer.must_be_read and told["reachable"], about
            assert "$" in told["refused"], about
        elif not answer.kinds & {"null", "lack", "retype"}:
            assert _holds(told["ok"], json.loads(answer.body)), about
    kinds = {kind for answer in answers for kind in answer.kinds}
    assert kinds >= HARMLESS | {"lack", "retype"} or document == "founding"
    assert min(seen["ok"], seen["refused"]) > COUNT / 20, seen
