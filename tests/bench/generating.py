"""What a run of the command costs: processor time, wall time, memory, and the share of each stage."""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNS = 3
SIZE = 300  # operations of the synthetic document
STAGE = re.compile(r"(\w[\w ]*\w) +([0-9.]+) s +[0-9.]+%\n")

# A figure of a run and its unit; "again" is a second run, with nothing changed.
UNITS = {"cpu": "CPU s (user and system)", "wall": "wall s", "memory": "MB of the largest process"}
# Real documents, where there are any: openapi-generator takes 31 CPU s for the first, in the same
# two languages. Two processes work at once, so each may have half of 600 MB.
DOCUMENTS = (
    (
        "orq",
        "specs/orq/orq-2026-01-25.yaml",
        {"cpu": 6.0, "wall": 5.0, "memory": 300.0, "again": 1.5},
    ),
    ("OpenAI", "corpus/openai-openai-api.yaml", {"wall": 4.0}),
    ("Stripe", "corpus/stripe-spec3-2022.json", {"wall": 6.0}),
)

Figure = tuple[str, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run cost."""

    wall: float
    cpu: float
    memory: float
    stages: dict[str, float]


def generating(shared: Path) -> Iterator[Figure]:
    """Every figure of the command.

    Nothing is removed before the end: a file system without a journal takes long to make files
    where others were deleted a moment ago.
    """
    with tempfile.TemporaryDirectory() as folder:
        yield from founding(Path(folder) / "founding")
        for name, path, limits in DOCUMENTS:
            document = shared / path
            if document.is_file():
                yield from one_document(name, document, Path(folder) / name, limits)
            else:
                print(f"SKIPPED: {name}: there is no {document}", file=sys.stderr)
        yield from doubling(Path(folder))


def founding(folder: Path) -> Iterator[Figure]:
    """Both packages of spec/openapi.yaml."""
    spec = ["spec/openapi.yaml", "--config", "spec/settings.yaml"]
    runs = [generate(folder / str(number), *spec) for number in range(5)]
    yield "founding case: wall s", middle(runs, "wall"), 2


def one_document(
    name: str, document: Path, folder: Path, limits: dict[str, float]
) -> Iterator[Figure]:
    """Runs into empty folders, then some with nothing changed."""
    outs = [folder / str(number) for number in range(RUNS)]
    first = [generate(out, str(document)) for out in outs]
    again = [generate(outs[0], str(document)) for _ in outs]
    for title, runs in ((name, first), (f"{name}, nothing changed", again)):
        print(f"{title}: {stages(runs)}")
    for figure, limit in limits.items():
        if figure in UNITS:
            yield f"{name}: {UNITS[figure]}", middle(first, figure), limit
    if "again" in limits:
        yield f"{name}, nothing changed: wall s", middle(again, "wall"), limits["again"]


def doubling(folder: Path) -> Iterator[Figure]:
    """A document made here, and one of twice the size."""
    costs = []
    for size in (SIZE, SIZE * 2):
        spec = folder / f"{size}.json"
        spec.write_text(json.dumps(synthetic(size)), "utf-8")
        outs = [folder / str(size) / str(number) for number in range(RUNS)]
        costs.append(middle([generate(out, str(spec)) for out in outs], "cpu"))
    for times, cost in enumerate(costs, 1):
        print(f"{f'synthetic: {SIZE * times} operations, CPU s':<58} {cost:>10,.2f}")
    yield "synthetic: twice the document, times the CPU s", costs[1] / costs[0], 2.2


def generate(out: Path, spec: str, *arguments: str) -> Run:
    """One run of the command; each stage tells its processor time."""
    command = ["-m", "generator", "generate", "--spec", spec, *arguments, "--out", str(out)]
    if out.name == "0" and not out.exists():
        print("$ python", *command)
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *command, "--timings"],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr
    told = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    assert status == 0, told
    return Run(
        wall=wall,
        cpu=usage.ru_utime + usage.ru_stime,
        memory=usage.ru_maxrss / 1024,
        stages={step: float(seconds) for step, seconds in STAGE.findall(told)},
    )


def middle(runs: Iterable[Run], figure: str) -> float:
    """The median of a figure."""
    return statistics.median(getattr(run, figure) for run in runs)


def stages(runs: list[Run]) -> str:
    """The share of each stage, in the order of the run."""
    costs = {step: statistics.median(run.stages[step] for run in runs) for step in runs[0].stages}
    whole = sum(costs.values())
    return ", ".join(f"{step} {seconds / whole:.0%}" for step, seconds in costs.items())


def synthetic(size: int) -> dict[str, object]:
    """A document of so many operations, each with models of its own and references to others."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Synthetic", "version": "1.0.0"},
        "paths": {f"/things{number}/{{id}}": _path(number) for number in range(size)},
        "components": {"schemas": {f"Thing{number}": _thing(number) for number in range(size)}},
    }


def _path(number: int) -> dict[str, object]:
    content = {"application/json": {"schema": _link(number)}}
    fault = {"application/json": {"schema": _part(number)}}
    return {
        "post": {
            "operationId": f"change_thing_{number}",
            "tags": [f"group {number // 10}"],
            "summary": f"Change thing {number}",
            "parameters": [
                {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
                {"name": "limit", "in": "query", "schema": {"type": "integer"}},
            ],
            "requestBody": {"required": True, "content": content},
            "responses": {
                "200": {"description": "Changed", "content": content},
                "404": {"description": "Not there", "content": fault},
            },
        }
    }


def _thing(number: int) -> dict[str, object]:
    choice = {"oneOf": [_link(number // 2), {"type": "string"}, _part(number)]}
    return {
        "type": "object",
        "description": f"Thing {number} | one of *many*.",
        "required": ["id"],
        "properties": {
            "id": {"type": "string", "example": f"thing-{number}"},
            "parts": {"type": "array", "items": _part(number)},
            "choice": choice,
            "more": {"type": "object", "additionalProperties": {"type": "number"}},
        },
    }


def _part(number: int) -> dict[str, object]:
    kind = {"type": "string", "enum": ["small", "large"]}
    name = {"type": "string", "description": f"The name of part {number}."}
    return {"type": "object", "properties": {"name": name, "kind": kind}}


def _link(number: int) -> dict[str, object]:
    return {"$ref": f"#/components/schemas/Thing{number}"}
