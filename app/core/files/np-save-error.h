/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-save.h"

G_BEGIN_DECLS

gboolean np_save_error_set (GError **error, const char *path, int number);
gboolean np_save_error_set_exists (GError **error, const char *path);
gboolean np_save_error_set_uncertain (GError **error, const char *path);
gboolean np_save_error_set_changed (GError **error, const char *path);
gboolean np_save_error_set_not_a_file (GError **error, const char *path);

G_END_DECLS
