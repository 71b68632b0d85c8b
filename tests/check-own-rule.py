#!/usr/bin/python3
"""A rule of one's own can be written in Python: a function pointer and a void * are all it takes."""

import ctypes
import os
import sys

BUILD = os.environ.get("TRANSFER_TEST_BUILD", "build")
PORTFOLIO = b"""transfer: 1
partners:
  acme: {name: ACME, kind: company, city: Metz}
  loria: {name: Loria, kind: laboratory, city: Nancy, exceptions: [{rule: acme/metz, reason: moved}]}
  cea: {name: CEA, kind: research_organisation}
"""
NOTE, ERROR = 1, 3
UNSET, STOPPED, MISSING, NO_INDEX = 3, 16, 1, ctypes.c_size_t(-1).value


def load():
    library = ctypes.CDLL(os.path.join(BUILD, ".libs", "libtransfer.so"))
    pointer, text, size = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t
    for name, result, *arguments in (
            ("portfolio_new", pointer),
            ("portfolio_free", None, pointer),
            ("portfolio_load_memory", ctypes.c_int, pointer, text, size, text, pointer,
             ctypes.c_uint, pointer),
            ("portfolio_validate", ctypes.c_int, pointer, pointer, pointer, pointer),
            ("report_new", pointer),
            ("report_free", None, pointer),
            ("report_count", size, pointer),
            ("report_at", pointer, pointer, size),
            ("report_outcome_count", size, pointer, text, ctypes.c_int),
            ("report_reason_count", size, pointer, text, ctypes.c_int),
            ("ruleset_new", pointer),
            ("ruleset_free", None, pointer),
            ("ruleset_add_rule", ctypes.c_int, pointer, text, ctypes.c_int, ctypes.c_int, pointer,
             pointer),
            ("type_find", ctypes.c_int, text),
            ("type_field_find", ctypes.c_int, ctypes.c_int, text),
            ("record_get_text", ctypes.c_int, pointer, ctypes.c_int, ctypes.POINTER(text)),
            ("check_report", ctypes.c_int, pointer, ctypes.c_int, ctypes.c_int, size, text, text,
             text),
            ("check_skip", ctypes.c_int, pointer, ctypes.c_int),
            ("diagnostic_message", text, pointer, ctypes.c_int),
            ("diagnostic_rule", text, pointer),
            ("diagnostic_record", text, pointer),
            ("diagnostic_pointer", text, pointer),
            ("diagnostic_severity", ctypes.c_int, pointer)):
        function = getattr(library, "transfer_" + name)
        function.restype = result
        function.argtypes = arguments
    return library


def validate(library, rule):
    """What the function, which is given (record, check), makes of the portfolio: the status, the
    diagnostics, and how often it passed, failed, and found nothing to look at."""
    prototype = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
    function = prototype(lambda user, record, check: rule(record, check))
    portfolio, report = library.transfer_portfolio_new(), library.transfer_report_new()
    ruleset = library.transfer_ruleset_new()
    added = library.transfer_ruleset_add_rule(ruleset, b"acme/metz",
                                              library.transfer_type_find(b"partner"), ERROR,
                                              ctypes.cast(function, ctypes.c_void_p), None)
    assert added == 0, added
    library.transfer_portfolio_load_memory(portfolio, PORTFOLIO, len(PORTFOLIO), b"a.yaml", ruleset,
                                           0, report)
    status = library.transfer_portfolio_validate(portfolio, ruleset, None, report)
    # The report stands alone.
    library.transfer_ruleset_free(ruleset)
    library.transfer_portfolio_free(portfolio)
    found = []
    for i in range(library.transfer_report_count(report)):
        diagnostic = library.transfer_report_at(report, i)
        if library.transfer_diagnostic_rule(diagnostic) == b"acme/metz":
            found.append((library.transfer_diagnostic_severity(diagnostic),
                          library.transfer_diagnostic_pointer(diagnostic).decode(),
                          library.transfer_diagnostic_message(diagnostic, 0).decode()))
    counts = [library.transfer_report_outcome_count(report, b"acme/metz", i) for i in (1, 2)]
    counts.append(library.transfer_report_reason_count(report, b"acme/metz", MISSING))
    library.transfer_report_free(report)
    return status, found, counts


def main():
    library = load()
    city = library.transfer_type_field_find(library.transfer_type_find(b"partner"), b"city")

    def in_metz(record, check):
        text = ctypes.c_char_p()
        if library.transfer_record_get_text(record, city, ctypes.byref(text)) == UNSET:
            return library.transfer_check_skip(check, MISSING)
        if text.value != b"Metz":
            return library.transfer_check_report(check, 0, city, NO_INDEX, text.value, b"Metz",
                                                 None)
        return 0

    assert validate(library, in_metz) == (
        0, [(NOTE, "/partners/loria/city", 'city: found Nancy, expected Metz (accepted: "moved")')],
        [1, 1, 1]), validate(library, in_metz)
    status, found, _ = validate(
        library, lambda record, check: library.transfer_check_report(
            check, 0, 0, NO_INDEX, None, None, "à revoir".encode()) or 1)
    assert status == STOPPED and found == [(ERROR, "/partners/acme", "à revoir")], (status, found)
    print("check-own-rule: a rule written in Python")


if __name__ == "__main__":
    sys.exit(main())
