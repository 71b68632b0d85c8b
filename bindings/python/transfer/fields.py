"""The fields of records: attributes that read and write them, a class for each kind of value."""

from __future__ import annotations

import datetime
from ctypes import byref, c_char_p, c_int, c_int64, c_void_p
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Dict, Generic, Optional, Type, TypeVar, Union, overload

from . import _prototypes as _c
from ._calls import decoded, expect_id, expect_ok, utf8
from ._library import lib
from .errors import (DanglingError, RangeError, RemovedError, SpellingError, UnreadableError,
                     status_error)
from .records import Record, classes, make, unreadable_text
from .values import (Amount, AnyDate, Period, Quantity, Remainder, Share, date_struct, date_value,
                     exact_decimal, share_struct, share_value)

if TYPE_CHECKING:
    from .portfolio import Portfolio

_Kind = _c.Kind
_OK = _c.Status.OK
_UNSET = _c.Status.UNSET
_WRONG_KIND = _c.Status.WRONG_KIND
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
            text = unreadable_text(record, self.key)
            raise UnreadableError(f"{place}: {text!r} cannot be read as {self.kind_name}; "
                                  f"text_of({self.name!r}) gives the text", text)
        raise status_error(status, place)

    def assign(self, record: Record, value: Any) -> None:
        """Sets the field; None unsets it."""
        place = f"{record._place()}.{self.name}"
        if value is None:
            expect_ok(record._change(lib.transfer_record_clear, self.key), place)
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
                                      utf8(text, place)), text, place)

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
            record._change(lib.transfer_record_parse_value, self.key, utf8(kept))

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
        return decoded(out)

    def parse(self, record: Record, text: str, place: str) -> None:
        self.check_set(record._change(self.setter, self.key, utf8(text, place)), text, place)

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
                raise dangling(record, self.name, decoded(name))
        return self.failed(record, status)

    def parse(self, record: Record, text: str, place: str) -> None:
        expect_id(record._change(lib.transfer_record_set_reference_id, self.key,
                                  utf8(text, place)), text, place)

    def assign(self, record: Record, value: Any) -> None:
        if isinstance(value, Record):
            check_target(record, self, value)
            expect_ok(record._change(self.setter, self.key, value._handle),
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


def dangling(record: Record, name: str, target: str) -> DanglingError:
    return DanglingError(f"{record._place()}.{name} refers to {target!r}, and there is no such "
                         "record", target)


def check_target(record: Record, field: Field[Any, Any], target: Record) -> None:
    wanted = classes[lib.transfer_field_target(field.key)]
    place = f"{record._place()}.{field.name}"
    if not isinstance(target, wanted):
        raise TypeError(f"{place}: expected a {wanted.__name__}, not a {type(target).__name__}")
    if target._portfolio is not record._portfolio:
        raise ValueError(f"{place}: the {wanted.__name__} belongs to another portfolio")
    if target.is_removed:
        raise RemovedError(f"{target._place()} was removed")


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
