#!/usr/bin/python3
"""bindings/python/transfer/_prototypes.py says of every function, struct, callback and number what
the header says. ctypes believes what it is told: a parameter too narrow or too few is no error at
the call, but a crash or a wrong figure later, so that the two are compared type by type."""

from __future__ import annotations

import ctypes
import enum
import errno
import importlib.util
import os
import re
import shlex
import subprocess
import sys
import tempfile
import types
from typing import Any, Callable, Dict, List, NamedTuple, Tuple
from unittest import mock

from pycparser import c_ast, c_generator, c_parser  # type: ignore[import]

SOURCE = os.environ.get("TRANSFER_TEST_SOURCE", os.path.join(os.path.dirname(__file__), ".."))
BUILD = os.environ.get("TRANSFER_TEST_BUILD", "build")
COMPILER = shlex.split(os.environ.get("CC") or "gcc")
INCLUDES = ["-I" + os.path.join(root, "include") for root in (BUILD, SOURCE)]
PROTOTYPES = os.path.join(SOURCE, "bindings", "python", "transfer", "_prototypes.py")
VISIBLE = '__attribute__((visibility("default")))'
PYTHON_API = 4  # FUNCFLAG_PYTHONAPI: called with the GIL held

# What C's types are in ctypes. Kept apart by name: size_t and uint64_t are one on some machines.
TYPES = {"void": "None", "char": "c_char", "int": "c_int", "unsigned": "c_uint",
         "unsigned int": "c_uint", "size_t": "c_size_t", "uint8_t": "c_uint8",
         "int32_t": "c_int32", "uint32_t": "c_uint32", "int64_t": "c_int64",
         "uint64_t": "c_uint64"}
# Headers in place of the system's, which are full of extensions; types count by their names.
SYSTEM = {"stddef.h": ("size_t",),
          "stdint.h": ("uint8_t", "int32_t", "uint32_t", "int64_t", "uint64_t")}


class Item(NamedTuple):
    """A result, parameter or field: its type in ctypes, its name, and how C writes it."""

    type: str
    name: str
    text: str


class Header:
    """What a preprocessed header declares, under the names that Python has for it."""

    def __init__(self, text: str) -> None:
        self.functions: Dict[str, List[Item]] = {}  # the result first
        self.callbacks: Dict[str, List[Item]] = {}
        self.structs: Dict[str, List[Item]] = {}
        self.enums: Dict[str, Dict[str, int]] = {}
        self.spellings: Dict[str, str] = {}  # of structs and enums in C
        self._types = dict(TYPES)
        self._handles: Dict[str, str] = {}
        self._callbacks: Dict[str, str] = {}
        # What TRANSFER_API stands for is the mark of the functions that are exported.
        for node in c_parser.CParser().parse(text.replace(VISIBLE, "extern")).ext:
            if isinstance(node, c_ast.Typedef):
                self._read_typedef(node)
            elif isinstance(node, c_ast.Decl) and "extern" in node.storage:
                self.functions[node.name] = self._signature(node.type, False)

    def _read_typedef(self, node: c_ast.Typedef) -> None:
        name, what = node.name, getattr(node.type, "type", None)
        if name in TYPES:
            return
        if isinstance(node.type, c_ast.FuncDecl):
            self._callbacks[name] = short(name).upper()
            self.callbacks[self._callbacks[name]] = self._signature(node.type, True)
        elif isinstance(what, c_ast.Enum):
            self._types[name] = "c_int"
            self.enums[camel(name)] = enumerators(name, what)
            self.spellings[camel(name)] = name
        elif isinstance(what, c_ast.Struct) and what.decls:
            self._types[name] = python = "C" + camel(name)
            self.structs[python] = [self._item(field, False) for field in what.decls]
            self.spellings[python] = name
        elif isinstance(what, c_ast.Struct):
            self._handles[name] = short(name) + "_p"
        else:
            self._types[name] = self._type(node.type, False)

    def _signature(self, function: c_ast.FuncDecl, is_callback: bool) -> List[Item]:
        items = [Item(self._type(function.type, is_callback), "", spelling(function.type))]
        if function.args is None:
            return items + [Item("any parameters", "", "()")]
        items += [self._item(node, is_callback) for node in function.args.params]
        return items[:1] if [item.type for item in items[1:]] == ["None"] else items

    def _item(self, node: c_ast.Node, is_callback: bool) -> Item:
        if isinstance(node, c_ast.EllipsisParam):
            return Item("more parameters", "", "...")
        return Item(self._type(node.type, is_callback), node.name or "", spelling(node))

    def _type(self, node: c_ast.Node, is_callback: bool) -> str:
        if isinstance(node, c_ast.ArrayDecl):
            return "%s * %s" % (self._type(node.type, is_callback), spelling(node.dim))
        if isinstance(node, c_ast.PtrDecl):
            return self._pointer(node.type, is_callback)
        names = getattr(getattr(node, "type", None), "names", [])
        return self._types.get(" ".join(names), "unknown to ctypes")

    def _pointer(self, target: c_ast.Node, is_callback: bool) -> str:
        name = " ".join(getattr(getattr(target, "type", None), "names", []))
        if name in self._callbacks or name in self._handles:
            return self._callbacks.get(name) or self._handles[name]
        if name == "void":
            return "c_void_p"
        # Python makes bytes of a c_char_p, up to the first NUL: right for a text that is not to be
        # freed, but a callback is given data with a size, and a buffer to fill.
        if name == "char" and "const" in target.quals and not is_callback:
            return "c_char_p"
        return "POINTER(%s)" % self._type(target, is_callback)


def short(name: str) -> str:
    return re.sub("^transfer_", "", name)


def camel(name: str) -> str:
    return "".join(word.capitalize() for word in short(name).split("_"))


def spelling(node: c_ast.Node) -> str:
    return c_generator.CGenerator().visit(node)


def enumerators(name: str, node: c_ast.Enum) -> Dict[str, int]:
    """Their numbers, under the names without what all of them have in front."""
    numbers: Dict[str, int] = {}
    number = -1
    for item in node.values.enumerators:
        number = int(spelling(item.value), 0) if item.value else number + 1
        numbers[item.name] = number
    words = short(name).upper().split("_")
    fronts = ["TRANSFER_" + "".join(word + "_" for word in words[:count])
              for count in range(len(words), -1, -1)]
    front = next(front for front in fronts if all(item.startswith(front) for item in numbers))
    return {item[len(front):]: number for item, number in numbers.items()}


class Compiled(NamedTuple):
    """What only a compiler knows."""

    layout: Dict[str, Tuple[int, int]]  # of structs and their fields: offset and size
    enum_sizes: Dict[str, int]
    constants: Dict[str, int]


def preprocess(scratch: str, *options: str) -> str:
    for name, names in SYSTEM.items():
        with open(os.path.join(scratch, name), "w", encoding="utf-8") as file:
            file.write("".join("typedef int %s;\n" % item for item in names))
    with open(os.path.join(scratch, "header.c"), "w", encoding="utf-8") as file:
        file.write("#define NULL 0\n#include <transfer/transfer.h>\n")
    return subprocess.run(COMPILER + ["-E", "-nostdinc", "-I" + scratch] + INCLUDES + list(options)
                          + [file.name], check=True, stdout=subprocess.PIPE,
                          encoding="utf-8").stdout


def defines(scratch: str) -> List[str]:
    """The macros of the header that stand for numbers, without TRANSFER_ in front."""
    found = re.findall(r"^#define TRANSFER_(\w+) \S", preprocess(scratch, "-dM"), re.MULTILINE)
    return [name for name in found if name != "API" and not name.startswith("VERSION")]


def compile_facts(scratch: str, header: Header) -> Compiled:
    lines = []
    for python, fields in header.structs.items():
        name = header.spellings[python]
        lines.append('"layout %s 0 %%zu\\n", sizeof(%s)' % (python, name))
        for field in fields:
            lines.append('"layout %s.%s %%zu %%zu\\n", offsetof(%s, %s), sizeof((%s *)0)->%s'
                         % (python, field.name, name, field.name, name, field.name))
    for python in header.enums:
        lines.append('"enum %s 0 %%zu\\n", sizeof(%s)' % (python, header.spellings[python]))
    for name in defines(scratch):
        lines.append('"constant %s 0 %%llu\\n", (unsigned long long)TRANSFER_%s' % (name, name))
    with tempfile.TemporaryDirectory(dir=scratch) as place:
        program = os.path.join(place, "facts")
        with open(program + ".c", "w", encoding="utf-8") as file:
            file.write("#include <stddef.h>\n#include <stdio.h>\n#include <transfer/transfer.h>\n"
                       "int main(void)\n{\n%s    return 0;\n}\n"
                       % "".join("    printf(%s);\n" % line for line in lines))
        subprocess.run(COMPILER + INCLUDES + ["-o", program, program + ".c"], check=True)
        printed = subprocess.run([program], check=True, stdout=subprocess.PIPE,
                                 encoding="utf-8").stdout
    facts = Compiled({}, {}, {})
    for what, name, offset, size in (line.split() for line in printed.splitlines()):
        if what == "layout":
            facts.layout[name] = int(offset), int(size)
        else:
            (facts.enum_sizes if what == "enum" else facts.constants)[name] = int(size)
    return facts


def read_apart() -> Dict[str, Any]:
    """What the Python module has, with a type of its own for each name of ctypes that the header
    needs and for each handle, even where they are one on this machine."""
    apart = types.ModuleType("ctypes")
    vars(apart).update(vars(ctypes))
    for name in set(TYPES.values()) - {"None"}:
        setattr(apart, name, type(name, (getattr(ctypes, name),), {}))
    with open(PROTOTYPES, encoding="utf-8") as file:
        text = re.sub(r"^(\w+_p) = c_void_p$", r"class \1(c_void_p): pass", file.read(),
                      flags=re.MULTILINE)
    module: Dict[str, Any] = {"__name__": "prototypes"}
    with mock.patch.dict(sys.modules, {"ctypes": apart}):
        exec(compile(text, PROTOTYPES, "exec"), module)  # pylint: disable=exec-used
    return module


def spell(python: Dict[str, Any], what: Any) -> str:
    """The name of a type as the Python module has it."""
    if what is None:
        return "None"
    if hasattr(what, "_argtypes_"):
        return next(name for name, value in python.items() if value is what)
    if issubclass(what, ctypes._Pointer):  # pylint: disable=protected-access
        return "POINTER(%s)" % spell(python, what._type_)
    if issubclass(what, ctypes.Array):
        return "%s * %d" % (spell(python, what._type_), what._length_)
    return str(what.__name__)


def compare_signature(python: Dict[str, Any], name: str, declared: List[Item],
                      given: Tuple[Any, ...]) -> List[str]:
    if len(declared) != len(given):
        return ["%s: %d parameters in C, %d in Python"
                % (name, len(declared) - 1, len(given) - 1)]
    problems = []
    for number, (item, what) in enumerate(zip(declared, given)):
        if item.type != spell(python, what):
            place = "parameter %d" % number if number else "result"
            problems.append("%s: %s, %s: %s in C, %s in Python"
                            % (name, place, item.text, item.type, spell(python, what)))
    return problems


def missing(declared: Any, given: Any, front: str = "") -> List[str]:
    return (["%s%s: not in Python" % (front, name) for name in declared if name not in given]
            + ["%s%s: not in C" % (front, name) for name in given if name not in declared])


def compare_functions(header: Header, python: Dict[str, Any]) -> List[str]:
    given, blocking = python["PROTOTYPES"], python["BLOCKING"]
    problems = missing(header.functions, given)
    for name, items in header.functions.items():
        if name in given:
            problems += compare_signature(python, name, items, given[name])
    # What calls back, also the rules of a rule set, must not hold what another thread waits for.
    calls_back = {name for name, items in header.functions.items()
                  if {item.type for item in items} & {"READ_FUNCTION", "WRITE_FUNCTION"}}
    problems += ["%s: calls back, but is not in BLOCKING" % name
                 for name in sorted((calls_back | {"transfer_portfolio_validate"}) - blocking)]
    problems += ["%s: in BLOCKING, but not in PROTOTYPES" % name
                 for name in sorted(blocking - set(given))]
    return problems


def compare_callbacks(header: Header, python: Dict[str, Any]) -> List[str]:
    given = {name: value for name, value in python.items() if name.endswith("_FUNCTION")}
    problems = missing(header.callbacks, given)
    for name, items in header.callbacks.items():
        if name in given:
            signature = (given[name]._restype_,) + tuple(given[name]._argtypes_)
            problems += compare_signature(python, name, items, signature)
    return problems


def compare_structs(header: Header, facts: Compiled, python: Dict[str, Any]) -> List[str]:
    given = {name: value for name, value in python.items()
             if isinstance(value, type) and issubclass(value, ctypes.Structure)
             and value is not ctypes.Structure}
    problems = missing(header.structs, given)
    for name, items in header.structs.items():
        if name not in given:
            continue
        struct = given[name]
        fields = [(field[0], spell(python, field[1])) for field in struct._fields_]
        expected = [(item.name, item.type) for item in items]
        if fields != expected:
            problems.append("%s: %s in C, %s in Python" % (name, expected, fields))
            continue
        layout = {name: (0, ctypes.sizeof(struct))}
        layout.update(("%s.%s" % (name, field), (getattr(struct, field).offset,
                                                 getattr(struct, field).size))
                      for field, _ in fields)
        problems += ["%s: offset and size are %s in C, %s in Python"
                     % (place, facts.layout[place], found)
                     for place, found in layout.items() if facts.layout[place] != found]
    return problems


def compare_numbers(header: Header, facts: Compiled, python: Dict[str, Any]) -> List[str]:
    enums = {name: value for name, value in python.items()
             if isinstance(value, type) and issubclass(value, enum.Enum)
             and value.__module__ != "enum"}
    constants = {name: value for name, value in python.items()
                 if name.isupper() and isinstance(value, int)}
    problems = missing(header.enums, enums) + missing(facts.constants, constants)
    pairs = [("", facts.constants, constants)]
    for name, numbers in header.enums.items():
        if facts.enum_sizes[name] != ctypes.sizeof(ctypes.c_int):
            problems.append("%s: %d bytes in C, a c_int in Python" % (name, facts.enum_sizes[name]))
        if name in enums:
            members = {item: value.value for item, value in enums[name].__members__.items()}
            problems += missing(numbers, members, name + ".")
            pairs.append((name + ".", numbers, members))
    for front, expected, found in pairs:
        problems += ["%s%s: %d in C, %d in Python" % (front, name, expected[name], found[name])
                     for name in expected if name in found and expected[name] != found[name]]
    return problems


def compare(header: Header, facts: Compiled, python: Dict[str, Any]) -> List[str]:
    return (compare_functions(header, python) + compare_callbacks(header, python)
            + compare_structs(header, facts, python) + compare_numbers(header, facts, python))


# The check itself, seen to fail: what is replaced in the header, by what, and what is then said.
IN_HEADER = (
    (r"(transfer_record_set_integer\([^)]*)int64_t value", r"\1int32_t value",
     "transfer_record_set_integer: parameter 3, int32_t value: c_int32 in C, c_int64 in Python"),
    (r"(transfer_portfolio_set_limit\([^)]*)uint64_t value", r"\1size_t value",
     "transfer_portfolio_set_limit: parameter 3, size_t value: c_size_t in C, c_uint64 in Python"),
    (r"(transfer_portfolio_save\([^)]*)unsigned flags", r"\1int flags",
     "transfer_portfolio_save: parameter 2, int flags: c_int in C, c_uint in Python"),
    (r"(transfer_portfolio_save_memory\([^)]*)char \*\*text", r"\1const char **text",
     "transfer_portfolio_save_memory: parameter 4, const char **text: POINTER(c_char_p) in C, "
     "POINTER(POINTER(c_char)) in Python"),
    (r"(transfer_code_name\([^)]*)const char \*\*name", r"\1const char *name",
     "transfer_code_name: parameter 4, const char *name: c_char_p in C, POINTER(c_char_p) in "
     "Python"),
    (r"(transfer_date_format\([^)]*)char \*buffer", r"\1const char *buffer",
     "transfer_date_format: parameter 2, const char *buffer: c_char_p in C, POINTER(c_char) in "
     "Python"),
    (r"(transfer_portfolio_add\([^)]*)transfer_record \*\*record", r"\1transfer_record *record",
     "transfer_portfolio_add: parameter 4, transfer_record *record: record_p in C, "
     "POINTER(record_p) in Python"),
    (r"(transfer_report_clear\()transfer_report", r"\1transfer_ruleset",
     "transfer_report_clear: parameter 1, transfer_ruleset *report: ruleset_p in C, report_p in "
     "Python"),
    (r"(transfer_period_contains\([^)]*)transfer_date \*", r"\1transfer_period *",
     "transfer_period_contains: parameter 2, const transfer_period *date: POINTER(CPeriod) in C, "
     "POINTER(CDate) in Python"),
    (r"(transfer_report_render\([^)]*)transfer_write_function", r"\1transfer_read_function",
     "transfer_report_render: parameter 5, transfer_read_function *write: READ_FUNCTION in C, "
     "WRITE_FUNCTION in Python"),
    (r"void (transfer_report_free\()", r"int \1",
     "transfer_report_free: result, int: c_int in C, None in Python"),
    (r"(transfer_portfolio_load_file\([^)]*), transfer_report \*report", r"\1",
     "transfer_portfolio_load_file: 4 parameters in C, 5 in Python"),
    (r"(transfer_model_1_0\()void\)", r"\1)", "transfer_model_1_0: 1 parameters in C, 0 in Python"),
    (r"transfer_rule_source\(", "transfer_rule_origin(", "transfer_rule_origin: not in Python",
     "transfer_rule_source: not in C"),
    (r"(typedef int transfer_read_function\([^)]*)size_t size, ", r"\1",
     "READ_FUNCTION: 3 parameters in C, 4 in Python"),
    (r"(typedef int transfer_rule_function\([^)]*)transfer_record", r"\1transfer_portfolio",
     "RULE_FUNCTION: parameter 2, const transfer_portfolio *record: portfolio_p in C, record_p in "
     "Python"),
    (r"(uint8_t) month;(\s+)uint8_t day;", r"\1 day;\2uint8_t month;",
     "CDate: [('year', 'c_int32'), ('day', 'c_uint8'), ('month', 'c_uint8'), ('flags', 'c_uint8'), "
     "('reserved', 'c_uint8')] in C, [('year', 'c_int32'), ('month', 'c_uint8'), "
     "('day', 'c_uint8'), ('flags', 'c_uint8'), ('reserved', 'c_uint8')] in Python"),
    (r"char currency\[4\]", "char currency[8]",
     "CAmount: [('minor', 'c_int64'), ('currency', 'c_char * 8'), ('decimals', 'c_uint8'), "
     "('qualifier', 'c_uint8'), ('reserved', 'c_uint8 * 2')] in C, [('minor', 'c_int64'), "
     "('currency', 'c_char * 4'), ('decimals', 'c_uint8'), ('qualifier', 'c_uint8'), "
     "('reserved', 'c_uint8 * 2')] in Python"),
    (r"TRANSFER_SYNTAX = 12", "TRANSFER_SYNTAX = 17", "Status.SYNTAX: 17 in C, 12 in Python"),
    (r"TRANSFER_KIND_URL = 13", "TRANSFER_KIND_LINK = 13", "Kind.LINK: not in Python",
     "Kind.URL: not in C"),
)


def renumbered(python: Dict[str, Any]) -> Any:
    members = dict(python["Severity"].__members__, NOTE=7)
    return enum.IntEnum("Severity", list(members.items()), module="prototypes")


# The same with what the Python module has.
IN_PYTHON: Tuple[Tuple[Callable[[Dict[str, Any]], Dict[str, Any]], str], ...] = (
    (lambda python: {"PROTOTYPES": dict(python["PROTOTYPES"], transfer_seeded=(None,))},
     "transfer_seeded: not in C"),
    (lambda python: {"PROTOTYPES": {name: value for name, value in python["PROTOTYPES"].items()
                                    if name != "transfer_version"}},
     "transfer_version: not in Python"),
    (lambda python: {"PROTOTYPES": dict(python["PROTOTYPES"],
                                        transfer_version=(python["c_void_p"],))},
     "transfer_version: result, const char *: c_char_p in C, c_void_p in Python"),
    (lambda python: {"BLOCKING": python["BLOCKING"] - {"transfer_portfolio_load_callback"}},
     "transfer_portfolio_load_callback: calls back, but is not in BLOCKING"),
    (lambda python: {"BLOCKING": python["BLOCKING"] | {"transfer_seeded"}},
     "transfer_seeded: in BLOCKING, but not in PROTOTYPES"),
    (lambda python: {"SAVE_OVERWRITE": 4}, "SAVE_OVERWRITE: 2 in C, 4 in Python"),
    (lambda python: {"SAVE_SEEDED": 4}, "SAVE_SEEDED: not in C"),
    (lambda python: {"Severity": renumbered(python)}, "Severity.NOTE: 1 in C, 7 in Python"),
)


def unnoticed(text: str, header: Header, facts: Compiled, python: Dict[str, Any]) -> List[str]:
    """The seeded faults that the check does not find, and what it finds that was not seeded."""
    expected: List[str] = []
    for pattern, replacement, *messages in IN_HEADER:
        text, count = re.subn(pattern, replacement, text)
        expected += messages if count == 1 else ["%s: found %d times" % (pattern, count)]
    found = compare(Header(text), facts, python)
    problems = sorted(set(expected) ^ set(found))
    for change, message in IN_PYTHON:
        found = compare(header, facts, dict(python, **change(python)))
        if found != [message]:
            problems.append("%s: %s" % (message, found))
    moved = facts._replace(layout=dict(facts.layout, **{"CShare.form": (20, 1)}))
    if compare(header, moved, python) != ["CShare.form: offset and size are (20, 1) in C, (16, 1) "
                                          "in Python"]:
        problems.append("another offset of CShare.form")
    wide = facts._replace(enum_sizes=dict(facts.enum_sizes, Role=8))
    if compare(header, wide, python) != ["Role: 8 bytes in C, a c_int in Python"]:
        problems.append("another size of Role")
    return ["not noticed, or noticed otherwise: " + problem for problem in problems]


def import_prototypes() -> types.ModuleType:
    spec = importlib.util.spec_from_file_location("prototypes", PROTOTYPES)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def check_binding() -> List[str]:
    """The library has all functions, and those that take long let other threads run."""
    module = import_prototypes()
    path = os.path.join(BUILD, ".libs", "libtransfer.so")
    library = module.bind(path)
    problems = [
        "%s: holds the GIL, or does not, against BLOCKING" % name for name in module.PROTOTYPES
        if bool(getattr(library, name)._flags_ & PYTHON_API) == (name in module.BLOCKING)]
    problems += check_calls(module, library)
    module.PROTOTYPES["transfer_seeded"] = (None,)
    try:
        module.bind(path)
        problems.append("a function that the library lacks is not noticed")
    except AttributeError as error:
        if "no function transfer_seeded" not in str(error):
            problems.append("a function that the library lacks is not named: %s" % error)
    return problems


def check_calls(module: Any, library: Any) -> List[str]:
    """A struct, an errno, a text to be freed, and data through callbacks come through whole."""
    date, text, size = module.CDate(), module.text_p(), ctypes.c_size_t()
    expected = "transfer: 1\nportfolio:\n  title: Forêts\n".encode()
    given, taken = [b"", expected], []
    portfolio = library.transfer_portfolio_new()

    def read(_: Any, buffer: Any, room: int, length: Any) -> int:
        data = given.pop()
        assert len(data) <= room
        ctypes.memmove(buffer, data, len(data))
        length[0] = len(data)
        return 0

    def write(_: Any, data: Any, count: int) -> int:
        taken.append(data[:count])
        return 0

    found = [
        library.transfer_date_parse(b"2013-12~", date), date.year, date.month, date.flags,
        library.transfer_portfolio_load_callback(portfolio, module.READ_FUNCTION(read), None,
                                                 b"a.yaml", None, 0, None),
        library.transfer_portfolio_save_memory(portfolio, module.ALL_FILES, 0, text, size),
        library.transfer_portfolio_save_callback(portfolio, module.ALL_FILES, 0,
                                                 module.WRITE_FUNCTION(write), None),
        text[:size.value], b"".join(taken),
        library.transfer_portfolio_load_file(portfolio, b"no-such-folder/a.yaml", None, 0, None),
        ctypes.get_errno()]
    library.transfer_text_free(text)
    library.transfer_portfolio_free(portfolio)
    right = [module.Status.OK, 2013, 12, module.DateFlag.APPROXIMATE, module.Status.OK,
             module.Status.OK, module.Status.OK, expected, expected, module.Status.IO, errno.ENOENT]
    return [] if found == right else ["calls give %s, not %s" % (found, right)]


def main() -> int:
    python = read_apart()
    with tempfile.TemporaryDirectory() as scratch:
        text = preprocess(scratch)
        header = Header(text)
        facts = compile_facts(scratch, header)
    problems = compare(header, facts, python)
    if not problems:
        problems = unnoticed(text, header, facts, python)
    # Nothing is called that is declared wrongly. What Python loads cannot have sanitizers of its
    # own.
    if not problems and not os.environ.get("SANITIZERS"):
        problems = check_binding()
    for problem in problems:
        print("check-prototypes: " + problem)
    print("check-prototypes: %d functions, %d structs, %d callbacks, %d enumerations, %d constants"
          % (len(header.functions), len(header.structs), len(header.callbacks),
             len(header.enums), len(facts.constants)))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
