/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-save.h"

G_BEGIN_DECLS

int np_save_folder_open (const char *path, int *number);
int np_save_folder_sync (int folder);

G_END_DECLS
