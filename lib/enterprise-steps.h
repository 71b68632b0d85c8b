/* The steps of finding the size of an enterprise, as sentences.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef ENTERPRISE_STEPS_H
#define ENTERPRISE_STEPS_H

#include "calculation.h"
#include "enterprise-size.h"

/* One figure of a partner that is added: what there was, what is added, and the sum. */
transfer_status steps_add_figure(const struct addition *addition, const transfer_record *partner,
                                 int year, int name, const struct figure *before,
                                 const struct figure *one);
/* The accounts of a partner are contained in those of another. */
transfer_status steps_add_contained(const struct addition *addition,
                                    const transfer_record *partner);

#endif
