"""Edits and comments in a Word file: runs cut at exact characters, other members untouched."""
