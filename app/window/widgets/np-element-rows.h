/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* How the rows of one list are made. A row emits "changed" (JsonObject: the element as it shall be) and "removed". */
typedef struct
{
  /* what the row was made for, (transfer full): where it is another, the rows are made anew */
  char *(*key) (GtkWidget *list, JsonObject *element);
  GtkWidget *(*make) (GtkWidget *list, JsonObject *element, guint index);
  void (*show) (GtkWidget *row, JsonObject *element);
} NpElementKind;

/* One row for each object of an array in the document, in its order. What a row changes is written into the document. Signal "removed"
 * (guint index): a person wants the element out; the list decides what becomes of the focus. */
#define NP_TYPE_ELEMENT_ROWS (np_element_rows_get_type ())
G_DECLARE_FINAL_TYPE (NpElementRows, np_element_rows, NP, ELEMENT_ROWS, GtkBox)
GtkWidget *np_element_rows_new (GtkWidget *list, const char *pointer, const NpElementKind *kind);
void np_element_rows_refresh (NpElementRows *self);
guint np_element_rows_get_n (NpElementRows *self);
gboolean np_element_rows_have (NpElementRows *self, const char *key);

G_END_DECLS
