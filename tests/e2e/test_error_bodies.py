"""Errors whose bodies are unions or lists have classes of their own, in generated packages."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .test_pages_and_webhooks import made, python, typescript

FAULT = '{"message":"no such thing","code":"gone"}'
ANSWERS = [(422, FAULT), (422, '{"ticket":"t-1"}'), (423, f"[{FAULT}]"), (423, '{"else":1}')]
ANSWERS.append((424, '{"message":"mapped"}'))
SEEN = """SeveralResponseBody 422 no such thing: gone
SeveralResponseBody 422 API error occurred: Status 422. Body: {"ticket":"t-1"}: t-1
SeveralResponseResponseBody 423 API error occurred: Status 423. Body: [{"message":"no such thing","code":"gone"}]: gone
APIError 423 API error occurred: Status 423. Body: {"else":1}: none
SeveralResponse424ResponseBody 424 mapped: none
"""


@pytest.fixture
def url() -> Iterator[str]:
    left = iter(ANSWERS)

    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

        def do_GET(self) -> None:
            status, body = next(left)
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body.encode())

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


PYTHON = """
from responses import Responses, models

def shown(error: models.ResponsesError) -> str:
    if isinstance(error, models.SeveralResponseBody):
        data = error.data
        return str(data.code if isinstance(data, models.FaultData) else data.ticket)
    if isinstance(error, models.SeveralResponseResponseBody):
        return str(error.data[0].code)
    return "none"

with Responses() as client:
    for _ in range(5):
        try:
            client.several()
        except models.ResponsesError as error:
            print(type(error).__name__, error.status_code, f"{error}: {shown(error)}")
"""

TYPESCRIPT = """
import { Responses } from "responses";
import * as errors from "responses/models/errors";

function shown(error: errors.ResponsesError): string | undefined {
  if (error instanceof errors.SeveralResponseBody) {
    const data = error.data$;
    return "ticket" in data ? data.ticket : "code" in data ? data.code : "unknown";
  }
  return error instanceof errors.SeveralResponseResponseBody ? error.data$[0]?.code : "none";
}

const client = new Responses();
for (let count = 0; count < 5; count += 1) {
  try {
    await client.several();
  } catch (error) {
    if (!(error instanceof errors.ResponsesError)) throw error;
    console.log(error.name, error.statusCode, `${error.message}: ${shown(error)}`);
  }
}
"""


def test_in_python(tmp_path: Path, url: str) -> None:
    assert python(made("responses", tmp_path, url) / "python", PYTHON) == SEEN


def test_in_typescript(tmp_path: Path, url: str, node: str) -> None:
    package = made("responses", tmp_path, url) / "typescript"
    assert typescript(node, package, TYPESCRIPT, tmp_path) == SEEN
