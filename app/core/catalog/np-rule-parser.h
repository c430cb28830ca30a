/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-rule-parse.h"

G_BEGIN_DECLS

/* The state of one run over a rule text; shared by the files that read terms and conditions. */
typedef struct
{
  const NpRuleContext *context;
  const char *text;
  const char *at;
  GArray *terms;
  GArray *conditions;
  guint depth;
  gboolean circle;    /* the named rules lead back to themselves */
  GError *error;      /* the first thing wrong; everything returns early once it is set */
} NpRuleParser;

void np_rule_fail (NpRuleParser *self, const char *at, const char *format, ...) G_GNUC_PRINTF (3, 4);
guint np_rule_push (NpRuleParser *self, const NpTerm *term);
guint np_rule_join (NpRuleParser *self, NpTermKind kind, guint left, guint right);

/* reading the text */
void np_rule_skip_space (NpRuleParser *self);
gboolean np_rule_take (NpRuleParser *self, const char *sign);
gboolean np_rule_expect (NpRuleParser *self, const char *sign);
char *np_rule_take_word (NpRuleParser *self);
gboolean np_rule_take_compare (NpRuleParser *self, NpCompare *compare);
gboolean np_rule_take_number (NpRuleParser *self, gint32 *number);
gboolean np_rule_at_end (NpRuleParser *self);

/* an expression, up to what cannot belong to it: the position of its root */
guint np_rule_expression (NpRuleParser *self);
/* complains where the context does not let a rule look at this */
void np_rule_need (NpRuleParser *self, const char *at, NpRuleAllow needs);
/* one term from after its first word on, which began at `at` */
guint np_rule_term (NpRuleParser *self, const char *word, const char *at);
/* `word(...)` from after the parenthesis on */
guint np_rule_call (NpRuleParser *self, const char *word, const char *at);
/* a word that stands for another rule */
guint np_rule_named (NpRuleParser *self, const char *word, const char *at);
/* `question:state,state[...]` from the colon on */
guint np_rule_answer (NpRuleParser *self, const char *question, const char *at);
/* `this[...]` from the bracket on */
guint np_rule_this (NpRuleParser *self, const char *at);
/* the conditions between brackets, read against the fields of one state */
void np_rule_conditions (NpRuleParser *self, const NpState *state, NpTerm *term);

G_END_DECLS
