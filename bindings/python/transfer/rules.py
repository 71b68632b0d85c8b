"""Rules: what the library checks, rule sets, and rules of one's own."""

from __future__ import annotations

import os
import threading
import weakref
from contextlib import contextmanager
from ctypes import byref, c_char_p, c_int, c_size_t, get_errno
from dataclasses import dataclass
from typing import (TYPE_CHECKING, Any, Callable, Dict, Iterator, List, Mapping, Optional, Tuple,
                    Union)

from . import _prototypes as _c
from ._calls import utf8
from ._library import lib
from .errors import BusyError, ExistsError, RulesetError, SpellingError, status_error
from .records import Record, make, type_name
from .report import AnySeverity, Report, Severity, severity_of
from .values import AnyDate, Period, date_value

if TYPE_CHECKING:
    from .portfolio import Portfolio

_OK = _c.Status.OK
_NO_INDEX = c_size_t(-1).value
_ENGLISH, _FRENCH = _c.Language.ENGLISH, _c.Language.FRENCH


@dataclass(frozen=True)
class Provision:
    """A dated provision of law that a rule applies.

    Attributes:
        text: what it says, in English.
        text_fr: the same in French.
        source: the law.
        in_force: when it was in force; None: always.
        is_checked: whether it was checked against the law's text.
    """

    text: str
    text_fr: str
    source: str
    in_force: Optional[Period]
    is_checked: bool


@dataclass(frozen=True)
class Rule:
    """A rule that the library checks.

    Attributes:
        name: its name, such as "shares-sum".
        severity: how grave what it finds is, unless a rule set says otherwise.
        type: the name of the record type that it looks at; None: any, several, or the text itself.
        since: the version of the library that had it first.
        source: what it rests on: a law, a standard, or the format itself.
        title: what it demands, in English.
        title_fr: the same in French.
        explanation: why it is there, and what to do, in English.
        explanation_fr: the same in French.
        in_force: when the law that it states was in force; None: always.
        provisions: the dated provisions that it applies.
    """

    name: str
    severity: Severity
    type: Optional[str]
    since: str
    source: str
    title: str
    title_fr: str
    explanation: str
    explanation_fr: str
    in_force: Optional[Period]
    provisions: Tuple[Provision, ...]


def _period(period: _c.CPeriod) -> Optional[Period]:
    if not period.start.year and not period.end.year:
        return None
    ends = [date_value(end) if end.year else None for end in (period.start, period.end)]
    return Period(ends[0], ends[1])


def _read_provision(rule: int, index: int) -> Provision:
    text, source, checked, period = c_char_p(), c_char_p(), c_int(), _c.CPeriod()
    texts = []
    for language in (_ENGLISH, _FRENCH):
        lib.transfer_rule_provision_at(rule, index, language, byref(text), byref(source),
                                       byref(period), byref(checked))
        texts.append((text.value or b"").decode())
    return Provision(texts[0], texts[1], (source.value or b"").decode(), _period(period),
                     bool(checked.value))


def _read_rule(pointer: int) -> Rule:
    period = _c.CPeriod()
    lib.transfer_rule_in_force(pointer, byref(period))
    record_type = lib.transfer_rule_type(pointer)
    return Rule(
        name=lib.transfer_rule_name(pointer).decode(),
        severity=Severity(lib.transfer_rule_severity(pointer)),
        type=type_name(record_type) if record_type else None,
        since=lib.transfer_rule_since(pointer).decode(),
        source=lib.transfer_rule_source(pointer).decode(),
        title=lib.transfer_rule_title(pointer, _ENGLISH).decode(),
        title_fr=lib.transfer_rule_title(pointer, _FRENCH).decode(),
        explanation=lib.transfer_rule_explanation(pointer, _ENGLISH).decode(),
        explanation_fr=lib.transfer_rule_explanation(pointer, _FRENCH).decode(),
        in_force=_period(period),
        provisions=tuple(_read_provision(pointer, index)
                         for index in range(lib.transfer_rule_provision_count(pointer))))


def rule_names() -> List[str]:
    """The names of the library's rules."""
    return [lib.transfer_rule_name(lib.transfer_rule_at(index)).decode()
            for index in range(lib.transfer_rule_count())]


def _unknown(name: str) -> str:
    near = lib.transfer_rule_suggest(name.encode("utf-8", "replace").replace(b"\0", b""))
    return f"no rule {name!r}" + (f"; did you mean {near.decode()!r}?" if near else "")


class Rules(Mapping[str, Rule]):
    """The library's rules, by name."""

    def __getitem__(self, name: str) -> Rule:
        pointer = lib.transfer_rule_find(utf8(name))
        if not pointer:
            raise KeyError(_unknown(name))
        return _read_rule(pointer)

    def __iter__(self) -> Iterator[str]:
        return iter(rule_names())

    def __len__(self) -> int:
        return int(lib.transfer_rule_count())

    def __repr__(self) -> str:
        return f"<{len(self)} rules>"


#: The library's rules, by name: ``transfer.rules["shares-sum"].explanation``.
rules = Rules()


class Check:
    """What a rule of one's own is given beside the record: where it says what it found.  It lives
    only while the rule is called; used later, it raises a RuntimeError."""

    def __init__(self, pointer: int, record: Record) -> None:
        self._pointer: Optional[int] = pointer
        self._record = record

    def _use(self) -> int:
        if self._pointer is None:
            raise RuntimeError("a check lives only while its rule is called")
        return self._pointer

    @property
    def as_of(self) -> Optional[AnyDate]:
        """The day that the portfolio is validated for; None: none was given."""
        date = _c.CDate()
        if lib.transfer_check_as_of(self._use(), byref(date)) != _OK:
            return None
        return date_value(date)

    def report(self, message: Optional[str] = None, *, field: Optional[str] = None,
               index: Optional[int] = None, found: Any = None, expected: Any = None,
               severity: AnySeverity = Severity.OFF) -> None:
        """Reports a defect of the record, of one of its fields, or of an item of a list of values.

        `field` is the name of the field, and `index` the place in its list, from 0.  Without a
        message one is made of what was found and expected, which can be any values.  The severity
        is that of the rule unless one is given.

        Raises an AttributeError where there is no such field, and an IndexError or a ValueError
        where it has no such item.
        """
        key = 0 if field is None else self._record._field(field).key
        status = lib.transfer_check_report(
            self._use(), severity_of(severity), key, _NO_INDEX if index is None else index,
            _spelled(found), _spelled(expected), _spelled(message))
        if status == _c.Status.NOT_FOUND:
            raise IndexError(f"{field} has no item {index}")
        if status == _c.Status.MISUSE:
            raise ValueError(f"{field} has no items that an index could be of")
        if status != _OK:
            raise status_error(status, "report")

    def skip(self, reason: str = "missing") -> None:
        """Says why the rule does not apply to the record: "missing" (a value), "other_case",
        "vague" (a value) and others, which the ValueError for another word names."""
        try:
            number = _c.Reason[reason.upper()]
        except KeyError:
            names = ", ".join(one.name.lower() for one in _c.Reason if one)
            raise ValueError(f"{reason!r} is not a reason: {names}") from None
        status = lib.transfer_check_skip(self._use(), number)
        if status != _OK:
            raise status_error(status, "skip")


def _spelled(value: Any) -> Optional[bytes]:
    return None if value is None else utf8(str(getattr(value, "value", value)
                                                        if hasattr(value, "name") else value))


_RuleFunction = Callable[[Any, Check], None]


class _Validation(threading.local):
    """What this thread validates, and the exception that a rule of one's own raised."""

    portfolio: Optional["Portfolio"] = None
    error: Optional[BaseException] = None


_validation = _Validation()


def _call_rule(function: _RuleFunction) -> Any:
    """The library's function pointer for a rule written in Python."""
    def call(_: Any, handle: int, pointer: int) -> int:
        check = None
        try:
            assert _validation.portfolio is not None
            record = make(_validation.portfolio, handle)
            check = Check(pointer, record)
            function(record, check)
            return 0
        except BaseException as error:  # pylint: disable=broad-except
            _validation.error = error
            return 1
        finally:
            if check:
                check._pointer = None
    return _c.RULE_FUNCTION(call)


class Ruleset:
    """The rules that are checked, each with its severity.

    ``Ruleset({"siren-key": "off"})``, ``ruleset["shares-sum"] = "error"``,
    ``Ruleset.load("rules.yaml")``; rules of one's own are added with rule().  A severity is a
    Severity or its name: "off", "note", "warning", "error".

    Raises a KeyError where there is no such rule, a ValueError for another severity, and a
    BusyError where it is changed while it is in use.
    """

    def __init__(self, severities: Optional[Mapping[str, AnySeverity]] = None) -> None:
        pointer = lib.transfer_ruleset_new()
        if not pointer:
            raise MemoryError("a rule set")
        self._pointer: int = pointer
        self._lock = threading.RLock()
        self._users = 0
        self._functions: Dict[str, Any] = {}
        self._finalizer = weakref.finalize(self, lib.transfer_ruleset_free, pointer)
        self._finalizer.atexit = False
        for name, severity in (severities or {}).items():
            self[name] = severity

    @classmethod
    def load(cls, path: Union[str, "os.PathLike[str]"]) -> "Ruleset":
        """A rule set from a file, such as ``rules: {siren-key: off}``, see transfer(5).

        Raises a RulesetError, which carries the report, where it has errors, and an OSError.
        """
        ruleset, report = cls(), Report()
        status = lib.transfer_ruleset_load_file(ruleset._pointer, os.fsencode(path),
                                                report._pointer)
        errno = get_errno()
        return ruleset._loaded(status, os.fspath(path), report, errno)

    @classmethod
    def loads(cls, text: str, name: str = "<rules>") -> "Ruleset":
        """A rule set from a text; `name` stands for the file in diagnostics.

        Raises a RulesetError, which carries the report.
        """
        ruleset, report = cls(), Report()
        data = utf8(text)
        status = lib.transfer_ruleset_load_memory(ruleset._pointer, data, len(data),
                                                  utf8(name), report._pointer)
        return ruleset._loaded(status, name, report, 0)

    def _loaded(self, status: int, name: str, report: Report, errno: int) -> "Ruleset":
        if status in (_c.Status.IO, _c.Status.NO_MEMORY):
            raise status_error(status, name, errno)
        if status != _OK:
            raise RulesetError(str(report[0]) if report else f"{name}: cannot be read", report)
        return self

    def __getitem__(self, name: str) -> Severity:
        severity = c_int()
        with self._lock:
            status = lib.transfer_ruleset_get_severity(self._pointer, utf8(name),
                                                       byref(severity))
        if status != _OK:
            raise KeyError(_unknown(name))
        return Severity(severity.value)

    def __setitem__(self, name: str, severity: AnySeverity) -> None:
        with self._changing():
            status = lib.transfer_ruleset_set_severity(self._pointer, utf8(name),
                                                       severity_of(severity))
        if status != _OK:
            raise KeyError(_unknown(name))

    def add_rule(self, name: str, type: str,  # pylint: disable=redefined-builtin
                 function: _RuleFunction, severity: AnySeverity = Severity.WARNING) -> None:
        """Adds a rule of one's own, such as "acme/budget-line", for the records of one type.

        The function is called with each record and a Check.  An exception that it raises stops
        the validation and is raised by it.  It cannot change the portfolio.  `type` is the name of
        the record type, such as "agreement".

        Raises a SpellingError for another sort of name, an ExistsError for one that is there, and
        a ValueError where there is no such type.
        """
        number = lib.transfer_type_find(utf8(type))
        if not number:
            raise ValueError(f"no record type {type!r}")
        pointer = _call_rule(function)
        with self._changing():
            status = lib.transfer_ruleset_add_rule(self._pointer, utf8(name), number,
                                                   severity_of(severity), pointer, None)
            if status == _OK:
                self._functions[name] = pointer
        if status == _c.Status.SYNTAX:
            raise SpellingError(f"{name!r} is not the name of a rule of one's own, such as "
                                "\"acme/budget-line\"")
        if status == _c.Status.EXISTS:
            raise ExistsError(f"there is a rule {name!r} already")
        if status != _OK:
            raise status_error(status, name)

    def rule(self, name: str, type: str,  # pylint: disable=redefined-builtin
             severity: AnySeverity = Severity.WARNING) -> Callable[[_RuleFunction], _RuleFunction]:
        """The same as a decorator of the function.

            >>> rules = transfer.Ruleset()
            >>> @rules.rule("acme/signed", "agreement", severity="error")
            ... def signed(agreement, check):
            ...     if agreement.signed is None:
            ...         check.report("there is no day of signature", field="amount")
            >>> p = transfer.load("pacte-lorraine.yaml")
            >>> print(p.validate(rules)[0])
            pacte-lorraine.yaml:188:13: error: there is no day of signature [acme/signed]
        """
        def decorate(function: _RuleFunction) -> _RuleFunction:
            self.add_rule(name, type, function, severity)
            return function
        return decorate

    @contextmanager
    def _changing(self) -> Iterator[None]:
        with self._lock:
            if self._users:
                raise BusyError("the rule set is in use, and cannot be changed meanwhile")
            yield

    @contextmanager
    def _used(self) -> Iterator[int]:
        with self._lock:
            self._users += 1
        try:
            yield self._pointer
        finally:
            with self._lock:
                self._users -= 1

    def _validate(self, portfolio: "Portfolio", pointer: int, day: Any, report: Report) -> int:
        """Validates; raises what a rule of one's own raised."""
        before = (_validation.portfolio, _validation.error)
        _validation.portfolio, _validation.error = portfolio, None
        try:
            with self._used() as ruleset:
                status = lib.transfer_portfolio_validate(pointer, ruleset, day, report._pointer)
            if _validation.error is not None:
                raise _validation.error
        finally:
            _validation.portfolio, _validation.error = before
        return int(status)

    def __repr__(self) -> str:
        changed = [f"{name}: {self[name].name.lower()}" for name in rule_names()
                   if self[name] != rules[name].severity]
        return f"<Ruleset {', '.join(changed + sorted(self._functions)) or '(defaults)'}>"
