"""Page numbers in headers and footers: the lines that hold a PAGE field."""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.readers.xml import Element, name

P, R, T, TAB, FALLBACK = map(name, ("w:p", "w:r", "w:t", "w:tab", "mc:Fallback"))
INSTRUCTION, SIMPLE, CODE = map(name, ("w:instrText", "w:fldSimple", "w:instr"))
MARK, MARK_KIND = name("w:fldChar"), name("w:fldCharType")
NUMBER = "#"
PAGE = "PAGE"


def number_lines(root: Element) -> Iterator[tuple[Element, str, Element | None]]:
    """Every paragraph with a page number, its form with # for each field's result, and the run that sets the number."""
    seen: list[Element] = []
    for item in root.iter(INSTRUCTION, SIMPLE):
        code = item.text if item.tag == INSTRUCTION else item.get(CODE)
        paragraph = next(item.iterancestors(P), None)
        if (
            not is_page(code)
            or paragraph is None
            or paragraph in seen
            or next(item.iterancestors(FALLBACK), None) is not None
        ):
            continue
        seen.append(paragraph)
        run = item.getparent() if item.tag == INSTRUCTION else next(item.iterchildren(R), None)
        yield paragraph, form_of(paragraph), result_run(paragraph) if item.tag == INSTRUCTION else run


def is_page(code: str | None) -> bool:
    return bool((code or "").split()) and (code or "").split()[0].upper() == PAGE


def form_of(paragraph: Element) -> str:
    """The paragraph's own text, each field's result one #."""
    text: list[str] = []
    depth = 0
    for item in own_elements(paragraph):
        if item.tag == SIMPLE:
            text.append(NUMBER)
        elif item.tag == MARK:
            kind = item.get(MARK_KIND)
            depth += {"begin": 1, "end": -1}.get(kind or "", 0)
            if kind == "end" and depth == 0:
                text.append(NUMBER)
        elif item.tag == T and not depth and next(item.iterancestors(SIMPLE), None) is None:
            text.append(item.text or "")
    return "".join(text).strip()


def result_run(paragraph: Element) -> Element | None:
    """The run of the first PAGE field's result, or of its code where it has none yet."""
    code: Element | None = None
    for item in own_elements(paragraph):
        if item.tag == INSTRUCTION and is_page(item.text):
            code = item.getparent()
        elif code is not None and item.tag == T:
            return item.getparent()
        elif code is not None and item.tag == MARK and item.get(MARK_KIND) == "end":
            return code
    return code


def own_elements(paragraph: Element) -> Iterator[Element]:
    """Texts and field marks of a paragraph, not those of a text box inside it."""
    for item in paragraph.iter(T, MARK, SIMPLE, INSTRUCTION):
        if next(item.iterancestors(P), None) is paragraph:
            yield item
