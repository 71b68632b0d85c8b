"""Flat tables of a portfolio, read a column at a time."""

from __future__ import annotations

import datetime
import html
import importlib
import struct
import sys
from ctypes import byref, c_int, c_void_p, sizeof, string_at
from decimal import Context, Decimal
from enum import Enum
from typing import (TYPE_CHECKING, Any, Dict, Iterable, Iterator, List, Optional, Sequence, Tuple,
                    Union, overload)

from . import _prototypes as _c
from ._calls import nearest
from ._library import lib
from .errors import status_error
from .fields import AnyField, ChoiceField
from .records import attribute_of, classes, type_name
from .values import Amount, Period, Qualifier, Quantity, date_value, share_value

if TYPE_CHECKING:
    from .portfolio import Portfolio

_Kind = _c.Kind
_OK, _UNSET = _c.Status.OK, _c.Status.UNSET
_QUANTITY = struct.Struct("=qBBxxxxxx")
_DATE = struct.Struct("=iBBBx")
_SHARE = struct.Struct("=qqB7x")


class Unreadable(str):
    """A text in a table that is no value of its column's kind."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"Unreadable({str(self)!r})"


class Column:
    """One column of a table: its values as the library handed them over.

    Attributes:
        name: the field, or what the column says of the row.
        kind: what it holds, such as "amount"; "index" for places in a list.
    """

    def __init__(self, name: str, kind: int, states: bytes, data: Any,
                 texts: Optional[Dict[int, str]] = None,
                 choices: Optional[Dict[int, Any]] = None) -> None:
        self.name = name
        self._kind = kind
        self._states = states
        self._data = data  # texts; or structs and numbers as bytes; of measures two of these
        self._texts = texts or {}
        self._choices = choices
        self._values: Optional[List[Any]] = None

    @property
    def kind(self) -> str:
        """What it holds."""
        return _c.Kind(self._kind).name.lower() if self._kind else "index"

    def __len__(self) -> int:
        return len(self._states)

    def _converted(self, values: List[Any]) -> List[Any]:
        """The values with None where unset, and with texts that are no values as they are."""
        if self._states.count(_OK) < len(self._states):
            values = [None if state else value for value, state in zip(values, self._states)]
        for row, text in self._texts.items():
            values[row] = Unreadable(text)
        return values

    @property
    def values(self) -> List[Any]:
        """The values, as the attributes of records have them; references are ids."""
        if self._values is None:
            self._values = self._read()
        return self._values

    def _read(self) -> List[Any]:
        kind, data = self._kind, self._data
        if kind == _Kind.CHOICE:
            return self._converted(list(map((self._choices or {}).get, self._integers())))
        if kind == _Kind.BOOLEAN:
            return self._converted(list(map(bool, self._integers())))
        if kind == _Kind.INTEGER:
            return self._converted(self._integers())
        if kind == _Kind.DATE:
            return self._converted(list(map(_Dates().__getitem__, _DATE.iter_unpack(data))))
        if kind == _Kind.SHARE:
            return self._converted(list(map(_Shares().__getitem__, _SHARE.iter_unpack(data))))
        if kind == _Kind.DECIMAL:
            return self._converted(list(map(_decimal, _QUANTITY.iter_unpack(data))))
        if kind == _Kind.MEASURE:
            return self._converted(list(map(_measure, _structs(_c.CAmount, data[0]),
                                            _structs(_c.CQuantity, data[1]))))
        if kind == _Kind.AMOUNT:
            return self._converted(list(map(Amount._of, _structs(_c.CAmount, data))))
        if kind == _Kind.QUANTITY:
            return self._converted(list(map(Quantity._of, _structs(_c.CQuantity, data))))
        if kind == _Kind.PERIOD:
            return self._converted(list(map(Period._of, _structs(_c.CPeriod, data))))
        return self._converted(list(data))

    def plain(self) -> List[Any]:
        """The values for other programs: choices in their spelling, and the others as they are."""
        if self._kind == _Kind.CHOICE:
            spellings = {number: choice.value for number, choice in (self._choices or {}).items()}
            return self._converted(list(map(spellings.get, self._integers())))
        return self.values

    def figures(self) -> Iterator[Tuple[str, List[Any]]]:
        """The columns that pandas gets: an amount makes one of Decimals and one of currencies, and
        a third of qualifiers where some are not exact."""
        if self._kind not in (_Kind.AMOUNT, _Kind.QUANTITY, _Kind.MEASURE):
            yield self.name, self.plain()
            return
        numbers, units = self._figures()
        # Few are different: each is looked at once.
        is_quantity = self._kind == _Kind.QUANTITY
        parts = {unit: _unit(~unit if is_quantity else unit) for unit in set(units)}
        exponents = {unit: -decimals for unit, (_, decimals, _) in parts.items()}
        yield self.name, self._converted(
            list(map(_exactly.scaleb, numbers, map(exponents.__getitem__, units))))
        if not is_quantity:
            currencies = {unit: currency for unit, (currency, _, _) in parts.items()}
            yield self.name + "_currency", list(map(currencies.__getitem__, units))
        if any(qualifier for _, _, qualifier in parts.values()):
            qualifiers = {unit: qualifier for unit, (_, _, qualifier) in parts.items()}
            yield self.name + "_qualifier", list(map(qualifiers.__getitem__, units))

    def _figures(self) -> Tuple[List[int], List[int]]:
        """Of amounts and quantities the numbers and units, see _unit()."""
        if self._kind != _Kind.MEASURE:
            return _halves(self._data)
        numbers, units = _halves(self._data[0])
        none = {unit for unit in set(units) if _unit(unit)[0] is None}
        for row, (number, unit) in enumerate(zip(*_halves(self._data[1]))):
            if units[row] in none:
                numbers[row], units[row] = number, ~unit
        return numbers, units

    def _integers(self) -> List[int]:
        return list(memoryview(self._data).cast("q"))


def _halves(data: bytes) -> Tuple[List[int], List[int]]:
    """Of amounts or quantities the numbers, and the 8 bytes behind each as one more."""
    return list(memoryview(data).cast("q")[::2]), list(memoryview(data).cast("Q")[1::2])


def _unit(unit: int) -> Tuple[Optional[str], int, Optional[str]]:
    """Currency, decimals and qualifier by the 8 bytes behind the number of an amount; or of a
    quantity, as the complement of them."""
    bits = unit if unit >= 0 else ~unit
    data = bytes(8) + bits.to_bytes(8, sys.byteorder)
    value: Any = (_c.CAmount if unit >= 0 else _c.CQuantity).from_buffer_copy(data)
    currency = value.currency.decode() or None if unit >= 0 else None
    return currency, value.decimals, list(Qualifier)[value.qualifier].value or None


def _structs(structure: Any, data: bytes) -> Iterator[Any]:
    """Structs of their own, each with its own memory, from an array of them."""
    size = sizeof(structure)
    return (structure.from_buffer_copy(data, at) for at in range(0, len(data), size))


class _Dates(Dict[Tuple[Any, ...], Any]):
    """The dates of a column by year, month, day and flags; each is made once."""

    def __missing__(self, key: Tuple[Any, ...]) -> Any:
        year, month, day, flags = key
        value = self[key] = None if not year else \
            datetime.date(year, month, day) if day and not flags else date_value(_c.CDate(*key))
        return value


class _Shares(Dict[Tuple[Any, ...], Any]):
    """The shares of a column by numerator, denominator and form; each is made once."""

    def __missing__(self, key: Tuple[Any, ...]) -> Any:
        value = self[key] = share_value(_c.CShare(*key)) if key[1] else None
        return value


# So that the figures are exact whatever the precision of the caller's context is.
_exactly = Context(prec=40)


def _decimal(item: Sequence[int]) -> Decimal:
    return _exactly.scaleb(Decimal(item[0]), -item[1])


def _measure(amount: _c.CAmount, quantity: _c.CQuantity) -> Union[Amount, Quantity]:
    return Amount._of(amount) if amount.currency else Quantity._of(quantity)


class Table(Sequence[Dict[str, Any]]):
    """Rows with the same columns: a sequence of dicts; ``table["amount"]`` is a column, as a list.

    A notebook shows the first rows.

    Attributes:
        name: what it is a table of, such as "agreements.funders".
        columns: the columns by name.
    """

    def __init__(self, name: str, columns: Iterable[Column]) -> None:
        self.name = name
        self.columns: Dict[str, Column] = {column.name: column for column in columns}

    def __len__(self) -> int:
        return max((len(column) for column in self.columns.values()), default=0)

    @overload
    def __getitem__(self, index: int) -> Dict[str, Any]:
        ...

    @overload
    def __getitem__(self, index: Union[slice, str]) -> List[Any]:
        ...

    def __getitem__(self, index: Union[int, slice, str]) -> Any:
        if isinstance(index, str):
            return self.columns[index].values
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(f"the table has {len(self)} rows")
        return {name: column.values[index] for name, column in self.columns.items()}

    def __iter__(self) -> Iterator[Dict[str, Any]]:
        names = list(self.columns)
        for row in zip(*(column.values for column in self.columns.values())):
            yield dict(zip(names, row))

    def to_pandas(self) -> Any:
        """A pandas.DataFrame with exact values: an amount becomes a column of Decimals and one of
        currencies (with "_currency" behind its name), and where some are qualified one with
        "_qualifier"; dates are datetime.date, and what is unset is None.

        Raises an ImportError where pandas is not installed.
        """
        pandas: Any = importlib.import_module("pandas")  # which has no types of its own
        made = {name: pandas.Series(values, dtype=object)
                for column in self.columns.values() for name, values in column.figures()}
        return pandas.DataFrame(made)

    def to_csv(self, path: Any = None, **options: Any) -> Optional[str]:
        """Writes the table as CSV to a path, or returns it where there is none.

        Options are french=True for a French spreadsheet, or delimiter, decimal, encoding and bom;
        see help(transfer.csvfile.write).  Lines end in CR LF, as by RFC 4180.

        Raises a CsvError where the encoding lacks a character, and an OSError.
        """
        from .csvfile import write  # pylint: disable=import-outside-toplevel
        return write(self, path, **options)

    def __repr__(self) -> str:
        return f"<Table {self.name}: {len(self)} rows, columns {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        """What a notebook shows: the first rows."""
        shown = 20
        head = "".join(f"<th>{html.escape(name)}</th>" for name in self.columns)
        rows = "".join("<tr>" + "".join(_html_cell(value) for value in row.values()) + "</tr>"
                       for row in self[:shown])
        more = f"<p>… {len(self) - shown} more rows</p>" if len(self) > shown else ""
        return (f"<p>{html.escape(self.name)}: {len(self)} rows</p><table><thead><tr>{head}</tr>"
                f"</thead><tbody>{rows}</tbody></table>{more}")


def _html_cell(value: Any) -> str:
    is_figure = isinstance(value, (Amount, Quantity, Decimal, int))
    return (f'<td style="text-align: {"right" if is_figure else "left"}">'
            f"{html.escape(_cell(value))}</td>")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return str(value.value if isinstance(value, Enum) else value)


# ---- reading ----


class _Path:
    """A path such as "agreements.funders": the section, the lists below it, and what rows are."""

    def __init__(self, path: str) -> None:
        first, *names = path.split(".")
        self.record_class = _section_class(first)
        self.section_class = self.record_class
        self.lists: List[AnyField] = []
        self.values: Optional[AnyField] = None
        for name in names:
            if self.values is not None:
                raise KeyError(f"{path}: nothing is nested in {self.values.name}")
            field = self.record_class._fields.get(name)
            if field is None or not field.is_list:
                lists = [one for one, found in self.record_class._fields.items() if found.is_list]
                raise KeyError(f"{path}: {name!r} is no list of {self.record_class.__name__}"
                               f"{nearest(name, lists) or ', which has: ' + ', '.join(lists)}")
            self.lists.append(field)
            if lib.transfer_field_kind(field.key) == _Kind.RECORD:
                self.record_class = classes[lib.transfer_field_target(field.key)]
            else:
                self.values = field

    def fields(self) -> List[AnyField]:
        """The fields that can be columns."""
        if self.values is not None:
            return [self.values]
        return [field for field in self.record_class._fields.values() if not field.is_list]

    def id_name(self) -> str:
        """The name of the column of ids."""
        if not self.lists:
            return "id"
        return type_name(self.section_class._type)


def _section_class(name: str) -> Any:
    for cls in classes.values():
        section = lib.transfer_type_section(cls._type)
        if section is not None and section.decode() == name and name != "portfolio":
            return cls
    sections = [lib.transfer_type_section(number) for number in classes]
    raise KeyError(f"no section {name!r}" +
                   nearest(name, [section.decode() for section in sections if section]))


def read_table(portfolio: "Portfolio", path: str, columns: Optional[Iterable[str]]) -> Table:
    """The table of a path, with the columns that are named, or all."""
    parsed = _Path(path)
    fields = {field.name: field for field in parsed.fields()}
    places = _place_columns(portfolio, parsed)
    known = {column.name: column for column in places}
    if columns is None:
        wanted = list(known) + list(fields)
    else:
        wanted = list(columns)
        for name in wanted:
            if name not in known and name not in fields:
                raise KeyError(f"{path}: no column {name!r}"
                               f"{nearest(name, list(known) + list(fields))}")
    return Table(path, [known[name] if name in known else _read_column(
        portfolio, parsed, parsed.lists, fields[name].key, name) for name in wanted])


def _place_columns(portfolio: "Portfolio", path: _Path) -> List[Column]:
    """The columns that say which row it is: the id, and below it the index in each list."""
    found = [_read_column(portfolio, path, path.lists, 0, path.id_name())]
    owners: List[int] = []
    for depth in range(len(path.lists), 0, -1):
        rows = _read_owners(portfolio, path, path.lists[:depth])
        indexes = _indexes(rows)
        if depth < len(path.lists):
            indexes = [indexes[owner] for owner in owners]
            owners = [rows[owner] for owner in owners]
        else:
            owners = rows
        name = "index" if depth == len(path.lists) else f"{path.lists[depth - 1].name}_index"
        found.insert(1, Column(name, 0, bytes(len(indexes)), indexes))
    return found


def _indexes(owners: List[int]) -> List[int]:
    """For each row how many rows of the same owner come before; they stand together."""
    result, last, index = [], -1, 0
    for owner in owners:
        index = index + 1 if owner == last else 0
        last = owner
        result.append(index)
    return result


def _open_column(pointer: int, path: _Path, lists: List[AnyField], key: int) -> c_void_p:
    out = c_void_p()
    keys = (c_int * len(lists))(*(field.key for field in lists)) if lists else None
    status = lib.transfer_portfolio_column(pointer, path.section_class._type, keys, len(lists), key,
                                           byref(out))
    if status != _OK:
        raise status_error(status, attribute_of(key) if key else "id")
    return out


def _read_owners(portfolio: "Portfolio", path: _Path, lists: List[AnyField]) -> List[int]:
    with portfolio._reading() as pointer:
        column = _open_column(pointer, path, lists,
                              lists[-1].key if path.values is lists[-1] else 0)
        try:
            count = lib.transfer_column_count(column)
            if not count:
                return []
            return list(lib.transfer_column_owners(column)[:count])
        finally:
            lib.transfer_column_free(column)


def _read_column(portfolio: "Portfolio", path: _Path, lists: List[AnyField], key: int,
                 name: str) -> Column:
    field = path.values if path.values is not None and key else \
        path.record_class._fields.get(name) if key else None
    choices = field.by_number if isinstance(field, ChoiceField) else None
    with portfolio._reading() as pointer:
        column = _open_column(pointer, path, lists, key)
        try:
            return _copy_column(column, name, choices)
        finally:
            lib.transfer_column_free(column)


_ARRAYS: Dict[int, Any] = {
    _Kind.DATE: lib.transfer_column_dates,
    _Kind.PERIOD: lib.transfer_column_periods,
    _Kind.AMOUNT: lib.transfer_column_amounts,
    _Kind.QUANTITY: lib.transfer_column_quantities,
    _Kind.DECIMAL: lib.transfer_column_quantities,
    _Kind.SHARE: lib.transfer_column_shares,
    _Kind.INTEGER: lib.transfer_column_integers,
    _Kind.BOOLEAN: lib.transfer_column_integers,
    _Kind.CHOICE: lib.transfer_column_integers,
}


def _texts(pointer: Any, count: int) -> List[Optional[str]]:
    texts = pointer[:count]
    # No text has a NUL: all are decoded at once.
    decoded = b"\0".join([text or b"" for text in texts]).decode().split("\0")
    if None not in texts:
        return list(decoded)
    return [None if text is None else value for text, value in zip(texts, decoded)]


def _bytes(pointer: Any, count: int) -> bytes:
    return string_at(pointer, count * sizeof(pointer.contents))


def _copy_data(column: c_void_p, kind: int, count: int) -> Any:
    if kind == _Kind.MEASURE:
        return (_bytes(lib.transfer_column_amounts(column), count),
                _bytes(lib.transfer_column_quantities(column), count))
    if kind in _ARRAYS:
        return _bytes(_ARRAYS[kind](column), count)
    return _texts(lib.transfer_column_texts(column), count)


def _copy_column(column: c_void_p, name: str, choices: Optional[Dict[int, Any]]) -> Column:
    count, kind = lib.transfer_column_count(column), lib.transfer_column_kind(column)
    if not count:
        empty: Any = (b"", b"") if kind == _Kind.MEASURE else b"" if kind in _ARRAYS else []
        return Column(name, kind, b"", empty, None, choices)
    states = _bytes(lib.transfer_column_states(column), count)
    unreadable = lib.transfer_column_unreadable(column)
    texts = {row: text for row, text in enumerate(_texts(unreadable, count)) if text is not None} \
        if unreadable else None
    return Column(name, kind, states, _copy_data(column, kind, count), texts, choices)
