"""Side-by-side timings of speechlint and other linters of Chinese text: `python -m benchmarks`."""
