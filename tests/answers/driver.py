"""Reads answers with a generated Python package: one line of outcome for each."""

from __future__ import annotations

import importlib
import json
import sys
from typing import Any


def main(source: str, package: str, root: str) -> None:
    """Jobs on stdin: [name of the model, body]."""
    sys.path.insert(0, source)
    import httpx2

    whole = importlib.import_module(package)
    operation = importlib.import_module(f"{package}._runtime.operation")
    options = importlib.import_module(f"{package}._runtime.options")
    errors = importlib.import_module(f"{package}._runtime.errors")
    current = b""

    def handler(_: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, content=current, headers={"content-type": "application/json"})

    client = httpx2.Client(transport=httpx2.MockTransport(handler))
    sdk = getattr(whole, root)(client=client, server_url="http://127.0.0.1")
    made: dict[str, Any] = {}
    for name, body in json.load(sys.stdin):
        if name not in made:
            reply = operation.Reply(
                "200", "application/json", lambda n=name: getattr(whole.models, n)
            )
            made[name] = operation.Operation("x", "GET", "/", replies=(reply,), security=())
        current = body.encode()
        try:
            value = sdk._core.call(made[name], {}, options.CallOptions())
            told = {"ok": json.loads(made[name].replies[0].adapter.to_json(value, "x"))}
        except errors.ResponseValidationError as error:
            told = {"refused": str(error), "reachable": error.body == body}
        except Exception as error:
            told = {"broken": f"{type(error).__name__}: {error}"}
        print(json.dumps(told))


main(*sys.argv[1:])
