"""Schemes of a document, and what refers to those that are at fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.access import Need
from generator.diagnostics import SpecError
from generator.facts import Issues
from generator.security import Security
from generator.source import Node
from tests.unit.support import document

SCHEMES = (
    "components: {securitySchemes: {\n"
    "  key: {type: apiKey, in: header, name: k},\n"
    "  bad: {type: nope},\n"
    "  tv: {type: oauth2, flows: {deviceAuthorization: {tokenUrl: 'https://x'}}}}}\n"
)


def read(folder: Path, text: str) -> tuple[Security, Node, Issues]:
    issues, root = Issues(), document(folder, SCHEMES + text).root
    return Security(root, issues), root, issues


def test_a_scheme_at_fault_is_noted_as_such(tmp_path: Path) -> None:
    security, _, issues = read(tmp_path, "")
    assert [scheme.key for scheme in security.schemes] == ["key", "tv"]
    assert [issue.part for issue in issues.found] == ["security scheme bad"]


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("a: 1", None),
        ("security: []", ()),
        (
            "security: [{}, {key: [], tv: [a]}]",
            ((), (Need(scheme="key"), Need(scheme="tv", scopes=("a",)))),
        ),
    ],
)
def test_needs(tmp_path: Path, text: str, needs: object) -> None:
    security, root, _ = read(tmp_path, text)
    assert security.needs(root) == needs


@pytest.mark.parametrize(("key", "message"), [("bad", "at fault itself"), ("no", "there is no")])
def test_needs_that_cannot_be_met_are_refused(tmp_path: Path, key: str, message: str) -> None:
    security, root, _ = read(tmp_path, f"security: [{{{key}: []}}]")
    with pytest.raises(SpecError, match=message):
        security.needs(root)


def test_what_credentials_consist_of(tmp_path: Path) -> None:
    text = (
        "components: {securitySchemes: {\n"
        "  login: {type: http, scheme: Basic},\n"
        "  app: {type: oauth2, x-speakeasy-token-endpoint-authentication: client_secret_basic,\n"
        "    flows: {password: {tokenUrl: /p}, clientCredentials: {tokenUrl: /t,\n"
        "      x-speakeasy-token-endpoint-additional-properties: {audience: {}, client_id: {}}}}},\n"
        "  user: {type: oauth2, flows: {password: {tokenUrl: /p}}},\n"
        "  browser: {type: oauth2, flows: {authorizationCode: {tokenUrl: /t}}},\n"
        "  nowhere: {type: oauth2, flows: {clientCredentials: {scopes: {}}}},\n"
        "  own: {type: http, scheme: custom, x-speakeasy-custom-security-scheme:\n"
        "    {schema: {properties: {id: {}, key: {}}, required: [id]}}},\n"
        "  bare: {type: http, scheme: custom, x-speakeasy-custom-security-scheme: {}}}}\n"
    )
    issues = Issues()
    schemes = Security(document(tmp_path, text).root, issues).schemes
    assert issues.found == []
    client = [("client_id", True), ("client_secret", True)]
    found = {s.key: ([(p.name, p.required) for p in s.parts], s.grant, s.basic) for s in schemes}
    assert found == {
        "login": ([("username", True), ("password", True)], "", False),
        "app": ([*client, ("audience", False)], "client_credentials", True),
        "user": (
            [("username", True), ("password", True), *((name, False) for name, _ in client)],
            "password",
            False,
        ),
        "browser": ([], "", False),
        "nowhere": ([], "", False),
        "own": ([("id", True), ("key", False)], "", False),
        "bare": ([], "", False),
    }
    assert [s.token_url for s in schemes if s.grant] == ["/t", "/p"]
    assert [s.key for s in schemes if s.type == "custom"] == ["own", "bare"]
