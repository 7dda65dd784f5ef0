"""`python -m speechlint`, and the command `speechlint`: whatever every run needs before its options are read."""

from __future__ import annotations

import gc
import sys

from speechlint import __version__

# Rules and tables are made in great number and stay, so looking through them for garbage every 700 is in vain.
GARBAGE = 200_000


def main() -> None:
    """Run the command line; the version is told before anything else is loaded."""
    if sys.argv[1:] == ["--version"]:
        print(f"speechlint, version {__version__}")
        return
    gc.set_threshold(GARBAGE)
    from speechlint.compiled import kept_patterns

    save = kept_patterns()
    from speechlint.cli import main as run

    try:
        run()
    finally:
        save()
        # The process gives all its memory back at once; without this, Python looks through every object once more.
        gc.freeze()


if __name__ == "__main__":
    main()
