"""Every vector of the conformance set through both generated SDKs; one table, one exit code.

The set is not part of the project: `../shared/wire`, or `--shared DIR`.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import build, output
from generator.build import Inputs, Understood
from generator.progress import Progress

from . import facts
from .calls import Job, NoCall, Speaker
from .python_side import Python
from .typescript_side import ESBUILD, TypeScript

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BUILD = ROOT / ".build" / "wire"
DIFFERS = HERE / "differs.txt"
LANGUAGES = ("python", "typescript")
SIMPLE = "requestBodyPostApplicationJsonSimple"
FACTS = "test-2023"
BASES = ("oas", "convention", FACTS)
Sent = dict[str, Any] | str  # what left, or why nothing did


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a vector in one language."""

    id: str
    basis: str
    language: str
    problems: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """How a line of the list calls it."""
        return f"{self.id} {self.language}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run everything; returns 1 where a vector differs that is not listed."""
    parser = argparse.ArgumentParser(prog="tests.wire", description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR")
    parser.add_argument("--only", default="", metavar="TEXT", help="vectors whose id has this")
    parser.add_argument("--show", action="store_true", help="print what was sent")
    chosen = parser.parse_args(arguments)
    folder: Path = chosen.shared / "wire"
    if not (folder / "vectors.jsonl").exists():
        print(f"SKIPPED: there are no vectors in {folder}; nothing was checked on the wire")
        return 0
    started = time.perf_counter()
    every = [v for v in _vectors(folder) if v["basis"] != FACTS and chosen.only in v["id"]]
    vectors = _completed([vector for vector in every if not vector.get("skip")], folder)
    outcomes = _run(folder, vectors, chosen.show)
    failed = _report(outcomes, Counter(v["basis"] for v in every if v.get("skip")), chosen.only)
    print(f"{time.perf_counter() - started:.1f} s")
    return int(failed)


def _vectors(folder: Path) -> Iterator[dict[str, Any]]:
    with (folder / "vectors.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _completed(vectors: list[dict[str, Any]], folder: Path) -> list[dict[str, Any]]:
    """The vectors; some hold "..." where the schema wants an object, on both sides.

    The set knows that object from another vector.
    """
    plain = f"{SIMPLE}/full", f"{SIMPLE}CamelCase/full"
    objects = [
        json.dumps(v["expect"]["body"]["value"]) for v in _vectors(folder) if v["id"] in plain
    ]
    made = []
    for vector in vectors:
        if vector["operationId"].startswith(SIMPLE.removesuffix("Simple")):
            filling = objects["CamelCase" in vector["id"]]
            vector = json.loads(json.dumps(vector).replace('"..."', filling))
        made.append(vector)
    return made


def _run(folder: Path, vectors: list[dict[str, Any]], show: bool) -> list[Outcome]:
    match = _matcher(folder)
    vectors = [
        *vectors,
        *(v for v in _vectors(folder) if v["basis"] == FACTS and facts.checkable(v)),
    ]
    understood = build.understand(Inputs(spec=folder / "test.yaml"))
    _generate(understood)
    outcomes: list[Outcome] = []
    for language in LANGUAGES:
        speaker = Speaker(understood, language)
        if language == "typescript" and not (shutil.which("node") and ESBUILD.exists()):
            print("TypeScript is not checked: it takes Node, and `npm ci` in tests/")
            continue
        jobs = [_job(speaker, vector) for vector in vectors]
        say = _python if language == "python" else _typescript
        for vector, sent in zip(vectors, say(speaker, jobs), strict=True):
            if show:
                print(language, vector["id"], *map(_shown, sent), sep="\n")
            if vector["basis"] == FACTS:
                if isinstance(sent[0], str):
                    continue  # the record does not have all that the call takes
                found = [
                    [one] if isinstance(one, str) else facts.problems(vector, one) for one in sent
                ]
            else:
                expected = vector["expect"]
                found = [[one] if isinstance(one, str) else match(expected, one) for one in sent]
            problems = tuple(dict.fromkeys(problem for one in found for problem in one))
            outcomes.append(Outcome(vector["id"], vector["basis"], language, problems))
    return outcomes


def _job(speaker: Speaker, vector: dict[str, Any]) -> Job | str:
    try:
        return speaker.job(vector)
    except NoCall as reason:
        return f"no call: {reason}"


def _python(speaker: Speaker, jobs: list[Job | str]) -> Iterator[list[Sent]]:
    """All through the sync client, each third one through the async one as well."""
    side = Python(BUILD / "python", speaker)
    for number, job in enumerate(jobs):
        if isinstance(job, str):
            yield [job]
        else:
            ways = (False, True) if number % 3 == 0 else (False,)
            yield [side.record(job, is_async) for is_async in ways]


def _typescript(speaker: Speaker, jobs: list[Job | str]) -> Iterator[list[Sent]]:
    """All through the standalone functions and through the class."""
    side = TypeScript(BUILD / "typescript", speaker, BUILD)
    real = [job for job in jobs if not isinstance(job, str)]
    sent = iter(side.record([(job, standalone) for job in real for standalone in (True, False)]))
    for job in jobs:
        yield [job] if isinstance(job, str) else [next(sent), next(sent)]


def _shown(sent: Sent) -> str:
    if isinstance(sent, str):
        return f"  {sent}"
    headers = "".join(f"    {name}: {value}\n" for name, value in sent["headers"])
    return f"  {sent['method']} {sent['target']}\n{headers}    {sent['body'][:2000]!r}"


def _matcher(folder: Path) -> Any:
    """The comparison that comes with the vectors."""
    spec = importlib.util.spec_from_file_location("wire_vectors", folder / "vectors.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True  # the folder is not ours
    spec.loader.exec_module(module)
    return module.match


def _generate(understood: Understood) -> None:
    shutil.rmtree(BUILD, ignore_errors=True)
    BUILD.mkdir(parents=True)
    output.write(BUILD, build.packages(understood, LANGUAGES, Progress()))


def _report(outcomes: list[Outcome], skipped: Counter[str], only: str) -> bool:
    known = dict(_known())
    print(f"{'basis':<12}{'language':<12}{'agree':>7}{'listed':>8}{'differ':>8}{'skipped':>9}")
    for basis in BASES:
        for language in LANGUAGES:
            rows = [o for o in outcomes if (o.basis, o.language) == (basis, language)]
            listed = sum(bool(o.problems) and o.name in known for o in rows)
            bad = sum(bool(o.problems) for o in rows) - listed
            agree = len(rows) - listed - bad
            print(f"{basis:<12}{language:<12}{agree:>7}{listed:>8}{bad:>8}{skipped[basis]:>9}")
    differing = {o.name: o for o in outcomes if o.problems}
    for name, outcome in differing.items():
        if name not in known:
            print(f"DIFFERS {outcome.basis} {name}: {'; '.join(outcome.problems)[:600]}")
    gone = [] if only else [name for name in known if name not in differing]
    for name in gone:
        print(f"AGREES NOW, take it off {DIFFERS.name}: {name}")
    wrong = [name for name, o in differing.items() if o.basis == "oas" and name in known]
    for name in wrong:
        print(f"MAY NOT BE LISTED, the specification says it: {name}")
    return bool(differing.keys() - known.keys() or gone or wrong)


def _known() -> Iterator[tuple[str, str]]:
    """Vectors that differ on purpose: name and reason."""
    for line in DIFFERS.read_text("utf-8").splitlines():
        name, _, reason = line.partition("  # ")
        if name and not name.startswith("#"):
            assert reason, f"{DIFFERS.name}: no reason for {name}"
            yield name.strip(), reason


if __name__ == "__main__":
    raise SystemExit(main())
