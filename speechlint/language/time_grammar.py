"""The patterns time expressions are read by; readers of their groups are in time_readers."""

from __future__ import annotations

import re

DIGIT = "[0-9０-９]"
NO_DIGIT_BEFORE = "(?<![0-9０-９.．第])"
CHINESE_DIGIT = "[〇○零Ｏ一二三四五六七八九]"
YEAR_NUMBER = f"(?:(?<![0-9０-９])[12１２]{DIGIT}{{3}}|(?<!{CHINESE_DIGIT})[一二]{CHINESE_DIGIT}{{3}})"
# 2000年来, 2020年级 and 二〇〇〇年代 name no single year.
YEAR = rf"(?P<year>{YEAR_NUMBER})[ 　]?年(?:度)?(?!级|代|龄|多)"
RELATIVE = (
    "(?P<relative>今年|本年度|本年(?!度)|去年|上年度|上年|(?<!以)前年|(?:(?<![聪文光鲜透])明年)|来年|后年"
    "|上一年度?|下一?年度)"
)
OPTIONAL_YEAR = rf"(?:(?:{YEAR}|{RELATIVE})的?[ 　]?)?"
ONE_TO_NINE = "[一二三四五六七八九]"
MONTH_NUMBER = f"(?:1[0-2]|0?[1-9]|１[０-２]|０?[１-９]|十[一二]|(?<!{ONE_TO_NINE})十|(?<!十){ONE_TO_NINE})"
DAY_NUMBER = f"(?:3[01]|[12][0-9]|0?[1-9]|３[０１]|[１２][０-９]|[１-９]|三十一?|[廿二]?十{ONE_TO_NINE}?|{ONE_TO_NINE})"
DASH = "(?:—{1,2}|-{1,2}|–|－|―{1,2}|～|~|至|到)"
# 农历八月十五 is no day of August; 九个月 is a length; 正月 and 腊月 are lunar.
NOT_LUNAR = "(?<!农历)(?<!阴历)(?<!旧历)(?<!夏历)"
MONTH = rf"{NO_DIGIT_BEFORE}{NOT_LUNAR}(?P<month>{MONTH_NUMBER})月"
QUARTER_NUMBER = "[一二三四两1-4１-４]"

NUMERALS = "0-9０-９〇○零Ｏ一二三四五六七八九十"
DASHES = "—\\-–－―～~至到"

GRAMMAR: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "date",
            rf"{OPTIONAL_YEAR}{MONTH}(?P<day>{DAY_NUMBER})(?:[日号]|(?={DASH}{DAY_NUMBER}[日号]))"
            rf"(?:{DASH}(?:(?P<last_month>{MONTH_NUMBER})月)?(?P<last_day>{DAY_NUMBER})[日号])?",
        ),
        (
            "iso",
            r"(?<![0-9./-])(?P<year>[12][0-9]{3})([-./])(?P<month>1[0-2]|0?[1-9])\2(?P<day>3[01]|[12][0-9]|0?[1-9])"
            r"(?![0-9./-])",
        ),
        (
            "months",
            rf"{OPTIONAL_YEAR}{NO_DIGIT_BEFORE}(?P<month>{MONTH_NUMBER})(?:月份?)?{DASH}(?P<last_month>{MONTH_NUMBER})月份?"
            rf"(?![0-9０-９一二三四五六七八九十])",
        ),
        (
            "front_months",
            rf"{OPTIONAL_YEAR}(?<![以之])前(?P<last_month>1[01]|[2-9]|十一?|[二两三四五六七八九])个月",
        ),
        (
            "month",
            rf"{OPTIONAL_YEAR}(?<!不足)(?<!不到)(?<!仅)(?<!近)(?<!约){MONTH}(?!时间|有余|余)份?(?P<part>上旬|中旬|下旬|底|末|初)?(?![0-9０-９一二三四五六七八九十廿])",
        ),
        (
            "quarter",
            rf"{OPTIONAL_YEAR}(?:(?P<front>前)|第)?(?:(?P<quarter>{QUARTER_NUMBER})[、和])?"
            rf"(?P<last_quarter>{QUARTER_NUMBER})个?季度(?P<edge>末|底|初)?",
        ),
        ("half", rf"{OPTIONAL_YEAR}(?P<half>[上下])半年"),
        ("year", rf"(?:{YEAR}|{RELATIVE})(?:的?年?(?P<edge>[底末初中])(?!期|华|国|央|心|学|等|小|药|考|共|医))?"),
        (
            "years",
            rf"(?P<year>{YEAR_NUMBER})年?{DASH}(?P<last_year>{YEAR_NUMBER})年",
        ),
        (
            "plan",
            '[“"‘「]?(?P<ordinal>(?<![一二三四五六七八九十])(?:十[一二三四五六七八九]?|[六七八九]))五[”"’」]?'
            '(?:(?P<law>普法)[”"’」]?|规划|计划|时期|期间|(?=开局|收官|末|第一年)|(?<=[“"].五[”"])|(?<=[“"]..五[”"]))'
            "(?:的|实施的|实施)?(?P<edge>开局|收官)?(?:之年)?",
        ),
        (
            "festival",
            f"(?:(?:{YEAR}|{RELATIVE})的?)?"
            '(?P<festival>元旦|春节|元宵|清明(?=节|假|期间|前后|小长假)|端午|七夕|中秋|重阳|国庆(?=节|假|期间|前后|长假|、|黄金周|等|[”"]?、?中秋)'
            "|五一(?=劳动节|假|节|小长假)|教师节|建军节|建党节|劳动节|儿童节|青年节|除夕)",
        ),
        ("edge", "(?:(?<=[到至距离在])年底|年底(?=[以之]?前(?!景|列|茅|沿)))"),
        ("rest", "今年(?:的)?(?:最)?后(?P<count>1[01]|[1-9]|[一二两三四五六七八九]|十一?)个月"),
    )
)

# Forms told with a month, with a year alone; the others begin with, or hold, words of their own.
OF_MONTHS, OF_YEARS = frozenset({"date", "months", "month"}), frozenset({"year", "years", "iso"})
