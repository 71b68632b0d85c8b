"""What can go wrong, as exceptions."""

from __future__ import annotations

import os
from typing import (TYPE_CHECKING, Any, Dict, Iterable, List, NamedTuple, Optional, Tuple, Type,
                    Union)

from ._prototypes import Language, Status

if TYPE_CHECKING:
    from .portfolio import Portfolio
    from .report import Diagnostic, Report


class TransferError(Exception):
    """The base of all errors of this package."""


class ClosedError(TransferError):
    """The portfolio was closed."""


class RemovedError(TransferError):
    """The record was removed from its portfolio."""


class BusyError(TransferError):
    """The portfolio is being loaded, validated or saved, and cannot be changed meanwhile."""


class ExistsError(TransferError, KeyError):
    """The id is taken."""

    __str__ = Exception.__str__


class SpellingError(TransferError, ValueError):
    """A text is not a value of the kind that was expected."""


class RangeError(TransferError, OverflowError):
    """A value, or the exact result of a calculation, is beyond what fits."""


class CurrencyError(TransferError, ValueError):
    """Amounts in two currencies were added or compared."""


class UnreadableError(TransferError, ValueError):
    """A field holds a text that is no value of its kind.

    Attributes:
        text: what stands in the file.
    """

    def __init__(self, message: str, text: Optional[str] = None) -> None:
        super().__init__(message)
        self.text = text


class DanglingError(TransferError, LookupError):
    """A reference leads to no record.

    Attributes:
        id: the id that is referred to.
    """

    def __init__(self, message: str, id: str) -> None:  # pylint: disable=redefined-builtin
        super().__init__(message)
        self.id = id


class SaveError(TransferError, OSError):
    """A portfolio was not saved: it has comments, or a file changed on disk."""


class ReportError(TransferError):
    """The base of errors that carry a report.

    Attributes:
        report: the diagnostics; a tuple of them where the error comes from another process.
    """

    def __init__(self, message: str, report: Union["Report", Tuple["Diagnostic", ...]]) -> None:
        super().__init__(message)
        self.report = report

    def __reduce__(self) -> Tuple[Any, ...]:
        return (type(self), (str(self), tuple(self.report)))


class LoadError(ReportError):
    """A file has errors.

    Attributes:
        report: what is wrong with it.
        portfolio: what could be read of it; None where the error comes from another process.
    """

    def __init__(self, message: str, report: Union["Report", Tuple["Diagnostic", ...]],
                 portfolio: Optional["Portfolio"] = None) -> None:
        super().__init__(message, report)
        self.portfolio = portfolio


class ValidationError(ReportError):
    """A portfolio breaks rules."""


class RulesetError(ReportError, ValueError):
    """A rule-set file has errors."""


class CsvProblem(NamedTuple):
    """What is wrong with a cell, a row or the header of a CSV file.

    Attributes:
        row: as a spreadsheet counts rows: the header is row 1.
        column: the name of the column; "" where it is not one cell.
        text: what stands there.
        message: why it is refused, and what to do.
    """

    row: int
    column: str
    text: str
    message: str

    def __str__(self) -> str:
        place = f"row {self.row}" + (f", {self.column}" if self.column else "")
        shown = self.text if len(self.text) <= 40 else self.text[:39] + "…"
        return f"{place}: " + (f"{shown!r}: " if shown else "") + self.message


class CsvError(TransferError, ValueError):
    """A CSV file was refused, or a table cannot be written in an encoding.

    Attributes:
        errors: all that is wrong, by rows.
    """

    _SHOWN = 5

    def __init__(self, name: str, errors: Iterable[CsvProblem]) -> None:
        self.name = name
        self.errors: List[CsvProblem] = list(errors)
        count = len(self.errors)
        lines = [f"{name}: {count} error{'s' if count != 1 else ''}"]
        lines += [f"  {error}" for error in self.errors[:self._SHOWN]]
        if count > self._SHOWN:
            lines.append(f"  … and {count - self._SHOWN} more")
        super().__init__("\n".join(lines))

    def __reduce__(self) -> Tuple[Any, ...]:
        return (CsvError, (self.name, self.errors))


_BY_STATUS: Dict[int, Type[TransferError]] = {
    Status.SYNTAX: SpellingError,
    Status.EXISTS: ExistsError,
    Status.OVERFLOW: RangeError,
    Status.LIMIT: RangeError,
    Status.COMMENTS: SaveError,
    Status.CHANGED: SaveError,
    Status.NOT_DURABLE: SaveError,
}


def status_text(status: int) -> str:
    """The library's own sentence for a status."""
    from ._library import lib
    return str(lib.transfer_status_text(status, Language.ENGLISH).decode())


def status_error(status: int, subject: str, errno: int = 0) -> Exception:
    """The exception for a status that is not OK."""
    if status == Status.NO_MEMORY:
        return MemoryError(subject)
    if status == Status.IO:
        return OSError(errno, os.strerror(errno), subject) if errno else OSError(subject)
    return _BY_STATUS.get(status, TransferError)(f"{subject}: {status_text(status)}")
