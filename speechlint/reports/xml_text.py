"""Text put into XML: escaped, and without the characters that XML 1.0 cannot hold."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(value: object) -> str:
    return escape(FORBIDDEN.sub("\ufffd", str(value)))


def attributes(**values: object) -> str:
    return " ".join(f"{name}={quoteattr(FORBIDDEN.sub(chr(0xFFFD), str(value)))}" for name, value in values.items())
