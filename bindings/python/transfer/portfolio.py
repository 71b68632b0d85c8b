"""Portfolios: loading, saving, validating, and the sections that hold the records."""

from __future__ import annotations

import os
import threading
import weakref
from contextlib import contextmanager
from ctypes import byref, c_int, c_size_t, c_void_p, get_errno
from typing import (TYPE_CHECKING, Any, Dict, ItemsView, Iterable, Iterator, List, Mapping,
                    Optional, Sequence, Tuple, Type, TypeVar, Union, ValuesView, overload)

from . import _prototypes as _c
from . import model, records
from ._calls import expect_id, nearest, take_text, utf8
from ._library import lib
from .answers import Answer, Calculation, ask, calculate
from .errors import BusyError, ClosedError, LoadError, SaveError, TransferError, status_error
from .fields import ChoiceField
from .records import Record, make, type_name
from .report import Report
from .rules import Ruleset
from .values import Amount, AnyDate, Remainder, Share, date_struct, share_value

if TYPE_CHECKING:
    from .tables import Table

_OK = _c.Status.OK
_NO_FILE = c_size_t(-1).value
Path = Union[str, "os.PathLike[str]"]


_RecordType = TypeVar("_RecordType", bound=Record)
_Default = TypeVar("_Default")


class Section(Mapping[str, _RecordType]):
    """The records of one type, by id, in the order of the files: a mapping.

    ``section["cea"]``, ``section.add("cea", name=…)``, ``for record in section.values()``;
    ``del section["cea"]`` removes a record.
    """

    __slots__ = ("_portfolio", "_type", "name", "record_class")

    def __init__(self, portfolio: "Portfolio", record_type: int) -> None:
        self._portfolio = portfolio
        self._type = record_type
        self.name = lib.transfer_type_section(record_type).decode()
        self.record_class: Type[Record] = records.classes[record_type]

    def __getitem__(self, id: str) -> _RecordType:  # pylint: disable=redefined-builtin
        if not isinstance(id, str):
            raise TypeError(f"ids are str, not {type(id).__name__}")
        record = self.get(id)
        if record is None:
            near = nearest(id, list(self))
            raise KeyError(f"no {self.name} with the id {id!r}{near}")
        return record

    @overload
    def get(self, id: str,  # pylint: disable=redefined-builtin
            default: None = None) -> Optional[_RecordType]:
        ...

    @overload
    def get(self, id: str,  # pylint: disable=redefined-builtin
            default: Union[_RecordType, _Default]) -> Union[_RecordType, _Default]:
        ...

    def get(self, id: str, default: Any = None) -> Any:  # pylint: disable=redefined-builtin
        """The record with an id, or else the default."""
        portfolio = self._portfolio
        if not isinstance(id, str) or "\0" in id:
            return default
        with portfolio._lock:
            portfolio._check_open()
            handle = lib.transfer_portfolio_find(portfolio._pointer, self._type,
                                                 id.encode("utf-8", "replace"))
            return make(portfolio, handle) or default

    def __contains__(self, id: object) -> bool:  # pylint: disable=redefined-builtin
        return isinstance(id, str) and self.get(id) is not None

    def at(self, index: int) -> _RecordType:
        """The record at an index, in the order of the files; an IndexError where there is none."""
        count = len(self)
        if index < 0:
            index += count
        if not 0 <= index < count:
            raise IndexError(f"{self.name} has {count} records")
        portfolio = self._portfolio
        with portfolio._lock:
            portfolio._check_open()
            record: _RecordType = make(portfolio, lib.transfer_portfolio_at(
                portfolio._pointer, self._type, index))
            return record

    def __len__(self) -> int:
        portfolio = self._portfolio
        with portfolio._lock:
            portfolio._check_open()
            return int(lib.transfer_portfolio_count(portfolio._pointer, self._type))

    def _all(self) -> List[_RecordType]:
        """All records as they are now: the section may change while they are gone through."""
        portfolio = self._portfolio
        with portfolio._lock:
            count = len(self)
            return [make(portfolio,
                         lib.transfer_portfolio_at(portfolio._pointer, self._type, index))
                    for index in range(count)]

    def __iter__(self) -> Iterator[str]:
        return iter([name for name, _ in self._pairs()])

    def _pairs(self) -> List[Tuple[str, _RecordType]]:
        return [(str(record.id), record) for record in self._all()]

    def values(self) -> "_Values[_RecordType]":
        """The records, in the order of the files: a sequence."""
        return _Values(self)

    def items(self) -> "_Items[_RecordType]":
        """Pairs of id and record, in the order of the files: a sequence."""
        return _Items(self)

    def add(self, id: str, **fields: Any) -> _RecordType:  # pylint: disable=redefined-builtin
        """Adds a record with these fields at the end, and returns it; where one of them cannot be
        set, nothing is added.

        Raises an ExistsError where the id is taken, a SpellingError where it is none, or a text is
        no value of its field, a TypeError for a value of another type, a RangeError for one that
        does not fit, and an AttributeError where there is no such field.
        """
        portfolio, out = self._portfolio, c_void_p()
        with portfolio._lock:
            portfolio._check_changeable()
            status = lib.transfer_portfolio_add(portfolio._pointer, self._type, utf8(id),
                                                byref(out))
        expect_id(status, id, self.name)
        record: _RecordType = make(portfolio, out.value)
        try:
            record.update(**fields)
        except BaseException:
            record.remove()
            raise
        return record

    def _counted(self) -> str:
        count = len(self)
        return f"{count} {self.name if count != 1 else type_name(self._type)}"

    def __delitem__(self, id: str) -> None:  # pylint: disable=redefined-builtin
        self[id].remove()

    def __repr__(self) -> str:
        try:
            ids = list(self)
        except TransferError as error:
            return f"<{self.name} ({error})>"
        shown = ", ".join(ids[:8]) + (", …" if len(ids) > 8 else "")
        return f"<{self.name}: {len(ids)}{' – ' + shown if shown else ''}>"


class _Values(Sequence[_RecordType], ValuesView[_RecordType]):
    """The records of a section as a sequence."""

    def __init__(self, section: Section[_RecordType]) -> None:
        super().__init__(section)
        self._section = section

    @overload
    def __getitem__(self, index: int) -> _RecordType:
        ...

    @overload
    def __getitem__(self, index: slice) -> List[_RecordType]:
        ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        if isinstance(index, slice):
            return self._section._all()[index]
        return self._section.at(index)

    def __iter__(self) -> Iterator[_RecordType]:
        return iter(self._section._all())

    def __repr__(self) -> str:
        return repr(list(self))


class _Items(Sequence[Tuple[str, _RecordType]], ItemsView[str, _RecordType]):
    """The ids and records of a section as a sequence."""

    def __init__(self, section: Section[_RecordType]) -> None:
        super().__init__(section)
        self._section = section

    @overload
    def __getitem__(self, index: int) -> Tuple[str, _RecordType]:
        ...

    @overload
    def __getitem__(self, index: slice) -> List[Tuple[str, _RecordType]]:
        ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return self._section._pairs()[index]

    def __iter__(self) -> Iterator[Tuple[str, _RecordType]]:
        return iter(self._section._pairs())

    def __repr__(self) -> str:
        return repr(list(self))


class File:
    """A file of a portfolio.

    Attributes:
        name: the path or name that it was loaded by; "" where nothing was loaded.
    """

    __slots__ = ("_portfolio", "index", "name")

    def __init__(self, portfolio: "Portfolio", index: int, name: str) -> None:
        self._portfolio = portfolio
        self.index = index
        self.name = name

    @property
    def has_comments(self) -> bool:
        """Whether it has comments, which saving would drop."""
        return bool(self._portfolio._read(lib.transfer_portfolio_file_has_comments, self.index))

    @property
    def record(self) -> model.PortfolioRecord:
        """What the file says of itself."""
        portfolio = self._portfolio
        record: model.PortfolioRecord = make(
            portfolio, portfolio._read(lib.transfer_portfolio_at, 1, self.index))
        return record

    def dumps(self) -> str:
        """The canonical text of this file, without comments."""
        return self._portfolio._text(self.index)

    def __repr__(self) -> str:
        return f"<File {self.index} {self.name!r}>"


class Portfolio(model.PortfolioFields):
    """Everything that one or several files say, and nothing else: an empty one to begin with.

    Each section is an attribute and a mapping from ids to records: ``portfolio.partners["cea"]``.
    What a portfolio says of itself are attributes too, as ``portfolio.title``.

        >>> portfolio = transfer.Portfolio()
        >>> cea = portfolio.partners.add("cea", name="CEA", kind="research_organisation")
        >>> metz = portfolio.platforms.add("metz", name="CEA Tech Lorraine", operator=cea)
        >>> print(portfolio.dumps(), end="")
        transfer: 1
        partners:
          cea:
            name: CEA
            kind: research_organisation
        platforms:
          metz:
            name: CEA Tech Lorraine
            operator: cea

    Its records belong to it, and keep it alive.  It can be closed, also by ``with``; it and its
    records raise a ClosedError from then on.  One thread may change it, or several may read it;
    what would be a change while it is loaded, validated or saved raises a BusyError.
    """

    def __init__(self) -> None:
        pointer = lib.transfer_portfolio_new()
        if not pointer:
            raise MemoryError("a portfolio")
        self._lock = threading.RLock()
        self._pointer: Optional[int] = pointer
        self._readers = 0
        self._loading = False
        self._finalizer = weakref.finalize(self, lib.transfer_portfolio_free, pointer)
        # Another thread may still use it when the interpreter ends.
        self._finalizer.atexit = False
        #: What reading the files found.
        self.report: Report = Report()

    # ---- the guard ----

    def _check_open(self) -> None:
        if self._pointer is None:
            raise ClosedError("the portfolio was closed")
        if self._loading:
            raise BusyError("the portfolio is being loaded")

    def _is_readable(self) -> bool:
        return self._pointer is not None and not self._loading

    def _check_changeable(self) -> None:
        self._check_open()
        if self._readers:
            raise BusyError("the portfolio is being validated or saved, and cannot be changed "
                            "meanwhile")

    def _read(self, function: Any, *arguments: Any) -> Any:
        with self._lock:
            self._check_open()
            return function(self._pointer, *arguments)

    @contextmanager
    def _reading(self) -> Iterator[int]:
        """While the library reads the portfolio without Python's lock."""
        with self._lock:
            self._check_open()
            self._readers += 1
            pointer = self._pointer
        assert pointer is not None
        try:
            yield pointer
        finally:
            with self._lock:
                self._readers -= 1

    @contextmanager
    def _changing(self) -> Iterator[int]:
        """While the library loads into the portfolio without Python's lock."""
        with self._lock:
            self._check_changeable()
            self._loading = True
            pointer = self._pointer
        assert pointer is not None
        try:
            yield pointer
        finally:
            with self._lock:
                self._loading = False

    def close(self) -> None:
        """Frees the portfolio now; using it or its records afterwards raises a ClosedError.

        Raises a BusyError while it is loaded, validated or saved.
        """
        with self._lock:
            if self._pointer is not None:
                self._check_changeable()
                self._pointer = None
                self._finalizer()

    @property
    def is_closed(self) -> bool:
        """Whether close() was called."""
        return self._pointer is None

    def __enter__(self) -> "Portfolio":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    # ---- loading and saving ----

    def load(self, path: Path, *, rules: Optional[Ruleset] = None, partial: bool = False,
             strict: bool = True) -> Report:
        """Reads a file, or all .yaml, .yml and .json files below a directory, beside what is there.

        Returns what is wrong with the text; what it finds is also in ``report``.  With strict, an
        error in it raises a LoadError, which carries the report; else only a file that cannot be
        read to its end does.  With partial, references that the file does not resolve are fine.
        A rule set says how grave is what is found; None: as the library has it.

        Raises a LoadError, and an OSError where a file cannot be opened or read.
        """
        name = os.fspath(path)
        return self._load(name, strict, lib.transfer_portfolio_load_file, os.fsencode(path),
                          _pointer_of(rules), _load_flags(partial))

    def loads(self, text: Union[str, bytes], *, name: str = "<text>",
              rules: Optional[Ruleset] = None, partial: bool = False,
              strict: bool = True) -> Report:
        """Reads a text, as load() reads a file; `name` stands for the file in diagnostics.

        Raises a LoadError.
        """
        data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else bytes(text)
        return self._load(name, strict, lib.transfer_portfolio_load_memory, data, len(data),
                          name.encode("utf-8", "replace"), _pointer_of(rules), _load_flags(partial))

    def _load_into(self, report: Report, path: Path, rules: Optional[Ruleset],
                   partial: bool) -> None:
        """Loads a file, whatever is wrong with it; what that is is added to a report."""
        with self._changing() as pointer, report._exclusively():
            status = lib.transfer_portfolio_load_file(pointer, os.fsencode(path),
                                                      _pointer_of(rules), _load_flags(partial),
                                                      report._pointer)
            errno = get_errno()
        if status in (_c.Status.IO, _c.Status.NO_MEMORY):
            raise status_error(status, os.fspath(path), errno)

    def _load(self, name: str, strict: bool, function: Any, *arguments: Any) -> Report:
        report = Report()
        with self._changing() as pointer:
            status = function(pointer, *arguments, report._pointer)
            errno = get_errno()
        self.report = report
        if status in (_c.Status.IO, _c.Status.NO_MEMORY, _c.Status.MISUSE):
            raise status_error(status, name, errno if status == _c.Status.IO else 0)
        if status != _OK or (strict and report.errors):
            raise LoadError(_count_text(name, report), report, self)
        return report

    def save(self, path: Optional[Path] = None, *, drop_comments: bool = False,
             overwrite: bool = False) -> None:
        """Saves each file to where it was loaded from, or all as one to a path; each is replaced
        whole or not at all.

        Raises a SaveError where comments would be lost (unless drop_comments), where a file
        changed since it was loaded (unless overwrite), where a file could not be read whole, or
        where there is no path for what was added; and an OSError where a file cannot be written.
        """
        flags = (_c.SAVE_DROP_COMMENTS if drop_comments else 0) | \
            (_c.SAVE_OVERWRITE if overwrite else 0)
        with self._reading() as pointer:
            if path is None:
                status = lib.transfer_portfolio_save(pointer, flags)
            else:
                status = lib.transfer_portfolio_save_file(pointer, _NO_FILE, os.fsencode(path),
                                                          flags)
            errno = get_errno()
        if status == _c.Status.MISUSE:
            raise SaveError("there are records that no file is for: give a path")
        if status == _c.Status.SYNTAX:
            raise SaveError("a file that could not be read whole is not replaced")
        if status != _OK:
            raise status_error(status, os.fspath(path) if path else "portfolio", errno)

    def dumps(self) -> str:
        """The canonical text of all files as one, without comments.

        Raises a SaveError where a file could not be read whole.
        """
        return self._text(_NO_FILE)

    def _text(self, file: int) -> str:
        text = _c.text_p()
        with self._reading() as pointer:
            status = lib.transfer_portfolio_save_memory(pointer, file, _c.SAVE_DROP_COMMENTS,
                                                        byref(text), None)
        if status == _c.Status.SYNTAX:
            raise SaveError("a file that could not be read whole has no canonical text")
        if status != _OK:
            raise status_error(status, "portfolio")
        return take_text(text)

    @property
    def files(self) -> Tuple[File, ...]:
        """The files that were loaded, in their order; the first also holds what was added."""
        with self._lock:
            count = self._read(lib.transfer_portfolio_file_count)
            names = [self._read(lib.transfer_portfolio_file_name, index) for index in range(count)]
        return tuple(File(self, index, os.fsdecode(name)) for index, name in enumerate(names))

    def set_limit(self, *, file_size: Optional[int] = None, records: Optional[int] = None,
                  diagnostics: Optional[int] = None) -> None:
        """Changes limits on what is loaded from now on: the bytes of a file, the number of records,
        and the diagnostics that one call keeps.  None: as it is.

        Raises a ValueError for what is not 1 or more.
        """
        for limit, value in ((_c.Limit.FILE_SIZE, file_size), (_c.Limit.RECORDS, records),
                             (_c.Limit.DIAGNOSTICS, diagnostics)):
            if value is None:
                continue
            if not 0 < value < 2**64:
                raise ValueError(f"a limit is 1 or more, not {value}")
            with self._lock:
                self._check_changeable()
                lib.transfer_portfolio_set_limit(self._pointer, limit, value)

    # ---- rules and questions ----

    def validate(self, rules: Optional[Ruleset] = None, *,
                 as_of: Union[AnyDate, str, None] = None,
                 report: Optional[Report] = None) -> Report:
        """Checks everything that the model holds, by a rule set and as of a day.

        Returns a report; report.raise_for_errors() makes errors an exception.  `rules` is None for
        the library's own, each as grave as it is; `as_of` a day, such as "2016-07-11", by which
        rules judge that need one, and None where these are not to apply.  With `report`, that of
        loading for instance, what is found is added to it, and nothing twice.

        Raises what a rule of one's own raises.
        """
        found = Report() if report is None else report
        day = None if as_of is None else byref(date_struct(as_of))
        with self._reading() as pointer, found._exclusively():
            if rules is None:
                status = lib.transfer_portfolio_validate(pointer, None, day, found._pointer)
            else:
                status = rules._validate(self, pointer, day, found)
        if status != _OK:
            raise status_error(status, "validate")
        return found

    def sum(self, *by: str, as_of: Union[AnyDate, str, None] = None) -> Answer:
        """What funders pay under the agreements in force on a day (None: the latest versions).

        `by` is any of "funder", "year", "beneficiary", "agreement"; a row for each group and
        currency, with what is committed and paid apart.  An amount without instalments is spread
        over the days of its agreement's period.  A funder that is not named is None.

            >>> p = transfer.load("pacte-lorraine.yaml")
            >>> for row in p.sum("funder"):
            ...     print(row.funder.name, row.committed)
            État français 15000000 EUR
            Région Lorraine 15000000 EUR

        Raises a ValueError for another word, and a RangeError where a sum does not fit.
        """
        bits = 0
        for word in by:
            if word not in _BY:
                raise ValueError(f"{word!r} is not one of {', '.join(_BY)}")
            bits |= _BY[word]
        day = None if as_of is None else byref(date_struct(as_of))
        return ask(self, (*by, "committed", "paid"), lib.transfer_portfolio_sum, bits, day)

    def in_force(self, date: Union[AnyDate, str]) -> Answer:
        """The agreements, projects and programmes in force on a day, each with the role
        "certain" or "possible"."""
        return ask(self, ("record", "role"), lib.transfer_portfolio_in_force,
                   byref(date_struct(date)))

    def referrers(self, record: Record) -> Answer:
        """The records that refer to one, each with the field through which it does."""
        return ask(self, ("record", "field"), lib.transfer_record_referrers,
                   about=self._own(record, Record))

    def platform_partners(self, platform: model.Platform) -> Answer:
        """The partners of a platform: operator, those of its projects, agreements, programmes."""
        return ask(self, ("record", "role"), lib.transfer_platform_partners,
                   about=self._own(platform, model.Platform))

    def platform_agreements(self, platform: model.Platform,
                            as_of: Union[AnyDate, str, None] = None) -> Answer:
        """What a platform receives and has contracted, as of a day (None: the latest versions)."""
        day = None if as_of is None else byref(date_struct(as_of))
        return ask(self, ("record", "role"), lib.transfer_platform_agreements, day,
                   about=self._own(platform, model.Platform))

    def size_class(self, partner: model.Partner,
                   definition: Union[model.PartnerSizeDefinition, str] = "eu_2003_361",
                   as_of: Union[AnyDate, str, None] = None) -> Calculation[model.Size]:
        """The size class of an enterprise under a definition, by its accounts and owners on a day
        (None: the latest), with its steps; the result is a Size, or None."""
        number = _choice_number(model.Partner.size_definition, definition)
        day = None if as_of is None else byref(date_struct(as_of))

        def result(calculation: Any) -> Optional[model.Size]:
            size = c_int()
            if lib.transfer_calculation_size(calculation, byref(size)) != _OK:
                return None
            return model.Partner.size.by_number[size.value]
        return calculate(self, result, lib.transfer_partner_size_class,
                         self._own(partner, model.Partner)._handle, number, day)

    def aid_intensity(self, agreement: model.Agreement, beneficiary: model.Partner,
                      research_category: Union[model.ResearchCategory, str, None] = None
                      ) -> Calculation[Union[Share, Remainder]]:
        """The highest intensity of aid allowed for a beneficiary of an agreement, for a research
        category (None: that of the declaration or project), with its steps; the result is a Share,
        or None."""
        number = 0 if research_category is None else \
            _choice_number(model.Project.research_category, research_category)

        def result(calculation: Any) -> Union[Share, Remainder, None]:
            share = _c.CShare()
            found = lib.transfer_calculation_intensity(calculation, byref(share)) == _OK
            return share_value(share) if found else None
        return calculate(self, result, lib.transfer_agreement_aid_intensity,
                         self._own(agreement, model.Agreement)._handle,
                         self._own(beneficiary, model.Partner)._handle, number)

    def de_minimis(self, partner: model.Partner, day: Union[AnyDate, str],
                   country: Optional[str] = None) -> Calculation[Tuple[Amount, Amount]]:
        """The de minimis aid that a Member State (None: the partner's country) has granted to the
        undertaking of a partner, as counted on a day, with its steps; the result is the pair of
        amounts used and left, or None."""
        def result(calculation: Any) -> Optional[Tuple[Amount, Amount]]:
            used, left = _c.CAmount(), _c.CAmount()
            found = lib.transfer_calculation_de_minimis(calculation, byref(used), byref(left)) == _OK
            return (Amount._of(used), Amount._of(left)) if found else None
        return calculate(self, result, lib.transfer_partner_de_minimis,
                         self._own(partner, model.Partner)._handle,
                         None if country is None else utf8(country),
                         byref(date_struct(day)))

    def _own(self, record: Any, wanted: Type[_RecordType]) -> _RecordType:
        """The record, if it is one of this portfolio, of a type, and was not removed."""
        if not isinstance(record, wanted):
            raise TypeError(f"expected a {wanted.__name__}, not a {type(record).__name__}")
        if record._portfolio is not self:
            raise ValueError(f"the {type(record).__name__} belongs to another portfolio")
        record._read(lib.transfer_record_type)
        return record

    # ---- sections ----

    @property
    def record(self) -> model.PortfolioRecord:
        """What the portfolio says of itself: the first of its files' records that is not empty."""
        record: model.PortfolioRecord = make(self, self._read(lib.transfer_portfolio_record))
        return record

    @property
    def sections(self) -> Dict[str, Section[Any]]:
        """The sections by name, in the order of the file format."""
        return {name: Section(self, number) for name, number in records.sections.items()}

    def _section(self, number: int) -> Section[Any]:
        self._read(lib.transfer_portfolio_count, number)
        return Section(self, number)

    # ---- tables ----

    def to_records(self, section: str) -> List[Dict[str, Any]]:
        """The records of a section, such as "agreements", as dicts, each with its id in front; see
        Record.to_dict().  Raises a KeyError where there is no such section."""
        try:
            found = self.sections[section]
        except KeyError:
            near = nearest(section, records.sections)
            raise KeyError(f"no section {section!r}{near}") from None
        return [{"id": record.id, **record.to_dict()} for record in found.values()]

    def table(self, path: str, columns: Optional[Iterable[str]] = None) -> "Table":
        """A flat table: of a section ("agreements"), or of a list in it ("agreements.funders",
        "platforms.fields"), a row for each item.  `columns` names those that are wanted; None: all.

            >>> p = transfer.load("pacte-lorraine.yaml")
            >>> table = p.table("agreements.funders", ["partner", "share"])
            >>> table["partner"]
            ['etat', 'region-lorraine']
            >>> table[0]
            {'partner': 'etat', 'share': <Remainder.EQUAL: 'equal'>}

        The table is a copy: it stays as it is when the portfolio changes.  Raises a KeyError where
        there is no such section, list or column.
        """
        from .tables import read_table  # pylint: disable=import-outside-toplevel
        return read_table(self, path, columns)

    def to_pandas(self, path: str, columns: Optional[Iterable[str]] = None) -> Any:
        """The same as a pandas.DataFrame with exact values; see Table.to_pandas().

        Raises an ImportError where pandas is not installed.
        """
        return self.table(path, columns).to_pandas()

    def read_csv(self, path: str, source: Any, *, encoding: Optional[str] = None,
                 delimiter: Optional[str] = None, decimal: Optional[str] = None,
                 dates: Optional[str] = None) -> int:
        """Adds the rows of a CSV file to a section ("agreements") or a list in it
        ("agreements.funders"): all of them, or, with a CsvError that tells all that is wrong, none.
        Returns how many; see transfer.csvfile.read()."""
        from .csvfile import read  # pylint: disable=import-outside-toplevel
        return read(self, path, source, encoding=encoding, delimiter=delimiter, decimal=decimal,
                    dates=dates)

    # ---- as a Python object ----

    def __eq__(self, other: object) -> bool:
        """Whether both have the same canonical text."""
        if not isinstance(other, Portfolio):
            return NotImplemented
        return self is other or self.dumps() == other.dumps()

    def __copy__(self) -> "Portfolio":
        return _load_again(self._state())

    def __deepcopy__(self, memo: Dict[int, Any]) -> "Portfolio":
        copied = memo[id(self)] = self.__copy__()
        return copied

    def __reduce__(self) -> Tuple[Any, ...]:
        return (_load_again, (self._state(),))

    def _state(self) -> List[Tuple[str, str]]:
        return [(file.name, file.dumps()) for file in self.files]

    def __repr__(self) -> str:
        if self.is_closed:
            return "<Portfolio (closed)>"
        try:
            counts = [section._counted() for section in self.sections.values() if section]
            return f"<Portfolio {', '.join(counts) or '(empty)'}>"
        except TransferError as error:
            return f"<Portfolio ({error})>"


_BY = {"funder": _c.BY_FUNDER, "year": _c.BY_YEAR, "beneficiary": _c.BY_BENEFICIARY,
       "agreement": _c.BY_AGREEMENT}


def _choice_number(field: ChoiceField[Any, Any], value: Any) -> int:
    return field.numbers[field.choices(value)]


def _pointer_of(rules: Optional[Ruleset]) -> Optional[int]:
    return None if rules is None else rules._pointer


def _load_flags(partial: bool) -> int:
    return _c.LOAD_PARTIAL if partial else 0


def _count_text(name: str, report: Report) -> str:
    errors = report.errors
    first = f"; the first: {errors[0]}" if errors else ""
    return f"{name}: {len(errors)} error{'s' if len(errors) != 1 else ''}{first}"


def _load_again(state: List[Tuple[str, str]]) -> Portfolio:
    portfolio = Portfolio()
    for name, text in state:
        portfolio.loads(text, name=name, strict=False)
    return portfolio


def load(*paths: Path, rules: Optional[Ruleset] = None, partial: bool = False,
         strict: bool = True) -> Portfolio:
    """A portfolio of files or directories.

        >>> transfer.load("pacte-lorraine.yaml")
        <Portfolio 8 partners, 2 programmes, 6 platforms, 1 agreement>
        >>> try:
        ...     transfer.load("broken.yaml")
        ... except transfer.LoadError as error:
        ...     print(len(error.report.errors), error.portfolio.partners["etat"].name)
        14 État français

    What the text says is not validated: see check() and Portfolio.validate().  For `rules` and
    `partial` see Portfolio.load().

    Raises a LoadError, which carries the report and what could be read, where one has errors; with
    strict=False only where one cannot be read to its end.  Raises an OSError where one cannot be
    opened.
    """
    if not paths:
        raise TypeError("load() needs a path")
    portfolio = Portfolio()
    for path in paths:
        portfolio.load(path, rules=rules, partial=partial, strict=strict)
    return portfolio


def loads(text: Union[str, bytes], *, name: str = "<text>", rules: Optional[Ruleset] = None,
          partial: bool = False, strict: bool = True) -> Portfolio:
    """A portfolio of a text, as load() makes it of files; `name` stands for the file in
    diagnostics.

    Raises a LoadError.
    """
    portfolio = Portfolio()
    portfolio.loads(text, name=name, rules=rules, partial=partial, strict=strict)
    return portfolio


def check(*paths: Path, rules: Optional[Ruleset] = None, as_of: Union[AnyDate, str, None] = None,
          partial: bool = False) -> Report:
    """Everything that is wrong with files or directories, as one portfolio: what reading finds and
    what validating finds.

        >>> transfer.check("broken.yaml")
        <Report: 18 errors, 0 warnings, 0 notes>

    For `rules` and `as_of` see Portfolio.validate(), for `partial` Portfolio.load().  Raises
    nothing for errors in files, but an OSError where one cannot be opened.
    """
    portfolio, report = Portfolio(), Report()
    for path in paths:
        portfolio._load_into(report, path, rules, partial)
    return portfolio.validate(rules, as_of=as_of, report=report)
