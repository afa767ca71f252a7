"""Scripts and benchmarks of the checkout as modules: they lie outside the packages, so no import finds them."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType

from helpers.places import ROOT


def script_module(path: str) -> ModuleType:
    """The script loaded anew; ``path`` is from the root of the checkout. It is registered, as dataclasses ask for."""
    name = path.removesuffix(".py").replace("/", "_")
    spec = importlib.util.spec_from_file_location(name, ROOT / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
