/* Generator of portfolios: days, amounts, texts and identifiers.
 *
 * SPDX-License-Identifier: MIT
 */
#include <check.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "generator.h"

enum { TEXT_SIZE = 256, SPELLING_SIZE = 16 };

/* ---- days ---- */

/* Days from 1970-01-01 in the Gregorian calendar, by years that begin in March. */
int day_of(int year, int month, int day)
{
    int shifted = year - (month <= 2), era = shifted / 400, of_era = shifted % 400;
    int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static void split_day(int day, int *year, int *month, int *of_month)
{
    int shifted = day + 719468, era = shifted / 146097, of_era = shifted % 146097;
    int years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * years + years / 4 - years / 100);
    int march = (5 * of_year + 2) / 153;

    *of_month = of_year - (153 * march + 2) / 5 + 1;
    *month = march < 10 ? march + 3 : march - 9;
    *year = years + era * 400 + (*month <= 2);
}

int year_of(int day)
{
    int year, month, of_month;

    split_day(day, &year, &month, &of_month);
    return year;
}

int year_first(int year)
{
    return day_of(year, 1, 1);
}

int year_last(int year)
{
    return day_of(year, 12, 31);
}

transfer_date date_of(int day)
{
    int year, month, of_month;

    split_day(day, &year, &month, &of_month);
    return (transfer_date){
        .year = year, .month = (uint8_t)month, .day = (uint8_t)of_month};
}

/* Written with `parts` of year, month and day. */
static const char *spell(char spelling[SPELLING_SIZE], int day, int parts)
{
    int year, month, of_month;

    split_day(day, &year, &month, &of_month);
    if (parts == 1)
        snprintf(spelling, SPELLING_SIZE, "%04d", year);
    else if (parts == 2)
        snprintf(spelling, SPELLING_SIZE, "%04d-%02d", year, month);
    else
        snprintf(spelling, SPELLING_SIZE, "%04d-%02d-%02d", year, month, of_month);
    return spelling;
}

int some_day(struct generator *generator, int first, int last)
{
    /* When laws and codes changed: the day is the first of what is new. */
    const int changes[] = {
        day_of(2014, 7, 1), day_of(2016, 1, 1), day_of(2016, 7, 1), day_of(2018, 1, 1),
        day_of(2023, 7, 1), day_of(2024, 1, 1),
    };
    int day;

    if (last <= first)
        return first;
    if (CHANCE(generator, 30)) {
        day = ONE_OF(generator, changes) - CHANCE(generator, 50);
        if (day >= first && day <= last)
            return day;
    }
    if (CHANCE(generator, 20))
        return CHANCE(generator, 50) ? first : last;
    return (int)BETWEEN(generator, first, last);
}

static int month_first(int day)
{
    int year, month, of_month;

    split_day(day, &year, &month, &of_month);
    return day - of_month + 1;
}

struct span some_span(struct generator *generator, int first, int last, int days_max)
{
    struct span span = {.written = BY_DAY};

    span.first = some_day(generator, first, last);
    span.last = span.first + (int)BETWEEN(generator, 90, days_max);
    if (CHANCE(generator, 25)) {
        span.first = year_first(year_of(span.first));
        span.last = year_last(year_of(span.last));
        span.written = BY_YEAR;
    } else if (CHANCE(generator, 30)) {
        span.first = month_first(span.first);
        span.last = month_first(month_first(span.last) + 40) - 1;
        span.written = BY_MONTH;
    }
    return span;
}

struct span some_part(struct generator *generator, const struct span *span)
{
    struct span part = *span;

    if (CHANCE(generator, 50))
        return part;
    part.written = BY_DAY;
    part.first = some_day(generator, span->first, span->last - 1);
    part.last = some_day(generator, part.first, span->last);
    return part;
}

/* ---- fields ---- */

__attribute__((format(printf, 2, 0))) static void print(char text[TEXT_SIZE], const char *format,
                                                        va_list arguments)
{
    int length = vsnprintf(text, TEXT_SIZE, format, arguments);

    ck_assert_msg(length >= 0 && length < TEXT_SIZE, "%s is too long", format);
}

void set(transfer_record *record, transfer_key key, const char *format, ...)
{
    char text[TEXT_SIZE];
    transfer_status status;
    va_list arguments;

    va_start(arguments, format);
    print(text, format, arguments);
    va_end(arguments);
    status = transfer_record_parse_value(record, key, text);
    ck_assert_msg(status == TRANSFER_OK, "%s: %s: %s", transfer_field_name(key), text,
                  transfer_status_text(status, TRANSFER_ENGLISH));
}

void add(transfer_record *record, transfer_key key, const char *format, ...)
{
    char text[TEXT_SIZE];
    transfer_status status;
    va_list arguments;

    va_start(arguments, format);
    print(text, format, arguments);
    va_end(arguments);
    status = transfer_record_add_text(record, key, text);
    ck_assert_msg(status == TRANSFER_OK, "%s: %s: %s", transfer_field_name(key), text,
                  transfer_status_text(status, TRANSFER_ENGLISH));
}

transfer_record *add_nested(transfer_record *record, transfer_key key)
{
    transfer_record *nested;

    ck_assert_int_eq(transfer_record_add_record(record, key, &nested), TRANSFER_OK);
    return nested;
}

transfer_record *add_record(struct generator *generator, transfer_type type, const char *prefix)
{
    transfer_record *record;
    char id[64];

    snprintf(id, sizeof id, "%s-%d", prefix, ++generator->number);
    ck_assert_int_eq(transfer_portfolio_add(generator->portfolio, type, id, &record), TRANSFER_OK);
    return record;
}

void set_day(transfer_record *record, transfer_key key, int day)
{
    char spelling[SPELLING_SIZE];

    set(record, key, "%s", spell(spelling, day, 3));
}

void set_day_vaguely(struct generator *generator, transfer_record *record, transfer_key key,
                     int day)
{
    static const char *const behind[] = {"", "", "", "?", "~"};
    int parts = CHANCE(generator, 60) ? 3 : (int)BETWEEN(generator, 1, 3);
    char spelling[SPELLING_SIZE];

    set(record, key, "%s%s", spell(spelling, day, parts), ONE_OF(generator, behind));
}

void set_span(transfer_record *record, transfer_key key, const struct span *span)
{
    int parts = span->written == BY_YEAR ? 1 : span->written == BY_MONTH ? 2 : 3;
    char first[SPELLING_SIZE], last[SPELLING_SIZE];

    spell(first, span->first, parts);
    spell(last, span->last, parts);
    if (strcmp(first, last) == 0)
        set(record, key, "%s", first);
    else
        set(record, key, "%s/%s", first, last);
}

void set_amount(transfer_record *record, transfer_key key, const char *qualifier, int64_t minor,
                const char *currency)
{
    transfer_amount amount = {.minor = minor};
    char spelling[TRANSFER_VALUE_SIZE];
    int decimals;

    ck_assert_int_eq(transfer_currency_decimals(currency, &decimals), TRANSFER_OK);
    strcpy(amount.currency, currency);
    amount.decimals = decimals < 0 ? 2 : (uint8_t)decimals; /* a withdrawn one has the usual */
    ck_assert_msg(transfer_amount_format(&amount, spelling, sizeof spelling) == TRANSFER_OK,
                  "%s: %lld %s", transfer_field_name(key), (long long)minor, currency);
    set(record, key, "%s%s", qualifier, spelling);
}

/* ---- amounts ---- */

int64_t some_cents(struct generator *generator, int64_t first, int64_t last)
{
    int64_t cents = BETWEEN(generator, first, last), round = cents - cents % 100000;

    if (last <= first)
        return first;
    if (CHANCE(generator, 15))
        return CHANCE(generator, 50) ? first : last;
    return CHANCE(generator, 50) && round >= first && round <= last ? round : cents;
}

void partition(struct generator *generator, int64_t whole, int64_t *parts, size_t count)
{
    int64_t left = whole;

    ck_assert_int_ge(whole, (int64_t)count);
    for (size_t i = 0; i + 1 < count; i++) {
        int64_t others = (int64_t)(count - i) - 1;

        parts[i] = CHANCE(generator, 10) ? 1 : BETWEEN(generator, 1, (left - others) / 2 + 1);
        if (parts[i] > left - others)
            parts[i] = left - others;
        left -= parts[i];
    }
    parts[count - 1] = left;
}

/* ---- texts ---- */

void decorate(struct generator *generator, transfer_record *record, const transfer_key *keys)
{
    static const char *const texts[] = {
        "Caractérisation de matériaux", "Énergie & environnement", "Usine du futur : robotique",
        "Capteurs 3D", "Silicium, III-V", "Procédés #2", "yes", "12 bancs d'essai", "100 %",
        "L'Œuvre d'Art\nen deux lignes", "Straße", "n° 4",
    };

    for (size_t i = 0; keys[i]; i++) {
        if (!CHANCE(generator, 35))
            continue;
        if (transfer_field_kind(keys[i]) == TRANSFER_KIND_URL)
            set(record, keys[i], "https://www.example.org/%d", ++generator->number);
        else if (!transfer_field_is_list(keys[i]))
            set(record, keys[i], "%s", ONE_OF(generator, texts));
        else
            for (int64_t count = BETWEEN(generator, 1, 3); count > 0; count--)
                add(record, keys[i], "%s", ONE_OF(generator, texts));
    }
}

/* ---- identifiers ---- */

/* What Luhn's sum of the digits leaves for the check digit behind them. */
static char luhn_digit(const char *digits)
{
    size_t length = strlen(digits);
    int sum = 0;

    for (size_t i = 0; i < length; i++) {
        int digit = digits[length - 1 - i] - '0';

        sum += i % 2 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
    }
    return (char)('0' + (10 - sum % 10) % 10);
}

/* La Poste has another check: the sum of its digits is a multiple of 5. */
static char digit_to_five(const char *digits)
{
    int sum = 0;

    for (size_t i = 0; digits[i]; i++)
        sum += digits[i] - '0';
    return (char)('0' + (5 - sum % 5) % 5);
}

static void append(char *text, char character)
{
    size_t length = strlen(text);

    text[length] = character;
    text[length + 1] = '\0';
}

/* The number of what was made before is in it: no two are the same. */
void make_siren(struct generator *generator, char *siren)
{
    snprintf(siren, IDENTIFIER_SIZE, "%d%04d%03d", (int)BETWEEN(generator, 3, 8),
             (int)BETWEEN(generator, 0, 9999), ++generator->number % 1000);
    append(siren, luhn_digit(siren));
}

void make_siret(struct generator *generator, const char *siren, char *siret)
{
    snprintf(siret, IDENTIFIER_SIZE, "%s%04d", siren, ++generator->number % 10000);
    append(siret, strcmp(siren, "356000000") == 0 ? digit_to_five(siret) : luhn_digit(siret));
}

void make_vat(const char *siren, char *vat)
{
    long number = 0;

    for (size_t i = 0; siren[i]; i++)
        number = number * 10 + (siren[i] - '0');
    snprintf(vat, IDENTIFIER_SIZE, "FR%02ld%s", (12 + 3 * (number % 97)) % 97, siren);
}

void make_ror(struct generator *generator, char *ror)
{
    static const char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
    int64_t number = 0;
    int serial = ++generator->number;

    strcpy(ror, "0");
    for (size_t i = 0; i < 6; i++) {
        int64_t digit = i < 3 ? BETWEEN(generator, 0, 31) : serial >> (5 * (5 - i)) & 31;

        number = number * 32 + digit;
        append(ror, digits[digit]);
    }
    snprintf(ror + 7, IDENTIFIER_SIZE - 7, "%02d", (int)(98 - number * 100 % 97));
}

void make_rnsr(struct generator *generator, char *rnsr)
{
    long number = BETWEEN(generator, 1995, 2024) * 100000 + BETWEEN(generator, 0, 99) * 1000 +
                  ++generator->number % 1000;

    snprintf(rnsr, IDENTIFIER_SIZE, "%09ld%c", number, "ABCDEFGHJKLMNPRSTUVWXYZ"[number % 23]);
}

void make_lei(struct generator *generator, char *lei)
{
    static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    int rest = 0;

    snprintf(lei, IDENTIFIER_SIZE, "9695");
    while (strlen(lei) < 14)
        append(lei, digits[BETWEEN(generator, 0, 35)]);
    snprintf(lei + 14, IDENTIFIER_SIZE - 14, "%04d", ++generator->number % 10000);
    for (size_t i = 0; lei[i]; i++) {
        int digit = (int)(strchr(digits, lei[i]) - digits);

        rest = (digit < 10 ? rest * 10 : rest * 100) % 97;
        rest = (rest + digit) % 97;
    }
    snprintf(lei + 18, IDENTIFIER_SIZE - 18, "%02d", 98 - rest * 100 % 97);
}
