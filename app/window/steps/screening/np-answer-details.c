/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-answer-details.h"
#include "np-check.h"
#include "np-state-field.h"

#include <glib/gi18n.h>

struct _NpAnswerDetails
{
  GtkBox parent_instance;

  /* Borrowed from the catalogue */
  const NpQuestion *question;
  const NpCatalog *catalog;

  /* Owned */
  NpLanguage *language;
  JsonArray *states; /* what it shows and edits; nullable */

  gboolean single;  /* only one state can be meant: no check button for it */
  gboolean setting; /* the program shows something */
};

enum
{
  CHANGED,
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpAnswerDetails, np_answer_details, GTK_TYPE_BOX)

/* Each child is a box for one state: its name is the state's id, then come the check button and the box of its fields. */
static const char *
id_of (GtkWidget *part)
{
  return gtk_widget_get_name (part);
}

static GtkWidget *
check_of (GtkWidget *part)
{
  return gtk_widget_get_first_child (part);
}

static GtkWidget *
fields_of (GtkWidget *part)
{
  return gtk_widget_get_last_child (part);
}

static void
field_changed_cb (NpAnswerDetails *self, gboolean settled)
{
  g_signal_emit (self, signals[CHANGED], 0, settled);
}

static void
field_activated_cb (NpAnswerDetails *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

/* Fields are made when a state holds for the first time: most never do. */
static void
make_fields (NpAnswerDetails *self, GtkWidget *box, const NpState *state)
{
  for (guint i = 0; i < state->n_fields; i++)
    {
      GtkWidget *field = np_state_field_new (&state->fields[i], self->catalog, self->language);

      g_signal_connect_swapped (field, "changed", G_CALLBACK (field_changed_cb), self);
      g_signal_connect_swapped (field, "activate", G_CALLBACK (field_activated_cb), self);
      gtk_box_append (GTK_BOX (box), field);
    }
}

static void
show_part (NpAnswerDetails *self, GtkWidget *part)
{
  JsonObject *entry = self->states ? np_answer_states_find (self->states, id_of (part)) : NULL;
  int position = np_catalog_find_state (self->question, id_of (part));
  const NpState *state = position >= 0 ? &self->question->states[position] : NULL;
  GtkWidget *fields = fields_of (part);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check_of (part)), entry != NULL);
  gtk_widget_set_visible (fields, entry && state && state->n_fields > 0);
  if (!gtk_widget_get_visible (fields))
    return;
  if (!gtk_widget_get_first_child (fields))
    make_fields (self, fields, state);
  for (GtkWidget *field = gtk_widget_get_first_child (fields); field; field = gtk_widget_get_next_sibling (field))
    np_state_field_show (NP_STATE_FIELD (field), entry);
}

static void
show_parts (NpAnswerDetails *self)
{
  self->setting = TRUE;
  for (GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (self)); part; part = gtk_widget_get_next_sibling (part))
    show_part (self, part);
  self->setting = FALSE;
}

/* A tick that asks for more leads there: what is typed next must not be taken for the letter of an answer. */
static void
focus_fields (GtkWidget *part)
{
  GtkWidget *fields = fields_of (part);

  if (gtk_widget_get_visible (fields))
    gtk_widget_grab_focus (gtk_widget_get_first_child (fields));
}

static void
check_toggled_cb (GtkCheckButton *check, NpAnswerDetails *self)
{
  GtkWidget *part = gtk_widget_get_parent (GTK_WIDGET (check));

  if (self->setting || !self->states)
    return;
  np_answer_states_set (self->states, self->question, id_of (part), gtk_check_button_get_active (check));
  show_parts (self);
  g_signal_emit (self, signals[CHANGED], 0, TRUE);
  focus_fields (part);
}

static void
add_part (NpAnswerDetails *self, const char *id, const char *label)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *check = np_check_new (label);
  GtkWidget *fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_name (part, id);
  gtk_widget_set_visible (check, !self->single);
  gtk_widget_set_visible (fields, FALSE);
  gtk_widget_add_css_class (fields, "state-fields");
  if (!self->single)
    gtk_widget_set_margin_start (fields, 24);
  g_signal_connect (check, "toggled", G_CALLBACK (check_toggled_cb), self);
  gtk_box_append (GTK_BOX (part), check);
  gtk_box_append (GTK_BOX (part), fields);
  gtk_box_append (GTK_BOX (self), part);
}

static gboolean
np_answer_details_grab_focus (GtkWidget *widget)
{
  NpAnswerDetails *self = NP_ANSWER_DETAILS (widget);
  GtkWidget *first = gtk_widget_get_first_child (widget);

  if (!first)
    return FALSE;
  if (!self->single)
    return gtk_widget_grab_focus (check_of (first));
  GtkWidget *field = gtk_widget_get_first_child (fields_of (first));
  return field && gtk_widget_get_visible (fields_of (first)) && gtk_widget_grab_focus (field);
}

static void
np_answer_details_finalize (GObject *object)
{
  NpAnswerDetails *self = NP_ANSWER_DETAILS (object);

  g_clear_pointer (&self->language, np_language_unref);
  g_clear_pointer (&self->states, json_array_unref);
  G_OBJECT_CLASS (np_answer_details_parent_class)->finalize (object);
}

static void
np_answer_details_class_init (NpAnswerDetailsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_answer_details_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = np_answer_details_grab_focus;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHANGED] = g_signal_new ("changed", NP_TYPE_ANSWER_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[ACTIVATE] =
    g_signal_new ("activate", NP_TYPE_ANSWER_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* Enter on a check button is "done here", as in an entry; the space bar ticks. */
static gboolean
key_pressed_cb (NpAnswerDetails *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return FALSE;
  if (!GTK_IS_CHECK_BUTTON (focus))
    return FALSE;
  g_signal_emit (self, signals[ACTIVATE], 0);
  return TRUE;
}

static void
np_answer_details_init (NpAnswerDetails *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

static gboolean
is_single (guint64 offered)
{
  return offered != 0 && (offered & (offered - 1)) == 0;
}

/**
 * np_answer_details_new:
 * @question: a question of the catalogue
 * @offered: its states to show, as bits
 * @with_unsure: whether "do not know" and "rather not say" are offered beside them
 * @catalog: the catalogue, which outlives the widget
 * @language: the patient's language
 *
 * Returns: (transfer floating): the states with nothing chosen
 */
GtkWidget *
np_answer_details_new (const NpQuestion *question,
                       guint64 offered,
                       gboolean with_unsure,
                       const NpCatalog *catalog,
                       const NpLanguage *language)
{
  NpAnswerDetails *self = g_object_new (NP_TYPE_ANSWER_DETAILS, NULL);

  g_return_val_if_fail (question && catalog && language, GTK_WIDGET (self));
  self->question = question;
  self->catalog = catalog;
  self->language = np_language_ref ((NpLanguage *) language);
  self->single = with_unsure && is_single (offered);
  for (guint i = 0; i < question->n_states; i++)
    if (offered & NP_STATE_BIT (i))
      add_part (self, question->states[i].id, np_language_say (language, &question->states[i].label));
  if (!with_unsure || self->single)
    return GTK_WIDGET (self);
  /* Translators: beside answers that hold: about the other answers of the question the patient is not sure. */
  add_part (self, "dont-know", _ ("Not sure about the rest"));
  /* Translators: beside answers that hold: about the other answers of the question the patient would rather say nothing. */
  add_part (self, "prefer-not-to-say", _ ("Rather not say about the rest"));
  return GTK_WIDGET (self);
}

/**
 * np_answer_details_show:
 * @self: details of an answer
 * @states: the states to show and to edit in place from now on
 */
void
np_answer_details_show (NpAnswerDetails *self, JsonArray *states)
{
  g_return_if_fail (NP_IS_ANSWER_DETAILS (self) && states);

  JsonArray *before = self->states;
  self->states = json_array_ref (states);
  g_clear_pointer (&before, json_array_unref);
  show_parts (self);
}
