/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says what a draft lost when it was opened again, where it lost anything; `voided` as np_consultation_get_voided () gives it. */
void np_resumed_say (GtkWindow *parent, GStrv voided);

G_END_DECLS
