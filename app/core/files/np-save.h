/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NpSaveError:
 * @NP_SAVE_ERROR_EXISTS: the name is taken by other content
 * @NP_SAVE_ERROR_UNCERTAIN: everything is written, but whether the folder reached the disk is not certain
 * @NP_SAVE_ERROR_FULL: no space left, or quota
 * @NP_SAVE_ERROR_DENIED: read-only, no permission, or nothing can have that name
 * @NP_SAVE_ERROR_IO: anything else
 */
typedef enum {
  NP_SAVE_ERROR_EXISTS,
  NP_SAVE_ERROR_UNCERTAIN,
  NP_SAVE_ERROR_FULL,
  NP_SAVE_ERROR_DENIED,
  NP_SAVE_ERROR_IO,
} NpSaveError;

#define NP_SAVE_ERROR (np_save_error_quark ())
GQuark np_save_error_quark (void);

/* A new file that appears whole or not at all (design 4, "Saving"): unnamed file, fsync, link, fsync of the folders, read back and
 * compare. Parents are made (0700, or 2770 below a set-group-ID folder). An existing file with the same bytes is success. */
gboolean np_save_new (const char *path, const char *bytes, gsize length, GError **error);
/* Replaces whole: drafts, settings, PDF output. Durable before it returns. */
gboolean np_save_replace (const char *path, const char *bytes, gsize length, int mode, GError **error);
gboolean np_save_make_folder (const char *path, GError **error);

G_END_DECLS
