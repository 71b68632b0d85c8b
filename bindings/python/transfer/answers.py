"""Answers to questions that a portfolio answers, and calculations with their steps."""

from __future__ import annotations

import importlib
from ctypes import byref, c_int, c_void_p
from dataclasses import dataclass
from typing import (TYPE_CHECKING, Any, Callable, Dict, Generic, Iterable, List, Optional,
                    Sequence, Tuple, TypeVar, Union, overload)

from . import _prototypes as _c
from ._library import lib
from .errors import status_error
from .records import Record, attribute_of, make
from .values import Amount, Quantity, Remainder, Share, share_value

if TYPE_CHECKING:
    from .portfolio import Portfolio

_OK = _c.Status.OK
_Result = TypeVar("_Result")


@dataclass(frozen=True)
class Row:
    """A row of an answer.  What it is not grouped by, and what is not known, is None.

    Attributes:
        funder: of a sum, the partner who pays.
        beneficiary: of a sum, the partner or platform that receives.
        agreement: of a sum, the agreement under which.
        year: of a sum, in which year.
        committed: of a sum, what is promised.
        paid: of a sum, what is paid.
        record: of a list, the record.
        role: of a list, why it is there, such as "operator" or "possible".
        field: of a list of referrers, the field through which it refers.
    """

    funder: Optional[Record] = None
    beneficiary: Optional[Record] = None
    agreement: Optional[Record] = None
    year: Optional[int] = None
    committed: Optional[Amount] = None
    paid: Optional[Amount] = None
    record: Optional[Record] = None
    role: Optional[str] = None
    field: Optional[str] = None


class Answer(Sequence[Row]):
    """The rows of an answer, as they were when it was asked for: a sequence of Row objects.

    Attributes:
        columns: what its rows have, such as "funder", "year", "committed", "paid".
    """

    def __init__(self, rows: Iterable[Row], columns: Sequence[str]) -> None:
        self._rows = list(rows)
        self.columns = tuple(columns)

    @overload
    def __getitem__(self, index: int) -> Row:
        ...

    @overload
    def __getitem__(self, index: slice) -> List[Row]:
        ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return f"<Answer: {len(self)} rows>"

    def to_records(self) -> List[Dict[str, Any]]:
        """The rows as dicts, of records the ids."""
        return [{name: value.id if isinstance(value, Record) else value
                 for name, value in ((name, getattr(row, name)) for name in self.columns)}
                for row in self._rows]

    def to_pandas(self) -> Any:
        """A pandas.DataFrame with exact values: of records the ids, of an amount a column of
        Decimals and one of currencies, with "_currency" behind its name."""
        pandas = importlib.import_module("pandas")
        rows = self.to_records()
        made: Dict[str, List[Any]] = {}
        for name in self.columns:
            values = [row[name] for row in rows]
            made[name] = [one.value if isinstance(one, Amount) else one for one in values]
            if name in ("committed", "paid"):
                made[name + "_currency"] = [one and one.currency for one in values]
        return pandas.DataFrame({name: pandas.Series(values, dtype=object)
                                 for name, values in made.items()})

    @property
    def records(self) -> List[Record]:
        """The records of the rows of a list, in their order."""
        return [row.record for row in self._rows if row.record is not None]


def _record_of(portfolio: "Portfolio", answer: int, row: int, role: int) -> Optional[Record]:
    out = c_void_p()
    if lib.transfer_answer_record(answer, row, role, byref(out)) != _OK:
        return None
    record: Optional[Record] = make(portfolio, out.value)
    return record


def _amount_of(function: Any, answer: int, row: int) -> Optional[Amount]:
    out = _c.CAmount()
    return Amount._of(out) if function(answer, row, byref(out)) == _OK else None


def _read_row(portfolio: "Portfolio", answer: int, row: int) -> Row:
    year = c_int()
    has_year = lib.transfer_answer_year(answer, row, byref(year)) == _OK
    role = lib.transfer_answer_role(answer, row)
    key = lib.transfer_answer_key(answer, row)
    return Row(
        funder=_record_of(portfolio, answer, row, _c.Role.FUNDER),
        beneficiary=_record_of(portfolio, answer, row, _c.Role.BENEFICIARY),
        agreement=_record_of(portfolio, answer, row, _c.Role.AGREEMENT),
        year=year.value if has_year else None,
        committed=_amount_of(lib.transfer_answer_committed, answer, row),
        paid=_amount_of(lib.transfer_answer_paid, answer, row),
        record=_record_of(portfolio, answer, row, _c.Role.NONE),
        role=_c.Role(role).name.lower() if role else None,
        field=attribute_of(key) if key else None)


def ask(portfolio: "Portfolio", columns: Sequence[str], function: Any, *arguments: Any,
        about: Optional[Record] = None) -> Answer:
    """The answer of a function of the library, about a record or else the portfolio."""
    out = c_void_p()
    with portfolio._reading() as pointer:
        if about is not None:
            about._read(lib.transfer_record_type)
        status = function(pointer if about is None else about._handle, *arguments, byref(out))
        if status != _OK:
            raise status_error(status, "question")
        try:
            count = lib.transfer_answer_count(out)
            rows = [_read_row(portfolio, out.value or 0, row) for row in range(count)]
            return Answer(rows, columns)
        finally:
            lib.transfer_answer_free(out)


@dataclass(frozen=True)
class Step:
    """A step of a calculation.

    Attributes:
        text: what it did, in English.
        text_fr: the same in French.
        source: the law that it follows; None: none.
        record: the record whose figures it took; None: of none.
        value: what it found; None: no figure.
    """

    text: str
    text_fr: str
    source: Optional[str]
    record: Optional[Record]
    value: Union[Amount, Quantity, Share, Remainder, None]


@dataclass(frozen=True)
class Calculation(Generic[_Result]):
    """What was computed, and the steps that led to it; where the result is None, the last step says
    why.  ``print(calculation)`` shows the steps."""

    result: Optional[_Result]
    steps: Tuple[Step, ...]

    def __str__(self) -> str:
        return "\n".join(step.text for step in self.steps)


def _step_value(calculation: int, index: int) -> Union[Amount, Quantity, Share, Remainder, None]:
    kind = lib.transfer_calculation_step_kind(calculation, index)
    if kind == _c.Kind.AMOUNT:
        amount = _c.CAmount()
        lib.transfer_calculation_step_amount(calculation, index, byref(amount))
        return Amount._of(amount)
    if kind == _c.Kind.QUANTITY:
        quantity = _c.CQuantity()
        lib.transfer_calculation_step_quantity(calculation, index, byref(quantity))
        return Quantity._of(quantity)
    if kind == _c.Kind.SHARE:
        share = _c.CShare()
        lib.transfer_calculation_step_share(calculation, index, byref(share))
        return share_value(share)
    return None


def _read_step(portfolio: "Portfolio", calculation: int, index: int) -> Step:
    source = lib.transfer_calculation_step_source(calculation, index)
    texts = [lib.transfer_calculation_step_text(calculation, index, language).decode()
             for language in (_c.Language.ENGLISH, _c.Language.FRENCH)]
    return Step(texts[0], texts[1], source.decode() if source else None,
                make(portfolio, lib.transfer_calculation_step_record(calculation, index)),
                _step_value(calculation, index))


def calculate(portfolio: "Portfolio", read_result: Callable[[Any], Optional[_Result]],
              function: Any, *arguments: Any) -> Calculation[_Result]:
    """A calculation by a function of the library; `read_result` makes Python's result of it."""
    out = c_void_p()
    with portfolio._reading():
        status = function(*arguments, byref(out))
        if status != _OK:
            raise status_error(status, "calculation")
        try:
            count = lib.transfer_calculation_step_count(out)
            steps = tuple(_read_step(portfolio, out.value or 0, index) for index in range(count))
            return Calculation(read_result(out), steps)
        finally:
            lib.transfer_calculation_free(out)
