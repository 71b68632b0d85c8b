/* Identifiers of organisations: how they are written, and whether their check digits fit.
 *
 * SPDX-License-Identifier: MIT
 *
 * Texts alone are judged here, without spaces at their ends; registers are not asked.
 */
#ifndef IDENTIFIER_H
#define IDENTIFIER_H

#include <stddef.h>

enum identifier_kind {
    IDENTIFIER_SIREN,
    IDENTIFIER_SIRET,
    IDENTIFIER_VAT,
    IDENTIFIER_ROR,
    IDENTIFIER_LEI,
    IDENTIFIER_RNSR,
    IDENTIFIER_RNA
};

/* What is wrong with one.  Each is looked for only where those before it were not found. */
enum identifier_fault {
    IDENTIFIER_RIGHT,
    IDENTIFIER_UNKNOWN,  /* VAT: of a country whose numbers are not known here */
    IDENTIFIER_FORM,     /* not written as one */
    IDENTIFIER_SENTINEL, /* SIREN: what tables write for "none" */
    IDENTIFIER_NIC_ZERO, /* SIRET: its last five digits are zeros */
    IDENTIFIER_KEY,      /* the check digits do not fit */
    IDENTIFIER_NO_SIREN  /* SIRET, French VAT: they fit, and the SIREN in it is none */
};

enum { SIREN_LENGTH = 9, SIRET_LENGTH = 14, IDENTIFIER_MAX = 24 };

enum identifier_fault identifier_check(enum identifier_kind kind, const char *text, size_t length);

/* The identifier that a text of a wrong form surely holds ("775 685 019", or an address with it at
 * its end): it passes identifier_check().  Returns its length; 0 when there is none. */
size_t identifier_suggest(enum identifier_kind kind, const char *text, size_t length,
                          char buffer[IDENTIFIER_MAX]);

/* The prefix of the VAT numbers of a country of the EU, by its code (GR: EL); NULL: not of the
 * EU. */
const char *identifier_vat_prefix(const char *country);
/* The SIREN in a French VAT number that is well written; NULL: not French, or of Monaco, whose
 * numbers have none. */
const char *identifier_vat_siren(const char *text, size_t length);
/* The key, in digits, of the French VAT number of a SIREN. */
void identifier_vat_key(const char *siren, char key[3]);

#endif
