"""Which drafts an archive holds: folders, globs, manifests, and the members of tar and zip files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import PurePosixPath

from speechlint.corpus.containers import INSIDE, is_container, listed, parted
from speechlint.corpus.listing import files, is_pattern
from speechlint.corpus.storage import Place, Storage
from speechlint.discovery import is_private
from speechlint.messages import Problem
from speechlint.readers import is_supported


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft of an archive: its address, the source it was found under, its size in bytes (-1 unknown).

    A member of a tar or zip file has the address `container!/member`.
    """

    address: str
    source: str
    size: int = -1

    @property
    def container(self) -> str:
        """The tar or zip file it lies in, or nothing."""
        return parted(self.address)[0]

    @property
    def member(self) -> str:
        return parted(self.address)[1]


def drafts(sources: Sequence[str], manifests: Sequence[str], storage: Storage) -> Iterator[Draft]:
    """Every draft meant, each once, in the order of the sources; raises Problem for one that means nothing."""
    seen: set[str] = set()
    meant = [below(source, storage) for source in sources]
    meant += [on_list(manifest, storage) for manifest in manifests]
    for draft in chain.from_iterable(meant):
        if draft.address not in seen:
            seen.add(draft.address)
            yield draft
    if not seen:
        raise Problem("corpus-nothing", address=", ".join(manifests))


def on_list(manifest: str, storage: Storage) -> Iterator[Draft]:
    """The drafts that a manifest means; one named by its file is not looked for, so as to spare a request for each."""
    for line in lines(manifest, storage):
        if is_draft(line) and not is_pattern(line) and not parted(line)[0]:
            yield Draft(storage.at(line).address, manifest)
        else:
            yield from (replace(draft, source=manifest) for draft in below(line, storage))


def lines(manifest: str, storage: Storage) -> Iterator[str]:
    """The addresses that a manifest lists, one a line; empty lines and those that begin with # are left out."""
    try:
        text = storage.at(manifest).read().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Problem("corpus-bad-manifest", at=manifest, reason=str(error)) from error
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def below(source: str, storage: Storage) -> Iterator[Draft]:
    """The drafts that a folder, file, glob or member means; raises Problem when there are none."""
    found = iter(meant_by(source, storage))
    try:
        yield next(found)
    except StopIteration:
        raise Problem("corpus-nothing", address=source) from None
    yield from found


def meant_by(source: str, storage: Storage) -> Iterator[Draft]:
    container, member = parted(source)
    if container:
        yield Draft(f"{storage.at(container).address}{INSIDE}{member}", source)
        return
    place = storage.at(source)
    for file in files(place):
        here = place.beside(file.path)
        if is_container(file.path):
            yield from members(here, source)
        elif file.closed or is_draft(file.path):
            yield Draft(here.address, source, file.size)


def members(place: Place, source: str) -> Iterator[Draft]:
    """The drafts inside a tar or zip file; one that cannot be read to its end is a draft that cannot be read too."""
    try:
        found, problem = listed(place)
    except OSError:
        found, problem = [], Problem("unreadable")
    for name, size in found:
        if is_draft(name) and "__MACOSX" not in name.split("/"):
            yield Draft(f"{place.address}{INSIDE}{name}", source, size)
    if problem is not None:
        yield Draft(place.address, source)


def is_draft(name: str) -> bool:
    path = PurePosixPath(name)
    return is_supported(path) and not is_private(path)
