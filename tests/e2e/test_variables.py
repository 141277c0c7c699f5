"""Variables of servers are arguments of the client: where the generated packages send calls."""

from __future__ import annotations

from pathlib import Path

from generator import __main__ as command

from .test_pages_and_webhooks import FEATURES, python, typescript

EXPECTED = """\
https://eu.example.com/v1/here
https://us.example.com:8443/v1/here
https://us.example.com:1/v1/here
https://us.t.x.example.com/there
https://us.proxy.example/here
refused
"""
"""Defaults, the usual port left out; two arguments; one of url_params; an operation's own; a server given; not listed."""

PYTHON = """
import httpx2
from servers import Servers, models

def sent(**options):
    def answer(request):
        print(request.url)
        return httpx2.Response(204)
    client = httpx2.Client(transport=httpx2.MockTransport(answer))
    return Servers(client=client, **options)

sent().here()
sent(region="us", port="8443", url_params={"region": "eu"}).here()
sent(region="us", url_params={"port": "1"}).here()
sent(region="us", tenant_name="t").there()
sent(region="us", server_url="https://{region}.proxy.example").here()
try:
    sent(region="mars").here()
except models.RequestValidationError:
    print("refused")
"""

TYPESCRIPT = """
import { errors, HTTPClient, Servers } from "servers";
import type { ServersOptions } from "servers/core.js";

function sent(options: ServersOptions = {}): Servers {
  const fetcher = async (request: Request | URL | string): Promise<Response> => {
    console.log((request as Request).url);
    return new Response(null, { status: 204 });
  };
  return new Servers({ httpClient: new HTTPClient({ fetcher }), ...options });
}
await sent().here();
await sent({ region: "us", port: "8443", urlParams: { region: "eu" } }).here();
await sent({ region: "us", urlParams: { port: "1" } }).here();
await sent({ region: "us", tenantName: "t" }).there();
await sent({ region: "us", serverURL: "https://{region}.proxy.example" }).here();
// @ts-expect-error
const wrong: ServersOptions = { region: "mars" };
try {
  await sent(wrong).here();
} catch (error) {
  if (error instanceof errors.RequestValidationError) console.log("refused");
}
"""


def made(folder: Path) -> Path:
    spec = FEATURES / "servers" / "spec.yaml"
    assert command.main(["generate", f"--spec={spec}", f"--out={folder}"]) == command.DONE
    return folder


def test_in_python(tmp_path: Path) -> None:
    package = made(tmp_path / "out") / "python"
    assert python(package, PYTHON) == EXPECTED
    assert "| `tenant_name`" in (package / "README.md").read_text("utf-8")


def test_in_typescript(tmp_path: Path, node: str) -> None:
    package = made(tmp_path / "out") / "typescript"
    printed = typescript(node, package, TYPESCRIPT, tmp_path)
    assert printed == EXPECTED
    assert "| `tenantName`" in (package / "README.md").read_text("utf-8")
