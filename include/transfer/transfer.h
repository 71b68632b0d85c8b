/* libtransfer: the facts of technology transfer, exact, checked and kept in YAML.
 *
 * SPDX-License-Identifier: MIT
 *
 * Ownership, in four sentences:
 *   - A portfolio owns its records, and a handle stays valid until the portfolio is freed.
 *   - A removed record's values are freed and read as unset, transfer_record_is_removed() tells,
 *     and references to it dangle and keep its id.
 *   - A returned string lives until that field changes (or its record is removed).
 *   - What is passed in is copied.
 * The caller frees portfolios, reports, rule sets, answers, calculations, columns and texts, each
 * with its own free; every free accepts NULL.
 *
 * Two kinds of wrong: a call fails with a transfer_status; data is wrong as diagnostics in a
 * report.  Out-parameters are written only on success.  The library never prints, exits, aborts,
 * logs, or reads the clock, the locale or the network.
 *
 * NULL for a handle, a text, a value or an out-parameter gives TRANSFER_MISUSE from functions that
 * return a status, and 0 or NULL from the others, unless a comment gives it a meaning.
 *
 * Threads: there is no mutable global state.  Different portfolios may be used in different
 * threads freely; one portfolio may be read (get, count, at, find, validate, save, sum) by many
 * threads at once, as long as none changes it.
 *
 * Unless its comment says otherwise, everything here is there since 1.0.
 */
#ifndef TRANSFER_TRANSFER_H
#define TRANSFER_TRANSFER_H

#include <stddef.h>
#include <stdint.h>

#include <transfer/version.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define TRANSFER_API __attribute__((visibility("default")))
#else
#define TRANSFER_API
#endif

/* ------------------------------------------------------------------------------------------
 * Status, languages, version
 */

/* How a call ended.  Numbers are permanent. */
typedef enum transfer_status {
    TRANSFER_OK = 0,
    TRANSFER_NO_MEMORY = 1,     /* memory ran out; nothing was changed, but see load */
    TRANSFER_MISUSE = 2,        /* an argument that the function's comment excludes */
    TRANSFER_UNSET = 3,         /* the field has no value */
    TRANSFER_UNKNOWN_FIELD = 4, /* the record's type has no such field in this library */
    TRANSFER_WRONG_KIND = 5,    /* the field or value is of another kind, or unreadable */
    TRANSFER_NOT_FOUND = 6,     /* no such record, name, index, or a reference that dangles */
    TRANSFER_EXISTS = 7,        /* the id is taken */
    TRANSFER_OVERFLOW = 8,      /* the exact result does not fit */
    TRANSFER_IO = 9,            /* the system refused; errno has its reason */
    TRANSFER_NOT_DURABLE = 10,  /* saved, but not known to survive a loss of power */
    TRANSFER_CHANGED = 11,      /* the file changed on disk since it was loaded */
    TRANSFER_SYNTAX = 12,       /* the text cannot be read, or was not read to its end */
    TRANSFER_LIMIT = 13,        /* larger than a limit */
    TRANSFER_NEWER_FORMAT = 14, /* written for a later major version of the format */
    TRANSFER_COMMENTS = 15,     /* the file has comments, which saving would drop */
    TRANSFER_STOPPED = 16       /* a rule of the caller's own said to stop */
} transfer_status;

/* The language of messages and documentation.  Numbers are permanent. */
typedef enum transfer_language {
    TRANSFER_ENGLISH = 0,
    TRANSFER_FRENCH = 1
} transfer_language;

/* A sentence for a status, static; never NULL, also for a number this library does not know. */
TRANSFER_API const char *transfer_status_text(transfer_status status, transfer_language language);

/* The version of the library that runs, such as "1.0.0", static. */
TRANSFER_API const char *transfer_version(void);

/* Returns 0.  Each release that adds types or fields exports such a function, and the accessors of
 * its fields refer to it, so that the dynamic linker refuses a program that needs fields which
 * the library it finds does not have. */
TRANSFER_API int transfer_model_1_0(void);

/* Frees a text that a function of this library handed to the caller; NULL: nothing. */
TRANSFER_API void transfer_text_free(char *text);

/* ------------------------------------------------------------------------------------------
 * Values.  These structs are public and frozen: their size and layout never change.  Reserved
 * bytes are zero.  Every *_parse reads the spelling of the file format, whole, and gives
 * TRANSFER_SYNTAX for anything else; every *_format writes it, NUL-terminated, and gives
 * TRANSFER_LIMIT when `size` is too small: TRANSFER_VALUE_SIZE is always enough.
 */

#define TRANSFER_VALUE_SIZE 96

/* What stands in front of an amount or a quantity.  Numbers are permanent. */
typedef enum transfer_qualifier {
    TRANSFER_EXACTLY = 0,
    TRANSFER_ABOUT = 1,
    TRANSFER_AT_LEAST = 2,
    TRANSFER_MORE_THAN = 3,
    TRANSFER_AT_MOST = 4,
    TRANSFER_LESS_THAN = 5
} transfer_qualifier;

/* Flags of a date.  BEFORE and AFTER exclude each other and the other two. */
typedef enum transfer_date_flag {
    TRANSFER_DATE_UNCERTAIN = 1,   /* 2013? */
    TRANSFER_DATE_APPROXIMATE = 2, /* 2013~ */
    TRANSFER_DATE_BEFORE = 4,      /* before 2013 */
    TRANSFER_DATE_AFTER = 8        /* after 2013 */
} transfer_date_flag;

/* The answer of a comparison between values that are not known exactly. */
typedef enum transfer_certainty {
    TRANSFER_CERTAINLY_NOT = 0,
    TRANSFER_POSSIBLY = 1,
    TRANSFER_CERTAINLY = 2
} transfer_certainty;

/* A date of the proleptic Gregorian calendar, perhaps partial: 2013, 2013-12, 2013-12-05. */
typedef struct transfer_date {
    int32_t year;     /* 1 to 9999; 0 in a period: that end is open */
    uint8_t month;    /* 1 to 12; 0: only the year is known */
    uint8_t day;      /* 1 to 31; 0: only year and month are known */
    uint8_t flags;    /* transfer_date_flag */
    uint8_t reserved; /* 0 */
} transfer_date;

/* An ISO 8601 interval, both ends included.  A bare date ("2014") is start = end. */
typedef struct transfer_period {
    transfer_date start; /* year 0: open */
    transfer_date end;   /* year 0: open */
} transfer_period;

/* An exact amount of money. */
typedef struct transfer_amount {
    int64_t minor;       /* in minor units (cents); never INT64_MIN */
    char currency[4];    /* ISO 4217, NUL-terminated */
    uint8_t decimals;    /* minor units are 10 to the minus this; ISO 4217 decides */
    uint8_t qualifier;   /* transfer_qualifier */
    uint8_t reserved[2]; /* 0 */
} transfer_amount;

/* An exact decimal number: value / 10^decimals. */
typedef struct transfer_quantity {
    int64_t value;       /* never INT64_MIN */
    uint8_t decimals;    /* 0 to 18, as written */
    uint8_t qualifier;   /* transfer_qualifier; TRANSFER_EXACTLY in fields of kind decimal */
    uint8_t reserved[6]; /* 0 */
} transfer_quantity;

/* How a share is written.  Numbers are permanent. */
typedef enum transfer_share_form {
    TRANSFER_SHARE_RATIO = 0,   /* 1/3 */
    TRANSFER_SHARE_PERCENT = 1, /* 33.33%: denominator is 100 times a power of ten */
    TRANSFER_SHARE_EQUAL = 2,   /* equal: numerator 0, denominator 1 */
    TRANSFER_SHARE_REST = 3     /* rest: numerator 0, denominator 1 */
} transfer_share_form;

/* An exact rational part of a whole, kept as written: neither reduced nor rounded. */
typedef struct transfer_share {
    int64_t numerator;   /* 0 or more */
    int64_t denominator; /* 1 or more */
    uint8_t form;        /* transfer_share_form */
    uint8_t reserved[7]; /* 0 */
} transfer_share;

/* Reads "2013", "2013-12", "2013-12-05", each perhaps with "?" or "~" behind or "before " or
 * "after " in front.  TRANSFER_SYNTAX also for a day that no calendar has. */
TRANSFER_API transfer_status transfer_date_parse(const char *text, transfer_date *date);
/* Writes the spelling of a date.  TRANSFER_MISUSE: not a date. */
TRANSFER_API transfer_status transfer_date_format(const transfer_date *date, char *buffer,
                                                  size_t size);
/* The first and last day that the date covers, ignoring "?" and "~"; an end that "before" or
 * "after" leaves open has year 0. */
TRANSFER_API transfer_status transfer_date_bounds(const transfer_date *date, transfer_date *first,
                                                  transfer_date *last);
/* Whether `a` is earlier than `b`.  A date with "?" or "~" is never certain, and what is not a date
 * is TRANSFER_POSSIBLY. */
TRANSFER_API transfer_certainty transfer_date_is_before(const transfer_date *a,
                                                        const transfer_date *b);

/* Reads "2014-01-01/2016-12-31", "2014/..", "../2016", "2014~/2016~" or a bare date. */
TRANSFER_API transfer_status transfer_period_parse(const char *text, transfer_period *period);
/* Writes the spelling of a period, a bare date where both ends are the same.  TRANSFER_MISUSE: not
 * a period. */
TRANSFER_API transfer_status transfer_period_format(const transfer_period *period, char *buffer,
                                                    size_t size);
/* The first and last day of the period; year 0 where it is open. */
TRANSFER_API transfer_status transfer_period_bounds(const transfer_period *period,
                                                    transfer_date *first, transfer_date *last);
/* Whether the date lies in the period; TRANSFER_POSSIBLY where one is malformed. */
TRANSFER_API transfer_certainty transfer_period_contains(const transfer_period *period,
                                                         const transfer_date *date);

/* Reads "30000000 EUR", "1250.50 EUR", "more than 20000000 EUR": as many decimals as ISO 4217
 * gives the currency at most, no group separators. */
TRANSFER_API transfer_status transfer_amount_parse(const char *text, transfer_amount *amount);
/* Writes decimals only where there are minor units: "30000000 EUR", "1250.50 EUR".
 * TRANSFER_MISUSE: not an amount. */
TRANSFER_API transfer_status transfer_amount_format(const transfer_amount *amount, char *buffer,
                                                    size_t size);
/* The sum.  TRANSFER_WRONG_KIND: two currencies; TRANSFER_OVERFLOW: the exact result does not fit.
 * A bound stays a bound ("more than 2 EUR" and "1 EUR" make "more than 3 EUR"); bounds that point
 * in opposite directions make "about". */
TRANSFER_API transfer_status transfer_amount_add(const transfer_amount *a, const transfer_amount *b,
                                                 transfer_amount *sum);
/* The difference a - b, with the errors of the sum; what bounds `b` bounds it the other way
 * round. */
TRANSFER_API transfer_status transfer_amount_subtract(const transfer_amount *a,
                                                      const transfer_amount *b,
                                                      transfer_amount *difference);
/* -1, 0 or 1 in *order by the figures alone, without qualifiers; TRANSFER_WRONG_KIND: two
 * currencies. */
TRANSFER_API transfer_status transfer_amount_compare(const transfer_amount *a,
                                                     const transfer_amount *b, int *order);
/* Whether `a` is greater than `b`, each taken as the interval that its qualifier makes of it
 * ("about" makes it unknown).  TRANSFER_CERTAINLY_NOT for two currencies. */
TRANSFER_API transfer_certainty transfer_amount_is_above(const transfer_amount *a,
                                                         const transfer_amount *b);
/* The share of an amount, rounded to the nearest minor unit, halves away from zero.
 * TRANSFER_MISUSE: the share is "equal" or "rest"; TRANSFER_OVERFLOW: the result does not fit. */
TRANSFER_API transfer_status transfer_amount_share(const transfer_amount *whole,
                                                   const transfer_share *share,
                                                   transfer_amount *part);
/* Divides into `count` equal parts to the minor unit by the largest remainder, first named
 * first: the parts always sum to the whole.  `parts` has room for `count`.  TRANSFER_MISUSE: count
 * is 0. */
TRANSFER_API transfer_status transfer_amount_divide(const transfer_amount *whole, size_t count,
                                                    transfer_amount *parts);
/* Divides in proportion to `count` weights (none negative, not all 0) by the largest remainder.
 * TRANSFER_MISUSE: other weights, or count is 0; TRANSFER_OVERFLOW: their sum does not fit. */
TRANSFER_API transfer_status transfer_amount_apportion(const transfer_amount *whole,
                                                       const int64_t *weights, size_t count,
                                                       transfer_amount *parts);
/* Divides by `count` shares.  "equal" and "rest" take what the others leave.  The parts sum to the
 * whole, by the largest remainder, where the shares sum to 1.  TRANSFER_MISUSE: "rest" twice, the
 * explicit shares exceed 1, or count is 0; TRANSFER_OVERFLOW: their sum has no exact fraction that
 * fits. */
TRANSFER_API transfer_status transfer_amount_split(const transfer_amount *whole,
                                                   const transfer_share *shares, size_t count,
                                                   transfer_amount *parts);

/* Reads "100", "12.5", "about 100", "more than 100". */
TRANSFER_API transfer_status transfer_quantity_parse(const char *text, transfer_quantity *quantity);
/* Writes the spelling of a quantity, with as many decimals as it has.  TRANSFER_MISUSE: not a
 * quantity. */
TRANSFER_API transfer_status transfer_quantity_format(const transfer_quantity *quantity,
                                                      char *buffer, size_t size);
/* -1, 0 or 1 by the figures alone, without qualifiers. */
TRANSFER_API int transfer_quantity_compare(const transfer_quantity *a, const transfer_quantity *b);

/* Reads "50%", "33.3333%", "1/3", "equal", "rest". */
TRANSFER_API transfer_status transfer_share_parse(const char *text, transfer_share *share);
/* Writes the spelling of a share, in its form.  TRANSFER_MISUSE: not a share. */
TRANSFER_API transfer_status transfer_share_format(const transfer_share *share, char *buffer,
                                                   size_t size);
/* The exact sum, reduced, as a ratio.  TRANSFER_MISUSE: one is "equal" or "rest";
 * TRANSFER_OVERFLOW: the exact sum does not fit. */
TRANSFER_API transfer_status transfer_share_add(const transfer_share *a, const transfer_share *b,
                                                transfer_share *sum);
/* The exact difference a - b, reduced, as a ratio, with the errors of the sum.  TRANSFER_MISUSE:
 * also where it would be negative. */
TRANSFER_API transfer_status transfer_share_subtract(const transfer_share *a,
                                                     const transfer_share *b,
                                                     transfer_share *difference);
/* -1, 0 or 1 in *order, exactly (50% is 1/2).  TRANSFER_MISUSE: one is "equal" or "rest". */
TRANSFER_API transfer_status transfer_share_compare(const transfer_share *a,
                                                    const transfer_share *b, int *order);

/* ------------------------------------------------------------------------------------------
 * Reference tables
 */

/* The tables of codes.  Numbers are permanent. */
typedef enum transfer_table {
    TRANSFER_TABLE_COUNTRY = 1,      /* ISO 3166-1 alpha-2, and EU */
    TRANSFER_TABLE_REGION = 2,       /* NUTS, level 1 to 3; the regions of France are listed */
    TRANSFER_TABLE_INSEE_REGION = 3, /* French regions by INSEE */
    TRANSFER_TABLE_CURRENCY = 4      /* ISO 4217, current and withdrawn */
} transfer_table;

/* The number of rows of a table; 0 for a number that is not a table. */
TRANSFER_API size_t transfer_code_count(transfer_table table);
/* The code in row `index`, static; NULL past the end.  A code that meant different things at
 * different times has a row for each. */
TRANSFER_API const char *transfer_code_at(transfer_table table, size_t index);
/* The name of the code on a day (NULL: whenever), static.  TRANSFER_NOT_FOUND: no such code, or
 * certainly not valid on that date; TRANSFER_MISUSE: no such table. */
TRANSFER_API transfer_status transfer_code_name(transfer_table table, const char *code,
                                                const transfer_date *date, const char **name);
/* From when to when a code is valid; year 0 where no limit is known.  For a code with several
 * rows the whole span.  TRANSFER_NOT_FOUND: no such code; TRANSFER_MISUSE: no such table. */
TRANSFER_API transfer_status transfer_code_validity(transfer_table table, const char *code,
                                                    transfer_period *validity);
/* Decimals of the minor unit of a currency; -1 where ISO 4217 gives none, as for gold and most
 * withdrawn currencies.  TRANSFER_NOT_FOUND: no such currency. */
TRANSFER_API transfer_status transfer_currency_decimals(const char *code, int *decimals);

/* ------------------------------------------------------------------------------------------
 * Handles.  Each record type has a handle of its own in <transfer/model.h>, with an upcast
 * (transfer_partner_record) and a checked downcast (transfer_record_as_partner); the functions
 * below work on all of them.
 */

typedef struct transfer_portfolio transfer_portfolio;
typedef struct transfer_record transfer_record;
typedef struct transfer_report transfer_report;
typedef struct transfer_diagnostic transfer_diagnostic;
typedef struct transfer_ruleset transfer_ruleset;
typedef struct transfer_rule transfer_rule;
typedef struct transfer_answer transfer_answer;
typedef struct transfer_check transfer_check;
typedef struct transfer_calculation transfer_calculation;
typedef struct transfer_column transfer_column;

/* A record type: TRANSFER_TYPE_PARTNER ... in model.h. */
typedef int transfer_type;
/* A field of a record type: TRANSFER_PARTNER_NAME ... in model.h. */
typedef int transfer_key;

/* What a field holds.  Numbers are permanent. */
typedef enum transfer_kind {
    TRANSFER_KIND_TEXT = 1,
    TRANSFER_KIND_REFERENCE = 2, /* to a record of transfer_field_target() */
    TRANSFER_KIND_DATE = 3,
    TRANSFER_KIND_PERIOD = 4,
    TRANSFER_KIND_AMOUNT = 5,
    TRANSFER_KIND_QUANTITY = 6,
    TRANSFER_KIND_SHARE = 7,
    TRANSFER_KIND_DECIMAL = 8,  /* a transfer_quantity without qualifier */
    TRANSFER_KIND_INTEGER = 9,  /* int64_t within the field's range */
    TRANSFER_KIND_BOOLEAN = 10, /* 0 or 1 */
    TRANSFER_KIND_CHOICE = 11,  /* a number of a closed list */
    TRANSFER_KIND_CODE = 12,    /* text from transfer_field_table() */
    TRANSFER_KIND_URL = 13,     /* text, http or https */
    TRANSFER_KIND_MEASURE = 14, /* an amount or a quantity */
    TRANSFER_KIND_RECORD = 15   /* nested records of transfer_field_target(), always a list */
} transfer_kind;

/* ------------------------------------------------------------------------------------------
 * Introspection: types, fields, choices.  Names and documentation are static.
 */

/* The number of record types, nested ones too. */
TRANSFER_API size_t transfer_type_count(void);
/* Record type `index` in the order of the file; 0 past the end. */
TRANSFER_API transfer_type transfer_type_at(size_t index);
/* By name ("partner") or section ("partners"); 0 when there is none. */
TRANSFER_API transfer_type transfer_type_find(const char *name);
/* "partner"; NULL for a number that is no type. */
TRANSFER_API const char *transfer_type_name(transfer_type type);
/* "partners"; NULL for a nested type; "portfolio" for the portfolio's own record. */
TRANSFER_API const char *transfer_type_section(transfer_type type);
/* A sentence on the type, static; NULL for a number that is no type. */
TRANSFER_API const char *transfer_type_doc(transfer_type type, transfer_language language);
/* The number of fields; 0 for a number that is no type. */
TRANSFER_API size_t transfer_type_field_count(transfer_type type);
/* Field `index` in canonical order; 0 past the end. */
TRANSFER_API transfer_key transfer_type_field_at(transfer_type type, size_t index);
/* By the name in the file; 0 when there is none. */
TRANSFER_API transfer_key transfer_type_field_find(transfer_type type, const char *name);

/* The name in the file; NULL for a number that is no field. */
TRANSFER_API const char *transfer_field_name(transfer_key key);
/* The record type that has the field; 0 for a number that is no field. */
TRANSFER_API transfer_type transfer_field_type(transfer_key key);
/* What it holds, in a list each item; 0 for a number that is no field. */
TRANSFER_API transfer_kind transfer_field_kind(transfer_key key);
/* 1 where it holds a list; 0 otherwise. */
TRANSFER_API int transfer_field_is_list(transfer_key key);
/* 1 where a record without it is reported whatever else it says. */
TRANSFER_API int transfer_field_is_required(transfer_key key);
/* The type of what a reference points to, or of nested records; else 0. */
TRANSFER_API transfer_type transfer_field_target(transfer_key key);
/* The table of a code; 0 for other kinds. */
TRANSFER_API int transfer_field_table(transfer_key key);
/* The range of an integer, both ends included.  TRANSFER_WRONG_KIND: another kind;
 * TRANSFER_UNKNOWN_FIELD: no field. */
TRANSFER_API transfer_status transfer_field_range(transfer_key key, int64_t *minimum,
                                                  int64_t *maximum);
/* A sentence on the field, static; NULL for a number that is no field. */
TRANSFER_API const char *transfer_field_doc(transfer_key key, transfer_language language);
/* The release that added the field, such as "1.0"; NULL for a number that is no field. */
TRANSFER_API const char *transfer_field_since(transfer_key key);

/* The length of the closed list of a field of kind choice; 0 for other kinds. */
TRANSFER_API size_t transfer_field_choice_count(transfer_key key);
/* The name of that list, which its enumerators in model.h begin with, static: "partner_kind", or
 * "size" where fields of several types share one; NULL for other kinds. */
TRANSFER_API const char *transfer_field_choices_name(transfer_key key);
/* The number of choice `index` in the order of the list, from 1; 0 past the end. */
TRANSFER_API int transfer_field_choice_at(transfer_key key, size_t index);
/* The spelling of a choice; NULL when the number is not in the list. */
TRANSFER_API const char *transfer_field_choice_name(transfer_key key, int choice);
/* A sentence on a choice, static; NULL when the number is not in the list. */
TRANSFER_API const char *transfer_field_choice_doc(transfer_key key, int choice,
                                                   transfer_language language);
/* The number of a spelling; 0 when it is not in the list. */
TRANSFER_API int transfer_field_choice_find(transfer_key key, const char *name);
/* The JSON Schema (draft-07) of the file format, static. */
TRANSFER_API const char *transfer_schema_json(void);

/* ------------------------------------------------------------------------------------------
 * Portfolio
 */

/* An empty portfolio, for transfer_portfolio_free(); NULL when memory runs out. */
TRANSFER_API transfer_portfolio *transfer_portfolio_new(void);
/* Frees the portfolio with all its records; NULL: nothing. */
TRANSFER_API void transfer_portfolio_free(transfer_portfolio *portfolio);

/* Limits on what is loaded.  Numbers are permanent. */
typedef enum transfer_limit {
    TRANSFER_LIMIT_FILE_SIZE = 1, /* bytes of one file; at most and by default 2^30 - 1 */
    TRANSFER_LIMIT_RECORDS = 2,   /* records over all files, nested ones too; 100 million */
    TRANSFER_LIMIT_DIAGNOSTICS = 3 /* that one call adds to a report; 1000 */
} transfer_limit;

/* Changes a limit.  TRANSFER_MISUSE: no such limit, or 0; a value above what is possible is
 * lowered to it. */
TRANSFER_API transfer_status transfer_portfolio_set_limit(transfer_portfolio *portfolio,
                                                          transfer_limit limit, uint64_t value);

/* Flags of load. */
#define TRANSFER_LOAD_PARTIAL 1u     /* a part of a portfolio: references it does not resolve are
                                        not reported */
#define TRANSFER_LOAD_KEEP_TEXT 2u   /* keep the bytes for excerpts (memory and callbacks always
                                        do): needed where the file may vanish */

/* Supplies up to `size` bytes into `buffer` and their number in *length; 0 at the end.  Returns 0,
 * or anything else to stop with TRANSFER_IO. */
typedef int transfer_read_function(void *user, char *buffer, size_t size, size_t *length);
/* Takes `size` bytes.  Returns 0, or anything else to stop with TRANSFER_IO. */
typedef int transfer_write_function(void *user, const char *data, size_t size);

/* Reads a file, or every .yaml, .yml and .json file below a directory in order of their names,
 * into the portfolio, beside what is there.  What is wrong with the text goes to the report
 * (NULL: is dropped), with the severities of the rule set (NULL: the defaults); the rest is read.
 * TRANSFER_OK: read to the end, whatever the report says.  TRANSFER_SYNTAX, TRANSFER_LIMIT,
 * TRANSFER_NEWER_FORMAT: it stopped, the report says where, and what came before is there;
 * TRANSFER_SYNTAX also where it went on, but put other characters in the place of some that are not
 * UTF-8 or not allowed.  TRANSFER_IO: could not be opened or read (no diagnostic; errno tells).
 * TRANSFER_NO_MEMORY: it stopped, and what came before is there, whole as far as it goes.
 * TRANSFER_MISUSE: a flag that there is not.  A file that was not read whole, or not at all, is one
 * of the portfolio's: references that it may resolve are not reported, and it is not saved. */
TRANSFER_API transfer_status transfer_portfolio_load_file(transfer_portfolio *portfolio,
                                                          const char *path,
                                                          const transfer_ruleset *ruleset,
                                                          unsigned flags, transfer_report *report);
/* The same from `size` bytes of memory (none: `data` may be NULL); `name` stands for the file in
 * diagnostics. */
TRANSFER_API transfer_status
transfer_portfolio_load_memory(transfer_portfolio *portfolio, const char *data, size_t size,
                               const char *name, const transfer_ruleset *ruleset, unsigned flags,
                               transfer_report *report);
/* The same from a callback, which is given `user`; `name` stands for the file in diagnostics. */
TRANSFER_API transfer_status
transfer_portfolio_load_callback(transfer_portfolio *portfolio, transfer_read_function *read,
                                 void *user, const char *name, const transfer_ruleset *ruleset,
                                 unsigned flags, transfer_report *report);

/* Checks everything the model holds: required fields, references, and the rules of the rule set
 * (NULL: all with their defaults) as of a day (NULL: rules that need one do not apply).  A defect
 * that `report` has already from loading is not added again.  TRANSFER_OK: all was checked,
 * whatever the report says; TRANSFER_STOPPED: a rule of the caller's own said so, and what was
 * found until then is in the report; TRANSFER_MISUSE: not a date. */
TRANSFER_API transfer_status transfer_portfolio_validate(const transfer_portfolio *portfolio,
                                                         const transfer_ruleset *ruleset,
                                                         const transfer_date *as_of,
                                                         transfer_report *report);

/* How many files were loaded, in their order; what is loaded from memory or a callback is a file
 * as well, and file 0 also holds what was added without one, so that there is always one. */
TRANSFER_API size_t transfer_portfolio_file_count(const transfer_portfolio *portfolio);
/* The path or name that it was loaded by; NULL past the end, and "" where nothing was loaded. */
TRANSFER_API const char *transfer_portfolio_file_name(const transfer_portfolio *portfolio,
                                                      size_t file);
/* 1 if the file has comments, which saving would drop; 0 past the end. */
TRANSFER_API int transfer_portfolio_file_has_comments(const transfer_portfolio *portfolio,
                                                      size_t file);

/* In place of a file's index: all files as one. */
#define TRANSFER_ALL_FILES ((size_t)-1)

/* Flags of save. */
#define TRANSFER_SAVE_DROP_COMMENTS 1u /* save although comments are lost */
#define TRANSFER_SAVE_OVERWRITE 2u     /* save although the file changed since it was loaded */

/* Saves each file back to where it was loaded from, atomically.  TRANSFER_COMMENTS,
 * TRANSFER_CHANGED: see the flags; TRANSFER_SYNTAX: a file that could not be read whole is not
 * replaced; TRANSFER_MISUSE: there is something that has no path to go to, or nothing that has.
 * The first failure stops; earlier files are saved. */
TRANSFER_API transfer_status transfer_portfolio_save(const transfer_portfolio *portfolio,
                                                     unsigned flags);
/* Saves one file, or TRANSFER_ALL_FILES as one, to a path, atomically: written beside it, synced,
 * renamed; its mode is kept and symbolic links are followed.  What is there is replaced, also when
 * it is another file than the one loaded.  TRANSFER_NOT_FOUND: no such file; TRANSFER_NOT_DURABLE:
 * what is saved is whole, but the directory could not be synced; otherwise as
 * transfer_portfolio_save(). */
TRANSFER_API transfer_status transfer_portfolio_save_file(const transfer_portfolio *portfolio,
                                                          size_t file, const char *path,
                                                          unsigned flags);
/* The canonical text of one file, or of TRANSFER_ALL_FILES as one, NUL-terminated; free with
 * transfer_text_free().  `size` may be NULL.  Comments are not in it.  TRANSFER_NOT_FOUND,
 * TRANSFER_SYNTAX: as transfer_portfolio_save_file(). */
TRANSFER_API transfer_status transfer_portfolio_save_memory(const transfer_portfolio *portfolio,
                                                            size_t file, unsigned flags,
                                                            char **text, size_t *size);
/* The same through a callback, which is given `user`.  TRANSFER_IO: it said to stop. */
TRANSFER_API transfer_status transfer_portfolio_save_callback(const transfer_portfolio *portfolio,
                                                              size_t file, unsigned flags,
                                                              transfer_write_function *write,
                                                              void *user);

/* The record of what the portfolio says of itself: title, date, indicators.  Every file has one,
 * perhaps empty; this is the first that is not empty, which speaks for all. */
TRANSFER_API transfer_record *transfer_portfolio_record(const transfer_portfolio *portfolio);
/* The number of records of a type that has a section; 0 for others.  For TRANSFER_TYPE_PORTFOLIO
 * the number of files. */
TRANSFER_API size_t transfer_portfolio_count(const transfer_portfolio *portfolio,
                                             transfer_type type);
/* Record `index` of a type, in the order of the files; NULL past the end.  For
 * TRANSFER_TYPE_PORTFOLIO what file `index` says of itself. */
TRANSFER_API transfer_record *transfer_portfolio_at(const transfer_portfolio *portfolio,
                                                    transfer_type type, size_t index);
/* The record with this id, in constant time; NULL when there is none. */
TRANSFER_API transfer_record *transfer_portfolio_find(const transfer_portfolio *portfolio,
                                                      transfer_type type, const char *id);
/* Adds an empty record at the end of its section.  References to the id that dangled point to it
 * from now on.  TRANSFER_SYNTAX: not an id ([a-z0-9] then [a-z0-9._-], at most 64);
 * TRANSFER_EXISTS: taken; TRANSFER_LIMIT: too many records; TRANSFER_MISUSE: not a type whose
 * records have ids. */
TRANSFER_API transfer_status transfer_portfolio_add(transfer_portfolio *portfolio,
                                                    transfer_type type, const char *id,
                                                    transfer_record **record);

/* ------------------------------------------------------------------------------------------
 * Records
 */

/* The record's type; 0 for NULL. */
TRANSFER_API transfer_type transfer_record_type(const transfer_record *record);
/* The id; NULL for the portfolio's record and nested records.  Kept by a removed record. */
TRANSFER_API const char *transfer_record_id(const transfer_record *record);
/* The portfolio that owns the record, also a removed one. */
TRANSFER_API transfer_portfolio *transfer_record_portfolio(const transfer_record *record);
/* The record that a nested one lies in; NULL for the others. */
TRANSFER_API transfer_record *transfer_record_parent(const transfer_record *record);
/* The field of the parent in which a nested record lies; 0 for the others. */
TRANSFER_API transfer_key transfer_record_parent_key(const transfer_record *record);
/* The index of the file that the record is saved to. */
TRANSFER_API size_t transfer_record_file(const transfer_record *record);
/* Moves a record to another file.  TRANSFER_NOT_FOUND: no such file; TRANSFER_MISUSE: a nested or
 * removed record, or what a file says of itself. */
TRANSFER_API transfer_status transfer_record_set_file(transfer_record *record, size_t file);
/* 1 for a record that was removed, or that lies in one; 0 otherwise. */
TRANSFER_API int transfer_record_is_removed(const transfer_record *record);
/* Removes a record, nested or not, with all it holds.  References to it dangle.  The handle stays
 * valid and reads as unset.  TRANSFER_MISUSE: removed already, or what a file says of itself. */
TRANSFER_API transfer_status transfer_record_remove(transfer_record *record);
/* Gives a record another id; all references follow.  TRANSFER_SYNTAX, TRANSFER_EXISTS,
 * TRANSFER_MISUSE: as transfer_portfolio_add(). */
TRANSFER_API transfer_status transfer_record_rename(transfer_record *record, const char *id);
/* Line and column in characters, both from 1, where the record or one of its fields was read
 * (key 0: the record).  TRANSFER_UNSET: it was not read from a text. */
TRANSFER_API transfer_status transfer_record_position(const transfer_record *record,
                                                      transfer_key key, uint64_t *line,
                                                      uint64_t *column);
/* The bytes [begin, end) that a field's value takes in its file, found by reading that again.
 * TRANSFER_UNSET: it was not read from a text; TRANSFER_CHANGED: the file changed since;
 * TRANSFER_IO: it cannot be read any more. */
TRANSFER_API transfer_status transfer_record_byte_range(const transfer_record *record,
                                                        transfer_key key, uint64_t *begin,
                                                        uint64_t *end);

/* Getters.  All of them give TRANSFER_UNSET for a field without value, TRANSFER_UNKNOWN_FIELD for
 * a key that is not the record type's, TRANSFER_WRONG_KIND for a key of another kind or a value
 * that could not be read.  transfer_record_get_text() serves text, code and url; it also gives the
 * text of an unreadable value of any kind. */

/* 1 if the field has a value, readable or not; for lists, at least one item. */
TRANSFER_API int transfer_record_has(const transfer_record *record, transfer_key key);
/* The text of a text, code or url, or of a single value that cannot be read; the record's. */
TRANSFER_API transfer_status transfer_record_get_text(const transfer_record *record,
                                                      transfer_key key, const char **text);
/* The value of a field of kind date. */
TRANSFER_API transfer_status transfer_record_get_date(const transfer_record *record,
                                                      transfer_key key, transfer_date *date);
/* The value of a field of kind period. */
TRANSFER_API transfer_status transfer_record_get_period(const transfer_record *record,
                                                        transfer_key key, transfer_period *period);
/* The value of a field of kind amount, or measure when it is an amount. */
TRANSFER_API transfer_status transfer_record_get_amount(const transfer_record *record,
                                                        transfer_key key, transfer_amount *amount);
/* The value of a field of kind quantity or decimal, or measure when it is a quantity. */
TRANSFER_API transfer_status transfer_record_get_quantity(const transfer_record *record,
                                                          transfer_key key,
                                                          transfer_quantity *quantity);
/* The value of a field of kind share, as written. */
TRANSFER_API transfer_status transfer_record_get_share(const transfer_record *record,
                                                       transfer_key key, transfer_share *share);
/* The value of a field of kind integer, within transfer_field_range(). */
TRANSFER_API transfer_status transfer_record_get_integer(const transfer_record *record,
                                                         transfer_key key, int64_t *value);
/* The value of a field of kind boolean: 0 or 1. */
TRANSFER_API transfer_status transfer_record_get_boolean(const transfer_record *record,
                                                         transfer_key key, int *value);
/* The value of a field of kind choice: a number of its closed list. */
TRANSFER_API transfer_status transfer_record_get_choice(const transfer_record *record,
                                                        transfer_key key, int *choice);
/* The record referred to; TRANSFER_NOT_FOUND when the reference dangles. */
TRANSFER_API transfer_status transfer_record_get_reference(const transfer_record *record,
                                                           transfer_key key,
                                                           transfer_record **target);
/* The id referred to, whether or not such a record exists. */
TRANSFER_API transfer_status transfer_record_get_reference_id(const transfer_record *record,
                                                              transfer_key key, const char **id);
/* Any scalar value, also an item of a list (index 0 for a single value), in the spelling of the
 * file; free with transfer_text_free(). */
TRANSFER_API transfer_status transfer_record_format_value(const transfer_record *record,
                                                          transfer_key key, size_t index,
                                                          char **text);

/* Setters.  TRANSFER_WRONG_KIND: the field is of another kind, or a list; TRANSFER_LIMIT: out of
 * range or longer than 65536 bytes; TRANSFER_MISUSE: not UTF-8, control characters, a malformed
 * struct, or a removed record; TRANSFER_NOT_FOUND: not in the closed list.  A record that refers
 * must be of the same portfolio as its target. */

/* Unsets any field, lists and values that cannot be read too; OK also where it is unset. */
TRANSFER_API transfer_status transfer_record_clear(transfer_record *record, transfer_key key);
/* Sets a text, code or url, in UTF-8.  TRANSFER_SYNTAX: not a code or url. */
TRANSFER_API transfer_status transfer_record_set_text(transfer_record *record, transfer_key key,
                                                      const char *text);
/* Sets a field of kind date. */
TRANSFER_API transfer_status transfer_record_set_date(transfer_record *record, transfer_key key,
                                                      const transfer_date *date);
/* Sets a field of kind period. */
TRANSFER_API transfer_status transfer_record_set_period(transfer_record *record, transfer_key key,
                                                        const transfer_period *period);
/* Sets a field of kind amount or measure. */
TRANSFER_API transfer_status transfer_record_set_amount(transfer_record *record, transfer_key key,
                                                        const transfer_amount *amount);
/* Sets a field of kind quantity, decimal (TRANSFER_EXACTLY alone) or measure. */
TRANSFER_API transfer_status transfer_record_set_quantity(transfer_record *record, transfer_key key,
                                                          const transfer_quantity *quantity);
/* Sets a field of kind share. */
TRANSFER_API transfer_status transfer_record_set_share(transfer_record *record, transfer_key key,
                                                       const transfer_share *share);
/* Sets a field of kind integer.  TRANSFER_LIMIT: outside of transfer_field_range(). */
TRANSFER_API transfer_status transfer_record_set_integer(transfer_record *record, transfer_key key,
                                                         int64_t value);
/* Sets a field of kind boolean: 0, or anything else for 1. */
TRANSFER_API transfer_status transfer_record_set_boolean(transfer_record *record, transfer_key key,
                                                         int value);
/* Sets a field of kind choice.  TRANSFER_NOT_FOUND: not a number of its closed list. */
TRANSFER_API transfer_status transfer_record_set_choice(transfer_record *record, transfer_key key,
                                                        int choice);
/* Refers to a record.  TRANSFER_MISUSE: removed, of another portfolio, or of another type than
 * transfer_field_target(). */
TRANSFER_API transfer_status transfer_record_set_reference(transfer_record *record,
                                                           transfer_key key,
                                                           const transfer_record *target);
/* Refers to an id; it need not exist yet.  TRANSFER_SYNTAX: not an id. */
TRANSFER_API transfer_status transfer_record_set_reference_id(transfer_record *record,
                                                              transfer_key key, const char *id);
/* Sets any field that is not a list from the spelling of the file.  TRANSFER_SYNTAX: cannot be
 * read. */
TRANSFER_API transfer_status transfer_record_parse_value(transfer_record *record, transfer_key key,
                                                         const char *text);

/* Lists.  Indexes start at 0; TRANSFER_NOT_FOUND past the end; an unset list has no items. */

/* The number of items in a list of any kind; 0 in one that is unset. */
TRANSFER_API transfer_status transfer_record_count(const transfer_record *record, transfer_key key,
                                                   size_t *count);
/* The text of an item, or of an item of any kind that cannot be read; lives as long as the item. */
TRANSFER_API transfer_status transfer_record_text_at(const transfer_record *record,
                                                     transfer_key key, size_t index,
                                                     const char **text);
/* The record that an item refers to; TRANSFER_NOT_FOUND also when the reference dangles. */
TRANSFER_API transfer_status transfer_record_reference_at(const transfer_record *record,
                                                          transfer_key key, size_t index,
                                                          transfer_record **target);
/* The id that an item refers to, whether or not such a record exists. */
TRANSFER_API transfer_status transfer_record_reference_id_at(const transfer_record *record,
                                                             transfer_key key, size_t index,
                                                             const char **id);
/* A nested record; its handle is one like any other. */
TRANSFER_API transfer_status transfer_record_record_at(const transfer_record *record,
                                                       transfer_key key, size_t index,
                                                       transfer_record **nested);
/* Appends a text, code or url, with the errors of the setters. */
TRANSFER_API transfer_status transfer_record_add_text(transfer_record *record, transfer_key key,
                                                      const char *text);
/* Appends a reference to a record, with the errors of transfer_record_set_reference(). */
TRANSFER_API transfer_status transfer_record_add_reference(transfer_record *record,
                                                           transfer_key key,
                                                           const transfer_record *target);
/* Appends a reference to an id, which need not exist yet.  TRANSFER_SYNTAX: not an id. */
TRANSFER_API transfer_status transfer_record_add_reference_id(transfer_record *record,
                                                              transfer_key key, const char *id);
/* Appends an empty nested record.  TRANSFER_LIMIT: too many records. */
TRANSFER_API transfer_status transfer_record_add_record(transfer_record *record, transfer_key key,
                                                        transfer_record **nested);
/* Removes an item of a list of any kind, a nested record with all it holds; the others move up. */
TRANSFER_API transfer_status transfer_record_remove_at(transfer_record *record, transfer_key key,
                                                       size_t index);

/* Keys that are not the schema's: x_ keys, and unknown ones kept as they were read. */

/* The number of such keys. */
TRANSFER_API size_t transfer_record_extra_count(const transfer_record *record);
/* The key and its YAML, block style, indent 0; both live until the record's extras change.
 * TRANSFER_NOT_FOUND past the end. */
TRANSFER_API transfer_status transfer_record_extra_at(const transfer_record *record, size_t index,
                                                      const char **name, const char **yaml);
/* Sets an x_ key to any YAML value without anchors, aliases and tags; NULL removes it.
 * TRANSFER_MISUSE: the name does not begin with x_; TRANSFER_SYNTAX: not YAML. */
TRANSFER_API transfer_status transfer_record_set_extra(transfer_record *record, const char *name,
                                                       const char *yaml);

/* ------------------------------------------------------------------------------------------
 * Rules and rule sets
 */

/* How grave a diagnostic is; greater is graver.  Numbers are permanent. */
typedef enum transfer_severity {
    TRANSFER_OFF = 0,
    TRANSFER_NOTE = 1,
    TRANSFER_WARNING = 2,
    TRANSFER_ERROR = 3
} transfer_severity;

/* What a rule says of one record, or of one file for rules that reading checks.  Numbers are
 * permanent. */
typedef enum transfer_outcome {
    TRANSFER_PASSED = 1,
    TRANSFER_FAILED = 2,        /* also where an exception accepts it */
    TRANSFER_NOT_APPLICABLE = 3 /* for a transfer_reason */
} transfer_outcome;

/* Why a rule does not apply to a record.  Numbers are permanent. */
typedef enum transfer_reason {
    TRANSFER_REASON_NONE = 0,         /* it applies */
    TRANSFER_REASON_MISSING = 1,      /* what it looks at is not given */
    TRANSFER_REASON_REPORTED = 2,     /* what it looks at is wrong, as another rule says */
    TRANSFER_REASON_OTHER_CASE = 3,   /* it is about another sort of records */
    TRANSFER_REASON_UNDATED = 4,      /* the date that would tell which law applies is not given */
    TRANSFER_REASON_NOT_IN_FORCE = 5, /* no law of its own was in force at the record's date */
    TRANSFER_REASON_VAGUE = 6,        /* the values are too vague to tell */
    TRANSFER_REASON_NO_DAY = 7,       /* the caller gave no day to check for */
    TRANSFER_REASON_PART = 8,         /* of a part of a portfolio the rest may be elsewhere */
    TRANSFER_REASON_REPLACED = 9,     /* an amendment restates the agreement */
    TRANSFER_REASON_NO_TABLE = 10     /* no reference table covers it */
} transfer_reason;

/* A few words for a reason, static; never NULL, also for a number this library does not know. */
TRANSFER_API const char *transfer_reason_text(transfer_reason reason, transfer_language language);

/* The number of rules.  Rules and their texts are static. */
TRANSFER_API size_t transfer_rule_count(void);
/* Rule `index`; NULL past the end. */
TRANSFER_API const transfer_rule *transfer_rule_at(size_t index);
/* The rule of that name; NULL when there is none. */
TRANSFER_API const transfer_rule *transfer_rule_find(const char *name);
/* The name of the rule nearest to a misspelt one; NULL when none is near. */
TRANSFER_API const char *transfer_rule_suggest(const char *name);
/* Its name, such as "required"; permanent. */
TRANSFER_API const char *transfer_rule_name(const transfer_rule *rule);
/* The severity of its diagnostics where no rule set says otherwise; TRANSFER_OFF for NULL. */
TRANSFER_API transfer_severity transfer_rule_severity(const transfer_rule *rule);
/* The record type it looks at; 0: any, several, or the text itself. */
TRANSFER_API transfer_type transfer_rule_type(const transfer_rule *rule);
/* The release that added it, such as "1.0". */
TRANSFER_API const char *transfer_rule_since(const transfer_rule *rule);
/* When the law it states was in force; open ends have year 0.  Writes nothing for NULL. */
TRANSFER_API void transfer_rule_in_force(const transfer_rule *rule, transfer_period *period);
/* What it rests on: a law, a standard, or the format itself. */
TRANSFER_API const char *transfer_rule_source(const transfer_rule *rule);
/* What it asks for, in a few words, in the language. */
TRANSFER_API const char *transfer_rule_title(const transfer_rule *rule, transfer_language language);
/* Why, and what to do, in the language. */
TRANSFER_API const char *transfer_rule_explanation(const transfer_rule *rule,
                                                   transfer_language language);

/* How many dated provisions of law it applies, such as the aid intensities of each regulation. */
TRANSFER_API size_t transfer_rule_provision_count(const transfer_rule *rule);
/* Provision `index`, static: what it says, in the language; the law and its article; when that was
 * in force (open ends have year 0); and whether it was checked against the law's text, 1, or taken
 * down from memory, 0.  TRANSFER_NOT_FOUND past the end; any out-parameter may be NULL. */
TRANSFER_API transfer_status transfer_rule_provision_at(const transfer_rule *rule, size_t index,
                                                        transfer_language language,
                                                        const char **text, const char **source,
                                                        transfer_period *in_force, int *checked);

/* All rules with their default severities, for transfer_ruleset_free(); NULL when memory runs
 * out. */
TRANSFER_API transfer_ruleset *transfer_ruleset_new(void);
/* Frees a rule set, which no report or portfolio needs any more; NULL: nothing. */
TRANSFER_API void transfer_ruleset_free(transfer_ruleset *ruleset);
/* Gives a rule, by name, another severity; TRANSFER_OFF: it is not checked.  TRANSFER_NOT_FOUND: no
 * such rule; TRANSFER_MISUSE: no such severity. */
TRANSFER_API transfer_status transfer_ruleset_set_severity(transfer_ruleset *ruleset,
                                                           const char *rule,
                                                           transfer_severity severity);
/* The severity of a rule, by name.  TRANSFER_NOT_FOUND: no such rule. */
TRANSFER_API transfer_status transfer_ruleset_get_severity(const transfer_ruleset *ruleset,
                                                           const char *rule,
                                                           transfer_severity *severity);
/* Changes the severities that a YAML file names, such as "rules: {shares-sum: error, choice: off}",
 * see transfer(5); the others stay as they are.  What is wrong with the file goes to the report
 * (NULL: is dropped), with the default severities, and then nothing is changed.  TRANSFER_OK: all
 * of it was right; TRANSFER_SYNTAX: an error was reported; TRANSFER_LIMIT, TRANSFER_NEWER_FORMAT:
 * reading stopped there, the report says why; TRANSFER_IO: could not be opened or read, or is a
 * directory (no diagnostic; errno tells). */
TRANSFER_API transfer_status transfer_ruleset_load_file(transfer_ruleset *ruleset,
                                                        const char *path, transfer_report *report);
/* The same from `size` bytes of memory (none: `data` may be NULL); `name` stands for the file in
 * diagnostics. */
TRANSFER_API transfer_status transfer_ruleset_load_memory(transfer_ruleset *ruleset,
                                                          const char *data, size_t size,
                                                          const char *name,
                                                          transfer_report *report);

/* A rule of the caller's own: looks at one record while the portfolio is validated, in the thread
 * that validates, and says what it finds through `check`, which lives during the call.  It must not
 * change the portfolio.  Returns 0, or anything else to stop with TRANSFER_STOPPED. */
typedef int transfer_rule_function(void *user, const transfer_record *record,
                                   transfer_check *check);

/* Adds a rule of the caller's own, for the records of one type, nested ones too.  Its name has the
 * caller's in front: "acme/budget-line", of a-z, 0-9, "-", "_" and ".", one slash, at most 64
 * characters; it is copied.  The function is given `user`, and both must live as long as the rule
 * set.  From then on the rule is one like any other: its severity can be changed, records can have
 * exceptions from it, and its outcomes are counted.  TRANSFER_SYNTAX: not such a name;
 * TRANSFER_EXISTS: taken; TRANSFER_MISUSE: no such type or severity. */
TRANSFER_API transfer_status transfer_ruleset_add_rule(transfer_ruleset *ruleset, const char *name,
                                                       transfer_type type,
                                                       transfer_severity severity,
                                                       transfer_rule_function *function,
                                                       void *user);

/* In place of an item's index: the field as a whole. */
#define TRANSFER_NO_INDEX ((size_t)-1)

/* Reports a defect of the record that is being looked at: of a field (key 0: of the record) and,
 * in a list of values, of an item.  `severity`: TRANSFER_OFF for that of the rule; what a rule set
 * was told counts, whatever is given here.  What was found and expected, in the spelling of the
 * file, and the sentence, in any language, may be NULL; without a sentence one is made of the
 * others.  All are copied.  TRANSFER_UNKNOWN_FIELD: the record has no such field;
 * TRANSFER_NOT_FOUND: no such item; TRANSFER_MISUSE: an index where there are no items. */
TRANSFER_API transfer_status transfer_check_report(transfer_check *check,
                                                   transfer_severity severity, transfer_key key,
                                                   size_t index, const char *found,
                                                   const char *expected, const char *message);
/* Says why the rule does not apply to the record; without it, and without a report, the record
 * passes.  TRANSFER_MISUSE: no such reason. */
TRANSFER_API transfer_status transfer_check_skip(transfer_check *check, transfer_reason reason);
/* The day that the portfolio is validated for.  TRANSFER_UNSET: none was given. */
TRANSFER_API transfer_status transfer_check_as_of(const transfer_check *check,
                                                  transfer_date *as_of);

/* ------------------------------------------------------------------------------------------
 * Reports: diagnostics in the order of files, lines and columns.  A report stands alone: it stays
 * whole when the portfolio is freed.  Its strings live until the report is changed or freed.
 */

/* An empty report, for transfer_report_free(); NULL when memory runs out. */
TRANSFER_API transfer_report *transfer_report_new(void);
/* Frees the report with its diagnostics; NULL: nothing. */
TRANSFER_API void transfer_report_free(transfer_report *report);
/* Forgets all diagnostics, and that any were beyond the limit; NULL: nothing. */
TRANSFER_API void transfer_report_clear(transfer_report *report);
/* The number of diagnostics that are kept. */
TRANSFER_API size_t transfer_report_count(const transfer_report *report);
/* How many of one severity, those beyond the limit of diagnostics included. */
TRANSFER_API size_t transfer_report_severity_count(const transfer_report *report,
                                                   transfer_severity severity);
/* On how many records the last validation had one outcome for a rule, by name, however many
 * diagnostics are kept; rules that reading checks are counted by files.  0: none, or the rule is
 * off. */
TRANSFER_API size_t transfer_report_outcome_count(const transfer_report *report, const char *rule,
                                                  transfer_outcome outcome);
/* How many of those that are not applicable are so for one reason. */
TRANSFER_API size_t transfer_report_reason_count(const transfer_report *report, const char *rule,
                                                 transfer_reason reason);
/* Diagnostic `index`, the report's; NULL past the end. */
TRANSFER_API const transfer_diagnostic *transfer_report_at(const transfer_report *report,
                                                           size_t index);

/* The name of the rule that it breaks. */
TRANSFER_API const char *transfer_diagnostic_rule(const transfer_diagnostic *diagnostic);
/* Its severity, as the rule set gave it; TRANSFER_OFF for NULL. */
TRANSFER_API transfer_severity
transfer_diagnostic_severity(const transfer_diagnostic *diagnostic);
/* The file; "" for what was never in one. */
TRANSFER_API const char *transfer_diagnostic_file(const transfer_diagnostic *diagnostic);
/* The line it begins on, from 1; 0 where there is no place. */
TRANSFER_API uint64_t transfer_diagnostic_line(const transfer_diagnostic *diagnostic);
/* The column of its first character, in characters from 1; 0 where there is no place. */
TRANSFER_API uint64_t transfer_diagnostic_column(const transfer_diagnostic *diagnostic);
/* The line it ends on; 0 where that is not known. */
TRANSFER_API uint64_t transfer_diagnostic_end_line(const transfer_diagnostic *diagnostic);
/* The column behind its last character; 0 where that is not known. */
TRANSFER_API uint64_t transfer_diagnostic_end_column(const transfer_diagnostic *diagnostic);
/* The JSON Pointer of the value (RFC 6901); "" for the whole file. */
TRANSFER_API const char *transfer_diagnostic_pointer(const transfer_diagnostic *diagnostic);
/* The id of the record; NULL outside of records. */
TRANSFER_API const char *transfer_diagnostic_record(const transfer_diagnostic *diagnostic);
/* What was found, in the spelling of the file; NULL where that says nothing. */
TRANSFER_API const char *transfer_diagnostic_found(const transfer_diagnostic *diagnostic);
/* What was expected, in the language; NULL where that says nothing. */
TRANSFER_API const char *transfer_diagnostic_expected(const transfer_diagnostic *diagnostic,
                                                      transfer_language language);
/* What to write instead; NULL where nothing can be proposed. */
TRANSFER_API const char *transfer_diagnostic_suggestion(const transfer_diagnostic *diagnostic);
/* The sentence, in the language, without place and rule. */
TRANSFER_API const char *transfer_diagnostic_message(const transfer_diagnostic *diagnostic,
                                                     transfer_language language);
/* The reason of the exception in the record that accepts it, which makes it a note; NULL: none. */
TRANSFER_API const char *transfer_diagnostic_exception(const transfer_diagnostic *diagnostic);
/* The line it begins on, or a window of it: of a long line at most 200 characters around the place,
 * with an ellipsis in place of the first of them where something comes before and another behind
 * the last where something follows.  Each other character stands for one of the line; control
 * characters but tabs, and what is not UTF-8, have a visible one in their place.  NULL where the
 * line cannot be had. */
TRANSFER_API const char *transfer_diagnostic_excerpt(const transfer_diagnostic *diagnostic);
/* The column of the line that the excerpt's first character stands for, also where that is an
 * ellipsis: transfer_diagnostic_column() minus this is how many characters of the excerpt stand
 * before the caret.  0 without an excerpt. */
TRANSFER_API uint64_t
transfer_diagnostic_excerpt_column(const transfer_diagnostic *diagnostic);
/* The number of other places that belong to it, such as the first definition of a duplicate. */
TRANSFER_API size_t transfer_diagnostic_related_count(const transfer_diagnostic *diagnostic);
/* The place and what is there, in the language.  TRANSFER_NOT_FOUND past the end; any out-parameter
 * may be NULL. */
TRANSFER_API transfer_status transfer_diagnostic_related_at(const transfer_diagnostic *diagnostic,
                                                            size_t index,
                                                            transfer_language language,
                                                            const char **file, uint64_t *line,
                                                            uint64_t *column,
                                                            const char **message);

/* How a report is written.  Numbers are permanent. */
typedef enum transfer_format {
    TRANSFER_FORMAT_TEXT = 1,  /* like a compiler's, with line and caret */
    TRANSFER_FORMAT_JSON = 2,  /* JSON lines: one object a diagnostic */
    TRANSFER_FORMAT_SARIF = 3, /* SARIF 2.1.0 */
    TRANSFER_FORMAT_GITHUB = 4 /* GitHub workflow commands */
} transfer_format;

#define TRANSFER_RENDER_COLOUR 1u /* text with terminal colours */

/* Writes the report through a callback, which is given `user`.  TRANSFER_IO: it said to stop;
 * TRANSFER_MISUSE: no such format, language or flag. */
TRANSFER_API transfer_status transfer_report_render(const transfer_report *report,
                                                    transfer_format format,
                                                    transfer_language language, unsigned flags,
                                                    transfer_write_function *write, void *user);
/* The same as a text, NUL-terminated; free with transfer_text_free().  `size` may be NULL. */
TRANSFER_API transfer_status transfer_report_render_memory(const transfer_report *report,
                                                           transfer_format format,
                                                           transfer_language language,
                                                           unsigned flags, char **text,
                                                           size_t *size);

/* ------------------------------------------------------------------------------------------
 * Columns: one field of all records of a type, in one call.  A column has a row for each record,
 * and its values lie in arrays of transfer_column_count() items, the column's, which programs that
 * make tables take as they are.  All columns with the same type and path have the same rows, until
 * the portfolio is changed.  Texts and records are the portfolio's: a column must not outlive it,
 * and a string in it lives until that field changes (or its record is removed).
 */

/* Takes a column, in time linear in the records it goes through.  Without a path the rows are the
 * records of the type's section, in their order.  A path goes down through lists:
 * {TRANSFER_AGREEMENT_FUNDERS} makes a row of each funder of each agreement,
 * {TRANSFER_AGREEMENT_FUNDERS, TRANSFER_CONTRIBUTION_EXCEPTIONS} one of each exception of each of
 * them.  Its last list may be one of values, such as TRANSFER_PLATFORM_FIELDS: then there is a row
 * for each value, and `key` is that list once more.  A list that cannot be read has no rows.  With
 * key 0 the values are the ids of the records of the section that the rows lie in.  Free the column
 * with transfer_column_free().
 *
 * TRANSFER_MISUSE: not a type that has a section; TRANSFER_UNKNOWN_FIELD: a list of the path, or
 * the key, is no field of what it is to lie in; TRANSFER_WRONG_KIND: the path goes through what is
 * not a list, or on below values, or the key is a list: take it as the last of the path. */
TRANSFER_API transfer_status transfer_portfolio_column(const transfer_portfolio *portfolio,
                                                       transfer_type type,
                                                       const transfer_key *path,
                                                       size_t path_length, transfer_key key,
                                                       transfer_column **column);
/* Frees a column with its arrays, not the texts and records in them; NULL: nothing. */
TRANSFER_API void transfer_column_free(transfer_column *column);
/* The number of rows. */
TRANSFER_API size_t transfer_column_count(const transfer_column *column);
/* The kind of the field, which tells the array its values lie in; TRANSFER_KIND_TEXT for ids. */
TRANSFER_API transfer_kind transfer_column_kind(const transfer_column *column);
/* Of each row a transfer_status: TRANSFER_OK; TRANSFER_UNSET: no value; TRANSFER_WRONG_KIND: one
 * that cannot be read.  Where it is not TRANSFER_OK, the values are 0 or NULL throughout. */
TRANSFER_API const uint8_t *transfer_column_states(const transfer_column *column);
/* Of each row the row that it lies in, in the columns with the same path but its last list; NULL
 * for a column without path. */
TRANSFER_API const uint64_t *transfer_column_owners(const transfer_column *column);
/* Of key 0 the records of the rows: nested ones where the path ends in such, and those that the
 * values lie in where it ends in values.  Of references the records referred to, NULL where they
 * dangle.  NULL for another column. */
TRANSFER_API transfer_record *const *transfer_column_records(const transfer_column *column);
/* The values of kind text, code and url; ids, also those that references refer to, whether or not
 * such a record exists.  NULL for another kind. */
TRANSFER_API const char *const *transfer_column_texts(const transfer_column *column);
/* The values of kind date; NULL for another kind. */
TRANSFER_API const transfer_date *transfer_column_dates(const transfer_column *column);
/* The values of kind period; NULL for another kind. */
TRANSFER_API const transfer_period *transfer_column_periods(const transfer_column *column);
/* The values of kind amount; those of kind measure that are amounts, and where they are quantities
 * the currency is "" and all else 0.  NULL for another kind. */
TRANSFER_API const transfer_amount *transfer_column_amounts(const transfer_column *column);
/* The values of kind quantity and decimal; those of kind measure that are quantities, and where
 * they are amounts all is 0.  NULL for another kind. */
TRANSFER_API const transfer_quantity *transfer_column_quantities(const transfer_column *column);
/* The values of kind share, as written; NULL for another kind. */
TRANSFER_API const transfer_share *transfer_column_shares(const transfer_column *column);
/* The values of kind integer, boolean (0 or 1) and choice; NULL for another kind. */
TRANSFER_API const int64_t *transfer_column_integers(const transfer_column *column);
/* Of each row, in a column of any kind, the text of a value that cannot be read, NULL where it can
 * be or there is none; NULL for a column without such values. */
TRANSFER_API const char *const *transfer_column_unreadable(const transfer_column *column);

/* ------------------------------------------------------------------------------------------
 * Questions that a portfolio answers.  An answer is a table of rows; it refers to the portfolio's
 * records and must not outlive it.
 */

/* What a sum is grouped by; rows come in the order of the records, then of the years. */
#define TRANSFER_BY_FUNDER 1u
#define TRANSFER_BY_YEAR 2u
#define TRANSFER_BY_BENEFICIARY 4u /* partner, platform or project that receives */
#define TRANSFER_BY_AGREEMENT 8u

/* What funders pay to beneficiaries under the agreements in force on a day (NULL: the latest
 * versions), committed and paid apart, a row for each group and currency.  An agreement that
 * another amends is not counted from the day that one was signed.  Free the answer with
 * transfer_answer_free().  TRANSFER_OVERFLOW: a sum does not fit; TRANSFER_LIMIT: the agreements
 * have so many funders, beneficiaries and years that what each pays each in each would be millions
 * of cells; TRANSFER_MISUSE: a bit of `by` that there is not, or not a date. */
TRANSFER_API transfer_status transfer_portfolio_sum(const transfer_portfolio *portfolio,
                                                    unsigned by, const transfer_date *as_of,
                                                    transfer_answer **answer);
/* A row for each record and field that refers to this one. */
TRANSFER_API transfer_status transfer_record_referrers(const transfer_record *record,
                                                       transfer_answer **answer);
/* A row for each partner of a platform: its operator, those of its projects, of the agreements
 * that fund it or its projects, and the authorities and partners of its programmes.
 * TRANSFER_MISUSE: not a platform. */
TRANSFER_API transfer_status transfer_platform_partners(const transfer_record *platform,
                                                        transfer_answer **answer);
/* A row for each agreement of a platform's projects, and each that benefits it: what it receives
 * and what it has contracted (transfer_answer_role() tells which), as of a day (NULL: the latest
 * versions).  TRANSFER_MISUSE: not a platform, or not a date; TRANSFER_OVERFLOW, TRANSFER_LIMIT: as
 * transfer_portfolio_sum(). */
TRANSFER_API transfer_status transfer_platform_agreements(const transfer_record *platform,
                                                          const transfer_date *as_of,
                                                          transfer_answer **answer);
/* A row for each agreement, project and programme in force on a day, certainly or possibly. */
TRANSFER_API transfer_status transfer_portfolio_in_force(const transfer_portfolio *portfolio,
                                                         const transfer_date *date,
                                                         transfer_answer **answer);

/* Why a record stands in an answer.  Numbers are permanent. */
typedef enum transfer_role {
    TRANSFER_ROLE_NONE = 0,
    TRANSFER_ROLE_FUNDER = 1,
    TRANSFER_ROLE_BENEFICIARY = 2,
    TRANSFER_ROLE_AGREEMENT = 3,
    TRANSFER_ROLE_OPERATOR = 4,
    TRANSFER_ROLE_PARTICIPANT = 5,
    TRANSFER_ROLE_PROGRAMME = 6,
    TRANSFER_ROLE_RECEIVED = 7,   /* the platform is a beneficiary */
    TRANSFER_ROLE_CONTRACTED = 8, /* an agreement of one of its projects */
    TRANSFER_ROLE_CERTAIN = 9,
    TRANSFER_ROLE_POSSIBLE = 10
} transfer_role;

/* Frees an answer, not the records in it; NULL: nothing. */
TRANSFER_API void transfer_answer_free(transfer_answer *answer);
/* The number of rows. */
TRANSFER_API size_t transfer_answer_count(const transfer_answer *answer);
/* The record of a row in a role (TRANSFER_ROLE_FUNDER, _BENEFICIARY, _AGREEMENT for sums;
 * TRANSFER_ROLE_NONE for answers that are lists of records).  TRANSFER_UNSET: the group has none,
 * such as an unspecified funder; TRANSFER_NOT_FOUND: no such row, or not grouped by it. */
TRANSFER_API transfer_status transfer_answer_record(const transfer_answer *answer, size_t row,
                                                    transfer_role role, transfer_record **record);
/* The role of a row's record in a list; TRANSFER_ROLE_NONE otherwise. */
TRANSFER_API transfer_role transfer_answer_role(const transfer_answer *answer, size_t row);
/* The field through which a referrer refers; 0 otherwise. */
TRANSFER_API transfer_key transfer_answer_key(const transfer_answer *answer, size_t row);
/* The year of a row; TRANSFER_UNSET: undated; TRANSFER_NOT_FOUND: not grouped by year. */
TRANSFER_API transfer_status transfer_answer_year(const transfer_answer *answer, size_t row,
                                                  int *year);
/* What is committed; TRANSFER_UNSET: nothing is known; TRANSFER_NOT_FOUND: no such row. */
TRANSFER_API transfer_status transfer_answer_committed(const transfer_answer *answer, size_t row,
                                                       transfer_amount *amount);
/* What has been paid; TRANSFER_UNSET: nothing is known; TRANSFER_NOT_FOUND: no such row. */
TRANSFER_API transfer_status transfer_answer_paid(const transfer_answer *answer, size_t row,
                                                  transfer_amount *amount);

/* ------------------------------------------------------------------------------------------
 * Calculations: answers with the steps that led to them, so that they can be checked by hand.  A
 * calculation refers to the portfolio's records and must not outlive it; its texts are its own.
 */

/* The size class of an enterprise under a definition, a choice of TRANSFER_PARTNER_SIZE_DEFINITION,
 * by the accounts closed on a day and the owners that it has then (NULL: its latest accounts and
 * owners).  To be freed with transfer_calculation_free().
 *
 * Under Recommendation 2003/361/EC the figures of enterprises that are linked to it, by more than
 * half of the shares, upstream, downstream and across, are added in full, and those of partner
 * enterprises, from a quarter of the shares on, in proportion, with what is linked to them.  Each
 * counts once, with the greatest share, in circles too; consolidated accounts contain what lies
 * below them.  Shares of enterprises that are linked are taken together.  What public bodies hold
 * from a quarter on makes it large, and what universities, research organisations and financial
 * institutions hold up to half counts for nothing.  Of each enterprise the accounts of the same
 * year count, or else of the year before.  A class changes when two years in a row, of at most the
 * last ten, are beyond it.  Under decree 2008-1354 the last year decides, and the figures of linked
 * enterprises are added in full.
 *
 * transfer_calculation_size() gives TRANSFER_UNSET where figures, owners or accounts that matter
 * are missing, too vague, or not in EUR; the last step says which.  TRANSFER_OVERFLOW: a sum has no
 * exact fraction that fits; TRANSFER_MISUSE: not a partner, no such definition, or not a date. */
TRANSFER_API transfer_status transfer_partner_size_class(const transfer_record *partner,
                                                         int definition,
                                                         const transfer_date *as_of,
                                                         transfer_calculation **calculation);

/* Frees a calculation, not the records in it; NULL: nothing. */
TRANSFER_API void transfer_calculation_free(transfer_calculation *calculation);
/* The number of steps, in their order. */
TRANSFER_API size_t transfer_calculation_step_count(const transfer_calculation *calculation);
/* What the step did, with its figures, such as "headcount 240 + 30% of 60 = 258", in the language;
 * NULL past the end. */
TRANSFER_API const char *transfer_calculation_step_text(const transfer_calculation *calculation,
                                                        size_t index, transfer_language language);
/* The law that the step follows, static; NULL: none, or past the end. */
TRANSFER_API const char *
transfer_calculation_step_source(const transfer_calculation *calculation, size_t index);
/* The record whose figures the step took; NULL: no record's, or past the end. */
TRANSFER_API transfer_record *
transfer_calculation_step_record(const transfer_calculation *calculation, size_t index);
/* The kind of what the step found: TRANSFER_KIND_AMOUNT, _QUANTITY, _SHARE; 0: no value, or past
 * the end. */
TRANSFER_API transfer_kind
transfer_calculation_step_kind(const transfer_calculation *calculation, size_t index);
/* What the step found.  TRANSFER_WRONG_KIND: another kind, or no value; TRANSFER_NOT_FOUND: past
 * the end. */
TRANSFER_API transfer_status
transfer_calculation_step_amount(const transfer_calculation *calculation, size_t index,
                                 transfer_amount *amount);
/* The same of a quantity. */
TRANSFER_API transfer_status
transfer_calculation_step_quantity(const transfer_calculation *calculation, size_t index,
                                   transfer_quantity *quantity);
/* The same of a share. */
TRANSFER_API transfer_status
transfer_calculation_step_share(const transfer_calculation *calculation, size_t index,
                                transfer_share *share);
/* The size class that was computed, a choice of TRANSFER_PARTNER_SIZE.  TRANSFER_UNSET: figures are
 * missing, and the last step says which; TRANSFER_WRONG_KIND: another question was asked. */
TRANSFER_API transfer_status transfer_calculation_size(const transfer_calculation *calculation,
                                                       int *size);
/* The highest aid intensity allowed.  TRANSFER_UNSET, TRANSFER_WRONG_KIND: as above. */
TRANSFER_API transfer_status
transfer_calculation_intensity(const transfer_calculation *calculation, transfer_share *intensity);
/* The de minimis aid used, and what is left of the ceiling (0 where it is exceeded).
 * TRANSFER_UNSET, TRANSFER_WRONG_KIND: as above. */
TRANSFER_API transfer_status
transfer_calculation_de_minimis(const transfer_calculation *calculation, transfer_amount *used,
                                transfer_amount *left);

/* The highest intensity of aid for research and development that the block exemption in force at
 * the agreement's day (awarded, else signed, else the start of its period) allows for a
 * beneficiary, for a choice of TRANSFER_PROJECT_RESEARCH_CATEGORY; 0: for what the declaration of
 * aid, or the project, says.  The beneficiary's size is the declared one, else that of its record,
 * else what its accounts make it.  Where that is not known, or a date leaves open which law
 * applies, the most favourable is assumed.  TRANSFER_UNSET: the agreement is undated or
 * older than those laws, the aid is of another regime, or the category is not known.  Free with
 * transfer_calculation_free().  TRANSFER_MISUSE: not an agreement and a partner of one portfolio,
 * or no such category. */
TRANSFER_API transfer_status
transfer_agreement_aid_intensity(const transfer_record *agreement,
                                 const transfer_record *beneficiary, int research_category,
                                 transfer_calculation **calculation);
/* The de minimis aid that a Member State (NULL: the partner's own country) has granted to the
 * single undertaking of a partner, as counted on a day, and what is left of the ceiling.  Partners
 * are one undertaking where one owns more than half of the other.  What is not certain to lie
 * within the years that count is a step of its own and not in the sum.  TRANSFER_UNSET: the country
 * is not known, or no such ceiling was in force.  Free with transfer_calculation_free().
 * TRANSFER_MISUSE: not a partner, a country or a full day; TRANSFER_OVERFLOW: the sum does not
 * fit. */
TRANSFER_API transfer_status transfer_partner_de_minimis(const transfer_record *partner,
                                                         const char *country,
                                                         const transfer_date *day,
                                                         transfer_calculation **calculation);

#ifdef __cplusplus
}
#endif

#include <transfer/model.h>

#endif
