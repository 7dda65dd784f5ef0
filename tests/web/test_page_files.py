"""The page's files: every text in both languages, and nothing that could run or fetch what is not the page's own."""

import re
from importlib.resources import files

import pytest

from speechlint.web.app import page_files

FILES = {name: content.decode() for name, content in page_files("zh").items()}
SCRIPTS = {name: text for name, text in FILES.items() if name.endswith(".js")}
TEXTS = dict(
    re.findall(r'^  "?([\w-]+)"?: \[\s*("[^\]]+")[,\s]*\],$', FILES["texts.js"], re.MULTILINE),
)


def test_every_text_is_in_both_languages_with_the_same_fields() -> None:
    assert len(TEXTS) > 60
    for key, value in TEXTS.items():
        chinese, english = re.findall(r'"([^"]+)"', value)
        assert set(re.findall(r"\{\w+\}", chinese)) == set(re.findall(r"\{\w+\}", english)), key


def test_every_text_asked_for_exists_and_every_one_is_asked_for() -> None:
    html = set(re.findall(r'data-(?:text|placeholder|label)="([^"]+)"', FILES["index.html"]))
    plain = {key for text in SCRIPTS.values() for key in re.findall(r'\bsay\("([\w-]+)"', text)}
    assert html | plain <= set(TEXTS)
    named = {w for name, text in SCRIPTS.items() if name != "texts.js" for w in re.findall(r'"([\w-]+)"', text)}
    assert set(TEXTS) <= html | named | {"language"}


@pytest.mark.parametrize("name", sorted(FILES))
def test_nothing_runs_text_or_loads_from_elsewhere(name: str) -> None:
    text = FILES[name].replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?://|(inner|outer|Adjacent)HTML|document\.write|\beval\(|new Function", text)
    assert not re.search(r"<script(?![^>]* src=)|<style|\sstyle=|\son\w+=\"|javascript:|@import|url\(", text)
    assert "localStorage" not in text


def test_the_page_speaks_the_servers_language() -> None:
    assert '<html lang="zh-CN">' in FILES["index.html"]
    assert b'<html lang="en">' in page_files("en")["index.html"]


def test_what_the_page_links_to_is_there() -> None:
    linked = re.findall(r'(?:src|href)="([^"#]+)"', FILES["index.html"])
    imported = [name for text in SCRIPTS.values() for name in re.findall(r'from "\./([^"]+)"', text)]
    assert set(linked) | set(imported) | {"index.html"} == set(FILES)
    assert files("speechlint.web").joinpath("page").is_dir()
