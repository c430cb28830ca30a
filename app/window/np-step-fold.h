/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-step-list.h"

G_BEGIN_DECLS

void np_step_fold (AdwFlap *flap, GtkWidget *around, GtkWidget *button);
gboolean np_step_fold_away (AdwFlap *flap);

G_END_DECLS
