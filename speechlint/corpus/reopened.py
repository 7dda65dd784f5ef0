"""Drafts of an archive opened again, to be compared word by word with those they resemble."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache

from speechlint.corpus.containers import Unpacked, unpacked
from speechlint.corpus.fetch import Fetched, fetch
from speechlint.corpus.sources import Draft
from speechlint.corpus.storage import Storage
from speechlint.messages import Problem
from speechlint.model import Document
from speechlint.readers import SIZE_LIMIT, read_bytes

DOCUMENTS_KEPT, CONTAINERS_KEPT = 256, 4
# A container whose drafts are no larger than this is kept once it is unpacked, for others of it will be asked for.
SMALL = 256 * 2**20


class Reopened:
    """Documents by their numbers; one that is gone by now has no text and stands in `gone`."""

    def __init__(self, drafts: Sequence[Draft], storage: Storage, encoding: str | None) -> None:
        self.drafts = drafts
        self.storage = storage
        self.encoding = encoding
        self.gone: set[int] = set()
        self.sizes: dict[str, int] = defaultdict(int)
        for draft in drafts:
            self.sizes[draft.container] += max(draft.size, 0)
        self.open: Callable[[int], Document] = lru_cache(DOCUMENTS_KEPT)(self._opened)
        self._container: Callable[[str], dict[str, Unpacked]] = lru_cache(CONTAINERS_KEPT)(self._unpacked)

    def _opened(self, number: int) -> Document:
        draft = self.drafts[number]
        try:
            data = self._data(draft)
            if isinstance(data, Problem):
                raise data
            return read_bytes(draft.address, data, self.encoding)
        except (Problem, OSError):
            self.gone.add(number)
            return read_bytes("gone.txt", b"")

    def _data(self, draft: Draft) -> Fetched:
        if draft.container and self.sizes[draft.container] <= SMALL:
            return self._container(draft.container).get(draft.member, Problem("no-such-path"))
        return fetch(draft, self.storage)

    def _unpacked(self, container: str) -> dict[str, Unpacked]:
        wanted = {draft.member for draft in self.drafts if draft.container == container}
        return unpacked(self.storage.at(container), wanted, SIZE_LIMIT)
