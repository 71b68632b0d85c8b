"""The shared library, loaded."""

from __future__ import annotations

from typing import Any

from ._search import search


def _fail() -> ImportError:
    tried = [f"  {miss.path} ({miss.why}): {miss.problem}" for miss in _found.misses]
    return ImportError("no shared library of libtransfer could be loaded; tried:\n" +
                       "\n".join(tried) + "\nSet TRANSFER_LIBRARY to its path, or install it; "
                       "python -m transfer doctor tells more.")


_found = search()
if _found.lib is None:
    raise _fail()

#: The functions of the library.
lib: Any = _found.lib

#: Its path, or its name where the system found it.
path: str = _found.path

#: Why it was looked for there.
reason: str = _found.why

#: The version of the library, such as "1.0.0".
version: str = _found.version
