/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-field-entry.h"
#include "np-bound.h"
#include "np-json-write.h"
#include "np-page.h"

#include <glib/gi18n.h>

/* Typing rests this long before the document takes the text: a draft is never more than a second behind. */
#define COMMIT_MS 400

struct _NpFieldEntry
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *label;
  GtkWidget *input; /* GtkEntry or GtkTextView */
  GtkWidget *hint;

  /* Owned */
  char *pointer;
  char *hint_text;
  char *placeholder;

  int lines;
  gboolean numeric;
  gboolean wrong;   /* an error stands in place of the hint */
  gboolean setting; /* the program changes the text, not a person */
  guint commit_id;
};

enum
{
  PROP_LABEL = 1,
  PROP_SPOKEN,
  PROP_POINTER,
  PROP_HINT,
  PROP_PLACEHOLDER,
  PROP_LINES,
  PROP_NUMERIC,
  N_PROPERTIES
};

enum
{
  EDITED,
  ACTIVATE,
  COMMITTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void bound_init (NpBoundInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NpFieldEntry,
                               np_field_entry,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (NP_TYPE_BOUND, bound_init))

/* The line below keeps its place once it was there: what stands below it must not move under somebody's pointer. A number can always be
 * wrong, so its line is there from the beginning. */
static void
show_hint (NpFieldEntry *self, const char *text, gboolean is_error)
{
  self->wrong = is_error;
  gtk_label_set_text (GTK_LABEL (self->hint), text ? text : "");
  gtk_widget_set_visible (self->hint, (text && *text) || self->numeric || gtk_widget_get_visible (self->hint));
  (is_error ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->hint, "error");
  (is_error ? gtk_widget_remove_css_class : gtk_widget_add_css_class) (self->hint, "dim-label");
  (is_error ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->input, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_STATE_INVALID,
                               is_error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text ? text : "",
                                  -1);
}

/* What is no number counts as nothing: an older number behind other words would come onto the sheet. */
static void
commit_number (NpFieldEntry *self, const char *text)
{
  gint64 number;
  gboolean is_number = g_ascii_string_to_signed (text, 10, 0, 1000000, &number, NULL);
  JsonNode *now = np_bound_get_node (NP_BOUND (self));

  np_field_entry_set_error (self, *text && !is_number ? _ ("Please give a whole number.") : NULL);
  if (is_number && (!now || json_node_get_int (now) != number))
    np_page_set_int (GTK_WIDGET (self), self->pointer, number);
  else if (!is_number && now)
    np_page_set_node (GTK_WIDGET (self), self->pointer, NULL);
}

static void
commit_text (NpFieldEntry *self, const char *text)
{
  const char *now = np_bound_get_string (NP_BOUND (self));

  if (g_strcmp0 (text, now ? now : "") != 0)
    np_page_set_string (GTK_WIDGET (self), self->pointer, text);
}

/* What the document would hold for the text as it stands. */
static char *
tidy_text (NpFieldEntry *self)
{
  g_autofree char *typed = np_field_entry_get_text (self);

  return g_strstrip (np_json_clean_text (typed, NULL));
}

static void
commit (NpFieldEntry *self)
{
  g_clear_handle_id (&self->commit_id, g_source_remove);
  g_signal_emit (self, signals[COMMITTED], 0);
  if (!self->pointer || !np_page_of (GTK_WIDGET (self)))
    return;
  g_autofree char *text = tidy_text (self);
  if (self->numeric)
    commit_number (self, text);
  else
    commit_text (self, text);
}

static gboolean
commit_later_cb (gpointer data)
{
  NpFieldEntry *self = data;

  self->commit_id = 0;
  commit (self);
  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (NpFieldEntry *self)
{
  if (self->setting)
    return;
  if (self->wrong)
    np_field_entry_set_error (self, NULL);
  g_clear_handle_id (&self->commit_id, g_source_remove);
  self->commit_id = g_timeout_add (COMMIT_MS, commit_later_cb, self);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
focus_left_cb (NpFieldEntry *self)
{
  if (self->commit_id)
    commit (self);
}

static void
activated_cb (NpFieldEntry *self)
{
  if (self->commit_id)
    commit (self);
  if (g_signal_has_handler_pending (self, signals[ACTIVATE], 0, FALSE))
    g_signal_emit (self, signals[ACTIVATE], 0);
  else
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
make_text_view (NpFieldEntry *self)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "field-text");
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed", G_CALLBACK (text_changed_cb), self);
  return view;
}

static GtkWidget *
make_entry (NpFieldEntry *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), self->placeholder);
  if (self->numeric)
    gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activated_cb), self);
  return entry;
}

static void
np_field_entry_constructed (GObject *object)
{
  NpFieldEntry *self = NP_FIELD_ENTRY (object);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  G_OBJECT_CLASS (np_field_entry_parent_class)->constructed (object);
  self->input = self->lines > 1 ? make_text_view (self) : make_entry (self);
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->label), self->input);
  gtk_box_insert_child_after (GTK_BOX (self), self->input, self->label);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (self->input, focus);
  show_hint (self, self->hint_text, FALSE);
}

static gboolean
np_field_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NP_FIELD_ENTRY (widget)->input);
}

static void
np_field_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NpFieldEntry *self = NP_FIELD_ENTRY (object);

  switch (id)
    {
    case PROP_LABEL:
      gtk_label_set_text (GTK_LABEL (self->label), g_value_get_string (value));
      break;
    case PROP_SPOKEN:
      if (g_value_get_string (value))
        gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        g_value_get_string (value), -1);
      break;
    case PROP_POINTER:
      g_free (self->pointer);
      self->pointer = g_value_dup_string (value);
      break;
    case PROP_HINT:
      g_free (self->hint_text);
      self->hint_text = g_value_dup_string (value);
      if (self->input)
        show_hint (self, self->hint_text, FALSE);
      break;
    case PROP_PLACEHOLDER:
      g_free (self->placeholder);
      self->placeholder = g_value_dup_string (value);
      break;
    case PROP_LINES:
      self->lines = g_value_get_int (value);
      break;
    case PROP_NUMERIC:
      self->numeric = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
np_field_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NpFieldEntry *self = NP_FIELD_ENTRY (object);

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->label)));
      break;
    case PROP_POINTER:
      g_value_set_string (value, self->pointer);
      break;
    case PROP_HINT:
      g_value_set_string (value, self->hint_text);
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, self->placeholder);
      break;
    case PROP_LINES:
      g_value_set_int (value, self->lines);
      break;
    case PROP_NUMERIC:
      g_value_set_boolean (value, self->numeric);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
np_field_entry_dispose (GObject *object)
{
  g_clear_handle_id (&NP_FIELD_ENTRY (object)->commit_id, g_source_remove);
  G_OBJECT_CLASS (np_field_entry_parent_class)->dispose (object);
}

static void
np_field_entry_finalize (GObject *object)
{
  NpFieldEntry *self = NP_FIELD_ENTRY (object);

  g_free (self->pointer);
  g_free (self->hint_text);
  g_free (self->placeholder);
  G_OBJECT_CLASS (np_field_entry_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *class)
{
  GParamFlags both = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GParamFlags once = both | G_PARAM_CONSTRUCT_ONLY;
  GParamSpec *properties[N_PROPERTIES] = {
    [PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", both),
    [PROP_SPOKEN] = g_param_spec_string ("spoken", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS),
    [PROP_POINTER] = g_param_spec_string ("pointer", NULL, NULL, NULL, both),
    [PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, both),
    [PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, once),
    [PROP_LINES] = g_param_spec_int ("lines", NULL, NULL, 1, 2, 1, once),
    [PROP_NUMERIC] = g_param_spec_boolean ("numeric", NULL, NULL, FALSE, once),
  };

  g_object_class_install_properties (class, N_PROPERTIES, properties);
}

static void
np_field_entry_class_init (NpFieldEntryClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->constructed = np_field_entry_constructed;
  object_class->set_property = np_field_entry_set_property;
  object_class->get_property = np_field_entry_get_property;
  object_class->dispose = np_field_entry_dispose;
  object_class->finalize = np_field_entry_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = np_field_entry_grab_focus;
  install_properties (object_class);
  signals[EDITED] = g_signal_new ("edited", NP_TYPE_FIELD_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COMMITTED] =
    g_signal_new ("committed", NP_TYPE_FIELD_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE] =
    g_signal_new ("activate", NP_TYPE_FIELD_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
np_field_entry_init (NpFieldEntry *self)
{
  self->label = gtk_label_new (NULL);
  self->hint = gtk_label_new (NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "field");
  gtk_widget_add_css_class (self->label, "field-label");
  gtk_widget_add_css_class (self->hint, "caption");
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_widget_set_visible (self->hint, FALSE);
  gtk_box_append (GTK_BOX (self), self->label);
  gtk_box_append (GTK_BOX (self), self->hint);
}

/**
 * np_field_entry_new:
 * @label: the words above the entry, also its name for a screen reader
 * @pointer: (nullable): the JSON pointer of the text it edits
 *
 * Returns: (transfer floating): a one-line entry
 */
GtkWidget *
np_field_entry_new (const char *label, const char *pointer)
{
  return g_object_new (NP_TYPE_FIELD_ENTRY, "label", label, "pointer", pointer, NULL);
}

/**
 * np_field_entry_get_text:
 * @self: an entry
 *
 * Returns: (transfer full): the text as typed
 */
char *
np_field_entry_get_text (NpFieldEntry *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (NP_IS_FIELD_ENTRY (self), NULL);
  if (GTK_IS_ENTRY (self->input))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->input)));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * np_field_entry_is_typing:
 * @self: an entry
 *
 * Returns: whether something is typed that was not committed yet
 */
gboolean
np_field_entry_is_typing (NpFieldEntry *self)
{
  g_return_val_if_fail (NP_IS_FIELD_ENTRY (self), FALSE);
  return self->commit_id != 0;
}

/**
 * np_field_entry_set_text:
 * @self: an entry
 * @text: (nullable): the text to show
 *
 * Shows a text without it counting as typed.
 */
void
np_field_entry_set_text (NpFieldEntry *self, const char *text)
{
  g_return_if_fail (NP_IS_FIELD_ENTRY (self));

  g_clear_handle_id (&self->commit_id, g_source_remove);
  if (self->wrong)
    np_field_entry_set_error (self, NULL);
  self->setting = TRUE;
  if (GTK_IS_ENTRY (self->input))
    gtk_editable_set_text (GTK_EDITABLE (self->input), text ? text : "");
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), text ? text : "", -1);
  self->setting = FALSE;
}

/**
 * np_field_entry_set_error:
 * @self: an entry
 * @error: (nullable): what is wrong with the text, in one sentence
 *
 * Shows the error in place of the hint; style and accessible state go together. It goes as soon as the text is mended.
 */
void
np_field_entry_set_error (NpFieldEntry *self, const char *error)
{
  g_return_if_fail (NP_IS_FIELD_ENTRY (self));
  show_hint (self, error ? error : self->hint_text, error != NULL);
}

/**
 * np_field_entry_refresh:
 * @self: an entry
 *
 * Shows what the document holds. Text that is being typed stays, and so does a space at its end that the document does
 * not keep, and words where a number is asked for.
 */
void
np_field_entry_refresh (NpFieldEntry *self)
{
  g_autofree char *now = NULL;
  g_autofree char *shown = NULL;

  g_return_if_fail (NP_IS_FIELD_ENTRY (self));
  if (!self->pointer || self->commit_id || (self->numeric && self->wrong))
    return;
  JsonNode *node = np_bound_get_node (NP_BOUND (self));
  if (node && self->numeric)
    now = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    now = g_strdup (np_bound_get_string (NP_BOUND (self)));
  shown = tidy_text (self);
  if (g_strcmp0 (shown, now ? now : "") != 0)
    np_field_entry_set_text (self, now);
}

static void
np_field_entry_bound_refresh (NpBound *bound)
{
  np_field_entry_refresh (NP_FIELD_ENTRY (bound));
}

static const char *
np_field_entry_get_pointer (NpBound *bound)
{
  return NP_FIELD_ENTRY (bound)->pointer;
}

static void
bound_init (NpBoundInterface *interface)
{
  interface->refresh = np_field_entry_bound_refresh;
  interface->get_pointer = np_field_entry_get_pointer;
}
