/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-drafts.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "np-save.h"

/* Saves shortly after a change rather than at once, so that typing a name is one save and not one per key. */
#define DELAY_MS 400

struct _NpDraftKeeper
{
  GObject parent_instance;
  NpConsultation *consultation;
  char *folder;
  char *path;
  char *seen;         /* the draft on disk as it was last read or written here; NULL = there was none */
  gulong changed_id;
  guint timeout_id;
  gboolean unsaved;   /* the consultation holds something that the draft does not */
};

G_DEFINE_FINAL_TYPE (NpDraftKeeper, np_draft_keeper, G_TYPE_OBJECT)

enum
{
  FAILED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* What tells one state of a file from another: every save makes a new file. */
static char *
look_at (const char *path)
{
  GStatBuf about;

  if (g_stat (path, &about) != 0)
    return NULL;
  return g_strdup_printf ("%" G_GUINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld", (guint64) about.st_ino,
                          (gint64) about.st_mtim.tv_sec, about.st_mtim.tv_nsec);
}

/* Two windows on one draft: the second to save must not wipe out what the first one saved. */
static gboolean
is_someone_elses (NpDraftKeeper *self)
{
  g_autofree char *now = look_at (self->path);

  return now != NULL && g_strcmp0 (now, self->seen) != 0;
}

static gboolean
write_draft (NpDraftKeeper *self, GError **error)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (is_someone_elses (self))
    {
      g_set_error_literal (error, NP_SAVE_ERROR, NP_SAVE_ERROR_EXISTS,
                           _("This consultation is open in another window too, which has saved it since. Close one of the "
                             "two; what is entered here is not saved."));
      return FALSE;
    }
  if (!np_drafts_save (self->folder, self->consultation, error))
    return FALSE;
  g_free (self->seen);
  self->seen = look_at (self->path);
  self->unsaved = FALSE;
  return TRUE;
}

static void
save (NpDraftKeeper *self)
{
  g_autoptr (GError) error = NULL;

  if (!write_draft (self, &error))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static gboolean
on_timeout (gpointer data)
{
  NpDraftKeeper *self = data;

  self->timeout_id = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

/* A timeout that is running is left alone: changes that go on for ever are saved all the same. */
static void
on_changed (NpDraftKeeper *self)
{
  self->unsaved = TRUE;
  if (self->timeout_id == 0)
    self->timeout_id = g_timeout_add (DELAY_MS, on_timeout, self);
}

static void
np_draft_keeper_dispose (GObject *object)
{
  NpDraftKeeper *self = NP_DRAFT_KEEPER (object);

  if (self->unsaved)
    save (self);
  np_draft_keeper_stop (self);
  G_OBJECT_CLASS (np_draft_keeper_parent_class)->dispose (object);
}

static void
np_draft_keeper_finalize (GObject *object)
{
  NpDraftKeeper *self = NP_DRAFT_KEEPER (object);

  g_clear_object (&self->consultation);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->seen);
  G_OBJECT_CLASS (np_draft_keeper_parent_class)->finalize (object);
}

static void
np_draft_keeper_class_init (NpDraftKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = np_draft_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = np_draft_keeper_finalize;
  signals[FAILED] = g_signal_new ("failed", NP_TYPE_DRAFT_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_ERROR);
}

static void
np_draft_keeper_init (NpDraftKeeper *self G_GNUC_UNUSED)
{
}

/**
 * np_draft_keeper_new:
 * @consultation: a consultation
 * @folder: the folder of its draft
 *
 * Returns: (transfer full): a keeper that saves the draft within a second of each change
 */
NpDraftKeeper *
np_draft_keeper_new (NpConsultation *consultation, const char *folder)
{
  NpDraftKeeper *self;

  g_return_val_if_fail (NP_IS_CONSULTATION (consultation), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (NP_TYPE_DRAFT_KEEPER, NULL);
  self->consultation = g_object_ref (consultation);
  self->folder = g_strdup (folder);
  self->path = np_drafts_path (folder, np_consultation_get_id (consultation));
  self->seen = look_at (self->path);
  self->changed_id = g_signal_connect_swapped (consultation, "changed", G_CALLBACK (on_changed), self);
  return self;
}

/**
 * np_draft_keeper_flush:
 * @self: a keeper
 * @error: return location for an error of #NP_SAVE_ERROR
 *
 * Saves now what is not saved yet, because it waits or because saving it failed.
 *
 * Returns: whether the draft on disk is as the consultation stands
 */
gboolean
np_draft_keeper_flush (NpDraftKeeper *self, GError **error)
{
  g_return_val_if_fail (NP_IS_DRAFT_KEEPER (self), FALSE);

  return !self->unsaved || write_draft (self, error);
}

/**
 * np_draft_keeper_stop:
 * @self: a keeper
 *
 * Saves no more, and drops what is waiting: the record is saved, or the draft was removed.
 */
void
np_draft_keeper_stop (NpDraftKeeper *self)
{
  g_return_if_fail (NP_IS_DRAFT_KEEPER (self));

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (self->changed_id != 0)
    g_signal_handler_disconnect (self->consultation, self->changed_id);
  self->changed_id = 0;
  self->unsaved = FALSE;
}
