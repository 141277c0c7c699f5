"""Imports go one way: each module may know those above it, and only a few touch the world."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GENERATOR = ROOT / "generator"

SPEC = {"api", "diagnostics", "source"}
TYPES = {"api", "diagnostics", "docpages", "package", "plans", "text"}

# What each module of ours may import of ours: the house's order, from the top down.
ALLOWED: dict[str, set[str]] = {
    "__init__": set(),
    "diagnostics": set(),
    "names": set(),
    "text": {"api"},
    "events": {"diagnostics"},
    "reading": {"diagnostics", "events"},
    "anchors": {"diagnostics"},
    "files": {"anchors", "diagnostics", "reading"},
    "source": {"diagnostics", "files", "reading"},
    "overlay": {"diagnostics", "source"},
    "lint": {"diagnostics", "source"},
    "values": set(),
    "access": {"diagnostics"},
    "paging": set(),
    "api": {"access", "diagnostics", "paging", "values"},
    "docpages": {"text"},
    "plans": {"paging"},
    "package": {"docpages", "plans", "text"},
    "facts": SPEC,
    "references": {"source"},
    "spots": SPEC | {"references"},
    "merging": {"references", "source"},
    "discriminators": SPEC | {"facts", "references"},
    "directions": {"api", "graph", "reach"},
    "sending": {"api", "reach"},
    "enums": SPEC | {"facts"},
    "media": {"api", "source"},
    "contents": SPEC | {"facts", "media", "parameters", "schemas", "spots"},
    "payloads": SPEC | {"facts", "media", "schemas", "spots"},
    "schemas": SPEC | {"discriminators", "enums", "facts", "merging", "references", "spots"},
    "parameters": {"api", "facts", "media", "source"},
    "reach": {"api", "graph"},
    "forward": {"api", "reach"},
    "retries": {"api", "source"},
    "routes": SPEC | {"facts"},
    "security": SPEC | {"access", "facts"},
    "placing": {"diagnostics", "source"},
    "paths": {"api", "paging"},
    "page_rules": SPEC | {"facts", "paging", "paths"},
    "page_settings": {"page_rules", "paging", "source"},
    "operations": SPEC
    | {"access"}
    | {"contents", "discriminators", "media", "payloads"}
    | {"directions", "facts", "page_rules", "parameters", "placing", "reach", "retries"}
    | {"routes", "schemas", "security", "sending", "spots"},
    "settings": {"api", "names", "page_rules", "page_settings", "source"},
    "examples": {"api", "names"},
    "doors": {"docpages"},
    "language": TYPES | {"names", "settings"},
    "lock": {"diagnostics", "facts", "names", "source"},
    "graph": {"api"},
    "naming": TYPES | {"names", "language", "lock", "graph"},
    "methods": TYPES | {"graph", "names", "language", "naming"},
    "writing": TYPES | {"language", "methods", "naming"},
    "plan_models": TYPES
    | {"lock", "names", "language", "methods", "naming", "settings", "graph", "writing"},
    "plan_access": {"access", "docpages", "doors", "language", "lock", "names", "naming"}
    | {"plans", "settings"},
    "plan_paging": TYPES | {"methods", "naming", "paging", "paths"},
    "plan_webhooks": TYPES | {"language", "names", "naming", "writing"},
    "plan_accepts": {"api", "lock", "names", "naming", "plans"},
    "streaming": {"api", "plans"},
    "plan_methods": TYPES
    | {
        "access",
        "graph",
        "names",
        "language",
        "methods",
        "naming",
        "plan_access",
        "plan_paging",
        "settings",
        "streaming",
        "writing",
    },
    "pages": TYPES | {"access", "doors", "examples", "language", "methods", "naming"},
    "plan": TYPES
    | {"__init__", "language", "lock", "methods", "names", "naming", "pages", "settings"}
    | {
        "access",
        "plan_accepts",
        "plan_access",
        "plan_methods",
        "plan_models",
        "plan_webhooks",
        "writing",
    }
    | {"forward"},
    "languages/__init__": {"language"}
    | {"languages/python/__init__", "languages/typescript/__init__"},
    "output": {"diagnostics", "names"},
    "render": {"doors", "language", "output", "package"},
    "progress": set(),
    "workers": set(),
    "build": {"__init__", "api", "diagnostics", "facts", "language", "languages/__init__"}
    | {"lock", "operations", "output", "overlay", "page_rules", "placing", "plan", "progress"}
    | {"render"}
    | {"settings", "source", "workers"},
    "__main__": {"__init__", "build", "diagnostics", "languages/__init__", "lint", "output"}
    | {"progress", "settings", "source"},
}

# A language is a folder, and its parts are a ladder; none knows another language.
PARTS: dict[str, set[str]] = {
    "names": set(),
    "atoms": set(),
    "types": {"atoms"},
    "modules": {"atoms", "types"},
    "__init__": {"atoms", "modules", "names", "types"},
}
for key in ("python", "typescript"):
    for part, below in PARTS.items():
        own = {f"languages/{key}/{other}" for other in below}
        ALLOWED[f"languages/{key}/{part}"] = (
            TYPES | own | {"doors", "language", "names", "settings"}
        )

# Who may import what is not ours, and not of the standard library.
OTHERS = {
    "jinja2": {"render"},
    "yaml": {"events"},
    "jsonpath_rfc9535": {"overlay"},
    "openapi_spec_validator": {"lint"},
    "jsonschema_path": {"lint"},
}

READS = {"read_text", "read_bytes", "open", "rglob", "glob", "iterdir"}
WRITES = {"write_text", "write_bytes", "mkdir", "rmdir", "unlink", "touch", "rename"}
WRITES |= {"rmtree", "mkdtemp", "symlink_to"}
READERS = {"files", "output", "render"}
WRITERS = {"output"}
CLOSED = {"socket", "http", "urllib.request", "requests", "httpx", "pickle", "marshal", "shelve"}
CLOSED |= {"random", "uuid", "importlib"}
OPEN = {"importlib.metadata"}  # the versions of what is installed; it loads no code
RUNS = {"eval", "exec", "compile", "__import__"}


def modules() -> dict[str, ast.Module]:
    found = sorted(GENERATOR.rglob("*.py"))
    return {
        path.relative_to(GENERATOR).with_suffix("").as_posix(): ast.parse(path.read_text("utf-8"))
        for path in found
    }


def imported(name: str, tree: ast.Module) -> Iterator[tuple[str, bool]]:
    """Every module that a module imports, and whether it is ours."""
    package = name.split("/")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                ours = alias.name.split(".")[0] == "generator"
                yield _module(alias.name.split(".")[1:]) if ours else alias.name, ours
        elif isinstance(node, ast.ImportFrom):
            if not node.level:
                assert node.module
                ours = node.module.split(".")[0] == "generator"
                yield _module(node.module.split(".")[1:]) if ours else node.module, ours
                continue
            above = package[: len(package) - node.level + 1]
            if node.module:
                yield _module([*above, *node.module.split(".")]), True
            else:
                for alias in node.names:
                    yield _module([*above, alias.name]), True


def _module(parts: list[str]) -> str:
    """The file of a dotted name; a name inside a package is that package's."""
    path = GENERATOR.joinpath(*parts or ["__init__"])
    if path.with_suffix(".py").is_file():
        return "/".join(parts or ["__init__"])
    if path.is_dir():
        return "/".join([*parts, "__init__"])
    return "/".join([*parts[:-1], "__init__"])


def called(tree: ast.Module) -> set[str]:
    """The last names of everything that is called."""
    functions = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {f.attr for f in functions if isinstance(f, ast.Attribute)} | {
        f.id for f in functions if isinstance(f, ast.Name)
    }


def faults(name: str, tree: ast.Module) -> list[str]:
    """Everything that a module does and may not."""
    found = []
    for other, ours in imported(name, tree):
        if ours and other not in ALLOWED[name]:
            found.append(f"{name} imports {other}")
        if not ours and name not in OTHERS.get(other.split(".")[0], {name}):
            found.append(f"{name} imports {other}")
        if (
            not ours
            and other not in OPEN
            and any(other == c or other.startswith(f"{c}.") for c in CLOSED)
        ):
            found.append(f"{name} imports {other}")
    calls = called(tree)
    found += [f"{name} runs {call}" for call in calls & RUNS if not _is_method(tree, call)]
    if name not in READERS:
        found += [f"{name} reads by {call}" for call in calls & READS]
    if name not in WRITERS:
        found += [f"{name} writes by {call}" for call in calls & WRITES]
    if name != "__main__" and "print" in calls:
        found.append(f"{name} prints")
    return found


def _is_method(tree: ast.Module, name: str) -> bool:
    """Whether a name is called as a method only, as `re.compile` is."""
    return not any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
        for node in ast.walk(tree)
    )


def test_the_table_lists_every_module() -> None:
    assert sorted(ALLOWED) == sorted(modules())


@pytest.mark.parametrize("name", sorted(ALLOWED))
def test_a_module_imports_and_does_what_it_may(name: str) -> None:
    assert faults(name, modules()[name]) == []


def test_nothing_is_imported_in_a_circle() -> None:
    waiting = {name: set(allowed) for name, allowed in ALLOWED.items()}
    while waiting:
        ready = {name for name, above in waiting.items() if not above & set(waiting)}
        assert ready, f"a circle among {sorted(waiting)}"
        waiting = {name: above for name, above in waiting.items() if name not in ready}


@pytest.mark.parametrize(
    ("name", "source", "fault"),
    [
        ("api", "from .source import Node", "api imports source"),
        ("api", "from . import source", "api imports source"),
        ("api", "def f():\n    from .source import Node", "api imports source"),
        ("api", "import generator.source", "api imports source"),
        ("api", "from generator.source import Node", "api imports source"),
        ("names", "from .api import Api", "names imports api"),
        ("languages/python/types", "from ..typescript import x", "imports languages/typescript"),
        ("languages/python/types", "from .. import typescript", "imports languages/typescript"),
        ("languages/typescript/types", "from ...schemas import Schemas", "imports schemas"),
        ("plan", "import jinja2", "plan imports jinja2"),
        ("plan", "from jinja2.nodes import For", "plan imports jinja2.nodes"),
        ("pages", "from pathlib import Path\nPath('x').read_text()", "pages reads by read_text"),
        ("pages", "open('x')", "pages reads by open"),
        ("render", "path.write_text('x')", "render writes by write_text"),
        ("build", "print('x')", "build prints"),
        ("source", "import urllib.request", "source imports urllib.request"),
        ("source", "from urllib.request import urlopen", "source imports urllib.request"),
        ("overlay", "eval('1')", "overlay runs eval"),
    ],
)
def test_the_check_sees_a_fault(name: str, source: str, fault: str) -> None:
    assert any(fault in found for found in faults(name, ast.parse(source)))


def test_the_check_leaves_what_is_allowed() -> None:
    source = "import re\nfrom urllib.parse import unquote\nfrom .source import Node\nre.compile('')"
    assert faults("overlay", ast.parse(source)) == []


# --- one language never speaks of another ------------------------------------------------

WORDS = {
    "python": r"python|pydantic|\bpep\s?8\b",
    "typescript": r"typescript|javascript|\bnpm\b|\bnode\b|jsdoc",
}
# An address in the documentation of a browser, which names the language it documents.
ADDRESS = re.compile(r"https?://\S+")


def foreign(key: str, text: str) -> list[str]:
    """The words of other languages in a text."""
    plain = ADDRESS.sub("", text)
    return [
        word
        for other, pattern in WORDS.items()
        if other != key
        for word in re.findall(pattern, plain, re.I)
    ]


def own_files(key: str) -> list[Path]:
    templates = [path for path in (ROOT / "templates" / key).rglob("*") if path.is_file()]
    texts = [path for path in templates if "__pycache__" not in path.parts]
    rules = sorted((GENERATOR / "languages" / key).glob("*.py"))
    return [*rules, *sorted(texts)]


@pytest.mark.parametrize("key", WORDS)
def test_the_rules_of_a_language_do_not_mention_another(key: str) -> None:
    assert {
        str(path.relative_to(ROOT)): found
        for path in own_files(key)
        if (found := foreign(key, path.read_text("utf-8")))
    } == {}


@pytest.mark.parametrize("name", sorted(name for name in ALLOWED if name.count("/") < 2))
def test_only_the_rules_of_a_language_ask_which_it_is(name: str) -> None:
    """Nobody else compares the key of a language, or an attribute, with its name."""
    if name == "languages/__init__":
        return
    strings = {
        node.value
        for compare in ast.walk(modules()[name])
        if isinstance(compare, ast.Compare | ast.Dict | ast.match_case)
        for node in ast.walk(compare)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert not strings & set(WORDS)


def test_the_word_search_sees_a_foreign_word() -> None:
    assert foreign("python", "as TypeScript does") == ["TypeScript"]
    assert foreign("typescript", "# like pydantic") == ["pydantic"]
    assert foreign("python", "see https://example.com/javascript") == []
