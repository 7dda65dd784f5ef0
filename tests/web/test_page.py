"""The page in a browser, from the file dropped to the file downloaded."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsers import chromium
from doc_files import compound
from docx import Document
from docx_files import docx, members, p, pack, run
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from web_server import served, until

from speechlint.readers import read_bytes

pytestmark = pytest.mark.slow

LINES = (
    "在2022年全县工作会议上的讲话",
    "同志们：",
    "下面，我讲三点意见。",
    "一、提高认识",
    "2021年，😀𠮷河镇全力打造避署胜地。",
    "二、抓好落实",
    "要把任务布署到位，切实履行法律赋于的职责。",
)
LONG = "请各单位认真抓好落实，及时报送进展情况。"
WORDS = ["三点意见", "避署", "布署", "赋于"]


class Page:
    """What a person sees and does."""

    def __init__(self, driver: webdriver.Chrome, address: str, downloads: Path) -> None:
        self.driver = driver
        self.address = address
        self.downloads = downloads

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def texts(self, selector: str) -> list[str]:
        return [element.text for element in self.all(selector)]

    def upload(self, *paths: Path) -> None:
        self.one("#files").send_keys("\n".join(map(str, paths)))
        until(lambda: "检查完毕" in self.one("#status").text)

    def finding(self, words: str) -> WebElement:
        """The list's entry on some words."""
        return next(entry for entry in self.all(".finding") if words in entry.text)

    def press(self, words: str, button: str) -> None:
        self.finding(words).find_element(By.CSS_SELECTOR, f"button.{button}").click()

    def download(self, kind: str) -> Path:
        before = set(self.downloads.iterdir())
        self.one(f"[data-kind={kind}]").click()

        def come() -> list[Path]:
            return [path for path in set(self.downloads.iterdir()) - before if path.suffix != ".crdownload"]

        until(lambda: come() and come()[0].stat().st_size)
        return come()[0]

    def is_seen(self, element: WebElement) -> bool:
        """Whether an element is on the screen, not only somewhere on the page."""
        script = "const r = arguments[0].getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight"
        return bool(self.driver.execute_script(script, element))


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served() as (address, _):
        yield address


@pytest.fixture(scope="module")
def driver() -> Iterator[webdriver.Chrome]:
    with chromium("1280,800") as driver:
        yield driver


@pytest.fixture
def page(driver: webdriver.Chrome, address: str, tmp_path: Path) -> Iterator[Page]:
    """The page opened; afterwards nothing was complained of and nobody else was spoken to."""
    driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    driver.get("about:blank")
    driver.get(address)
    yield Page(driver, address, tmp_path)
    assert [entry for entry in driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")] == []
    messages = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    asked = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    assert any(url.startswith(address) for url in asked)
    assert [url for url in asked if not url.startswith((address, "blob:" + address, "data:", "about:"))] == []


@pytest.fixture
def word(tmp_path: Path) -> Path:
    folder = tmp_path / "稿件"
    folder.mkdir()
    path = folder / "讲话.docx"
    body = [p(line) for line in LINES[:6]] + [p(run("要把任务布") + run("署到位", "<w:b/>") + run(LINES[6][8:]))]
    path.write_bytes(docx("".join([*body, *[p(f"第{n}项。{LONG}") for n in range(60)]])))
    return path


def paragraphs(path: Path) -> list[str]:
    return [paragraph.text for paragraph in Document(str(path)).paragraphs][: len(LINES)]


def test_a_word_file_is_marked_chosen_from_and_downloaded(page: Page, word: Path) -> None:
    page.upload(word)
    assert page.texts("#draft mark") == WORDS
    assert page.texts(".line:nth-child(5) .text") == [LINES[4]]
    assert not page.one("[data-kind=tracked]").is_enabled()
    page.press("避署", "accept")
    page.press("布署", "ignore")
    assert page.texts("#draft ins") == ["避暑"]
    assert page.texts("#draft del") == ["避署"]
    assert page.texts("mark.ignored") == ["布署"]
    assert page.one("#counts").text == "4 处问题，接受 1，忽略 1"

    wanted = [line.replace("避署", "避暑") for line in LINES]
    fixed = page.download("fixed")
    assert fixed.name == "讲话.改后.docx"
    assert paragraphs(fixed) == wanted
    tracked = page.download("tracked")
    assert tracked.name == "讲话.修订.docx"
    xml = Document(str(tracked)).element.xml
    assert (xml.count("<w:ins "), xml.count("<w:del ")) == (1, 1)
    assert read_bytes(tracked.name, tracked.read_bytes()).text.split("\n")[: len(LINES)] == wanted
    commented = page.download("comments")
    assert commented.name == "讲话.批注.docx"
    assert paragraphs(commented) == list(LINES)
    comments = [comment.text for comment in Document(str(commented)).comments]
    assert [word for word in WORDS if any(word in comment for comment in comments)] == ["三点意见", "避署", "赋于"]
    until(lambda: "批注 3 条" in page.one("#status").text)


def test_list_and_draft_lead_to_each_other(page: Page, word: Path) -> None:
    page.upload(word)
    page.driver.execute_script("document.getElementById('draft').scrollTop = 1e6")
    mark = next(mark for mark in page.all("#draft mark") if mark.text == "避署")
    assert not page.is_seen(mark)
    page.finding("避署").find_element(By.CSS_SELECTOR, ".jump").click()
    assert page.is_seen(mark)
    assert page.texts("mark.current") == ["避署"]
    next(mark for mark in page.all("#draft mark") if mark.text == "三点意见").click()
    (current,) = page.all(".finding.current")
    assert "三点意见" in current.text
    assert page.is_seen(current)


def test_the_keyboard_does_everything(page: Page, word: Path) -> None:
    page.upload(word)
    press: Callable[[str], None] = page.one("body").send_keys
    press("j")
    press("j")
    assert page.texts("mark.current") == ["避署"]
    assert page.driver.switch_to.active_element.get_attribute("class") == "jump"
    press("a")
    assert page.texts("#draft ins") == ["避暑"]
    press("j")
    press("i")
    assert page.texts("mark.ignored") == ["布署"]
    press("k")
    press("u")
    assert page.all("#draft ins") == []


def test_all_safe_corrections_are_accepted_at_once(page: Page, word: Path) -> None:
    page.upload(word)
    page.press("赋于", "ignore")
    page.one("#accept-safe").click()
    assert page.texts("#draft ins") == ["避暑", "部署"]
    assert not page.one("#accept-safe").is_enabled()
    assert paragraphs(page.download("fixed"))[6] == LINES[6].replace("布署", "部署")


def test_filters_hide_a_family_in_the_list_and_in_the_draft(page: Page, word: Path) -> None:
    page.upload(word)
    box = page.one("#filters input[value=typo]")
    assert box.find_element(By.XPATH, "..").text == "错别字 3"
    box.click()
    assert page.texts("#draft mark") == ["三点意见"]
    assert len(page.all(".finding")) == 1
    page.one("#filters input[value=typo]").click()
    assert page.texts("#draft mark") == WORDS


def test_the_other_language_keeps_what_was_chosen(page: Page, word: Path) -> None:
    page.upload(word)
    page.press("避署", "accept")
    page.one("#language").click()
    until(lambda: "Checked; findings: 4" in page.one("#status").text)
    assert "should be" in page.finding("避署").text
    assert page.texts("#draft ins") == ["避暑"]
    assert page.one("html").get_attribute("lang") == "en"


def test_outline_and_timeline_are_drawn(page: Page, word: Path) -> None:
    page.upload(word)
    for name in ("outline", "timeline"):
        page.one(f"#{name} summary").click()
        assert page.one(f"#{name} svg").size["height"] > 50
    assert any("三点意见" in label for label in page.texts("#outline .fault"))


def test_a_pasted_text_is_checked_and_comes_back_corrected(page: Page) -> None:
    text = "\n".join(LINES)
    page.driver.execute_script("document.getElementById('pasted').value = arguments[0]", text)
    page.one("#start button[type=submit]").click()
    until(lambda: page.all(".finding"))
    assert page.texts("#draft mark") == WORDS
    page.press("避署", "accept")
    assert not page.one("[data-kind=comments]").is_displayed()
    fixed = page.download("fixed")
    assert fixed.name == "粘贴的文字.改后.txt"
    assert fixed.read_text(encoding="utf-8") == text.replace("避署", "避暑")
    page.one("#again").click()
    assert page.one("#start").is_displayed()
    assert not page.one("#work").is_displayed()


def test_several_files_make_a_table_and_the_bad_ones_cost_a_line_each(page: Page, word: Path) -> None:
    folder = word.parent
    text, locked, hostile = folder / "短稿.txt", folder / "加密.docx", folder / "<img src=x onerror=alert(1)>.docx"
    text.write_text("全力打造避署胜地。\n", encoding="utf-8")
    locked.write_bytes(compound({"EncryptedPackage": b"?"}))
    declared = members("")["word/document.xml"].replace("?>", '?><!DOCTYPE x [<!ENTITY a "1">]>')
    hostile.write_bytes(pack({**members(""), "word/document.xml": declared}))
    page.upload(word, text, locked, hostile)
    rows = page.texts("#summary tbody tr")
    assert [row.split()[0] for row in rows] == ["讲话.docx", "短稿.txt", "加密.docx", "<img"]
    assert rows[1].split()[2] == "1"
    assert "已加密" in rows[2]
    assert "DOCTYPE" in rows[3]
    assert page.all("#check img") == []
    assert page.one("#name").text == "讲话.docx"
    page.all("#summary tbody button")[1].click()
    assert page.texts("#draft mark") == ["避署"]
    page.all("#summary tbody button")[2].click()
    assert "已加密" in page.one("#notes").text
    assert not page.one("#panes").is_displayed()


def test_a_draft_with_mark_up_in_it_is_shown_as_written(page: Page) -> None:
    evil = "<img src=x onerror=alert(1)>全力打造避署胜地</svg><script>alert(2)</script>"
    page.driver.execute_script("document.getElementById('pasted').value = arguments[0]", f"一、{evil}\n二、{evil}\n")
    page.one("#start button[type=submit]").click()
    until(lambda: page.all(".finding"))
    assert page.texts(".line .text") == [f"一、{evil}", f"二、{evil}"]
    assert page.all("#check img, #check script") == []


def test_too_many_files_are_refused(page: Page, word: Path) -> None:
    page.one("#files").send_keys("\n".join([str(word)] * 11))
    assert page.one("#status").text == "一次最多 10 个文件"
    assert page.one("#start").is_displayed()


def test_rules_are_found_and_read(page: Page) -> None:
    page.one("nav a[data-view=rules]").click()
    until(lambda: len(page.all("#rule-list li")) > 50)
    page.one("#search").send_keys("misspelling")
    page.one("#rule-list li a").click()
    until(lambda: page.texts("#rule h2") == ["错别字"])
    assert "避署" in page.texts("#rule pre mark")
    assert page.driver.current_url == page.address + "#rules/typo/misspelling"
    page.driver.back()
    page.driver.back()
    assert page.one("#start").is_displayed()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_nothing_runs_off_the_side_and_all_can_be_read(page: Page, word: Path, scheme: str) -> None:
    driver = page.driver
    metrics = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    scheme_feature = [{"name": "prefers-color-scheme", "value": scheme}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": scheme_feature})
    try:
        assert driver.execute_script("return document.documentElement.scrollWidth") == 390
        page.upload(word)
        assert driver.execute_script("return document.documentElement.scrollWidth") == 390
        page.finding("避署").find_element(By.CSS_SELECTOR, ".jump").click()
        assert page.is_seen(page.one("mark.current"))
        assert page.is_seen(page.one(".finding.current"))
        for selector in ("body", "mark.current", ".finding.current .message", ".related", ".main", ".soft", "small"):
            assert contrast(driver, selector) >= 4.5, selector
    finally:
        driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def contrast(driver: webdriver.Chrome, selector: str) -> float:
    """The contrast between an element's text and what it stands on, as WCAG 2 counts it."""
    script = """
      let element = document.querySelector(arguments[0]);
      const text = getComputedStyle(element).color;
      const clear = one => getComputedStyle(one).backgroundColor.endsWith(", 0)");
      while (element.parentElement && clear(element)) element = element.parentElement;
      return [text, getComputedStyle(element).backgroundColor];
    """
    lighter, darker = sorted((luminance(color) for color in driver.execute_script(script, selector)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: str) -> float:
    parts = [int(part) / 255 for part in color[color.index("(") + 1 : -1].split(",")[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
