"""What the cells of a CSV file mean: values in the spelling of the file format, never guessed."""

from __future__ import annotations

import re
from typing import Any, Dict, NamedTuple, Optional

from . import _prototypes as _c
from ._library import lib
from ._calls import nearest
from .fields import AnyField, ChoiceField, ReferenceField, TextField

_Kind = _c.Kind
BLANKS = " \t\u00a0\u202f\u2009"

# A year in front would make two readings of what is written as by ISO 8601.
_DATE_OPTION = re.compile(r"(d([/.\- ])m|m([/.\- ])d)(?:\2|\3)Y")


def _date_pattern(dates: Optional[str]) -> Optional["re.Pattern[str]"]:
    if dates is None:
        return None
    if not _DATE_OPTION.fullmatch(dates) or dates[1] != dates[3]:
        raise ValueError(f"dates={dates!r}: expected \"d/m/Y\" or \"m/d/Y\", or one of them with "
                         "\".\", \"-\" or \" \"")
    parts = {"d": r"(?P<d>[0-9]{1,2})", "m": r"(?P<m>[0-9]{1,2})", "Y": r"(?P<Y>[0-9]{4})"}
    return re.compile(re.escape(dates[1]).join(parts[part] for part in dates[::2]))


# What a spreadsheet shows of a number that is too long for it, and of what it cannot compute.
_SCIENTIFIC = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]+")
_DESTROYED = re.compile(r"[0-9](?:[.,][0-9]+)?[eE]\+[0-9]+")
_FAILED = re.compile(r"#(?:N/A|REF!|VALUE!|VALEUR!|NAME\?|NOM\?|DIV/0!|NUM!|NOMBRE!|NULL!|NUL!)"
                     r"|#{3,}")
_IDENTIFIERS = {"siren", "siret", "postcode", "vat", "rna", "rnsr", "ror", "lei", "reference"}
_BOOLEANS = {"true": "true", "false": "false", "vrai": "true", "faux": "false"}
LONGEST = 100  # no figure has as many characters
_QUALIFIED = r"(?P<qualifier>(?:about|at least|more than|at most|less than) )?"
_FIGURE = r"(?P<figure>-?[0-9](?:[0-9., \u00a0\u202f\u2009]*[0-9])?)"
_MONEY = re.compile(_QUALIFIED + _FIGURE + r"(?:[ \u00a0\u202f\u2009]*(?P<sign>€)|"
                    r"[ \u00a0\u202f\u2009]+(?P<code>[A-Z]{3}))?")
_PERCENT = re.compile(_FIGURE + r"[ \u00a0\u202f\u2009]*%")
_FIGURE_ALONE = re.compile(_QUALIFIED + _FIGURE)
PATTERNS: Dict[int, "re.Pattern[str]"] = {
    _Kind.AMOUNT: _MONEY, _Kind.MEASURE: _MONEY, _Kind.SHARE: _PERCENT,
    _Kind.QUANTITY: _FIGURE_ALONE, _Kind.DECIMAL: _FIGURE_ALONE, _Kind.INTEGER: _FIGURE_ALONE}
NO_ID = ("it is not an id: a to z, 0 to 9, then also \".\", \"_\" and \"-\", at most 64 "
         "characters")
_TWO_DATES = ("day and month cannot be told apart: write the date as 2014-03-12, or say their "
              "order with dates=\"d/m/Y\" or dates=\"m/d/Y\"")
_OTHER_DATE = "it is not a date in the order that was given, nor one such as 2014-03-12"
_THREE_PARTS = re.compile(r"[0-9]{1,4}([/. \-])[0-9]{1,2}\1[0-9]{1,4}")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _reading(mark: str, other: str) -> "re.Pattern[str]":
    return re.compile(rf"(?P<whole>-?(?:[0-9]+|[1-9][0-9]{{0,2}}(?P<group>[{other} \u00a0\u202f"
                      rf"\u2009])[0-9]{{3}}(?:(?P=group)[0-9]{{3}})*))"
                      rf"(?:[{mark}](?P<part>[0-9]+))?")


_READINGS = {".": _reading(".", ","), ",": _reading(",", ".")}
_NO_DIGIT = re.compile(r"[^0-9\-]")


def readings(figure: str) -> Dict[str, str]:
    """The number that a figure is under each decimal mark; none where it is none."""
    found = {}
    for mark, pattern in _READINGS.items():
        match = pattern.fullmatch(figure)
        if match:
            whole, part = _NO_DIGIT.sub("", match.group("whole")), match.group("part")
            found[mark] = whole if part is None else f"{whole}.{part}"
    return found


class Refused(Exception):
    """A cell is refused; the message says why, and what to do."""


class Column(NamedTuple):
    """A column of the file: a field, or what a row belongs to."""

    name: str
    place: int
    field: Any  # a Field, or None
    kind: int


_EXAMPLES: Dict[int, str] = {
    _Kind.AMOUNT: ": write it as 1250.50 EUR",
    _Kind.SHARE: ": write it as 50% or 1/3",
    _Kind.DATE: ": write it as 2014-03-12",
    _Kind.PERIOD: ": write it as 2014-01-01/2016-12-31",
    _Kind.CODE: "; see transfer(5) for those that there are",
    _Kind.TEXT: ": remove the characters that are no text",
    _Kind.BOOLEAN: ": write true or false",
}


def assign(record: Any, field: AnyField, text: str) -> int:
    """Sets a field from the spelling of the file format; returns the library's status."""
    if isinstance(field, TextField):
        function = field.setter
    elif isinstance(field, ReferenceField):
        function = lib.transfer_record_set_reference_id
    else:
        function = lib.transfer_record_parse_value
    try:
        data = text.encode()
    except UnicodeEncodeError:
        raise Refused("it has characters that are none") from None
    status: int = record._change(function, field.key, data)
    return status


class Cells:
    """How cells are read.

    Attributes:
        mark: the decimal mark; None: it is not settled.
        is_mark_given: whether an option says so.
        dates: what dates look like beside those by ISO 8601.
    """

    def __init__(self, dates: Optional[str]) -> None:
        self.mark: Optional[str] = None
        self.is_mark_given = False
        self.dates = _date_pattern(dates)

    def _number(self, figure: str) -> str:
        """A figure as the file format has it."""
        if figure.isdigit():
            return figure
        found = readings(figure)
        if not found:
            raise Refused("the figure cannot be read: groups of digits have three each, and there "
                          "is one decimal mark")
        values = set(found.values())
        if self.mark is not None and self.mark not in found:
            other = next(iter(found))
            raise Refused(f"the decimal mark of this file is {self.mark!r}: write the figure with "
                          f"it, or, where all figures have {other!r}, read with decimal={other!r}")
        if len(values) == 1:
            return values.pop()
        if self.mark is None or (not self.is_mark_given and self.mark not in figure):
            raise Refused(f"it may be {found['.']} or {found[',']}: say which mark is the decimal "
                          "one with decimal=\",\" or decimal=\".\"")
        return found[self.mark]

    def spelled(self, column: Column, cell: str) -> str:
        """A cell in the spelling of the file format."""
        kind = column.kind
        text = re.sub("\r\n?", "\n", cell) if kind == _Kind.TEXT else cell.strip(BLANKS)
        if _FAILED.fullmatch(text):
            raise Refused("the spreadsheet could not show the value: correct or widen the cell, "
                          "and save it again")
        if kind == _Kind.TEXT:
            if column.name in _IDENTIFIERS and _DESTROYED.fullmatch(text):
                raise Refused("the spreadsheet has destroyed the number: its digits are lost; "
                              "make the column a text, and enter the number again")
            return text
        if kind == _Kind.BOOLEAN:
            return _BOOLEANS.get(text.lower(), text)
        if kind in (_Kind.DATE, _Kind.PERIOD):
            return self._date(text)
        pattern = PATTERNS.get(kind)
        if pattern is None or len(text) > LONGEST:
            return text
        if _SCIENTIFIC.fullmatch(text):
            raise Refused("the spreadsheet has rounded the number: show all its digits, and "
                          "save it again")
        match = pattern.fullmatch(text)
        return self._figured(match, kind) if match else text

    def _figured(self, match: Any, kind: int) -> str:
        number, parts = self._number(match.group("figure")), match.groupdict()
        if kind == _Kind.SHARE:
            return number + "%"
        number = (parts["qualifier"] or "") + number
        if kind not in (_Kind.AMOUNT, _Kind.MEASURE):
            return number
        currency = "EUR" if parts["sign"] else parts["code"]
        if currency is None and kind == _Kind.AMOUNT:
            raise Refused(f"an amount has its currency behind it: write {number} EUR where these "
                          "are euros")
        return f"{number} {currency}" if currency else number

    def _date(self, text: str) -> str:
        if self.dates is not None:
            match = self.dates.fullmatch(text)
            if match:
                return f"{match.group('Y')}-{match.group('m').zfill(2)}-{match.group('d').zfill(2)}"
        return text

    def wrong(self, column: Column, text: str, status: int) -> str:
        """Why the library refuses a value."""
        field, kind = column.field, column.kind
        if status in (_c.Status.LIMIT, _c.Status.OVERFLOW):
            return "it is out of range" + (": a text has at most 64 KiB" if kind == _Kind.TEXT
                                           else str(field.range_text()))
        if kind == _Kind.REFERENCE:
            return NO_ID
        if kind in (_Kind.DATE, _Kind.PERIOD) and _THREE_PARTS.fullmatch(text) and \
                not _ISO_DAY.fullmatch(text):
            return _TWO_DATES if self.dates is None else _OTHER_DATE
        if isinstance(field, ChoiceField):
            names = [str(choice.value) for choice in field.choices]
            near = nearest(text, names)
            return f"it is not one of the choices{near or ': ' + ', '.join(names)}"
        return f"it is not {field.kind_name!s}" + _EXAMPLES.get(kind, "")
