"""The page's server running in a thread, for tests that speak to it as a browser would."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from speechlint.config.workspace import Request
from speechlint.rule_file import load_rules
from speechlint.web.app import create_app
from speechlint.web.guard import Access
from speechlint.web.pool import Pool
from speechlint.web.server import address_of, bound, server_of

DRAFT = "在全市工作会议上的讲话\n\n同志们：\n\n　　😀𠮷市要打造避署胜地，把任务布署到位，形式严峻。\n"


@contextmanager
def served(access: Access | None = None, *, workers: int = 1, limit: float = 120) -> Iterator[tuple[str, Pool]]:
    """The address, without a token, and the workers behind it."""
    access = access or Access()
    pool = Pool(Request(isolated=True), workers, limit)
    with bound(access.host, 0) as listening:
        server = server_of(create_app(pool, load_rules(), access))
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            yield address_of(listening, access).partition("?")[0], pool
        finally:
            server.should_exit = True
            thread.join()


def until(holds: object, seconds: float = 30) -> None:
    """Wait until a function without arguments says yes."""
    assert callable(holds)
    last = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < last
        time.sleep(0.01)
