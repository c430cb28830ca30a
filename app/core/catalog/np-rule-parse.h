/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-catalog.h"

G_BEGIN_DECLS

/**
 * NpRuleError:
 * @NP_RULE_ERROR_NOTATION: the text is not a rule, or names something that is not there
 */
typedef enum { NP_RULE_ERROR_NOTATION } NpRuleError;

#define NP_RULE_ERROR (np_rule_error_quark ())
GQuark np_rule_error_quark (void);

/* What a rule may look at. Terms about the plan and the age are always allowed. */
typedef enum {
  NP_RULE_PLAN = 0,
  NP_RULE_ANSWERS = 1 << 0,    /* answers, medicines, allergies */
  NP_RULE_FINDINGS = 1 << 1,   /* finding(...) */
  NP_RULE_THIS = 1 << 2,       /* this[...] */
  NP_RULE_GO_AHEAD = 1 << 3    /* go-ahead */
} NpRuleAllow;

/* A named sub-rule of findings.json. */
typedef struct { const char *text; gboolean used; } NpNamedRule;

/* What a rule text is read against. */
typedef struct
{
  const NpCatalog *catalog;
  GHashTable *named;           /* name -> NpNamedRule; nullable */
  NpRuleAllow allow;
  const NpFinding *waiting;    /* whose triggers say what `this` can be; nullable */
} NpRuleContext;

gboolean np_rule_parse (const NpRuleContext *context, const char *text, NpRule *rule, GError **error);

/* Words of the notation, which no question and no named rule may take as its id. */
gboolean np_rule_word_is_reserved (const char *word);

G_END_DECLS
