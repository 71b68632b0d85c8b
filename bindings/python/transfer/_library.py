"""Finding and loading the shared library."""

from __future__ import annotations

import importlib
import os
from typing import Any, List, Tuple

from . import _prototypes

SONAME = "libtransfer.so.1"


def _candidates() -> List[Tuple[str, str]]:
    """Where the library may be, in order: a path or name, and why it is looked for there."""
    named = os.environ.get("TRANSFER_LIBRARY")
    if named:
        return [(named, "the environment variable TRANSFER_LIBRARY")]
    here = os.path.dirname(os.path.abspath(__file__))
    places = [(os.path.join(here, SONAME), "inside the package")]
    try:
        installed = importlib.import_module("._installed", __package__)
        places.append((os.path.join(installed.LIBDIR, SONAME),
                       "where it was installed with this package"))
    except ImportError:
        pass
    return places + [(SONAME, "where the system looks for libraries")]


def _load() -> Tuple[Any, str, str]:
    tried = []
    for path, why in _candidates():
        if os.path.isabs(path) and not os.path.exists(path):
            tried.append(f"  {path} ({why}): no such file")
            continue
        try:
            return _prototypes.bind(path), path, why
        except (OSError, AttributeError) as error:
            tried.append(f"  {path} ({why}): {error}")
    raise ImportError("the shared library of libtransfer was not found, or is too old for this "
                      "package; tried:\n" + "\n".join(tried) + "\nSet TRANSFER_LIBRARY to its path, "
                      "or install it; python -m transfer doctor tells more.")


#: The functions of the library; its path or name; why it was looked for there.
lib, path, reason = _load()

#: The version of the library, such as "1.0.0".
version: str = lib.transfer_version().decode()
