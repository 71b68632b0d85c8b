/* Rules of the spelling of values.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes; those in brackets may be missing.
 */
#include "rule.h"

/* field; found; (expected: how to write it, as "30000000 EUR"); (suggestion) */
const struct transfer_rule rule_amount_form = {
    .name = "amount-form",
    .severity = TRANSFER_ERROR,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"An amount is not written as one", "Un montant n'est pas écrit comme tel"}},
    .explanation =
        {{"An amount is a number without separators of thousands, with a point before the "
          "decimals, then a space and the three letters of the currency: 1250.50 EUR. In front may "
          "stand about, at least, more than, at most or less than. What could be read in two ways, "
          "such as 1,500 EUR, is not guessed: it is kept as written and not counted.",
          "Un montant est un nombre sans séparateur de milliers, avec un point devant les "
          "décimales, puis une espace et les trois lettres de la monnaie\u00a0: 1250.50 EUR. "
          "Devant peut se trouver about (environ), at least (au moins), more than (plus de), at "
          "most (au plus) ou less than (moins de). Ce qui pourrait se lire de deux façons, comme "
          "1,500 EUR, n'est pas deviné\u00a0: c'est gardé tel quel et n'est pas compté."}},
    .message = {{"{field}: \"{found}\" is not an amount[; one is written {expected}]",
                 "{field}\u00a0: «\u00a0{found}\u00a0» n'est pas un montant[\u00a0; il s'écrit "
                 "{expected}]"}},
};

/* field; found; currency; (expected: the number of decimals); (suggestion) */
const struct transfer_rule rule_amount_decimals = {
    .name = "amount-decimals",
    .severity = TRANSFER_ERROR,
    .since = "1.0",
    .source = "ISO 4217",
    .title = {{"An amount has too many decimals", "Un montant a trop de décimales"}},
    .explanation =
        {{"ISO 4217 gives each currency its decimals: two for the euro, none for the yen and the "
          "CFA franc, three for the Tunisian dinar. Smaller parts cannot be paid, and are not "
          "rounded here. If the figure is the result of a calculation, write the amount that was "
          "agreed.",
          "ISO 4217 donne à chaque monnaie ses décimales\u00a0: deux pour l'euro, aucune pour le "
          "yen et le franc CFA, trois pour le dinar tunisien. Des fractions plus petites ne "
          "peuvent être payées, et ne sont pas arrondies ici. Si le nombre résulte d'un calcul, "
          "écrivez le montant convenu."}},
    .message = {{"{field}: \"{found}\" has more decimals than {currency} has[: {expected}]",
                 "{field}\u00a0: «\u00a0{found}\u00a0» a plus de décimales que {currency} n'en "
                 "a[\u00a0: {expected}]"}},
};

/* field; found; currency; (suggestion) */
const struct transfer_rule rule_currency_unknown = {
    .name = "currency-unknown",
    .severity = TRANSFER_ERROR,
    .since = "1.0",
    .source = "ISO 4217",
    .title = {{"A currency is not known", "Une monnaie n'est pas connue"}},
    .explanation =
        {{"Currencies are written with their code of three letters in ISO 4217: EUR, USD, FRF. "
          "Codes that have been withdrawn are known too. Amounts in a currency that is not known "
          "are kept as written and not counted.",
          "Les monnaies s'écrivent avec leur code de trois lettres de la norme ISO 4217\u00a0: "
          "EUR, USD, FRF. Les codes retirés sont connus aussi. Les montants dans une monnaie "
          "inconnue sont gardés tels quels et ne sont pas comptés."}},
    .message = {{"{field}: {currency} in \"{found}\" is not a currency",
                 "{field}\u00a0: {currency} dans «\u00a0{found}\u00a0» n'est pas une monnaie"}},
};

/* field; found; (expected: how to write it, as "2013-12-05"); (suggestion) */
const struct transfer_rule rule_date_form = {
    .name = "date-form",
    .severity = TRANSFER_ERROR,
    .since = "1.0",
    .source = "ISO 8601-1; ISO 8601-2 (EDTF)",
    .title = {{"A date or period is not written as one",
               "Une date ou une période n'est pas écrite comme telle"}},
    .explanation =
        {{"A date is written year first, as far as it is known: 2013, 2013-12 or 2013-12-05. A ? "
          "behind it says that it is uncertain, a ~ that it is approximate, and before or after "
          "may stand in front. A period is two dates with a slash: 2014/2016, 2014/.. where it is "
          "open. 05/12/2013 could be May or December, and is not guessed.",
          "Une date s'écrit l'année d'abord, aussi loin qu'elle est connue\u00a0: 2013, 2013-12 ou "
          "2013-12-05. Un ? derrière elle la dit incertaine, un ~ approximative, et before (avant) "
          "ou after (après) peut la précéder. Une période s'écrit de deux dates et d'une barre "
          "oblique\u00a0: 2014/2016, 2014/.. quand elle est ouverte. 05/12/2013 peut être en mai "
          "ou en décembre, et n'est pas deviné."}},
    .message = {{"{field}: \"{found}\" is not a date or period[; it is written {expected}]",
                 "{field}\u00a0: «\u00a0{found}\u00a0» n'est ni une date ni une "
                 "période[\u00a0; il faut écrire {expected}]"}},
};

/* field; found */
const struct transfer_rule rule_date_impossible = {
    .name = "date-impossible",
    .severity = TRANSFER_ERROR,
    .since = "1.0",
    .source = "ISO 8601-1",
    .title = {{"No calendar has this date", "Aucun calendrier n'a cette date"}},
    .explanation =
        {{"The date is well written, but the month has no such day, or the year no such month: "
          "2013-02-30, 2013-13. Where only the month is certain, write just that: 2013-02.",
          "La date est bien écrite, mais le mois n'a pas ce jour, ou l'année pas ce mois\u00a0: "
          "2013-02-30, 2013-13. Si seul le mois est certain, n'écrivez que lui\u00a0: 2013-02."}},
    .message = {{"{field}: no calendar has \"{found}\"",
                 "{field}\u00a0: aucun calendrier n'a «\u00a0{found}\u00a0»"}},
};
