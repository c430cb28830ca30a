/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-practitioner-card.h"
#include "np-field-entry.h"
#include "np-section.h"

#include <glib/gi18n.h>

struct _NpPractitionerCard
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *fields;
  GtkWidget *farewell; /* stands in place of the fields once the practitioner is taken off the list */
  GtkWidget *undo;
  NpFieldEntry *name;
  NpFieldEntry *role;
  NpFieldEntry *registration;

  /* Owned */
  char *id; /* NULL = a new one */
};

enum
{
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpPractitionerCard, np_practitioner_card, GTK_TYPE_BOX)

static void
set_leaving (NpPractitionerCard *self, gboolean leaving)
{
  gtk_widget_set_visible (self->fields, !leaving);
  gtk_widget_set_visible (self->farewell, leaving);
}

static void
say_farewell (NpPractitionerCard *self)
{
  g_autofree char *name = np_field_entry_get_tidy_text (self->name);
  /* Translators: %s is the name of a practitioner who is taken off the clinic's list */
  g_autofree char *words = g_strdup_printf (_ ("%s will not be offered any more once you save. Earlier records keep the name."), name);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (self->farewell)), words);
}

/* Whoever is in the file can be taken back until Save is pressed; a card that was only begun just goes. */
static void
remove_clicked_cb (NpPractitionerCard *self)
{
  if (!self->id)
    {
      g_signal_emit (self, signals[REMOVED], 0);
      return;
    }
  say_farewell (self);
  set_leaving (self, TRUE);
  gtk_widget_grab_focus (self->undo);
}

static void
undo_clicked_cb (NpPractitionerCard *self)
{
  set_leaving (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
np_practitioner_card_finalize (GObject *object)
{
  g_free (NP_PRACTITIONER_CARD (object)->id);
  G_OBJECT_CLASS (np_practitioner_card_parent_class)->finalize (object);
}

static void
np_practitioner_card_class_init (NpPractitionerCardClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_practitioner_card_finalize;
  signals[REMOVED] =
    g_signal_new ("removed", NP_TYPE_PRACTITIONER_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static NpFieldEntry *
add_field (NpPractitionerCard *self, const char *label)
{
  GtkWidget *field = np_field_entry_new (label, NULL);

  gtk_box_append (GTK_BOX (self->fields), field);
  return NP_FIELD_ENTRY (field);
}

static void
add_fields (NpPractitionerCard *self)
{
  GtkWidget *remove = np_button_new (C_ ("button", "Remove This Practitioner"));

  self->fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->name = add_field (self, _ ("Name of the practitioner"));
  self->role = add_field (self, _ ("Role, for example “Dermatologist”"));
  /* Translators: the number under which a practitioner is registered with the authority */
  self->registration = add_field (self, _ ("Registration number (optional)"));
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_halign (remove, GTK_ALIGN_START);
  gtk_widget_set_margin_start (remove, 6);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->fields), remove);
  gtk_box_append (GTK_BOX (self), self->fields);
}

static void
add_farewell (NpPractitionerCard *self)
{
  GtkWidget *words = np_paragraph_new (NULL, NULL);

  self->farewell = np_line_new (12);
  self->undo = np_button_new (C_ ("button", "Undo"));
  gtk_widget_add_css_class (self->farewell, "field");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (self->undo, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->undo, "clicked", G_CALLBACK (undo_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->farewell), words);
  gtk_box_append (GTK_BOX (self->farewell), self->undo);
  gtk_box_append (GTK_BOX (self), self->farewell);
}

static void
np_practitioner_card_init (NpPractitionerCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "fields");
  add_fields (self);
  add_farewell (self);
  set_leaving (self, FALSE);
}

/**
 * np_practitioner_card_new:
 * @practitioner: (nullable): whom to edit; NULL for someone new
 *
 * Returns: (transfer floating): a card with what is known
 */
GtkWidget *
np_practitioner_card_new (const NpPractitioner *practitioner)
{
  NpPractitionerCard *self = g_object_new (NP_TYPE_PRACTITIONER_CARD, NULL);

  if (practitioner)
    {
      self->id = g_strdup (practitioner->id);
      np_field_entry_set_text (self->name, practitioner->name);
      np_field_entry_set_text (self->role, practitioner->role);
      np_field_entry_set_text (self->registration, practitioner->registration);
    }
  return GTK_WIDGET (self);
}

/**
 * np_practitioner_card_is_empty:
 * @self: a card
 *
 * Returns: whether it is for someone new and nothing was typed
 */
gboolean
np_practitioner_card_is_empty (NpPractitionerCard *self)
{
  g_return_val_if_fail (NP_IS_PRACTITIONER_CARD (self), TRUE);

  g_autofree char *name = np_field_entry_get_tidy_text (self->name);
  g_autofree char *role = np_field_entry_get_tidy_text (self->role);
  g_autofree char *registration = np_field_entry_get_tidy_text (self->registration);
  return !self->id && !*name && !*role && !*registration;
}

/**
 * np_practitioner_card_is_leaving:
 * @self: a card
 *
 * Returns: whether the practitioner was taken off the clinic's list
 */
gboolean
np_practitioner_card_is_leaving (NpPractitionerCard *self)
{
  g_return_val_if_fail (NP_IS_PRACTITIONER_CARD (self), FALSE);
  return !gtk_widget_get_visible (self->fields);
}

/**
 * np_practitioner_card_check:
 * @self: a card
 *
 * Says at the entry what is missing, and focuses it.
 *
 * Returns: whether nothing is missing
 */
gboolean
np_practitioner_card_check (NpPractitionerCard *self)
{
  g_return_val_if_fail (NP_IS_PRACTITIONER_CARD (self), FALSE);

  return np_field_entry_require (self->name, _ ("The name stands on every sheet: please enter it.")) &&
         np_field_entry_require (self->role, _ ("The role stands beside the signature: please enter it."));
}

static NpPractitioner *
find (NpClinic *clinic, const char *id)
{
  for (guint i = 0; i < clinic->practitioners->len; i++)
    {
      NpPractitioner *practitioner = g_ptr_array_index (clinic->practitioners, i);
      if (g_strcmp0 (practitioner->id, id) == 0)
        return practitioner;
    }
  return NULL;
}

/**
 * np_practitioner_card_apply:
 * @self: a card that has been checked
 * @clinic: the clinic to write into
 * @clock: gives a new practitioner an id
 *
 * Puts what was typed into the clinic.
 */
void
np_practitioner_card_apply (NpPractitionerCard *self, NpClinic *clinic, const NpClock *clock)
{
  g_return_if_fail (NP_IS_PRACTITIONER_CARD (self) && clinic);

  g_autofree char *name = np_field_entry_get_tidy_text (self->name);
  g_autofree char *role = np_field_entry_get_tidy_text (self->role);
  g_autofree char *registration = np_field_entry_get_tidy_text (self->registration);
  NpPractitioner *practitioner = self->id ? find (clinic, self->id) : NULL;
  if (!practitioner)
    {
      practitioner = np_clinic_add_practitioner (clinic, clock, name, role, registration);
      g_free (self->id);
      self->id = g_strdup (practitioner->id);
      return;
    }
  g_free (practitioner->name);
  g_free (practitioner->role);
  g_free (practitioner->registration);
  practitioner->name = g_steal_pointer (&name);
  practitioner->role = g_steal_pointer (&role);
  practitioner->registration = g_steal_pointer (&registration);
  practitioner->retired = FALSE;
}
