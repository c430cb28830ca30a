/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-catalog.h"

/* The small catalogue of tests/fixtures in a folder of its own, to be changed and loaded. */
typedef struct { char *folder; } NpSmall;

NpSmall *np_small_new (void);
void np_small_free (NpSmall *self);
/* Puts `json` at `pointer` of a file, or takes away what is there (NULL). A last token “-” is the end of an array. */
void np_small_change (NpSmall *self, const char *file, const char *pointer, const char *json);
/* the path of a file of the folder */
char *np_small_path (const NpSmall *self, const char *name);
/* the problems of loading it, without the folder's name; NULL-terminated */
GStrv np_small_problems (const NpSmall *self, const char *overlay);
/* a path below tests/fixtures */
char *np_small_fixture (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpSmall, np_small_free)
