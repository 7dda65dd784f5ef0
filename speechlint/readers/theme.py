"""Fonts that a theme stands for: minorEastAsia becomes 等线 or 宋体 by the file's East Asian language."""

from __future__ import annotations

from speechlint.readers.xml import Element, child, name

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MAJOR, MINOR = f"{DRAWING}majorFont", f"{DRAWING}minorFont"
LATIN, EAST_ASIAN, BY_SCRIPT = f"{DRAWING}latin", f"{DRAWING}ea", f"{DRAWING}font"
LANGUAGE, EAST_ASIAN_LANGUAGE = name("w:themeFontLang"), name("w:eastAsia")
SCRIPTS = {
    "zh-CN": "Hans",
    "zh-SG": "Hans",
    "zh-TW": "Hant",
    "zh-HK": "Hant",
    "zh-MO": "Hant",
    "ja": "Jpan",
    "ko": "Hang",
}
USUAL_SCRIPT = "Hans"


class ThemeFonts:
    """The fonts of one theme; a file without one has none."""

    def __init__(self, theme: Element | None, settings: Element | None) -> None:
        self._major = None if theme is None else next(theme.iter(MAJOR), None)
        self._minor = None if theme is None else next(theme.iter(MINOR), None)
        said = child(settings, LANGUAGE)
        language = "" if said is None else said.get(EAST_ASIAN_LANGUAGE, "")
        self._script = SCRIPTS.get(language) or SCRIPTS.get(language.partition("-")[0]) or USUAL_SCRIPT

    def font(self, theme: str | None) -> str:
        """The font's name for "minorEastAsia", "majorHAnsi" and their like; nothing where the theme is silent."""
        fonts = self._major if (theme or "").startswith("major") else self._minor
        if not theme or fonts is None:
            return ""
        if not theme.endswith("EastAsia"):
            return typeface(child(fonts, LATIN))
        by_script = {item.get("script"): item for item in fonts.iterchildren(BY_SCRIPT)}
        return typeface(child(fonts, EAST_ASIAN)) or typeface(by_script.get(self._script))


def typeface(element: Element | None) -> str:
    return "" if element is None else element.get("typeface", "")
