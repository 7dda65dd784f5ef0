"""Findings written down: each report takes outcomes and yields text, and decides nothing."""
