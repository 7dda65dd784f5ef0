"""What a request carries: the drafts and the choices, kept in memory only, for a draft is nobody else's business."""

from __future__ import annotations

from typing import cast

from pydantic import BaseModel, ConfigDict, ValidationError
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import parse_options_header
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from speechlint.messages import Language, Problem, say
from speechlint.web.choices import Choices, Kind
from speechlint.web.jobs import Draft

MIB = 2**20
FILE_LIMIT = 20 * MIB
FILES = 10
# The drafts, and room for names, choices and boundaries.
BODY_LIMIT = FILES * FILE_LIMIT + 4 * MIB
FIELDS = 10


class InMemory(MultiPartParser):
    """A parser that never writes an upload to disk."""

    spool_max_size = BODY_LIMIT + 1


class Chosen(BaseModel):
    """What was chosen for one draft; a finding is known by its `key`."""

    model_config = ConfigDict(extra="forbid")

    kind: Kind
    accepted: dict[str, str] = {}
    ignored: list[str] = []

    @property
    def choices(self) -> Choices:
        return Choices(self.accepted, frozenset(self.ignored))


class Form:
    """One request's form, read and closed."""

    def __init__(self, fields: dict[str, str], files: list[tuple[str, bytes]], language: Language | None) -> None:
        self._fields = fields
        self._files = files
        self._language = language

    def drafts(self) -> list[Draft]:
        """The drafts sent; raises Problem when there are none or too many."""
        drafts = [Draft(bare_name(name), data, None, self._language) for name, data in self._files]
        if "text" in self._fields:
            drafts.append(self._pasted(self._fields["text"]))
        if not drafts:
            raise Problem("no-draft")
        if len(drafts) > FILES:
            raise Problem("too-many-files", limit=FILES)
        return drafts

    def _pasted(self, text: str) -> Draft:
        name = bare_name(self._fields.get("name") or f"{say('pasted', self._language or 'zh')}.txt")
        return Draft(name, text.encode("utf-8", "replace"), "utf-8", self._language)

    def draft(self) -> Draft:
        """The one draft sent; raises Problem when there is not exactly one, or it is too large."""
        draft, *more = self.drafts()
        if more:
            raise Problem("one-draft")
        require_fit(draft)
        return draft

    def chosen(self) -> Chosen:
        """What was chosen; raises Problem when it is not understood."""
        try:
            return Chosen.model_validate_json(self._fields.get("choices", ""))
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, ("choices", *first["loc"])))
            raise Problem("bad-request", reason=f"{where}: {first['msg']}") from None


async def read_form(request: Request, language: Language | None) -> Form:
    """Read a form; raises Problem when it is none."""
    content_type, options = parse_options_header(request.headers.get("content-type", ""))
    if content_type != b"multipart/form-data" or b"boundary" not in options:
        raise Problem("bad-request", reason="multipart/form-data")
    parser = InMemory(
        request.headers, request.stream(), max_files=FILES + 1, max_fields=FIELDS, max_part_size=FILE_LIMIT
    )
    try:
        form = await parser.parse()
    except MultiPartException as error:
        raise Problem("bad-request", reason=error.message) from None
    except FormParserError as error:  # older starlettes pass it on
        raise Problem("bad-request", reason=error) from None
    try:
        return await form_of(form, language)
    finally:
        await form.close()


async def form_of(form: FormData, language: Language | None) -> Form:
    fields = {name: value for name, value in form.multi_items() if isinstance(value, str)}
    uploads = [cast(UploadFile, value) for name, value in form.multi_items() if name == "files"]
    files = [(upload.filename or "", await upload.read()) for upload in uploads if isinstance(upload, UploadFile)]
    return Form(fields, files, language)


def require_fit(draft: Draft) -> None:
    """Raise Problem for a draft larger than is taken."""
    if len(draft.data) > FILE_LIMIT:
        raise Problem("too-large", limit=FILE_LIMIT // MIB)


def bare_name(name: str) -> str:
    """A file's name without the folders some browsers send, and without what no file name holds."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(character for character in last if character.isprintable()) or "?"
