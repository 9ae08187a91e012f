"""The corpus's own programs, which stand beside it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType


def load_tool(corpus: Path, name: str) -> ModuleType:
    """Load ``CORPUS/../tools/NAME.py``; ends the run where there is none."""
    path = corpus.parent / "tools" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        sys.exit(f"no program at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
