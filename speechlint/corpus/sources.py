"""Which drafts an archive holds: folders, globs, manifests, and the members of tar and zip files."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from speechlint.corpus.storage import Place, Storage
from speechlint.discovery import is_private
from speechlint.messages import Problem
from speechlint.readers import is_supported

TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
ARCHIVES = (*TARS, ".zip")
INSIDE = "!/"


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
        container, inside, _ = self.address.partition(INSIDE)
        return container if inside else ""

    @property
    def member(self) -> str:
        return self.address.partition(INSIDE)[2]


def drafts(sources: Iterable[str], manifests: Iterable[str], storage: Storage) -> Iterator[Draft]:
    """Every draft meant, each once, in the order of the sources; raises Problem for one that means nothing."""
    seen: set[str] = set()
    for source in (*sources, *(line for manifest in manifests for line in listed(manifest, storage))):
        found = 0
        for draft in below(source, storage):
            found += 1
            if draft.address not in seen:
                seen.add(draft.address)
                yield draft
        if not found:
            raise Problem("corpus-nothing", address=source)


def listed(manifest: str, storage: Storage) -> Iterator[str]:
    """The addresses that a manifest lists, one a line; empty lines and those that begin with # are left out."""
    try:
        text = storage.at(manifest).read().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Problem("corpus-bad-manifest", at=manifest, reason=str(error)) from error
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def below(source: str, storage: Storage) -> Iterator[Draft]:
    container, inside, member = source.partition(INSIDE)
    if inside:
        yield Draft(f"{storage.at(container).address}{INSIDE}{member}", source)
        return
    place = storage.at(source)
    for path, size in sorted(place.again(lambda: dict(files(place))).items()):
        here = Place(place.filesystem, path, place.retries)
        if path.lower().endswith(ARCHIVES):
            yield from members(here, source)
        elif is_supported(Path(path)) and not is_private(Path(path)):
            yield Draft(here.address, source, size)


def files(place: Place) -> Iterator[tuple[str, int]]:
    """Every file that a path, folder or glob means, with its size; raises Problem when there is no such thing."""
    filesystem, path = place.filesystem, place.path
    if any(sign in path for sign in "*?[") and not filesystem.exists(path):
        found = filesystem.glob(path, detail=True)
    elif filesystem.isdir(path):
        found = filesystem.find(path, detail=True)
    elif filesystem.exists(path):
        found = {path: filesystem.info(path)}
    else:
        raise Problem("no-such-path", at=place.address)
    for name, status in found.items():
        if status.get("type") == "file":
            size = status.get("size")
            yield name, -1 if size is None else int(size)


def members(place: Place, source: str) -> Iterator[Draft]:
    """The drafts inside a tar or zip file; one that cannot be opened is a draft that cannot be read."""
    try:
        found = list(inside(place))
    except (OSError, tarfile.TarError, zipfile.BadZipFile):
        yield Draft(place.address, source)
        return
    for name, size in found:
        path = PurePosixPath(name)
        if is_supported(Path(name)) and not is_private(Path(name)) and "__MACOSX" not in path.parts:
            yield Draft(f"{place.address}{INSIDE}{name}", source, size)


def inside(place: Place) -> Iterator[tuple[str, int]]:
    """Every file of a tar or zip file in its order, with its unpacked size."""
    with place.filesystem.open(place.path, "rb") as stream:
        if place.path.lower().endswith(".zip"):
            with zipfile.ZipFile(stream) as archive:
                yield from ((info.filename, info.file_size) for info in archive.infolist() if not info.is_dir())
        else:
            with tarfile.open(fileobj=stream) as packed:
                yield from ((entry.name, entry.size) for entry in packed if entry.isfile())


def unpacked(place: Place, wanted: set[str], limit: int) -> Iterator[tuple[str, bytes]]:
    """The bytes of some members, in one pass; those above `limit` bytes are left out. Raises OSError."""
    data = io.BytesIO(place.read())
    try:
        if place.path.lower().endswith(".zip"):
            with zipfile.ZipFile(data) as archive:
                for info in archive.infolist():
                    if info.filename in wanted and info.file_size <= limit:
                        yield info.filename, archive.read(info)
        else:
            with tarfile.open(fileobj=data) as packed:
                for entry in packed:
                    stream = packed.extractfile(entry) if entry.name in wanted and entry.size <= limit else None
                    if stream is not None:
                        yield entry.name, stream.read()
    except (tarfile.TarError, zipfile.BadZipFile, EOFError, RuntimeError) as error:
        raise OSError(str(error)) from error
