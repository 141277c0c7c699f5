"""Text that has broken generators before, and strategies that find more of it."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = (
    '"', '"""', "'", "'''", "\\", '\\"', "`", "```", "~~~", "*/", "/*", "*", "/", "//", "#", "${x}",
    "{x}", "{{ x }}", "{% x %}", "\n", "\r", "\r\n", "\t", " ", "\n\n", "\n    ", "\0", "\x0b",
    "\x0c", "\x1b[31m", "\x7f", "\x85", "\xa0", "\u200b", "\u202e", "\u2028", "\u2029", "\ufeff",
    "\ud800", "|", "\\|", "<", ">", "<b>", "</script>", "<!--", "-->", "--", "<script>alert(1)",
    "&", "&lt;", "&#106;", "[a](", "javascript:alert(1)", "](javascript:x)", "]: javascript:x",
    "<javascript:x>", "<https://x>", "https://x", ")", "]", "![", "- ", "1. ", "> ", "# ", "***",
    "===", "%", "$", "\N{SNOWMAN}", "é", "\U0001f600", "a", "b", "0", "__proto__", "end",
)  # fmt: skip

hostile_text = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=12).map(
    "".join
)
any_text = st.one_of(hostile_text, st.text(st.characters(), max_size=20))
