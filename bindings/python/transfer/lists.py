"""The lists of records: of nested records, and of values or references; and their fields."""

from __future__ import annotations

from ctypes import byref, c_char_p, c_size_t, c_void_p
from typing import (TYPE_CHECKING, Any, Dict, Generic, Iterable, List, Mapping, MutableSequence,
                    Optional, Sequence, TypeVar, Union, overload)

from . import _prototypes as _c
from ._calls import decoded, expect_id, expect_ok, utf8, whole
from ._library import lib
from .errors import TransferError, UnreadableError
from .fields import Field, check_target, dangling
from .records import Record, make, unreadable_text

if TYPE_CHECKING:
    from .portfolio import Portfolio

_Kind = _c.Kind
_OK = _c.Status.OK
_WRONG_KIND = _c.Status.WRONG_KIND
_NOT_FOUND = _c.Status.NOT_FOUND

_RecordType = TypeVar("_RecordType", bound="Record")
_Item = TypeVar("_Item")
_ListType = TypeVar("_ListType", bound="_List[Any]")


class _List(Sequence[_Item]):
    """What the two kinds of lists share."""

    __slots__ = ("_record", "_field")

    def __init__(self, record: Record, field: ListField[Any, Any]) -> None:
        self._record = record
        self._field = field

    @property
    def _portfolio(self) -> "Portfolio":
        return self._record._portfolio

    def _place(self) -> str:
        return f"{self._record._place()}.{self._field.name}"

    def __len__(self) -> int:
        count = c_size_t()
        status = self._record._read(lib.transfer_record_count, self._field.key, byref(count))
        if status == _WRONG_KIND:
            text = unreadable_text(self._record, self._field.key)
            raise UnreadableError(f"{self._place()}: {text!r} is no list", text)
        expect_ok(status, self._place())
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
        expect_ok(self._record._change(lib.transfer_record_remove_at, self._field.key, index),
                   self._place())

    def clear(self) -> None:
        """Removes all items."""
        expect_ok(self._record._change(lib.transfer_record_clear, self._field.key), self._place())

    @whole
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
    """The nested records of a field, in their order, as they are now.  add() appends one, ``del``
    removes one, and replace() or setting the field puts others in their place."""

    __slots__ = ()

    @overload
    def __getitem__(self, index: int) -> _RecordType:
        ...

    @overload
    def __getitem__(self, index: slice) -> List[_RecordType]:
        ...

    @whole
    def __getitem__(self, index: Union[int, slice]) -> Any:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        out = c_void_p()
        status = self._record._read(lib.transfer_record_record_at, self._field.key, self._at(index),
                                    byref(out))
        expect_ok(status, self._place())
        return make(self._portfolio, out.value)

    @whole
    def add(self, **fields: Any) -> _RecordType:
        """Appends a nested record with these fields, and returns it; where one of them cannot be
        set, nothing is added."""
        out = c_void_p()
        expect_ok(self._record._change(lib.transfer_record_add_record, self._field.key,
                                        byref(out)), self._place())
        record: _RecordType = make(self._portfolio, out.value)
        try:
            record.update(**fields)
        except BaseException:
            record.remove()
            raise
        return record

    @whole
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

    @whole
    def plain(self) -> List[Dict[str, Any]]:
        """The records as dicts."""
        return [record.to_dict() for record in self]


class ValueList(_List[_Item], MutableSequence[_Item]):
    """The texts, codes or references of a field, in their order, as they are now: what is added and
    removed is so in the portfolio.  References are records; they can be added by id too."""

    __slots__ = ()

    def _get(self, index: int) -> Any:
        record, key = self._record, self._field.key
        out: Any = c_char_p()
        if self._field.kind != _Kind.REFERENCE:
            with record._portfolio._lock:
                expect_ok(record._read(lib.transfer_record_text_at, key, index, byref(out)),
                           self._place())
                return decoded(out)
        found = c_void_p()
        with record._portfolio._lock:
            status = record._read(lib.transfer_record_reference_at, key, index, byref(found))
            if status == _OK:
                return make(record._portfolio, found.value)
            return self._no_record(index, status)

    def _no_record(self, index: int, status: int) -> Any:
        out, place = c_char_p(), f"{self._place()}[{index}]"
        if status == _NOT_FOUND:
            raise dangling(self._record, f"{self._field.name}[{index}]", self._id(index))
        self._record._read(lib.transfer_record_text_at, self._field.key, index, byref(out))
        text = decoded(out)
        raise UnreadableError(f"{place}: {text!r} cannot be read as an id", text)

    def _id(self, index: int) -> str:
        """The id of a reference, or the text of what cannot be read as one."""
        record, out = self._record, c_char_p()
        with record._portfolio._lock:
            if record._read(lib.transfer_record_reference_id_at, self._field.key, index,
                            byref(out)) != _OK:
                record._read(lib.transfer_record_text_at, self._field.key, index, byref(out))
            return decoded(out)

    @overload
    def __getitem__(self, index: int) -> _Item:
        ...

    @overload
    def __getitem__(self, index: slice) -> List[_Item]:
        ...

    @whole
    def __getitem__(self, index: Union[int, slice]) -> Any:
        if isinstance(index, slice):
            return [self._get(at) for at in range(*index.indices(len(self)))]
        return self._get(self._at(index))

    def _append(self, value: Any) -> None:
        record, field = self._record, self._field
        place = self._place()
        if field.kind != _Kind.REFERENCE:
            field.check_set(record._change(lib.transfer_record_add_text, field.key,
                                           utf8(value, place)), value, place)
        elif isinstance(value, Record):
            check_target(record, field, value)
            expect_ok(record._change(lib.transfer_record_add_reference, field.key, value._handle),
                       place)
        elif isinstance(value, str):
            expect_id(record._change(lib.transfer_record_add_reference_id, field.key,
                                      utf8(value, place)), value, place)
        else:
            raise TypeError(f"{place}: expected a record or an id, not {type(value).__name__}")

    @whole
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

    @whole
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

    @whole
    def insert(self, index: int, value: Union[_Item, str]) -> None:
        """Puts a value before another."""
        if index >= len(self):
            self._append(value)
            return
        items: List[Any] = self.plain()
        items.insert(index, value)
        self.replace(items)

    @whole
    def plain(self) -> List[str]:
        """The texts, or the ids that are referred to."""
        count = len(self)
        if self._field.kind == _Kind.REFERENCE:
            return [self._id(index) for index in range(count)]
        return [self._get(index) for index in range(count)]


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
