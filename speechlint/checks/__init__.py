"""One small module per kind of check; a kind is registered when its module is imported."""


def load_every_kind() -> None:
    """Import every module of this package."""
    # Who asks for one kind need not load what lists them.
    import importlib
    import pkgutil

    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
