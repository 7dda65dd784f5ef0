"""House rules of an example office."""

from pathlib import Path

RULES = Path(__file__).parent / "rules"
