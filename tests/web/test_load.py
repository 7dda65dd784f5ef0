"""Memory under load: what hundreds of uploads took is given back."""

import io
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import psutil
import pytest
from docx_files import docx, p

pytestmark = pytest.mark.slow
UPLOADS = 500
# Before these, workers still load what they load once, the segmenter after some thousands of characters.
FIRST = 200


@pytest.fixture
def server() -> Iterator[tuple[psutil.Process, str]]:
    command = [sys.executable, "-m", "speechlint", "serve", "--port", "0", "--no-browser", "--isolated", "--lang", "en"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            assert process.stdout
            address = next(word for word in process.stdout.readline().split() if word.startswith("http://"))
            yield psutil.Process(process.pid), address
        finally:
            process.terminate()


def resident(process: psutil.Process) -> int:
    """The bytes that a process and all it started hold in memory."""
    return sum(one.memory_info().rss for one in (process, *process.children(recursive=True)))


def draft(number: int) -> tuple[str, bytes]:
    lines = [f"第{number}号、第{line}项：某{number * 31 + line}单位要打造避署胜地，抓好落实。" for line in range(4)]
    if number % 2:
        return f"{number}.docx", docx("".join(map(p, lines)))
    return f"{number}.txt", "\n".join(lines).encode()


def test_memory_comes_back_after_hundreds_of_uploads(server: tuple[psutil.Process, str]) -> None:
    process, address = server

    def upload(number: int) -> int:
        name, data = draft(number)
        answer = httpx.post(f"{address}api/check", files={"files": (name, io.BytesIO(data))}, timeout=120)
        return len(answer.json()["files"][0]["findings"])

    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(upload, range(FIRST))) == {4}
        before = resident(process)
        assert set(threads.map(upload, range(FIRST, FIRST + UPLOADS))) == {4}
    after = resident(process)
    print(f"{before / 2**20:.0f} MiB before, {after / 2**20:.0f} MiB after {UPLOADS} uploads: {after / before:.3f}")
    assert after <= 1.2 * before
