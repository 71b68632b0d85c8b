/* Rules of references between records.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes; those in brackets may be missing.
 */
#include "rule.h"

/* field; found: the id; type: the section it was looked for in; (suggestion) */
const struct transfer_rule rule_reference_dangling = {
    .name = "reference-dangling",
    .severity = TRANSFER_ERROR,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A reference leads nowhere", "Un renvoi ne mène nulle part"}},
    .explanation =
        {{"The field names the id of another record, and no loaded file has that record. The id may "
          "be misspelt, the record removed, or its file not loaded. A file that is a part of a "
          "larger portfolio can be checked as a part: then this rule does not apply.",
          "Le champ nomme l'identifiant d'une autre fiche, et aucun fichier chargé n'a cette "
          "fiche. L'identifiant est peut-être mal orthographié, la fiche supprimée, ou son fichier "
          "n'est pas chargé. Un fichier qui fait partie d'un portefeuille plus grand peut être "
          "contrôlé comme partie\u00a0: cette règle ne s'applique alors pas."}},
    .message = {{"{field}: there is no \"{found}\" in {type}",
                 "{field}\u00a0: il n'y a pas de «\u00a0{found}\u00a0» dans {type}"}},
};

/* field; found: the id; expected: the section that is due; actual: the section that has it */
const struct transfer_rule rule_reference_type = {
    .name = "reference-type",
    .severity = TRANSFER_ERROR,
    .since = "1.0",
    .source = "transfer-schema(5)",
    .title = {{"A reference leads to another type of record",
               "Un renvoi mène à un autre type de fiche"}},
    .explanation =
        {{"A record with that id exists, but in another section than the field refers to: a "
          "platform, for instance, where a partner is due. Perhaps the value belongs under "
          "another key of the same record.",
          "Une fiche de cet identifiant existe, mais dans une autre rubrique que celle à laquelle "
          "renvoie le champ\u00a0: une plate-forme, par exemple, là où il faut un partenaire. La "
          "valeur a peut-être sa place sous une autre clé de la même fiche."}},
    .message = {{"{field} refers to {expected}, and \"{found}\" is in {actual}",
                 "{field} renvoie à {expected}, et «\u00a0{found}\u00a0» est dans {actual}"}},
};

/* field; found: the ids of the way round, with " -> " between them */
const struct transfer_rule rule_reference_cycle = {
    .name = "reference-cycle",
    .severity = TRANSFER_ERROR,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"References lead back to where they began",
               "Des renvois reviennent à leur point de départ"}},
    .explanation =
        {{"A programme cannot be a part of itself, a unit not belong to itself, a partner not "
          "succeed itself, nor an agreement amend itself, not over several steps either. "
          "One of the references on the way round is wrong. Companies may hold shares of each "
          "other: that is not reported.",
          "Un programme ne peut faire partie de lui-même, ni une unité relever d'elle-même, ni un "
          "partenaire se succéder, ni une convention se modifier elle-même, fût-ce en plusieurs "
          "étapes. L'un des renvois de la boucle est faux. Des sociétés peuvent détenir des parts "
          "l'une de l'autre\u00a0: cela n'est pas signalé."}},
    .message = {{"{field} leads back to where it began: {found}",
                 "{field} revient à son point de départ\u00a0: {found}"}},
};

/* record: the id */
const struct transfer_rule rule_unused_record = {
    .name = "unused-record",
    .severity = TRANSFER_OFF,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"Nothing refers to a partner", "Rien ne renvoie à un partenaire"}},
    .explanation =
        {{"The partner takes part in nothing that the loaded files tell: no project, agreement, "
          "programme, platform or other partner names it. It may be left over, or another id may "
          "be used for the same institution. This rule is off unless it is asked for.",
          "Le partenaire ne prend part à rien de ce que disent les fichiers chargés\u00a0: aucun "
          "projet, aucune convention, aucun programme, aucune plate-forme, aucun autre partenaire "
          "ne le nomme. C'est peut-être un reste, ou un autre identifiant désigne la même "
          "institution. Cette règle ne s'applique que sur demande."}},
    .message = {{"nothing refers to \"{record}\"", "rien ne renvoie à «\u00a0{record}\u00a0»"}},
};
