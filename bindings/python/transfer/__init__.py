"""The facts of technology transfer, exact, checked and kept in YAML.

    >>> import transfer
    >>> p = transfer.load("pacte-lorraine.yaml")
    >>> p.partners["etat"].name
    'État français'
    >>> for agreement in p.agreements.values():
    ...     print(agreement.amount, agreement.period, agreement.funders[0].partner.name)
    30000000 EUR 2014/2016 État français
    >>> p.validate()
    <Report: 0 errors, 0 warnings, 0 notes>

A portfolio has sections, which are mappings from ids to records; the fields of records are
attributes.  What is not set is None; amounts, shares and dates are exact.  The shared library does
the work, and says itself what types and fields there are: see help(transfer.model).
"""

from __future__ import annotations

import sys as _sys

from ._version import VERSION as __version__

try:
    from . import _library
except ImportError as _error:
    # "python -m transfer doctor", which is to say what is wrong, imports this package before the
    # command. As long as Python looks for the module that -m names, sys.argv[0] is "-m".
    if _sys.argv[:1] != ["-m"]:
        raise
    _problem = str(_error)

    def _missing(name: str) -> None:
        if name.startswith("_"):
            raise AttributeError(name)
        raise ImportError(_problem)

    globals()["__getattr__"] = _missing
else:
    from . import model
    from .answers import Answer, Calculation, Row, Step
    from .errors import (BusyError, ClosedError, CsvError, CsvProblem, CurrencyError, DanglingError,
                         ExistsError, LoadError, RangeError, RemovedError, ReportError,
                         RulesetError, SaveError, SpellingError, TransferError, UnreadableError,
                         ValidationError)
    from .model import *  # pylint: disable=wildcard-import,unused-wildcard-import
    from .model import __all__ as __all__  # pylint: disable=useless-import-alias
    from .portfolio import File, Portfolio, Section, check, load, loads
    from .lists import RecordList, ValueList
    from .records import Extras, Record
    from .report import Diagnostic, Related, Report, Severity
    from .rules import Check, Provision, Rule, Ruleset, rules
    from .tables import Table
    from .values import (EQUAL, REST, Amount, Certainty, Date, Period, Qualifier, Quantity,
                         Remainder, Share, date_is_before)

    # In this form type checkers know which names model.py gives.
    __all__ += (
        "Amount", "Answer", "BusyError", "Calculation", "Certainty", "Check", "ClosedError",
        "CsvError", "CsvProblem", "CurrencyError", "DanglingError", "Date", "Diagnostic", "EQUAL",
        "ExistsError", "Extras", "File", "LoadError", "Period", "Portfolio", "Provision",
        "Qualifier", "Quantity", "REST", "RangeError", "Record", "RecordList", "Related",
        "Remainder", "RemovedError", "Report", "ReportError", "Row", "Rule", "Ruleset",
        "RulesetError", "SaveError", "Section", "Severity", "Share", "SpellingError", "Step",
        "Table", "TransferError", "UnreadableError", "ValidationError", "ValueList", "check",
        "date_is_before", "load", "loads", "model", "rules")
