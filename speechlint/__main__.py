"""`python -m speechlint`."""

from speechlint.cli import main

if __name__ == "__main__":
    main()
