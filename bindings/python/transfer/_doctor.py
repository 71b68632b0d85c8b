"""python -m transfer doctor: what this package is, which library it found, and whether they agree.

It works where "import transfer" fails, and uses nothing that needs the library.

SPDX-License-Identifier: MIT
"""

from __future__ import annotations

import os
import platform
import sys
from typing import List, Tuple

from ._search import SONAME, Search, needed, search
from ._version import VERSION


def _mapped(name: str) -> str:
    """The file of a loaded library, which the system found under a name; "" where that is not
    known."""
    try:
        with open("/proc/self/maps", encoding="utf-8", errors="surrogateescape") as maps:
            for line in maps:
                path = "".join(line.rstrip("\n").partition("/")[1:])
                if os.path.basename(path).startswith(name):
                    return path
    except OSError:
        pass
    return ""


def _library(found: Search) -> str:
    """The path of the library that was found, with the file it leads to where that is another."""
    name = found.path
    real = os.path.realpath(name) if os.sep in name else _mapped(name)
    return name if real in ("", name) else f"{name} -> {real}"


def _lines(found: Search) -> List[Tuple[str, str]]:
    lines = [("Python", f"{platform.python_version()}, {sys.executable}"),
             ("package", f"{VERSION}, {os.path.dirname(os.path.abspath(__file__))}")]
    for miss in found.misses:
        lines.append(("tried", f"{miss.path} ({miss.why}): {miss.problem}"))
    if found.lib is None:
        lines.append(("library", "none that this package can use"))
        if os.environ.get("TRANSFER_LIBRARY"):
            lines.append(("help", "TRANSFER_LIBRARY names the one library that is tried: correct "
                                  "it, or unset it"))
        else:
            lines.append(("help", f"install libtransfer {needed()}, or set TRANSFER_LIBRARY to the "
                                  f"path of its {SONAME}"))
        return lines
    lines.append(("library", f"{found.version}, {_library(found)} ({found.why})"))
    lines.append(("versions", f"agree: this package needs a library {needed()}"))
    return lines


def doctor() -> int:
    """Prints what was found. Returns the exit status: 0, or 1 where there is no library."""
    found = search()
    for name, text in _lines(found):
        print(f"{name:9} {text}")
    return 0 if found.lib is not None else 1
