"""Chinese type sizes: a size in points has a name (三号, 小四)."""

from __future__ import annotations

NAMES = {
    42.0: "初号",
    36.0: "小初",
    26.0: "1号",
    24.0: "小一",
    22.0: "2号",
    18.0: "小二",
    16.0: "3号",
    15.0: "小三",
    14.0: "4号",
    12.0: "小四",
    10.5: "5号",
    9.0: "小五",
    7.5: "6号",
    6.5: "小六",
    5.5: "7号",
    5.0: "8号",
}


def look_name(font: str, points: float) -> str:
    """A font and a size in one word: 宋体小四, Calibri 5号."""
    return f"{font}{' ' if font.isascii() else ''}{size_name(points)}"


def size_name(points: float) -> str:
    """The size's name, or its points where it has none."""
    return NAMES.get(points) or f"{points:g}磅"
