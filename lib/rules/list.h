/* Every rule, in the order of the manual.  Included with RULE(identifier) defined; the identifier
 * is the rule's name with underscores.  A rule that is listed and not defined does not link.
 * FAMILY(title), which may be left undefined, stands before the rules of each family.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef FAMILY
#define FAMILY(title)
#endif

/* rules/syntax.c: the text */
FAMILY("Text of the file")
RULE(syntax)
RULE(utf8)
RULE(control_character)
RULE(bidi_control)
RULE(anchor_or_alias)
RULE(tag)
RULE(merge_key)
RULE(more_than_one_document)
RULE(too_deep)
RULE(too_large)
RULE(too_many_diagnostics)
RULE(flow_comma)
RULE(flow_question)
RULE(comment_in_text)

/* rules/structure.c: the schema */
FAMILY("Structure")
RULE(format_version)
RULE(duplicate_key)
RULE(duplicate_id)
RULE(unknown_key)
RULE(id_form)
RULE(wrong_kind)
RULE(required)
RULE(exactly_one)
RULE(choice)
RULE(range)
RULE(length)

/* rules/form.c: the spelling of values */
FAMILY("Spelling of values")
RULE(amount_form)
RULE(amount_decimals)
RULE(currency_unknown)
RULE(date_form)
RULE(date_impossible)

/* rules/reference.c, cycle.c, unused.c: references between records */
FAMILY("References")
RULE(reference_dangling)
RULE(reference_type)
RULE(reference_cycle)
RULE(unused_record)

/* rules/identifier*.c: identifiers */
FAMILY("Identifiers")
RULE(siren_form)
RULE(siren_key)
RULE(siren_sentinel)
RULE(siret_form)
RULE(siret_key)
RULE(siret_siren)
RULE(siret_nic_zero)
RULE(siret_mismatch)
RULE(vat_form)
RULE(vat_key_fr)
RULE(vat_mismatch)
RULE(ror_form)
RULE(ror_key)
RULE(lei_form)
RULE(lei_key)
RULE(rnsr_form)
RULE(rnsr_key)
RULE(rna_form)
RULE(identifier_duplicate)
RULE(identifier_expected)

/* rules/amount.c, sum.c, share.c, ceiling.c, ownership.c: amounts and their sums */
FAMILY("Amounts and sums")
RULE(currency_withdrawn)
RULE(amount_negative)
RULE(currency_mixed)
RULE(funders_sum)
RULE(beneficiaries_sum)
RULE(instalments_sum)
RULE(participation_sum)
RULE(shares_sum)
RULE(share_and_amount)
RULE(share_rest_twice)
RULE(agreement_over_project)
RULE(eligible_below_amount)
RULE(ownership_sum)

/* rules/period.c, agreement-date.c, project-date.c, life.c, date.c: dates */
FAMILY("Dates")
RULE(period_order)
RULE(period_order_possible)
RULE(signed_after_start)
RULE(incentive_effect)
RULE(instalment_due_early)
RULE(paid_before_award)
RULE(project_outside_programme)
RULE(participation_outside_project)
RULE(milestone_outside_project)
RULE(history_order)
RULE(partner_closed)
RULE(status_against_dates)
RULE(year_implausible)

/* rules/role.c, payment.c, collaboration.c, trl.c, result.c, successor.c: who does what, and
 * results */
FAMILY("Roles and kinds")
RULE(coordinator_one)
RULE(participation_duplicate)
RULE(funder_is_beneficiary)
RULE(payment_before_announcement)
RULE(collaboration_size)
RULE(trl_order)
RULE(trl_category)
RULE(licence_without_result)
RULE(successor_dates)

/* rules/size.c: the size of enterprises */
FAMILY("Size of enterprise")
RULE(size_definition_missing)
RULE(size_not_in_definition)
RULE(size_contradicts_accounts)
RULE(size_linked)
RULE(size_two_years)

/* rules/aid.c, aid-intensity.c, de-minimis.c: State aid */
FAMILY("State aid")
RULE(aid_intensity)
RULE(aid_cumulation)
RULE(aid_notification)
RULE(aid_publication)
RULE(de_minimis_ceiling)
RULE(aid_category_missing)
RULE(aid_collaboration_share)

/* rules/geography.c, region-at-date.c, coordinates.c: regions and places */
FAMILY("Geography")
RULE(region_code_unknown)
RULE(region_country)
RULE(insee_region_unknown)
RULE(region_at_date)
RULE(coordinates_range)
RULE(coordinates_swapped)

/* rules/text.c, title.c: what texts say */
FAMILY("Text")
RULE(text_spaces)
RULE(text_empty)
RULE(text_mojibake)
RULE(title_duplicate)
RULE(personal_data)

/* rules/exception.c: exceptions from all these */
FAMILY("Exceptions")
RULE(exception_unused)

#undef FAMILY
