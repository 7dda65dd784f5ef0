"""What no reader of text asks for, taken out of a part's bytes before they are parsed.

Fonts, sizes, colours, indents, tab stops and borders are half of an ordinary part and two thirds of its elements, and
without them most runs are like their neighbours: a tree of what is left is built and walked in a third of the time.
Only what is plainly written goes, so that what is left is well formed where the whole is and reads the same. Writers
want the whole.
"""

from __future__ import annotations

import re
from collections.abc import Set

STYLE, TABLE_STYLE, STYLE_END = b"<w:style ", b'w:type="table"', b"</w:style>"
LATENT_STYLES, LATENT_STYLES_END = b"<w:latentStyles ", b"</w:latentStyles>"
# Elements that say nothing of text in the properties of a run, paragraph or cell.
LOOKS = (
    "adjustRightInd|autoSpaceDE|autoSpaceDN|b|bCs|bdr|bidi|bottom|caps|cnfStyle|color|contextualSpacing|cs|dstrike|em"
    "|emboss|framePr|gridSpan|highlight|i|iCs|imprint|ind|insideH|insideV|jc|keepLines|keepNext|kern|kinsoku|lang|left"
    "|noProof|noWrap|outline|overflowPunct|pageBreakBefore|position|rFonts|right|rtl|shadow|shd|smallCaps|snapToGrid"
    "|spacing|strike|suppressAutoHyphens|suppressLineNumbers|sz|szCs|tcW|textAlignment|textDirection|top|topLinePunct"
    "|u|vAlign|vMerge|vertAlign|w|webHidden|widowControl|wordWrap"
)
# Runs before paragraphs, whose properties hold those of the mark at their end; a w:tab in a run is text.
IN_RUN = frozenset(LOOKS.split("|"))
UNREAD = {"rPr": IN_RUN, "pPr": IN_RUN | {"tab"}, "tcPr": IN_RUN}
# No name twice, none of another namespace, no character that has to be escaped: nothing that a parser would refuse.
ATTRIBUTES = r'(?: w:(?P<name>[A-Za-z]{1,32})="[\w .,:;+#%()-]{0,99}"(?![^<>]* w:(?P=name)=)){0,16}'
# Text may not follow, or it would join what is before.
SIMPLE = re.compile(rf"<w:(\w+){ATTRIBUTES}/>(?=<|\Z)")
EMPTY = re.compile(r"<w:(tabs|pBdr|tcBorders|tcMar)></w:\1>(?=<|\Z)")
SEAM = b"</w:t></w:r><w:r><w:t>"
# A w:t that may be shown shorter than it is written, for blanks at its ends, or that holds more than text.
UNJOINABLE = re.compile(
    rb"<w:t(?:>(?:[ \t\r\n&]|[^<]*+(?:(?<=[ \t\r\n;])<|<(?!/w:t>)))"
    rb'|\s(?:(?!xml:space="preserve">)|[^<]*+<(?!/w:t>)))'
)
# Joined, a longer part might hold a text too long for libxml2.
LONGEST = 10_000_000


def without_looks(data: bytes) -> bytes:
    """A part of text less the looks of its runs, paragraphs and table cells, and runs then alike made one."""
    if len(data) > LONGEST or b"<![CDATA[" in data:
        return data
    for name, unread in UNREAD.items():
        data = shortened(data, f"<w:{name}>".encode(), f"</w:{name}>".encode(), unread)
    return joined(data)


def shortened(data: bytes, begin: bytes, end: bytes, unread: Set[str]) -> bytes:
    """A part less what is `unread` between two tags, and less these as well where nothing is left between them.

    Neither may text follow, nor the like tags, which would become the first of their kind.
    """
    if end + begin[:-1] in data:
        return data
    head, *rest = data.split(begin)
    known: dict[bytes, bytes] = {}
    pieces = [head]
    for piece in rest:
        properties, ended, after = piece.partition(end + b"<")
        if not ended:
            pieces += (begin, piece)
            continue
        if properties not in known:
            left = properties if end in properties else less(properties, unread)
            known[properties] = begin + left + ended if left else b"<"
        pieces += (known[properties], after)
    return b"".join(pieces)


def less(properties: bytes, unread: Set[str]) -> bytes:
    try:
        text = properties.decode()
    except UnicodeDecodeError:
        return properties
    left = SIMPLE.sub(lambda found: "" if found[1] in unread else found[0], text)
    return EMPTY.sub("", left).encode()


def joined(data: bytes) -> bytes:
    """A part with neighbouring runs of text made one, if no properties are left in it that set one run apart."""
    return data if b"rPr" in data or UNJOINABLE.search(data) else data.replace(SEAM, b"")


def without_unused_styles(data: bytes) -> bytes:
    """A part of styles less those of tables and the names of those never used, as far as they are plainly written.

    They say nothing of text, and where a program writes all that Word has they are nine tenths of the part.
    """
    head, *styles = data.split(STYLE)
    before, _, latent = head.partition(LATENT_STYLES)
    _, ended, after = latent.partition(LATENT_STYLES_END)
    return (before + after if ended else head) + b"".join(
        style[end + len(STYLE_END) :] if end >= 0 and style.startswith(TABLE_STYLE) else STYLE + style
        for style in styles
        for end in (style.rfind(STYLE_END),)
    )
