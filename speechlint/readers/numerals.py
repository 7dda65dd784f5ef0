"""How Word writes an automatic number: the formats of w:numFmt (ECMA-376 part 1, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable

Writer = Callable[[int], str]

PLAIN = "零一二三四五六七八九"
LEGAL = "零壹贰叁肆伍陆柒捌玖"
LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
IDEOGRAPHS_IN_CIRCLES = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def counted(value: int, digits: str = PLAIN, units: str = "十百千", short_ten: bool = True) -> str:
    """Chinese counting, 11 → 十一, 105 → 一百零五, 1 to 9999; digit by digit beyond that."""
    if not 0 < value < 10_000:
        return positional(value, digits)
    written = ""
    for place in range(3, -1, -1):
        digit = value // 10**place % 10
        if digit:
            written += digits[digit] + (units[place - 1] if place else "")
        elif written and not written.endswith(digits[0]) and value % 10**place:
            written += digits[0]
    return written[1:] if short_ten and 10 <= value < 20 else written


def positional(value: int, digits: str = "〇一二三四五六七八九") -> str:
    return "".join(digits[int(digit)] for digit in str(max(value, 0)))


def counted_to_99(value: int) -> str:
    return counted(value) if 0 < value < 100 else positional(value, "○一二三四五六七八九")


def legal(value: int) -> str:
    return counted(value, LEGAL, "拾佰仟", short_ten=False)


def legal_traditional(value: int) -> str:
    return counted(value, LEGAL_TRADITIONAL, "拾佰仟", short_ten=False)


def cycle(signs: str) -> Writer:
    """One sign each, from the start again after the last."""
    return lambda value: signs[(value - 1) % len(signs)] if value > 0 else str(value)


def enclosed(*runs: tuple[int, int, int]) -> Writer:
    """Signs in runs of (first value, last value, code point of the first); plain digits outside them."""

    def write(value: int) -> str:
        for first, last, code in runs:
            if first <= value <= last:
                return chr(code + value - first)
        return str(value)

    return write


def letters(value: int) -> str:
    """a … z, then aa, bb …: Word repeats the letter."""
    return chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 40) if value > 0 else str(value)


def roman(value: int) -> str:
    if not 0 < value < 32_768:
        return str(value)
    written = ""
    for worth, sign in ROMAN:
        times, value = divmod(value, worth)
        written += sign * times
    return written


def full_width(value: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(value))


def ordinal(value: int) -> str:
    ending = "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


CIRCLED = enclosed((0, 0, 0x24EA), (1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))

FORMATS: dict[str, Writer] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda value: f"{value:02d}",
    "decimalFullWidth": full_width,
    "decimalFullWidth2": full_width,
    "decimalEnclosedCircle": CIRCLED,
    "decimalEnclosedCircleChinese": CIRCLED,
    "decimalEnclosedParen": enclosed((1, 20, 0x2474)),
    "decimalEnclosedFullstop": enclosed((1, 20, 0x2488)),
    "numberInDash": lambda value: f"- {value} -",
    "ordinal": ordinal,
    "hex": lambda value: f"{value:X}",
    "lowerLetter": letters,
    "upperLetter": lambda value: letters(value).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda value: roman(value).upper(),
    "chineseCounting": counted_to_99,
    "chineseCountingThousand": counted,
    "taiwaneseCounting": counted_to_99,
    "taiwaneseCountingThousand": counted,
    "japaneseCounting": counted,
    "koreanCounting": counted,
    "ideographDigital": positional,
    "japaneseDigitalTenThousand": positional,
    "taiwaneseDigital": positional,
    "koreanDigital2": positional,
    "chineseLegalSimplified": legal,
    "ideographLegalTraditional": legal_traditional,
    "japaneseLegal": legal_traditional,
    "ideographTraditional": cycle(STEMS),
    "ideographZodiac": cycle(BRANCHES),
    "ideographZodiacTraditional": lambda value: cycle(STEMS)(value) + cycle(BRANCHES)(value),
    "ideographEnclosedCircle": lambda value: IDEOGRAPHS_IN_CIRCLES[value - 1] if 0 < value < 11 else str(value),
}


def write(value: int, number_format: str) -> str:
    """A value as the format shows it; one that is unknown counts 1, 2, 3."""
    return FORMATS.get(number_format, str)(value)


def write_custom(value: int, pattern: str) -> str:
    """The format "custom" of Word 2010 and later, given as "001, 002, …": leading zeros."""
    return f"{value:0{min(len(pattern.partition(',')[0].strip()), 9)}d}"
