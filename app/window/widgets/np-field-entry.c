/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-field-entry.h"
#include "np-json-write.h"
#include "np-page.h"
#include "np-reveal.h"
#include "np-typing.h"

#include <glib/gi18n.h>

/* Typing rests this long before the document takes the text: a draft is never more than a second behind. */
#define COMMIT_MS 400

struct _NpFieldEntry
{
  NpBoundField parent_instance;

  /* Children */
  GtkWidget *label;
  GtkWidget *input; /* GtkEntry or GtkTextView */
  GtkWidget *hint;

  /* Owned */
  char *hint_text;

  NpTyping typing;
  int lines;
  gboolean numeric;
  gboolean to_add;  /* a button puts the text on a list */
  gboolean wrong;   /* an error stands in place of the hint */
  gboolean setting; /* the program changes the text, not a person */
};

enum
{
  PROP_SPOKEN = 1,
  PROP_HINT,
  PROP_LINES,
  PROP_NUMERIC,
  PROP_TO_ADD,
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

G_DEFINE_FINAL_TYPE (NpFieldEntry, np_field_entry, NP_TYPE_BOUND_FIELD)

static const char *
pointer_of (NpFieldEntry *self)
{
  return np_bound_field_get_pointer (NP_BOUND_FIELD (self));
}

/* What is typed for a list and not put on it is in no document either: whoever goes on would take it for entered. Where nothing is typed
 * nothing is lost: that something was missing for a button holds nobody up. */
static void
note_problem (NpFieldEntry *self, const char *error)
{
  g_autofree char *text = self->input ? np_field_entry_get_tidy_text (self) : NULL;
  const char *waits = self->to_add ? _ ("This is not on the list yet. Add it, or delete what is typed here.") : NULL;

  np_bound_field_set_problem (NP_BOUND_FIELD (self), !text || !*text ? NULL : error ? error : waits);
}

/* The line below keeps its place once it was there: what stands below it must not move under somebody's pointer. A number can always be
 * wrong, so its line is there from the beginning, and says what is asked for. */
static void
show_hint (NpFieldEntry *self, const char *text, gboolean is_error)
{
  self->wrong = is_error;
  note_problem (self, is_error ? text : NULL);
  gtk_label_set_text (GTK_LABEL (self->hint), text ? text : "");
  gtk_widget_set_visible (self->hint, (text && *text) || gtk_widget_get_visible (self->hint));
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
    np_page_set_int (GTK_WIDGET (self), pointer_of (self), number);
  else if (!is_number && now)
    np_page_set_node (GTK_WIDGET (self), pointer_of (self), NULL);
}

static void
commit_text (NpFieldEntry *self, const char *text)
{
  const char *now = np_bound_get_string (NP_BOUND (self));

  if (g_strcmp0 (text, now ? now : "") != 0)
    np_page_set_string (GTK_WIDGET (self), pointer_of (self), text);
}

static void
commit (GtkWidget *widget)
{
  NpFieldEntry *self = NP_FIELD_ENTRY (widget);

  g_signal_emit (self, signals[COMMITTED], 0);
  if (!np_bound_field_is_bound (NP_BOUND_FIELD (self)))
    return;
  g_autofree char *text = np_field_entry_get_tidy_text (self);
  if (self->numeric)
    commit_number (self, text);
  else
    commit_text (self, text);
}

static void
text_changed_cb (NpFieldEntry *self)
{
  if (self->setting)
    return;
  if (self->wrong)
    np_field_entry_set_error (self, NULL);
  note_problem (self, NULL);
  np_typing_begin (&self->typing);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
activated_cb (NpFieldEntry *self)
{
  np_typing_end (&self->typing);
  if (g_signal_has_handler_pending (self, signals[ACTIVATE], 0, FALSE))
    g_signal_emit (self, signals[ACTIVATE], 0);
  else
    np_typing_go_on (&self->typing);
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

  if (self->numeric)
    gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activated_cb), self);
  return entry;
}

static void
refused (NpBoundField *field, const char *why)
{
  np_field_entry_set_error (NP_FIELD_ENTRY (field), why);
}

/* Text that is being typed stays, and so does a space at its end that the document does not keep, and what it did not take. */
static void
refresh (NpBoundField *field)
{
  NpFieldEntry *self = NP_FIELD_ENTRY (field);
  JsonNode *node = np_bound_get_node (NP_BOUND (field));
  g_autofree char *now = NULL;

  if (np_typing_is_on (&self->typing) || self->wrong)
    return;
  if (node && self->numeric)
    now = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    now = g_strdup (np_bound_get_string (NP_BOUND (field)));
  g_autofree char *shown = np_field_entry_get_tidy_text (self);
  if (g_strcmp0 (shown, now ? now : "") != 0)
    np_field_entry_set_text (self, now);
}

static void
np_field_entry_constructed (GObject *object)
{
  NpFieldEntry *self = NP_FIELD_ENTRY (object);

  G_OBJECT_CLASS (np_field_entry_parent_class)->constructed (object);
  self->input = self->lines > 1 ? make_text_view (self) : make_entry (self);
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->label), self->input);
  gtk_widget_insert_after (self->input, GTK_WIDGET (self), self->label);
  np_typing_watch (&self->typing, self->input);
  if (self->numeric && !self->hint_text)
    self->hint_text = g_strdup (_ ("A whole number"));
  show_hint (self, self->hint_text, FALSE);
}

static gboolean
np_field_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NP_FIELD_ENTRY (widget)->input);
}

static void
set_spoken (NpFieldEntry *self, const char *spoken)
{
  if (spoken)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
set_hint (NpFieldEntry *self, const char *hint)
{
  g_free (self->hint_text);
  self->hint_text = g_strdup (hint);
  if (self->input)
    show_hint (self, hint, FALSE);
}

static void
np_field_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NpFieldEntry *self = NP_FIELD_ENTRY (object);

  switch (id)
    {
    case PROP_SPOKEN:
      set_spoken (self, g_value_get_string (value));
      break;
    case PROP_HINT:
      set_hint (self, g_value_get_string (value));
      break;
    case PROP_LINES:
      self->lines = g_value_get_int (value);
      break;
    case PROP_NUMERIC:
      self->numeric = g_value_get_boolean (value);
      break;
    case PROP_TO_ADD:
      self->to_add = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
np_field_entry_dispose (GObject *object)
{
  np_typing_forget (&NP_FIELD_ENTRY (object)->typing);
  G_OBJECT_CLASS (np_field_entry_parent_class)->dispose (object);
}

static void
np_field_entry_finalize (GObject *object)
{
  g_free (NP_FIELD_ENTRY (object)->hint_text);
  G_OBJECT_CLASS (np_field_entry_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *class)
{
  GParamFlags any = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags once = any | G_PARAM_CONSTRUCT_ONLY;
  GParamSpec *properties[N_PROPERTIES] = {
    [PROP_SPOKEN] = g_param_spec_string ("spoken", NULL, NULL, NULL, any),
    [PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, any),
    [PROP_LINES] = g_param_spec_int ("lines", NULL, NULL, 1, 2, 1, once),
    [PROP_NUMERIC] = g_param_spec_boolean ("numeric", NULL, NULL, FALSE, once),
    [PROP_TO_ADD] = g_param_spec_boolean ("to-add", NULL, NULL, FALSE, once),
  };

  g_object_class_install_properties (class, N_PROPERTIES, properties);
}

static void
np_field_entry_class_init (NpFieldEntryClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->constructed = np_field_entry_constructed;
  object_class->set_property = np_field_entry_set_property;
  object_class->dispose = np_field_entry_dispose;
  object_class->finalize = np_field_entry_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = np_field_entry_grab_focus;
  NP_BOUND_FIELD_CLASS (class)->refresh = refresh;
  NP_BOUND_FIELD_CLASS (class)->refused = refused;
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
  self->typing = (NpTyping){ .owner = GTK_WIDGET (self), .commit = commit, .rest_ms = COMMIT_MS };
  self->label = np_bound_field_add_label (NP_BOUND_FIELD (self));
  self->hint = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->hint, "caption");
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_widget_set_visible (self->hint, FALSE);
  np_bound_field_add (NP_BOUND_FIELD (self), self->hint);
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
 * np_field_entry_get_tidy_text:
 * @self: an entry
 *
 * Returns: (transfer full): what a document would hold for the text as it stands
 */
char *
np_field_entry_get_tidy_text (NpFieldEntry *self)
{
  g_return_val_if_fail (NP_IS_FIELD_ENTRY (self), NULL);

  g_autofree char *typed = np_field_entry_get_text (self);
  return g_strstrip (np_json_clean_text (typed, NULL));
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
  return np_typing_is_on (&self->typing);
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

  np_typing_forget (&self->typing);
  if (self->wrong)
    np_field_entry_set_error (self, NULL);
  self->setting = TRUE;
  if (GTK_IS_ENTRY (self->input))
    gtk_editable_set_text (GTK_EDITABLE (self->input), text ? text : "");
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), text ? text : "", -1);
  self->setting = FALSE;
  note_problem (self, NULL);
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
 * np_field_entry_require:
 * @self: an entry
 * @missing: what to say when nothing is typed
 *
 * Returns: whether something is typed; if not, the entry says so, has the focus and is in view
 */
gboolean
np_field_entry_require (NpFieldEntry *self, const char *missing)
{
  g_return_val_if_fail (NP_IS_FIELD_ENTRY (self) && missing, FALSE);

  g_autofree char *text = np_field_entry_get_tidy_text (self);
  np_field_entry_set_error (self, *text ? NULL : missing);
  if (*text)
    return TRUE;
  gtk_widget_grab_focus (self->input);
  np_reveal (GTK_WIDGET (self));
  return FALSE;
}
