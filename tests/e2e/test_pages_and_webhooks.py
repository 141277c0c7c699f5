"""What READMEs say about pages and webhooks runs: generated packages, in both languages."""

from __future__ import annotations

import http.server
import json
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from generator import __main__ as command

from .workshop import NODE_TYPES, ROOT, TSC, must, run

FEATURES = ROOT / "tests" / "features"
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
PAGES: dict[str, Any] = {
    "": {"dataItems": [{"id": 1}, {"id": 2}], "info": {"next key": "b c"}},
    "b c": {"dataItems": [{"id": 3}], "info": {"next key": None}},
}


class Pages:
    """A server of two pages."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *_: Any) -> None:
                pass

            def do_GET(self) -> None:
                outer.asked.append(self.path)
                query = parse_qs(urlsplit(self.path).query)
                body = json.dumps(PAGES[query.get("after-key", [""])[0]]).encode()
                self.send_response(200)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()


@pytest.fixture
def pages() -> Iterator[Pages]:
    server = Pages()
    yield server
    server.http.shutdown()
    server.http.server_close()


def made(feature: str, folder: Path, url: str) -> Path:
    """The packages of a feature whose API is at a URL."""
    text = (FEATURES / feature / "spec.yaml").read_text("utf-8")
    spec = folder / "spec.yaml"
    spec.write_text(text.replace("\npaths:", f"\nservers: [{{url: '{url}'}}]\npaths:", 1), "utf-8")
    settings = FEATURES / feature / "settings.yaml"
    config = [f"--config={settings}"] if settings.exists() else []
    out = folder / "out"
    assert command.main(["generate", f"--spec={spec}", *config, f"--out={out}"]) == command.DONE
    return out


def program(package: Path, heading: str) -> str:
    """The first program below a heading of a README."""
    text = (package / "README.md").read_text("utf-8").partition(f"\n{heading}\n")[2]
    return text.partition("```")[2].partition("\n")[2].partition("```")[0]


def python(package: Path, text: str) -> str:
    """What a program prints that uses a package."""
    (package / "program.py").write_text(text, "utf-8")
    env = {"PYTHONPATH": str(package / "src"), "WEBHOOK_SECRET": SECRET}
    return must(run([sys.executable, "program.py"], package, env=env))


def typescript(node: str, package: Path, text: str, folder: Path) -> str:
    """The same."""
    name = json.loads((package / "package.json").read_text("utf-8"))["name"]
    home = folder / "home"
    (home / "node_modules").mkdir(parents=True)
    (home / "node_modules" / name).symlink_to(package)
    (home / "package.json").write_text('{"type": "module"}\n')
    must(run([node, TSC, "-p", package], home))
    (home / "program.ts").write_text(text, "utf-8")
    options = json.loads((package / "tsconfig.json").read_text("utf-8"))["compilerOptions"]
    options |= {"types": ["node"], "typeRoots": [str(NODE_TYPES)], "rootDir": ".", "outDir": "."}
    options |= {"declaration": False, "declarationMap": False, "isolatedDeclarations": False}
    options |= {"preserveSymlinks": True}
    settings = {"compilerOptions": options, "files": ["program.ts"]}
    (home / "tsconfig.json").write_text(json.dumps(settings))
    must(run([node, TSC, "-p", home], home))
    return must(run([node, "program.js"], home, env={"WEBHOOK_SECRET": SECRET}))


ASKED = ["/things", *["/things?after-key=b%20c"] * 3]
"""The first page, and the second one for each of three ways to come to it."""


def test_pages_in_python(tmp_path: Path, pages: Pages) -> None:
    package = made("paging", tmp_path, pages.url) / "python"
    printed = python(package, program(package, "## Pagination")).splitlines()
    assert printed[2:] == [
        "id=1", "id=2", "id=3", "[Thing(id=1), Thing(id=2)]", "[Thing(id=3)]", "False"
    ]  # fmt: skip
    assert pages.asked == ASKED


def test_pages_in_typescript(tmp_path: Path, pages: Pages, node: str) -> None:
    package = made("paging", tmp_path, pages.url) / "typescript"
    printed = typescript(node, package, program(package, "## Pagination"), tmp_path).splitlines()
    assert printed[-6:] == [
        "{ id: 1 }", "{ id: 2 }", "{ id: 3 }", "[ { id: 1 }, { id: 2 } ]", "[ { id: 3 } ]", "false"
    ]  # fmt: skip
    assert pages.asked == ASKED


def test_webhooks_in_python(tmp_path: Path) -> None:
    package = made("webhooks", tmp_path, "http://localhost") / "python"
    use = """
import time
now = int(time.time())
signature = webhooks.sign("m", now, b'{"id": "a"}', secret)
headers = {"webhook-id": "m", "webhook-timestamp": str(now), "webhook-signature": signature}
receive(b'{"id": "a"}', headers)
receive(b'{"id": "b"}', headers)
print(repr(webhooks.NEW_PET.unwrap(b'{"id": "a"}', headers, secret)))
"""
    printed = python(package, program(package, "## Webhooks and Callbacks") + use)
    assert printed == "id='a'\nno signature of the webhook is right\nPet(id='a')\n"


def test_webhooks_in_typescript(tmp_path: Path, node: str) -> None:
    package = made("webhooks", tmp_path, "http://localhost") / "typescript"
    use = """
import { newPet, sign } from "webhooks/webhooks.js";
const body = '{"id": "a"}';
const now = Math.floor(Date.now() / 1000);
const signature = await sign("m", now, body, secret);
const headers = { "webhook-id": "m", "webhook-timestamp": `${now}`, "webhook-signature": signature };
const request = (body: string) => new Request("http://h", { method: "POST", body, headers });
await receive(request(body));
await receive(request('{"id": "b"}'));
const pet = await unwrap(newPet, body, headers, [secret]);
console.log(pet.id satisfies string | undefined);
"""
    text = program(package, "## Webhooks and Callbacks") + use
    printed = typescript(node, package, text, tmp_path)
    assert printed == "{ id: 'a' }\nno signature of the webhook is right\na\n"
