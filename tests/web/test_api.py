"""The API as a browser or a program meets it: over a socket, with real workers."""

import io
import json
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from doc_files import compound
from docx import Document
from docx_files import docx, p
from web_server import DRAFT, served, until

from speechlint.web.form import FILE_LIMIT
from speechlint.web.guard import Access
from speechlint.web.pool import Pool
from speechlint.web.records import CheckAnswer

WORD = docx(p("要打造避署胜地。") + p("把任务布署到位。"))


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, Pool]]:
    with served() as running:
        yield running


@pytest.fixture
def client(server: tuple[str, Pool]) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server[0], timeout=120) as client:
        yield client


def check(client: httpx.Client, *files: tuple[str, bytes], **fields: str) -> httpx.Response:
    return client.post("/api/check", files=[("files", file) for file in files] or [("x", b"")], data=fields)


def review(client: httpx.Client, name: str, data: bytes, choices: object, **query: str) -> httpx.Response:
    form = {"choices": json.dumps(choices)}
    return client.post("/api/review", files=[("files", (name, data))], data=form, params=query)


def words(record: dict[str, list[dict[str, str]]]) -> list[str]:
    return [finding["text"] for finding in record["findings"]]


def test_a_file_is_checked_and_its_offsets_count_characters(client: httpx.Client) -> None:
    answer = check(client, ("讲话.txt", DRAFT.encode()))
    assert answer.status_code == 200
    (record,) = answer.json()["files"]
    assert (record["name"], record["format"], words(record)) == ("讲话.txt", "txt", ["避署", "布署", "形式严峻"])
    lines = {line["start"]: line["text"] for line in record["lines"]}
    assert "\n".join(lines.values()) == DRAFT.rstrip("\n")
    for finding in record["findings"]:
        start = max(start for start in lines if start <= finding["start"])
        assert lines[start][finding["start"] - start : finding["end"] - start] == finding["text"]


def test_answers_are_as_the_description_says(client: httpx.Client) -> None:
    text = (
        "在2022年全市工作会议上的讲话\n讲三点意见。\n一、提高认识\n2021年，打造避署胜地。\n二、抓好落实\n今年是2020年。"
    )
    answer = CheckAnswer.model_validate(check(client, ("a.md", text.encode()), ("b.pdf", b"x")).json())
    assert {"typo", "numbering", "date"} <= {finding.family for finding in answer.files[0].findings}
    assert answer.files[0].outline.startswith("<svg ")
    assert answer.files[0].timeline.startswith("<svg ")


def test_every_file_has_its_own_outcome_in_the_order_sent(client: httpx.Client) -> None:
    files = [
        ("甲.docx", WORD),
        ("加密.docx", compound({"EncryptedPackage": b"?"})),
        ("坏.docx", b"PK\x03\x04" + b"\0" * 100),
        (r"C:\Users\u\..\丙.txt", DRAFT.encode("gb18030")),
        ("<img src=x>.pdf", b"%PDF"),
        ("空.docx", b""),
        ("大.txt", b" " * (FILE_LIMIT + 1)),
    ]
    answer = check(client, *files)
    assert answer.status_code == 200
    records = answer.json()["files"]
    assert [record["name"] for record in records] == [
        "甲.docx", "加密.docx", "坏.docx", "丙.txt", "<img src=x>.pdf", "空.docx", "大.txt"
    ]  # fmt: skip
    assert [record["error"] is None for record in records] == [True, False, False, True, False, False, False]
    assert words(records[0]) == ["避署", "布署"]
    assert "加密" in records[1]["error"]
    assert "20 MiB" in records[6]["error"]


def test_a_pasted_text_is_checked_whatever_the_encoding_of_files(client: httpx.Client) -> None:
    (record,) = check(client, text=DRAFT).json()["files"]
    assert (record["name"], len(words(record))) == ("粘贴的文字.txt", 3)
    (record,) = check(client, text="```\n避署\n```\n避署\n", name="a.md").json()["files"]
    assert (record["name"], words(record)) == ("a.md", ["避署"])


def test_messages_come_in_the_language_asked_for(client: httpx.Client) -> None:
    english = client.post("/api/check?lang=en", data={"text": DRAFT}, files={"x": b""}).json()["files"][0]
    assert "should be" in english["findings"][0]["message"]
    chinese = client.post("/api/check?lang=zh", data={"text": DRAFT}, files={"x": b""}).json()["files"][0]
    assert "应为" in chinese["findings"][0]["message"]
    assert [f["key"] for f in english["findings"]] == [f["key"] for f in chinese["findings"]]


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"files": [("x", b"")]}, 422),
        ({"files": [("files", (f"{n}.txt", b"")) for n in range(11)]}, 413),
        ({"files": [("files", (f"{n}.txt", b"")) for n in range(30)]}, 422),
        ({"json": {}}, 422),
        ({"content": b"x", "headers": {"content-type": "multipart/form-data; boundary=y"}}, 422),
        ({"content": b"x", "headers": {"content-type": "multipart/form-data"}}, 422),
        ({"content": b"x"}, 422),
    ],
)
def test_a_request_that_is_none_says_why(client: httpx.Client, form: dict[str, object], status: int) -> None:
    answer = client.post("/api/check", **form)  # type: ignore[arg-type]
    assert answer.status_code == status
    assert answer.json()["error"]


@pytest.mark.parametrize(
    ("files", "choices", "status"),
    [
        ([("a.docx", WORD)], '{"kind": "burnt"}', 422),
        ([("a.docx", WORD)], "{", 422),
        ([("a.docx", WORD)], '{"kind": "fixed", "accepted": {"x": 1}}', 422),
        ([("a.docx", WORD), ("b.docx", WORD)], '{"kind": "fixed"}', 422),
        ([], '{"kind": "fixed"}', 422),
        ([("a.txt", b"x" * (FILE_LIMIT + 1))], '{"kind": "fixed"}', 413),
        ([("a.doc", compound({"EncryptedPackage": b"?"}))], '{"kind": "comments"}', 422),
    ],
)
def test_a_review_that_cannot_be_had_says_why(
    client: httpx.Client, files: list[tuple[str, bytes]], choices: str, status: int
) -> None:
    form = [("files", file) for file in files] or [("x", b"")]
    answer = client.post("/api/review", files=form, data={"choices": choices})
    assert answer.status_code == status
    assert answer.json()["error"]


def test_a_word_file_is_handed_back_as_chosen(client: httpx.Client) -> None:
    (record,) = check(client, ("讲话 稿.docx", WORD)).json()["files"]
    summer, deploy = (finding["key"] for finding in record["findings"])
    chosen = {"accepted": {summer: "避暑"}, "ignored": [deploy]}
    answer = review(client, "讲话 稿.docx", WORD, {"kind": "fixed", **chosen})
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == (
        "attachment; filename*=UTF-8''%E8%AE%B2%E8%AF%9D%20%E7%A8%BF.%E6%94%B9%E5%90%8E.docx"
    )
    assert answer.headers["speechlint-changes"] == "1"
    assert [q.text for q in Document(io.BytesIO(answer.content)).paragraphs] == ["要打造避暑胜地。", "把任务布署到位。"]
    noted = review(client, "讲话 稿.docx", WORD, {"kind": "comments", **chosen}, lang="en")
    assert noted.headers["content-disposition"].endswith(".reviewed.docx")
    (comment,) = Document(io.BytesIO(noted.content)).comments
    assert "避暑" in comment.text


def test_rules_are_listed_and_shown(client: httpx.Client) -> None:
    rules = client.get("/api/rules").json()
    assert {"typo", "layout"} <= {rule["family"] for rule in rules}
    page = client.get("/api/rules/typo/misspelling").json()
    assert (page["family_title"], page["severity"]) == ("错别字", "error")
    assert any("⟦避署⟧" in example for example in page["bad"])
    assert client.get("/api/rules/typo/none").status_code == 404
    assert "no rule" in client.get("/api/rules/typo/none?lang=en").json()["error"]


def test_no_route_answers_without_the_guard_or_with_another_shape(client: httpx.Client) -> None:
    for answer in (client.get("/nowhere"), client.get("/api/check"), client.post("/", headers={"Origin": "http://x"})):
        assert answer.status_code in (403, 404, 405)
        assert answer.json()["error"]
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 403


def test_too_much_at_once_is_cut_off_while_it_comes(client: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless() -> Iterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
        for _ in range(300):
            yield b" " * 2**20

    answer = client.post("/api/check", content=endless(), headers={"content-type": "multipart/form-data; boundary=x"})
    assert (answer.status_code, answer.json()) == (413, {"error": "上传的内容过大，请分几次检查"})


def test_drafts_never_touch_the_disk(client: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*ignored: object, **also: object) -> None:
        raise AssertionError("a draft was about to be written")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    (record,) = check(client, ("a.txt", b"\0" * 3 * 2**20)).json()["files"]
    assert "不是文本文件" in record["error"]


def test_fifty_at_once_are_all_answered_right(client: httpx.Client) -> None:
    def one(number: int) -> list[str]:
        return words(check(client, (f"{number}.txt", ("打造避署胜地。\n" * number).encode())).json()["files"][0])

    with ThreadPoolExecutor(50) as threads:
        answers = list(threads.map(one, range(1, 51)))
    assert [len(answer) for answer in answers] == list(range(1, 51))


@pytest.mark.skipif(sys.platform == "win32", reason="processes are stopped by signals here")
def test_a_worker_killed_mid_request_fails_that_one_only(server: tuple[str, Pool], client: httpx.Client) -> None:
    (process,) = server[1].processes
    os.kill(process, signal.SIGSTOP)
    answers: list[httpx.Response] = []
    asking = threading.Thread(target=lambda: answers.append(check(client, ("a.txt", b"x"))))
    asking.start()
    until(lambda: server[1].idle == 0)
    os.kill(process, signal.SIGKILL)
    asking.join()
    assert answers[0].status_code == 500
    body = answers[0].json()
    assert body["error"] == body["files"][0]["error"] == "检查这个文件的进程意外终止，请再试一次"
    assert words(check(client, ("a.txt", DRAFT.encode())).json()["files"][0]) == ["避署", "布署", "形式严峻"]


@pytest.mark.skipif(sys.platform == "win32", reason="processes are stopped by signals here")
def test_a_draft_that_takes_too_long_is_answered_in_time() -> None:
    with served(limit=0.5) as (address, pool):
        os.kill(pool.processes[0], signal.SIGSTOP)
        answer = httpx.post(f"{address}api/check", files={"files": ("a.txt", b"x")}, timeout=60)
    assert answer.status_code == 504
    assert "超过" in answer.json()["error"]


def test_a_token_opens_what_others_can_reach() -> None:
    with served(Access("0.0.0.0", "geheim")) as (address, _):
        address = address.replace(httpx.URL(address).host, "127.0.0.1")
        with httpx.Client(base_url=address, follow_redirects=True) as client:
            assert client.get("/api/rules").status_code == 401
            assert client.get("/?token=geheim").url.query == b""
            assert client.get("/api/rules").status_code == 200
