/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What lies below the fold of a long page is measured only after its beginning was painted: these widgets are hidden at first and shown
 * a few at a time while nothing else is to do. */
typedef struct _NpUnfolding NpUnfolding;
NpUnfolding *np_unfolding_new (void);
void np_unfolding_free (NpUnfolding *self);
/* hides it until its turn comes, after those that are held back already */
void np_unfolding_hold_back (NpUnfolding *self, GtkWidget *widget);
void np_unfolding_hold_back_children (NpUnfolding *self, GtkWidget *parent);
/* begins to show them */
void np_unfolding_start (NpUnfolding *self);
/* shows all that is left at once */
void np_unfolding_finish (NpUnfolding *self);

G_END_DECLS
