/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sealed record, and everything that can be done to it: what still verifies has the same content. */
#include <string.h>

#include "np-json-read.h"
#include "np-json-write.h"
#include "np-practice.h"
#include "np-test.h"
#include "np-verification.h"

static NpPractice *practice;
static char *path, *text;        /* a sealed record, and its bytes */
static gsize length;

static void
setup (void)
{
  practice = np_practice_new ();
  path = np_practice_save (practice, practice->desk, 1);
  ck_assert (g_file_get_contents (path, &text, &length, NULL));
}

static void
teardown (void)
{
  g_clear_pointer (&path, g_free);
  g_clear_pointer (&text, g_free);
  g_clear_pointer (&practice, np_practice_free);
}

static NpVerification *
verify_text (const char *bytes, gsize count)
{
  g_autoptr (JsonNode) file = np_json_read_bytes ("test", bytes, count, NULL);

  return file == NULL ? NULL : np_verification_of_node (file, "test", NULL);
}

/* ---- every byte ---- */

static gboolean
has_same_content (const NpVerification *found, const NpVerification *good)
{
  if (!g_str_equal (found->digest, good->digest) || found->seals->len != good->seals->len)
    return FALSE;
  for (guint i = 0; i < found->seals->len; i++)
    if (!g_str_equal (((NpSealCheck *) g_ptr_array_index (found->seals, i))->digest,
                      ((NpSealCheck *) g_ptr_array_index (good->seals, i))->digest))
      return FALSE;
  return TRUE;
}

START_TEST (every_changed_byte_is_noticed)
{
  static const guchar flips[] = { 0x01, 0x20, 0x80, 0x40 };
  g_autoptr (NpVerification) good = verify_text (text, length);
  guint still_good = 0;

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (NpVerification) found = NULL;

      text[i] ^= (char) flips[_i];
      found = verify_text (text, length);
      text[i] ^= (char) flips[_i];
      if (found == NULL || !np_verification_is_good (found))
        continue;
      ck_assert_msg (has_same_content (found, good), "byte %zu", i);
      still_good++;
    }
  /* Such a byte lies in the white space between. */
  ck_assert_msg (still_good < length / 4, "%u of %zu", still_good, length);
}
END_TEST

/* ---- every member ---- */

typedef enum { REMOVED, RENAMED, EMPTIED, ADDED, N_CHANGES } Change;

/* Does something to each object and each array of a document in turn, and asks after each. */
typedef struct
{
  JsonNode *file;
  Change change;
  guint done;
} Spoiler;

static void
expect_refused (Spoiler *self, const char *what)
{
  g_autofree char *changed = np_json_write_pretty (self->file);
  g_autoptr (NpVerification) found = verify_text (changed, strlen (changed));

  self->done++;
  ck_assert_msg (found == NULL || !np_verification_is_good (found), "%s: verified all the same", what);
}

static void
spoil_member (Spoiler *self, JsonObject *object, const char *name)
{
  g_autoptr (JsonNode) kept = json_node_copy (json_object_get_member (object, name));
  g_autofree char *other = g_strconcat (name, "_x", NULL);

  if (self->change != ADDED && self->change != EMPTIED)
    json_object_remove_member (object, name);
  if (self->change == RENAMED || self->change == ADDED)
    json_object_set_member (object, other, json_node_copy (kept));
  if (self->change == EMPTIED)
    json_object_set_string_member (object, name, "");
  expect_refused (self, name);
  json_object_remove_member (object, other);
  json_object_set_member (object, name, json_node_copy (kept));
}

static void spoil (Spoiler *self, JsonNode *node);

static void
spoil_object (Spoiler *self, JsonObject *object)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *name = g_strdup (l->data);

      spoil (self, json_object_get_member (object, name));
      spoil_member (self, object, name);
    }
}

static void
spoil (Spoiler *self, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    spoil_object (self, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      spoil (self, json_array_get_element (json_node_get_array (node), i));
}

START_TEST (every_changed_member_is_noticed)
{
  g_autoptr (JsonNode) file = np_practice_read (path);
  Spoiler spoiler = { .file = file, .change = (Change) _i };
  g_autoptr (NpVerification) found = NULL;

  spoil (&spoiler, file);
  ck_assert_uint_gt (spoiler.done, 50);
  found = np_verification_of_node (file, "test", NULL);
  ck_assert (np_verification_is_good (found));
}
END_TEST

/* The name of a member twice: the strict reader takes no such file, whichever of them a lenient one would see. */
START_TEST (every_doubled_member_is_noticed)
{
  guint done = 0;

  for (char *at = strstr (text, "\": "); at != NULL; at = strstr (at + 1, "\": "))
    {
      char *name = at;
      g_autofree char *member = NULL, *doubled = NULL;
      g_autoptr (NpVerification) found = NULL;

      while (name[-1] != '"')
        name--;
      member = g_strdup_printf ("\"%.*s\": \"x\", ", (int) (at - name), name);
      doubled = g_strdup_printf ("%.*s%s%s", (int) (name - 1 - text), text, member, name - 1);
      found = verify_text (doubled, strlen (doubled));
      ck_assert_msg (found == NULL, "%s", member);
      done++;
    }
  ck_assert_uint_gt (done, 50);
}
END_TEST

static Suite *
tampering_suite (void)
{
  Suite *suite = suite_create ("tampering");
  TCase *tcase = tcase_create ("tampering");

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_set_timeout (tcase, 240);
  tcase_add_loop_test (tcase, every_changed_byte_is_noticed, 0, 4);
  tcase_add_loop_test (tcase, every_changed_member_is_noticed, 0, N_CHANGES);
  tcase_add_test (tcase, every_doubled_member_is_noticed);
  suite_add_tcase (suite, tcase);
  return suite;
}

int
main (void)
{
  return np_test_run (tampering_suite ());
}
