/* State aid: the dated tables of its law, and what agreements declare of it.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef AID_H
#define AID_H

#include "calculation.h"
#include "rule.h"

/* What bonuses are for. */
enum { AID_COLLABORATION = 1, AID_DISSEMINATION = 2, AID_C_AREA = 4, AID_A_AREA = 8 };

/* A row of reference/aid_intensities.csv, in percent of the eligible costs and in points. */
struct aid_intensity {
    const struct provision *provision;
    uint8_t regime, category; /* choices of the schema; category 0: any */
    struct phrase name;       /* of the category */
    uint8_t base, medium, small, collaboration, dissemination, c_area, a_area, cap;
    uint8_t exclusive; /* bonuses of which one alone is granted */
};

extern const struct aid_intensity aid_intensities[];
extern const size_t aid_intensity_count;

enum aid_ceiling_kind { AID_NOTIFICATION, AID_PUBLICATION, AID_DE_MINIMIS };

/* A row of reference/aid_ceilings.csv. */
struct aid_ceiling {
    const struct provision *provision;
    enum aid_ceiling_kind what;
    uint8_t category; /* 0: any */
    transfer_amount amount;
    uint8_t years, is_rolling; /* over which de minimis aid is counted */
};

extern const struct aid_ceiling aid_ceilings[];
extern const size_t aid_ceiling_count;

extern const struct provision_table aid_intensity_provisions, aid_notification_provisions,
    aid_publication_provisions, de_minimis_provisions;

/* The days that a date covers, as numbers that grow with them; "?" and "~" do not count. */
struct aid_days {
    int32_t first, last;
};

struct aid_days aid_days_of(const transfer_date *date);
/* Whether a law was in force on one of the days, and whether it had begun on all of them.  Laws of
 * one thing follow each other without a gap: where one had begun, there always is one. */
int provision_may_apply(const struct provision *provision, struct aid_days days);
int provision_had_begun(const struct provision *provision, struct aid_days days);
/* The highest ceiling that a law in force on the days may set; NULL, and why, where there is
 * perhaps none. */
const struct aid_ceiling *aid_ceiling_find(enum aid_ceiling_kind what, int category,
                                           struct aid_days days, transfer_reason *why);

/* Whether a regime is that of aid for research and development, or of any block exemption. */
int aid_is_for_research(int regime);
int aid_is_exempted(int regime);
/* The regime of a declaration; 0: not known. */
int aid_regime(const transfer_record *declaration);
/* Who receives it: as declared, else the sole beneficiary of the agreement; NULL: not known. */
transfer_record *aid_beneficiary(const transfer_record *declaration);
/* The project of an agreement; NULL: none that is known. */
transfer_record *aid_project(const transfer_record *agreement);
/* The research category of a declaration (NULL: none), else of the project (NULL: none); 0: not
 * known. */
int aid_category(const transfer_record *declaration, const transfer_record *project);
/* The eligible costs of a declaration, else of its agreement where it is the only one. */
transfer_status aid_costs(const transfer_record *declaration, transfer_amount *costs);

enum aid_size { AID_SMALL, AID_MEDIUM, AID_LARGE };

/* The size of a beneficiary, as its bonus goes. */
struct aid_sized {
    enum aid_size size;
    unsigned is_assumed : 1; /* the most favourable that it may be */
    const struct phrase *name, *origin;
    const transfer_record *record; /* that says it; NULL: none does */
};

/* By a declaration (NULL: none), else by the record of the partner (NULL: not known). */
void aid_size_find(const transfer_record *declaration, const transfer_record *beneficiary,
                   struct aid_sized *sized);

/* Where neither says it: by the accounts of the beneficiary and its group on a day, if they tell. */
transfer_status aid_size_compute(const transfer_record *beneficiary, const transfer_date *day,
                                 struct aid_sized *sized);

/* The least and the most that a qualified amount may be, in minor units; 0: not limited, or not
 * an amount that can be. */
int amount_least(const transfer_amount *amount, int64_t *minor);
int amount_most(const transfer_amount *amount, int64_t *minor);
/* Whether aid is above so many percent of the costs, rounded up to the next minor unit. */
int aid_is_above(int64_t aid, int64_t costs, unsigned percent);
/* A part of a whole (above 0) as a percentage of two decimals, rounded up or down; as a ratio where
 * that does not fit. */
transfer_share aid_part(int64_t part, int64_t whole, int up);
/* A percentage as a share. */
transfer_share aid_share(unsigned percent);

/* Adds a step that is filled from the parts of a finding; NULL when memory runs out.  `law` and
 * `record` may be NULL. */
struct step *aid_step(transfer_calculation *calculation, const struct phrase *sentence,
                      const struct finding *parts, const struct provision *law,
                      const transfer_record *record);

#endif
