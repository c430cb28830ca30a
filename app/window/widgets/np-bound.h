/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A widget that shows and edits one place of the consultation's document, named by a JSON pointer. */
#define NP_TYPE_BOUND (np_bound_get_type ())
G_DECLARE_INTERFACE (NpBound, np_bound, NP, BOUND, GtkWidget)

struct _NpBoundInterface
{
  GTypeInterface parent_interface;

  /* show the document as it is now */
  void (*refresh) (NpBound *self);
  /* (nullable): the widget is not bound to a place */
  const char *(*get_pointer) (NpBound *self);
};

void np_bound_refresh (NpBound *self);
const char *np_bound_get_pointer (NpBound *self);
/* what stands there now; NULL where there is nothing, or no consultation */
JsonNode *np_bound_get_node (NpBound *self);
const char *np_bound_get_string (NpBound *self);

G_END_DECLS
