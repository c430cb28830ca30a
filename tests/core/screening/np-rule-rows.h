/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Every row of the rule table (clinical brief D4), typed from the brief and not from the data: what fires it, as what,
 * and what does not. */

typedef struct
{
  const char *facts; /* as np_facts_from_notation () reads them */
  const char *finding;
  const char *expected; /* a class, "met" or "no" */
  const char *date;     /* the day it ends, "" where there is none */
} NpRuleRow;

typedef struct
{
  const NpRuleRow *rows;
  guint n_rows;
} NpRuleRows;

extern const NpRuleRows np_rows_person, np_rows_skin, np_rows_medicines, np_rows_plan, np_rows_dates;

G_END_DECLS
