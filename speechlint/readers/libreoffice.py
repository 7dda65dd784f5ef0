"""LibreOffice as a converter of old formats: a private profile and folder each time, and a time limit."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

TIME_LIMIT = 120
NAMES = ("soffice", "libreoffice")
USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
WORD_2007 = "docx:MS Word 2007 XML"


def find_libreoffice() -> str | None:
    """Where LibreOffice is, None without it."""
    return next(filter(None, map(shutil.which, (*NAMES, *USUAL_PLACES))), None)


def convert(
    program: str, data: bytes, suffix: str, target: str = WORD_2007, seconds: float = TIME_LIMIT
) -> bytes | None:
    """The bytes of a file in another format ("docx:MS Word 2007 XML"), None when it could not be had in time."""
    with tempfile.TemporaryDirectory(prefix="speechlint-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, f"draft.{suffix}")
        source.write_bytes(data)
        out = Path(folder, "out")
        command = [program, f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless", "--norestore"]
        run([*command, "--convert-to", target, "--outdir", str(out), str(source)], seconds)
        made = sorted(out.glob("draft.*")) if out.is_dir() else []
        return made[0].read_bytes() if made else None


def run(command: list[str], seconds: float) -> None:
    """Run a program quietly; when time is up it is ended with all it started."""
    with contextlib.suppress(OSError):
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            end(process)
        except BaseException:
            end(process)
            raise


def end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
