"""What calls of the library share: texts to and fro, and errors of what was asked for by name."""

from __future__ import annotations

import ctypes
import functools
from ctypes import c_char_p
from difflib import get_close_matches
from typing import Any, Callable, Iterable, TypeVar, cast

from . import _prototypes as _c
from ._library import lib
from .errors import SpellingError, status_error


def take_text(text: Any) -> str:
    """A text that the library handed over, which is freed."""
    try:
        return decoded(ctypes.cast(text, c_char_p))
    finally:
        lib.transfer_text_free(text)


def decoded(out: c_char_p) -> str:
    assert out.value is not None
    return out.value.decode()


def utf8(text: str, place: str = "") -> bytes:
    before = f"{place}: " if place else ""
    if not isinstance(text, str):
        raise TypeError(f"{before}expected a str, not {type(text).__name__}")
    if "\0" in text:
        raise SpellingError(f"{before}a text cannot contain the character U+0000")
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise SpellingError(f"{before}{text!r} cannot be written in UTF-8") from error


def short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:39] + "…")


def nearest(name: str, names: Iterable[str]) -> str:
    near = get_close_matches(name, list(names), 1)
    return f"; did you mean {near[0]!r}?" if near else ""


def expect_ok(status: int, place: str) -> None:
    if status != _c.Status.OK:
        raise status_error(status, place)


def expect_id(status: int, id: str, place: str) -> None:  # pylint: disable=redefined-builtin
    if status == _c.Status.SYNTAX:
        raise SpellingError(f"{place}: {id!r} is not an id: a to z, 0 to 9, then also \".\", \"_\" "
                            "and \"-\", at most 64 characters")
    expect_ok(status, f"{place}: {id!r}")


_Method = TypeVar("_Method", bound=Callable[..., Any])


def whole(method: _Method) -> _Method:
    """A method of a record or list that several calls make: no other thread uses the portfolio
    between them."""
    @functools.wraps(method)
    def call(self: Any, *arguments: Any, **named: Any) -> Any:
        with self._portfolio._lock:
            return method(self, *arguments, **named)
    return cast(_Method, call)
