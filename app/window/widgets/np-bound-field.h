/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-bound.h"

G_BEGIN_DECLS

/* What all fields of a page have in common: a label, and the place of the document that they show and edit. Properties: label; pointer
 * (nullable: the field is not bound to a place). The children are in a column, the label first where the field asks for one. */
#define NP_TYPE_BOUND_FIELD (np_bound_field_get_type ())
G_DECLARE_DERIVABLE_TYPE (NpBoundField, np_bound_field, NP, BOUND_FIELD, GtkWidget)

struct _NpBoundFieldClass
{
  GtkWidgetClass parent_class;

  /* show the document as it is now; called only where there is a pointer */
  void (*refresh) (NpBoundField *self);
  /* the document does not take what was typed: it stays, with `why` as its problem; (nullable) */
  void (*refused) (NpBoundField *self, const char *why);
  /* the label is another one; (nullable) */
  void (*labelled) (NpBoundField *self, const char *label);
};

const char *np_bound_field_get_pointer (NpBoundField *self);
/* What is typed there cannot be used as it stands: what is wrong, in one sentence; NULL: nothing. Next stops at such a field. */
void np_bound_field_set_problem (NpBoundField *self, const char *problem);
const char *np_bound_field_get_problem (NpBoundField *self); /* (nullable) */
/* the document does not take what was typed there; FALSE where the field cannot say so itself */
gboolean np_bound_field_refuse (NpBoundField *self, const char *why);
/* the first field in view, at or below `root`, that has a problem (nullable) */
NpBoundField *np_bound_field_find_problem (GtkWidget *root);
/* puts the label above what follows; gives it, to be filled by the property */
GtkWidget *np_bound_field_add_label (NpBoundField *self);
/* puts a child at the end of the column; it goes with the field */
void np_bound_field_add (NpBoundField *self, GtkWidget *child);
/* the field is in a page that shows a consultation, and has a place in it */
gboolean np_bound_field_is_bound (NpBoundField *self);

G_END_DECLS
