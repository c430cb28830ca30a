/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `catalog questions`: what can be asked, and how an answer is written. */
#include "np-cli.h"

#include <glib/gi18n-lib.h>

#include "np-json-write.h"

static JsonObject *
field_object (const NpField *field)
{
  JsonObject *object = json_object_new ();

  np_json_put_string (object, "id", field->id);
  np_json_put_string (object, "type", np_field_type_words[field->type]);
  np_json_put_string (object, "unit", field->unit);
  if (field->needed)
    np_json_put_bool (object, "needed", TRUE);
  if (field->options.n_items > 0)
    {
      JsonArray *options = json_array_new ();

      for (guint i = 0; i < field->options.n_items; i++)
        json_array_add_string_element (options, field->options.items[i].id);
      np_json_put_array (object, "options", options);
    }
  return object;
}

static JsonObject *
state_object (const char *id, const NpField *fields, guint n_fields)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  np_json_put_string (object, "id", id);
  for (guint i = 0; i < n_fields; i++)
    json_array_add_object_element (array, field_object (&fields[i]));
  np_json_put_array (object, "fields", array);
  return object;
}

/* The states that every question takes, or that only some do. */
static void
add_common_states (JsonArray *states, const NpQuestion *question)
{
  if (question->is_birth_date)
    return;
  if (question->takes_no)
    json_array_add_object_element (states, state_object ("no", NULL, 0));
  if (question->takes_not_applicable)
    json_array_add_object_element (states, state_object ("not-applicable", NULL, 0));
  json_array_add_object_element (states, state_object ("dont-know", NULL, 0));
  json_array_add_object_element (states, state_object ("prefer-not-to-say", NULL, 0));
}

static JsonObject *
question_object (const NpQuestion *question)
{
  JsonObject *object = json_object_new ();
  JsonArray *states = json_array_new ();

  np_json_put_string (object, "id", question->id);
  np_json_put_string (object, "number", question->number);
  np_json_put_string (object, "when", np_rule_is_set (&question->when) ? question->when.text : "always");
  np_json_put_bool (object, "on_the_day", question->on_the_day);
  np_json_put_string (object, "ask", question->ask.source);
  for (guint i = 0; i < question->n_states; i++)
    json_array_add_object_element (states, state_object (question->states[i].id, question->states[i].fields,
                                                         question->states[i].n_fields));
  add_common_states (states, question);
  np_json_put_array (object, "states", states);
  return object;
}

static void
print_state (JsonArray *states, guint index, JsonNode *node, gpointer data)
{
  JsonObject *state = json_node_get_object (node);
  JsonArray *fields = json_object_get_array_member (state, "fields");

  g_print ("    %s", json_object_get_string_member (state, "id"));
  for (guint i = 0; i < json_array_get_length (fields); i++)
    {
      JsonObject *field = json_array_get_object_element (fields, i);

      g_print ("%s%s: %s%s", i == 0 ? " (" : ", ", json_object_get_string_member (field, "id"),
               json_object_get_string_member (field, "type"), json_object_has_member (field, "needed") ? "!" : "");
    }
  g_print ("%s\n", json_array_get_length (fields) > 0 ? ")" : "");
}

static void
print_question (JsonArray *questions, guint index, JsonNode *node, gpointer data)
{
  JsonObject *question = json_node_get_object (node);

  g_print ("%s %s  [%s]%s\n    %s\n", json_object_get_string_member (question, "number"),
           json_object_get_string_member (question, "id"), json_object_get_string_member (question, "when"),
           json_object_get_boolean_member (question, "on_the_day") ? _(" again on the day") : "",
           json_object_get_string_member (question, "ask"));
  json_array_foreach_element (json_object_get_array_member (question, "states"), print_state, NULL);
}

static int
run (int argc, char **argv)
{
  g_auto (NpOptions) options = { 0 };
  int status = np_cli_parse (&np_catalog_questions_command, argc, argv, NP_TAKES_CATALOG | NP_TAKES_JSON, 0, 0, &options);
  g_autoptr (NpCatalog) catalog = status == NP_EXIT_DONE ? np_cli_load_catalog (&options, &status) : NULL;
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  JsonArray *questions = json_array_new ();
  g_autofree char *text = NULL;

  json_node_take_array (root, questions);
  if (catalog == NULL)
    return status;
  for (guint i = 0; i < catalog->n_questions; i++)
    json_array_add_object_element (questions, question_object (&catalog->questions[i]));
  if (!options.json)
    {
      json_array_foreach_element (questions, print_question, NULL);
      return NP_EXIT_DONE;
    }
  text = np_json_write_pretty (root);
  g_print ("%s", text);
  return NP_EXIT_DONE;
}

const NpCommand np_catalog_questions_command = { "catalog questions", "[--json]",
                                                 N_("Print each question's id, when it is asked, its states and their fields"), run };
