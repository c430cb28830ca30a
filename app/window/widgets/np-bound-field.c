/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-bound-field.h"
#include "np-page.h"

typedef struct
{
  /* Children */
  GtkWidget *label_widget; /* nullable */

  /* Owned */
  char *label;
  char *pointer;
  char *problem; /* nullable */
} NpBoundFieldPrivate;

enum
{
  PROP_LABEL = 1,
  PROP_POINTER,
};

static void bound_init (NpBoundInterface *interface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (NpBoundField,
                                  np_bound_field,
                                  GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (NpBoundField) G_IMPLEMENT_INTERFACE (NP_TYPE_BOUND, bound_init))

static NpBoundFieldPrivate *
private_of (NpBoundField *self)
{
  return np_bound_field_get_instance_private (self);
}

static void
np_bound_field_bound_refresh (NpBound *bound)
{
  NpBoundField *self = NP_BOUND_FIELD (bound);

  if (private_of (self)->pointer)
    NP_BOUND_FIELD_GET_CLASS (self)->refresh (self);
}

static const char *
np_bound_field_bound_get_pointer (NpBound *bound)
{
  return private_of (NP_BOUND_FIELD (bound))->pointer;
}

static void
bound_init (NpBoundInterface *interface)
{
  interface->refresh = np_bound_field_bound_refresh;
  interface->get_pointer = np_bound_field_bound_get_pointer;
}

static void
set_label (NpBoundField *self, const char *label)
{
  NpBoundFieldPrivate *priv = private_of (self);

  g_free (priv->label);
  priv->label = g_strdup (label ? label : "");
  if (priv->label_widget)
    gtk_label_set_text (GTK_LABEL (priv->label_widget), priv->label);
  if (NP_BOUND_FIELD_GET_CLASS (self)->labelled)
    NP_BOUND_FIELD_GET_CLASS (self)->labelled (self, priv->label);
}

static void
np_bound_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NpBoundField *self = NP_BOUND_FIELD (object);

  switch (id)
    {
    case PROP_LABEL:
      set_label (self, g_value_get_string (value));
      break;
    case PROP_POINTER:
      g_free (private_of (self)->pointer);
      private_of (self)->pointer = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
np_bound_field_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NpBoundFieldPrivate *priv = private_of (NP_BOUND_FIELD (object));

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, priv->label);
      break;
    case PROP_POINTER:
      g_value_set_string (value, priv->pointer);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
np_bound_field_dispose (GObject *object)
{
  GtkWidget *child;

  private_of (NP_BOUND_FIELD (object))->label_widget = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (np_bound_field_parent_class)->dispose (object);
}

static void
np_bound_field_finalize (GObject *object)
{
  NpBoundFieldPrivate *priv = private_of (NP_BOUND_FIELD (object));

  g_free (priv->label);
  g_free (priv->pointer);
  g_free (priv->problem);
  G_OBJECT_CLASS (np_bound_field_parent_class)->finalize (object);
}

/* From child to child, as in a box. The way of a plain widget back out of a child ends at the widget itself, and a field hands the focus
 * on to its entry: Shift+Tab would never leave it. */
static gboolean
np_bound_field_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (!child)
    child = back ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  while (child && !gtk_widget_child_focus (child, direction))
    child = back ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child);
  return child != NULL;
}

static void
np_bound_field_class_init (NpBoundFieldClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamFlags both = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = np_bound_field_set_property;
  object_class->get_property = np_bound_field_get_property;
  object_class->dispose = np_bound_field_dispose;
  object_class->finalize = np_bound_field_finalize;
  g_object_class_install_property (object_class, PROP_LABEL, g_param_spec_string ("label", NULL, NULL, NULL, both));
  g_object_class_install_property (object_class, PROP_POINTER, g_param_spec_string ("pointer", NULL, NULL, NULL, both));
  GTK_WIDGET_CLASS (class)->focus = np_bound_field_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
np_bound_field_init (NpBoundField *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  if (GTK_IS_BOX_LAYOUT (layout))
    gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/**
 * np_bound_field_get_pointer:
 * @self: a field
 *
 * Returns: (transfer none) (nullable): the JSON pointer of the place it edits
 */
const char *
np_bound_field_get_pointer (NpBoundField *self)
{
  g_return_val_if_fail (NP_IS_BOUND_FIELD (self), NULL);
  return private_of (self)->pointer;
}

/**
 * np_bound_field_is_bound:
 * @self: a field
 *
 * Returns: whether what is entered goes into a document
 */
gboolean
np_bound_field_is_bound (NpBoundField *self)
{
  g_return_val_if_fail (NP_IS_BOUND_FIELD (self), FALSE);
  return private_of (self)->pointer && np_page_of (GTK_WIDGET (self));
}

/**
 * np_bound_field_set_problem:
 * @self: a field
 * @problem: (nullable): what is wrong with what is typed there, in one sentence
 *
 * Keeps what the field says about a text that cannot be used, until it is mended.
 */
void
np_bound_field_set_problem (NpBoundField *self, const char *problem)
{
  g_return_if_fail (NP_IS_BOUND_FIELD (self));

  NpBoundFieldPrivate *priv = private_of (self);
  char *copy = g_strdup (problem);
  g_free (priv->problem);
  priv->problem = copy;
}

/**
 * np_bound_field_get_problem:
 * @self: a field
 *
 * Returns: (transfer none) (nullable): what is wrong with what is typed there
 */
const char *
np_bound_field_get_problem (NpBoundField *self)
{
  g_return_val_if_fail (NP_IS_BOUND_FIELD (self), NULL);
  return private_of (self)->problem;
}

/**
 * np_bound_field_refuse:
 * @self: a field
 * @why: why the document does not take what was typed there, in one sentence
 *
 * The text stays as it was typed, to be mended.
 *
 * Returns: whether the field says so itself
 */
gboolean
np_bound_field_refuse (NpBoundField *self, const char *why)
{
  g_return_val_if_fail (NP_IS_BOUND_FIELD (self) && why, FALSE);

  if (!NP_BOUND_FIELD_GET_CLASS (self)->refused)
    return FALSE;
  NP_BOUND_FIELD_GET_CLASS (self)->refused (self, why);
  return TRUE;
}

/**
 * np_bound_field_find_problem:
 * @root: a widget
 *
 * Returns: (transfer none) (nullable): the first visible field at or below @root that has a problem
 */
NpBoundField *
np_bound_field_find_problem (GtkWidget *root)
{
  g_return_val_if_fail (GTK_IS_WIDGET (root), NULL);

  if (!gtk_widget_get_visible (root))
    return NULL;
  if (NP_IS_BOUND_FIELD (root) && private_of (NP_BOUND_FIELD (root))->problem)
    return NP_BOUND_FIELD (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    {
      NpBoundField *found = np_bound_field_find_problem (child);
      if (found)
        return found;
    }
  return NULL;
}

/**
 * np_bound_field_add_label:
 * @self: a field that has no label yet
 *
 * Puts the label at the end of the column, in the look of all fields.
 *
 * Returns: (transfer none): the label, whose text the property sets
 */
GtkWidget *
np_bound_field_add_label (NpBoundField *self)
{
  GtkWidget *label;

  g_return_val_if_fail (NP_IS_BOUND_FIELD (self) && !private_of (self)->label_widget, NULL);
  label = gtk_label_new (private_of (self)->label);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "field-label");
  gtk_widget_add_css_class (GTK_WIDGET (self), "field");
  np_bound_field_add (self, label);
  private_of (self)->label_widget = label;
  return label;
}

/**
 * np_bound_field_add:
 * @self: a field
 * @child: (transfer floating): a widget without parent
 *
 * Puts the child at the end of the column.
 */
void
np_bound_field_add (NpBoundField *self, GtkWidget *child)
{
  g_return_if_fail (NP_IS_BOUND_FIELD (self) && GTK_IS_WIDGET (child));
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
