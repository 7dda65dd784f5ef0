"""The worker's end of the talk: orders in, a line of JSON out for each, room made when its memory is nearly full."""

import io
import json
import pickle
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")

from corpus.runs import job, write_drafts

from speechlint.cli import shard_worker
from speechlint.cli.shard_worker import FULL, ShardWorker
from speechlint.corpus.job import Shard
from speechlint.corpus.pulse import Pulse


@pytest.mark.parametrize(
    ("most", "held", "told"),
    [
        (0, 1000, [False, False]),
        (1000, int(1000 * FULL), [False, False]),
        (1000, int(1000 * FULL) + 1, [True]),
    ],
)
def test_a_worker_is_full_beyond_its_share_of_memory_and_takes_no_other_shard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, held: int, told: list[bool]
) -> None:
    monkeypatch.setattr(shard_worker, "memory_held", lambda: held)
    drafts = write_drafts(tmp_path, ["a.txt", "b.txt"])
    shards = [Shard(number, (draft,)) for number, draft in enumerate(drafts)]
    orders = [job(tmp_path / "out", max_memory=most), *((shard, {}) for shard in shards)]
    answers = io.BytesIO()
    pulse = Pulse.begun()
    pulse.forget()
    ShardWorker(io.BytesIO(b"".join(map(pickle.dumps, orders))), answers, pulse).work()
    assert [json.loads(line)["full"] for line in answers.getvalue().splitlines()] == told
