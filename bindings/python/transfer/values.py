"""Values: amounts, shares, dates, periods and quantities, exact as the library has them.

All are immutable, can be hashed, copied and pickled, and read and write the spelling of the file
format: ``Amount("more than 20000000 EUR")``, ``str(amount)``.
"""

from __future__ import annotations

import datetime
import enum
from ctypes import Structure, byref, c_int64, create_string_buffer
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Iterable, List, Optional, Tuple, Type, TypeVar, Union

from . import _prototypes as _c
from ._library import lib
from ._prototypes import CAmount, CDate, CPeriod, CQuantity, CShare
from .errors import CurrencyError, RangeError, SpellingError, status_error

_VALUE_SIZE = 96
_Struct = TypeVar("_Struct", bound=Structure)


class Qualifier(enum.Enum):
    """What stands in front of an amount or a quantity."""

    EXACTLY = ""
    ABOUT = "about"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"


class Certainty(enum.Enum):
    """The answer of a comparison between values that are not known exactly."""

    CERTAINLY_NOT = 0
    POSSIBLY = 1
    CERTAINLY = 2

    def __bool__(self) -> bool:
        """Only what is certain is true."""
        return self is Certainty.CERTAINLY


class Remainder(enum.Enum):
    """A share that takes what the others leave: equally, or all of it."""

    EQUAL = "equal"
    REST = "rest"


EQUAL = Remainder.EQUAL
REST = Remainder.REST

_QUALIFIERS = list(Qualifier)
# In this order figures that are the same are sorted.
_RANKS = {Qualifier.LESS_THAN: 0, Qualifier.AT_MOST: 1, Qualifier.ABOUT: 2, Qualifier.EXACTLY: 3,
          Qualifier.AT_LEAST: 4, Qualifier.MORE_THAN: 5}


def _parse(function: Any, structure: Type[_Struct], text: str, what: str) -> _Struct:
    value = structure()
    if not isinstance(text, str):
        raise TypeError(f"{what}: expected a str, not {type(text).__name__}")
    status = function(_encoded(text, what), byref(value))
    if status == _c.Status.OVERFLOW:
        raise RangeError(f"{text!r} is beyond what an exact {what} can hold")
    if status != _c.Status.OK:
        raise SpellingError(f"{text!r} is not {what}")
    return value


def _encoded(text: str, what: str) -> bytes:
    if "\0" in text:
        raise SpellingError(f"{text!r} is not {what}")
    return text.encode("utf-8", "surrogatepass")


def _format(function: Any, value: Any) -> str:
    buffer = create_string_buffer(_VALUE_SIZE)
    status = function(byref(value), buffer, _VALUE_SIZE)
    if status != _c.Status.OK:
        raise status_error(status, "value")
    return buffer.value.decode()


def _spelled(value: Union[Decimal, int, str], what: str) -> str:
    """An exact number as digits, without zeros at the end of its decimals."""
    if isinstance(value, bool) or not isinstance(value, (Decimal, int, str)):
        hint = ": a float has lost what it stood for; use a Decimal, an int or a str" \
            if isinstance(value, float) else ""
        raise TypeError(f"{what}: expected a Decimal, an int or a str, not "
                        f"{type(value).__name__}{hint}")
    if isinstance(value, str):
        return value
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def exact_decimal(number: int, decimals: int) -> Decimal:
    """number / 10**decimals, whatever the precision of the decimal context is."""
    return Decimal(f"{number}E-{decimals}")


def _qualified(qualifier: Qualifier, text: str) -> str:
    if not isinstance(qualifier, Qualifier):
        raise TypeError(f"expected a Qualifier, not {type(qualifier).__name__}")
    return f"{qualifier.value} {text}" if qualifier.value else text


class _Unchangeable:
    """What all values are but shares, which are that by being a Fraction."""

    __slots__ = ()

    if not TYPE_CHECKING:  # where it would allow every name
        def __setattr__(self, name: str, value: object) -> None:
            raise AttributeError(f"a {type(self).__name__} cannot be changed: {name}")


class Amount(_Unchangeable):
    """An exact amount of money in one currency, perhaps qualified.

    ``Amount("1250.50 EUR")``, ``Amount(Decimal("1250.50"), "EUR")``, ``Amount(1250, "EUR")``: the
    figure is in units of the currency, such as euros, with at most the decimals that it has.

        >>> price = transfer.Amount("1250.50 EUR")
        >>> price.value, price.currency, price.minor
        (Decimal('1250.50'), 'EUR', 125050)
        >>> price + transfer.Amount("more than 2 EUR")
        Amount('more than 1252.50 EUR')
        >>> f"{price:,}"
        '1,250.50 EUR'
        >>> transfer.Amount("100 EUR").divide(3)
        [Amount('33.34 EUR'), Amount('33.33 EUR'), Amount('33.33 EUR')]

    Amounts of one currency can be added, subtracted and compared; two currencies are a
    CurrencyError, and a result that does not fit is a RangeError.  A bound stays a bound.
    ``sum(amounts)`` works, since 0 can be added.  Compared, amounts are sorted by figure, and "less
    than" comes before and "more than" behind the figure itself; what is certain of them is_above()
    tells.

    Raises a SpellingError for a text that is no amount, a RangeError for a figure that does not
    fit, and a TypeError for a float, which has lost what it stood for.
    """

    __slots__ = ("_c",)
    __match_args__ = ("value", "currency", "qualifier")
    _c: CAmount

    def __new__(cls, value: Union[Decimal, int, str], currency: Optional[str] = None,
                qualifier: Qualifier = Qualifier.EXACTLY) -> "Amount":
        text = _spelled(value, "an amount")
        if currency is not None:
            text = f"{text} {currency}"
        elif not isinstance(value, str):
            raise TypeError("an amount needs its currency, such as \"EUR\"")
        if qualifier is not Qualifier.EXACTLY:
            text = _qualified(qualifier, text)
        return cls._of(_parse(lib.transfer_amount_parse, CAmount, text,
                              "an amount, such as \"1250.50 EUR\""))

    @classmethod
    def _of(cls, value: CAmount) -> "Amount":
        self = object.__new__(cls)
        object.__setattr__(self, "_c", value)
        return self

    @property
    def value(self) -> Decimal:
        """The figure in units of the currency, such as euros, with all its decimals: exactly."""
        return exact_decimal(self._c.minor, self._c.decimals)

    @property
    def minor(self) -> int:
        """The figure in the smallest units of the currency, such as cents."""
        return self._c.minor

    @property
    def currency(self) -> str:
        """The code of the currency by ISO 4217, such as "EUR"."""
        return self._c.currency.decode()

    @property
    def qualifier(self) -> Qualifier:
        """What stands in front of the figure."""
        return _QUALIFIERS[self._c.qualifier]

    def __str__(self) -> str:
        return _format(lib.transfer_amount_format, self._c)

    def __repr__(self) -> str:
        return f"Amount({str(self)!r})"

    def __format__(self, spec: str) -> str:
        """The figure by the format of Decimal, with its qualifier and currency."""
        if not spec:
            return str(self)
        return _qualified(self.qualifier, f"{self.value:{spec}} {self.currency}")

    def __reduce__(self) -> Tuple[Any, ...]:
        return (Amount, (str(self),))

    def __copy__(self) -> "Amount":
        return self

    def __deepcopy__(self, memo: Any) -> "Amount":
        return self

    def _key(self) -> Tuple[str, int, int]:
        return (self.currency, self._c.minor, _RANKS[self.qualifier])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Amount):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _compared(self, other: object) -> Optional[int]:
        if not isinstance(other, Amount):
            return None
        if self._c.currency != other._c.currency:
            raise CurrencyError(f"{self} and {other} cannot be compared")
        mine, others = self._key(), other._key()
        return (mine > others) - (mine < others)

    def __lt__(self, other: "Amount") -> bool:
        order = self._compared(other)
        if order is None:
            return NotImplemented
        return order < 0

    def __le__(self, other: "Amount") -> bool:
        order = self._compared(other)
        if order is None:
            return NotImplemented
        return order <= 0

    def __gt__(self, other: "Amount") -> bool:
        order = self._compared(other)
        if order is None:
            return NotImplemented
        return order > 0

    def __ge__(self, other: "Amount") -> bool:
        order = self._compared(other)
        if order is None:
            return NotImplemented
        return order >= 0

    def is_above(self, other: "Amount") -> Certainty:
        """Whether this is greater, each amount taken as the interval that its qualifier makes.

        Raises a CurrencyError for two currencies.
        """
        if not isinstance(other, Amount):
            raise TypeError(f"expected an Amount, not {type(other).__name__}")
        if self._c.currency != other._c.currency:
            raise CurrencyError(f"{self} and {other} cannot be compared")
        return Certainty(lib.transfer_amount_is_above(byref(self._c), byref(other._c)))

    def _combined(self, function: Any, other: object, verb: str) -> "Amount":
        if not isinstance(other, Amount):
            if isinstance(other, int) and other == 0:
                other = Amount._of(CAmount(0, self._c.currency, self._c.decimals, 0))
            else:
                return NotImplemented
        result = CAmount()
        status = function(byref(self._c), byref(other._c), byref(result))
        if status == _c.Status.WRONG_KIND:
            raise CurrencyError(f"{self} and {other} cannot be {verb}: two currencies")
        return self._result(status, result)

    @staticmethod
    def _result(status: int, result: CAmount) -> "Amount":
        if status == _c.Status.OVERFLOW:
            raise RangeError("the exact result is beyond what an amount can hold")
        if status != _c.Status.OK:
            raise status_error(status, "amount")
        return Amount._of(result)

    def __add__(self, other: Union["Amount", int]) -> "Amount":
        return self._combined(lib.transfer_amount_add, other, "added")

    __radd__ = __add__

    def __sub__(self, other: Union["Amount", int]) -> "Amount":
        return self._combined(lib.transfer_amount_subtract, other, "subtracted")

    def __rsub__(self, other: int) -> "Amount":
        if not isinstance(other, int) or other != 0:
            return NotImplemented
        return -self

    def __neg__(self) -> "Amount":
        zero = Amount._of(CAmount(0, self._c.currency, self._c.decimals, 0))
        return zero - self

    def __pos__(self) -> "Amount":
        return self

    def __abs__(self) -> "Amount":
        return -self if self._c.minor < 0 else self

    def __bool__(self) -> bool:
        """Whether the figure is not 0."""
        return bool(self._c.minor)

    def __mul__(self, factor: Union[int, Fraction, Decimal]) -> "Amount":
        """A multiple, or a part rounded to the nearest minor unit, halves away from zero."""
        if isinstance(factor, float):
            raise TypeError("an amount is not multiplied by a float, which is not exact: use an "
                            "int, a Decimal or a Fraction")
        if isinstance(factor, bool) or not isinstance(factor, (int, Fraction, Decimal)):
            return NotImplemented
        exact = Fraction(factor)
        negative = exact < 0
        share = Share(abs(exact))
        result = CAmount()
        part = self._result(lib.transfer_amount_share(byref(self._c), byref(share._c),
                                                      byref(result)), result)
        return -part if negative else part

    __rmul__ = __mul__

    def __truediv__(self, other: "Amount") -> Fraction:
        """The exact ratio of two amounts; to divide into parts see divide()."""
        if not isinstance(other, Amount):
            if isinstance(other, (int, float, Decimal, Fraction)):
                raise TypeError("an amount is divided by divide(), apportion() or split(), whose "
                                "parts sum to the whole")
            return NotImplemented
        if self._c.currency != other._c.currency:
            raise CurrencyError(f"{self} and {other} cannot be divided: two currencies")
        return Fraction(self._c.minor, other._c.minor)

    def divide(self, count: int) -> List["Amount"]:
        """Parts that are equal but for a cent (the smallest unit), and sum to the whole; those
        that come first have the cents that are left.

        Raises a ValueError where count is not at least 1.
        """
        if count < 1:
            raise ValueError("an amount is divided into at least 1 part")
        parts = (CAmount * count)()
        return self._parts(lib.transfer_amount_divide(byref(self._c), count, parts), parts)

    def apportion(self, weights: Iterable[int]) -> List["Amount"]:
        """Parts in proportion to weights, which are ints, rounded so that they sum to the whole
        (by the largest remainder).

        Raises a ValueError where a weight is negative, or all are 0.
        """
        numbers = list(weights)
        for number in numbers:
            if isinstance(number, bool) or not isinstance(number, int):
                raise TypeError("weights are ints")
            if not 0 <= number < 2**63:
                raise ValueError("weights are not negative, and below 2**63")
        if not any(numbers):
            raise ValueError("weights must not all be 0")
        parts = (CAmount * len(numbers))()
        array = (c_int64 * len(numbers))(*numbers)
        return self._parts(
            lib.transfer_amount_apportion(byref(self._c), array, len(numbers), parts), parts)

    def split(self, shares: Iterable[Union[Fraction, Remainder, int, str]]) -> List["Amount"]:
        """Parts by shares; EQUAL and REST take what the others leave.

        >>> transfer.Amount("100 EUR").split(["50%", transfer.EQUAL, transfer.EQUAL])
        [Amount('50 EUR'), Amount('25 EUR'), Amount('25 EUR')]

        Raises a ValueError where the shares exceed the whole, or REST is there twice.
        """
        items = [share_struct(share) for share in shares]
        if not items:
            raise ValueError("an amount is split by at least 1 share")
        parts = (CAmount * len(items))()
        array = (CShare * len(items))(*items)
        status = lib.transfer_amount_split(byref(self._c), array, len(items), parts)
        if status == _c.Status.MISUSE:
            raise ValueError("the shares exceed the whole, or REST is there twice")
        return self._parts(status, parts)

    def _parts(self, status: int, parts: Any) -> List["Amount"]:
        if status == _c.Status.OVERFLOW:
            raise RangeError("the exact result is beyond what an amount can hold")
        if status != _c.Status.OK:
            raise status_error(status, "amount")
        return [Amount._of(CAmount.from_buffer_copy(part)) for part in parts]


class Quantity(_Unchangeable):
    """An exact decimal number, perhaps qualified: ``Quantity("more than 100")``, ``Quantity(12)``,
    ``Quantity(Decimal("12.5"))``.  What is counted is said by the field that holds it.

    Raises a SpellingError for a text that is none, a RangeError for a figure that does not fit, and
    a TypeError for a float.
    """

    __slots__ = ("_c",)
    __match_args__ = ("value", "qualifier")
    _c: CQuantity

    def __new__(cls, value: Union[Decimal, int, str],
                qualifier: Qualifier = Qualifier.EXACTLY) -> "Quantity":
        if isinstance(value, Decimal) and value.is_finite():
            text = format(value, "f")
        else:
            text = _spelled(value, "a quantity")
        if qualifier is not Qualifier.EXACTLY:
            text = _qualified(qualifier, text)
        return cls._of(_parse(lib.transfer_quantity_parse, CQuantity, text,
                              "a quantity, such as \"12.5\" or \"more than 100\""))

    @classmethod
    def _of(cls, value: CQuantity) -> "Quantity":
        self = object.__new__(cls)
        object.__setattr__(self, "_c", value)
        return self

    @property
    def value(self) -> Decimal:
        """The figure, with as many decimals as were written."""
        return exact_decimal(self._c.value, self._c.decimals)

    @property
    def qualifier(self) -> Qualifier:
        """What stands in front of the figure."""
        return _QUALIFIERS[self._c.qualifier]

    def __str__(self) -> str:
        return _format(lib.transfer_quantity_format, self._c)

    def __repr__(self) -> str:
        return f"Quantity({str(self)!r})"

    def __reduce__(self) -> Tuple[Any, ...]:
        return (Quantity, (str(self),))

    def __copy__(self) -> "Quantity":
        return self

    def __deepcopy__(self, memo: Any) -> "Quantity":
        return self

    def _key(self) -> Tuple[Decimal, int]:
        return (self.value, _RANKS[self.qualifier])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __lt__(self, other: "Quantity") -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        return self._key() < other._key()

    def __le__(self, other: "Quantity") -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        return self._key() <= other._key()

    def __gt__(self, other: "Quantity") -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        return self._key() > other._key()

    def __ge__(self, other: "Quantity") -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        return self._key() >= other._key()


class Share(Fraction):
    """A part of a whole: a Fraction that keeps how it was written, as 50% or 1/2.

    ``Share("33.33%")``, ``Share("1/3")``, ``Share(1, 3)``, ``Share(Fraction(1, 3))``.  It is a part
    of 1: 50% is 1/2.

        >>> half = transfer.Share("50%")
        >>> print(half, half == Fraction(1, 2), half.is_percent)
        50% True True
        >>> half * 3
        Fraction(3, 2)

    Raises a SpellingError for a text that is no share, a ValueError for what is negative, a
    RangeError for what does not fit, and a TypeError for a float.
    """

    __slots__ = ("_c",)
    _c: CShare

    def __new__(cls, numerator: Any = 0, denominator: Optional[int] = None) -> "Share":
        if isinstance(numerator, str) and denominator is None:
            value = _parse(lib.transfer_share_parse, CShare, numerator,
                           "a share, such as \"50%\" or \"1/3\"")
            if value.form >= _c.ShareForm.EQUAL:
                raise SpellingError(f"{numerator!r} is not a number: use transfer.EQUAL or "
                                    "transfer.REST")
            return cls._of(value)
        if isinstance(numerator, (float, bool)):
            raise TypeError("a share is a Fraction, an int, a Decimal or a str, not a "
                            f"{type(numerator).__name__}")
        exact = Fraction(numerator, denominator)
        if exact < 0:
            raise ValueError(f"a share is not negative: {exact}")
        if exact.numerator >= 2**63 or exact.denominator >= 2**63:
            raise RangeError(f"{exact} is beyond what an exact share can hold")
        return cls._of(CShare(exact.numerator, exact.denominator, _c.ShareForm.RATIO))

    @classmethod
    def _of(cls, value: CShare) -> "Share":
        self = Fraction.__new__(cls, value.numerator, value.denominator)
        self._c = value
        return self

    @property
    def is_percent(self) -> bool:
        """Whether it is written in per cent."""
        return bool(self._c.form == _c.ShareForm.PERCENT)

    def __str__(self) -> str:
        return _format(lib.transfer_share_format, self._c)

    def __repr__(self) -> str:
        return f"Share({str(self)!r})"

    def __reduce__(self) -> Tuple[Any, ...]:
        return (Share, (str(self),))

    def __copy__(self) -> "Share":
        return self

    def __deepcopy__(self, memo: Any) -> "Share":
        return self


def share_struct(share: Union[Fraction, Remainder, int, str]) -> CShare:
    """The library's struct of a share."""
    if isinstance(share, Remainder):
        form = _c.ShareForm.EQUAL if share is EQUAL else _c.ShareForm.REST
        return CShare(0, 1, form)
    if isinstance(share, str):
        return _parse(lib.transfer_share_parse, CShare, share,
                      "a share, such as \"50%\", \"1/3\", \"equal\" or \"rest\"")
    if not isinstance(share, Share):
        if isinstance(share, (bool, float)) or not isinstance(share, (int, Fraction, Decimal)):
            raise TypeError("a share is a Fraction, an int, a Decimal, a str, EQUAL or REST, not a "
                            f"{type(share).__name__}")
        share = Share(share)
    return share._c


def share_value(value: CShare) -> Union[Share, Remainder]:
    """What Python has for the library's struct of a share."""
    if value.form == _c.ShareForm.EQUAL:
        return EQUAL
    if value.form == _c.ShareForm.REST:
        return REST
    return Share._of(value)


class Date(_Unchangeable):
    """A date that is partial, doubtful or a bound: ``Date("2013-12")``, ``Date("before 2013?")``.

        >>> december = transfer.Date("2013-12")
        >>> december.year, december.month, december.day
        (2013, 12, None)
        >>> december.first, december.last
        (datetime.date(2013, 12, 1), datetime.date(2013, 12, 31))
        >>> transfer.date_is_before(december, "2014")
        <Certainty.CERTAINLY: 2>

    What is a whole, certain day is a datetime.date instead, where the library gives a date.  Dates
    that are not exact have no order: date_is_before() tells what is certain.

    Raises a SpellingError for a text that is no date.
    """

    __slots__ = ("_c",)
    __match_args__ = ("year", "month", "day")
    _c: CDate

    def __new__(cls, text: Union[str, datetime.date]) -> "Date":
        if isinstance(text, datetime.date):
            text = text.strftime("%Y-%m-%d").rjust(10, "0")
        return cls._of(_parse(lib.transfer_date_parse, CDate, text,
                              "a date, such as \"2013-12-05\", \"2013-12\" or \"before 2013\""))

    @classmethod
    def _of(cls, value: CDate) -> "Date":
        self = object.__new__(cls)
        object.__setattr__(self, "_c", value)
        return self

    @property
    def year(self) -> int:
        """1 to 9999."""
        return self._c.year

    @property
    def month(self) -> Optional[int]:
        """1 to 12; None: only the year is known."""
        return self._c.month or None

    @property
    def day(self) -> Optional[int]:
        """1 to 31; None: only year and month are known."""
        return self._c.day or None

    @property
    def is_uncertain(self) -> bool:
        """Whether it is doubtful: written with "?" behind it."""
        return bool(self._c.flags & _c.DateFlag.UNCERTAIN)

    @property
    def is_approximate(self) -> bool:
        """Whether it is only about right: written with "~" behind it."""
        return bool(self._c.flags & _c.DateFlag.APPROXIMATE)

    @property
    def is_before(self) -> bool:
        """Whether some day before it is meant: written with "before"."""
        return bool(self._c.flags & _c.DateFlag.BEFORE)

    @property
    def is_after(self) -> bool:
        """Whether some day after it is meant: written with "after"."""
        return bool(self._c.flags & _c.DateFlag.AFTER)

    @property
    def first(self) -> Optional[datetime.date]:
        """The first day that it can be; None: it has no first."""
        return self._bounds()[0]

    @property
    def last(self) -> Optional[datetime.date]:
        """The last day that it can be; None: it has no last."""
        return self._bounds()[1]

    def _bounds(self) -> Tuple[Optional[datetime.date], Optional[datetime.date]]:
        first, last = CDate(), CDate()
        status = lib.transfer_date_bounds(byref(self._c), byref(first), byref(last))
        if status != _c.Status.OK:
            raise status_error(status, "date")
        return _day(first), _day(last)

    def __str__(self) -> str:
        return _format(lib.transfer_date_format, self._c)

    def __repr__(self) -> str:
        return f"Date({str(self)!r})"

    def __reduce__(self) -> Tuple[Any, ...]:
        return (Date, (str(self),))

    def __copy__(self) -> "Date":
        return self

    def __deepcopy__(self, memo: Any) -> "Date":
        return self

    def _key(self) -> Tuple[int, int, int, int]:
        return (self._c.year, self._c.month, self._c.day, self._c.flags)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, datetime.date):
            return self._key() == (other.year, other.month, other.day, 0)
        if not isinstance(other, Date):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        day = _day(self._c)
        return hash(day) if day and not self._c.flags else hash(self._key())


AnyDate = Union[datetime.date, Date]


def _day(value: CDate) -> Optional[datetime.date]:
    """The day of a struct that is a whole date; None where it is open or partial."""
    return datetime.date(value.year, value.month, value.day) if value.day else None


def date_struct(date: Union[AnyDate, str]) -> CDate:
    """The library's struct of a date."""
    if isinstance(date, datetime.datetime):
        raise TypeError("a date has no time of the day: use datetime.date")
    if isinstance(date, datetime.date):
        return CDate(date.year, date.month, date.day)
    if isinstance(date, str):
        return Date(date)._c
    if not isinstance(date, Date):
        raise TypeError(f"expected a datetime.date, a Date or a str, not {type(date).__name__}")
    return date._c


def date_value(value: CDate) -> AnyDate:
    """What Python has for the library's struct of a date."""
    if value.day and not value.flags:
        return datetime.date(value.year, value.month, value.day)
    return Date._of(CDate.from_buffer_copy(value))


def date_is_before(a: Union[AnyDate, str], b: Union[AnyDate, str]) -> Certainty:
    """Whether one date is earlier than another: certainly, possibly, or certainly not.

    Raises a SpellingError for a text that is no date.
    """
    return Certainty(lib.transfer_date_is_before(byref(date_struct(a)), byref(date_struct(b))))


class Period(_Unchangeable):
    """From a day to a day, both included: ``Period("2014/2016")``, ``Period("2014/..")``.

    ``Period(start, end)`` takes dates, or None for an open end; a bare date is its own end.

        >>> years = transfer.Period("2014/2016")
        >>> years.start, years.last
        (Date('2014'), datetime.date(2016, 12, 31))
        >>> "2015-06-30" in years
        True
        >>> years.contains("2016")
        <Certainty.CERTAINLY: 2>

    Raises a SpellingError for a text that is no period.
    """

    __slots__ = ("_c",)
    __match_args__ = ("start", "end")
    _c: CPeriod

    def __new__(cls, start: Union[AnyDate, str, None], *end: Union[AnyDate, str, None]) -> "Period":
        if len(end) > 1:
            raise TypeError("a period has two ends")
        if end:
            parts = [".." if part is None else _format(lib.transfer_date_format, date_struct(part))
                     for part in (start, end[0])]
            text = "/".join(parts)
        elif isinstance(start, str):
            text = start
        else:
            text = str(start)
        return cls._of(_parse(lib.transfer_period_parse, CPeriod, text,
                              "a period, such as \"2014-01-01/2016-12-31\", \"2014/..\" or "
                              "\"2014\""))

    @classmethod
    def _of(cls, value: CPeriod) -> "Period":
        self = object.__new__(cls)
        object.__setattr__(self, "_c", value)
        return self

    @property
    def start(self) -> Optional[AnyDate]:
        """When it starts, as it is written; None: open.  See first for the day."""
        return date_value(self._c.start) if self._c.start.year else None

    @property
    def end(self) -> Optional[AnyDate]:
        """When it ends, as it is written; None: open.  See last for the day."""
        return date_value(self._c.end) if self._c.end.year else None

    @property
    def first(self) -> Optional[datetime.date]:
        """The first day that it covers; None: open."""
        return self._bounds()[0]

    @property
    def last(self) -> Optional[datetime.date]:
        """The last day that it covers; None: open."""
        return self._bounds()[1]

    def _bounds(self) -> Tuple[Optional[datetime.date], Optional[datetime.date]]:
        first, last = CDate(), CDate()
        status = lib.transfer_period_bounds(byref(self._c), byref(first), byref(last))
        if status != _c.Status.OK:
            raise status_error(status, "period")
        return _day(first), _day(last)

    def contains(self, date: Union[AnyDate, str]) -> Certainty:
        """Whether a date lies in it: certainly, possibly, or certainly not."""
        return Certainty(lib.transfer_period_contains(byref(self._c), byref(date_struct(date))))

    def __contains__(self, date: Union[AnyDate, str]) -> bool:
        """Whether a date certainly lies in it."""
        return bool(self.contains(date))

    def __str__(self) -> str:
        return _format(lib.transfer_period_format, self._c)

    def __repr__(self) -> str:
        return f"Period({str(self)!r})"

    def __reduce__(self) -> Tuple[Any, ...]:
        return (Period, (str(self),))

    def __copy__(self) -> "Period":
        return self

    def __deepcopy__(self, memo: Any) -> "Period":
        return self

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Period):
            return NotImplemented
        return str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))
