"""Reports: what is wrong with a portfolio, as data, as text and as HTML."""

from __future__ import annotations

import enum
import html
import threading
import weakref
from contextlib import contextmanager
from ctypes import byref, c_char_p, c_uint64, c_void_p
from dataclasses import dataclass
from typing import Any, Dict, Iterator, List, Optional, Sequence, Tuple, Union, overload

from . import _prototypes as _c
from ._library import lib
from .errors import BusyError, ValidationError, status_error
from ._calls import take_text

_LANGUAGES = {"en": _c.Language.ENGLISH, "fr": _c.Language.FRENCH}
_FORMATS = {"text": _c.Format.TEXT, "json": _c.Format.JSON, "sarif": _c.Format.SARIF,
            "github": _c.Format.GITHUB}


class Severity(enum.IntEnum):
    """How grave a diagnostic is; greater is graver."""

    OFF = 0
    NOTE = 1
    WARNING = 2
    ERROR = 3


#: A severity or its name.
AnySeverity = Union[Severity, str]


def severity_of(value: AnySeverity) -> Severity:
    """A severity or its name, such as "warning"."""
    try:
        return Severity[value.upper()] if isinstance(value, str) else Severity(value)
    except (KeyError, ValueError):
        raise ValueError(f"{value!r} is not a severity: off, note, warning, error") from None


def language_of(value: str) -> int:
    """The library's number of "en" or "fr"."""
    try:
        return _LANGUAGES[value]
    except KeyError:
        raise ValueError(f"{value!r} is not a language: en, fr") from None


@dataclass(frozen=True)
class Related:
    """Another place that belongs to a diagnostic."""

    file: str
    line: int
    column: int
    message: str
    message_fr: str


@dataclass(frozen=True)
class Diagnostic:
    """What one rule found in one place.  ``str(diagnostic)`` is a line of text.

    Attributes:
        rule: the name of the rule.
        severity: how grave it is.
        file: the path or name of the file.
        line: from 1; 0 where there is no place.
        column: in characters from 1; 0 where there is no place.
        end_line: the line of the last character.
        end_column: the column behind the last character.
        pointer: the JSON Pointer of the value; "" for the whole file.
        record: the id of the record; None outside of records.
        found: what was found, in the spelling of the file.
        expected: what should be there, in English.
        expected_fr: the same in French.
        suggestion: what to write instead; None: nothing that is certain.
        message: what is wrong, in English.
        message_fr: the same in French.
        exception: the reason of the exception in the record that accepts it, which makes it a note.
        excerpt: the line, or a window of it.
        excerpt_column: the column of the excerpt's first character.
        related: other places that belong to it.
    """

    rule: str
    severity: Severity
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    pointer: str
    record: Optional[str]
    found: Optional[str]
    expected: Optional[str]
    expected_fr: Optional[str]
    suggestion: Optional[str]
    message: str
    message_fr: str
    exception: Optional[str]
    excerpt: Optional[str]
    excerpt_column: int
    related: Tuple[Related, ...]

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}: " if self.line else \
            f"{self.file}: " if self.file else ""
        help_text = f"; write {self.suggestion}" if self.suggestion else ""
        return f"{place}{self.severity.name.lower()}: {self.message}{help_text} [{self.rule}]"


def _text(value: Optional[bytes]) -> Optional[str]:
    return None if value is None else value.decode("utf-8", "replace")


def _sure(value: Optional[bytes]) -> str:
    return "" if value is None else value.decode("utf-8", "replace")


def _read_related(diagnostic: int, index: int) -> Related:
    file, message, line, column = c_char_p(), c_char_p(), c_uint64(), c_uint64()
    messages = []
    for language in _LANGUAGES.values():
        lib.transfer_diagnostic_related_at(diagnostic, index, language, byref(file), byref(line),
                                           byref(column), byref(message))
        messages.append(_sure(message.value))
    return Related(_sure(file.value), line.value, column.value, *messages)


def _read_diagnostic(pointer: int) -> Diagnostic:
    english, french = _LANGUAGES["en"], _LANGUAGES["fr"]
    return Diagnostic(
        rule=_sure(lib.transfer_diagnostic_rule(pointer)),
        severity=Severity(lib.transfer_diagnostic_severity(pointer)),
        file=_sure(lib.transfer_diagnostic_file(pointer)),
        line=lib.transfer_diagnostic_line(pointer),
        column=lib.transfer_diagnostic_column(pointer),
        end_line=lib.transfer_diagnostic_end_line(pointer),
        end_column=lib.transfer_diagnostic_end_column(pointer),
        pointer=_sure(lib.transfer_diagnostic_pointer(pointer)),
        record=_text(lib.transfer_diagnostic_record(pointer)),
        found=_text(lib.transfer_diagnostic_found(pointer)),
        expected=_text(lib.transfer_diagnostic_expected(pointer, english)),
        expected_fr=_text(lib.transfer_diagnostic_expected(pointer, french)),
        suggestion=_text(lib.transfer_diagnostic_suggestion(pointer)),
        message=_sure(lib.transfer_diagnostic_message(pointer, english)),
        message_fr=_sure(lib.transfer_diagnostic_message(pointer, french)),
        exception=_text(lib.transfer_diagnostic_exception(pointer)),
        excerpt=_text(lib.transfer_diagnostic_excerpt(pointer)),
        excerpt_column=lib.transfer_diagnostic_excerpt_column(pointer),
        related=tuple(_read_related(pointer, index)
                      for index in range(lib.transfer_diagnostic_related_count(pointer))))


class Report(Sequence[Diagnostic]):
    """Diagnostics in the order of files, lines and columns.

    It is a sequence of Diagnostic objects.  ``str(report)`` is what transfer-validate prints, lines
    and carets included; a notebook shows it as a table.
    """

    def __init__(self) -> None:
        pointer = lib.transfer_report_new()
        if not pointer:
            raise MemoryError("a report")
        self._pointer: int = pointer
        self._lock = threading.RLock()
        self._busy = False
        self._finalizer = weakref.finalize(self, lib.transfer_report_free, pointer)
        self._finalizer.atexit = False

    @contextmanager
    def _exclusively(self) -> Iterator[int]:
        """While the library adds to it without Python's lock."""
        with self._lock:
            self._check()
            self._busy = True
        try:
            yield self._pointer
        finally:
            with self._lock:
                self._busy = False

    def _check(self) -> None:
        if self._busy:
            raise BusyError("the report is being added to")

    def _read(self, function: Any, *arguments: Any) -> Any:
        with self._lock:
            self._check()
            return function(self._pointer, *arguments)

    def __len__(self) -> int:
        return int(self._read(lib.transfer_report_count))

    @overload
    def __getitem__(self, index: int) -> Diagnostic:
        ...

    @overload
    def __getitem__(self, index: slice) -> List[Diagnostic]:
        ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        with self._lock:
            count = len(self)
            if isinstance(index, slice):
                return [self[at] for at in range(*index.indices(count))]
            if index < 0:
                index += count
            pointer = self._read(lib.transfer_report_at, index) if 0 <= index < count else None
            if not pointer:
                raise IndexError(f"the report has {count} diagnostics")
            return _read_diagnostic(pointer)

    def of(self, severity: AnySeverity) -> List[Diagnostic]:
        """The diagnostics of one severity, such as "error"; a ValueError for another word."""
        wanted = severity_of(severity)
        return [diagnostic for diagnostic in self if diagnostic.severity is wanted]

    @property
    def errors(self) -> List[Diagnostic]:
        """The errors that are kept."""
        return self.of(Severity.ERROR)

    @property
    def warnings(self) -> List[Diagnostic]:
        """The warnings that are kept."""
        return self.of(Severity.WARNING)

    @property
    def notes(self) -> List[Diagnostic]:
        """The notes that are kept."""
        return self.of(Severity.NOTE)

    def count_of(self, severity: AnySeverity) -> int:
        """How many of one severity were found, those beyond the limit of diagnostics included."""
        return int(self._read(lib.transfer_report_severity_count, severity_of(severity)))

    @property
    def is_valid(self) -> bool:
        """Whether there is no error."""
        return self.count_of(Severity.ERROR) == 0

    def raise_for_errors(self) -> "Report":
        """Raises a ValidationError, which carries the report, where there is an error; else returns
        the report."""
        count = self.count_of(Severity.ERROR)
        if count:
            raise ValidationError(f"{count} error{'s' if count > 1 else ''}; the first: "
                                  f"{self.errors[0]}", self)
        return self

    def summary(self) -> List[Dict[str, Any]]:
        """On how many records the last validation passed, failed or did not apply each rule, and
        for which reasons; rules that were off are left out."""
        from .rules import rule_names  # pylint: disable=import-outside-toplevel
        rows = []
        for name in rule_names():
            counts = {outcome.name.lower(): self._read(lib.transfer_report_outcome_count,
                                                       name.encode(), outcome)
                      for outcome in _c.Outcome}
            reasons = {reason.name.lower(): self._read(lib.transfer_report_reason_count,
                                                       name.encode(), reason)
                       for reason in _c.Reason}
            if any(counts.values()):
                rows.append({"rule": name, **counts,
                             "reasons": {key: value for key, value in reasons.items() if value}})
        return rows

    def render(self, format: str = "text",  # pylint: disable=redefined-builtin
               language: str = "en", colour: bool = False) -> str:
        """The report as "text", "json" (lines), "sarif" or "github" (workflow commands), in
        English ("en") or French ("fr").

        Raises a ValueError for another word.
        """
        if format not in _FORMATS:
            raise ValueError(f"{format!r} is not one of {', '.join(_FORMATS)}")
        text = _c.text_p()
        status = self._read(lib.transfer_report_render_memory, _FORMATS[format],
                            language_of(language), _c.RENDER_COLOUR if colour else 0, byref(text),
                            None)
        if status != _c.Status.OK:
            raise status_error(status, "report")
        return take_text(text)

    def __str__(self) -> str:
        return self.render()

    def __repr__(self) -> str:
        counts = ", ".join(f"{self.count_of(severity)} {severity.name.lower()}s"
                           for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE))
        return f"<Report: {counts}>"

    def _repr_html_(self) -> str:
        """What a notebook shows: a table, with everything from the files escaped."""
        rows = []
        for one in self:
            place = f"{one.file}:{one.line}:{one.column}" if one.line else one.file
            found = [one.message]
            if one.excerpt:
                found.append(one.excerpt)
            if one.suggestion:
                found.append(f"write {one.suggestion}")
            cells = [one.severity.name.lower(), place, "\n".join(found), one.rule]
            rows.append("<tr>" + "".join(
                f'<td style="text-align: left; white-space: pre-wrap">{html.escape(cell)}</td>'
                for cell in cells) + "</tr>")
        head = "".join(f'<th style="text-align: left">{name}</th>'
                       for name in ("severity", "place", "message", "rule"))
        return (f"<p>{html.escape(repr(self)[1:-1])}</p>" +
                (f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
                 if rows else ""))
