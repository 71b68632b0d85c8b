/* The size of enterprises, from their accounts and who owns them.
 *
 * SPDX-License-Identifier: MIT
 *
 * Under Recommendation 2003/361/EC the figures of a group of linked enterprises are added in full,
 * those of partner groups in proportion (annex, article 6), and a class is lost or gained after two
 * years in a row (article 4(2)).  Under decree 2008-1354 the last closed year decides, and the
 * "enterprise" of its article 1, the smallest combination of legal units that decides for itself,
 * is taken to be all linked ones.
 *
 * A figure that is vague is an interval, one that is not given may be anything; what a class is
 * then lies between two classes.
 */
#ifndef ENTERPRISE_SIZE_H
#define ENTERPRISE_SIZE_H

#include "enterprise-group.h"
#include "reference.h"

enum { HEADCOUNT, TURNOVER, BALANCE_SHEET, FIGURES };

/* Why something is not known. */
enum size_gap {
    GAP_NONE,
    GAP_NOT_GIVEN, /* of a figure: */
    GAP_CURRENCY,
    GAP_NEGATIVE,
    GAP_TWICE, /* two accounts of the year differ in it */
    GAP_VAGUE,
    GAP_NO_ACCOUNTS, /* of all: the enterprise has none */
    GAP_NO_LAW,
    GAP_MEMBER_ACCOUNTS, /* one that belongs to it has none */
    GAP_OWNER,           /* an owner, or what it holds, is not known */
    GAP_TOO_LARGE        /* so many groups and years that adding them up would take too long */
};

enum {
    FIGURE_GIVEN = 1, /* there is a number in it */
    FIGURE_ABOUT = 2,
    FIGURE_ABOVE = 4, /* it may be more */
    FIGURE_BELOW = 8, /* it may be less */
    FIGURE_ABOVE_LOW = 16,  /* it is more than `low` */
    FIGURE_BELOW_VALUE = 32 /* it is less than `value` */
};

/* A figure, or the sum of some: persons, or cents of a euro. */
struct figure {
    struct fraction value; /* of the numbers as they stand */
    struct fraction low;   /* it is surely as much */
    uint8_t flags;
    uint8_t gap;                   /* enum size_gap: the first reason why it is not exact */
    int16_t gap_year;
    const transfer_record *gap_partner;
};

struct figures {
    struct figure items[FIGURES];
};

/* From which to which class, 0 the smallest of the definition. */
struct size_range {
    int low, high;
};

/* The ceilings in force; class number `count` is large. */
struct size_law {
    const struct size_ceiling *ceilings;
    int definition, count;
};

struct size_answer {
    enum size_gap gap; /* other than none: why there is no answer */
    const transfer_record *gap_partner;
    struct size_law law;
    int year, first_year;     /* the last accounts, and the first that its classes go back to */
    int is_public, is_grouped; /* public bodies hold too much; others belong to it */
    struct figures group;      /* of the last year */
    struct size_range own_class, group_class, status;
};

/* Figures of a group that has several members, kept for the next who asks. */
struct group_sum {
    uint64_t key; /* 0: empty */
    enum size_gap gap;
    const transfer_record *gap_partner;
    struct figures figures;
};

/* What finding sizes needs of a portfolio. */
struct sizes {
    struct ownership ownership;
    /* By partner, used while a group is added up: its accounts, and whether those of another
     * contain them. */
    const transfer_record **accounts;
    uint8_t *contained;
    uint32_t *queue;
    /* A hash of sums. */
    struct group_sum *sums;
    size_t sum_count, sum_capacity;
    uint64_t visits_left; /* of members and neighbours, so that hostile groups end in time */
};

/* For a day (NULL: by the latest holdings).  To be freed in any case. */
transfer_status sizes_begin(struct sizes *sizes, const transfer_portfolio *portfolio,
                            const transfer_date *day);
void sizes_free(struct sizes *sizes);
/* The size of a partner on a day (NULL: by its latest accounts).  TRANSFER_OVERFLOW: a sum has no
 * exact fraction that fits. */
transfer_status sizes_find(struct sizes *sizes, const transfer_record *partner, int definition,
                           const transfer_date *day, struct size_answer *answer);

/* Adding up accounts.  With a calculation each figure that is added becomes a step of it. */
struct addition {
    struct figures *total;
    struct fraction factor;
    int year;
    const char *source; /* the law by which it is added */
    transfer_calculation *calculation;
    enum size_gap gap; /* why it ended */
    const transfer_record *gap_partner;
};

/* Adds what belongs to a partner's group in full, and, under the Recommendation, its neighbours in
 * proportion; nothing is kept for the next. */
transfer_status sizes_add_group(struct sizes *sizes, const transfer_record *partner,
                                int definition, struct addition *addition);
/* Whether other partners belong to a partner's group, or are its neighbours. */
int sizes_is_grouped(const struct sizes *sizes, const transfer_record *partner, int definition);

/* A partner's accounts of a year, consolidated ones before others; NULL: none. */
transfer_record *size_accounts(const transfer_record *partner, int year);

struct size_range size_classify(const struct size_law *law, const struct figures *figures);
/* The figure that leaves a range of classes open. */
int size_open_figure(const struct size_law *law, const struct figures *figures,
                     struct size_range range);
/* The status after a year, from the one before it and the classes of both years. */
struct size_range size_status_after(struct size_range status, struct size_range before,
                                    struct size_range class);
/* The status before the first year that is known; `class` is that of the first year. */
struct size_range size_status_before(const struct size_law *law, const transfer_record *partner,
                                     const struct size_answer *answer, struct size_range class);
/* What public ownership makes of a class; `share` is what public bodies hold where it matters. */
transfer_status size_judge_public(const struct sizes *sizes, const transfer_record *partner,
                                  int definition, int perhaps, int *is_public,
                                  struct fraction *share);

/* A choice of TRANSFER_PARTNER_SIZE as classes of a definition; 0 where that does not have it. */
int size_declared(int definition, int size, struct size_range *range);
/* The name of a class in the spelling of the file. */
const char *size_class_name(const struct size_law *law, int class);
/* A sum as a value; rounded, and then "about", where it has no end.  Returns 0 where nothing is
 * known of it. */
int figure_quantity(const struct figure *figure, transfer_quantity *quantity);
int figure_amount(const struct figure *figure, transfer_amount *amount);

#endif
