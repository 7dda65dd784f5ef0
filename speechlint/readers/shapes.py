"""What a drawn shape is, by the name Word or WPS gave it."""

from __future__ import annotations

from speechlint.readers.xml import Element, name

PARAGRAPH = name("w:p")
DRAWINGS, DRAWING_NAME = (name("wp:anchor"), name("wp:inline")), name("wp:docPr")
WATERMARK_NAMES = ("watermark", "水印")


def is_watermark(element: Element) -> bool:
    """Whether a shape around a drawn string or text box bears a watermark's name (Word, WPS: PowerPlusWaterMark…)."""
    for shape in element.iterancestors():
        if shape.tag == PARAGRAPH:
            return False
        names = [shape.get("id", "")]
        if shape.tag in DRAWINGS:
            names += [child.get("name", "") for child in shape.iterchildren(DRAWING_NAME)]
        if any(word in text.lower() for word in WATERMARK_NAMES for text in names):
            return True
    return False
