"""Edits written back into the file they came from: one writer a format."""
