"""w:sym: a character by its code in a named font; symbol fonts put theirs in the private use area (F000–F0FF)."""

from __future__ import annotations

from speechlint.readers.xml import Element, name

CHAR, FONT = name("w:char"), name("w:font")
UNKNOWN = "•"
GREEK = dict(zip("abgdezhqiklmnxoprstufcywDGQLXPSFYW", "αβγδεζηθικλμνξοπρστυφχψωΔΓΘΛΞΠΣΦΨΩ", strict=True))
# Published glyph tables of the fonts; only signs met in office documents.
TABLES: dict[str, dict[int, str]] = {
    "symbol": {
        **{ord(latin): greek for latin, greek in GREEK.items()},
        0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB7: "•", 0xD7: "·",
    },
    "wingdings": {
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0x76: "◆", 0x77: "◆", 0xA1: "○", 0xA7: "▪",
        0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xE8: "→", 0xF0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
        **{0x80 + value: chr(0x24EA if value == 0 else 0x245F + value) for value in range(11)},
        **{0x8B + value: chr(0x24FF if value == 0 else 0x2775 + value) for value in range(11)},
    },
    "wingdings 2": {
        0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA2: "■", 0xA3: "□",
        **{0x6A + value - 1: chr(0x245F + value) for value in range(1, 11)},
    },
}  # fmt: skip


def symbol(element: Element) -> str:
    """The one character a w:sym shows, a bullet when its font's table does not tell, "" when it names none."""
    try:
        code = int(element.get(CHAR, ""), 16)
    except ValueError:
        return ""
    if 0xF000 <= code <= 0xF0FF:
        return TABLES.get((element.get(FONT) or "").lower(), {}).get(code - 0xF000, UNKNOWN)
    if code < 0x20 or 0xD800 <= code <= 0xF8FF or code > 0x10FFFF or code & 0xFFFE == 0xFFFE:
        return UNKNOWN
    return chr(code)
