"""From where on drafts are told to be alike."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """From which likeness on two drafts are copies or of one template, and how many may share a sentence."""

    similarity: float = 0.7
    template: float = 0.8
    shared: int = 3
