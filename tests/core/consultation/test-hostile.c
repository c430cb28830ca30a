/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-record.h"
#include "np-sheet.h"
#include "np-test.h"
#include "np-walk.h"

/* Sample files with anything in any place: they are refused or taken, never a crash; and what is taken can be assessed, judged,
 * written down, printed, changed, and read again. */

#define N_FILES 5       /* of each sample, each with its own chance */
#define N_VARIANTS 8    /* of each file, each with one more thing wrong */

static GPtrArray *samples;

static int
by_name (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
find_samples (void)
{
  g_autofree char *folder = np_test_data ("samples");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  samples = g_ptr_array_new_with_free_func (g_free);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (samples, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (samples, by_name);
}

static guint
pick (GRand *chance, guint count)
{
  return (guint) g_rand_int_range (chance, 0, (gint32) count);
}

/* ---- anything in any place ---- */

static void
collect_places (JsonNode *node, const char *pointer, GPtrArray *places)
{
  if (*pointer != '\0')
    g_ptr_array_add (places, g_strdup (pointer));
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &member))
        {
          g_autofree char *place = g_strdup_printf ("%s/%s", pointer, name);

          collect_places (member, place, places);
        }
    }
  for (guint i = 0; JSON_NODE_HOLDS_ARRAY (node) && i < json_array_get_length (json_node_get_array (node)); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s/%u", pointer, i);

      collect_places (json_array_get_element (json_node_get_array (node), i), place, places);
    }
}

static JsonNode *
many (JsonNode *node, guint count)
{
  JsonNode *list = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < count; i++)
    json_array_add_element (array, np_document_copy (node));
  json_node_take_array (list, array);
  return list;
}

static JsonNode *
long_text (guint length)
{
  g_autofree char *text = g_strnfill (length, 'x');

  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
any_value (GRand *chance)
{
  static const char *const values[] = {
    "null",  "true",  "false", "0", "-1", "9007199254740991", "-9007199254740991", "\"\"", "\"no\"", "\"%s%n\"", "\"../../x\"",
    "\"2026-02-30\"", "\"2026\"", "\"9999-12-31\"", "\"0001-01-01\"", "\"2026-03-10T09:15:00+01:00\"", "\"9999-12-31T23:59:59Z\"",
    "\"0001-01-01T00:00:00+14:00\"", "\"\\u202e\"", "[]", "{}", "[[]]", "[{}]", "{\"is\":\"no\"}", "{\"states\":[]}",
    "[{\"is\":\"dont-know\"}]", "\"consent\"", "\"drawn\"", "\"by-witness\"", "\"practitioner\"", "[[0,0,0]]", "{\"none\":true}",
  };
  guint value = pick (chance, G_N_ELEMENTS (values) + 1);

  return value < G_N_ELEMENTS (values) ? json_from_string (values[value], NULL) : long_text (70000);
}

static void
spoil (JsonNode *document, GRand *chance)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  const char *place, *other;

  collect_places (document, "", places);
  if (places->len == 0)
    return;
  place = g_ptr_array_index (places, pick (chance, places->len));
  other = g_ptr_array_index (places, pick (chance, places->len));
  switch (pick (chance, 5))
    {
    case 0:
      np_document_put (document, place, NULL);
      break;
    case 1:
      np_document_put (document, place, np_document_copy (np_document_lookup (document, other)));
      break;
    case 2:
      np_document_put (document, place, many (np_document_lookup (document, place), 1 + pick (chance, 300)));
      break;
    case 3:
      {
        g_autofree char *below = g_strconcat (place, "/anything", NULL);

        np_document_put (document, below, any_value (chance));
        break;
      }
    default:
      np_document_put (document, place, any_value (chance));
    }
}

/* ---- what is taken is used ---- */

static void
print_record (JsonNode *file)
{
  g_autoptr (NpProblems) problems = np_problems_new ();
  g_autoptr (NpSheet) sheet = NULL;
  g_autofree char *text = NULL;

  if (!np_record_check (file, "record", problems))
    return;
  sheet = np_sheet_of_file (file);
  text = np_sheet_to_text (sheet);
  ck_assert_ptr_nonnull (text);
}

static void
spoil_record (JsonNode *file, GRand *chance)
{
  for (guint i = 0; i < N_VARIANTS; i++)
    {
      spoil (file, chance);
      if (!JSON_NODE_HOLDS_OBJECT (file))
        return;
      print_record (file);
    }
}

static void
edit (NpConsultation *self)
{
  np_consultation_set_string (self, "/planned_on", "2026-12-01", NULL);
  np_consultation_set_string (self, "/plan/device", "rf", NULL);
  np_consultation_set_string (self, "/language", "de", NULL);
  for (guint i = 0; i < np_consultation_get_catalog (self)->n_question_groups; i++)
    np_consultation_answer_group_no (self, i, NULL);
  if (np_consultation_can_undo (self))
    np_consultation_undo (self);
}

static void
use (NpConsultation *self, GRand *chance)
{
  g_autoptr (JsonNode) record = np_record_sign_off (self, "a test", NULL);
  g_autoptr (NpSheet) sheet = np_sheet_of_consultation (self, "a test");
  g_autofree char *text = np_sheet_to_text (sheet);
  g_autoptr (NpConsultation) again = NULL;
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_nonnull (text);
  for (NpStep step = 0; step < NP_N_STEPS; step++)
    np_consultation_step_state (self, step);
  if (record != NULL)
    spoil_record (record, chance);
  edit (self);
  again = np_consultation_open (np_walk_catalog (), np_consultation_get_clock (self), np_consultation_get_document (self), NULL,
                                FALSE, &error);
  ck_assert_msg (again != NULL, "%.200s", error != NULL ? error->message : "");
}

static void
take (NpClock *clock, JsonNode *document, gboolean as_draft, GRand *chance)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpConsultation) self = np_consultation_open (np_walk_catalog (), clock, document, "file", as_draft, &error);

  if (self != NULL)
    use (self, chance);
  else
    ck_assert_msg (error != NULL && g_str_has_prefix (error->message, "file: /"), "%.200s", error != NULL ? error->message : "no reason");
}

START_TEST (anything_is_refused_or_taken)
{
  NpClock *clock = np_clock_new_fixed ("2026-06-01T10:00:00+02:00", 1);
  g_autoptr (GRand) chance = g_rand_new_with_seed ((guint32) _i);
  g_autoptr (NpConsultation) sample = np_consultation_open_file (
      np_walk_catalog (), clock, g_ptr_array_index (samples, (guint) _i % samples->len), FALSE, NULL);
  g_autoptr (JsonNode) document = np_document_copy (np_consultation_get_document (sample));

  for (guint i = 0; i < N_VARIANTS && JSON_NODE_HOLDS_OBJECT (document); i++)
    {
      spoil (document, chance);
      take (clock, document, i % 2 == 1, chance);
      if (pick (chance, 2) == 0)
        {
          g_clear_pointer (&document, json_node_unref);
          document = np_document_copy (np_consultation_get_document (sample));
        }
    }
  g_clear_object (&sample);
  np_clock_free (clock);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("hostile");
  TCase *tcase = tcase_create ("hostile");

  np_walk_catalog ();
  find_samples ();
  tcase_set_timeout (tcase, 60);
  tcase_add_loop_test (tcase, anything_is_refused_or_taken, 0, (int) samples->len * N_FILES);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
