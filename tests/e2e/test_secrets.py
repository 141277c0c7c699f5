"""No secret is shown: every call and every outcome, with every kind of credential, in both languages."""

from __future__ import annotations

import base64
import json
import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import pytest

from generator.build import Understood

from .checks import KINDS
from .secrecy import CALLS, CREDENTIALS, Made, Ring, check_sent, found, made, secret_of
from .server import Server
from .table import MODES
from .workshop import TSC, must, run

HERE = Path(__file__).resolve().parent
ESBUILD = TSC.parents[2] / "esbuild" / "bin" / "esbuild"
LOGS = {"httpcore2.connection", "httpcore2.http11", "httpx2", "sdk"}
PLACES = {
    "python": {
        *("cause", "client", "core", "error", "group", "hooks", "raw response", "value"),
        *("vars of client", "vars of core", "vars of error", "vars of group", "vars of value"),
        *("pickle of error", "pickle of value", "standard error", "traceback"),
        *(f"log of {name}" for name in LOGS),
    },
    "typescript": {
        *("cause", "client", "error", "group", "hooks", "log", "promise", "raw response"),
        *("result", "value"),
    },
}


@pytest.fixture(scope="module")
def packages() -> tuple[Understood, Path]:
    """The document and its packages."""
    return made()


def test_the_table_has_every_call_and_credential(packages: tuple[Understood, Path]) -> None:
    """Whoever adds one to the document has to say what it is called with."""
    api = packages[0].api
    assert {operation.id for operation in api.operations} == {*CALLS}
    assert {scheme.key for scheme in api.schemes} == {*CREDENTIALS}
    assert {need.scheme for every in api.security for need in every} == {*CREDENTIALS}


@pytest.mark.parametrize("name", CREDENTIALS)
def test_the_search_finds_every_form(name: str) -> None:
    """Or no leak would be found."""
    secret = secret_of(CREDENTIALS[name])
    texts = {secret, quote(secret), quote(secret, safe=""), quote_plus(secret), repr(secret)}
    texts |= {json.dumps({name: secret}), f"http://me:{secret}@h/"}
    for text in [secret, quote_plus(secret)]:
        for pair in (text, f"m:{text}", f"me:{text}", f"you:{text}"):
            texts |= {base64.b64encode(pair.encode()).decode()}
            texts |= {base64.urlsafe_b64encode(pair.encode()).decode()}
    assert [text for text in texts if not found(f"a{text}z")] == []


@pytest.mark.parametrize("language", MODES)
def test_no_secret_is_shown(
    language: str,
    packages: tuple[Understood, Path],
    server: Server,
    request: pytest.FixtureRequest,
) -> None:
    """Nowhere, though all of them were sent."""
    understood, folder = packages
    ring = Ring(server, understood, language)
    if language == "python":
        command = python(folder)
    else:
        command = typescript(folder, request.getfixturevalue("node"), ring)
    env = {"PYTHONPATH": str(folder / "python" / "src")}
    done = run(command, folder, given=json.dumps(ring.plan()), env=env)
    assert done.returncode == 0, done.stderr[-4000:]
    outcomes = [json.loads(line) for line in done.stdout.splitlines()]
    assert [told["name"] for told in outcomes] == [one.job["name"] for one in ring.made]
    leaks = Counter(
        leak for one, told in zip(ring.made, outcomes, strict=True) for leak in leaked(one, told)
    )
    assert not leaks and found(done.stderr) == []
    seen = {place for told in outcomes for place, texts in told["shown"].items() if any(texts)}
    assert seen >= PLACES[language]
    check_sent(ring)


def leaked(one: Made, told: Any) -> list[tuple[str, str]]:
    """The places where a call shows a secret. Raises AssertionError: it went otherwise than it should."""
    language = "python" if one.job["mode"] in MODES["python"] else "typescript"
    own = {"value": "value", "typed": "Problem"}
    assert told["outcome"] in {own.get(k) or KINDS[k][language] for k in one.outcome["is"]}, told
    places = [(p, leak) for p, texts in told["shown"].items() for leak in found("\n".join(texts))]
    if one.outcome.get("planted") and one.job["accessor"][-1] != "head":
        assert {"error", "cause"} <= {place for place, _ in places}, told
        return []
    return places


def python(folder: Path) -> list[str]:
    """The command that runs the driver."""
    source = folder / "python" / "src"
    shutil.copy(HERE / "python" / "secrecy_hooks.py", source / "orq_ai_sdk/_hooks/registration.py")
    return [sys.executable, "-W", "error", str(HERE / "python" / "secrecy_driver.py")]


def typescript(folder: Path, node: str, ring: Ring) -> list[str]:
    """The command that runs the driver, bundled with the package."""
    source = folder / "typescript" / "src"
    shutil.copy(HERE / "typescript" / "secrecy_hooks.ts", source / "hooks" / "registration.ts")
    names = sorted({one.job["function"] for one in ring.made})
    lines = [
        'import { Orq as Root, raw } from "./typescript/src/index.js";',
        'import { seen } from "./typescript/src/hooks/registration.js";',
        f"import {{ main }} from {json.dumps(str(HERE / 'typescript' / 'secrecy.ts'))};",
        *(f'import {{ {name} }} from "./typescript/src/funcs/{name}.js";' for name in names),
        f"await main({{ Root, raw, seen, functions: {{ {', '.join(names)} }} }});",
    ]
    (folder / "entry.ts").write_text("\n".join(lines), "utf-8")
    program = folder / "entry.mjs"
    flags = ["--bundle", "--format=esm", "--platform=node", "--log-level=error"]
    must(run([ESBUILD, folder / "entry.ts", *flags, f"--outfile={program}"], folder))
    return [node, "--no-warnings", str(program)]
