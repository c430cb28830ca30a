/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-desk.h"
#include "np-unreadable.h"
#include "np-drafts.h"

struct _NpDesk
{
  GObject parent_instance;

  /* Borrowed */
  const NpClock *clock;

  /* Owned */
  NpCatalog *catalog;
  char *catalog_problem;
  NpClinic *clinic;
  char *clinic_problem;
  char *archive;
  char *drafts;

  gboolean loaded;
};

enum
{
  LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpDesk, np_desk, G_TYPE_OBJECT)

/* What the thread brings back. */
typedef struct
{
  NpCatalog *catalog;
  NpClinic *clinic;
  GError *catalog_error;
  GError *clinic_error;
} Loaded;

static void
loaded_free (Loaded *self)
{
  g_clear_pointer (&self->catalog, np_catalog_unref);
  g_clear_pointer (&self->clinic, np_clinic_free);
  g_clear_error (&self->catalog_error);
  g_clear_error (&self->clinic_error);
  g_free (self);
}

/* The clinic's own changes to the catalogue lie beside its details. */
static char *
find_overlay (const char *archive)
{
  g_autofree char *path = g_build_filename (archive, "overlay.json", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const char *archive = task_data;
  g_autofree char *overlay = find_overlay (archive);
  Loaded *loaded = g_new0 (Loaded, 1);

  loaded->catalog = np_catalog_load (NULL, overlay, NULL, &loaded->catalog_error);
  loaded->clinic = np_clinic_load (archive, &loaded->clinic_error);
  g_task_return_pointer (task, loaded, (GDestroyNotify) loaded_free);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  NpDesk *self = NP_DESK (source);
  Loaded *loaded = g_task_propagate_pointer (G_TASK (result), NULL);

  self->catalog = g_steal_pointer (&loaded->catalog);
  if (loaded->catalog_error)
    self->catalog_problem = g_strdup (loaded->catalog_error->message);
  self->clinic = loaded->clinic ? g_steal_pointer (&loaded->clinic) : np_clinic_new ();
  if (loaded->clinic_error)
    self->clinic_problem = np_unreadable_words (loaded->clinic_error);
  self->loaded = TRUE;
  loaded_free (loaded);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
np_desk_finalize (GObject *object)
{
  NpDesk *self = NP_DESK (object);

  g_clear_pointer (&self->catalog, np_catalog_unref);
  g_free (self->catalog_problem);
  g_clear_pointer (&self->clinic, np_clinic_free);
  g_free (self->clinic_problem);
  g_free (self->archive);
  g_free (self->drafts);
  G_OBJECT_CLASS (np_desk_parent_class)->finalize (object);
}

static void
np_desk_class_init (NpDeskClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_desk_finalize;
  signals[LOADED] = g_signal_new ("loaded", NP_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
np_desk_init (NpDesk *self)
{
  self->archive = np_clinic_default_archive ();
  self->drafts = np_drafts_folder ();
}

/**
 * np_desk_new:
 * @clock: (transfer none): the time and chance of everything done at this desk; outlives the desk
 *
 * Returns: (transfer full): a desk that has loaded nothing yet
 */
NpDesk *
np_desk_new (const NpClock *clock)
{
  NpDesk *self = g_object_new (NP_TYPE_DESK, NULL);

  self->clock = clock;
  return self;
}

/**
 * np_desk_load:
 * @self: a desk
 *
 * Reads catalogue and clinic in a thread; "loaded" tells when they are there.
 */
void
np_desk_load (NpDesk *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (NP_IS_DESK (self) && !self->loaded);
  task = g_task_new (self, NULL, loaded_cb, NULL);
  g_task_set_task_data (task, g_strdup (self->archive), g_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * np_desk_is_loaded:
 * @self: a desk
 *
 * Returns: whether "loaded" was emitted
 */
gboolean
np_desk_is_loaded (NpDesk *self)
{
  g_return_val_if_fail (NP_IS_DESK (self), FALSE);
  return self->loaded;
}

/**
 * np_desk_get_catalog:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): the catalogue
 */
NpCatalog *
np_desk_get_catalog (NpDesk *self)
{
  g_return_val_if_fail (NP_IS_DESK (self), NULL);
  return self->catalog;
}

/**
 * np_desk_get_catalog_problem:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): why there is no catalogue: file, place and what is wrong
 */
const char *
np_desk_get_catalog_problem (NpDesk *self)
{
  g_return_val_if_fail (NP_IS_DESK (self), NULL);
  return self->catalog_problem;
}

/**
 * np_desk_get_clinic:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): the clinic, empty where it was never asked; NULL until loaded
 */
NpClinic *
np_desk_get_clinic (NpDesk *self)
{
  g_return_val_if_fail (NP_IS_DESK (self), NULL);
  return self->clinic;
}

/**
 * np_desk_get_clinic_problem:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): why the clinic's details could not be read
 */
const char *
np_desk_get_clinic_problem (NpDesk *self)
{
  g_return_val_if_fail (NP_IS_DESK (self), NULL);
  return self->clinic_problem;
}

/**
 * np_desk_save_clinic:
 * @self: a desk
 * @error: what went wrong, a #NP_SAVE_ERROR
 *
 * Writes the clinic's details. A file that could not be read is not written over: it may hold what only a person can save.
 *
 * Returns: whether they are on disk
 */
gboolean
np_desk_save_clinic (NpDesk *self, GError **error)
{
  g_return_val_if_fail (NP_IS_DESK (self) && self->clinic, FALSE);

  if (self->clinic_problem)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_EXIST, self->clinic_problem);
      return FALSE;
    }
  return np_clinic_save (self->clinic, self->archive, error);
}

/**
 * np_desk_get_archive:
 * @self: a desk
 *
 * Returns: (transfer none): the folder of records
 */
const char *
np_desk_get_archive (NpDesk *self)
{
  g_return_val_if_fail (NP_IS_DESK (self), NULL);
  return self->archive;
}

/**
 * np_desk_get_drafts:
 * @self: a desk
 *
 * Returns: (transfer none): the folder of drafts
 */
const char *
np_desk_get_drafts (NpDesk *self)
{
  g_return_val_if_fail (NP_IS_DESK (self), NULL);
  return self->drafts;
}

/**
 * np_desk_get_clock:
 * @self: a desk
 *
 * Returns: (transfer none): the desk's clock
 */
const NpClock *
np_desk_get_clock (NpDesk *self)
{
  g_return_val_if_fail (NP_IS_DESK (self), NULL);
  return self->clock;
}
