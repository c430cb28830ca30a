/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The keys that do something, for who works without a pointer. Escape closes it. */
#define NP_TYPE_SHORTCUTS_WINDOW (np_shortcuts_window_get_type ())
G_DECLARE_FINAL_TYPE (NpShortcutsWindow, np_shortcuts_window, NP, SHORTCUTS_WINDOW, AdwWindow)
GtkWidget *np_shortcuts_window_new (GtkWindow *parent);

G_END_DECLS
