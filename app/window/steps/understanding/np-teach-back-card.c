/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-teach-back-card.h"
#include "np-bound.h"
#include "np-choice.h"
#include "np-page.h"
#include "np-reveal.h"
#include "np-section.h"

#include <glib/gi18n.h>

struct _NpTeachBackCard
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *choice;
  GtkWidget *tries;
  GtkWidget *explain;     /* button */
  GtkWidget *explanation; /* revealer */

  /* Owned */
  char *pointer;

  guint teach_back;
  gboolean by_key; /* the keyboard was used here last, not the pointer */
  gboolean held;   /* a key is down */
  gboolean done;   /* said back by a key: the next one has its turn when the key is up */
};

static void bound_init (NpBoundInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NpTeachBackCard,
                               np_teach_back_card,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (NP_TYPE_BOUND, bound_init))

/* ---- one more try ---- */

typedef struct
{
  guint teach_back;
  char *result;
} Try;

static void
try_free (gpointer data)
{
  g_free (((Try *) data)->result);
  g_free (data);
}

static gboolean
note_try (NpConsultation *consultation, gpointer data, GError **error)
{
  const Try *edit = data;

  return np_consultation_teach_back (consultation, edit->teach_back, edit->result, error);
}

static void
reveal (NpTeachBackCard *self, gboolean shown)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->explanation), shown);
  gtk_widget_set_visible (self->explanation, shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->explain), GTK_ACCESSIBLE_STATE_EXPANDED, shown, -1);
}

/* Whoever answers with the keyboard is taken to the next question that was not asked, as on the pages before; a key held down answers one question only. */
static void
go_on (NpTeachBackCard *self)
{
  if (!self->done || self->held)
    return;
  self->done = FALSE;
  for (GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (self)); next; next = gtk_widget_get_next_sibling (next))
    if (!np_choice_get (NP_CHOICE (NP_TEACH_BACK_CARD (next)->choice)))
      {
        gtk_widget_grab_focus (next);
        np_reveal (next);
        return;
      }
  if (!np_page_focus_first_open (np_page_of (GTK_WIDGET (self))))
    gtk_widget_activate_action (GTK_WIDGET (self), "consultation.focus-next", NULL);
}

static gboolean
key_pressed_cb (NpTeachBackCard *self)
{
  self->by_key = self->held = TRUE;
  return GDK_EVENT_PROPAGATE;
}

static void
key_released_cb (NpTeachBackCard *self)
{
  self->held = FALSE;
  go_on (self);
}

static void
pointer_pressed_cb (NpTeachBackCard *self)
{
  self->by_key = FALSE;
}

static void
watch_input (NpTeachBackCard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *pointer = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (pointer, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (key_released_cb), self);
  g_signal_connect_swapped (pointer, "pressed", G_CALLBACK (pointer_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), pointer);
}

/* What was not understood is explained here first. */
static void
chosen_cb (NpTeachBackCard *self)
{
  const char *result = np_choice_get (NP_CHOICE (self->choice));
  Try *edit;

  if (!result)
    return;
  edit = g_new (Try, 1);
  *edit = (Try){ self->teach_back, g_strdup (result) };
  if (g_str_equal (result, "not-yet"))
    reveal (self, TRUE);
  self->done = self->by_key && !g_str_equal (result, "not-yet");
  np_page_edit (GTK_WIDGET (self), note_try, edit, try_free);
  go_on (self);
}

static void
explain_cb (NpTeachBackCard *self)
{
  reveal (self, !gtk_revealer_get_reveal_child (GTK_REVEALER (self->explanation)));
}

/* ---- showing ---- */

/* There is always something to read, so that nothing moves under the pointer when the first answer comes. */
static void
show_tries (NpTeachBackCard *self, gint64 tries)
{
  g_autofree char *words = NULL;

  if (tries > 0)
    /* Translators: how often the patient was asked to say something back */
    words = g_strdup_printf (ngettext ("Asked %d time.", "Asked %d times.", (gulong) tries), (int) tries);
  else
    /* Translators: the patient was not yet asked to say something back */
    words = g_strdup (C_ ("teach-back", "Not asked yet."));
  gtk_label_set_text (GTK_LABEL (self->tries), words);
}

static void
np_teach_back_card_refresh (NpBound *bound)
{
  NpTeachBackCard *self = NP_TEACH_BACK_CARD (bound);
  JsonNode *node = np_bound_get_node (bound);
  JsonObject *entry = node ? json_node_get_object (node) : NULL;

  np_choice_set (NP_CHOICE (self->choice), entry ? json_object_get_string_member (entry, "result") : NULL);
  show_tries (self, entry ? json_object_get_int_member (entry, "tries") : 0);
}

static const char *
np_teach_back_card_get_pointer (NpBound *bound)
{
  return NP_TEACH_BACK_CARD (bound)->pointer;
}

static void
bound_init (NpBoundInterface *interface)
{
  interface->refresh = np_teach_back_card_refresh;
  interface->get_pointer = np_teach_back_card_get_pointer;
}

static gboolean
np_teach_back_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NP_TEACH_BACK_CARD (widget)->choice);
}

static void
np_teach_back_card_finalize (GObject *object)
{
  g_free (NP_TEACH_BACK_CARD (object)->pointer);
  G_OBJECT_CLASS (np_teach_back_card_parent_class)->finalize (object);
}

static void
np_teach_back_card_class_init (NpTeachBackCardClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_teach_back_card_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = np_teach_back_card_grab_focus;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
np_teach_back_card_init (NpTeachBackCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "talk-card");
  watch_input (self);
}

static GtkWidget *
choice_new (NpTeachBackCard *self, const char *ask)
{
  GtkWidget *choice = np_choice_new (ask);

  np_choice_add (NP_CHOICE (choice), "own-words", C_ ("teach-back", "In own words"), 'y');
  np_choice_add (NP_CHOICE (choice), "after-explaining", C_ ("teach-back", "After explaining again"), 'a');
  np_choice_add (NP_CHOICE (choice), "not-yet", C_ ("teach-back", "Not yet"), 'n');
  g_signal_connect_swapped (choice, "chosen", G_CALLBACK (chosen_cb), self);
  return choice;
}

static void
add_explanation (NpTeachBackCard *self, const char *ask, const char *explain)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = np_paragraph_new (explain, "explanation");
  /* Translators: names the button for a screen reader; %s is the question to the patient */
  g_autofree char *name = g_strdup_printf (_ ("Explain again: %s"), ask);

  /* Translators: button: shows an explanation to read out */
  self->explain = np_button_new (_ ("Explain Again"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->explain), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (self->explain, "flat");
  g_signal_connect_swapped (self->explain, "clicked", G_CALLBACK (explain_cb), self);
  self->explanation = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->explanation), words);
  self->tries = np_paragraph_new (NULL, "caption");
  gtk_widget_set_hexpand (self->tries, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->tries), 1);
  gtk_box_append (GTK_BOX (line), self->explain);
  gtk_box_append (GTK_BOX (line), self->tries);
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), self->explanation);
  reveal (self, FALSE);
}

static void
add_listen_for (NpTeachBackCard *self, const NpTeachBack *entry)
{
  /* Translators: for staff, below a question to the patient; %s is what a good answer holds */
  g_autofree char *words = g_strdup_printf (_ ("Listen for: %s"), entry->listen_for.source);

  gtk_box_append (GTK_BOX (self), np_paragraph_new (words, "dim-label"));
}

/**
 * np_teach_back_card_new:
 * @consultation: a consultation
 * @teach_back: position of a question that applies
 *
 * Returns: (transfer floating): the question in the patient's language
 */
GtkWidget *
np_teach_back_card_new (NpConsultation *consultation, guint teach_back)
{
  const NpTeachBack *entry = &np_consultation_get_catalog (consultation)->teach_back[teach_back];
  const NpLanguage *language = np_consultation_get_language (consultation);
  NpTeachBackCard *self = g_object_new (NP_TYPE_TEACH_BACK_CARD, NULL);
  const char *ask = np_language_say (language, &entry->ask);

  self->teach_back = teach_back;
  self->pointer = g_strdup_printf ("/understanding/%s", entry->id);
  self->choice = choice_new (self, ask);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, ask, -1);
  gtk_box_append (GTK_BOX (self), np_heading_new (ask, "heading"));
  add_listen_for (self, entry);
  gtk_box_append (GTK_BOX (self), self->choice);
  add_explanation (self, ask, np_language_say (language, &entry->explain));
  show_tries (self, 0);
  return GTK_WIDGET (self);
}
