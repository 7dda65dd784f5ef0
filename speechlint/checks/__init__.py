"""One small module per kind of check; a kind is registered when its module is imported."""

import importlib
import pkgutil


def load_every_kind() -> None:
    """Import every module of this package."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
