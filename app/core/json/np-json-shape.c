/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-json-shape.h"
#include "np-json-view-private.h"

#include <string.h>

const NpJsonShape np_json_shape_string = { .kind = NP_JSON_STRING };
const NpJsonShape np_json_shape_text = { .kind = NP_JSON_TEXT };
const NpJsonShape np_json_shape_id = { .kind = NP_JSON_ID };
const NpJsonShape np_json_shape_boolean = { .kind = NP_JSON_BOOLEAN };
const NpJsonShape np_json_shape_strings = { .kind = NP_JSON_LIST, .each = &np_json_shape_string };
const NpJsonShape np_json_shape_texts = { .kind = NP_JSON_LIST, .each = &np_json_shape_text };
const NpJsonShape np_json_shape_ids = { .kind = NP_JSON_LIST, .each = &np_json_shape_id };

static gboolean
is_id (const char *text)
{
  return *text != '\0' && text[strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-_:")] == '\0';
}

static gboolean
is_type (const NpJsonView *view, GType type)
{
  return JSON_NODE_HOLDS_VALUE (view->node) && json_node_get_value_type (view->node) == type;
}

static gboolean
has_word (const char *const *words, const char *text)
{
  return g_strv_contains (words, text);
}

static void
check_string (const NpJsonShape *self, const NpJsonView *view)
{
  const char *text = np_json_view_string (view);

  if (!is_type (view, G_TYPE_STRING))
    return;
  if (self->kind == NP_JSON_TEXT && *text == '\0')
    np_json_view_complain (view, "a text is needed here");
  else if (self->kind == NP_JSON_ID && !is_id (text))
    np_json_view_complain (view, "an id of a-z, 0-9, -, _ and : is expected here");
  else if (self->kind == NP_JSON_FORM && !self->fits (text))
    np_json_view_complain (view, "%s is expected here", self->expected);
}

static void
check_word (const NpJsonShape *self, const NpJsonView *view)
{
  g_autofree char *list = NULL;

  if (is_type (view, G_TYPE_STRING) && has_word (self->words, json_node_get_string (view->node)))
    return;
  list = g_strjoinv (", ", (char **) self->words);
  np_json_view_complain (view, "one of these words is expected here: %s", list);
}

static void
check_integer (const NpJsonShape *self, const NpJsonView *view)
{
  gint64 value = is_type (view, G_TYPE_INT64) ? json_node_get_int (view->node) : 0;

  if (!is_type (view, G_TYPE_INT64))
    np_json_view_complain (view, "a whole number is expected here");
  else if (value < self->least || value > self->most)
    np_json_view_complain_of_range (view, self->least, self->most);
}

static const NpJsonMember *
find_member (const NpJsonShape *self, const char *name)
{
  for (const NpJsonMember *member = self->members; member->name != NULL; member++)
    if (g_str_equal (member->name, name))
      return member;
  return NULL;
}

/* What is missing comes first: where the format's name is, the rest says little. */
static void
check_needed (const NpJsonShape *self, const NpJsonView *view)
{
  for (const NpJsonMember *member = self->members; member->name != NULL; member++)
    if (member->needed && !np_json_view_has (view, member->name))
      {
        NpJsonView missing = np_json_view_member (view, member->name);

        np_json_view_complain (&missing, "this member is missing");
      }
}

static void
check_object (const NpJsonShape *self, const NpJsonView *view)
{
  g_autoptr (GList) names = np_json_view_names (view);

  if (JSON_NODE_HOLDS_OBJECT (view->node))
    check_needed (self, view);
  for (GList *l = names; l != NULL; l = l->next)
    {
      const NpJsonMember *known = find_member (self, l->data);
      NpJsonView member = np_json_view_member (view, l->data);

      if (known == NULL)
        np_json_view_complain (&member, "this member is not known here");
      else
        np_json_shape_check (known->shape, &member);
    }
}

static void
check_map (const NpJsonShape *self, const NpJsonView *view)
{
  g_autoptr (GList) names = np_json_view_names (view);

  for (GList *l = names; l != NULL; l = l->next)
    {
      NpJsonView member = np_json_view_member (view, l->data);

      if (!is_id (l->data))
        np_json_view_complain (&member, "an id of a-z, 0-9, -, _ and : is expected here");
      np_json_shape_check (self->each, &member);
    }
}

static void
check_list (const NpJsonShape *self, const NpJsonView *view)
{
  guint length = np_json_view_length (view);

  if (length < self->least && JSON_NODE_HOLDS_ARRAY (view->node))
    np_json_view_complain (view, "this list is too short");
  for (guint i = 0; i < length; i++)
    {
      NpJsonView element = np_json_view_element (view, i);

      np_json_shape_check (self->each, &element);
    }
}

static void
check_kind (const NpJsonShape *self, const NpJsonView *view)
{
  switch (self->kind)
    {
    case NP_JSON_STRING:
    case NP_JSON_TEXT:
    case NP_JSON_ID:
    case NP_JSON_FORM:
      check_string (self, view);
      break;
    case NP_JSON_WORD:
      check_word (self, view);
      break;
    case NP_JSON_INTEGER:
      check_integer (self, view);
      break;
    case NP_JSON_BOOLEAN:
      if (!is_type (view, G_TYPE_BOOLEAN))
        np_json_view_complain (view, "true or false is expected here");
      break;
    case NP_JSON_OBJECT:
      check_object (self, view);
      break;
    case NP_JSON_MAP:
      check_map (self, view);
      break;
    case NP_JSON_LIST:
      check_list (self, view);
      break;
    case NP_JSON_OTHER:
      break;
    }
}

/**
 * np_json_shape_check:
 * @self: a shape
 * @view: a place that exists; everything there that is not of the shape is complained of through it
 *
 * Checks a document against a table. `check` of a shape runs only where the table found nothing, so it may rely on it.
 */
void
np_json_shape_check (const NpJsonShape *self, const NpJsonView *view)
{
  guint before;

  g_return_if_fail (self != NULL);
  g_return_if_fail (view != NULL && view->node != NULL);

  before = np_problems_count (view->problems);
  check_kind (self, view);
  if (self->check != NULL && np_problems_count (view->problems) == before)
    self->check (view);
}
