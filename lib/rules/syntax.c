/* Rules of the text: what is read before it has a meaning.
 *
 * SPDX-License-Identifier: MIT
 *
 * Above each row stand the parts that its message takes; those in brackets may be missing.
 */
#include "rule.h"

/* problem: a phrase of syntax-problem.c; (rest: a phrase, what became of the rest) */
const struct transfer_rule rule_syntax = {
    .name = "syntax",
    .severity = TRANSFER_ERROR,
    .in_text = 1,
    .since = "1.0",
    .source = "YAML 1.1 and 1.2.2",
    .title = {{"The text is not YAML", "Le texte n'est pas du YAML"}},
    .explanation =
        {{"A portfolio is a YAML text (JSON is YAML too). Where the text breaks the grammar of "
          "YAML, it cannot be known what the rest means: reading stops there, and what follows was "
          "not checked. The usual causes are a colon and a space inside a value that is not "
          "quoted, a line indented more or less than its neighbours, a tab as indentation, a quote "
          "or bracket that is not closed, and text behind a closing quote.",
          "Un portefeuille est un texte YAML (le JSON en est aussi). Là où le texte enfreint la "
          "grammaire de YAML, le sens de la suite ne peut être connu\u00a0: la lecture s'arrête à "
          "cet endroit, et la suite n'a pas été contrôlée. Les causes habituelles sont un "
          "deux-points suivi d'une espace dans une valeur sans guillemets, une ligne décalée par "
          "rapport à ses voisines, une tabulation en guise de retrait, un guillemet ou un crochet "
          "qui n'est pas fermé, et du texte après un guillemet fermant."}},
    .message = {{"{problem}[; {rest}]", "{problem}[\u00a0; {rest}]"}},
};

/* found: the bytes in hexadecimal; (count: how many such places the file has) */
const struct transfer_rule rule_utf8 = {
    .name = "utf8",
    .severity = TRANSFER_ERROR,
    .in_text = 1,
    .since = "1.0",
    .source = "RFC 3629",
    .title = {{"The text is not UTF-8", "Le texte n'est pas en UTF-8"}},
    .explanation =
        {{"Portfolios are written in UTF-8. Bytes that are not UTF-8 mostly come from an editor or "
          "a spreadsheet that saved the file in Windows-1252 or Latin-1: an \"é\" is then the byte "
          "E9. Open the file in the encoding it was saved in, and save it again as UTF-8. UTF-16, "
          "which some programs call \"Unicode\", is not read either.",
          "Les portefeuilles s'écrivent en UTF-8. Les octets qui n'en sont pas viennent le plus "
          "souvent d'un éditeur ou d'un tableur qui a enregistré le fichier en Windows-1252 ou en "
          "Latin-1\u00a0: un «\u00a0é\u00a0» y est l'octet E9. Ouvrez le fichier dans l'encodage "
          "où il a été enregistré, puis enregistrez-le en UTF-8. L'UTF-16, que certains programmes "
          "appellent «\u00a0Unicode\u00a0», n'est pas lu non plus."}},
    .message = {{"the text is not UTF-8 here: {found}[ (places like it in this file: {count})]",
                 "le texte n'est pas en UTF-8 ici\u00a0: {found}[ (endroits semblables dans ce "
                 "fichier\u00a0: {count})]"}},
};

/* found: "U+0007" */
const struct transfer_rule rule_control_character = {
    .name = "control-character",
    .severity = TRANSFER_ERROR,
    .in_text = 1,
    .since = "1.0",
    .source = "YAML 1.2.2, 5.1 and 5.4",
    .title = {{"A control character stands in the text",
               "Un caractère de contrôle figure dans le texte"}},
    .explanation =
        {{"Control characters other than tab and newline are not allowed in a portfolio, nor are a "
          "byte order mark inside the text, and the characters U+0085, U+2028 and U+2029, which "
          "one version of YAML takes for the end of a line and another does not: they could hide "
          "a second key in what looks like one line.",
          "Les caractères de contrôle autres que la tabulation et le saut de ligne ne sont pas "
          "admis dans un portefeuille, pas plus qu'un indicateur d'ordre des octets au milieu du "
          "texte, ni les caractères U+0085, U+2028 et U+2029, qu'une version de YAML prend pour "
          "une fin de ligne et l'autre non\u00a0: ils pourraient cacher une seconde clé dans ce "
          "qui semble une seule ligne."}},
    .message = {{"the character {found} is not allowed", "le caractère {found} n'est pas admis"}},
};

/* found: "U+202E" */
const struct transfer_rule rule_bidi_control = {
    .name = "bidi-control",
    .severity = TRANSFER_ERROR,
    .in_text = 1,
    .since = "1.0",
    .source = "Unicode Technical Report 36; CVE-2021-42574",
    .title = {{"A character reorders the text on screen",
               "Un caractère change l'ordre du texte à l'écran"}},
    .explanation =
        {{"The characters U+202A to U+202E and U+2066 to U+2069 change the direction in which text "
          "is shown. With them a file can be made to look different from what it says, an amount "
          "for instance. No name or title in a left-to-right or right-to-left language needs "
          "them.",
          "Les caractères U+202A à U+202E et U+2066 à U+2069 changent le sens dans lequel le texte "
          "s'affiche. Ils permettent de donner à un fichier une apparence différente de ce qu'il "
          "dit, un montant par exemple. Aucun nom ni titre n'en a besoin, quel que soit le sens "
          "d'écriture de sa langue."}},
    .message = {{"the character {found} changes the direction of the text and can hide what it "
                 "says",
                 "le caractère {found} change le sens d'affichage et peut masquer ce que dit le "
                 "texte"}},
};

/* found: "&name" or "*name" */
const struct transfer_rule rule_anchor_or_alias = {
    .name = "anchor-or-alias",
    .severity = TRANSFER_ERROR,
    .in_text = 1,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"An anchor or an alias", "Une ancre ou un alias"}},
    .explanation =
        {{"Anchors (&name) and aliases (*name) repeat a part of a YAML text elsewhere. A portfolio "
          "has none: records refer to each other by their ids, and what is written in one place "
          "is said in that place only. A value that begins with & or * has to be quoted.",
          "Les ancres (&nom) et les alias (*nom) répètent ailleurs une partie d'un texte YAML. Un "
          "portefeuille n'en a pas\u00a0: les fiches renvoient les unes aux autres par leurs "
          "identifiants, et ce qui est écrit à un endroit ne vaut que pour lui. Une valeur qui "
          "commence par & ou * doit être mise entre guillemets."}},
    .message = {{"anchors and aliases are not allowed: {found}",
                 "les ancres et les alias ne sont pas admis\u00a0: {found}"}},
};

/* found: "!!str" */
const struct transfer_rule rule_tag = {
    .name = "tag",
    .severity = TRANSFER_ERROR,
    .in_text = 1,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A tag", "Une étiquette de type"}},
    .explanation =
        {{"Tags (!name, !!str) give a YAML value a type. In a portfolio the field decides what its "
          "value is, and tags are not allowed. A value that begins with ! has to be quoted.",
          "Les étiquettes (!nom, !!str) donnent un type à une valeur YAML. Dans un portefeuille, "
          "c'est le champ qui décide de la nature de sa valeur, et les étiquettes ne sont pas "
          "admises. Une valeur qui commence par ! doit être mise entre guillemets."}},
    .message = {{"tags are not allowed: {found}",
                 "les étiquettes de type ne sont pas admises\u00a0: {found}"}},
};

/* no parts */
const struct transfer_rule rule_merge_key = {
    .name = "merge-key",
    .severity = TRANSFER_ERROR,
    .in_text = 1,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A merge key", "Une clé de fusion"}},
    .explanation =
        {{"The key << merges another mapping into this one, in some readers of YAML 1.1. YAML 1.2 "
          "has no such key, and a portfolio neither: write out the keys that were to be merged.",
          "La clé << fusionne une autre table dans celle-ci, pour certains lecteurs de YAML 1.1. "
          "YAML 1.2 ne connaît pas cette clé, un portefeuille non plus\u00a0: écrivez en toutes "
          "lettres les clés à fusionner."}},
    .message = {{"the merge key << is not allowed: the keys themselves have to be written",
                 "la clé de fusion << n'est pas admise\u00a0: il faut écrire les clés "
                 "elles-mêmes"}},
};

/* no parts */
const struct transfer_rule rule_more_than_one_document = {
    .name = "more-than-one-document",
    .severity = TRANSFER_ERROR,
    .in_text = 1,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A file has a second document", "Un fichier a un second document"}},
    .explanation =
        {{"A YAML file may hold several documents, divided by lines of three hyphens. A portfolio "
          "file holds one. What follows the first document is not read: put it into a file of "
          "its own, and load both files.",
          "Un fichier YAML peut contenir plusieurs documents, séparés par des lignes de trois "
          "tirets. Un fichier de portefeuille n'en contient qu'un. Ce qui suit le premier document "
          "n'est pas lu\u00a0: mettez-le dans un fichier à part, et chargez les deux."}},
    .message = {{"a second document begins here; it was not read",
                 "un second document commence ici\u00a0; il n'a pas été lu"}},
};

/* limit */
const struct transfer_rule rule_too_deep = {
    .name = "too-deep",
    .severity = TRANSFER_ERROR,
    .in_text = 1,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"Values are nested too deeply", "Les valeurs sont imbriquées trop profondément"}},
    .explanation =
        {{"Lists and mappings lie inside each other deeper than any portfolio needs. Such a text "
          "is a mistake, or made to exhaust its reader; reading stops there.",
          "Des listes et des tables s'emboîtent plus profondément que ne le demande aucun "
          "portefeuille. Un tel texte est une erreur, ou fait pour épuiser qui le lit\u00a0; la "
          "lecture s'arrête à cet endroit."}},
    .message = {{"lists and mappings are nested deeper than {limit} levels; nothing after this "
                 "place was read",
                 "listes et tables s'emboîtent au-delà de {limit} niveaux\u00a0; rien n'a été lu "
                 "au-delà de cet endroit"}},
};

/* limit, what: a phrase, as "the size of the file in bytes" */
const struct transfer_rule rule_too_large = {
    .name = "too-large",
    .severity = TRANSFER_ERROR,
    .in_text = 1,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"A limit of size is passed", "Une limite de taille est dépassée"}},
    .explanation =
        {{"The file is larger, or the portfolio has more records, than the limit that the program "
          "has set. What came before the limit was read, the rest was not.",
          "Le fichier est plus grand, ou le portefeuille compte plus de fiches, que la limite "
          "fixée par le programme. Ce qui précède la limite a été lu, la suite non."}},
    .message = {{"{what} passes the limit of {limit}; nothing after this place was read",
                 "{what} dépasse la limite de {limit}\u00a0; rien n'a été lu au-delà de cet "
                 "endroit"}},
};

/* count */
const struct transfer_rule rule_too_many_diagnostics = {
    .name = "too-many-diagnostics",
    .severity = TRANSFER_NOTE,
    .in_text = 1,
    .since = "1.0",
    .source = "transfer(5)",
    .title = {{"More was found than is shown", "Plus de constats que ce qui est affiché"}},
    .explanation =
        {{"So much was found that only the first part is kept. What is not shown is counted with "
          "its severity. Mend what is shown, and check again: one cause often has many effects.",
          "Les constats sont si nombreux que seule la première partie en est gardée. Ceux qui ne "
          "sont pas affichés sont comptés selon leur gravité. Corrigez ce qui est affiché, puis "
          "recommencez\u00a0: une seule cause a souvent bien des effets."}},
    .message = {{"the limit of diagnostics is reached; found beyond it and not shown: {count}",
                 "la limite du nombre de constats est atteinte\u00a0; trouvés au-delà et non "
                 "affichés\u00a0: {count}"}},
};

/* key: what became a key; (suggestion) */
const struct transfer_rule rule_flow_comma = {
    .name = "flow-comma",
    .severity = TRANSFER_ERROR,
    .since = "1.0",
    .source = "YAML 1.2.2, 7.4",
    .title = {{"A comma divides a value in braces or brackets",
               "Une virgule coupe une valeur entre accolades ou crochets"}},
    .explanation =
        {{"Between braces or brackets a comma ends a value: {share: 33,33 %} has a share of 33 and "
          "a key \"33 %\" without a value, and {title: BIT, Recherche} has the title \"BIT\". A "
          "value with a comma has to be quoted there. Numbers are written with a point.",
          "Entre accolades ou crochets, une virgule termine une valeur\u00a0: {share: 33,33 %} a "
          "une part de 33 et une clé «\u00a033 %\u00a0» sans valeur, et {title: BIT, Recherche} a "
          "pour titre «\u00a0BIT\u00a0». Une valeur qui contient une virgule doit y être mise "
          "entre guillemets. Les nombres s'écrivent avec un point."}},
    .message = {{"the comma ended the value, and \"{key}\" became a key: a value with a comma has "
                 "to be quoted here",
                 "la virgule a terminé la valeur, et «\u00a0{key}\u00a0» est devenu une "
                 "clé\u00a0: une valeur qui contient une virgule doit être ici entre guillemets"}},
};

/* found: the value; (suggestion) */
const struct transfer_rule rule_flow_question = {
    .name = "flow-question",
    .severity = TRANSFER_NOTE,
    .in_text = 1,
    .since = "1.0",
    .source = "YAML 1.1, 7.4; YAML 1.2.2, 7.3.3",
    .title = {{"A question mark in braces or brackets",
               "Un point d'interrogation entre accolades ou crochets"}},
    .explanation =
        {{"Between braces or brackets some YAML readers take a question mark for the mark of a "
          "key, and refuse the file or read it differently. An uncertain date such as 2013?, or "
          "an address with a ?, is read rightly here; quoted, every reader does.",
          "Entre accolades ou crochets, certains lecteurs YAML prennent un point d'interrogation "
          "pour la marque d'une clé, et refusent le fichier ou le lisent autrement. Une date "
          "incertaine comme 2013?, ou une adresse avec un ?, est bien lue ici\u00a0; entre "
          "guillemets, elle l'est partout."}},
    .message = {{"other YAML readers may not read \"{found}\" in braces or brackets: quote it",
                 "d'autres lecteurs YAML peuvent mal lire «\u00a0{found}\u00a0» entre accolades "
                 "ou crochets\u00a0: il vaut mieux des guillemets"}},
};

/* found: the value without the comment; (comment); (suggestion) */
const struct transfer_rule rule_comment_in_text = {
    .name = "comment-in-text",
    .severity = TRANSFER_NOTE,
    .in_text = 1,
    .since = "1.0",
    .source = "YAML 1.2.2, 6.6",
    .title = {{"A comment may be a part of the text",
               "Un commentaire est peut-être une partie du texte"}},
    .explanation =
        {{"A space and a # begin a comment: title: Lot #3 has the title \"Lot\". Where a text is "
          "followed by something that does not look like a comment, it may have been meant as a "
          "part of the text: then quote the whole. Otherwise put a space behind the #.",
          "Une espace suivie de # commence un commentaire\u00a0: title: Lot #3 a pour titre "
          "«\u00a0Lot\u00a0». Quand ce qui suit un texte n'a pas l'air d'un commentaire, il en "
          "faisait peut-être partie\u00a0: mettez alors le tout entre guillemets. Sinon, mettez "
          "une espace après le #."}},
    .message = {{"the value is only \"{found}\": what follows is a comment[ ({comment})]",
                 "la valeur est seulement «\u00a0{found}\u00a0»\u00a0: la suite est un "
                 "commentaire[ ({comment})]"}},
};
