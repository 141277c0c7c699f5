"""Vectors through the generated TypeScript client, in one process of Node."""

from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .calls import Job, Speaker

HERE = Path(__file__).resolve().parent
ESBUILD = HERE.parent / "node_modules" / ".bin" / "esbuild"
Recorded = dict[str, Any]


class TypeScript:
    """The generated package, bundled with the driver."""

    def __init__(self, package: Path, speaker: Speaker, build: Path) -> None:
        root, source = speaker.package.class_name, package / "src"
        names = sorted({method.function for rows in speaker.methods.values() for method in rows})
        entry = build / "entry.ts"
        lines = [
            f"import {{ HTTPClient, {root} as Root }} from {_quoted(source / 'index.ts')};",
            f"import {{ main }} from {_quoted(HERE / 'driver.js')};",
            *(f"import {{ {n} }} from {_quoted(source / 'funcs' / f'{n}.ts')};" for n in names),
            f"await main({{ Root, HTTPClient, functions: {{ {', '.join(names)} }} }});",
        ]
        entry.write_text("\n".join(lines), "utf-8")
        self._program = build / "entry.mjs"
        flags = ("--bundle", "--format=esm", "--platform=node", "--log-level=error")
        _run([ESBUILD, entry, *flags, f"--outfile={self._program}"])

    def record(self, jobs: Sequence[tuple[Job, bool]]) -> list[Recorded | str]:
        """What each call sends, or why it sends nothing; a job is standalone or of the class."""
        told = [
            {
                "accessor": job.method.accessor,
                "function": job.method.function,
                "standalone": standalone,
                "arguments": job.arguments,
                "options": job.options,
                "headers": job.headers,
            }
            for job, standalone in jobs
        ]
        lines = _run(["node", self._program], json.dumps(told)).split("\n")
        return [_recorded(json.loads(line)) for line in lines]


def _recorded(told: Any) -> Recorded | str:
    if isinstance(told, str):
        return told
    url = urlsplit(told["url"])
    target = url.path + (f"?{url.query}" if url.query else "")
    body = base64.b64decode(told["body"])
    return {**told, "port": url.port, "target": target, "body": body}


def _quoted(path: Path) -> str:
    return json.dumps(str(path))


def _run(command: Sequence[str | Path], given: str = "") -> str:
    done = subprocess.run(
        [str(part) for part in command], input=given, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return done.stdout
