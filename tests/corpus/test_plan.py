"""The plan: every draft in one shard, kept as it was begun, refused to another run."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pyarrow")

from corpus.runs import job

from speechlint.corpus.plan import SHARD_BYTES, Head, outstanding, planned, shards_of
from speechlint.corpus.sources import Draft
from speechlint.messages import Problem

SIZES = st.lists(st.sampled_from([-1, 0, 10, SHARD_BYTES // 2, SHARD_BYTES + 1]), max_size=30)


@given(SIZES, st.integers(1, 7))
def test_every_draft_is_in_one_shard_in_order(sizes: list[int], most: int) -> None:
    drafts = [Draft(str(number), "s", size) for number, size in enumerate(sizes)]
    shards = list(shards_of(drafts, most))
    assert [draft for shard in shards for draft in shard.drafts] == drafts
    assert [shard.number for shard in shards] == list(range(len(shards)))
    for shard in shards:
        assert 1 <= len(shard.drafts) <= most
        assert len(shard.drafts) == 1 or sum(max(draft.size, 0) for draft in shard.drafts) <= SHARD_BYTES


HEAD = Head(("s",), 2, "key")
DRAFTS = [Draft("a", "s", 1), Draft("b", "s", 2), Draft("c", "s", -1)]


def test_a_run_taken_up_again_follows_its_plan_whatever_the_archive_holds_now(tmp_path: Path) -> None:
    begun = planned(job(tmp_path), HEAD, DRAFTS)
    assert planned(job(tmp_path), HEAD, [Draft("other", "s")]) == begun
    assert [len(shard.drafts) for shard in begun] == [2, 1]


@pytest.mark.parametrize("other", [Head(("t",), 2, "key"), Head(("s",), 3, "key"), Head(("s",), 2, "other")])
def test_another_run_is_refused(tmp_path: Path, other: Head) -> None:
    planned(job(tmp_path), HEAD, DRAFTS)
    with pytest.raises(Problem) as raised:
        planned(job(tmp_path), other, DRAFTS)
    assert raised.value.key == "corpus-other-run"


def test_a_shard_is_outstanding_until_its_mark_is_there(tmp_path: Path) -> None:
    shards = planned(job(tmp_path), HEAD, DRAFTS)
    assert outstanding(job(tmp_path), shards) == shards
    job(tmp_path).place.below("documents", "shard-000000.parquet").write(b"")
    assert outstanding(job(tmp_path), shards) == shards
    job(tmp_path).place.below("done", "shard-000000.json").write(b"{}")
    assert outstanding(job(tmp_path), shards) == shards[1:]
