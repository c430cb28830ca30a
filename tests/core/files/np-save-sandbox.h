/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A folder of its own for each test of saving, and what stands in it. */
extern char *np_save_sandbox_folder;

void np_save_sandbox_make (void);
void np_save_sandbox_remove (void);
char *np_save_sandbox_path (const char *name);
void np_save_sandbox_write (const char *path, const char *text);
void np_save_sandbox_holds (const char *path, const char *bytes, gsize length);
guint np_save_sandbox_entries (const char *folder);
guint np_save_sandbox_mode (const char *path);
void np_save_sandbox_erase (const char *folder);
