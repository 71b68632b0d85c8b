"""The record types and enumerations of the model, made from what the library says of itself.

A field that a newer library has appears here without a change.
"""

from __future__ import annotations

import builtins
import enum
import keyword
from typing import Any, Dict, List, Tuple, Type

from . import _prototypes as _c
from . import records
from ._library import lib
from .records import Record

_ENGLISH = _c.Language.ENGLISH
_Kind = _c.Kind

_FIELDS = {
    _Kind.TEXT: records.TextField,
    _Kind.CODE: records.TextField,
    _Kind.URL: records.TextField,
    _Kind.REFERENCE: records.ReferenceField,
    _Kind.DATE: records.DateField,
    _Kind.PERIOD: records.PeriodField,
    _Kind.AMOUNT: records.AmountField,
    _Kind.QUANTITY: records.QuantityField,
    _Kind.SHARE: records.ShareField,
    _Kind.DECIMAL: records.DecimalField,
    _Kind.INTEGER: records.IntegerField,
    _Kind.BOOLEAN: records.BooleanField,
    _Kind.MEASURE: records.MeasureField,
}


def class_name(name: str) -> str:
    """The name of the class of a record type or list of choices: "aid_declaration" makes
    "AidDeclaration"; a name that is taken, as Exception is, gets "Record" behind it."""
    joined = "".join(part.capitalize() for part in name.split("_"))
    return joined + "Record" if joined == "Portfolio" or hasattr(builtins, joined) else joined


def attribute_name(name: str) -> str:
    """The attribute of a field: its name, with "_" behind where that is a word of Python."""
    return name + "_" if keyword.iskeyword(name) else name


def _make_choices(key: int) -> Type[enum.Enum]:
    """The enumeration of a field, which fields with the same list share."""
    name = class_name(lib.transfer_field_choices_name(key).decode())
    if name in globals():
        return globals()[name]  # type: ignore[no-any-return]
    numbers = [lib.transfer_field_choice_at(key, index)
               for index in range(lib.transfer_field_choice_count(key))]
    spellings = [lib.transfer_field_choice_name(key, number).decode() for number in numbers]
    members: List[Tuple[str, str]] = [(spelling.upper(), spelling) for spelling in spellings]
    choices = enum.Enum(name, members, module=__name__)  # type: ignore[misc]
    choices.__doc__ = "One of a closed list of the model."
    for choice, number in zip(choices, numbers):
        choice.__doc__ = lib.transfer_field_choice_doc(key, number, _ENGLISH).decode()
    return choices


def _make_field(key: int, name: str) -> records.Field:
    doc = lib.transfer_field_doc(key, _ENGLISH).decode()
    kind = lib.transfer_field_kind(key)
    if lib.transfer_field_is_list(key):
        return records.ListField(key, name, doc)
    if kind == _Kind.CHOICE:
        return records.ChoiceField(key, name, doc, _make_choices(key))
    return _FIELDS[kind](key, name, doc)


def _make_class(number: int) -> Type[Record]:
    fields: Dict[str, Any] = {}
    for index in range(lib.transfer_type_field_count(number)):
        key = lib.transfer_type_field_at(number, index)
        name = attribute_name(lib.transfer_field_name(key).decode())
        fields[name] = _make_field(key, name)
        if isinstance(fields[name], records.ChoiceField):
            choices = fields[name].choices
            globals()[choices.__name__] = choices
    members = {"__slots__": (), "__module__": __name__, "_type": number, "_fields": fields,
               "__doc__": lib.transfer_type_doc(number, _ENGLISH).decode(),
               "__match_args__": ("id",), **fields}
    return type(class_name(lib.transfer_type_name(number).decode()), (Record,), members)


def _make_all() -> List[str]:
    for index in range(lib.transfer_type_count()):
        number = lib.transfer_type_at(index)
        made = _make_class(number)
        records.classes[number] = made
        globals()[made.__name__] = made
    return sorted(name for name, value in globals().items()
                  if isinstance(value, type) and value.__module__ == __name__)


__all__ = _make_all()
