"""Enumerations: members a sentence names before a count (A、B、C三大工程) or after it (“四个紧盯”，即紧盯A、…)."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from speechlint.language.answers import Answer, ListAnswers
from speechlint.language.claims import CLAUSE, Claim, claims
from speechlint.language.looking_back import looking_back
from speechlint.language.numerals import CHINESE
from speechlint.language.series import Series
from speechlint.model import Document, Span

OPEN, CLOSE = "“‘《（(", "”’》）)"
# What links the last member to the count: “等”, “这”, “共”, an opening quote.
LINK = re.compile(r"(?P<etc>等)?(?:这|共|共计|(?P<of>的)|以上)?[“‘]?$")
# No two members are told apart without.
SEVERAL = re.compile("[、和与及暨同]|[”’》][“‘《]")
# A count that is a member itself: 育苗、冬枣和四大怀药.
AS_MEMBER = re.compile("[、和与及暨]")
# Each member has a count of its own: 小区41个、街巷83条、市场5个.
OWN_COUNT = re.compile(rf"[{CHINESE}百千万亿\d][余多]?[个条项家座处栋台辆套户人名件所亩场次期份块盏口只头吨里米]$")
CLOSING = re.compile(f"[{CLOSE}]")
JOINED = re.compile("和|与|以及|(?<!以)及|暨|同")
ETC = re.compile(r"等(?:[^、，,]{0,8})$")
# What opens an enumeration after its count: “即”, a colon, a bracket.
NAMELY = re.compile(
    r"[”’][^，。；：！？、,;:!?\n（(“]{0,6}[，,]?(?:即|也就是|就是|分别是|具体是|主要是)[：:，,]?"
    r"|[”’]?[：:（(]|[”’]?——(?:即)?|[”’][，,]"
)
THAT_IS = re.compile(r"[，,]?即[：:，,]?|[，,]分别是[：:，,]?")
STOP = re.compile(r"[。！？!?）)\n]")
CLAUSE_OR_STOP = re.compile(f"{CLAUSE.pattern}|{STOP.pattern}")
SLOGAN = re.compile(r"[“‘][一二两三四五六七八九十]")
# A verb right before the count takes it as its object: 有底气、有能力完成五项任务.
DOING = re.compile(
    r"(?:完成|做好|抓好|抓住|推进|推动|实施|开展|落实|打好|打赢|办好|办成|围绕|聚焦|实现|提出|取得|做到|建设|建成|制定|制订|出台|谋划|引进"
    r"|增强|坚定|彰显|谱写|违反|创造|建立|形成|加强|强化|深化|抓|办|建|有|为|是|了|出|成|着|到|在|于|从|把|将|对)$"
)
BEFORE_MEMBER = "、，,；;：:（(“和及与即是"
QUOTED = re.compile("[“‘《（(][^”’》）)]*[”’》）)]")
LONGEST, LONGEST_SENTENCE = 24, 600
# A count further off than this speaks of something else.
NEARLY = 2
# So far before its clause a list in quotes may begin.
FARTHEST = 200


def answers(document: Document, lists: Sequence[Series], listed: Container[int]) -> list[Answer]:
    """The answer of every claim that has one, in reading order; one slip is told once.

    `listed` are the blocks of the contents.
    """
    forward = tuple(looking_forward(document, lists, listed))
    told = {answer.series for answer in forward if not answer.holds}
    back = [a for a in looking_back(document, lists, forward) if a.holds or a.series not in told]
    return sorted((*forward, *back), key=lambda answer: answer.claim.span.start)


def looking_forward(document: Document, lists: Sequence[Series], listed: Container[int]) -> Iterator[Answer]:
    """Yield the answer of every claim about what comes: members it names itself, else a list.

    A list that takes up the members a claim names, and leaves one out, answers it as well.
    """
    by_list = ListAnswers(document, lists, listed)
    told: set[Series] = set()
    for claim in claims(document):
        named = enumerated(document, claim)
        answer = by_list.taking_up(claim, named.members) if named else by_list.to(claim)
        if named:
            yield named
        if answer is None or answer.series is None:
            continue
        # One slip is told once: at the first claim, and by the sentence itself before the list.
        if named is None or not (answer.holds or not named.holds or answer.series in told):
            yield answer
            if not answer.holds:
                told.add(answer.series)


def enumerated(document: Document, claim: Claim) -> Answer | None:
    """The members a sentence names for its own count, None when it names none that can be told apart."""
    text = document.text
    return named_before(text, claim) or named_after(text, claim) or explained(text, claim)


def explained(text: str, claim: Claim) -> Answer | None:
    """Members after “即” that all begin alike (五项检查，即查电、查气、查火)."""
    opening = None if claim.quoted else THAT_IS.match(text, claim.span.end)
    if opening is None:
        return None
    stop = CLAUSE_OR_STOP.search(text, opening.end())
    # A member holds no clause of its own.
    if stop and not STOP.match(text, stop.start()):
        return None
    listed = Span(opening.end(), stop.start() if stop else len(text))
    members = tuple(pieces(text, listed, "、"))
    alike = len({text[member.start] for member in members}) == 1 and not ETC.search(text, listed.start, listed.end)
    plain = all(len(member) < LONGEST for member in members)
    return Answer(claim, members, frozenset({len(members)})) if len(members) > 2 and alike and plain else None


def named_before(text: str, claim: Claim) -> Answer | None:
    """Members separated by “、”, or quoted side by side, right before the count."""
    start = start_of_list(text, claim)
    link = LINK.search(text, start, claim.span.start) if SEVERAL.search(text, start, claim.span.start) else None
    if link is None:
        return None
    members = tuple(pieces(text, inside_quotes(text, Span(start, link.start())), "、"))
    joints = sum(len(JOINED.findall(unquoted(text[m.start : m.end]))) for m in members)
    counts = frozenset(range(len(members), len(members) + joints + 1))
    if members and DOING.search(text, members[-1].start, members[-1].end):
        return None
    if claim.count in counts:
        return Answer(claim, trimmed(split_joined(text, members, claim.count)), counts)
    # “A、B等五项”, “A、B等培训共五期” may name only some of the five.
    etc = bool(link["etc"]) or (len(members) > 1 and bool(ETC.search(text, members[-1].start, members[-1].end)))
    partial = etc and claim.count > max(counts)
    if partial or miscounted(text, members, claim) or not parallel(text, members, claim):
        return None
    # In 来自省农科院、市农技站的五个小组 the count is of something else.
    of_others = link["of"] and not all(text[member.end - 1] in CLOSE for member in members)
    return None if of_others else Answer(claim, members, counts)


def miscounted(text: str, members: tuple[Span, ...], claim: Claim) -> bool:
    """Whether a count is one of its members, each has its own, or words before the others make them too many.

    部署、指挥抢险、转移、安置三场硬仗 names three, and so does 镇党委、镇政府狠抓供水、供电、供气三件事.
    """
    if AS_MEMBER.fullmatch(text, claim.span.start - 1, claim.span.start):
        return True
    if any(OWN_COUNT.search(text, member.start, member.end) for member in members[:-1]):
        return True
    extra = len(members) - claim.count
    if extra <= 0:
        return False
    usual = sorted(map(len, members[extra + 1 :]))[(claim.count - 1) // 2]
    return len(members[extra]) >= 2 * usual


def split_joined(text: str, members: tuple[Span, ...], count: int) -> tuple[Span, ...]:
    """Part members at “和” from the last one backwards until there are as many as the draft says."""
    parts = list(members)
    for index, member in reversed([*enumerate(parts)]):
        while len(parts) < count and (joint := joint_of(text, member)):
            parts[index : index + 1] = [Span(member.start, joint.start), Span(joint.end, member.end)]
            member = parts[index]
    return tuple(parts)


def joint_of(text: str, member: Span) -> Span | None:
    """The last “和” of a member outside quotes and brackets."""
    depth = 0
    for at in range(member.end - 1, member.start, -1):
        depth += (text[at] in CLOSE) - (text[at] in OPEN)
        found = JOINED.match(text, at) if depth == 0 else None
        if found and found.end() < member.end:
            return Span(*found.span())
    return None


def trimmed(members: tuple[Span, ...]) -> tuple[Span, ...]:
    """The members, the first without the words before it, as far as its brothers' usual length tells."""
    usual = sorted(map(len, members[1:]))[(len(members) - 1) // 2] if len(members) > 1 else 0
    first = members[0]
    return (Span(max(first.start, first.end - usual), first.end), *members[1:]) if usual else members


def parallel(text: str, members: tuple[Span, ...], claim: Claim) -> bool:
    """Whether members whose number does not fit are an enumeration at all, and not clauses that end in a phrase.

    增强“四个意识”、坚定“四个自信” counts nothing: its members count for themselves.
    """
    if all(text[member.end - 1] in CLOSE for member in members):
        return len(members) > 1 and not SLOGAN.search(text[members[0].start : members[-1].end])
    if len(members) < 3 or claim.count < 3 or any(len(member) > LONGEST for member in members[1:]):
        return False
    if SLOGAN.search(text[members[0].start : members[-1].end]):
        return False
    usual = sorted(map(len, members[1:-1]))[(len(members) - 2) // 2]
    return abs(len(members) - claim.count) <= NEARLY and len(members[-1]) * 2 >= usual


def start_of_list(text: str, claim: Claim) -> int:
    """Where the clause before a count begins; commas within quotes do not end it."""
    if not CLOSING.search(text, claim.clause.start, claim.span.start):
        return claim.clause.start
    depth = 0
    for at in range(claim.span.start - 1, claim.clause.start - FARTHEST, -1):
        if at < 0 or text[at] == "\n":
            return at + 1
        depth += (text[at] in CLOSE) - (text[at] in OPEN)
        if depth <= 0 and text[at] in "，。；：！？,;:!?":
            return at + 1
    return claim.clause.start


def inside_quotes(text: str, span: Span) -> Span:
    """What a single pair of quotes around a whole enumeration holds (“减、增、降”五个字)."""
    end = span.end
    opening = text.rfind("“", span.start, end)
    if end > span.start and text[end - 1] == "”" and "、" in text[opening:end] and "”“" not in text[span.start : end]:
        return Span(opening + 1, end - 1)
    return span


def pieces(text: str, span: Span, separators: str) -> Iterator[Span]:
    """The members between separators; quoted or bracketed text is never cut, quotes side by side are two members."""
    depth, start = 0, span.start
    for at in range(span.start, span.end):
        if text[at] in OPEN:
            if depth == 0 and at > start and text[at - 1] in "”’》" and text[at] not in "（(":
                yield Span(start, at)
                start = at
            depth += 1
        elif text[at] in CLOSE:
            depth -= 1
        elif depth <= 0 and text[at] in separators:
            yield Span(start, at)
            start = at + 1
    if start < span.end:
        yield Span(start, span.end)


def unquoted(text: str) -> str:
    return QUOTED.sub("", text)


def named_after(text: str, claim: Claim) -> Answer | None:
    """Members after the count that all begin, or all end, with the word it quotes (“三个坚持”：坚持…、坚持…)."""
    if not claim.quoted:
        return None
    opening = NAMELY.match(text, claim.span.end - (text[claim.span.end - 1] in "”’"))
    if opening is None or (len(claim.key) == 1 and opening[0] in ("”，", "”,", "’，")):
        return None
    end = min(opening.end() + LONGEST_SENTENCE, len(text))
    stop = STOP.search(text, opening.end(), end)
    listed = Span(opening.end(), stop.start() if stop else end)
    members = (
        beginning_with(text, listed, claim.key)
        or ending_with(text, listed, claim.key)
        or with_one(text, listed, claim)
        or single_characters(text, listed, claim)
    )
    partial = len(members) < claim.count and ETC.search(text, listed.start, listed.end)
    return Answer(claim, members, frozenset({len(members)})) if len(members) > 1 and not partial else None


def beginning_with(text: str, listed: Span, key: str) -> tuple[Span, ...]:
    """The members that begin with a word, if the first one does."""
    begun = re.compile(rf"(?<=[{BEFORE_MEMBER}]){re.escape(key)}")
    starts = [found.start() for found in begun.finditer(text, listed.start, listed.end)]
    if not starts or starts[0] > listed.start + 1:
        return ()
    return tuple(Span(a, b - 1) for a, b in pairwise([*starts, listed.end + 1]))


def ending_with(text: str, listed: Span, key: str) -> tuple[Span, ...]:
    """The members between separators, if they all end with a word."""
    members = tuple(pieces(text, listed, "、，,；;"))
    return members if all(text.endswith(key, m.start, m.end) for m in members) else ()


def single_characters(text: str, listed: Span, claim: Claim) -> tuple[Span, ...]:
    """The members of “三个字”: 实、细、严."""
    members = tuple(pieces(text, listed, "、")) if claim.key == "字" else ()
    return members if all(len(member) == 1 for member in members) else ()


def with_one(text: str, listed: Span, claim: Claim) -> tuple[Span, ...]:
    """The members of “五个一”: 修通一条路、建好一所学校, each with its own 一."""
    members = tuple(pieces(text, listed, "、")) if claim.key == "一" else ()
    return members if all("一" in text[member.start : member.end] for member in members) else ()
