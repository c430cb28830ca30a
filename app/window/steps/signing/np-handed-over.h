/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the patient was given to take along: this sheet, and leaflets. Focusing it focuses the button for this sheet. */
#define NP_TYPE_HANDED_OVER (np_handed_over_get_type ())
G_DECLARE_FINAL_TYPE (NpHandedOver, np_handed_over, NP, HANDED_OVER, GtkBox)
GtkWidget *np_handed_over_new (void);

G_END_DECLS
