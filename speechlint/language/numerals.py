"""Numbers as drafts write them: 12, １２, 十二, 廿, 二〇二二, and for ordinals ①–㊿ and Ⅰ–Ⅻ."""

from __future__ import annotations

import unicodedata
from sys import maxsize

DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")}
DIGITS |= {"零": 0, "○": 0, "Ｏ": 0, "两": 2}
SMALL_UNITS = {"十": 10, "百": 100, "千": 1000}
LARGE_UNITS = {"万": 10**4, "亿": 10**8}
TWENTIES = {"廿": "二十", "卅": "三十"}
CHINESE = "".join((*DIGITS, *SMALL_UNITS, *TWENTIES))
CIRCLED = "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0))))
ROMAN = "".join(map(chr, range(0x2160, 0x216C)))


def number(text: str) -> int | None:
    """The whole number a numeral stands for, or None when it is not one.

    Reads Arabic digits of either width (str.isdecimal), place-value numerals (二百一十三) and digit rows (二〇二二).
    """
    if text in WRITTEN_OUT:
        return WRITTEN_OUT[text]
    if text.isdecimal():
        return int(text)
    for short, full in TWENTIES.items():
        text = text.replace(short, full)
    if text and all(character in DIGITS for character in text):
        return int("".join(str(DIGITS[character]) for character in text))
    return place_value(text)


def place_value(text: str) -> int | None:
    """二百一十三 → 213; None where units do not fall (三百五千) or a character is no numeral."""
    total = section = digit = 0
    last_small = last_large = maxsize
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in SMALL_UNITS and SMALL_UNITS[character] < last_small:
            last_small = SMALL_UNITS[character]
            section += (digit or 1) * last_small
            digit = 0
        elif character in LARGE_UNITS and LARGE_UNITS[character] < last_large:
            last_small, last_large = maxsize, LARGE_UNITS[character]
            total += (section + digit) * last_large
            section = digit = 0
        else:
            return None
    return total + section + digit if text else None


def ordinal_number(text: str) -> int | None:
    """The value of an ordinal's numeral: what `number` reads, and ㉓, Ⅳ."""
    if len(text) == 1 and text in CIRCLED + ROMAN:
        return int(unicodedata.numeric(text))
    return number(text)


def to_chinese(value: int) -> str:
    """1–99 written out: 一, 十, 十一, 二十三."""
    tens, ones = divmod(value, 10)
    digits = "〇一二三四五六七八九"
    return ("" if tens == 0 else "十" if tens == 1 else digits[tens] + "十") + (digits[ones] if ones else "")


# The numbers met most often.
WRITTEN_OUT = {to_chinese(value): value for value in range(1, 100)}
