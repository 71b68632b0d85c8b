/* What the parts of the generator of portfolios share.
 *
 * SPDX-License-Identifier: MIT
 *
 * The generator keeps the facts that it wrote (days, sizes, budgets) beside the records, so that
 * what comes later can be made to fit, often exactly at a limit.  The laws that it keeps to are
 * stated here once more, apart from the library's tables.
 */
#ifndef GENERATOR_H
#define GENERATOR_H

#include <stdint.h>

#include <transfer/transfer.h>

#include "random.h"

enum {
    PARTIES_MAX = 48,
    WORKS_MAX = 8,
    WORK_PARTIES_MAX = 6,
    PLATFORMS_MAX = 4,
    PROGRAMMES_MAX = 3,
    NO_DAY = 0 /* days count from 1970-01-01; none that is generated is that one */
};

/* From one day to another, written with days, months or years. */
struct span {
    int first, last;
    enum { BY_DAY, BY_MONTH, BY_YEAR } written;
};

struct party {
    transfer_record *record;
    int kind;
    const char *country;
    int closed;  /* NO_DAY: it is open */
    int size;    /* 0: not said */
    int group;   /* whoever is tied to another by ownership or as its part has the same */
};

/* A project. */
struct work {
    transfer_record *record;
    struct span span;
    int category;
    int64_t budget; /* in minor units of the euro; 0: not said */
    int announced;  /* by its platform; NO_DAY: not said */
    struct party *parties[WORK_PARTIES_MAX];
    int64_t budgets[WORK_PARTIES_MAX]; /* 0: not said */
    size_t party_count;
    int collaborates; /* effectively, as the law has it */
};

struct place {
    transfer_record *record;
    int announced;
};

struct generator {
    struct random random;
    transfer_portfolio *portfolio;
    struct party parties[PARTIES_MAX];
    size_t party_count;
    int group_count;
    struct work works[WORKS_MAX];
    size_t work_count;
    struct place places[PLATFORMS_MAX];
    size_t place_count;
    struct {
        transfer_record *record;
        struct span span;
    } programmes[PROGRAMMES_MAX];
    size_t programme_count;
    transfer_record *results[WORKS_MAX];
    size_t result_count;
    int today;  /* what generated_day() gives */
    int number; /* of the last title or id */
};

/* ---- generator-values.c ---- */

#define CHANCE(generator, percent) random_chance(&(generator)->random, percent)
#define BETWEEN(generator, first, last) random_between(&(generator)->random, first, last)
#define ONE_OF(generator, array) RANDOM_ONE_OF(&(generator)->random, array)

int day_of(int year, int month, int day);
int year_of(int day);
transfer_date date_of(int day);
/* The first day of the year, and the last. */
int year_first(int year);
int year_last(int year);

/* Sets a field from its spelling. */
__attribute__((format(printf, 3, 4))) void set(transfer_record *record, transfer_key key,
                                               const char *format, ...);
/* Appends to a list. */
__attribute__((format(printf, 3, 4))) void add(transfer_record *record, transfer_key key,
                                               const char *format, ...);
transfer_record *add_nested(transfer_record *record, transfer_key key);
/* A new record with an id of that beginning. */
transfer_record *add_record(struct generator *generator, transfer_type type, const char *prefix);
void set_day(transfer_record *record, transfer_key key, int day);
void set_amount(transfer_record *record, transfer_key key, const char *qualifier, int64_t minor,
                const char *currency);
void set_span(transfer_record *record, transfer_key key, const struct span *span);
/* A day now written whole, now as its month or year alone. */
void set_day_vaguely(struct generator *generator, transfer_record *record, transfer_key key,
                     int day);
/* Gives about a third of the texts that are listed (0 ends it) something to say. */
void decorate(struct generator *generator, transfer_record *record, const transfer_key *keys);

/* Between two days, with a liking for the ends, and for the first and last days of laws. */
int some_day(struct generator *generator, int first, int last);
struct span some_span(struct generator *generator, int first, int last, int days_max);
/* A part of a span, often the whole. */
struct span some_part(struct generator *generator, const struct span *span);
/* Between two amounts in cents, with a liking for the ends and for round figures. */
int64_t some_cents(struct generator *generator, int64_t first, int64_t last);
/* Divides a whole into parts of at least 1. */
void partition(struct generator *generator, int64_t whole, int64_t *parts, size_t count);

enum { IDENTIFIER_SIZE = 24 };
void make_siren(struct generator *generator, char *siren);
void make_siret(struct generator *generator, const char *siren, char *siret);
void make_vat(const char *siren, char *vat);
void make_ror(struct generator *generator, char *ror);
void make_rnsr(struct generator *generator, char *rnsr);
void make_lei(struct generator *generator, char *lei);

/* ---- generator-partners.c ---- */

void make_partners(struct generator *generator);
/* One of the kinds in the mask (bit n: kind n) that is open on the day; NULL: there is none. */
struct party *some_party(struct generator *generator, uint32_t kinds, int day);
#define KIND_BIT(name) (1u << TRANSFER_PARTNER_KIND_##name)

/* ---- generator-projects.c ---- */

void make_programmes(struct generator *generator);
void make_platforms(struct generator *generator);
void make_projects(struct generator *generator);
void make_results(struct generator *generator);

/* ---- generator-parts.c ---- */

/* Who pays or receives: a partner, platform or project; NULL: unspecified. */
struct part {
    transfer_record *record;
    transfer_record *nested; /* the contribution or allocation that was made of it */
    int64_t minor;           /* what it is to have, once amounts are written; else 0 */
};

/* Writes who pays or receives what of a total (0: none is said), in one of all the ways. */
void make_parts(struct generator *generator, transfer_record *agreement, transfer_key list,
                struct part *parts, size_t count, int64_t total, const char *currency);

/* ---- generator-agreements.c, generator-aid.c ---- */

void make_agreements(struct generator *generator);
void make_aid(struct generator *generator);

/* The days of an agreement in their order. */
struct days {
    int applied, awarded, is_signed;
};

/* An agreement with its title, kind, days, period and amount (0: none is said). */
transfer_record *begin_agreement(struct generator *generator, int kind, const struct work *work,
                                 const struct span *span, struct days days, int64_t amount,
                                 const char *currency);
/* Days that fit an agreement whose period begins on a day, applied for before work on it did. */
struct days some_days(struct generator *generator, int start, int work_start);
/* Payments from a day on, of no more than the amount. */
void make_instalments(struct generator *generator, transfer_record *agreement, int first,
                      int64_t amount, const char *currency);

#endif
