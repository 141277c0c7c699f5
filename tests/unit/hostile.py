"""Text that has broken generators before, and strategies that find more of it."""

from __future__ import annotations

import random

from hypothesis import strategies as st

PIECES = (
    '"', '"""', "'", "'''", "\\", '\\"', "`", "```", "~~~", "*/", "/*", "*", "/", "//", "#", "${x}",
    "{x}", "{{ x }}", "{% x %}", "\n", "\r", "\r\n", "\t", " ", "\n\n", "\n    ", "\0", "\x0b",
    "\x0c", "\x1b[31m", "\x7f", "\x85", "\xa0", "\u200b", "\u202e", "\u2028", "\u2029", "\ufeff",
    "\ud800", "|", "\\|", "<", ">", "<b>", "</script>", "<!--", "-->", "--", "<script>alert(1)",
    "&", "&lt;", "&#106;", "[a](", "javascript:alert(1)", "](javascript:x)", "]: javascript:x",
    "](&#106;avascript:x)", "](\njavascript:x)", "&colon;", "<javascript:x>", "<https://x>", "https://x", ")", "]", "![", "- ", "1. ", "> ", "# ", "***",
    "===", "%", "$", "@ts-ignore", "@ts-expect-error", "U+0000", "\\u0041", "\\N{DASH}", "&quot;",
    "\u00ad", "\u061c", "\u180e", "\u2066", "\U000e0041", "\N{SNOWMAN}", "é", "\U0001f600", "a", "b", "0", "__proto__", "end",
)  # fmt: skip

hostile_text = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=12).map(
    "".join
)
any_text = st.one_of(hostile_text, st.text(st.characters(), max_size=20))

# Where the code points are that mean something to a reader of text, or to nobody.
RANGES = (
    (0x0000, 0x0180), (0x0300, 0x0310), (0x0600, 0x0620), (0x115F, 0x1161), (0x1680, 0x1681),
    (0x17B4, 0x17B6), (0x180B, 0x1810), (0x2000, 0x2070), (0x3000, 0x3001), (0x3164, 0x3165),
    (0xD800, 0xD810), (0xDBF0, 0xDC10), (0xDFF0, 0xE010), (0xFE00, 0xFE10), (0xFEFF, 0xFF00),
    (0xFF5C, 0xFF5D), (0xFFA0, 0xFFA1), (0xFFF0, 0x10010), (0x1BCA0, 0x1BCA4),
    (0x1D173, 0x1D17B), (0xE0000, 0xE0080), (0xE0100, 0xE0104), (0x10FFF0, 0x110000),
)  # fmt: skip


def _listed() -> list[str]:
    """Ten thousand strings, the same at each run.

    Each piece, each pair of short ones, each code point alone and between letters, then what a
    seeded generator joins from all of them.
    """
    points = [chr(code) for first, end in RANGES for code in range(first, end)]
    short = [piece for piece in PIECES if len(piece) < 4]
    found = ["", *PIECES, *(a + b for a in short for b in short)]
    found += [text for char in points for text in (char, f"a{char}b")]
    listed, chance = list(dict.fromkeys(found)), random.Random(3)
    while len(listed) < 10_000:
        listed.append("".join(chance.choices((*PIECES, *points), k=chance.randint(3, 20))))
    return listed[:10_000]


TEN_THOUSAND = _listed()
