/* E-mail addresses and telephone numbers in texts.
 *
 * SPDX-License-Identifier: MIT
 */
#include "personal-data.h"

#include <string.h>

#include "ascii.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static int is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static int is_alphanumeric(char c)
{
    return is_letter(c) || is_digit(c);
}

/* A byte of a character beyond ASCII: mostly a letter, but spaces are among them too. */
static int is_beyond_ascii(char c)
{
    return (unsigned char)c >= 0x80;
}

/* The length of a space of any kind at `text`; 0 when there is none. */
static size_t space_length(const char *text)
{
    static const char *const spaces[] = {"\u00a0", "\u2009", "\u202f", "\u2007"};

    if (is_space(*text))
        return 1;
    for (size_t i = 0; i < COUNT(spaces); i++)
        if (strncmp(text, spaces[i], strlen(spaces[i])) == 0)
            return strlen(spaces[i]);
    return 0;
}

/* ---- internet addresses ---- */

/* How far an internet address goes. */
static size_t url_length(const char *text)
{
    size_t length = 0;

    while (text[length] && !strchr(" \t\n<>\"|", text[length]) &&
           !(is_beyond_ascii(text[length]) && space_length(text + length)))
        length++;
    return length;
}

/* ---- e-mail ---- */

/* The longest name that an address may have, RFC 5321. */
enum { LOCAL_MAX = 64 };

static int is_local(char c)
{
    return is_alphanumeric(c) || (c && strchr("._%+-", c));
}

/* The length of a domain with a top level of letters at `text`; 0 when there is none. */
static size_t domain_length(const char *text)
{
    size_t length = 0, label = 0, whole = 0;

    for (;; length++) {
        if (is_alphanumeric(text[length]) || text[length] == '-')
            continue;
        if (length == label)
            break;
        /* All of it letters, and not the first of the labels. */
        if (label > 0 && length - label >= 2 &&
            strspn(text + label, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") ==
                length - label)
            whole = length;
        else
            whole = 0;
        if (text[length] != '.')
            break;
        /* A full stop may end the sentence. */
        if (!is_alphanumeric(text[length + 1]))
            break;
        label = length + 1;
    }
    return whole;
}

/* Whether the "@" is that of an address, and where that begins and how long it is. */
static int read_email(const char *start, const char *at, const char **begin, size_t *length)
{
    const char *local = at, *end;
    size_t domain = domain_length(at + 1);

    while (local > start && is_local(local[-1]) && at - local <= LOCAL_MAX)
        local--;
    while (*local == '.')
        local++;
    if (domain == 0 || local == at || at - local > LOCAL_MAX)
        return 0;
    end = at + 1 + domain;
    /* A user of a network ("@user@server"), and a place to copy from ("git@server:directory"). */
    if ((local > start && local[-1] == '@') || *end == '@' ||
        (*end == ':' && end[1] && !space_length(end + 1)))
        return 0;
    *begin = local;
    *length = (size_t)(end - local);
    return 1;
}

/* ---- the word before ---- */

enum { WORD_MAX = 16, GAP_MAX = 8 };

/* What one character takes that ends at `text`, if it is a letter; 0 when not. */
static size_t letter_before(const char *start, const char *text)
{
    if (text > start && is_letter(text[-1]))
        return 1;
    /* Latin-1 and Latin Extended-A. */
    return text - start >= 2 && is_beyond_ascii(text[-1]) && (unsigned char)text[-2] >= 0xc3 &&
                   (unsigned char)text[-2] <= 0xc5
               ? 2
               : 0;
}

/* Writes the word before `text` in lower case, whatever signs stand between; perhaps its end. */
static void read_word_before(const char *start, const char *text, char word[WORD_MAX + 1])
{
    const char *begin, *gap = text;
    size_t size, length;

    while (text > start && gap - text < GAP_MAX && !letter_before(start, text) &&
           !is_digit(text[-1]))
        text--;
    begin = text;
    while ((size = letter_before(start, begin)) > 0 && (size_t)(text - begin) + size <= WORD_MAX)
        begin -= size;
    length = (size_t)(text - begin);
    for (size_t i = 0; i < length; i++) {
        int is_second = i > 0 && (unsigned char)begin[i - 1] == 0xc3;

        word[i] = begin[i];
        if ((begin[i] >= 'A' && begin[i] <= 'Z') || is_second)
            word[i] = (char)(begin[i] | 0x20);
    }
    word[length] = '\0';
}

static int is_one_of(const char *word, const char *const *words, size_t count)
{
    size_t i = 0;

    while (i < count && strcmp(words[i], word) != 0)
        i++;
    return i < count;
}

static int is_telephone_word(const char *word)
{
    static const char *const words[] = {"tel",   "tél",    "téléphone", "telephone", "phone",
                                        "fax",   "mobile", "portable",  "standard",  "télécopie",
                                        "appel", "appeler"};

    return is_one_of(word, words, COUNT(words));
}

/* Words before numbers that look like those of telephones and are not. */
static int is_list_word(const char *word)
{
    static const char *const words[] = {
        "lot",      "lots",  "département", "départements", "dép",       "dept",     "article",
        "articles", "code",  "codes",       "rubrique",     "rubriques", "tranche",  "tranches",
        "isbn",     "siren", "siret",       "ean",          "gtin",      "concernés"};

    return is_one_of(word, words, COUNT(words));
}

/* The same before ten digits without spaces. */
static int is_reference_word(const char *word)
{
    static const char *const words[] = {"n",         "no",     "ref",     "réf",   "référence",
                                        "reference", "dossier", "contrat", "marché", "convention",
                                        "batch",     "serial"};

    return is_one_of(word, words, COUNT(words));
}

/* ---- telephone numbers ---- */

enum { GROUPS_MAX = 12, DIGITS_MAX = 15 };

/* Digits in groups, as far as they go on. */
struct number {
    char digits[DIGITS_MAX]; /* the first ones; without the (0) that is not dialled from abroad */
    size_t count;
    size_t groups[GROUPS_MAX]; /* the length of each */
    size_t group_count;
    char separator; /* between groups: ' ', '.', '-' or 0 */
    unsigned is_mixed : 1; /* there are several kinds */
    unsigned is_open : 1;  /* a parenthesis is */
    const char *end;
};

/* Moves over what separates two groups, if another follows. */
static int skip_separator(const char **text, struct number *number)
{
    const char *at = *text;
    size_t space;
    char kind = 0;

    if (*at == ')' && number->is_open) {
        number->is_open = 0;
        at++;
    }
    space = *at == '\n' ? 0 : space_length(at);
    if (space > 0)
        kind = ' ';
    else if (*at == '.' || *at == '-')
        kind = *at;
    at += kind == ' ' ? space : kind != 0;
    if (*at == '(' && is_digit(at[1])) {
        number->is_open = 1;
        at++;
    }
    if (at == *text || !is_digit(*at))
        return 0;
    number->is_mixed |= kind && number->separator && kind != number->separator;
    if (kind)
        number->separator = kind;
    *text = at;
    return 1;
}

/* Reads on from a digit. */
static void read_number(const char *text, struct number *number)
{
    memset(number, 0, sizeof *number);
    do {
        size_t length = strspn(text, "0123456789");

        number->end = text + length;
        if (number->is_open && length == 1 && *text == '0' && text[1] == ')') {
            text++;
            continue;
        }
        for (size_t i = 0; i < length; i++, number->count++)
            if (number->count < DIGITS_MAX)
                number->digits[number->count] = text[i];
        if (number->group_count < GROUPS_MAX)
            number->groups[number->group_count] = length;
        number->group_count++;
        text += length;
    } while (skip_separator(&text, number));
}

static int are_all(const struct number *number, size_t first, size_t length)
{
    for (size_t i = first; i < number->group_count; i++)
        if (i >= GROUPS_MAX || number->groups[i] != length)
            return 0;
    return 1;
}

/* Whether a number goes on to be an amount: with decimals, a unit or a currency. */
static int is_amount(const char *end)
{
    static const char *const units[] = {"%", "€", "$", "£", "k", "M", "EUR", "USD", "GBP", "CHF",
                                        "JPY", "XOF", "k€", "K€", "M€", "Md€", "kEUR", "MEUR",
                                        "euros", "euro", "millions", "million", "milliards",
                                        "milliard", "billion", "billions"};

    if (*end == ',' && is_digit(end[1]))
        return 1;
    end += space_length(end);
    for (size_t i = 0; i < COUNT(units); i++) {
        size_t length = strlen(units[i]);

        if (strncmp(end, units[i], length) == 0 && !is_alphanumeric(end[length]) &&
            !is_beyond_ascii(end[length]))
            return 1;
    }
    return 0;
}

/* What follows a +: 33 1 23 45 67 89, 33 (0)1 23 45 67 89, 33123456789, 1 (202) 555-0143. */
static int is_foreign_form(const struct number *number)
{
    size_t single = 0;

    if (number->digits[0] == '0' || number->count > DIGITS_MAX || is_amount(number->end))
        return 0;
    if (number->group_count == 1)
        return number->count >= 10;
    if (number->count < 9 || number->groups[0] > 3 || number->group_count > GROUPS_MAX)
        return 0;
    for (size_t i = 1; i < number->group_count; i++)
        single += number->groups[i] == 1;
    /* A decimal, or the separators of thousands: amounts of so many digits are rare. */
    if (number->separator == '.' && number->group_count == 2)
        return 0;
    if (number->separator != '-' && !number->is_mixed && are_all(number, 1, 3))
        return number->count >= 11;
    return single <= 1;
}

/* Whether five pairs of digits count up evenly: lots, or departments. */
static int counts_up(const struct number *number)
{
    int values[5], step;

    for (size_t i = 0; i < COUNT(values); i++)
        values[i] = (number->digits[2 * i] - '0') * 10 + (number->digits[2 * i + 1] - '0');
    step = values[1] - values[0];
    for (size_t i = 2; i < COUNT(values); i++)
        if (values[i] - values[i - 1] != step)
            return 0;
    return step >= 1 && step <= 9;
}

/* Whether ten digits are an ISBN by their check digit. */
static int is_book_number(const struct number *number)
{
    int sum = 0;

    for (int i = 0; i < 10; i++)
        sum += (10 - i) * (number->digits[i] - '0');
    return sum % 11 == 0;
}

/* 01 23 45 67 89, 01.23.45.67.89, 01-23-45-67-89, 0123456789. */
static int is_french_form(const struct number *number, const char *word)
{
    if (number->count != 10 || number->digits[0] != '0' || number->digits[1] == '0' ||
        number->is_mixed)
        return 0;
    if (number->group_count == 5)
        return are_all(number, 0, 2) && !counts_up(number);
    return number->group_count == 1 &&
           (is_telephone_word(word) || (!is_book_number(number) && !is_reference_word(word)));
}

/* 0033 1 23 45 67 89, 00 33 1 23 45 67 89, 0033123456789. */
static int is_french_from_abroad(const struct number *number)
{
    return number->count == 13 && memcmp(number->digits, "0033", 4) == 0 &&
           number->digits[4] != '0' && !number->is_mixed;
}

/* Whether what touches a number makes it a part of something else. */
static int is_embedded(const char *start, const char *text, const struct number *number,
                       const char *word)
{
    const char *end = number->end;

    if (text > start) {
        char before = text[-1];

        if (is_digit(before) || letter_before(start, text) || strchr("_/=#-+@&", before))
            return 1;
        if (before == '.' && !is_telephone_word(word))
            return 1;
        if (before == ',' && text - start >= 2 && is_digit(text[-2]))
            return 1;
    }
    if (is_alphanumeric(*end) || *end == '_' || *end == '@')
        return 1;
    if ((*end == ',' || *end == '.' || *end == '-') && is_alphanumeric(end[1]))
        return 1;
    return *end == '/' && number->group_count == 1;
}

/* Whether a telephone number begins at `text`; *end is where the digits there end in any case. */
static int read_telephone(const char *start, const char *text, const char **end)
{
    int is_international = *text == '+';
    char word[WORD_MAX + 1];
    struct number number;

    read_number(text + is_international, &number);
    *end = number.end;
    /* Nearly all numbers are none: those of telephones have so many digits. */
    if (number.count < 9 || (!is_international && *text != '0'))
        return 0;
    read_word_before(start, text, word);
    if (is_embedded(start, text, &number, word) || is_list_word(word))
        return 0;
    if (is_international)
        return is_foreign_form(&number);
    return is_french_form(&number, word) || is_french_from_abroad(&number);
}

/* ---- all ---- */

/* Moves to the end of an internet address whose "://" is at `*at`; 1 when it names a user. */
static int read_url(const char **at, const char **begin, size_t *length)
{
    const char *user = *at + strlen("://");
    size_t authority = strcspn(user, "/?# \t\n<>\"");

    *at += url_length(*at);
    *begin = user;
    *length = authority;
    return *user != '@' && memchr(user, '@', authority) != NULL;
}

int personal_data_find(const char *text, size_t *offset, size_t *length)
{
    const char *at = text, *begin = text, *end;
    int found = 0;

    while (!found && *(at += strcspn(at, "@+0123456789:w"))) {
        if (is_digit(*at) || (*at == '+' && is_digit(at[1]))) {
            found = read_telephone(text, at, &end);
            begin = at;
            *length = (size_t)(end - at);
            at = end;
        } else if (*at == '@') {
            found = read_email(text, at, &begin, length);
            at++;
        } else if (strncmp(at, "://", 3) == 0) {
            found = read_url(&at, &begin, length);
        } else if (strncmp(at, "www.", 4) == 0 && (at == text || !is_alphanumeric(at[-1]))) {
            at += url_length(at);
        } else {
            at++;
        }
    }
    if (found)
        *offset = (size_t)(begin - text);
    return found;
}
