/* Says of identifiers what the library says of them, for check-identifiers.py.  A line of standard
 * input has a kind, a space and a text; the line printed for it has the verdict and, behind a
 * space, what the text surely holds, or nothing.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "identifier.h"

static const char *const kinds[] = {
    [IDENTIFIER_SIREN] = "siren", [IDENTIFIER_SIRET] = "siret", [IDENTIFIER_VAT] = "vat",
    [IDENTIFIER_ROR] = "ror",     [IDENTIFIER_LEI] = "lei",     [IDENTIFIER_RNSR] = "rnsr",
    [IDENTIFIER_RNA] = "rna",
};

static const char *const verdicts[] = {
    [IDENTIFIER_RIGHT] = "right",       [IDENTIFIER_UNKNOWN] = "unknown",
    [IDENTIFIER_FORM] = "form",         [IDENTIFIER_SENTINEL] = "sentinel",
    [IDENTIFIER_NIC_ZERO] = "nic-zero", [IDENTIFIER_KEY] = "key",
    [IDENTIFIER_NO_SIREN] = "no-siren",
};

static int judge(const char *kind, const char *text)
{
    size_t count = sizeof kinds / sizeof kinds[0], i = 0, length = strlen(text);
    char suggestion[IDENTIFIER_MAX];

    while (i < count && strcmp(kinds[i], kind) != 0)
        i++;
    if (i == count)
        return 0;
    printf("%s %.*s\n", verdicts[identifier_check((enum identifier_kind)i, text, length)],
           (int)identifier_suggest((enum identifier_kind)i, text, length, suggestion), suggestion);
    return 1;
}

int main(void)
{
    static char line[256];

    while (fgets(line, sizeof line, stdin)) {
        char *text = strchr(line, ' ');

        line[strcspn(line, "\n")] = '\0';
        if (!text)
            return EXIT_FAILURE;
        *text = '\0';
        if (!judge(line, text + 1))
            return EXIT_FAILURE;
    }
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
