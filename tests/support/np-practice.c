/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-practice.h"

#include <glib/gstdio.h>

#include "np-json-read.h"
#include "np-sealing.h"
#include "np-test.h"

/* The error is looked at after the attempt, which is why it is handed over by address. */
static void
must (gboolean done, GError **error)
{
  if (!done)
    g_error ("refused: %s", *error != NULL ? (*error)->message : "without a reason");
}

void
np_practice_erase (const char *path)
{
  GDir *folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      np_practice_erase (below);
    }
  g_clear_pointer (&folder, g_dir_close);
  g_remove (path);
}

NpPractice *
np_practice_new (void)
{
  NpPractice *self = g_new0 (NpPractice, 1);

  self->folder = g_dir_make_tmp ("np-practice-XXXXXX", NULL);
  self->archive = g_build_filename (self->folder, "archive", NULL);
  self->clock = np_clock_new_fixed (NP_PRACTICE_NOW, 1);
  self->key = np_practice_enrol (self, NP_PRACTICE_NAME, NP_HOLDER_PRACTITIONER, NP_BASIS_FIRST, NULL, NULL);
  self->desk = np_practice_add_desk (self, "Sample Desk");
  return self;
}

void
np_practice_free (NpPractice *self)
{
  np_seal_desk_free (self->desk);
  np_key_free (self->key);
  np_clock_free (self->clock);
  np_practice_erase (self->folder);
  g_free (self->archive);
  g_free (self->folder);
  g_free (self);
}

/* ---- keys ---- */

/* What is stated of a key; the pair is lent. */
void
np_practice_enrol_key (NpPractice *self, const NpKey *key, const char *name, NpHolder holder, NpBasis basis, const NpKey *voucher,
                       const char *replaces)
{
  NpEnrolment stated = { .holder = holder,
                         .basis = basis,
                         .id = np_clock_new_id (self->clock),
                         .name = g_strdup (name),
                         .replaces = g_strdup (replaces),
                         .at = np_clock_stamp (self->clock),
                         .key = (NpKey *) key };
  NpEnrolment *enrolment = g_memdup2 (&stated, sizeof stated);
  g_autoptr (GError) error = NULL;

  must (np_enrolment_seal (enrolment, voucher, &error), &error);
  must (np_key_ring_save_enrolment (self->archive, enrolment, &error), &error);
  enrolment->key = NULL;
  np_enrolment_free (enrolment);
}

NpKey *
np_practice_enrol (NpPractice *self, const char *name, NpHolder holder, NpBasis basis, const NpKey *voucher, const char *replaces)
{
  g_autoptr (GError) error = NULL;
  NpKey *key = np_key_new (&error);

  must (key != NULL, &error);
  np_practice_enrol_key (self, key, name, holder, basis, voucher, replaces);
  return key;
}

NpSealDesk *
np_practice_add_desk (NpPractice *self, const char *name)
{
  g_autofree char *folder = g_build_filename (self->folder, "desks", name, NULL);
  g_autoptr (GError) error = NULL;
  NpSealDesk *desk = np_seal_desk_new (folder, name, self->clock, &error);

  must (desk != NULL, &error);
  np_practice_enrol_key (self, np_seal_desk_key (desk), name, NP_HOLDER_DESK, NP_BASIS_VOUCHED, self->key, NULL);
  return desk;
}

NpKeyRing *
np_practice_ring (NpPractice *self)
{
  g_autoptr (GError) error = NULL;
  NpKeyRing *ring = np_key_ring_load (self->archive, &error);

  must (ring != NULL, &error);
  return ring;
}

/* ---- records ---- */

JsonNode *
np_practice_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  JsonNode *file = np_json_read_file (path, &error);

  must (file != NULL, &error);
  return file;
}

JsonNode *
np_practice_record (NpPractice *self, guint number)
{
  g_autofree char *path = g_build_filename (g_getenv ("NEEDLEPOINT_TESTS"), "fixtures", "seal", "record.json", NULL);
  g_autofree char *id = g_strdup_printf ("5f0c1a52-6f0e-4f43-9d6b-%012u", number);
  g_autofree char *now = np_clock_stamp (self->clock);
  JsonNode *file = np_practice_read (path);
  JsonObject *record = json_object_get_object_member (json_node_get_object (file), "record");

  json_object_set_string_member (record, "id", id);
  json_object_set_string_member (json_object_get_object_member (record, "consultation"), "id", id);
  json_object_set_string_member (record, "made_at", now);
  return file;
}

char *
np_practice_save (NpPractice *self, NpSealDesk *desk, guint number)
{
  g_autoptr (JsonNode) file = np_practice_record (self, number);
  g_autoptr (GError) error = NULL;
  char *path;

  must (np_sealing_sign (file, self->key, NP_PRACTICE_NAME, self->clock, &error), &error);
  path = np_seal_desk_save (desk, file, self->archive, self->clock, &error);
  must (path != NULL, &error);
  np_clock_advance (self->clock, 60);
  return path;
}
