/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-clinic-page.h"
#include "np-field-entry.h"
#include "np-practitioner-card.h"

#include <glib/gi18n.h>

struct _NpClinicPage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkWidget *problem;
  NpFieldEntry *name;
  NpFieldEntry *address;
  NpFieldEntry *phone;
  NpFieldEntry *urgent_phone;
  NpFieldEntry *out_of_hours;
  GtkWidget *practitioners;
  GtkWidget *add;

  /* Owned references */
  NpDesk *desk;
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpClinicPage, np_clinic_page, ADW_TYPE_BIN)

static void
say_problem (NpClinicPage *self, const char *problem)
{
  gtk_label_set_text (GTK_LABEL (self->problem), problem ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
}

static void
clear_cards (NpClinicPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->practitioners)))
    gtk_box_remove (GTK_BOX (self->practitioners), child);
}

static void
card_removed_cb (NpPractitionerCard *card, NpClinicPage *self)
{
  gtk_widget_grab_focus (self->add);
  gtk_box_remove (GTK_BOX (self->practitioners), GTK_WIDGET (card));
}

static GtkWidget *
add_card (NpClinicPage *self, const NpPractitioner *practitioner)
{
  GtkWidget *card = np_practitioner_card_new (practitioner);

  g_signal_connect_object (card, "removed", G_CALLBACK (card_removed_cb), self, 0);
  gtk_box_append (GTK_BOX (self->practitioners), card);
  return card;
}

static void
add_clicked_cb (NpClinicPage *self)
{
  gtk_widget_child_focus (add_card (self, NULL), GTK_DIR_TAB_FORWARD);
}

static void
cancel_clicked_cb (NpClinicPage *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static gboolean
is_listed (GtkWidget *card)
{
  return !np_practitioner_card_is_empty (NP_PRACTITIONER_CARD (card)) &&
         !np_practitioner_card_is_leaving (NP_PRACTITIONER_CARD (card));
}

static GtkWidget *
blank_card (NpClinicPage *self)
{
  for (GtkWidget *card = gtk_widget_get_first_child (self->practitioners); card; card = gtk_widget_get_next_sibling (card))
    if (np_practitioner_card_is_empty (NP_PRACTITIONER_CARD (card)))
      return card;
  return add_card (self, NULL);
}

/* Someone has to treat: where nobody is listed, the name of one is asked for. */
static gboolean
check_practitioners (NpClinicPage *self)
{
  gboolean any = FALSE;

  for (GtkWidget *card = gtk_widget_get_first_child (self->practitioners); card; card = gtk_widget_get_next_sibling (card))
    if (is_listed (card))
      {
        if (!np_practitioner_card_check (NP_PRACTITIONER_CARD (card)))
          return FALSE;
        any = TRUE;
      }
  return any || np_practitioner_card_check (NP_PRACTITIONER_CARD (blank_card (self)));
}

/* The first thing that is missing is said where it is missing, and has the focus. */
static gboolean
check (NpClinicPage *self)
{
  return np_field_entry_require (self->name, _ ("The clinic's name stands on every sheet: please enter it.")) &&
         np_field_entry_require (self->phone, _ ("Patients need a number to call: please enter it.")) && check_practitioners (self);
}

static void
take (NpFieldEntry *field, char **place)
{
  g_free (*place);
  *place = np_field_entry_get_tidy_text (field);
}

/* Whoever is not listed any more stays in the file as retired: old records name them. */
static void
apply (NpClinicPage *self, NpClinic *clinic)
{
  take (self->name, &clinic->name);
  take (self->address, &clinic->address);
  take (self->phone, &clinic->phone);
  take (self->urgent_phone, &clinic->urgent_phone);
  take (self->out_of_hours, &clinic->out_of_hours);
  for (guint i = 0; i < clinic->practitioners->len; i++)
    ((NpPractitioner *) g_ptr_array_index (clinic->practitioners, i))->retired = TRUE;
  for (GtkWidget *card = gtk_widget_get_first_child (self->practitioners); card; card = gtk_widget_get_next_sibling (card))
    if (is_listed (card))
      np_practitioner_card_apply (NP_PRACTITIONER_CARD (card), clinic, np_desk_get_clock (self->desk));
}

static void
save_clicked_cb (NpClinicPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!check (self))
    return;
  apply (self, np_desk_get_clinic (self->desk));
  if (np_desk_save_clinic (self->desk, &error))
    {
      g_signal_emit (self, signals[DONE], 0);
      return;
    }
  g_autofree char *problem = g_strdup_printf (
    /* Translators: %s is what happened and what to do, as "The disk is full. Free some space and save again." */
    _ ("The clinic's details could not be saved. %s\nWhat you typed is still here."), error->message);
  say_problem (self, problem);
}

static void
np_clinic_page_dispose (GObject *object)
{
  g_clear_object (&NP_CLINIC_PAGE (object)->desk);
  G_OBJECT_CLASS (np_clinic_page_parent_class)->dispose (object);
}

static void
np_clinic_page_class_init (NpClinicPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (NP_TYPE_FIELD_ENTRY);
  G_OBJECT_CLASS (class)->dispose = np_clinic_page_dispose;
  signals[DONE] = g_signal_new ("done", NP_TYPE_CLINIC_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/needlepoint/Needlepoint/np-clinic-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NpClinicPage, problem);
  gtk_widget_class_bind_template_child (widget_class, NpClinicPage, name);
  gtk_widget_class_bind_template_child (widget_class, NpClinicPage, address);
  gtk_widget_class_bind_template_child (widget_class, NpClinicPage, phone);
  gtk_widget_class_bind_template_child (widget_class, NpClinicPage, urgent_phone);
  gtk_widget_class_bind_template_child (widget_class, NpClinicPage, out_of_hours);
  gtk_widget_class_bind_template_child (widget_class, NpClinicPage, practitioners);
  gtk_widget_class_bind_template_child (widget_class, NpClinicPage, add);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
np_clinic_page_init (NpClinicPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * np_clinic_page_show:
 * @self: a clinic page
 * @desk: whose clinic to edit; it has been loaded
 *
 * Shows what is known of the clinic. Nothing changes until Save is pressed.
 */
void
np_clinic_page_show (NpClinicPage *self, NpDesk *desk)
{
  NpClinic *clinic;

  g_return_if_fail (NP_IS_CLINIC_PAGE (self) && np_desk_is_loaded (desk));
  g_set_object (&self->desk, desk);
  clinic = np_desk_get_clinic (desk);
  say_problem (self, np_desk_get_clinic_problem (desk));
  np_field_entry_set_text (self->name, clinic->name);
  np_field_entry_set_text (self->address, clinic->address);
  np_field_entry_set_text (self->phone, clinic->phone);
  np_field_entry_set_text (self->urgent_phone, clinic->urgent_phone);
  np_field_entry_set_text (self->out_of_hours, clinic->out_of_hours);
  clear_cards (self);
  for (guint i = 0; i < clinic->practitioners->len; i++)
    {
      const NpPractitioner *practitioner = g_ptr_array_index (clinic->practitioners, i);
      if (!practitioner->retired)
        add_card (self, practitioner);
    }
  if (!gtk_widget_get_first_child (self->practitioners))
    add_card (self, NULL);
}

/**
 * np_clinic_page_focus:
 * @self: a clinic page
 *
 * Puts the focus into the first entry: what is typed at once is the clinic's name.
 */
void
np_clinic_page_focus (NpClinicPage *self)
{
  g_return_if_fail (NP_IS_CLINIC_PAGE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
