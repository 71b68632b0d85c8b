"""The C library as ctypes needs to know it: each exported function of <transfer/transfer.h> with
its types, the structs, the callbacks and the numbers. tests/check-prototypes.py compares all of it
with the header.

SPDX-License-Identifier: MIT
"""

from __future__ import annotations

from ctypes import (CDLL, CFUNCTYPE, POINTER, PyDLL, Structure, c_char, c_char_p, c_int, c_int32,
                    c_int64, c_size_t, c_uint, c_uint8, c_uint64, c_void_p)
from enum import IntEnum, IntFlag
from types import SimpleNamespace
from typing import Any

# ---- numbers ----

VALUE_SIZE = 96  # bytes that are enough for the spelling of any value

LOAD_PARTIAL = 1
LOAD_KEEP_TEXT = 2

SAVE_DROP_COMMENTS = 1
SAVE_OVERWRITE = 2

RENDER_COLOUR = 1

BY_FUNDER = 1
BY_YEAR = 2
BY_BENEFICIARY = 4
BY_AGREEMENT = 8

ALL_FILES = c_size_t(-1).value
NO_INDEX = c_size_t(-1).value


class Status(IntEnum):
    """How a call ended."""

    OK = 0
    NO_MEMORY = 1
    MISUSE = 2
    UNSET = 3
    UNKNOWN_FIELD = 4
    WRONG_KIND = 5
    NOT_FOUND = 6
    EXISTS = 7
    OVERFLOW = 8
    IO = 9
    NOT_DURABLE = 10
    CHANGED = 11
    SYNTAX = 12
    LIMIT = 13
    NEWER_FORMAT = 14
    COMMENTS = 15
    STOPPED = 16


class Language(IntEnum):
    """Of messages and documentation."""

    ENGLISH = 0
    FRENCH = 1


class Qualifier(IntEnum):
    """What stands in front of an amount or a quantity."""

    EXACTLY = 0
    ABOUT = 1
    AT_LEAST = 2
    MORE_THAN = 3
    AT_MOST = 4
    LESS_THAN = 5


class DateFlag(IntFlag):
    """Before and after exclude each other and the other two."""

    UNCERTAIN = 1
    APPROXIMATE = 2
    BEFORE = 4
    AFTER = 8


class Certainty(IntEnum):
    """The answer of a comparison between values that are not known exactly."""

    CERTAINLY_NOT = 0
    POSSIBLY = 1
    CERTAINLY = 2


class ShareForm(IntEnum):
    """How a share is written."""

    RATIO = 0
    PERCENT = 1
    EQUAL = 2
    REST = 3


class Table(IntEnum):
    """The tables of codes."""

    COUNTRY = 1
    REGION = 2
    INSEE_REGION = 3
    CURRENCY = 4


class Kind(IntEnum):
    """What a field holds."""

    TEXT = 1
    REFERENCE = 2
    DATE = 3
    PERIOD = 4
    AMOUNT = 5
    QUANTITY = 6
    SHARE = 7
    DECIMAL = 8
    INTEGER = 9
    BOOLEAN = 10
    CHOICE = 11
    CODE = 12
    URL = 13
    MEASURE = 14
    RECORD = 15


class Limit(IntEnum):
    """Limits on what is loaded."""

    FILE_SIZE = 1
    RECORDS = 2
    DIAGNOSTICS = 3


class Severity(IntEnum):
    """How grave a diagnostic is; greater is graver."""

    OFF = 0
    NOTE = 1
    WARNING = 2
    ERROR = 3


class Outcome(IntEnum):
    """What a rule says of one record or file."""

    PASSED = 1
    FAILED = 2
    NOT_APPLICABLE = 3


class Reason(IntEnum):
    """Why a rule does not apply to a record."""

    NONE = 0
    MISSING = 1
    REPORTED = 2
    OTHER_CASE = 3
    UNDATED = 4
    NOT_IN_FORCE = 5
    VAGUE = 6
    NO_DAY = 7
    PART = 8
    REPLACED = 9
    NO_TABLE = 10


class Format(IntEnum):
    """How a report is written."""

    TEXT = 1
    JSON = 2
    SARIF = 3
    GITHUB = 4


class Role(IntEnum):
    """Why a record stands in an answer."""

    NONE = 0
    FUNDER = 1
    BENEFICIARY = 2
    AGREEMENT = 3
    OPERATOR = 4
    PARTICIPANT = 5
    PROGRAMME = 6
    RECEIVED = 7
    CONTRACTED = 8
    CERTAIN = 9
    POSSIBLE = 10


# ---- structs ----

class CDate(Structure):
    """Perhaps partial: month and day 0; as an end of a period year 0, open."""

    _fields_ = [("year", c_int32), ("month", c_uint8), ("day", c_uint8), ("flags", c_uint8),
                ("reserved", c_uint8)]
    year: int
    month: int
    day: int
    flags: int
    reserved: int


class CPeriod(Structure):
    """Both ends included."""

    _fields_ = [("start", CDate), ("end", CDate)]
    start: CDate
    end: CDate


class CAmount(Structure):
    """In minor units, of which decimals make one of the currency."""

    _fields_ = [("minor", c_int64), ("currency", c_char * 4), ("decimals", c_uint8),
                ("qualifier", c_uint8), ("reserved", c_uint8 * 2)]
    minor: int
    currency: bytes
    decimals: int
    qualifier: int
    reserved: Any


class CQuantity(Structure):
    """value / 10^decimals."""

    _fields_ = [("value", c_int64), ("decimals", c_uint8), ("qualifier", c_uint8),
                ("reserved", c_uint8 * 6)]
    value: int
    decimals: int
    qualifier: int
    reserved: Any


class CShare(Structure):
    """As written: neither reduced nor rounded."""

    _fields_ = [("numerator", c_int64), ("denominator", c_int64), ("form", c_uint8),
                ("reserved", c_uint8 * 7)]
    numerator: int
    denominator: int
    form: int
    reserved: Any


# ---- pointers ----

# Handles: as results they are an int, or None for NULL.
answer_p = c_void_p
calculation_p = c_void_p
check_p = c_void_p
column_p = c_void_p
diagnostic_p = c_void_p
portfolio_p = c_void_p
record_p = c_void_p
report_p = c_void_p
rule_p = c_void_p
ruleset_p = c_void_p

# Characters that Python must not make bytes of: a text to be freed by transfer_text_free(), a
# buffer to fill, data that has a size in place of a NUL. A c_char_p is a text that others own.
text_p = POINTER(c_char)

# The caller keeps a callback alive as long as the library may call it: during the call it is given
# to, or, a rule's, as long as the rule set. It lets no exception out: ctypes would print that and
# return no number that the library could rely on.
READ_FUNCTION = CFUNCTYPE(c_int, c_void_p, text_p, c_size_t, POINTER(c_size_t))
WRITE_FUNCTION = CFUNCTYPE(c_int, c_void_p, text_p, c_size_t)
RULE_FUNCTION = CFUNCTYPE(c_int, c_void_p, record_p, check_p)

# ---- functions ----

# The type of the result, then those of the parameters, in the order of the header.
PROTOTYPES: dict[str, tuple[Any, ...]] = {
    # Status, version
    "transfer_status_text": (c_char_p, c_int, c_int),
    "transfer_version": (c_char_p,),
    "transfer_model_1_0": (c_int,),
    "transfer_text_free": (None, text_p),
    # Values
    "transfer_date_parse": (c_int, c_char_p, POINTER(CDate)),
    "transfer_date_format": (c_int, POINTER(CDate), text_p, c_size_t),
    "transfer_date_bounds": (c_int, POINTER(CDate), POINTER(CDate), POINTER(CDate)),
    "transfer_date_is_before": (c_int, POINTER(CDate), POINTER(CDate)),
    "transfer_period_parse": (c_int, c_char_p, POINTER(CPeriod)),
    "transfer_period_format": (c_int, POINTER(CPeriod), text_p, c_size_t),
    "transfer_period_bounds": (c_int, POINTER(CPeriod), POINTER(CDate), POINTER(CDate)),
    "transfer_period_contains": (c_int, POINTER(CPeriod), POINTER(CDate)),
    "transfer_amount_parse": (c_int, c_char_p, POINTER(CAmount)),
    "transfer_amount_format": (c_int, POINTER(CAmount), text_p, c_size_t),
    "transfer_amount_add": (c_int, POINTER(CAmount), POINTER(CAmount), POINTER(CAmount)),
    "transfer_amount_subtract": (c_int, POINTER(CAmount), POINTER(CAmount), POINTER(CAmount)),
    "transfer_amount_compare": (c_int, POINTER(CAmount), POINTER(CAmount), POINTER(c_int)),
    "transfer_amount_is_above": (c_int, POINTER(CAmount), POINTER(CAmount)),
    "transfer_amount_share": (c_int, POINTER(CAmount), POINTER(CShare), POINTER(CAmount)),
    "transfer_amount_divide": (c_int, POINTER(CAmount), c_size_t, POINTER(CAmount)),
    "transfer_amount_apportion": (c_int, POINTER(CAmount), POINTER(c_int64), c_size_t,
                                  POINTER(CAmount)),
    "transfer_amount_split": (c_int, POINTER(CAmount), POINTER(CShare), c_size_t, POINTER(CAmount)),
    "transfer_quantity_parse": (c_int, c_char_p, POINTER(CQuantity)),
    "transfer_quantity_format": (c_int, POINTER(CQuantity), text_p, c_size_t),
    "transfer_quantity_compare": (c_int, POINTER(CQuantity), POINTER(CQuantity)),
    "transfer_share_parse": (c_int, c_char_p, POINTER(CShare)),
    "transfer_share_format": (c_int, POINTER(CShare), text_p, c_size_t),
    "transfer_share_add": (c_int, POINTER(CShare), POINTER(CShare), POINTER(CShare)),
    "transfer_share_subtract": (c_int, POINTER(CShare), POINTER(CShare), POINTER(CShare)),
    "transfer_share_compare": (c_int, POINTER(CShare), POINTER(CShare), POINTER(c_int)),
    # Reference tables
    "transfer_code_count": (c_size_t, c_int),
    "transfer_code_at": (c_char_p, c_int, c_size_t),
    "transfer_code_name": (c_int, c_int, c_char_p, POINTER(CDate), POINTER(c_char_p)),
    "transfer_code_validity": (c_int, c_int, c_char_p, POINTER(CPeriod)),
    "transfer_currency_decimals": (c_int, c_char_p, POINTER(c_int)),
    # Introspection
    "transfer_type_count": (c_size_t,),
    "transfer_type_at": (c_int, c_size_t),
    "transfer_type_find": (c_int, c_char_p),
    "transfer_type_name": (c_char_p, c_int),
    "transfer_type_section": (c_char_p, c_int),
    "transfer_type_doc": (c_char_p, c_int, c_int),
    "transfer_type_field_count": (c_size_t, c_int),
    "transfer_type_field_at": (c_int, c_int, c_size_t),
    "transfer_type_field_find": (c_int, c_int, c_char_p),
    "transfer_field_name": (c_char_p, c_int),
    "transfer_field_type": (c_int, c_int),
    "transfer_field_kind": (c_int, c_int),
    "transfer_field_is_list": (c_int, c_int),
    "transfer_field_is_required": (c_int, c_int),
    "transfer_field_target": (c_int, c_int),
    "transfer_field_table": (c_int, c_int),
    "transfer_field_range": (c_int, c_int, POINTER(c_int64), POINTER(c_int64)),
    "transfer_field_doc": (c_char_p, c_int, c_int),
    "transfer_field_since": (c_char_p, c_int),
    "transfer_field_choice_count": (c_size_t, c_int),
    "transfer_field_choices_name": (c_char_p, c_int),
    "transfer_field_choice_at": (c_int, c_int, c_size_t),
    "transfer_field_choice_name": (c_char_p, c_int, c_int),
    "transfer_field_choice_doc": (c_char_p, c_int, c_int, c_int),
    "transfer_field_choice_find": (c_int, c_int, c_char_p),
    "transfer_schema_json": (c_char_p,),
    # Portfolio
    "transfer_portfolio_new": (portfolio_p,),
    "transfer_portfolio_free": (None, portfolio_p),
    "transfer_portfolio_set_limit": (c_int, portfolio_p, c_int, c_uint64),
    "transfer_portfolio_load_file": (c_int, portfolio_p, c_char_p, ruleset_p, c_uint, report_p),
    "transfer_portfolio_load_memory": (c_int, portfolio_p, c_char_p, c_size_t, c_char_p, ruleset_p,
                                       c_uint, report_p),
    "transfer_portfolio_load_callback": (c_int, portfolio_p, READ_FUNCTION, c_void_p, c_char_p,
                                         ruleset_p, c_uint, report_p),
    "transfer_portfolio_validate": (c_int, portfolio_p, ruleset_p, POINTER(CDate), report_p),
    "transfer_portfolio_file_count": (c_size_t, portfolio_p),
    "transfer_portfolio_file_name": (c_char_p, portfolio_p, c_size_t),
    "transfer_portfolio_file_has_comments": (c_int, portfolio_p, c_size_t),
    "transfer_portfolio_save": (c_int, portfolio_p, c_uint),
    "transfer_portfolio_save_file": (c_int, portfolio_p, c_size_t, c_char_p, c_uint),
    "transfer_portfolio_save_memory": (c_int, portfolio_p, c_size_t, c_uint, POINTER(text_p),
                                       POINTER(c_size_t)),
    "transfer_portfolio_save_callback": (c_int, portfolio_p, c_size_t, c_uint, WRITE_FUNCTION,
                                         c_void_p),
    "transfer_portfolio_record": (record_p, portfolio_p),
    "transfer_portfolio_count": (c_size_t, portfolio_p, c_int),
    "transfer_portfolio_at": (record_p, portfolio_p, c_int, c_size_t),
    "transfer_portfolio_find": (record_p, portfolio_p, c_int, c_char_p),
    "transfer_portfolio_add": (c_int, portfolio_p, c_int, c_char_p, POINTER(record_p)),
    # Records
    "transfer_record_type": (c_int, record_p),
    "transfer_record_id": (c_char_p, record_p),
    "transfer_record_portfolio": (portfolio_p, record_p),
    "transfer_record_parent": (record_p, record_p),
    "transfer_record_parent_key": (c_int, record_p),
    "transfer_record_file": (c_size_t, record_p),
    "transfer_record_set_file": (c_int, record_p, c_size_t),
    "transfer_record_is_removed": (c_int, record_p),
    "transfer_record_remove": (c_int, record_p),
    "transfer_record_rename": (c_int, record_p, c_char_p),
    "transfer_record_position": (c_int, record_p, c_int, POINTER(c_uint64), POINTER(c_uint64)),
    "transfer_record_byte_range": (c_int, record_p, c_int, POINTER(c_uint64), POINTER(c_uint64)),
    "transfer_record_has": (c_int, record_p, c_int),
    "transfer_record_get_text": (c_int, record_p, c_int, POINTER(c_char_p)),
    "transfer_record_get_date": (c_int, record_p, c_int, POINTER(CDate)),
    "transfer_record_get_period": (c_int, record_p, c_int, POINTER(CPeriod)),
    "transfer_record_get_amount": (c_int, record_p, c_int, POINTER(CAmount)),
    "transfer_record_get_quantity": (c_int, record_p, c_int, POINTER(CQuantity)),
    "transfer_record_get_share": (c_int, record_p, c_int, POINTER(CShare)),
    "transfer_record_get_integer": (c_int, record_p, c_int, POINTER(c_int64)),
    "transfer_record_get_boolean": (c_int, record_p, c_int, POINTER(c_int)),
    "transfer_record_get_choice": (c_int, record_p, c_int, POINTER(c_int)),
    "transfer_record_get_reference": (c_int, record_p, c_int, POINTER(record_p)),
    "transfer_record_get_reference_id": (c_int, record_p, c_int, POINTER(c_char_p)),
    "transfer_record_format_value": (c_int, record_p, c_int, c_size_t, POINTER(text_p)),
    "transfer_record_clear": (c_int, record_p, c_int),
    "transfer_record_set_text": (c_int, record_p, c_int, c_char_p),
    "transfer_record_set_date": (c_int, record_p, c_int, POINTER(CDate)),
    "transfer_record_set_period": (c_int, record_p, c_int, POINTER(CPeriod)),
    "transfer_record_set_amount": (c_int, record_p, c_int, POINTER(CAmount)),
    "transfer_record_set_quantity": (c_int, record_p, c_int, POINTER(CQuantity)),
    "transfer_record_set_share": (c_int, record_p, c_int, POINTER(CShare)),
    "transfer_record_set_integer": (c_int, record_p, c_int, c_int64),
    "transfer_record_set_boolean": (c_int, record_p, c_int, c_int),
    "transfer_record_set_choice": (c_int, record_p, c_int, c_int),
    "transfer_record_set_reference": (c_int, record_p, c_int, record_p),
    "transfer_record_set_reference_id": (c_int, record_p, c_int, c_char_p),
    "transfer_record_parse_value": (c_int, record_p, c_int, c_char_p),
    "transfer_record_count": (c_int, record_p, c_int, POINTER(c_size_t)),
    "transfer_record_text_at": (c_int, record_p, c_int, c_size_t, POINTER(c_char_p)),
    "transfer_record_reference_at": (c_int, record_p, c_int, c_size_t, POINTER(record_p)),
    "transfer_record_reference_id_at": (c_int, record_p, c_int, c_size_t, POINTER(c_char_p)),
    "transfer_record_record_at": (c_int, record_p, c_int, c_size_t, POINTER(record_p)),
    "transfer_record_add_text": (c_int, record_p, c_int, c_char_p),
    "transfer_record_add_reference": (c_int, record_p, c_int, record_p),
    "transfer_record_add_reference_id": (c_int, record_p, c_int, c_char_p),
    "transfer_record_add_record": (c_int, record_p, c_int, POINTER(record_p)),
    "transfer_record_remove_at": (c_int, record_p, c_int, c_size_t),
    "transfer_record_extra_count": (c_size_t, record_p),
    "transfer_record_extra_at": (c_int, record_p, c_size_t, POINTER(c_char_p), POINTER(c_char_p)),
    "transfer_record_set_extra": (c_int, record_p, c_char_p, c_char_p),
    # Rules and rule sets
    "transfer_reason_text": (c_char_p, c_int, c_int),
    "transfer_rule_count": (c_size_t,),
    "transfer_rule_at": (rule_p, c_size_t),
    "transfer_rule_find": (rule_p, c_char_p),
    "transfer_rule_suggest": (c_char_p, c_char_p),
    "transfer_rule_name": (c_char_p, rule_p),
    "transfer_rule_severity": (c_int, rule_p),
    "transfer_rule_type": (c_int, rule_p),
    "transfer_rule_since": (c_char_p, rule_p),
    "transfer_rule_in_force": (None, rule_p, POINTER(CPeriod)),
    "transfer_rule_source": (c_char_p, rule_p),
    "transfer_rule_title": (c_char_p, rule_p, c_int),
    "transfer_rule_explanation": (c_char_p, rule_p, c_int),
    "transfer_rule_provision_count": (c_size_t, rule_p),
    "transfer_rule_provision_at": (c_int, rule_p, c_size_t, c_int, POINTER(c_char_p),
                                   POINTER(c_char_p), POINTER(CPeriod), POINTER(c_int)),
    "transfer_ruleset_new": (ruleset_p,),
    "transfer_ruleset_free": (None, ruleset_p),
    "transfer_ruleset_set_severity": (c_int, ruleset_p, c_char_p, c_int),
    "transfer_ruleset_get_severity": (c_int, ruleset_p, c_char_p, POINTER(c_int)),
    "transfer_ruleset_load_file": (c_int, ruleset_p, c_char_p, report_p),
    "transfer_ruleset_load_memory": (c_int, ruleset_p, c_char_p, c_size_t, c_char_p, report_p),
    "transfer_ruleset_add_rule": (c_int, ruleset_p, c_char_p, c_int, c_int, RULE_FUNCTION,
                                  c_void_p),
    "transfer_check_report": (c_int, check_p, c_int, c_int, c_size_t, c_char_p, c_char_p, c_char_p),
    "transfer_check_skip": (c_int, check_p, c_int),
    "transfer_check_as_of": (c_int, check_p, POINTER(CDate)),
    # Reports
    "transfer_report_new": (report_p,),
    "transfer_report_free": (None, report_p),
    "transfer_report_clear": (None, report_p),
    "transfer_report_count": (c_size_t, report_p),
    "transfer_report_severity_count": (c_size_t, report_p, c_int),
    "transfer_report_outcome_count": (c_size_t, report_p, c_char_p, c_int),
    "transfer_report_reason_count": (c_size_t, report_p, c_char_p, c_int),
    "transfer_report_at": (diagnostic_p, report_p, c_size_t),
    "transfer_diagnostic_rule": (c_char_p, diagnostic_p),
    "transfer_diagnostic_severity": (c_int, diagnostic_p),
    "transfer_diagnostic_file": (c_char_p, diagnostic_p),
    "transfer_diagnostic_line": (c_uint64, diagnostic_p),
    "transfer_diagnostic_column": (c_uint64, diagnostic_p),
    "transfer_diagnostic_end_line": (c_uint64, diagnostic_p),
    "transfer_diagnostic_end_column": (c_uint64, diagnostic_p),
    "transfer_diagnostic_pointer": (c_char_p, diagnostic_p),
    "transfer_diagnostic_record": (c_char_p, diagnostic_p),
    "transfer_diagnostic_found": (c_char_p, diagnostic_p),
    "transfer_diagnostic_expected": (c_char_p, diagnostic_p, c_int),
    "transfer_diagnostic_suggestion": (c_char_p, diagnostic_p),
    "transfer_diagnostic_message": (c_char_p, diagnostic_p, c_int),
    "transfer_diagnostic_exception": (c_char_p, diagnostic_p),
    "transfer_diagnostic_excerpt": (c_char_p, diagnostic_p),
    "transfer_diagnostic_excerpt_column": (c_uint64, diagnostic_p),
    "transfer_diagnostic_related_count": (c_size_t, diagnostic_p),
    "transfer_diagnostic_related_at": (c_int, diagnostic_p, c_size_t, c_int, POINTER(c_char_p),
                                       POINTER(c_uint64), POINTER(c_uint64), POINTER(c_char_p)),
    "transfer_report_render": (c_int, report_p, c_int, c_int, c_uint, WRITE_FUNCTION, c_void_p),
    "transfer_report_render_memory": (c_int, report_p, c_int, c_int, c_uint, POINTER(text_p),
                                      POINTER(c_size_t)),
    # Columns
    "transfer_portfolio_column": (c_int, portfolio_p, c_int, POINTER(c_int), c_size_t, c_int,
                                  POINTER(column_p)),
    "transfer_column_free": (None, column_p),
    "transfer_column_count": (c_size_t, column_p),
    "transfer_column_kind": (c_int, column_p),
    "transfer_column_states": (POINTER(c_uint8), column_p),
    "transfer_column_owners": (POINTER(c_uint64), column_p),
    "transfer_column_records": (POINTER(record_p), column_p),
    "transfer_column_texts": (POINTER(c_char_p), column_p),
    "transfer_column_dates": (POINTER(CDate), column_p),
    "transfer_column_periods": (POINTER(CPeriod), column_p),
    "transfer_column_amounts": (POINTER(CAmount), column_p),
    "transfer_column_quantities": (POINTER(CQuantity), column_p),
    "transfer_column_shares": (POINTER(CShare), column_p),
    "transfer_column_integers": (POINTER(c_int64), column_p),
    "transfer_column_unreadable": (POINTER(c_char_p), column_p),
    # Questions
    "transfer_portfolio_sum": (c_int, portfolio_p, c_uint, POINTER(CDate), POINTER(answer_p)),
    "transfer_record_referrers": (c_int, record_p, POINTER(answer_p)),
    "transfer_platform_partners": (c_int, record_p, POINTER(answer_p)),
    "transfer_platform_agreements": (c_int, record_p, POINTER(CDate), POINTER(answer_p)),
    "transfer_portfolio_in_force": (c_int, portfolio_p, POINTER(CDate), POINTER(answer_p)),
    "transfer_answer_free": (None, answer_p),
    "transfer_answer_count": (c_size_t, answer_p),
    "transfer_answer_record": (c_int, answer_p, c_size_t, c_int, POINTER(record_p)),
    "transfer_answer_role": (c_int, answer_p, c_size_t),
    "transfer_answer_key": (c_int, answer_p, c_size_t),
    "transfer_answer_year": (c_int, answer_p, c_size_t, POINTER(c_int)),
    "transfer_answer_committed": (c_int, answer_p, c_size_t, POINTER(CAmount)),
    "transfer_answer_paid": (c_int, answer_p, c_size_t, POINTER(CAmount)),
    # Calculations
    "transfer_partner_size_class": (c_int, record_p, c_int, POINTER(CDate), POINTER(calculation_p)),
    "transfer_calculation_free": (None, calculation_p),
    "transfer_calculation_step_count": (c_size_t, calculation_p),
    "transfer_calculation_step_text": (c_char_p, calculation_p, c_size_t, c_int),
    "transfer_calculation_step_source": (c_char_p, calculation_p, c_size_t),
    "transfer_calculation_step_record": (record_p, calculation_p, c_size_t),
    "transfer_calculation_step_kind": (c_int, calculation_p, c_size_t),
    "transfer_calculation_step_amount": (c_int, calculation_p, c_size_t, POINTER(CAmount)),
    "transfer_calculation_step_quantity": (c_int, calculation_p, c_size_t, POINTER(CQuantity)),
    "transfer_calculation_step_share": (c_int, calculation_p, c_size_t, POINTER(CShare)),
    "transfer_calculation_size": (c_int, calculation_p, POINTER(c_int)),
    "transfer_calculation_intensity": (c_int, calculation_p, POINTER(CShare)),
    "transfer_calculation_de_minimis": (c_int, calculation_p, POINTER(CAmount), POINTER(CAmount)),
    "transfer_agreement_aid_intensity": (c_int, record_p, record_p, c_int, POINTER(calculation_p)),
    "transfer_partner_de_minimis": (c_int, record_p, c_char_p, POINTER(CDate),
                                    POINTER(calculation_p)),
}

# What reads or writes files, calls back, or takes time in proportion to a portfolio or report lets
# other threads run meanwhile. The others are over sooner than the GIL is given up and taken again.
BLOCKING = frozenset((
    "transfer_portfolio_free",
    "transfer_portfolio_load_file",
    "transfer_portfolio_load_memory",
    "transfer_portfolio_load_callback",
    "transfer_portfolio_validate",
    "transfer_portfolio_save",
    "transfer_portfolio_save_file",
    "transfer_portfolio_save_memory",
    "transfer_portfolio_save_callback",
    "transfer_record_byte_range",
    "transfer_ruleset_load_file",
    "transfer_ruleset_load_memory",
    "transfer_report_free",
    "transfer_report_clear",
    "transfer_report_render",
    "transfer_report_render_memory",
    "transfer_portfolio_column",
    "transfer_portfolio_sum",
    "transfer_record_referrers",
    "transfer_platform_partners",
    "transfer_platform_agreements",
    "transfer_portfolio_in_force",
    "transfer_partner_size_class",
    "transfer_agreement_aid_intensity",
    "transfer_partner_de_minimis",
))


def bind(path: str) -> SimpleNamespace:
    """The functions of the library at a path, as attributes by their names in C. AttributeError:
    the library lacks one, as an older release does; OSError: it cannot be loaded."""
    holding, releasing = PyDLL(path, use_errno=True), CDLL(path, use_errno=True)
    functions = SimpleNamespace()
    for name, (result, *parameters) in PROTOTYPES.items():
        try:
            function = (releasing if name in BLOCKING else holding)[name]
        except AttributeError as error:
            raise AttributeError("%s has no function %s" % (path, name)) from error
        function.restype = result
        function.argtypes = parameters
        setattr(functions, name, function)
    return functions
