"""Templates lay out what was decided: loops, flags, macros and doors, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

import jinja2
import pytest
from jinja2 import nodes

from generator.languages import LANGUAGES
from generator.render import environment, find_templates

FOLDER = find_templates()
ENV = environment(FOLDER, next(iter(LANGUAGES.values())))
TEMPLATES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.j2"))
BUILT_IN = set(jinja2.Environment().filters)
DOORS = set(ENV.filters) - BUILT_IN | {"string"}  # ours takes the place of a built-in one
LAYOUT = {"join", "indent"}
DEEPEST = 4

STATEMENTS = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Include,
    nodes.Import, nodes.FromImport, nodes.Macro,
)  # fmt: skip
EXPRESSIONS = (
    nodes.Name, nodes.Const, nodes.Getattr, nodes.Call, nodes.Filter, nodes.Tuple, nodes.Or,
    nodes.And, nodes.Not, nodes.Compare, nodes.Operand, nodes.Test, nodes.CondExpr,
)  # fmt: skip
MACRO_HOLDERS = {"say", "guide"}  # the phrases of a language, handed to the shared pages


def faults(source: str) -> list[str]:
    """What a template does and may not, each with its line."""
    tree = ENV.parse(source)
    macros = {macro.name for macro in tree.find_all(nodes.Macro)}
    for node in tree.find_all(nodes.FromImport):
        macros |= {name if isinstance(name, str) else name[1] for name in node.names}
    found = [fault for node, depth in _walk(tree, 0) for fault in _faults(node, depth, macros)]
    return sorted(set(found), key=lambda text: int(text.split(":")[0]))


def _walk(node: nodes.Node, depth: int) -> Iterator[tuple[nodes.Node, int]]:
    """Every node with the number of blocks around it."""
    for child in node.iter_child_nodes():
        child.lineno = child.lineno or node.lineno
    yield node, depth
    deeper = depth + isinstance(node, nodes.For | nodes.If)
    for name, value in node.iter_fields():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, nodes.Node):
                # `elif` and `else` stand beside their `if`.
                beside = isinstance(node, nodes.If) and name in ("elif_", "else_")
                is_elif = beside and isinstance(child, nodes.If)
                yield from _walk(child, depth if is_elif else deeper)


def _faults(node: nodes.Node, depth: int, macros: set[str]) -> Iterator[str]:
    kind = type(node).__name__
    if not isinstance(node, STATEMENTS + EXPRESSIONS):
        yield f"{node.lineno}: {kind} is not allowed"
    if isinstance(node, nodes.For | nodes.If) and depth >= DEEPEST:
        yield f"{node.lineno}: {kind} is the block number {depth + 1} inside others"
    if isinstance(node, nodes.Filter) and node.name not in DOORS | LAYOUT | {"length"}:
        yield f"{node.lineno}: the filter {node.name} is not allowed"
    if isinstance(node, nodes.Filter) and node.name == "length":
        yield f"{node.lineno}: length is a thought; the plan has it instead"
    if isinstance(node, nodes.Call) and not _is_macro(node.node, macros):
        yield f"{node.lineno}: a call of something that is no macro"
    if isinstance(node, nodes.Test) and node.name != "none":
        yield f"{node.lineno}: the test {node.name} is not allowed"
    if isinstance(node, nodes.Operand) and node.op not in ("eq", "ne"):
        yield f"{node.lineno}: the comparison {node.op} is not allowed"
    if isinstance(node, nodes.For) and (node.test or node.recursive):
        yield f"{node.lineno}: a loop with a condition is not allowed"


def _is_macro(node: nodes.Node, macros: set[str]) -> bool:
    if isinstance(node, nodes.Name):
        return node.name in macros
    return (
        isinstance(node, nodes.Getattr)
        and isinstance(node.node, nodes.Name)
        and node.node.name in MACRO_HOLDERS
    )


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_decides_nothing(name: str) -> None:
    assert faults((FOLDER / name).read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "{% set x = 1 %}",
        "{% set ns = namespace(n=0) %}",
        "{{ a + 1 }}",
        "{{ a ~ b }}",
        "{{ 'a' * 3 }}",
        "{{ a | upper }}",
        "{{ a | sort }}",
        "{{ a | replace('x', 'y') }}",
        "{{ a | default('x') }}",
        "{{ a | safe }}",
        "{{ a.strip() }}",
        "{{ a.items() }}",
        "{{ a[0] }}",
        "{{ a['b'] }}",
        "{% if a > 1 %}x{% endif %}",
        "{% if a | length > 1 %}x{% endif %}",
        "{% if a is defined %}x{% endif %}",
        "{% if a in b %}x{% endif %}",
        "{% for a in b if a %}x{% endfor %}",
        "{% for a in range(3) %}x{% endfor %}",
        "{% for a in [1, 2] %}x{% endfor %}",
        "{% block x %}{% endblock %}",
        "{% call m() %}{% endcall %}",
        "{% filter upper %}a{% endfilter %}",
        "{% with a = 1 %}{% endwith %}",
        "{{ undefined_macro(a) }}",
        "{% if a %}{% if a %}{% if a %}{% if a %}{% if a %}x" + "{% endif %}" * 5,
    ],
)
def test_the_check_sees_a_decision(source: str) -> None:
    assert faults(source)


@pytest.mark.parametrize(
    "source",
    [
        "{% for a in b %}{{ a.name | string }}{% if not loop.last %}, {% endif %}{% endfor %}",
        "{% for a, b in c %}{{ a }}{% else %}none{% endfor %}",
        "{% if a.kind == 'x' and not a.flag %}x{% elif a.kind != 'y' %}y{% else %}z{% endif %}",
        "{% if a is not none %}x{% endif %}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(x) }}",
        "{% from 'docs/_parts.j2' import usage %}{{ usage(a) }}{{ say.call(b, true) }}",
        "{{ a | join(', ') }}{{ a | indent(2, true) }}{{ (a or b) | comment(4) }}",
    ],
)
def test_the_check_leaves_layout(source: str) -> None:
    assert faults(source) == []


# --- names of languages ------------------------------------------------------------------

LANGUAGE_WORDS = re.compile(
    r"python|typescript|javascript|\bruby\b|\bgolang\b|kotlin|npm|pip\b", re.I
)


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name.startswith("docs/")])
def test_shared_pages_name_no_language(name: str) -> None:
    assert LANGUAGE_WORDS.findall((FOLDER / name).read_text("utf-8")) == []


@pytest.mark.parametrize("key", LANGUAGES)
def test_the_templates_of_a_language_include_no_other(key: str) -> None:
    others = {f'"{other}/' for other in LANGUAGES if other != key}
    for path in (FOLDER / key).rglob("*.j2"):
        assert not [other for other in others if other in path.read_text("utf-8")], path


def test_languages_say_the_same_phrases() -> None:
    signatures = {}
    for key in LANGUAGES:
        for file in ("phrases.j2", "guide.j2"):
            tree = ENV.parse((FOLDER / key / file).read_text("utf-8"))
            signatures[key, file] = {
                macro.name: [argument.name for argument in macro.args]
                for macro in tree.find_all(nodes.Macro)
            }
    for file in ("phrases.j2", "guide.j2"):
        first, *others = [signatures[key, file] for key in LANGUAGES]
        assert all(other == first for other in others)


# --- no raw text ---------------------------------------------------------------------------

# Fields of a plan that hold text of a document as it is: only a door lets them out.
RAW = {
    "description", "summary", "overview", "doc", "wire", "path", "url", "media_type",
    "operation_id", "http_method", "document_version", "title", "docs_url", "docs_description", "content_type",
    "discriminator_wire", "style",
}  # fmt: skip
# The path of a page and of a group's module are ours; a title of a page is made of names.
SAFE = {"page.title", "param.style", "part.style"}


def raw_outputs(source: str) -> list[str]:
    """Expressions that put text of a document on the page without a door."""
    found = []
    for output in ENV.parse(source).find_all(nodes.Output):
        for node in output.nodes:
            inner = node.node if isinstance(node, nodes.Getattr) else None
            if inner is not None and node.attr in RAW:
                shown = f"{getattr(inner, 'name', getattr(inner, 'attr', '?'))}.{node.attr}"
                if shown not in SAFE:
                    found.append(f"{node.lineno}: {shown}")
    return found


@pytest.mark.parametrize("name", TEMPLATES)
def test_text_of_a_document_passes_a_door(name: str) -> None:
    assert raw_outputs((FOLDER / name).read_text("utf-8")) == []


def test_the_check_sees_raw_text() -> None:
    assert raw_outputs("{{ model.doc }}") == ["1: model.doc"]
    assert raw_outputs("{{ model.doc | comment(0) }}") == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_short(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8").count("\n") <= 150
