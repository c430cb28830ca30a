/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A whole file on the disk that nobody sees yet: unnamed where the file system can do that, so that not even a killed
 * program leaves a trace; otherwise under a hidden name that np_save_temp_end() removes. The functions return 0 or an
 * errno. */
typedef struct
{
  int folder;    /* borrowed */
  int fd;        /* -1 when there is none */
  char name[40]; /* empty while unnamed */
} NpSaveTemp;

typedef struct
{
  const char *bytes;
  gsize length;
  int mode;
} NpSaveContent;

int np_save_temp_write (NpSaveTemp *self, int folder, gboolean unnamed, const NpSaveContent *content);
int np_save_temp_appear (NpSaveTemp *self, const char *name);
int np_save_temp_replace (NpSaveTemp *self, const char *name);
void np_save_temp_end (NpSaveTemp *self);
gboolean np_save_temp_is_unsupported (int number);

G_END_DECLS
