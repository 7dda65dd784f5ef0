"""What a finding is known by when lines move: its rule, its words and the words around it, never its line."""

from __future__ import annotations

import hashlib

from speechlint.model import Document, Finding

NEARBY = 12


def fingerprint(document: Document, finding: Finding) -> str:
    """16 hexadecimal digits; equal for the same fault in the same sentence wherever that stands."""
    block = document.block_at(finding.span.start).span
    before = document.text[max(block.start, finding.span.start - NEARBY) : finding.span.start]
    after = document.text[finding.span.end : min(block.end, finding.span.end + NEARBY)]
    parts = (finding.rule, before, document.text_of(finding.span), after)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
