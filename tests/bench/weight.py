"""What the packages cost their users, side by side with published ones."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generating import Figure
from peers import ROOT, node_peers, python_home, python_peer

HERE = Path(__file__).resolve().parent
BIN = ROOT / ".venv/bin"
NODE_BIN = ROOT / "tests/node_modules/.bin"
RUNS = 9
CONSTRUCT = "from orq_ai_sdk import Orq; Orq(api_key='x')"
CONSTRUCT_OPENAI = "from openai import OpenAI; OpenAI(api_key='x')"
# The first request is built, and goes no further.
READY = """\
import {http} as http
from orq_ai_sdk import Orq
seen = []
def stub(request):
    seen.append(request)
    raise KeyboardInterrupt
client = http.Client(transport=http.MockTransport(stub))
try:
    Orq(api_key="x", client=client).router.images.variations.create(model="m")
except KeyboardInterrupt:
    pass
assert seen
"""
USER = """\
from orq_ai_sdk import Orq

with Orq(api_key="x") as client:
    result = client.router.images.variations.create(model="m")
    print(result.created)
"""
USER_TS = """\
import { Orq } from "@orq-ai/node";

const client = new Orq({ apiKey: "x" });
const result = await client.router.images.variations.create({ model: "m" });
result.created satisfies number;
"""
FUNCTION = """\
import { OrqCore } from "@orq-ai/node/core.js";
import { routerImagesVariationsCreate } from "@orq-ai/node/funcs/routerImagesVariationsCreate.js";
console.log(await routerImagesVariationsCreate(new OrqCore(), { model: "m" }));
"""
CLIENT = 'import { Orq } from "@orq-ai/node"; console.log(new Orq());'
OPENAI_CLIENT = 'import OpenAI from "openai"; console.log(new OpenAI());'
CHECKED = {"strict": True, "noEmit": True, "target": "es2022", "module": "nodenext", "types": []}


def weight(shared: Path) -> Iterator[Figure]:
    """Every figure: of the newest whole document, or of the founding case where there is none."""
    documents = sorted((shared / "specs/orq").glob("orq-*.yaml"))
    with tempfile.TemporaryDirectory() as folder:
        out = ROOT / "generated"
        if documents:
            out = generated(documents[-1], Path(folder))
        else:
            print(f"SKIPPED: no whole document in {shared}: the founding case", file=sys.stderr)
        ours = python_home(out / "python/src", Path(folder) / "venv")
        theirs, openai = python_peer("orq-ai-sdk"), python_peer("openai")
        yield from importing(ours, theirs, openai)
        yield from first_call(ours, theirs)
        if documents:
            yield from calling(ours, theirs, openai)
        yield from checking_python(ours, theirs, Path(folder))
        yield from typescript(out / "typescript", Path(folder))


def generated(document: Path, folder: Path) -> Path:
    """Both packages of a document, named as ours; the names lock is a copy, for it grows."""
    for settings in (ROOT / "spec").glob("*.*"):
        shutil.copy(settings, folder)
    out = folder / "out"
    arguments = ["--spec", document, "--config", folder / "settings.yaml", "--out", out]
    command = [BIN / "python", "-m", "generator", "generate", *arguments]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return out


def importing(ours: Path, theirs: Path | None, openai: Path | None) -> Iterator[Figure]:
    """Import and construct the client."""
    costs = side_by_side(
        {
            "bare": [ours, "-c", "pass"],
            "ours": [ours, "-c", CONSTRUCT],
            "published": theirs and [theirs, "-c", CONSTRUCT],
            "openai": openai and [openai, "-c", CONSTRUCT_OPENAI],
        }
    )
    show("import and construct, CPU ms", costs)
    own = costs["ours"] - costs["bare"]
    yield "import and construct the Python client, CPU ms over bare", own, 40
    if "published" in costs:
        share = own / (costs["published"] - costs["bare"])
        yield "import and construct, share of the published SDK's", share, 0.25


def first_call(ours: Path, theirs: Path | None) -> Iterator[Figure]:
    """Ready for the first call."""
    costs = side_by_side(
        {
            "bare": [ours, "-c", "pass"],
            "ours": [ours, "-c", READY.format(http="httpx2")],
            "published": theirs and [theirs, "-c", READY.format(http="httpx")],
            "httpx2 alone": [ours, "-c", "import httpx2; httpx2.Client()"],
        }
    )
    show("build the first request, CPU ms", costs)
    yield "build the first request, CPU ms over bare", costs["ours"] - costs["bare"], 250


def calling(ours: Path, theirs: Path | None, openai: Path | None) -> Iterator[Figure]:
    """A small JSON POST to a server in another process."""
    server = subprocess.Popen(
        [sys.executable, HERE / "loopback.py"], stdout=subprocess.PIPE, text=True
    )
    assert server.stdout
    url = f"http://127.0.0.1:{server.stdout.readline().strip()}"
    path = "/v2/router/moderations"
    orq = ["orq_ai_sdk", "Orq"]
    rows = {
        "ours": (ours, [*orq, "httpx2", url, path]),
        "published": (theirs, [*orq, "httpx", url, path]),
        "openai": (openai, ["openai", "OpenAI", "httpx2", url, "/moderations"]),
        "ours, async": (ours, ["async", *orq, "httpx2", url, path]),
    }
    ratios = {}
    try:
        for title, (interpreter, arguments) in rows.items():
            if interpreter:
                command = [interpreter, HERE / "calls.py", *arguments]
                told = subprocess.run(command, check=True, capture_output=True, text=True)
                cost = json.loads(told.stdout)
                ratios[title] = cost["ratio"]
                print(f"{title}: {cost['sdk']:,.0f} us a call, bare {cost['bare']:,.0f} us")
    finally:
        server.kill()
    show("a small JSON POST, times the bare HTTP client's CPU", ratios, 2)
    yield "a small JSON POST, times the bare HTTP client's CPU", ratios["ours"], 1.35
    yield "the same asynchronously", ratios["ours, async"], 1.35


def checking_python(ours: Path, theirs: Path | None, folder: Path) -> Iterator[Figure]:
    """`pyright` over a file of a user that makes one call."""
    commands: dict[str, list[object] | None] = {}
    for title, interpreter in (("ours", ours), ("published", theirs), ("no SDK", ours)):
        home = folder / title
        home.mkdir()
        (home / "use.py").write_text(USER if title != "no SDK" else "print('x')\n")
        if interpreter:
            place = interpreter.parents[1]
            settings = {"include": ["use.py"], "venvPath": str(place.parent), "venv": place.name}
            (home / "pyrightconfig.json").write_text(json.dumps(settings))
        commands[title] = interpreter and [BIN / "pyright", "--project", home]
    costs = side_by_side(commands, 3)
    show("pyright over one call, CPU ms", costs)
    if "published" in costs:
        share = costs["ours"] / costs["published"]
        yield "pyright over one call, share of the published SDK's", share, 1 / 3


def typescript(ours: Path, folder: Path) -> Iterator[Figure]:
    """Bundles, and the compiler over the package and over a user's file."""
    home = folder / "node"
    package = home / "node_modules/@orq-ai/node"
    package.mkdir(parents=True)
    build = [NODE_BIN / "tsc", "-p", ours, "--outDir", package / "dist"]
    cost, memory = spent(build)
    print(f"{'tsc over the whole package, CPU s':<58} {cost / 1000:>10,.1f}")
    yield "tsc over the whole package, MB", memory, 2048
    shutil.copy(ours / "package.json", package)
    needs = json.loads((ours / "package.json").read_text()).get("dependencies", {})
    yield "dependencies of the TypeScript package", len(needs), 0
    (home / "package.json").write_text('{"private": true, "type": "module"}\n')
    published = node_peers()
    one, whole = bundled(FUNCTION, home), bundled(CLIENT, home)
    yield "one TypeScript call, minified and gzip -9, bytes", one, 8192
    sizes = {"ours": whole / 1000}
    if published:
        sizes["published"] = bundled(CLIENT, published) / 1000
        sizes["openai"] = bundled(OPENAI_CLIENT, published) / 1000
        print(
            f"{'one call of the published package, KB':<58} "
            f"{bundled(FUNCTION, published) / 1000:>10,.1f}"
        )
    show("the whole TypeScript client, minified and gzip -9, KB", sizes, 1)
    if published:
        share = sizes["ours"] / sizes["published"]
        yield "the whole TypeScript client, share of the published one's", share, 1 / 3
    yield from checking_typescript(home, published, folder)


def checking_typescript(home: Path, published: Path | None, folder: Path) -> Iterator[Figure]:
    """`tsc` over a file of a user that makes one call."""
    commands: dict[str, list[object] | None] = {"ours": None, "published": None}
    for title, place in (("ours", home), ("published", published)):
        if place:
            (place / "use.ts").write_text(USER_TS)
            options = {**CHECKED, "skipLibCheck": True}
            settings = {"compilerOptions": options, "files": ["use.ts"]}
            (place / "tsconfig.json").write_text(json.dumps(settings))
            commands[title] = [NODE_BIN / "tsc", "-p", place]
    costs = side_by_side(commands, 3)
    show("tsc over one call, CPU ms", costs)
    if "published" in costs:
        share = costs["ours"] / costs["published"]
        yield "tsc over one call, share of the published SDK's", share, 1


def side_by_side(commands: dict[str, list[object] | None], runs: int = RUNS) -> dict[str, float]:
    """The median of CPU ms of each command; they take turns, and a first turn does not count."""
    costs: dict[str, list[float]] = {name: [] for name, command in commands.items() if command}
    for turn in range(runs + 1):
        for name, found in costs.items():
            cost, _ = spent(commands[name] or [])
            found += [cost] if turn else []
    return {name: statistics.median(found) for name, found in costs.items()}


def spent(command: list[object]) -> tuple[float, float]:
    """CPU ms (user and system) and MB of the largest process of a command."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    process = subprocess.Popen(
        [str(part) for part in command], cwd=tempfile.gettempdir(), env=env, stdout=subprocess.PIPE
    )
    assert process.stdout
    told = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    assert status == 0, (command, told.decode())
    return (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def bundled(entry: str, folder: Path) -> int:
    """Bytes of an entry as an application would send it."""
    flags = ["--bundle", "--minify", "--format=esm", "--platform=browser", "--target=es2022"]
    done = subprocess.run(
        [NODE_BIN / "esbuild", *flags], input=entry.encode(), cwd=folder, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()
    return len(gzip.compress(done.stdout, 9, mtime=0))


def show(title: str, costs: dict[str, float], digits: int = 0) -> None:
    """Print figures that stand beside each other."""
    told = ", ".join(f"{name} {cost:,.{digits}f}" for name, cost in costs.items())
    print(f"{title}: {told}", flush=True)
