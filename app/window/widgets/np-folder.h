/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows a folder in the desktop's file manager; where there is none, says where the folder is. */
void np_folder_open (GtkWindow *parent, const char *path);

G_END_DECLS
