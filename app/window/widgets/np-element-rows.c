/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-element-rows.h"
#include "np-page.h"

struct _NpElementRows
{
  GtkBox parent_instance;

  /* Borrowed */
  GtkWidget *list; /* in which the rows are */
  const NpElementKind *kind;

  /* Owned */
  char *pointer;
  GPtrArray *keys; /* what each row was made for */
};

enum
{
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpElementRows, np_element_rows, GTK_TYPE_BOX)

static JsonArray *
elements_of (NpElementRows *self)
{
  NpPage *page = np_page_of (GTK_WIDGET (self));
  JsonNode *node = np_consultation_get (np_page_get_consultation (page), self->pointer);

  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static guint
index_of (NpElementRows *self, GtkWidget *row)
{
  guint index = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child && child != row;
       child = gtk_widget_get_next_sibling (child))
    index++;
  return index;
}

static void
row_changed_cb (GtkWidget *row, JsonObject *element, NpElementRows *self)
{
  np_page_set_element (GTK_WIDGET (self), self->pointer, index_of (self, row), json_object_ref (element));
}

static void
row_removed_cb (GtkWidget *row, NpElementRows *self)
{
  g_signal_emit (self, signals[REMOVED], 0, index_of (self, row));
}

static gboolean
rows_fit (NpElementRows *self, JsonArray *elements)
{
  guint length = elements ? json_array_get_length (elements) : 0;

  if (length != self->keys->len)
    return FALSE;
  for (guint i = 0; i < length; i++)
    {
      g_autofree char *key = self->kind->key (self->list, json_array_get_object_element (elements, i));
      if (!g_str_equal (key, g_ptr_array_index (self->keys, i)))
        return FALSE;
    }
  return TRUE;
}

static void
add_row (NpElementRows *self, JsonObject *element)
{
  GtkWidget *row = self->kind->make (self->list, element, self->keys->len);

  g_signal_connect (row, "changed", G_CALLBACK (row_changed_cb), self);
  g_signal_connect (row, "removed", G_CALLBACK (row_removed_cb), self);
  gtk_box_append (GTK_BOX (self), row);
  g_ptr_array_add (self->keys, self->kind->key (self->list, element));
}

static void
make_rows (NpElementRows *self, JsonArray *elements)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_box_remove (GTK_BOX (self), child);
  g_ptr_array_set_size (self->keys, 0);
  for (guint i = 0; elements && i < json_array_get_length (elements); i++)
    add_row (self, json_array_get_object_element (elements, i));
}

static void
np_element_rows_finalize (GObject *object)
{
  g_free (NP_ELEMENT_ROWS (object)->pointer);
  g_ptr_array_unref (NP_ELEMENT_ROWS (object)->keys);
  G_OBJECT_CLASS (np_element_rows_parent_class)->finalize (object);
}

static void
np_element_rows_class_init (NpElementRowsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_element_rows_finalize;
  signals[REMOVED] = g_signal_new ("removed", NP_TYPE_ELEMENT_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, G_TYPE_UINT);
}

static void
np_element_rows_init (NpElementRows *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->keys = g_ptr_array_new_with_free_func (g_free);
}

/**
 * np_element_rows_new:
 * @list: the widget that the rows will be in; it outlives them
 * @pointer: the JSON pointer of an array of objects
 * @kind: how its rows are made; outlives the rows
 *
 * Returns: (transfer floating): a box without rows; np_element_rows_refresh () makes them
 */
GtkWidget *
np_element_rows_new (GtkWidget *list, const char *pointer, const NpElementKind *kind)
{
  NpElementRows *self = g_object_new (NP_TYPE_ELEMENT_ROWS, NULL);

  self->list = list;
  self->pointer = g_strdup (pointer);
  self->kind = kind;
  return GTK_WIDGET (self);
}

/**
 * np_element_rows_refresh:
 * @self: rows in a page that shows a consultation
 *
 * Shows the array as it is now. Rows stay as long as they fit, and with them the focus and what is being typed.
 */
void
np_element_rows_refresh (NpElementRows *self)
{
  JsonArray *elements;
  guint i = 0;

  g_return_if_fail (NP_IS_ELEMENT_ROWS (self));
  elements = elements_of (self);
  if (!rows_fit (self, elements))
    make_rows (self, elements);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self)); row; row = gtk_widget_get_next_sibling (row), i++)
    self->kind->show (row, json_array_get_object_element (elements, i));
}

/**
 * np_element_rows_get_n:
 * @self: rows
 *
 * Returns: how many there are
 */
guint
np_element_rows_get_n (NpElementRows *self)
{
  g_return_val_if_fail (NP_IS_ELEMENT_ROWS (self), 0);
  return self->keys->len;
}

/**
 * np_element_rows_have:
 * @self: rows
 * @key: what a row was made for
 *
 * Returns: whether there is such a row
 */
gboolean
np_element_rows_have (NpElementRows *self, const char *key)
{
  g_return_val_if_fail (NP_IS_ELEMENT_ROWS (self) && key, FALSE);
  return g_ptr_array_find_with_equal_func (self->keys, key, g_str_equal, NULL);
}
