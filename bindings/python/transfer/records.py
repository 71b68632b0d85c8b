"""Records: what the sections of a portfolio hold, and what is nested in it.

A record is a handle: it keeps its portfolio alive, and reads and writes it.  Its fields are
attributes, which model.py makes from what the library says of its own schema.
"""

from __future__ import annotations

from ctypes import byref, c_char_p, c_uint64, c_void_p
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Mapping, Optional, Tuple, Type

from . import _prototypes as _c
from ._calls import decoded, expect_id, expect_ok, nearest, short, take_text, utf8, whole
from ._library import lib
from .errors import RemovedError, SpellingError, TransferError

if TYPE_CHECKING:
    from .fields import Field
    from .portfolio import Portfolio

_OK = _c.Status.OK
_UNSET = _c.Status.UNSET
_WRONG_KIND = _c.Status.WRONG_KIND

#: The class of each record type, by its number; model.py fills it.
classes: Dict[int, Type["Record"]] = {}
#: The number of the record type of each section, by the section's name; model.py fills it.
sections: Dict[str, int] = {}


class Record:
    """A record of a portfolio, or one nested in another.

    Its fields are attributes: reading one that is not set gives None, and setting it to None unsets
    it.  A field can be set to a value of its type, or to a str in the spelling of the file.  A
    record is made by add() of a section or list, belongs to its portfolio, and keeps it alive.
    Two are equal if they are the same record of the same portfolio; they are sorted by type and id.

    Reading a field raises an UnreadableError where its text is no value, and a DanglingError where
    it refers to no record.  Setting one raises a SpellingError, a TypeError or a RangeError.  Using
    a removed record raises a RemovedError, and one of a closed portfolio a ClosedError.
    """

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
        expect_ok(status, self._place())
        return (line.value, column.value)

    def text_of(self, field: str) -> Optional[str]:
        """A field in the spelling of the file, also where it cannot be read; None: unset.

        Raises a TypeError for a list.
        """
        found = self._field(field)
        if found.is_list:
            raise TypeError(f"{self._place()}.{field} is a list")
        text = _c.text_p()
        status = self._read(lib.transfer_record_format_value, found.key, 0, byref(text))
        if status == _UNSET:
            return None
        if status == _WRONG_KIND:
            return unreadable_text(self, found.key)
        expect_ok(status, f"{self._place()}.{field}")
        return take_text(text)

    def reference_of(self, field: str) -> Optional[str]:
        """The id that a field refers to, whether or not such a record exists; None: unset.

        Raises a TypeError for a field that is no single reference.
        """
        out = c_char_p()
        found = self._field(field)
        status = self._read(lib.transfer_record_get_reference_id, found.key, byref(out))
        if status == _UNSET:
            return None
        if status != _OK:
            raise TypeError(f"{self._place()}.{field} is no single reference")
        return decoded(out)

    @whole
    def update(self, **fields: Any) -> None:
        """Sets several fields: all of them, or, where one cannot be set, none.

        Raises what setting one does, and an AttributeError where there is no such field.
        """
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
        expect_ok(self._change(lib.transfer_record_remove), self._place())

    def rename(self, id: str) -> None:  # pylint: disable=redefined-builtin
        """Gives it another id; all references follow.

        Raises an ExistsError where the id is taken, and a SpellingError where it is none.
        """
        status = self._change(lib.transfer_record_rename, utf8(id))
        expect_id(status, id, self._place())

    @property
    def extras(self) -> "Extras":
        """The keys that are not the schema's, each with its YAML."""
        return Extras(self)

    @whole
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
                                 nearest(name, cls._fields)) from None

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
                        shown.append(f"{field.name}={short(text)}")
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
            expect_ok(lib.transfer_record_record_at(handle, key, index, byref(out)), "copy")
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


def type_name(number: int) -> str:
    """The name of a record type, such as "partner"."""
    return str(lib.transfer_type_name(number).decode())


def attribute_of(key: int) -> str:
    """The attribute of a field, by the library's number."""
    cls = classes[lib.transfer_field_type(key)]
    return next(name for name, field in cls._fields.items() if field.key == key)


def unreadable_text(record: Record, key: int) -> str:
    out = c_char_p()
    record._read(lib.transfer_record_get_text, key, byref(out))
    return out.value.decode() if out.value is not None else ""


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
                items.append((decoded(name), decoded(yaml)))
        return items

    def __getitem__(self, name: str) -> str:
        return dict(self._items())[name]

    def __iter__(self) -> Iterator[str]:
        return iter([name for name, _ in self._items()])

    def __len__(self) -> int:
        return len(self._items())

    def __setitem__(self, name: str, yaml: str) -> None:
        self._set(name, utf8(yaml))

    def __delitem__(self, name: str) -> None:
        self[name]  # pylint: disable=pointless-statement
        self._set(name, None)

    def _set(self, name: str, yaml: Optional[bytes]) -> None:
        status = self._record._change(lib.transfer_record_set_extra, utf8(name), yaml)
        place = f"{self._record._place()}.{name}"
        if status == _c.Status.MISUSE:
            raise ValueError(f"{place}: keys of one's own begin with x_")
        if status == _c.Status.SYNTAX:
            raise SpellingError(f"{place}: the value is not YAML")
        expect_ok(status, place)

    def __repr__(self) -> str:
        try:
            return repr(dict(self._items()))
        except TransferError as error:
            return f"<Extras ({error})>"
