/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows a message over its window, with buttons that a screen reader names once. */
void np_message_present (GtkWidget *dialog);

G_END_DECLS
