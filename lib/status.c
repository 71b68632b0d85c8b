/* Statuses as sentences, versions, and the freeing of texts.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>

#include <transfer/transfer.h>

#include "rule.h"

/* By transfer_status. */
static const struct phrase status_phrases[] = {
    [TRANSFER_OK] = {{"success", "succès"}},
    [TRANSFER_NO_MEMORY] = {{"memory ran out", "mémoire épuisée"}},
    [TRANSFER_MISUSE] = {{"an argument is not allowed here", "un argument n'est pas admis ici"}},
    [TRANSFER_UNSET] = {{"the field has no value", "le champ n'a pas de valeur"}},
    [TRANSFER_UNKNOWN_FIELD] = {{"the record has no such field",
                                 "la fiche n'a pas ce champ"}},
    [TRANSFER_WRONG_KIND] = {{"the value is of another kind", "la valeur est d'un autre genre"}},
    [TRANSFER_NOT_FOUND] = {{"not found", "introuvable"}},
    [TRANSFER_EXISTS] = {{"the id is already taken", "l'identifiant est déjà pris"}},
    [TRANSFER_OVERFLOW] = {{"the exact result is too large",
                            "le résultat exact est trop grand"}},
    [TRANSFER_IO] = {{"reading or writing failed", "échec de lecture ou d'écriture"}},
    [TRANSFER_NOT_DURABLE] = {{"saved, but it may not survive a loss of power",
                               "enregistré, mais sans garantie en cas de coupure de courant"}},
    [TRANSFER_CHANGED] = {{"the file changed since it was loaded",
                           "le fichier a changé depuis sa lecture"}},
    [TRANSFER_SYNTAX] = {{"the text cannot be read, or not to its end",
                          "le texte est illisible, ou ne peut être lu jusqu'au bout"}},
    [TRANSFER_LIMIT] = {{"larger than a limit", "au-delà d'une limite"}},
    [TRANSFER_NEWER_FORMAT] = {{"written for a later version of the format",
                                "écrit pour une version ultérieure du format"}},
    [TRANSFER_COMMENTS] = {{"the file has comments, which saving would drop",
                            "le fichier contient des commentaires, que l'enregistrement "
                            "supprimerait"}},
    [TRANSFER_STOPPED] = {{"stopped by a rule of the program's own",
                           "arrêté par une règle propre au programme"}},
};

const char *transfer_status_text(transfer_status status, transfer_language language)
{
    static const struct phrase unknown = {{"unknown status", "état inconnu"}};
    size_t number = (size_t)status;
    int french = language == TRANSFER_FRENCH;

    if (number >= sizeof(status_phrases) / sizeof(status_phrases[0]))
        return unknown.text[french];
    return status_phrases[number].text[french];
}

const char *transfer_version(void)
{
    return TRANSFER_VERSION;
}

int transfer_model_1_0(void)
{
    return 0;
}

void transfer_text_free(char *text)
{
    free(text);
}
