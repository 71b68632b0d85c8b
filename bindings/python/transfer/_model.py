"""Makes what model.py has, from what the library says of its own schema."""

from __future__ import annotations

import builtins
import enum
import keyword
from typing import Any, Dict, Type

from . import _prototypes as _c
from . import fields as kinds
from . import records
from ._library import lib
from .lists import ListField
from .records import Record

_MODULE = __package__ + ".model"
_ENGLISH = _c.Language.ENGLISH
_Kind = _c.Kind

_FIELDS: Dict[int, Type[kinds.Field[Any, Any]]] = {
    _Kind.TEXT: kinds.TextField,
    _Kind.CODE: kinds.TextField,
    _Kind.URL: kinds.TextField,
    _Kind.REFERENCE: kinds.ReferenceField,
    _Kind.DATE: kinds.DateField,
    _Kind.PERIOD: kinds.PeriodField,
    _Kind.AMOUNT: kinds.AmountField,
    _Kind.QUANTITY: kinds.QuantityField,
    _Kind.SHARE: kinds.ShareField,
    _Kind.DECIMAL: kinds.DecimalField,
    _Kind.INTEGER: kinds.IntegerField,
    _Kind.BOOLEAN: kinds.BooleanField,
    _Kind.MEASURE: kinds.MeasureField,
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
    """The enumeration of a field."""
    name = class_name(lib.transfer_field_choices_name(key).decode())
    numbers = [lib.transfer_field_choice_at(key, index)
               for index in range(lib.transfer_field_choice_count(key))]
    spellings = [lib.transfer_field_choice_name(key, number).decode() for number in numbers]
    members = [(spelling.upper(), spelling) for spelling in spellings]
    make: Any = enum.Enum  # what is made here at run time is nothing that a type checker can see
    choices: Type[enum.Enum] = make(name, members, module=_MODULE)
    choices.__doc__ = "One of a closed list of the model."
    for spelling, number in zip(spellings, numbers):
        choices(spelling).__doc__ = lib.transfer_field_choice_doc(key, number, _ENGLISH).decode()
    return choices


def _make_field(key: int, name: str, made: Dict[str, Any]) -> kinds.Field[Any, Any]:
    doc = lib.transfer_field_doc(key, _ENGLISH).decode()
    kind = lib.transfer_field_kind(key)
    if lib.transfer_field_is_list(key):
        return ListField(key, name, doc)
    if kind == _Kind.CHOICE:
        shared = class_name(lib.transfer_field_choices_name(key).decode())
        if shared not in made:
            made[shared] = _make_choices(key)
        return kinds.ChoiceField(key, name, doc, made[shared])
    return _FIELDS[kind](key, name, doc)


def _make_class(number: int, made: Dict[str, Any]) -> Type[Record]:
    fields: Dict[str, kinds.Field[Any, Any]] = {}
    for index in range(lib.transfer_type_field_count(number)):
        key = lib.transfer_type_field_at(number, index)
        name = attribute_name(lib.transfer_field_name(key).decode())
        fields[name] = _make_field(key, name, made)
    members = {"__slots__": (), "__module__": _MODULE, "_type": number, "_fields": fields,
               "__doc__": lib.transfer_type_doc(number, _ENGLISH).decode(), **fields}
    return type(class_name(lib.transfer_type_name(number).decode()), (Record,), members)


def _section_property(name: str, number: int) -> property:
    def get(self: Any) -> Any:
        return self._section(number)
    doc = lib.transfer_type_doc(number, _ENGLISH).decode()
    return property(get, doc=f"The {name}, by id.  {doc}")


def make_all() -> Dict[str, Any]:
    """The classes of records and the enumerations by their names."""
    made: Dict[str, Any] = {}
    for index in range(lib.transfer_type_count()):
        number = lib.transfer_type_at(index)
        records.classes[number] = _make_class(number, made)
        made[records.classes[number].__name__] = records.classes[number]
    return made


def make_portfolio_fields() -> type:
    """The class with the sections and the own fields of a portfolio, once there are the others."""
    members: Dict[str, Any] = {"__module__": _MODULE,
                               "__doc__": "The attributes of a portfolio that the schema gives it."}
    for number, made in records.classes.items():
        section = lib.transfer_type_section(number)
        if made.__name__ == "PortfolioRecord":
            members.update((name, kinds.OwnField(field))
                           for name, field in made._fields.items())
        elif section is not None:
            name = section.decode()
            records.sections[name] = number
            members[name] = _section_property(name, number)
    return type("PortfolioFields", (), members)
