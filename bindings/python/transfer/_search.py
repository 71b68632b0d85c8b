"""The search for the shared library. Nothing here fails where there is none: _library.py raises,
and "python -m transfer doctor" tells what was found and tried.

SPDX-License-Identifier: MIT
"""

from __future__ import annotations

import importlib
import os
from ctypes import CDLL, c_char_p
from types import SimpleNamespace
from typing import List, NamedTuple, Optional, Tuple

from . import _prototypes
from ._version import VERSION

SONAME = "libtransfer.so.1"


class Miss(NamedTuple):
    """A place without a library that could be used."""

    path: str
    why: str  # it is looked for there
    problem: str


class Search(NamedTuple):
    """What was found: the first library that can be used, and the places before it."""

    lib: Optional[SimpleNamespace]  # the functions; None: nothing was found, the rest is ""
    path: str
    why: str
    version: str
    misses: List[Miss]


class _Unfit(Exception):
    """A library that this package cannot use."""


def _places() -> List[Tuple[str, str]]:
    """Where the library may be, in order: a path or name, and why it is looked for there. One that
    is named is taken or refused, and no other is used in its place."""
    named = os.environ.get("TRANSFER_LIBRARY")
    if named:
        return [(named, "the environment variable TRANSFER_LIBRARY")]
    here = os.path.dirname(os.path.abspath(__file__))
    places = [(os.path.join(here, SONAME), "inside the package")]
    try:
        installed = importlib.import_module("._installed", __package__)  # by make install
        places.append((os.path.join(installed.LIBDIR, SONAME),
                       "where it was installed with this package"))
    except ImportError:
        pass
    return places + [(SONAME, "where the system looks for libraries")]


def agrees(library: str, package: str = VERSION) -> bool:
    """Whether a library of a version is one for a package of a version: one of the same major
    version that is not older. The last number says nothing of what there is."""
    try:
        major, minor = (int(number) for number in library.split(".")[:2])
    except ValueError:
        return False
    needed_major, needed_minor = (int(number) for number in package.split(".")[:2])
    return major == needed_major and minor >= needed_minor


def _close(library: CDLL) -> None:
    """Unloads a library: as long as it is there, the system finds it under its name once more."""
    try:
        importlib.import_module("_ctypes").dlclose(library._handle)
    except (ImportError, AttributeError):
        pass


def _look_at(library: CDLL) -> str:
    """The version of a library, if it is one that this package can use."""
    try:
        function = library.transfer_version
    except AttributeError:
        raise _Unfit("this is another library: it has no transfer_version()") from None
    function.restype = c_char_p
    version = (function() or b"").decode("ascii", "replace")
    if not agrees(version):
        raise _Unfit(f"its version is {version}; this package, {VERSION}, needs {needed()}")
    for name in _prototypes.PROTOTYPES:
        if not hasattr(library, name):
            raise _Unfit(f"its version is {version}, but it has no function {name}()")
    return version


def _open(path: str) -> Tuple[SimpleNamespace, str]:
    """The functions and the version of the library at a path."""
    if os.path.isabs(path) and not os.path.exists(path):
        raise _Unfit("no such file")
    try:
        library = CDLL(path)
    except OSError as error:
        raise _Unfit(str(error)) from None
    try:
        version = _look_at(library)
    except _Unfit:
        _close(library)
        raise
    return _prototypes.bind(path), version


def needed() -> str:
    """The versions of the library that this package can use, in words."""
    major, minor = VERSION.split(".")[:2]
    return f"{major}.{minor} or a later {major}.x"


def search() -> Search:
    """Looks for the library, place by place."""
    misses: List[Miss] = []
    for path, why in _places():
        try:
            lib, version = _open(path)
            return Search(lib, path, why, version, misses)
        except _Unfit as error:
            misses.append(Miss(path, why, str(error)))
    return Search(None, "", "", "", misses)
