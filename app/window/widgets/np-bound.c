/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-bound.h"
#include "np-field-entry.h"
#include "np-page.h"

G_DEFINE_INTERFACE (NpBound, np_bound, GTK_TYPE_WIDGET)

static void
np_bound_default_init (NpBoundInterface *interface)
{
}

/**
 * np_bound_refresh:
 * @self: a bound widget
 *
 * Shows the document as it is now.
 */
void
np_bound_refresh (NpBound *self)
{
  g_return_if_fail (NP_IS_BOUND (self));
  NP_BOUND_GET_IFACE (self)->refresh (self);
}

/**
 * np_bound_get_pointer:
 * @self: a bound widget
 *
 * Returns: (transfer none) (nullable): the JSON pointer of the place it edits
 */
const char *
np_bound_get_pointer (NpBound *self)
{
  g_return_val_if_fail (NP_IS_BOUND (self), NULL);
  return NP_BOUND_GET_IFACE (self)->get_pointer (self);
}

static NpConsultation *
consultation_of (NpBound *self)
{
  NpPage *page = np_page_of (GTK_WIDGET (self));

  return page ? np_page_get_consultation (page) : NULL;
}

/**
 * np_bound_get_node:
 * @self: a bound widget
 *
 * Returns: (transfer none) (nullable): what the document holds at the widget's place
 */
JsonNode *
np_bound_get_node (NpBound *self)
{
  NpConsultation *consultation = consultation_of (self);
  const char *pointer = np_bound_get_pointer (self);

  return consultation && pointer ? np_consultation_get (consultation, pointer) : NULL;
}

/**
 * np_bound_get_string:
 * @self: a bound widget
 *
 * Returns: (transfer none) (nullable): the text that the document holds at the widget's place
 */
const char *
np_bound_get_string (NpBound *self)
{
  NpConsultation *consultation = consultation_of (self);
  const char *pointer = np_bound_get_pointer (self);

  return consultation && pointer ? np_consultation_get_string (consultation, pointer) : NULL;
}

/**
 * np_fields_refresh:
 * @root: a widget
 *
 * Every bound widget at or below @root shows the document as it is now.
 */
void
np_fields_refresh (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (NP_IS_BOUND (root))
    {
      np_bound_refresh (NP_BOUND (root));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    np_fields_refresh (child);
}

/**
 * np_fields_focus:
 * @root: a widget
 * @pointer: a JSON pointer
 *
 * Returns: whether a visible bound widget at or below @root edits @pointer; it has the focus now
 */
gboolean
np_fields_focus (GtkWidget *root, const char *pointer)
{
  g_return_val_if_fail (GTK_IS_WIDGET (root) && pointer, FALSE);

  if (!gtk_widget_get_visible (root))
    return FALSE;
  if (NP_IS_BOUND (root))
    return g_strcmp0 (np_bound_get_pointer (NP_BOUND (root)), pointer) == 0 && gtk_widget_grab_focus (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    if (np_fields_focus (child, pointer))
      return TRUE;
  return FALSE;
}
