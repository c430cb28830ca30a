/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-facts.h"

G_BEGIN_DECLS

/* Facts on one line, for tables of tests. Words with white space between them:
 *
 *   blank                                nothing is known or answered (first word); otherwise a healthy adult who said
 * "no" throughout on=2026-03-10 planned=... born=...   born may be a month or a year treat=melasma@cheek,pih@nose/1200~
 * indication @ area / depth in um ~ marked near the eye device=rf material=... anaesthetic=lidocaine topicals=txa,prp
 * empty = not chosen grams=.. area-cm2=.. minutes=..      amounts of the anaesthetic check:depth=fail "?" = unanswered
 *   medicines=apixaban,skin:doxycycline  "_" stands for a space; "?" = not asked
 *   allergies=nickel,severe:wasp_sting
 *   isotretinoin=stopped:2025-12-10,current   the states of a question; state:date, state{field=value;field}, "?" =
 * unanswered
 *
 * A word that is not understood ends the test program: it is an error in the table. */
NpFacts *np_facts_from_notation (const NpCatalog *catalog, const char *row);

G_END_DECLS
