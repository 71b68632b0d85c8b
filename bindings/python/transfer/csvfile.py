"""CSV: tables written for spreadsheets, and the rows of spreadsheets read, exactly or not at all.

What a cell means is never guessed: a cell that can be read in two ways is refused, with its row and
column and with what to do.  These are settled by the file itself, or else by an option:

- The encoding is UTF-8, with or without a byte order mark.  No other can be told from the bytes,
  so that Windows-1252 needs ``encoding="cp1252"``.
- The delimiter is the one of comma, semicolon, tab and ``|`` under which the header has names of
  columns, or that of a first line such as "sep=;".
- The decimal mark of a file separated by commas is the point.  In another file it is the mark that
  some figures need, such as "1250,50" and "1.234,5", if no figure needs the other one.  A figure
  such as "1.234" is refused where the point may separate groups of digits.
- A date is written as in the file format, 2014-03-12; "12/03/2014" needs ``dates="d/m/Y"``.

Groups of digits may be separated by spaces, also those that do not break; "€" behind an amount is
EUR; VRAI and FAUX are true and false; "50 %" is 50%.
"""

from __future__ import annotations

import codecs
import csv
import datetime
import io
import os
import re
import secrets
import stat
from decimal import Decimal
from enum import Enum
from keyword import iskeyword
from typing import (TYPE_CHECKING, Any, Callable, Dict, Iterable, List, NamedTuple, NoReturn,
                    Optional, Set, Tuple, Union)

from . import _prototypes as _c
from ._cells import BLANKS, LONGEST, NO_ID, PATTERNS, Cells, Column, Refused, assign, readings
from ._library import lib
from .errors import CsvError, CsvProblem, ExistsError, SpellingError, TransferError
from ._calls import nearest
from .fields import AnyField
from .tables import Table, Unreadable, _Path

if TYPE_CHECKING:
    from .portfolio import Portfolio

_Kind = _c.Kind
_OK = _c.Status.OK
_NUL = "there is a NUL character: the file is damaged, or in UTF-16; save it as CSV in UTF-8"
_DELIMITERS = (",", ";", "\t", "|")
_BOM = "\ufeff"
Source = Union[str, "os.PathLike[str]", bytes, Any]


# ---- writing ----


def write(table: Table, path: Union[str, "os.PathLike[str]", None] = None, *, delimiter: str = ",",
          decimal: str = ".", encoding: str = "utf-8", bom: bool = False,
          french: bool = False) -> Optional[str]:
    """Writes a table as CSV (RFC 4180) to a path, which is replaced whole or not at all; without a
    path, returns the text.

    Values are in the spelling of the file format, with the decimal mark that is given: amounts with
    their currency, dates by ISO 8601, references as ids; identifiers are texts and keep their
    zeros.  What is unset is an empty cell, and so is an empty text.  What cannot be read is written
    as its text.  Texts stay as they are: to a spreadsheet, one that begins with "=" is a formula.

    With french, a French spreadsheet opens the file as it is meant: semicolons, decimal commas, and
    UTF-8 with a byte order mark.

    Raises a CsvError where a text has characters that the encoding lacks, and an OSError.
    """
    name = _codec(encoding)
    if french:
        if delimiter not in (",", ";") or decimal not in (".", ","):
            raise ValueError("french means semicolons and decimal commas")
        delimiter, decimal, bom = ";", ",", name == "utf-8"
    _check_dialect(delimiter, decimal)
    if bom and name != "utf-8":
        raise ValueError(f"a byte order mark goes with UTF-8, not with {encoding}")
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([file_name(column) for column in table.columns])
    columns = [_cells(column.values, column.kind, decimal) for column in table.columns.values()]
    writer.writerows(zip(*columns))
    text = (_BOM if bom else "") + out.getvalue()
    if path is None:
        return text
    try:
        data = text.encode(name)
    except UnicodeEncodeError as error:
        row, column = _place(text, error.start, delimiter)
        problem = CsvProblem(row, column, text[error.start:error.end],
                             f"{encoding} has no such character; write UTF-8")
        raise CsvError(os.fspath(path), [problem]) from None
    _replace(os.fspath(path), data)
    return None


def _codec(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        raise ValueError(f"{encoding!r} is not an encoding, such as \"utf-8\" or "
                         "\"cp1252\"") from None
    return "utf-8" if name == "utf-8-sig" else name


def _check_dialect(delimiter: Optional[str], decimal: Optional[str]) -> None:
    if delimiter is not None and delimiter not in _DELIMITERS:
        raise ValueError(f"{delimiter!r} is not a delimiter: \",\", \";\", \"\\t\" or \"|\"")
    if decimal not in (None, ".", ","):
        raise ValueError(f"{decimal!r} is not a decimal mark: \".\" or \",\"")


def file_name(name: str) -> str:
    """The name of a field in files, without the "_" that Python needs behind its own words."""
    return name[:-1] if name.endswith("_") and iskeyword(name[:-1]) else name


_NUMERIC = ("amount", "quantity", "decimal", "measure", "share")


def _cells(values: List[Any], kind: str, decimal: str) -> Iterable[str]:
    if kind not in _NUMERIC:
        return map(spelling, values)
    return [spelling(value) if isinstance(value, (str, Enum)) else
            spelling(value).replace(".", decimal) for value in values]


def spelling(value: Any) -> str:
    """A value in the spelling of the file format; "" for None."""
    if value is None:
        return ""
    if isinstance(value, Unreadable):
        return str.__str__(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value)


def _replace(path: str, data: bytes) -> None:
    """Puts a file in the place of another, whole; a pipe or device is written to."""
    path = os.path.realpath(path)
    try:
        mode: Optional[int] = os.stat(path).st_mode
    except FileNotFoundError:
        mode = None
    if mode is not None and not stat.S_ISREG(mode):
        with open(path, "wb") as device:
            device.write(data)
        return
    folder, name = os.path.split(path)
    temporary = os.path.join(folder, f".{name[:32]}.{secrets.token_hex(8)}")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            os.chmod(temporary, stat.S_IMODE(mode))
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


# ---- reading ----


def read(portfolio: "Portfolio", path_name: str, source: Source, *, encoding: Optional[str] = None,
         delimiter: Optional[str] = None, decimal: Optional[str] = None,
         dates: Optional[str] = None) -> int:
    """Adds the rows of a CSV file to a section ("agreements") or to a list in it
    ("agreements.funders"); returns how many.

    `source` is a path, bytes, or an open file.  The header has the names of the columns as a table
    of the same path has them, in any order: "id" and fields for a section; for a list the id of
    each row's record, such as "agreement", and fields.  The rows are appended in their order; the
    column "index" can be there or not, and must not contradict it.  An empty cell is what is not
    known.  See above for what is settled by the file, and what by options; `dates` is the order of
    days, months and years, such as "d/m/Y" or "m/d/Y", where they are not by ISO 8601.

    Raises a CsvError, which tells all that is wrong, with row and column; then nothing is added.
    """
    path = _Path(path_name)
    _check_dialect(delimiter, decimal)
    file = _File(_name_of(source), path_name, path, dates)
    file.decode(_bytes_of(source), encoding, delimiter)
    file.settle_decimal(decimal)
    return file.add_to(portfolio)


def _name_of(source: Source) -> str:
    if isinstance(source, (bytes, bytearray)):
        return "<bytes>"
    return str(getattr(source, "name", "<text>")) if hasattr(source, "read") else os.fspath(source)


def _bytes_of(source: Source) -> Union[bytes, str]:
    if isinstance(source, (bytes, bytearray)):
        return bytes(source)
    if hasattr(source, "read"):
        data: Union[bytes, str] = source.read()
        return data
    with open(source, "rb") as file:
        return file.read()


def _place(text: str, position: int, delimiter: str) -> Tuple[int, str]:
    """The row, from 1, and the column's name, of a character of a file."""
    start = len(_sep_line(text)[0])
    before = text[start:position].replace("\0", " ") + "x"
    try:
        rows = list(csv.reader(io.StringIO(before, newline=""), delimiter=delimiter))
    except csv.Error:
        return before.count("\n") + 1, ""
    at = len(rows[-1]) - 1
    header = rows[0]
    return len(rows), _clean_name(header[at]) if len(rows) > 1 and at < len(header) else ""


def _sep_line(text: str) -> Tuple[str, Optional[str]]:
    """A byte order mark and a first line "sep=;" with its end, and the delimiter that it names."""
    found = re.match("\ufeff?(?:\"?sep=([,;\t|])\"?(?:\r\n?|\n))?", text, re.IGNORECASE)
    assert found is not None
    return found.group(), found.group(1)


def _clean_name(cell: str) -> str:
    return cell.strip(BLANKS + _BOM + "\r\n")


class _Row(NamedTuple):
    number: int
    cells: List[str]


class _File:
    """A CSV file that is being read: its rows, its columns, and what is wrong."""

    def __init__(self, name: str, path_name: str, path: _Path,
                 dates: Optional[str]) -> None:
        self.name = name
        self.path_name = path_name
        self.path = path
        self.delimiter: Optional[str] = None
        self.rows: List[_Row] = []
        self.cells = Cells(dates)
        self.width = 0
        self.fields: List[Column] = []
        #: The columns that say which record a row belongs to, by name.
        self.keys: Dict[str, Column] = {}
        self.problems: List[CsvProblem] = []

    def refuse(self, row: int, column: str, text: str, message: str) -> None:
        """Keeps what is wrong with a cell."""
        self.problems.append(CsvProblem(row, column, text, message))

    def fail(self, row: int, column: str, text: str, message: str) -> NoReturn:
        """Ends with a problem behind which nothing can be read."""
        self.refuse(row, column, text, message)
        raise CsvError(self.name, self.problems)

    # ---- from bytes to rows ----

    def known(self) -> Dict[str, Optional[AnyField]]:
        """The names that a column can have."""
        lists = self.path.lists
        names: Dict[str, Optional[AnyField]] = {self.path.id_name(): None}
        for one in lists[:-1]:
            names[f"{one.name}_index"] = None
        if lists:
            names["index"] = None
        names.update((file_name(field.name), field) for field in self.path.fields())
        return names

    def decode(self, data: Union[bytes, str], encoding: Optional[str],
               delimiter: Optional[str]) -> None:
        """Makes rows of the file."""
        text = data if isinstance(data, str) else self._text(data, encoding, delimiter)
        start, named = _sep_line(text)
        if named is not None and delimiter not in (None, named):
            self.fail(1, "", start.strip(), f"the first line says that the delimiter is {named!r}, "
                      f"and the option {delimiter!r}: leave the option out, or remove the line")
        if "\0" in text:
            self._fail_at(text, text.index("\0"), delimiter, "", _NUL)
        body = text[len(start):]
        self.delimiter = delimiter or named or self._find_delimiter(body)
        self._parse(body)

    def _text(self, data: bytes, encoding: Optional[str], delimiter: Optional[str]) -> str:
        has_bom = data.startswith(codecs.BOM_UTF8)
        name = "utf-8" if encoding is None else _codec(encoding)
        if has_bom and name != "utf-8":
            self.fail(1, "", "", "the file has the byte order mark of UTF-8: it is not in "
                      f"{encoding}; leave the option encoding out")
        if encoding is None and data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            self.fail(1, "", "", "the file is in UTF-16: save it as CSV in UTF-8, or read it with "
                      "encoding=\"utf-16\"")
        data = data[len(codecs.BOM_UTF8):] if has_bom else data
        latin = data.decode("latin-1")
        if b"\0" in data and not name.startswith(("utf-16", "utf-32")):
            self._fail_at(latin, data.index(b"\0"), delimiter, "", _NUL)
        if name in ("cp1252", "iso8859-1", "iso8859-15"):
            found = re.search(rb"[\xc2\xc3][\x80-\xbf]|\xe2\x80[\x90-\xbf]|\xe2\x82\xac", data)
            if found:
                self._fail_at(latin, found.start(), delimiter, found.group().decode(),
                              f"this is UTF-8, and {encoding} would read it as other characters: "
                              "leave the option encoding out, or, where the file is in two "
                              "encodings, save it anew")
        try:
            return data.decode(name)
        except UnicodeDecodeError as error:
            at, reason = error.start, error.reason
        if encoding is not None:
            self._fail_at(latin, at, delimiter, "", f"the byte 0x{data[at]:02x} is no character of "
                          f"{encoding} ({reason}): name the encoding that the file is in")
        around = data[max(at - 12, 0):at + 12].decode("cp1252", "replace")
        shown = re.split("[\r\n;,\t\"]", around[:min(at, 12)])[-1] + \
            re.split("[\r\n;,\t\"]", around[min(at, 12):])[0]
        self._fail_at(latin, at, delimiter, shown, f"the byte 0x{data[at]:02x} is not UTF-8: save "
                      f"the file as CSV in UTF-8, or, where {shown!r} is what is meant, read it "
                      "with encoding=\"cp1252\" (Windows)")
        raise AssertionError

    def _fail_at(self, text: str, position: int, delimiter: Optional[str], shown: str,
                 message: str) -> NoReturn:
        named = _sep_line(text)[1]
        self.fail(*_place(text, position, delimiter or named or self._likely(text)), shown, message)

    def _names(self, body: str, delimiter: str) -> List[str]:
        rows = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter)
        try:
            return [_clean_name(cell) for cell in next(rows, [])]
        except csv.Error:
            return []

    def _counts(self, body: str) -> Dict[str, int]:
        """How many names of columns the header has under each delimiter."""
        known = self.known()
        counts = {}
        for one in _DELIMITERS:
            names = self._names(body, one)
            counts[one] = sum(name in known or file_name(name) in known for name in names)
        return counts

    def _likely(self, text: str) -> str:
        """The delimiter, to find a place by."""
        counts = self._counts(text.lstrip(_BOM).replace("\0", " "))
        return max(counts, key=lambda one: counts[one])

    def _find_delimiter(self, body: str) -> str:
        counts = self._counts(body)
        most = max(counts.values())
        best = [one for one, count in counts.items() if count == most]
        if most and len(best) == 1:
            return best[0]
        header = re.split("[\r\n]", body, 1)[0]
        if not header.strip(BLANKS):
            self.fail(1, "", "", "the first row is empty: it must have the names of the columns, "
                      + ", ".join(self.known()))
        # A single column has no delimiter, if no row could have another one.
        if most == 1 and not any(one in body for one in _DELIMITERS):
            return ","
        self.fail(1, "", header[:80], "the delimiter cannot be told from the header: say, for "
                  "instance, delimiter=\";\"; columns can be " + ", ".join(self.known()))

    def _parse(self, body: str) -> None:
        assert self.delimiter is not None
        reader = csv.reader(io.StringIO(body, newline=""), delimiter=self.delimiter, strict=True)
        number = 0
        try:
            for cells in reader:
                number += 1
                if number == 1:
                    self._read_header(cells)
                elif any(cell.strip(BLANKS) for cell in cells):
                    self._add_row(number, cells)
        except csv.Error as error:
            self.fail(number + 1, "", "", f"the row cannot be read ({error}): a quote does not "
                      "end, or there is text behind it; write a quote in a quoted cell twice")
        if not number:
            self.fail(1, "", "", "the file is empty: its first row must have the names of the "
                      "columns, " + ", ".join(self.known()))

    def _add_row(self, number: int, cells: List[str]) -> None:
        if len(cells) != self.width:
            self.refuse(number, "", "", f"the row has {len(cells)} cells and the header "
                        f"{self.width}: add or remove cells, or quote those that have a "
                        f"{self.delimiter!r}")
            return
        self.rows.append(_Row(number, cells))

    def _read_header(self, cells: List[str]) -> None:
        known, seen = self.known(), set()  # type: Dict[str, Optional[AnyField]], Set[str]
        self.width = len(cells)
        for place, cell in enumerate(cells):
            shown = _clean_name(cell)
            name = shown if shown in known else file_name(shown)
            if not name:
                self.refuse(1, "", "", f"column {place + 1} has no name: name it, or remove it")
            elif name in seen:
                self.refuse(1, name, shown, "the column is there twice: remove one")
            elif name not in known:
                self.refuse(1, shown, shown, self._unknown(shown, known))
            else:
                field = known[name]
                column = Column(name, place, field,
                                 0 if field is None else lib.transfer_field_kind(field.key))
                if field is None:
                    self.keys[name] = column
                else:
                    self.fields.append(column)
            seen.add(name)
        for name, field in known.items():
            if field is None and name != "index" and name not in seen:
                self.refuse(1, name, "", "the column is missing: it says which record a row "
                            + ("is" if name == "id" else "belongs to"))
        if self.path.values is not None and not self.fields:
            self.refuse(1, self.path.values.name, "", "the column is missing: it has the values")

    def _unknown(self, name: str, known: Dict[str, Optional[AnyField]]) -> str:
        field = self.path.record_class._fields.get(name) if self.path.values is None else None
        if field is not None and field.is_list:
            return f"it is a list: read it from a file of its own, as {self.path_name}.{name}"
        near = nearest(name, known) or nearest(name.lower(), known)
        return f"there is no such column{near or '; there are: ' + ', '.join(known)}"

    # ---- the decimal mark ----

    def settle_decimal(self, decimal: Optional[str]) -> None:
        """Finds the decimal mark: that of the option, the point where commas separate cells, or
        that which some figures need."""
        self.cells.mark, self.cells.is_mark_given = decimal, decimal is not None
        if self.cells.mark is None and self.delimiter == ",":
            self.cells.mark = "."
        if self.cells.mark is not None:
            return
        needed: Dict[str, Tuple[_Row, Column, str]] = {}
        for column in self.fields:
            pattern = PATTERNS.get(column.kind)
            if pattern is None:
                continue
            for row in self.rows:
                text = row.cells[column.place].strip(BLANKS)
                if text.isdigit() or len(text) > LONGEST:
                    continue
                match = pattern.fullmatch(text)
                found = readings(match.group("figure")) if match else {}
                if len(found) == 1:
                    needed.setdefault(next(iter(found)), (row, column, text))
        if len(needed) == 2:
            first, second = sorted(needed.values(), key=lambda one: one[0].number)
            self.refuse(second[0].number, second[1].name, second[2],
                        f"the decimal mark differs from that of row {first[0].number}, "
                        f"{first[1].name}: {first[2]!r}; write all figures with one, or say which "
                        "it is with decimal=\",\" or decimal=\".\"")
        elif needed:
            self.cells.mark = next(iter(needed))

    def set_fields(self, record: Any, row: _Row) -> None:
        """Sets the fields of a row; keeps what is wrong with them."""
        for column in self.fields:
            cell = row.cells[column.place]
            if not cell or (column.kind != _Kind.TEXT and not cell.strip(BLANKS)):
                continue
            try:
                text = self.cells.spelled(column, cell)
                status = assign(record, column.field, text)
                if status != _OK:
                    raise Refused(self.cells.wrong(column, text, status))
            except Refused as error:
                self.refuse(row.number, column.name, cell, str(error))

    # ---- adding ----

    def add_to(self, portfolio: "Portfolio") -> int:
        """Adds all rows, or none."""
        if any(problem.row == 1 for problem in self.problems):
            raise CsvError(self.name, self.problems)
        with portfolio._lock:
            portfolio._check_changeable()
            added: List[Callable[[], None]] = []
            adder = _adder(self, portfolio, added)
            try:
                for row in self.rows:
                    adder(row)
                if self.problems:
                    raise CsvError(self.name, sorted(self.problems, key=lambda one: one.row))
            except BaseException:
                for undo in reversed(added):
                    undo()
                raise
        return len(self.rows)


def _adder(file: _File, portfolio: "Portfolio",
           added: List[Callable[[], None]]) -> Callable[[_Row], None]:
    """What adds a row; how to undo it is put into a list."""
    from .portfolio import Portfolio as Made  # pylint: disable=import-outside-toplevel
    section = portfolio.sections[lib.transfer_type_section(file.path.section_class._type).decode()]
    spare: List[Any] = []  # a record that is like those of the rows

    def check_only(row: _Row) -> None:
        """Finds what is wrong with the other cells of a row that cannot be added."""
        if file.path.values is not None:
            return
        if not spare:
            owner = Made().sections[section.name].add("x")
            for one in file.path.lists:
                owner = one.__get__(owner, None).add()
            spare.append(owner)
        file.set_fields(spare[0], row)

    if not file.path.lists:
        return _SectionAdder(file, section, added, check_only)
    return _ListAdder(file, section, added, check_only)


class _SectionAdder:
    """Adds rows to a section."""

    def __init__(self, file: _File, section: Any, added: List[Callable[[], None]],
                 check_only: Callable[[_Row], None]) -> None:
        self.file, self.section, self.added, self.check_only = file, section, added, check_only
        self.rows: Dict[str, int] = {}

    def __call__(self, row: _Row) -> None:
        name = row.cells[self.file.keys["id"].place].strip(BLANKS)
        record = self._add(name, row.number)
        if record is None:
            self.check_only(row)
        else:
            self.file.set_fields(record, row)

    def _add(self, name: str, row: int) -> Any:
        if not name:
            self.file.refuse(row, "id", "", "the id is missing: give the record one")
            return None
        if name in self.rows:
            self.file.refuse(row, "id", name, f"row {self.rows[name]} has this id: give one of "
                             "them another")
            return None
        self.rows[name] = row
        try:
            record = self.section.add(name)
        except ExistsError:
            self.file.refuse(row, "id", name, f"the portfolio has this id in {self.section.name}: "
                             "give the record another, or remove the row")
            return None
        except SpellingError:
            self.file.refuse(row, "id", name, NO_ID)
            return None
        self.added.append(record.remove)
        return record


class _ListAdder:
    """Appends rows to the lists of records."""

    def __init__(self, file: _File, section: Any, added: List[Callable[[], None]],
                 check_only: Callable[[_Row], None]) -> None:
        self.file, self.section, self.added, self.check_only = file, section, added, check_only
        self.lists: Dict[Tuple[str, ...], Any] = {}
        self.indexes: Dict[Tuple[str, ...], int] = {}
        self.names = [file.path.id_name()] + [f"{one.name}_index" for one in file.path.lists[:-1]]

    def __call__(self, row: _Row) -> None:
        key = tuple(row.cells[self.file.keys[name].place].strip(BLANKS) for name in self.names)
        if key not in self.lists:
            self.lists[key] = self._find(key, row.number)
        elif self.lists[key] is None:
            self._find(key, row.number)
        items = self.lists[key]
        self._check_index(key, row)
        if items is None:
            self.check_only(row)
        elif self.file.path.values is not None:
            self._append_value(items, row)
        else:
            record = items.add()
            self.added.append(record.remove)
            self.file.set_fields(record, row)

    def _find(self, key: Tuple[str, ...], row: int) -> Any:
        """The list that a row belongs to; None where there is none."""
        file = self.file
        if not key[0]:
            file.refuse(row, self.names[0], "", "the id of the record is missing: say to which one "
                        "the row belongs")
            return None
        owner = self.section.get(key[0])
        if owner is None:
            near = nearest(key[0], self.section)
            file.refuse(row, self.names[0], key[0], f"the portfolio has no such record in "
                        f"{self.section.name}{near or ': add it first'}")
            return None
        try:
            for field, name, text in zip(file.path.lists, self.names[1:], key[1:]):
                items = field.__get__(owner)
                if not re.fullmatch("[0-9]{1,9}", text) or int(text) >= len(items):
                    file.refuse(row, name, text, f"it is not the index, from 0, of one of the "
                                f"{len(items)} {field.name} of {key[0]}")
                    return None
                owner = items[int(text)]
            found = file.path.lists[-1].__get__(owner)
            len(found)
            return found
        except TransferError as error:
            file.refuse(row, self.names[0], key[0], f"{error}; correct it first")
            return None

    def _check_index(self, key: Tuple[str, ...], row: _Row) -> None:
        column = self.file.keys.get("index")
        text = row.cells[column.place].strip(BLANKS) if column else ""
        if not text:
            return
        if not re.fullmatch("[0-9]{1,9}", text):
            self.file.refuse(row.number, "index", text, "it is not an index: write a number from "
                             "0, or nothing")
        elif int(text) <= self.indexes.get(key, -1):
            self.file.refuse(row.number, "index", text, "rows are appended in their order, and an "
                             f"earlier one has the index {self.indexes[key]}: sort the rows, or "
                             "remove the column")
        else:
            self.indexes[key] = int(text)

    def _append_value(self, items: Any, row: _Row) -> None:
        file, column = self.file, self.file.fields[0]
        cell, before = row.cells[column.place], len(items)
        try:
            text = file.cells.spelled(column, cell)
            items._append(text)
        except (Refused, SpellingError, OverflowError) as error:
            message = str(error) if isinstance(error, Refused) else \
                file.cells.wrong(column, cell, _c.Status.LIMIT if isinstance(error, OverflowError)
                            else _c.Status.SYNTAX)
            file.refuse(row.number, column.name, cell, message)
            return

        def undo() -> None:
            del items[before:]
        self.added.append(undo)
