"""The bytes of drafts, or why there are none: many requests at once to a distant storage, one pass over a container."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from speechlint.corpus.containers import is_container, listed, unpacked
from speechlint.corpus.sources import Draft
from speechlint.corpus.storage import Storage, named
from speechlint.messages import Problem
from speechlint.readers import SIZE_LIMIT

# So many requests to a distant storage are under way at once.
AT_ONCE = 32

Begun = Callable[[int], None]
Fetched = bytes | Problem
Numbered = tuple[int, Draft]


def fetched(
    drafts: Sequence[Draft], storage: Storage, poison: Mapping[int, Problem], tell: Begun
) -> Iterator[tuple[int, Fetched]]:
    """Every draft's number with its bytes, or why there are none, in order; a container is read once for all.

    `poison` are drafts that must not be touched; `tell` hears the number of a draft fetched alone, -1 before several.
    """
    for _, numbers in groupby(range(len(drafts)), lambda number: lies_in(drafts[number])):
        wanted = [(number, drafts[number]) for number in numbers]
        yield from ((number, poison[number]) for number, _ in wanted if number in poison)
        rest = [(number, draft) for number, draft in wanted if number not in poison]
        if container := wanted[0][1].container:
            tell(-1)
            yield from from_container(container, rest, storage)
        else:
            yield from one_by_one(rest, storage, tell)


def lies_in(draft: Draft) -> str:
    """What must be asked for a draft: its container, or else its storage."""
    scheme, apart, _ = draft.address.partition("://")
    return draft.container or (scheme if apart else "")


def fetch(draft: Draft, storage: Storage) -> Fetched:
    """One draft's bytes, wherever it lies."""
    if draft.container:
        ((_, data),) = from_container(draft.container, [(0, draft)], storage)
        return data
    if draft.size > SIZE_LIMIT:
        return too_large()
    try:
        if is_container(draft.address):
            return unlisted(draft, storage)
        return storage.at(draft.address).read()
    except Problem as problem:
        return problem
    except FileNotFoundError:
        return Problem("no-such-path")
    except OSError as error:
        return unreadable(error)


def from_container(container: str, wanted: Sequence[Numbered], storage: Storage) -> Iterator[tuple[int, Fetched]]:
    try:
        found = unpacked(storage.at(container), {draft.member for _, draft in wanted}, SIZE_LIMIT)
    except (OSError, Problem) as error:
        problem = error if isinstance(error, Problem) else unreadable(error)
        yield from ((number, problem) for number, _ in wanted)
        return
    for number, draft in wanted:
        missing = too_large() if draft.size > SIZE_LIMIT else Problem("no-such-path")
        yield number, found.get(draft.member, missing)


def one_by_one(wanted: Sequence[Numbered], storage: Storage, tell: Begun) -> Iterator[tuple[int, Fetched]]:
    for first in range(0, len(wanted), AT_ONCE):
        some = wanted[first : first + AT_ONCE]
        ahead = together([draft for _, draft in some if draft.size <= SIZE_LIMIT], storage, tell)
        for number, draft in some:
            if draft.address in ahead:
                yield number, ahead[draft.address]
            else:
                tell(number)
                yield number, fetch(draft, storage)


def together(wanted: Sequence[Draft], storage: Storage, tell: Begun) -> dict[str, bytes]:
    """What a distant storage gives when asked for many drafts at once; what it does not is asked for again alone."""
    filesystem = storage.at(wanted[0].address).filesystem if wanted else None
    if filesystem is None or not filesystem.async_impl:
        return {}
    tell(-1)
    addresses = {str(filesystem._strip_protocol(named(draft.address))): draft.address for draft in wanted}
    found = filesystem.cat(list(addresses), on_error="return")
    return {addresses[path]: data for path, data in found.items() if isinstance(data, bytes)}


def unlisted(draft: Draft, storage: Storage) -> Problem:
    """Why not all members of a container are known; raises OSError."""
    return listed(storage.at(draft.address))[1] or Problem("corpus-broken-container", reason="listing failed")


def unreadable(error: OSError) -> Problem:
    return Problem("unreadable", reason=error.strerror or str(error))


def too_large() -> Problem:
    return Problem("too-large", limit=SIZE_LIMIT // 2**20)
