/* Codes of regions.
 *
 * SPDX-License-Identifier: MIT
 */
#include "region.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* NUTS begins with two letters for the country, each level adds a character. */
enum { COUNTRY_LENGTH = 2, TABLE_LEVEL_MAX = 2 };

static int is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static int is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Whether NUTS, or the statistical regions like it of other countries, use two letters.  Greece had
 * GR until 2011, and EL since; XK is Kosovo. */
static int is_prefix(const char *letters)
{
    static const char others[][COUNTRY_LENGTH + 1] = {"EL", "UK", "XK"};

    if (memcmp(letters, "GB", COUNTRY_LENGTH) == 0 || memcmp(letters, "EU", COUNTRY_LENGTH) == 0)
        return 0;
    for (size_t i = 0; i < COUNT(others); i++)
        if (memcmp(letters, others[i], COUNTRY_LENGTH) == 0)
            return 1;
    return reference_find(TABLE_COUNTRY, letters, COUNTRY_LENGTH) != NULL;
}

int region_read(const char *code, struct region *region)
{
    size_t length = strlen(code), known = COUNTRY_LENGTH + TABLE_LEVEL_MAX;

    if (length <= COUNTRY_LENGTH || length > REGION_CODE_MAX || !is_upper(code[0]) ||
        !is_upper(code[1]))
        return 0;
    for (size_t i = COUNTRY_LENGTH; i < length; i++)
        if (!is_upper(code[i]) && !is_digit(code[i]))
            return 0;
    if (!is_prefix(code))
        return 0;
    memcpy(region->country, code, COUNTRY_LENGTH);
    region->country[COUNTRY_LENGTH] = '\0';
    region->level = (int)(length - COUNTRY_LENGTH);
    region->row = NULL;
    if (strcmp(region->country, "FR") != 0 ||
        strspn(code + COUNTRY_LENGTH, "Z") == length - COUNTRY_LENGTH)
        return 1;
    region->row = reference_find(TABLE_REGION, code, length < known ? length : known);
    return region->row != NULL;
}

int region_suggest(const char *text, char buffer[REGION_CODE_MAX + 1])
{
    struct region region;
    size_t length = 0;

    for (; *text; text++) {
        if (strchr(" -._", *text))
            continue;
        if (length == REGION_CODE_MAX)
            return 0;
        buffer[length++] = *text >= 'a' && *text <= 'z' ? (char)(*text - 'a' + 'A') : *text;
    }
    buffer[length] = '\0';
    if (strncmp(buffer, "GB", COUNTRY_LENGTH) == 0)
        memcpy(buffer, "UK", COUNTRY_LENGTH);
    return region_read(buffer, &region);
}

/* Countries of ISO 3166 by the letters of NUTS, where they are others, or lie in its regions. */
static const struct {
    char nuts[COUNTRY_LENGTH + 1], country[COUNTRY_LENGTH + 1];
} countries[] = {
    {"EL", "GR"}, {"UK", "GB"}, {"FI", "AX"}, {"NO", "SJ"},
    /* French overseas: some are regions, the others belong to none. */
    {"FR", "BL"}, {"FR", "GF"}, {"FR", "GP"}, {"FR", "MF"}, {"FR", "MQ"}, {"FR", "NC"},
    {"FR", "PF"}, {"FR", "PM"}, {"FR", "RE"}, {"FR", "TF"}, {"FR", "WF"}, {"FR", "YT"},
};

int region_lies_in(const struct region *region, const char *country)
{
    if (strcmp(region->country, country) == 0)
        return 1;
    for (size_t i = 0; i < COUNT(countries); i++)
        if (strcmp(region->country, countries[i].nuts) == 0 &&
            strcmp(country, countries[i].country) == 0)
            return 1;
    return 0;
}

const char *region_country(const struct region *region)
{
    /* Those that differ are known in ISO 3166 by their only row. */
    if (!reference_find(TABLE_COUNTRY, region->country, COUNTRY_LENGTH))
        for (size_t i = 0; i < COUNT(countries); i++)
            if (strcmp(region->country, countries[i].nuts) == 0)
                return countries[i].country;
    return region->country;
}
