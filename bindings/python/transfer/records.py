"""Records: what the sections of a portfolio hold, and what is nested in it.

A record is a handle: it keeps its portfolio alive, and reads and writes it.  Its fields are
attributes, which model.py makes from what the library says of its own schema.
"""

from __future__ import annotations

import datetime
from ctypes import byref, c_char_p, c_int, c_int64, c_size_t, c_uint64, c_void_p, cast
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import (TYPE_CHECKING, Any, Dict, Generic, Iterable, Iterator, List, Mapping,
                    MutableSequence, Optional, Sequence, Tuple, Type, TypeVar, Union, overload)

from . import _prototypes as _c
from ._library import lib
from .errors import (DanglingError, RangeError, RemovedError, SpellingError, TransferError,
                     UnreadableError, status_error)
from .values import (Amount, AnyDate, Period, Quantity, Remainder, Share, date_struct, date_value,
                     exact_decimal, share_struct, share_value)

if TYPE_CHECKING:
    from .portfolio import Portfolio

_Kind = _c.Kind
_OK, _UNSET, _WRONG_KIND = _c.Status.OK, _c.Status.UNSET, _c.Status.WRONG_KIND
_NOT_FOUND = _c.Status.NOT_FOUND

# What a field can be set to, by what it holds: a str is the spelling of the file.
DateLike = Union[AnyDate, str]
PeriodLike = Union[Period, datetime.date, str]
AmountLike = Union[Amount, str]
QuantityLike = Union[Quantity, Decimal, int, str]
MeasureLike = Union[Amount, Quantity, Decimal, int, str]
ShareLike = Union[Fraction, Decimal, int, str, Remainder]
IntegerLike = Union[int, str]
BooleanLike = Union[bool, str]

_Read = TypeVar("_Read")  # what reading a field gives
_Write = TypeVar("_Write")  # what it can be set to
_FieldType = TypeVar("_FieldType", bound="Field[Any, Any]")
_OwnFieldType = TypeVar("_OwnFieldType", bound="OwnField[Any, Any]")
_RecordType = TypeVar("_RecordType", bound="Record")
_Choice = TypeVar("_Choice", bound=Enum)
_Spelling = TypeVar("_Spelling", bound=str)
_Item = TypeVar("_Item")
_ListType = TypeVar("_ListType", bound="_List[Any]")

#: The class of each record type, by its number; model.py fills it.
classes: Dict[int, Type["Record"]] = {}
#: The number of the record type of each section, by the section's name; model.py fills it.
sections: Dict[str, int] = {}


class Record:
    """A record of a portfolio, or one nested in another."""

    __slots__ = ("_portfolio", "_handle", "__weakref__")
    __match_args__ = ("id",)
    _portfolio: "Portfolio"
    _handle: int
    _type: int = 0
    _fields: Dict[str, "Field[Any, Any]"] = {}

    def __init__(self, *_: Any, **__: Any) -> None:
        raise TypeError(f"a {type(self).__name__} lives in a portfolio: use add() of a section or "
                        "list")

    # ---- calling the library ----

    def _read(self, function: Any, *arguments: Any) -> Any:
        """Calls a function that reads the record."""
        portfolio = self._portfolio
        with portfolio._lock:
            portfolio._check_open()
            if lib.transfer_record_is_removed(self._handle):
                raise RemovedError(f"{self._place()} was removed")
            return function(self._handle, *arguments)

    def _change(self, function: Any, *arguments: Any) -> int:
        """Calls a function that changes the record; returns its status."""
        portfolio = self._portfolio
        with portfolio._lock:
            portfolio._check_changeable()
            if lib.transfer_record_is_removed(self._handle):
                raise RemovedError(f"{self._place()} was removed")
            return int(function(self._handle, *arguments))

    def _place(self) -> str:
        """The record as a path, such as "agreements.x.funders[1]", for messages."""
        portfolio = self._portfolio
        with portfolio._lock:
            if not portfolio._is_readable():
                return type(self).__name__
            return ".".join(_steps_to(self._handle))

    # ---- what every record has ----

    @property
    def id(self) -> Optional[str]:
        """The id in its section; None for nested records.  Kept by a removed record."""
        portfolio = self._portfolio
        with portfolio._lock:
            portfolio._check_open()
            name = lib.transfer_record_id(self._handle)
        return None if name is None else str(name.decode())

    @property
    def portfolio(self) -> "Portfolio":
        """The portfolio that it belongs to."""
        return self._portfolio

    @property
    def container(self) -> Optional["Record"]:
        """The record that this nested one lies in; None for the others."""
        parent: Optional[Record] = make(self._portfolio, self._read(lib.transfer_record_parent))
        return parent

    @property
    def is_removed(self) -> bool:
        """Whether it, or what it lies in, was removed."""
        portfolio = self._portfolio
        with portfolio._lock:
            portfolio._check_open()
            return bool(lib.transfer_record_is_removed(self._handle))

    def position(self, field: Optional[str] = None) -> Optional[Tuple[int, int]]:
        """Line and column, from 1, where the record or one of its fields was read; None: it was
        not read from a text."""
        line, column = c_uint64(), c_uint64()
        key = 0 if field is None else self._field(field).key
        status = self._read(lib.transfer_record_position, key, byref(line), byref(column))
        if status == _UNSET:
            return None
        _expect_ok(status, self._place())
        return (line.value, column.value)

    def text_of(self, field: str) -> Optional[str]:
        """A field in the spelling of the file, also where it cannot be read; None: unset."""
        found = self._field(field)
        if found.is_list:
            raise TypeError(f"{self._place()}.{field} is a list")
        text = _c.text_p()
        status = self._read(lib.transfer_record_format_value, found.key, 0, byref(text))
        if status == _UNSET:
            return None
        if status == _WRONG_KIND:
            return _unreadable_text(self, found.key)
        _expect_ok(status, f"{self._place()}.{field}")
        return take_text(text)

    def reference_of(self, field: str) -> Optional[str]:
        """The id that a field refers to, whether or not such a record exists; None: unset."""
        out = c_char_p()
        found = self._field(field)
        status = self._read(lib.transfer_record_get_reference_id, found.key, byref(out))
        if status == _UNSET:
            return None
        if status != _OK:
            raise TypeError(f"{self._place()}.{field} is no single reference")
        return _decoded(out)

    def update(self, **fields: Any) -> None:
        """Sets several fields: all of them, or, where one cannot be set, none."""
        found = [(self._field(name), value) for name, value in fields.items()]
        before = [(field, field.keep(self)) for field, _ in found]
        done = 0
        try:
            for field, value in found:
                done += 1
                field.assign(self, value)
        except BaseException:
            for field, kept in reversed(before[:done]):
                field.restore(self, kept)
            raise

    def remove(self) -> None:
        """Removes it with all it holds; references to it dangle, and using it raises."""
        _expect_ok(self._change(lib.transfer_record_remove), self._place())

    def rename(self, id: str) -> None:  # pylint: disable=redefined-builtin
        """Gives it another id; all references follow."""
        status = self._change(lib.transfer_record_rename, _utf8(id))
        _expect_id(status, id, self._place())

    @property
    def extras(self) -> "Extras":
        """The keys that are not the schema's, each with its YAML."""
        return Extras(self)

    def to_dict(self) -> Dict[str, Any]:
        """All fields that are set, in canonical order: references as ids, lists as lists, nested
        records as dicts, choices as their spelling, and other values as they are."""
        result: Dict[str, Any] = {}
        for name, field in self._fields.items():
            value = field.plain(self)
            if value is not None:
                result[name] = value
        return result

    # ---- as a Python object ----

    @classmethod
    def _field(cls, name: str) -> "Field[Any, Any]":
        try:
            return cls._fields[name]
        except KeyError:
            raise AttributeError(f"{cls.__name__} has no field {name!r}" +
                                 _nearest(name, cls._fields)) from None

    if not TYPE_CHECKING:  # where it would allow every name
        def __setattr__(self, name: str, value: Any) -> None:
            if name in self._fields or name in Record.__slots__ or hasattr(type(self), name):
                object.__setattr__(self, name, value)
            else:
                self._field(name)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record):
            return NotImplemented
        return self._handle == other._handle and self._portfolio is other._portfolio

    def __hash__(self) -> int:
        return hash(self._handle)

    def _sort_key(self) -> Tuple[int, str]:
        return (self._type, self.id or "")

    def __lt__(self, other: "Record") -> bool:
        if not isinstance(other, Record):
            return NotImplemented
        return self._sort_key() < other._sort_key()

    def __repr__(self) -> str:
        name = type(self).__name__
        try:
            if self.is_removed:
                return f"<{name} {self.id or ''} (removed)>"
            shown = [] if self.id is None else [repr(self.id)]
            for field in list(self._fields.values()):
                if len(shown) >= 5:
                    break
                if not field.is_list:
                    text = self.text_of(field.name)
                    if text is not None:
                        shown.append(f"{field.name}={_short(text)}")
            return f"<{name} {' '.join(shown)}>"
        except TransferError as error:
            return f"<{name} ({error})>"

    def __copy__(self) -> "Record":
        return self

    def __deepcopy__(self, memo: Dict[int, Any]) -> "Record":
        from copy import deepcopy  # pylint: disable=import-outside-toplevel
        return _found_again(deepcopy(self._portfolio, memo), self._path())

    def __reduce__(self) -> Tuple[Any, ...]:
        return (_found_again, (self._portfolio, self._path()))

    def _path(self) -> Tuple[Any, ...]:
        """Where it is in its portfolio: type, id or file, then names of lists and indexes."""
        portfolio = self._portfolio
        with portfolio._lock:
            self._read(lib.transfer_record_type)
            steps: List[Any] = []
            handle = self._handle
            while True:
                key = lib.transfer_record_parent_key(handle)
                if not key:
                    break
                parent = lib.transfer_record_parent(handle)
                steps += [_index_in(parent, key, handle), key]
                handle = parent
            name = lib.transfer_record_id(handle)
            top = lib.transfer_record_file(handle) if name is None else name.decode()
            return (lib.transfer_record_type(handle), top, *reversed(steps))


def _found_again(portfolio: "Portfolio", path: Tuple[Any, ...]) -> "Record":
    record_type, top, *steps = path
    with portfolio._lock:
        if isinstance(top, str):
            handle = lib.transfer_portfolio_find(portfolio._pointer, record_type, top.encode())
        else:
            handle = lib.transfer_portfolio_at(portfolio._pointer, record_type, top)
        while steps:
            key, index, *steps = steps
            out = c_void_p()
            _expect_ok(lib.transfer_record_record_at(handle, key, index, byref(out)), "copy")
            handle = out.value
    record = make(portfolio, handle)
    assert isinstance(record, Record)
    return record


def _steps_to(handle: int) -> List[str]:
    """The names that lead to a record: section and id, then lists with indexes."""
    parts: List[str] = []
    while True:
        name = lib.transfer_record_id(handle)
        if name is not None:
            section = lib.transfer_type_section(lib.transfer_record_type(handle))
            return [section.decode(), name.decode()] + parts
        key = lib.transfer_record_parent_key(handle)
        if not key:
            return ["portfolio"] + parts
        parent = lib.transfer_record_parent(handle)
        index = _index_in(parent, key, handle)
        parts.insert(0, lib.transfer_field_name(key).decode() +
                     ("" if index is None else f"[{index}]"))
        handle = parent


def _index_in(parent: int, key: int, handle: int) -> Optional[int]:
    out, index = c_void_p(), 0
    while lib.transfer_record_record_at(parent, key, index, byref(out)) == _OK:
        if out.value == handle:
            return index
        index += 1
    return None


def make(portfolio: "Portfolio", handle: Optional[int]) -> Any:
    """The object of a handle, of the class of its type; None for NULL."""
    if not handle:
        return None
    cls = classes[lib.transfer_record_type(handle)]
    record = object.__new__(cls)
    object.__setattr__(record, "_portfolio", portfolio)
    object.__setattr__(record, "_handle", handle)
    return record


def attribute_of(key: int) -> str:
    """The attribute of a field, by the library's number."""
    cls = classes[lib.transfer_field_type(key)]
    return next(name for name, field in cls._fields.items() if field.key == key)


def take_text(text: Any) -> str:
    """A text that the library handed over, which is freed."""
    try:
        return _decoded(cast(text, c_char_p))
    finally:
        lib.transfer_text_free(text)


def _decoded(out: c_char_p) -> str:
    assert out.value is not None
    return out.value.decode()


def _utf8(text: str, place: str = "") -> bytes:
    before = f"{place}: " if place else ""
    if not isinstance(text, str):
        raise TypeError(f"{before}expected a str, not {type(text).__name__}")
    if "\0" in text:
        raise SpellingError(f"{before}a text cannot contain the character U+0000")
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise SpellingError(f"{before}{text!r} cannot be written in UTF-8") from error


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:39] + "…")


def _nearest(name: str, names: Iterable[str]) -> str:
    from difflib import get_close_matches  # pylint: disable=import-outside-toplevel
    near = get_close_matches(name, list(names), 1)
    return f"; did you mean {near[0]!r}?" if near else ""


def _expect_ok(status: int, place: str) -> None:
    if status != _OK:
        raise status_error(status, place)


def _expect_id(status: int, id: str, place: str) -> None:  # pylint: disable=redefined-builtin
    if status == _c.Status.SYNTAX:
        raise SpellingError(f"{place}: {id!r} is not an id: a to z, 0 to 9, then also \".\", \"_\" "
                            "and \"-\", at most 64 characters")
    _expect_ok(status, f"{place}: {id!r}")


def _unreadable_text(record: Record, key: int) -> str:
    out = c_char_p()
    record._read(lib.transfer_record_get_text, key, byref(out))
    return out.value.decode() if out.value is not None else ""


# ---- fields ----


class Field(Generic[_Read, _Write]):
    """A field of a record type: an attribute that reads and writes the record.  Reading gives one
    type, and it can be set to another: an amount for instance to its spelling too.

    Attributes:
        name: the attribute; the name in the file, with a "_" behind where Python needs the word.
        key: the library's number of the field.
    """

    kind_name = "a value"

    def __init__(self, key: int, name: str, doc: str) -> None:
        self.key = key
        self.name = name
        self.__doc__ = doc
        self.is_list = False
        self.is_required = bool(lib.transfer_field_is_required(key))
        self.since = lib.transfer_field_since(key).decode()

    @overload
    def __get__(self: _FieldType, record: None, owner: Any = None) -> _FieldType:
        ...

    @overload
    def __get__(self, record: Record, owner: Any = None) -> _Read:
        ...

    def __get__(self, record: Optional[Record], owner: Any = None) -> Any:
        return self if record is None else self.read(record)

    def __set__(self, record: Record, value: _Write) -> None:
        self.assign(record, value)

    def __delete__(self, record: Record) -> None:
        self.assign(record, None)

    def read(self, record: Record) -> Any:
        """The value of the field of a record."""
        out = self.out()
        with record._portfolio._lock:
            status = record._read(self.getter, self.key, byref(out))
            if status == _OK:
                return self.from_c(out)
        return self.failed(record, status)

    def failed(self, record: Record, status: int) -> Any:
        """What a getter that gave no value makes: None for unset, else an error."""
        if status == _UNSET:
            return None
        place = f"{record._place()}.{self.name}"
        if status == _WRONG_KIND:
            text = _unreadable_text(record, self.key)
            raise UnreadableError(f"{place}: {text!r} cannot be read as {self.kind_name}; "
                                  f"text_of({self.name!r}) gives the text", text)
        raise status_error(status, place)

    def assign(self, record: Record, value: Any) -> None:
        """Sets the field; None unsets it."""
        place = f"{record._place()}.{self.name}"
        if value is None:
            _expect_ok(record._change(lib.transfer_record_clear, self.key), place)
        elif isinstance(value, str):
            self.parse(record, value, place)
        else:
            try:
                converted = self.to_c(value)
            except TypeError as error:
                raise TypeError(f"{place}: {error}") from None
            self.check_set(record._change(self.setter, self.key, converted), value, place)

    def parse(self, record: Record, text: str, place: str) -> None:
        """Sets the field from the spelling of the file."""
        self.check_set(record._change(lib.transfer_record_parse_value, self.key,
                                      _utf8(text, place)), text, place)

    def check_set(self, status: int, value: Any, place: str) -> None:
        """Raises the error of a setter."""
        if status == _OK:
            return
        if status in (_c.Status.SYNTAX, _c.Status.MISUSE, _NOT_FOUND):
            raise SpellingError(f"{place}: {str(value)!r} is not {self.kind_name}")
        if status in (_c.Status.LIMIT, _c.Status.OVERFLOW):
            raise RangeError(f"{place}: {str(value)[:60]!r} is out of range{self.range_text()}")
        raise status_error(status, place)

    def range_text(self) -> str:
        """What can be said of the range, with a colon in front; "" for nothing."""
        return ""

    def plain(self, record: Record) -> Any:
        """The value for to_dict(); an unreadable one as its text."""
        try:
            value = self.read(record)
        except UnreadableError as error:
            return error.text
        return value.value if isinstance(value, Enum) else value

    def keep(self, record: Record) -> Any:
        """What restore() takes to undo a change."""
        return record.text_of(self.name)

    def restore(self, record: Record, kept: Any) -> None:
        """Undoes a change."""
        self.assign(record, None)
        if kept is not None:
            record._change(lib.transfer_record_parse_value, self.key, _utf8(kept))

    # What a kind fills in: functions of the library, and how values go to and fro.

    out: Any = None
    getter: Any = None
    setter: Any = None

    def from_c(self, out: Any) -> Any:
        """Python's value of what the library has."""
        raise NotImplementedError

    def to_c(self, value: Any) -> Any:
        """The library's value of what Python has."""
        raise NotImplementedError


AnyField = Field[Any, Any]


class TextField(Field[Optional[str], Optional[str]]):
    """A field that holds a text, a code or a URL, as a str."""

    kind_name = "a text"
    out = c_char_p
    getter = lib.transfer_record_get_text
    setter = lib.transfer_record_set_text

    def __init__(self, key: int, name: str, doc: str) -> None:
        super().__init__(key, name, doc)
        kind = lib.transfer_field_kind(key)
        self.kind_name = {_Kind.CODE: f"a {name.replace('_', ' ')} code",
                          _Kind.URL: "an http or https URL"}.get(kind, "a text")

    def from_c(self, out: Any) -> str:
        return _decoded(out)

    def parse(self, record: Record, text: str, place: str) -> None:
        self.check_set(record._change(self.setter, self.key, _utf8(text, place)), text, place)

    def to_c(self, value: Any) -> bytes:
        raise TypeError(f"expected a str, not {type(value).__name__}")


class DateField(Field[Optional[AnyDate], Optional[DateLike]]):
    """A field that holds a date: a datetime.date, or a Date where it is partial or doubtful."""

    kind_name = "a date"
    out = _c.CDate
    getter = lib.transfer_record_get_date
    setter = lib.transfer_record_set_date

    def from_c(self, out: Any) -> Any:
        return date_value(out)

    def to_c(self, value: Any) -> Any:
        return byref(date_struct(value))


class PeriodField(Field[Optional[Period], Optional[PeriodLike]]):
    """A field that holds a Period."""

    kind_name = "a period"
    out = _c.CPeriod
    getter = lib.transfer_record_get_period
    setter = lib.transfer_record_set_period

    def from_c(self, out: Any) -> Period:
        return Period._of(out)

    def to_c(self, value: Any) -> Any:
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            value = Period(value)
        if not isinstance(value, Period):
            raise TypeError(f"expected a Period or a str, not {type(value).__name__}")
        return byref(value._c)


def _amount_struct(value: Any) -> Any:
    if isinstance(value, Amount):
        return byref(value._c)
    hint = ": a float has lost what it stood for" if isinstance(value, float) else ""
    raise TypeError(f"expected an Amount or a str such as \"1250.50 EUR\", not "
                    f"{type(value).__name__}{hint}")


class AmountField(Field[Optional[Amount], Optional[AmountLike]]):
    """A field that holds an Amount."""

    kind_name = "an amount"
    out = _c.CAmount
    getter = lib.transfer_record_get_amount
    setter = lib.transfer_record_set_amount

    def from_c(self, out: Any) -> Amount:
        return Amount._of(out)

    def to_c(self, value: Any) -> Any:
        return _amount_struct(value)


def _quantity_struct(value: Any) -> Any:
    return byref((value if isinstance(value, Quantity) else Quantity(value))._c)


class QuantityField(Field[Optional[Quantity], Optional[QuantityLike]]):
    """A field that holds a Quantity; an int or a Decimal can be set too."""

    kind_name = "a number"
    out = _c.CQuantity
    getter = lib.transfer_record_get_quantity
    setter = lib.transfer_record_set_quantity

    def from_c(self, out: Any) -> Quantity:
        return Quantity._of(out)

    def to_c(self, value: Any) -> Any:
        return _quantity_struct(value)


class DecimalField(Field[Optional[Decimal], Optional[QuantityLike]]):
    """A field that holds a Decimal."""

    kind_name = "a decimal number"
    out = _c.CQuantity
    getter = lib.transfer_record_get_quantity
    setter = lib.transfer_record_set_quantity

    def from_c(self, out: Any) -> Decimal:
        return exact_decimal(out.value, out.decimals)

    def to_c(self, value: Any) -> Any:
        return _quantity_struct(value)


class MeasureField(Field[Union[Amount, Quantity, None], Optional[MeasureLike]]):
    """A field that holds an Amount or a Quantity."""

    kind_name = "an amount or a number"
    out = _c.CAmount
    getter = lib.transfer_record_get_amount

    def read(self, record: Record) -> Any:
        amount, quantity = _c.CAmount(), _c.CQuantity()
        with record._portfolio._lock:
            status = record._read(lib.transfer_record_get_amount, self.key, byref(amount))
            if status == _OK:
                return Amount._of(amount)
            if status == _WRONG_KIND and record._read(lib.transfer_record_get_quantity, self.key,
                                                      byref(quantity)) == _OK:
                return Quantity._of(quantity)
        return self.failed(record, status)

    def assign(self, record: Record, value: Any) -> None:
        place = f"{record._place()}.{self.name}"
        if value is None or isinstance(value, str):
            super().assign(record, value)
        elif isinstance(value, Amount):
            self.check_set(record._change(lib.transfer_record_set_amount, self.key,
                                          byref(value._c)), value, place)
        else:
            quantity = value if isinstance(value, Quantity) else Quantity(value)
            self.check_set(record._change(lib.transfer_record_set_quantity, self.key,
                                          byref(quantity._c)), value, place)


class ShareField(Field[Union[Share, Remainder, None], Optional[ShareLike]]):
    """A field that holds a Share, which is a Fraction, or EQUAL or REST."""

    kind_name = "a share"
    out = _c.CShare
    getter = lib.transfer_record_get_share
    setter = lib.transfer_record_set_share

    def from_c(self, out: Any) -> Any:
        return share_value(out)

    def to_c(self, value: Any) -> Any:
        return byref(share_struct(value))

    def plain(self, record: Record) -> Any:
        try:
            value = self.read(record)
        except UnreadableError as error:
            return error.text
        return value.value if isinstance(value, Remainder) else value


class IntegerField(Field[Optional[int], Optional[IntegerLike]]):
    """A field that holds an int."""

    kind_name = "a whole number"
    out = c_int64
    getter = lib.transfer_record_get_integer
    setter = lib.transfer_record_set_integer

    def from_c(self, out: Any) -> int:
        return int(out.value)

    def to_c(self, value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise TypeError(f"expected an int, not {type(value).__name__}")
        if not -2**63 <= value < 2**63:
            raise RangeError(f"{self.name}: {value} is out of range{self.range_text()}")
        return value

    def range_text(self) -> str:
        low, high = c_int64(), c_int64()
        lib.transfer_field_range(self.key, byref(low), byref(high))
        return f": {low.value} to {high.value}"


class BooleanField(Field[Optional[bool], Optional[BooleanLike]]):
    """A field that holds a bool."""

    kind_name = "true or false"
    out = c_int
    getter = lib.transfer_record_get_boolean
    setter = lib.transfer_record_set_boolean

    def from_c(self, out: Any) -> bool:
        return bool(out.value)

    def to_c(self, value: Any) -> int:
        if not isinstance(value, bool):
            raise TypeError(f"expected a bool, not {type(value).__name__}")
        return int(value)


class ChoiceField(Field[Optional[_Choice], Union[_Choice, _Spelling, None]],
                  Generic[_Choice, _Spelling]):
    """A field that holds a member of an enumeration; its spelling can be set too."""

    out = c_int
    getter = lib.transfer_record_get_choice
    setter = lib.transfer_record_set_choice

    def __init__(self, key: int, name: str, doc: str, choices: Type[_Choice]) -> None:
        super().__init__(key, name, doc)
        self.choices = choices
        self.by_number = {lib.transfer_field_choice_find(key, choice.value.encode()): choice
                          for choice in choices}
        self.numbers: Dict[Any, int] = {choice: number for number, choice in self.by_number.items()}
        self.kind_name = "one of " + ", ".join(str(choice.value) for choice in choices)

    def from_c(self, out: Any) -> _Choice:
        return self.by_number[out.value]

    def to_c(self, value: Any) -> int:
        try:
            return self.numbers[value]
        except (KeyError, TypeError):
            raise TypeError(f"expected a {self.choices.__name__} or its spelling, not "
                            f"{value!r}") from None


class ReferenceField(Field[Optional[_RecordType], Union[_RecordType, str, None]],
                     Generic[_RecordType]):
    """A field that refers to a record; an id can be set too, whether or not it exists yet."""

    kind_name = "an id"
    out = c_void_p
    getter = lib.transfer_record_get_reference
    setter = lib.transfer_record_set_reference

    def read(self, record: Record) -> Any:
        out, name = c_void_p(), c_char_p()
        with record._portfolio._lock:
            status = record._read(self.getter, self.key, byref(out))
            if status == _OK:
                return make(record._portfolio, out.value)
            if status == _NOT_FOUND:
                record._read(lib.transfer_record_get_reference_id, self.key, byref(name))
                raise _dangling(record, self.name, _decoded(name))
        return self.failed(record, status)

    def parse(self, record: Record, text: str, place: str) -> None:
        _expect_id(record._change(lib.transfer_record_set_reference_id, self.key,
                                  _utf8(text, place)), text, place)

    def assign(self, record: Record, value: Any) -> None:
        if isinstance(value, Record):
            _check_target(record, self, value)
            _expect_ok(record._change(self.setter, self.key, value._handle),
                       f"{record._place()}.{self.name}")
        else:
            super().assign(record, value)

    def to_c(self, value: Any) -> Any:
        raise TypeError(f"expected a record or an id, not {type(value).__name__}")

    def plain(self, record: Record) -> Any:
        try:
            return record.reference_of(self.name)
        except TypeError:
            return record.text_of(self.name)


def _dangling(record: Record, name: str, target: str) -> DanglingError:
    return DanglingError(f"{record._place()}.{name} refers to {target!r}, and there is no such "
                         "record", target)


def _check_target(record: Record, field: Field[Any, Any], target: Record) -> None:
    wanted = classes[lib.transfer_field_target(field.key)]
    place = f"{record._place()}.{field.name}"
    if not isinstance(target, wanted):
        raise TypeError(f"{place}: expected a {wanted.__name__}, not a {type(target).__name__}")
    if target._portfolio is not record._portfolio:
        raise ValueError(f"{place}: the {wanted.__name__} belongs to another portfolio")
    if target.is_removed:
        raise RemovedError(f"{target._place()} was removed")


class ListField(Field[_ListType, Optional[Iterable[_Item]]], Generic[_ListType, _Item]):
    """A field that holds a list: of values or references (ValueList), or of nested records
    (RecordList).  Setting it replaces what is there."""

    def __init__(self, key: int, name: str, doc: str) -> None:
        super().__init__(key, name, doc)
        self.is_list = True
        self.kind = lib.transfer_field_kind(key)
        self.list_class: Any = RecordList if self.kind == _Kind.RECORD else ValueList

    def read(self, record: Record) -> Any:
        record._read(lib.transfer_record_type)
        return self.list_class(record, self)

    def assign(self, record: Record, value: Any) -> None:
        items = self.list_class(record, self)
        if value is None:
            items.clear()
        elif isinstance(value, (str, bytes, Mapping)) or not hasattr(value, "__iter__"):
            raise TypeError(f"{record._place()}.{self.name}: expected a list, not "
                            f"{type(value).__name__}")
        else:
            items.replace(list(value))

    def plain(self, record: Record) -> Any:
        return self.list_class(record, self).plain() or None

    def keep(self, record: Record) -> Any:
        return self.list_class(record, self).plain()

    def restore(self, record: Record, kept: Any) -> None:
        self.assign(record, kept)


class OwnField(Generic[_Read, _Write]):
    """An attribute of a portfolio that is a field of its record."""

    def __init__(self, field: Field[_Read, _Write]) -> None:
        self._field = field
        self.__doc__ = field.__doc__

    @overload
    def __get__(self: _OwnFieldType, portfolio: None, owner: Any = None) -> _OwnFieldType:
        ...

    @overload
    def __get__(self, portfolio: "Portfolio", owner: Any = None) -> _Read:
        ...

    def __get__(self, portfolio: Optional["Portfolio"], owner: Any = None) -> Any:
        return self if portfolio is None else self._field.read(portfolio.record)

    def __set__(self, portfolio: "Portfolio", value: _Write) -> None:
        self._field.assign(portfolio.record, value)

    def __delete__(self, portfolio: "Portfolio") -> None:
        self._field.assign(portfolio.record, None)


# ---- lists ----


class _List(Sequence[_Item]):
    """What the two kinds of lists share."""

    __slots__ = ("_record", "_field")

    def __init__(self, record: Record, field: ListField[Any, Any]) -> None:
        self._record = record
        self._field = field

    def _place(self) -> str:
        return f"{self._record._place()}.{self._field.name}"

    def __len__(self) -> int:
        count = c_size_t()
        status = self._record._read(lib.transfer_record_count, self._field.key, byref(count))
        if status == _WRONG_KIND:
            text = _unreadable_text(self._record, self._field.key)
            raise UnreadableError(f"{self._place()}: {text!r} is no list", text)
        _expect_ok(status, self._place())
        return count.value

    def _at(self, index: int) -> int:
        count = len(self)
        if not isinstance(index, int):
            raise TypeError(f"indexes are ints or slices, not {type(index).__name__}")
        if index < 0:
            index += count
        if not 0 <= index < count:
            raise IndexError(f"{self._place()} has {count} items")
        return index

    def _remove_at(self, index: int) -> None:
        _expect_ok(self._record._change(lib.transfer_record_remove_at, self._field.key, index),
                   self._place())

    def clear(self) -> None:
        """Removes all items."""
        _expect_ok(self._record._change(lib.transfer_record_clear, self._field.key), self._place())

    def __delitem__(self, index: Any) -> None:
        if isinstance(index, slice):
            for at in sorted(range(*index.indices(len(self))), reverse=True):
                self._remove_at(at)
        else:
            self._remove_at(self._at(index))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Sequence) and not isinstance(other, (str, bytes)):
            return list(self) == list(other)
        return NotImplemented

    def __repr__(self) -> str:
        try:
            return repr(list(self))
        except TransferError as error:
            return f"<{type(self).__name__} ({error})>"


class RecordList(_List[_RecordType]):
    """The nested records of a field, in their order."""

    __slots__ = ()

    @overload
    def __getitem__(self, index: int) -> _RecordType:
        ...

    @overload
    def __getitem__(self, index: slice) -> List[_RecordType]:
        ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        out = c_void_p()
        status = self._record._read(lib.transfer_record_record_at, self._field.key, self._at(index),
                                    byref(out))
        _expect_ok(status, self._place())
        return make(self._record._portfolio, out.value)

    def add(self, **fields: Any) -> _RecordType:
        """Appends a nested record with these fields, and returns it."""
        out = c_void_p()
        _expect_ok(self._record._change(lib.transfer_record_add_record, self._field.key,
                                        byref(out)), self._place())
        record: _RecordType = make(self._record._portfolio, out.value)
        try:
            record.update(**fields)
        except BaseException:
            record.remove()
            raise
        return record

    def replace(self, items: Iterable[Union[_RecordType, Mapping[str, Any]]]) -> None:
        """Puts other records, as dicts or records to copy, in the place of these: all of them, or,
        where one cannot be added, none."""
        before = len(self)
        try:
            for item in items:
                fields = item.to_dict() if isinstance(item, Record) else item
                if not isinstance(fields, Mapping):
                    raise TypeError(f"{self._place()}: expected a dict or a record, not "
                                    f"{type(item).__name__}")
                self.add(**fields)
        except BaseException:
            del self[before:]
            raise
        del self[:before]

    def plain(self) -> List[Dict[str, Any]]:
        """The records as dicts."""
        return [record.to_dict() for record in self]


class ValueList(_List[_Item], MutableSequence[_Item]):
    """The texts, codes or references of a field, in their order; an id can be added for a
    reference."""

    __slots__ = ()

    def _get(self, index: int) -> Any:
        record, key = self._record, self._field.key
        out: Any = c_char_p()
        if self._field.kind != _Kind.REFERENCE:
            with record._portfolio._lock:
                _expect_ok(record._read(lib.transfer_record_text_at, key, index, byref(out)),
                           self._place())
                return _decoded(out)
        found = c_void_p()
        with record._portfolio._lock:
            status = record._read(lib.transfer_record_reference_at, key, index, byref(found))
            if status == _OK:
                return make(record._portfolio, found.value)
            return self._no_record(index, status)

    def _no_record(self, index: int, status: int) -> Any:
        out, place = c_char_p(), f"{self._place()}[{index}]"
        if status == _NOT_FOUND:
            raise _dangling(self._record, f"{self._field.name}[{index}]", self._id(index))
        self._record._read(lib.transfer_record_text_at, self._field.key, index, byref(out))
        text = _decoded(out)
        raise UnreadableError(f"{place}: {text!r} cannot be read as an id", text)

    def _id(self, index: int) -> str:
        """The id of a reference, or the text of what cannot be read as one."""
        record, out = self._record, c_char_p()
        with record._portfolio._lock:
            if record._read(lib.transfer_record_reference_id_at, self._field.key, index,
                            byref(out)) != _OK:
                record._read(lib.transfer_record_text_at, self._field.key, index, byref(out))
            return _decoded(out)

    @overload
    def __getitem__(self, index: int) -> _Item:
        ...

    @overload
    def __getitem__(self, index: slice) -> List[_Item]:
        ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        if isinstance(index, slice):
            return [self._get(at) for at in range(*index.indices(len(self)))]
        return self._get(self._at(index))

    def _append(self, value: Any) -> None:
        record, field = self._record, self._field
        place = self._place()
        if field.kind != _Kind.REFERENCE:
            field.check_set(record._change(lib.transfer_record_add_text, field.key,
                                           _utf8(value, place)), value, place)
        elif isinstance(value, Record):
            _check_target(record, field, value)
            _expect_ok(record._change(lib.transfer_record_add_reference, field.key, value._handle),
                       place)
        elif isinstance(value, str):
            _expect_id(record._change(lib.transfer_record_add_reference_id, field.key,
                                      _utf8(value, place)), value, place)
        else:
            raise TypeError(f"{place}: expected a record or an id, not {type(value).__name__}")

    def replace(self, items: Iterable[Union[_Item, str]]) -> None:
        """Puts other values in the place of these: all of them, or, where one cannot be added,
        none."""
        before = len(self)
        try:
            for item in items:
                self._append(item)
        except BaseException:
            del self[before:]
            raise
        del self[:before]

    @overload
    def __setitem__(self, index: int, value: Union[_Item, str]) -> None:
        ...

    @overload
    def __setitem__(self, index: slice, value: Iterable[Union[_Item, str]]) -> None:
        ...

    def __setitem__(self, index: Union[int, slice], value: Any) -> None:
        items: List[Any] = self.plain()
        if not isinstance(index, slice):
            index = self._at(index)
        items[index] = value
        self.replace(items)

    def append(self, value: Union[_Item, str]) -> None:
        """Puts a value at the end."""
        self._append(value)

    def extend(self, values: Iterable[Union[_Item, str]]) -> None:
        """Puts values at the end."""
        for value in list(values):
            self._append(value)

    def __iadd__(self, values: Iterable[Union[_Item, str]]) -> "ValueList[_Item]":
        self.extend(values)
        return self

    def insert(self, index: int, value: Union[_Item, str]) -> None:
        """Puts a value before another."""
        if index >= len(self):
            self._append(value)
            return
        items: List[Any] = self.plain()
        items.insert(index, value)
        self.replace(items)

    def plain(self) -> List[str]:
        """The texts, or the ids that are referred to."""
        count = len(self)
        if self._field.kind == _Kind.REFERENCE:
            return [self._id(index) for index in range(count)]
        return [self._get(index) for index in range(count)]


class Extras(Mapping[str, str]):
    """Keys that are not the schema's: x_ keys, which can be set, and unknown ones as they were
    read.  Each value is its YAML."""

    __slots__ = ("_record",)

    def __init__(self, record: Record) -> None:
        self._record = record

    def _items(self) -> List[Tuple[str, str]]:
        record, items = self._record, []
        name, yaml = c_char_p(), c_char_p()
        with record._portfolio._lock:
            for index in range(record._read(lib.transfer_record_extra_count)):
                lib.transfer_record_extra_at(record._handle, index, byref(name), byref(yaml))
                items.append((_decoded(name), _decoded(yaml)))
        return items

    def __getitem__(self, name: str) -> str:
        return dict(self._items())[name]

    def __iter__(self) -> Iterator[str]:
        return iter([name for name, _ in self._items()])

    def __len__(self) -> int:
        return len(self._items())

    def __setitem__(self, name: str, yaml: str) -> None:
        self._set(name, _utf8(yaml))

    def __delitem__(self, name: str) -> None:
        self[name]  # pylint: disable=pointless-statement
        self._set(name, None)

    def _set(self, name: str, yaml: Optional[bytes]) -> None:
        status = self._record._change(lib.transfer_record_set_extra, _utf8(name), yaml)
        place = f"{self._record._place()}.{name}"
        if status == _c.Status.MISUSE:
            raise ValueError(f"{place}: keys of one's own begin with x_")
        if status == _c.Status.SYNTAX:
            raise SpellingError(f"{place}: the value is not YAML")
        _expect_ok(status, place)

    def __repr__(self) -> str:
        try:
            return repr(dict(self._items()))
        except TransferError as error:
            return f"<Extras ({error})>"
