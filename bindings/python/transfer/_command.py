"""What the programs of the library do, for those who do not have them: validate, format and report;
and tables."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from ctypes import byref, get_errno
from typing import Any, Callable, Dict, List, NoReturn, Optional, Sequence, Tuple, Union

from . import _prototypes as _c
from ._layout import aligned, counted, figure, texts
from ._library import lib
from .answers import Row
from .csvfile import file_name, spelling
from .errors import SpellingError, TransferError
from .portfolio import Portfolio
from ._calls import take_text
from .records import Record
from .report import Report, Severity
from .rules import Ruleset, rule_names
from .values import Date

_Status = _c.Status
_FOUND, _UNABLE, _INTERRUPTED = 1, 2, 130
_LANGUAGES = {"en": _c.Language.ENGLISH, "fr": _c.Language.FRENCH}
_FORMATS = ("text", "json", "sarif", "github")
_LEVELS = ("off", "note", "warning", "error")
_Commands = Any  # argparse has no public name for what add_subparsers() makes


class _Exit(Exception):
    """Ends a command; all is said."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class _Program:
    """A command that is run: its name, its language, and what it writes."""

    def __init__(self, name: str, language: Optional[str]) -> None:
        self.name = name
        self.language = _environment_language()
        self.written: List[Union[str, bytes]] = []
        if language is not None:
            self.language = self.word(language, tuple(_LANGUAGES))

    def text(self, english: str, french: str) -> str:
        """One of two texts, by the language."""
        return french if self.language == "fr" else english

    def status_text(self, status: int) -> str:
        """The library's sentence for a status."""
        return str(lib.transfer_status_text(status, _LANGUAGES[self.language]).decode())

    def write(self, text: Union[str, bytes]) -> None:
        """Keeps what goes to standard output."""
        self.written.append(text)

    def error(self, subject: Optional[str], what: str) -> None:
        """Says on standard error what is wrong."""
        _say(f"{self.name}: {what}" if subject is None else f"{self.name}: {subject}: {what}")

    def fail(self, subject: Optional[str], what: str) -> NoReturn:
        """The same, and ends."""
        self.error(subject, what)
        raise _Exit(_UNABLE)

    def error_status(self, subject: Optional[str], status: int, number: int = 0) -> None:
        """Says what the library, or with a number the system, refused."""
        if status == _Status.IO and number:
            self.error(subject, os.strerror(number))
        else:
            self.error(subject, self.status_text(status))

    def word(self, word: str, words: Sequence[str]) -> str:
        """A word, if it is one of these."""
        if word not in words:
            self.fail(word, self.text("expected one of ", "un de ces mots est attendu\u00a0: ")
                      + " ".join(words))
        return word

    def date(self, text: Optional[str]) -> Optional[Date]:
        """A date of an option."""
        try:
            return None if text is None else Date(text)
        except SpellingError:
            self.fail(text, self.text("not a date such as 2013-12-05",
                                      "ce n'est pas une date comme 2013-12-05"))

    def finish(self, status: int) -> int:
        """Writes standard output; returns the exit status."""
        try:
            if self.written:
                _write_output(self.written)
        except OSError as error:
            self.error(self.text("standard output", "sortie standard"),
                       error.strerror or self.status_text(_Status.IO))
            _drop_output()
            return _UNABLE
        return status


def _environment_language() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "fr" if value.startswith("fr") else "en"
    return "en"


def _say(line: str) -> None:
    if sys.stderr is None:
        return
    try:
        print(line.encode("utf-8", "surrogateescape").decode("utf-8", "replace"), file=sys.stderr)
    except UnicodeEncodeError:
        print(ascii(line)[1:-1], file=sys.stderr)


def _write_output(written: List[Union[str, bytes]]) -> None:
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    data = b"".join(part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
                    for part in written)
    sys.stdout.flush()
    if hasattr(sys.stdout, "buffer"):
        sys.stdout.buffer.write(data)
    else:
        sys.stdout.write(data.decode("utf-8", "replace"))
    sys.stdout.flush()


def _drop_output() -> None:
    """What could not be written is not tried again when the interpreter ends."""
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)
        sys.stdout.flush()
    except (AttributeError, OSError, ValueError):
        pass


_Work = Callable[[_Program, Any], int]


def _runner(name: str, work: _Work) -> Callable[[Any], int]:
    """What runs a command, and returns its exit status."""
    def run(options: Any) -> int:
        try:
            program = _Program(name, None)
            try:
                program = _Program(name, options.language)
                status = work(program, options)
            except _Exit as end:
                status = end.status
            except MemoryError:
                program.error(None, program.status_text(_Status.NO_MEMORY))
                status = _UNABLE
            except OSError as error:
                program.error(error.filename and str(error.filename), error.strerror or str(error))
                status = _UNABLE
            except TransferError as error:
                program.error(None, str(error))
                status = _UNABLE
            return program.finish(status)
        except KeyboardInterrupt:
            _drop_output()
            return _INTERRUPTED
    return run


# ---- loading ----


def _call_loader(portfolio: Portfolio, path: str, rules: Optional[Ruleset], partial: bool,
                 report: Report) -> Tuple[int, int]:
    pointer_of_rules = None if rules is None else rules._pointer
    flags = _c.LOAD_PARTIAL if partial else 0
    data = sys.stdin.buffer.read() if path == "-" else b""
    with portfolio._changing() as pointer, report._exclusively():
        if path == "-":
            status = lib.transfer_portfolio_load_memory(pointer, data, len(data), b"<stdin>",
                                                        pointer_of_rules, flags, report._pointer)
        else:
            status = lib.transfer_portfolio_load_file(pointer, os.fsencode(path), pointer_of_rules,
                                                      flags, report._pointer)
        return status, get_errno()


def _load(program: _Program, portfolio: Portfolio, path: str, rules: Optional[Ruleset],
          partial: bool, report: Report) -> int:
    """Loads a file or directory, or standard input for "-", and says what the system refuses;
    returns the library's status."""
    try:
        status, number = _call_loader(portfolio, path, rules, partial, report)
    except OSError as error:
        program.error("<stdin>", error.strerror or str(error))
        return int(_Status.IO)
    if status in (_Status.IO, _Status.NO_MEMORY, _Status.MISUSE):
        # In a directory it is the last file that could not be read.
        name = portfolio.files[-1].name or path
        program.error_status("<stdin>" if path == "-" else name, status, number)
    return status


def _load_whole(program: _Program, options: Any, portfolio: Portfolio, rules: Optional[Ruleset],
                report: Report) -> None:
    """Loads all files; ends where one cannot be read whole, without which no figure is right."""
    for path in options.files:
        status = _load(program, portfolio, path, rules, False, report)
        if status in (_Status.IO, _Status.NO_MEMORY):
            raise _Exit(_UNABLE)
        if status != _Status.OK:
            program.error(path, program.text("it cannot be read whole: validate tells why",
                                             "lecture incomplète\u00a0: validate dit pourquoi"))
            raise _Exit(_FOUND)


def _judged(program: _Program, report: Report) -> int:
    """Says that there are errors, if there are; returns the exit status."""
    if report.is_valid:
        return 0
    program.error(None, program.text("there are errors, which validate tells",
                                     "il y a des erreurs, que validate explique"))
    return _FOUND


# ---- rules ----


def _set_severity(program: _Program, ruleset: Ruleset, rule: str, severity: str) -> None:
    try:
        ruleset[rule] = severity
        return
    except (KeyError, SpellingError):
        near = lib.transfer_rule_suggest(rule.encode("utf-8", "replace"))
    hint = "" if not near else program.text("; did you mean ", "\u00a0; vouliez-vous dire ") + \
        near.decode() + program.text("?", "\u00a0?")
    program.fail(rule, program.text("no such rule", "règle inconnue") + hint)


def _read_rules(program: _Program, ruleset: Ruleset, path: str) -> None:
    report = Report()
    with ruleset._changing():
        status = lib.transfer_ruleset_load_file(ruleset._pointer, os.fsencode(path),
                                                report._pointer)
        number = get_errno()
    if status == _Status.OK:
        return
    if status in (_Status.IO, _Status.NO_MEMORY):
        program.error_status(path, status, number)
    else:
        _say(report.render(language=program.language).rstrip("\n"))
    raise _Exit(_UNABLE)


def _rules_of(program: _Program, options: Any) -> Ruleset:
    """The rule set that the options make, the later over the earlier."""
    ruleset = Ruleset()
    for kind, value in options.rules or ():
        if kind == "--rules":
            _read_rules(program, ruleset, value)
        elif kind == "--disable":
            _set_severity(program, ruleset, value, "off")
        else:
            rule, sign, level = value.partition("=")
            if not sign:
                program.fail(value, program.text("not RULE=LEVEL", "ce n'est pas RÈGLE=GRAVITÉ"))
            _set_severity(program, ruleset, rule, program.word(level, _LEVELS))
    return ruleset


class _AppendRule(argparse.Action):
    """Keeps options of rules in their order."""

    def __call__(self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any,
                 option_string: Optional[str] = None) -> None:
        kept = list(getattr(namespace, self.dest) or [])
        kept.append((self.option_strings[0], values))
        setattr(namespace, self.dest, kept)


# ---- validate ----


def _colour() -> bool:
    """On a terminal, unless NO_COLOR (no-color.org) says otherwise."""
    if sys.stdout is None or not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return False
    return os.environ.get("TERM", "dumb") != "dumb"


def _counts(program: _Program, files: int, portfolio: Portfolio, report: Report) -> str:
    language = program.language
    records = sum(len(section) for section in portfolio.sections.values())
    nouns: Dict[Severity, Tuple[str, str]] = {
        Severity.ERROR: (program.text("error", "erreur"), program.text("errors", "erreurs")),
        Severity.WARNING: (program.text("warning", "avertissement"),
                           program.text("warnings", "avertissements")),
        Severity.NOTE: ("note", "notes"),
    }
    return "".join([
        counted(files, program.text("file", "fichier"), program.text("files", "fichiers"),
                language),
        ", ",
        counted(records, program.text("record", "fiche"), program.text("records", "fiches"),
                language),
        program.text(": ", "\u00a0: "),
        ", ".join(counted(report.count_of(severity), *words, language)
                  for severity, words in nouns.items()),
        "\n"])


def _summary(program: _Program, ruleset: Ruleset, report: Report) -> str:
    """How often each rule passed, failed or did not apply, and why."""
    severities = {
        Severity.ERROR: program.text("error", "erreur"),
        Severity.WARNING: program.text("warning", "avertissement"),
        Severity.NOTE: "note",
        Severity.OFF: program.text("off", "désactivée"),
    }
    rows: List[List[Optional[str]]] = [[
        program.text("Rule", "Règle"), program.text("Severity", "Gravité"),
        program.text("Passed", "Conformes"), program.text("Failed", "Enfreintes"),
        program.text("Not applicable", "Sans objet"), program.text("Why", "Pourquoi")]]
    language = _LANGUAGES[program.language]
    found = {row["rule"]: row for row in report.summary()}
    for name in rule_names():
        row = found.get(name, {})
        reasons = [f"{row['reasons'][reason.name.lower()]} "
                   f"{lib.transfer_reason_text(reason, language).decode()}"
                   for reason in _c.Reason if reason.name.lower() in row.get("reasons", {})]
        rows.append([name, severities[ruleset[name]],
                     *(str(row.get(outcome.name.lower(), 0)) for outcome in _c.Outcome),
                     ", ".join(reasons)])
    return aligned("llrrrl", rows)


def _validate(program: _Program, options: Any) -> int:
    ruleset = _rules_of(program, options)
    as_of = program.date(options.as_of)
    form = program.word(options.format, _FORMATS)
    fail_on = Severity[program.word(options.fail_on, _LEVELS[1:]).upper()]
    if options.summary and form != "text":
        program.fail("--summary", program.text("goes with --format text alone",
                                               "ne va qu'avec --format text"))
    portfolio, report, exit_status, unread = Portfolio(), Report(), 0, 0
    for path in options.files:
        status = _load(program, portfolio, path, ruleset, options.partial, report)
        unread += status == _Status.IO
        if status in (_Status.IO, _Status.NO_MEMORY):
            exit_status = _UNABLE
        elif status != _Status.OK and exit_status == 0:
            exit_status = _FOUND  # not read whole, whatever rules are switched off
    portfolio.validate(ruleset, as_of=as_of, report=report)
    program.write(report.render(form, program.language, _colour()))
    if options.summary:
        program.write(_summary(program, ruleset, report))
    if form == "text":
        program.write(_counts(program, len(portfolio.files) - unread, portfolio, report))
    if exit_status == 0 and any(report.count_of(level) for level in Severity if level >= fail_on):
        exit_status = _FOUND
    return exit_status


# ---- format ----


def _saved(portfolio: Portfolio, index: int, flags: int) -> Tuple[int, bytes]:
    """The canonical text of a file, if it has one, with the library's status."""
    text = _c.text_p()
    with portfolio._reading() as pointer:
        status = lib.transfer_portfolio_save_memory(pointer, index, flags, byref(text), None)
    return status, take_text(text).encode() if status == _Status.OK else b""


def _format_file(program: _Program, options: Any, portfolio: Portfolio,
                 index: int) -> Tuple[int, int]:
    """Prints, checks or replaces a file; returns the library's status and the exit status."""
    file = portfolio.files[index]
    if file.has_comments and not options.drop_comments:
        program.error(file.name, program.text(
            "it has comments, which only --drop-comments removes",
            "il a des commentaires, que seul --drop-comments enlève"))
        return _Status.OK, _FOUND
    flags = _c.SAVE_DROP_COMMENTS if options.drop_comments else 0
    status, text = _saved(portfolio, index, flags)
    if status != _Status.OK:
        return status, 0
    if not (options.check or options.in_place):
        program.write(text)
        return status, 0
    with open(os.fsencode(file.name), "rb") as opened:
        if opened.read() == text:
            return status, 0
    if options.check:
        program.write(file.name + "\n")
        return status, _FOUND
    with portfolio._reading() as pointer:
        status = lib.transfer_portfolio_save_file(pointer, index, os.fsencode(file.name), flags)
        number = get_errno()
    if status == _Status.IO:
        raise OSError(number, os.strerror(number), file.name)
    return status, 0


def _format_files(program: _Program, options: Any, portfolio: Portfolio) -> Tuple[int, int]:
    """Does so with all files, as long as they can be read whole."""
    exit_status = 0
    for index, file in enumerate(portfolio.files):
        try:
            status, worse = _format_file(program, options, portfolio, index)
        except OSError as error:
            program.error(file.name, error.strerror or str(error))
            status, worse = _Status.OK, _UNABLE
        exit_status = max(exit_status, worse)
        if status == _Status.SYNTAX:
            return status, exit_status
        if status != _Status.OK:
            program.error_status(file.name, status)
            exit_status = _UNABLE
    return _Status.OK, exit_status


def _refuse_several(program: _Program, path: str) -> int:
    program.error(path, program.text(
        "only one file can be printed; several need --check or --in-place",
        "un seul fichier peut être affiché\u00a0; plusieurs demandent --check ou --in-place"))
    return _UNABLE


def _format_path(program: _Program, options: Any, path: str) -> int:
    """Formats a file, or all below a directory; what cannot be read whole is refused, and why."""
    is_printing = not (options.check or options.in_place)
    if path == "-" and not is_printing:
        program.error(path, program.text("standard input is only printed",
                                         "l'entrée standard est seulement affichée"))
        return _UNABLE
    portfolio, report = Portfolio(), Report()
    status = _load(program, portfolio, path, None, True, report)
    if status in (_Status.IO, _Status.NO_MEMORY):
        return _UNABLE
    exit_status = 0
    if is_printing and len(portfolio.files) > 1:
        exit_status = _refuse_several(program, path)
    elif status == _Status.OK:
        status, exit_status = _format_files(program, options, portfolio)
    if status != _Status.OK and exit_status != _UNABLE:
        _say(report.render(language=program.language).rstrip("\n"))
        exit_status = _FOUND
    return exit_status


def _format(program: _Program, options: Any) -> int:
    if options.check and options.in_place:
        program.fail(None, program.text("--check and --in-place exclude each other",
                                        "--check et --in-place s'excluent"))
    if not (options.check or options.in_place) and len(options.files) > 1:
        return _refuse_several(program, options.files[1])
    return max(_format_path(program, options, path) for path in options.files)


# ---- report ----


def _name_of(record: Record) -> str:
    """The short name, name or title of a record; its id where it has none."""
    for name in ("acronym", "name", "title"):
        if name in record._fields:
            text = record.text_of(name)
            if text is not None:
                return text
    return record.id or ""


def _label(program: _Program, row: Row, by: str) -> str:
    """What a row of a sum is grouped by."""
    if by == "funder":
        return program.text("not specified", "non précisé") if row.funder is None else \
            _name_of(row.funder)
    return program.text("undated", "non daté") if row.year is None else str(row.year)


def _sum_row(program: _Program, label: str, row: Row) -> List[Optional[str]]:
    return [label, figure(row.committed, program.language), figure(row.paid, program.language)]


def _sum(program: _Program, portfolio: Portfolio, heading: str, by: str,
         as_of: Optional[Date]) -> str:
    """The rows of a sum, each with what it is grouped by, and the whole."""
    rows: List[List[Optional[str]]] = [[heading, program.text("Committed", "Engagé"),
                                        program.text("Paid", "Payé")]]
    for row in portfolio.sum(by, as_of=as_of):
        rows.append(_sum_row(program, _label(program, row, by), row))
    for row in portfolio.sum(as_of=as_of):
        rows.append(_sum_row(program, "total", row))
    text = aligned("lrr", rows)
    return text + "\n" if text else ""


def _report(program: _Program, options: Any) -> int:
    ruleset = _rules_of(program, options)
    as_of = program.date(options.as_of)
    portfolio, report = Portfolio(), Report()
    _load_whole(program, options, portfolio, ruleset, report)
    portfolio.validate(ruleset, as_of=as_of, report=report)
    status = _judged(program, report)
    program.write(_sum(program, portfolio, program.text("Funders", "Financeurs"), "funder", as_of))
    program.write(_sum(program, portfolio, program.text("Years", "Années"), "year", as_of))
    return status


# ---- table ----

_TO_THE_RIGHT = ("index", "amount", "quantity", "decimal", "measure", "share", "integer")


def _table(program: _Program, options: Any) -> int:
    portfolio, report = Portfolio(), Report()
    names = options.columns and [name.strip() for name in options.columns.split(",")]
    try:
        portfolio.table(options.path, names)
    except KeyError as error:
        program.fail(None, str(error.args[0]))
    _load_whole(program, options, portfolio, None, report)
    status = _judged(program, report)
    table = portfolio.table(options.path, names)
    if options.csv or options.french_csv:
        program.write(table.to_csv(french=options.french_csv) or "")
        return status
    cells = [[spelling(value) for value in column.values] for column in table.columns.values()]
    rows: List[List[Optional[str]]] = [[file_name(name) for name in table.columns]]
    rows += [texts(row) for row in zip(*cells)]
    letters = "".join("r" if column.kind in _TO_THE_RIGHT else "l"
                      for column in table.columns.values())
    program.write(aligned(letters, rows))
    return status


# ---- the commands ----


def _add(commands: _Commands, name: str, work: _Work, summary: str, description: str,
         statuses: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=summary, description=description, epilog="exit status: " + statuses)
    parser.set_defaults(run=_runner(parser.prog, work))
    parser.add_argument("--language", metavar="en|fr",
                        help="the language, else that of the environment")
    return parser


def _add_files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+",
                        help="a file, a directory, or \"-\" for standard input")


def _add_as_of(parser: argparse.ArgumentParser, text: str) -> None:
    parser.add_argument("--as-of", metavar="DATE", help=text)
    parser.add_argument("--rules", metavar="FILE", action=_AppendRule, dest="rules",
                        help="let a rule-set file say how grave what rules find is")


def _add_validate(commands: _Commands) -> None:
    parser = _add(
        commands, "validate", _validate, "says what is wrong with portfolios",
        "Loads all files, and those below directories, as one portfolio, checks it, and prints "
        "what is wrong with it, where, and what to write instead.",
        "0 valid, 1 errors found, 2 could not run")
    parser.add_argument("--format", metavar="text|json|sarif|github", default="text",
                        help="how to print: as text (default), as JSON lines, as SARIF 2.1.0, or "
                             "as annotations of GitHub")
    _add_as_of(parser, "check as of this day; rules that need one do not apply without")
    parser.add_argument("--disable", metavar="RULE", action=_AppendRule, dest="rules",
                        help="leave out a rule")
    parser.add_argument("--severity", metavar="RULE=LEVEL", action=_AppendRule, dest="rules",
                        help="let a rule give an error, a warning, a note, or nothing: off; of "
                             "--rules, --disable and --severity, the later wins over the earlier")
    parser.add_argument("--fail-on", metavar="LEVEL", default="error",
                        help="fail on errors (default), on warnings too, or on notes too")
    parser.add_argument("--partial", action="store_true",
                        help="a part of a portfolio: what it refers to may be elsewhere")
    parser.add_argument("--summary", action="store_true",
                        help="print as well how often each rule passed, failed or did not apply, "
                             "and why")
    _add_files(parser)


def _add_format(commands: _Commands) -> None:
    parser = _add(
        commands, "format", _format, "puts files into the canonical form",
        "Prints a file in the canonical form. Several files, or those below a directory, can be "
        "checked or replaced.",
        "0 done, or all are in this form; 1 a file is not, or was refused; 2 could not run")
    parser.add_argument("--check", action="store_true",
                        help="print only the names of files that are not in this form")
    parser.add_argument("--in-place", action="store_true",
                        help="replace the files that are not in this form, each whole or not at "
                             "all")
    parser.add_argument("--drop-comments", action="store_true",
                        help="drop comments; a file that has some is refused without")
    _add_files(parser)


def _add_report(commands: _Commands) -> None:
    parser = _add(
        commands, "report", _report, "says who pays what",
        "Loads all files as one portfolio and prints what is committed and paid, by funder and by "
        "year.",
        "0 done, 1 the portfolio has errors, 2 could not run")
    _add_as_of(parser, "as of this day, else by the latest version of each agreement")
    _add_files(parser)


def _add_table(commands: _Commands) -> None:
    parser = _add(
        commands, "table", _table, "prints a section, or a list in it, as a table or CSV",
        "Loads all files as one portfolio and prints a table of a section, such as agreements, or "
        "of a list in it, such as agreements.funders.",
        "0 done, 1 the files have errors, 2 could not run")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="as CSV")
    form.add_argument("--french-csv", action="store_true",
                      help="as CSV for a French spreadsheet: semicolons and decimal commas")
    parser.add_argument("--columns", metavar="NAME,...", help="these columns alone")
    parser.add_argument("path", metavar="TABLE", help="what to print, such as agreements.funders")
    _add_files(parser)


def add_commands(commands: _Commands) -> None:
    """Adds validate, format, report and table to what ArgumentParser.add_subparsers() made.

    Each sets `run` of the options: a function of them that does the work and returns the exit
    status, 130 where it was interrupted.
    """
    for add in (_add_validate, _add_format, _add_report, _add_table):
        add(commands)
