"""Real documents, by the folder: generate, compile, import, check types; one line each."""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
KNOWN = HERE / "known-failures.txt"
BIN = Path(sys.executable).parent
TSC = ROOT / "tests" / "node_modules" / "typescript" / "bin" / "tsc"
IS_DOCUMENT = re.compile(
    rb"""(?:^|[{,])[ \t]*["']?(?:openapi|swagger)["']?[ \t]*:[ \t]*["']?[0-9]\.""", re.M
)
SECONDS = 900
TOUCH = """\
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    module = importlib.import_module(found.name)
    for name in getattr(module, "__all__", dir(module)):
        value = getattr(module, name)
        if hasattr(value, "model_rebuild"):
            value.model_rebuild()
"""


@dataclass(slots=True)
class Outcome:
    """What became of a document; a step that went wrong has a line in `faults`."""

    name: str
    kept_going: bool = False
    left_out: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    refused: str = ""

    @property
    def verdict(self) -> str:
        if self.refused:
            return "refused"
        return "failed" if self.faults else "ok"


def main() -> int:
    """Check a folder; returns 1 where a document fails that is not known to."""
    arguments = _arguments()
    documents = list(find(arguments.corpus, arguments.only))
    arguments.work.mkdir(parents=True, exist_ok=True)
    steps = arguments.step or ["import", "pyright", "tsc"]

    def one(path: Path) -> Outcome:
        return check(arguments.corpus, path, arguments.work, steps)

    outcomes = []
    with ThreadPoolExecutor(arguments.jobs) as pool:
        for outcome in pool.map(one, documents):
            outcomes.append(outcome)
            print(line(outcome), flush=True)
    print(summary(outcomes, steps))
    return judge(outcomes, whole=not arguments.only)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="a folder of OpenAPI documents")
    parser.add_argument("--only", action="append", help="documents whose path contains this")
    parser.add_argument(
        "--step", action="append", choices=list(STEPS), help="default: import, pyright, tsc"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--work", type=Path, default=ROOT / ".build" / "corpus")
    return parser.parse_args()


def find(corpus: Path, only: Sequence[str] | None) -> Iterator[Path]:
    """The documents of a folder, the largest first; parts of documents are none."""
    paths = [p for p in corpus.rglob("*") if p.suffix in (".yaml", ".yml", ".json")]
    for path in sorted(paths, key=lambda p: (-p.stat().st_size, p)):
        wanted = not only or any(part in str(path) for part in only)
        if wanted and IS_DOCUMENT.search(path.read_bytes()):
            yield path


def check(corpus: Path, spec: Path, work: Path, steps: Sequence[str]) -> Outcome:
    """Generate both packages of a document and put them through the steps."""
    name = spec.relative_to(corpus).with_suffix("").as_posix().replace("/", "__")
    outcome = Outcome(name)
    out = work / name
    shutil.rmtree(out, ignore_errors=True)
    if generate(spec, out, outcome):
        for step in steps:
            start = time.monotonic()
            fault = STEPS[step](out)
            outcome.seconds[step] = time.monotonic() - start
            if fault:
                outcome.faults[step] = fault
    return outcome


def generate(spec: Path, out: Path, outcome: Outcome) -> bool:
    """Without flags first, then by leaving out what is broken."""
    start = time.monotonic()
    command = [sys.executable, "-m", "generator", "generate", "--spec", spec, "--out", out]
    done = run(command)
    if done.returncode == 2:
        outcome.kept_going = True
        done = run([*command, "--keep-going"])
    outcome.seconds["generate"] = time.monotonic() - start
    outcome.left_out = len(re.findall(r": error: ", done.stderr))
    if done.returncode == 2:
        outcome.refused = first_line(done.stderr, "error:")
    elif done.returncode:
        outcome.faults["generate"] = last_line(done.stderr)
    return done.returncode == 0


# --- steps ---------------------------------------------------------------------


def imports(out: Path) -> str:
    """Every module compiles and imports, every name is there, every model is complete."""
    package = python_package(out)
    done = run([sys.executable, "-c", TOUCH, package.name], env={"PYTHONPATH": str(package.parent)})
    if done.returncode == 0:
        return ""
    return last_line(done.stderr) or f"python ended with {done.returncode}"


def pyright(out: Path, mode: str = "basic") -> str:
    """No error in the checker that most editors run."""
    config = {
        "include": ["python/src"],
        "typeCheckingMode": mode,
        "pythonVersion": "3.11",
    }
    project = out / f"{mode}.json"
    project.write_text(json.dumps(config))
    done = run(
        [BIN / "pyright", "--outputjson", "--pythonpath", sys.executable, "--project", project]
    )
    try:
        told = json.loads(done.stdout)
    except ValueError:
        return f"pyright ended with {done.returncode}: {done.stderr[-200:]}"
    errors = [d for d in told["generalDiagnostics"] if d["severity"] == "error"]
    if not told["summary"]["filesAnalyzed"]:
        return "pyright found no files"
    return counted([f"{Path(e['file']).name}: {e['message'].splitlines()[0]}" for e in errors])


def standard(out: Path) -> str:
    """No error in pyright's own default mode."""
    return pyright(out, "standard")


def mypy(out: Path) -> str:
    """No error in `mypy --strict`."""
    cache = out / ".mypy"
    package = python_package(out)
    done = run([BIN / "mypy", "--strict", "--config-file=", "--cache-dir", cache, package])
    errors = [row for row in done.stdout.splitlines() if ": error:" in row]
    if done.returncode and not errors:
        return f"mypy ended with {done.returncode}: {done.stdout[-200:]}{done.stderr[-200:]}"
    return counted([row.removeprefix(str(package)) for row in errors])


def ruff(out: Path) -> str:
    """Nothing that the default rules find."""
    done = run([BIN / "ruff", "check", "--isolated", "--output-format=concise", out / "python"])
    return "" if done.returncode == 0 else counted(done.stdout.strip().splitlines()[:-1])


def tsc(out: Path) -> str:
    """No error with every strict flag of the package's own settings."""
    project = out / "typescript"
    done = run(["node", TSC, "--noEmit", "-p", project])
    errors = [row for row in done.stdout.splitlines() if "error TS" in row]
    if done.returncode and not errors:
        return f"tsc ended with {done.returncode}: {done.stderr[-200:]}"
    return counted(errors)


STEPS = {
    "import": imports,
    "ruff": ruff,
    "pyright": pyright,
    "standard": standard,
    "mypy": mypy,
    "tsc": tsc,
}


# --- programs ------------------------------------------------------------------


def run(
    command: Sequence[str | Path], env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, in the project's folder."""
    try:
        return subprocess.run(
            [str(part) for part in command],
            cwd=ROOT,
            env={**os.environ, **(env or {})},
            capture_output=True,
            encoding="utf-8",
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(list(command), -1, "", f"not done in {SECONDS} s")


def python_package(out: Path) -> Path:
    """The one package below `python/src`."""
    return next(path for path in (out / "python" / "src").iterdir() if path.is_dir())


def first_line(text: str, with_: str) -> str:
    return next((row for row in text.splitlines() if with_ in row and row.strip()), "")


def last_line(text: str) -> str:
    """The last line that says something: of a traceback, the error."""
    return next((row for row in reversed(text.splitlines()) if row.strip()), "")


def counted(errors: Sequence[str]) -> str:
    return f"{len(errors)}: {errors[0]}" if errors else ""


# --- telling -------------------------------------------------------------------


def line(outcome: Outcome) -> str:
    """One document."""
    spent = " ".join(f"{step} {seconds:.1f}" for step, seconds in outcome.seconds.items())
    kept = f", {outcome.left_out} parts left out" if outcome.kept_going else ""
    rows = [f"{outcome.verdict:<8} {outcome.name}  ({spent} s{kept})"]
    rows += [f"         {step}: {fault[:300]}" for step, fault in outcome.faults.items()]
    if outcome.refused:
        rows.append(f"         {outcome.refused[:300]}")
    return "\n".join(rows)


def summary(outcomes: Sequence[Outcome], steps: Sequence[str]) -> str:
    """How many passed each step."""
    made = [o for o in outcomes if not o.refused and "generate" not in o.faults]
    plain = sum(not o.kept_going for o in made)
    rows = [
        ("documents", len(outcomes)),
        ("refused", sum(bool(o.refused) for o in outcomes)),
        ("crashed", sum("generate" in o.faults for o in outcomes)),
        ("generated without flags", plain),
        ("generated with --keep-going", len(made) - plain),
        *((f"passed {step}", sum(step not in o.faults for o in made)) for step in steps),
    ]
    return "\n" + "\n".join(f"{title:<30}{number:>6}" for title, number in rows)


def judge(outcomes: Sequence[Outcome], whole: bool) -> int:
    """Compare with the known failures, a list that may only become shorter."""
    listed = [row.split("#")[0].strip() for row in KNOWN.read_text("utf-8").splitlines()]
    known = {row for row in listed if row}
    failed = {f"{o.name} {step}" for o in outcomes for step in o.faults}
    failed |= {f"{o.name} refused" for o in outcomes if o.refused}
    new = sorted(failed - known)
    seen = {o.name for o in outcomes}
    gone = sorted(row for row in known - failed if row.split()[0] in seen)
    for row in new:
        print(f"new failure: {row}")
    for row in gone:
        print(f"no longer fails, remove it from {KNOWN.name}: {row}")
    counts = Counter(row.split()[1] for row in failed)
    print(f"failures: {dict(counts)}, of which known {len(failed & known)}")
    return 1 if new or (gone and whole) else 0


if __name__ == "__main__":
    sys.exit(main())
