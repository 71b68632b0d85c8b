/* Checking identifiers.
 *
 * SPDX-License-Identifier: MIT
 */
#include "identifier.h"

#include <stdint.h>
#include <string.h>

#include "ascii.h"
#include "utf8.h"

/* ---- forms ---- */

/* The forms of an identifier, with a space between two.  In them # is a digit, @ a capital letter,
 * ? either, * either or + or *, & what French VAT keys are made of, ~ a digit of Crockford's base
 * 32; other characters stand for themselves. */
static const char *const forms[] = {
    [IDENTIFIER_SIREN] = "#########",
    [IDENTIFIER_SIRET] = "##############",
    [IDENTIFIER_ROR] = "0~~~~~~##",
    [IDENTIFIER_LEI] = "??????????????????##",
    [IDENTIFIER_RNSR] = "#########@",
    /* Behind the W stands the department, 2A, 2B or 9G among them. */
    [IDENTIFIER_RNA] = "W######### W#@#######",
};

/* VAT numbers of the EU behind their prefix: as the Commission describes them for VIES. */
static const struct {
    char country[3], prefix[3];
    const char *forms;
} vat[] = {
    {"AT", "AT", "U########"},
    {"BE", "BE", "0######### 1#########"},
    {"BG", "BG", "######### ##########"},
    {"CY", "CY", "########@"},
    {"CZ", "CZ", "######## ######### ##########"},
    {"DE", "DE", "#########"},
    {"DK", "DK", "########"},
    {"EE", "EE", "#########"},
    {"ES", "ES", "@#######? ########@"},
    {"FI", "FI", "########"},
    {"FR", "FR", "&&#########"},
    {"GR", "EL", "#########"},
    {"HR", "HR", "###########"},
    {"HU", "HU", "########"},
    {"IE", "IE", "#*#####@ #######@@"},
    {"IT", "IT", "###########"},
    {"LT", "LT", "######### ############"},
    {"LU", "LU", "########"},
    {"LV", "LV", "###########"},
    {"MT", "MT", "########"},
    {"NL", "NL", "*********B**"},
    {"PL", "PL", "##########"},
    {"PT", "PT", "#########"},
    {"RO", "RO", "## ### #### ##### ###### ####### ######## ######### ########## #############"},
    {"SE", "SE", "############"},
    {"SI", "SI", "########"},
    {"SK", "SK", "##########"},
    {"", "XI", "######### ############ GD### HA###"},
};

/* Digits of Crockford's base 32: no i, l, o and u. */
static const char crockford[] = "0123456789abcdefghjkmnpqrstvwxyz";
/* Digits of the keys of French VAT numbers. */
static const char vat_digits[] = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

static int is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* The value of a digit; -1: it is none. */
static int value_of(const char *digits, char c)
{
    const char *digit = c ? strchr(digits, c) : NULL;

    return digit ? (int)(digit - digits) : -1;
}

static int matches(char form, char c)
{
    switch (form) {
    case '#':
        return is_digit(c);
    case '@':
        return is_capital(c);
    case '?':
        return is_digit(c) || is_capital(c);
    case '*':
        return is_digit(c) || is_capital(c) || c == '+' || c == '*';
    case '&':
        return value_of(vat_digits, c) >= 0;
    case '~':
        return value_of(crockford, c) >= 0;
    default:
        return form == c;
    }
}

static int has_form(const char *form, const char *text, size_t length)
{
    while (*form) {
        size_t size = strcspn(form, " "), i = 0;

        while (size == length && i < size && matches(form[i], text[i]))
            i++;
        if (size == length && i == size)
            return 1;
        form += size + (form[size] == ' ');
    }
    return 0;
}

/* ---- check digits ---- */

static uint64_t number_of(const char *digits, size_t length)
{
    uint64_t number = 0;

    for (size_t i = 0; i < length; i++)
        number = 10 * number + (uint64_t)(digits[i] - '0');
    return number;
}

/* ISO/IEC 7812-1: from the right every second digit counts twice, less 9 if above 9. */
static int passes_luhn(const char *digits, size_t length)
{
    int sum = 0;

    for (size_t i = 0; i < length; i++) {
        int digit = digits[i] - '0';

        if ((length - i) % 2 == 0)
            digit = 2 * digit > 9 ? 2 * digit - 9 : 2 * digit;
        sum += digit;
    }
    return sum % 10 == 0;
}

/* ISO/IEC 7064, MOD 97-10: a letter counts as two digits, A as 10. */
static int passes_mod_97(const char *text, size_t length)
{
    int rest = 0;

    for (size_t i = 0; i < length; i++)
        rest = is_digit(text[i]) ? (10 * rest + text[i] - '0') % 97
                                 : (100 * rest + text[i] - 'A' + 10) % 97;
    return rest == 1;
}

static enum identifier_fault check_siren(const char *text)
{
    static const char sentinels[][SIREN_LENGTH + 1] = {"999999999", "999999997", "000000000"};

    for (size_t i = 0; i < sizeof sentinels / sizeof sentinels[0]; i++)
        if (memcmp(text, sentinels[i], SIREN_LENGTH) == 0)
            return IDENTIFIER_SENTINEL;
    return passes_luhn(text, SIREN_LENGTH) ? IDENTIFIER_RIGHT : IDENTIFIER_KEY;
}

/* The establishments of La Poste are more than Luhn leaves numbers for: but for the head office
 * their digits add up to a multiple of 5. */
static int passes_la_poste(const char *text, size_t length)
{
    int sum = 0;

    for (size_t i = 0; i < length; i++)
        sum += text[i] - '0';
    return sum % 5 == 0;
}

static enum identifier_fault check_siret(const char *text, size_t length)
{
    int by_sum = memcmp(text, "356000000", SIREN_LENGTH) == 0 &&
                 memcmp(text + SIREN_LENGTH, "00048", 5) != 0;

    if (memcmp(text + SIREN_LENGTH, "00000", 5) == 0)
        return IDENTIFIER_NIC_ZERO;
    if (!(by_sum ? passes_la_poste(text, length) : passes_luhn(text, length)))
        return IDENTIFIER_KEY;
    return check_siren(text) == IDENTIFIER_RIGHT ? IDENTIFIER_RIGHT : IDENTIFIER_NO_SIREN;
}

void identifier_vat_key(const char *siren, char key[3])
{
    unsigned number = (unsigned)((12 + 3 * (number_of(siren, SIREN_LENGTH) % 97)) % 97);

    key[0] = (char)('0' + number / 10);
    key[1] = (char)('0' + number % 10);
    key[2] = '\0';
}

/* A key with a letter, as the Commission describes it for VIES. */
static int passes_new_key(const char *key, const char *siren)
{
    int first = value_of(vat_digits, key[0]), second = value_of(vat_digits, key[1]);
    int check = is_digit(key[0]) ? 24 * first + second - 10 : 34 * first + second - 100;

    return (number_of(siren, SIREN_LENGTH) + 1 + (uint64_t)check / 11) % 11 == (uint64_t)check % 11;
}

static enum identifier_fault check_french_vat(const char *text, size_t length)
{
    const char *key = text + 2, *digits = text + 4, *siren = identifier_vat_siren(text, length);
    char due[3];

    identifier_vat_key(digits, due);
    if (is_digit(key[0]) && is_digit(key[1]) ? memcmp(key, due, 2) != 0
                                             : !passes_new_key(key, digits))
        return IDENTIFIER_KEY;
    return !siren || check_siren(siren) == IDENTIFIER_RIGHT ? IDENTIFIER_RIGHT
                                                            : IDENTIFIER_NO_SIREN;
}

/* The place in `vat` of a prefix, in capitals or not; SIZE_MAX when there is none. */
static size_t find_prefix(const char *text, size_t length)
{
    for (size_t i = 0; length >= 2 && i < sizeof vat / sizeof vat[0]; i++)
        if ((text[0] & ~0x20) == vat[i].prefix[0] && (text[1] & ~0x20) == vat[i].prefix[1])
            return i;
    return SIZE_MAX;
}

static int has_digit(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (is_digit(text[i]))
            return 1;
    return 0;
}

static enum identifier_fault check_vat(const char *text, size_t length)
{
    size_t place = find_prefix(text, length);

    if (place == SIZE_MAX) {
        int is_greek = length >= 2 && (text[0] & ~0x20) == 'G' && (text[1] & ~0x20) == 'R';

        return is_greek || !has_digit(text, length) ? IDENTIFIER_FORM : IDENTIFIER_UNKNOWN;
    }
    if (memcmp(text, vat[place].prefix, 2) != 0 ||
        !has_form(vat[place].forms, text + 2, length - 2))
        return IDENTIFIER_FORM;
    return strcmp(vat[place].prefix, "FR") == 0 ? check_french_vat(text, length) : IDENTIFIER_RIGHT;
}

static int passes_ror(const char *text)
{
    uint64_t number = 0;

    for (size_t i = 0; i < 7; i++)
        number = 32 * number + (uint64_t)value_of(crockford, text[i]);
    return number_of(text + 7, 2) == 98 - number * 100 % 97;
}

/* Found on real numbers: no standard says it. */
static int passes_rnsr(const char *text)
{
    return text[9] == "ABCDEFGHJKLMNPRSTUVWXYZ"[number_of(text, 9) % 23];
}

static int passes_key(enum identifier_kind kind, const char *text, size_t length)
{
    switch (kind) {
    case IDENTIFIER_ROR:
        return passes_ror(text);
    case IDENTIFIER_LEI:
        return passes_mod_97(text, length);
    case IDENTIFIER_RNSR:
        return passes_rnsr(text);
    default: /* RNA has no key */
        return 1;
    }
}

enum identifier_fault identifier_check(enum identifier_kind kind, const char *text, size_t length)
{
    if (kind == IDENTIFIER_VAT)
        return check_vat(text, length);
    if (!has_form(forms[kind], text, length))
        return IDENTIFIER_FORM;
    if (kind == IDENTIFIER_SIREN)
        return check_siren(text);
    if (kind == IDENTIFIER_SIRET)
        return check_siret(text, length);
    return passes_key(kind, text, length) ? IDENTIFIER_RIGHT : IDENTIFIER_KEY;
}

const char *identifier_vat_prefix(const char *country)
{
    for (size_t i = 0; i < sizeof vat / sizeof vat[0]; i++)
        if (strcmp(country, vat[i].country) == 0)
            return vat[i].prefix;
    return NULL;
}

const char *identifier_vat_siren(const char *text, size_t length)
{
    if (length != 4 + SIREN_LENGTH || memcmp(text, "FR", 2) != 0 || memcmp(text + 4, "000", 3) == 0)
        return NULL;
    return text + 4;
}

/* ---- suggestions ---- */

/* Spaces and hyphens of typography, dots, and what else stands between groups of digits. */
static int is_separator(uint32_t point)
{
    return (point < 0x80 && strchr(" \t\n.-_,'", (int)point)) || point == 0xa0 ||
           (point >= 0x2000 && point <= 0x2015) || point == 0x202f;
}

/* Where what stands behind an address or a label begins. */
static size_t find_tail(const char *text, size_t length)
{
    while (length > 0 && text[length - 1] != '/' && text[length - 1] != ':')
        length--;
    return length;
}

/* A character as an identifier of the kind has it. */
static char fold(enum identifier_kind kind, char c)
{
    if (kind != IDENTIFIER_ROR)
        return c >= 'a' && c <= 'z' ? (char)(c - 0x20) : c;
    if (is_capital(c))
        c = (char)(c + 0x20);
    /* What Crockford's base 32 reads for letters that it does not have. */
    return c == 'o' ? '0' : c == 'i' || c == 'l' ? '1' : c;
}

/* Writes a text without separators, from its last address or label on, or its digits alone.
 * Returns the length, 0 when there is none or it is too long. */
static size_t clean(enum identifier_kind kind, const char *text, size_t length,
                    char buffer[IDENTIFIER_MAX])
{
    int digits_only = kind == IDENTIFIER_SIREN || kind == IDENTIFIER_SIRET;
    size_t used = 0, size;

    for (size_t i = digits_only ? 0 : find_tail(text, length); i < length; i += size) {
        uint32_t point;

        size = utf8_decode(text + i, length - i, &point);
        if (size == 0)
            return 0;
        if (digits_only ? !is_digit(text[i]) : is_separator(point))
            continue;
        if (point >= 0x80 || used == IDENTIFIER_MAX)
            return 0;
        buffer[used++] = fold(kind, text[i]);
    }
    return used;
}

/* Puts in front the zeros that a spreadsheet has dropped: two at most, more are not likely. */
static size_t fill_up(char buffer[IDENTIFIER_MAX], size_t length, size_t due)
{
    size_t missing = due > length ? due - length : 0;

    if (missing == 0 || missing > 2)
        return length;
    memmove(buffer + missing, buffer, length);
    memset(buffer, '0', missing);
    return due;
}

/* Mends what is known to be written otherwise.  `is_whole`: nothing was left out of the text. */
static size_t mend(enum identifier_kind kind, char buffer[IDENTIFIER_MAX], size_t length,
                   int is_whole)
{
    switch (kind) {
    case IDENTIFIER_SIREN: /* a SIRET begins with its SIREN */
        if (identifier_check(IDENTIFIER_SIRET, buffer, length) == IDENTIFIER_RIGHT)
            return SIREN_LENGTH;
        return is_whole ? fill_up(buffer, length, SIREN_LENGTH) : length;
    case IDENTIFIER_SIRET:
        return is_whole ? fill_up(buffer, length, SIRET_LENGTH) : length;
    case IDENTIFIER_VAT: /* the code of Greece is not the prefix of its numbers */
        if (length > 2 && memcmp(buffer, "GR", 2) == 0)
            memcpy(buffer, "EL", 2);
        return length;
    default:
        return length;
    }
}

size_t identifier_suggest(enum identifier_kind kind, const char *text, size_t length,
                          char buffer[IDENTIFIER_MAX])
{
    size_t used = clean(kind, text, length, buffer);

    if (used == 0)
        return 0;
    used = mend(kind, buffer, used, used == length);
    return identifier_check(kind, buffer, used) == IDENTIFIER_RIGHT ? used : 0;
}
