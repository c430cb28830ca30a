/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-people-page.h"
#include "np-checks.h"
#include "np-combo.h"
#include "np-date-entry.h"
#include "np-field-entry.h"
#include "np-person-section.h"
#include "np-practitioner-row.h"
#include "np-section.h"
#include "np-substance-list.h"
#include "np-talk-language.h"

#include <glib/gi18n.h>

struct _NpPeoplePage
{
  NpPage parent_instance;

  /* Children */
  GtkBox *column;
  GtkWidget *others; /* the section that offers to add someone */
  GtkWidget *offers; /* its card */
  NpChecks *identified_by;
  NpChecks *guardian_identified_by;
  NpCombo *relationship;
  NpPersonSection *guardian;
  NpPersonSection *interpreter;
  NpPersonSection *witness;
  NpPersonSection *held_by;

  const NpCatalog *catalog; /* whose words the lists show; borrowed from the consultation */
};

G_DEFINE_FINAL_TYPE (NpPeoplePage, np_people_page, NP_TYPE_PAGE)

/* Whom the core will ask to sign is whom this page needs by name. */
static gboolean
is_needed (NpConsultation *consultation, NpRole role)
{
  g_autoptr (GArray) signers = np_consultation_signers (consultation, NP_KIND_CONSENT);

  for (guint i = 0; i < signers->len; i++)
    if (g_array_index (signers, NpRole, i) == role)
      return TRUE;
  return FALSE;
}

static void
show_catalog (NpPeoplePage *self, const NpCatalog *catalog)
{
  if (self->catalog == catalog)
    return;
  self->catalog = catalog;
  np_checks_set_items (self->identified_by, &catalog->identified_by, NP_ROLE_PATIENT);
  np_checks_set_items (self->guardian_identified_by, &catalog->identified_by, NP_ROLE_GUARDIAN);
  np_combo_set_items (self->relationship, &catalog->relationships);
}

static gboolean
has_visible_child (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      return TRUE;
  return FALSE;
}

static void
np_people_page_refresh (NpPage *page)
{
  NpPeoplePage *self = NP_PEOPLE_PAGE (page);
  NpConsultation *consultation = np_page_get_consultation (page);

  show_catalog (self, np_consultation_get_catalog (consultation));
  np_person_section_show (self->guardian, consultation, is_needed (consultation, NP_ROLE_GUARDIAN));
  np_person_section_show (self->interpreter, consultation, is_needed (consultation, NP_ROLE_INTERPRETER));
  np_person_section_show (self->witness, consultation, is_needed (consultation, NP_ROLE_WITNESS));
  np_person_section_show (self->held_by, consultation, FALSE);
  gtk_widget_set_visible (self->others, has_visible_child (self->offers));
  np_fields_refresh (GTK_WIDGET (self));
}

static gboolean
np_people_page_focus_item (NpPage *page, const char *id)
{
  NpPeoplePage *self = NP_PEOPLE_PAGE (page);

  /* The clinic is kept for all consultations, not in this one. */
  if (g_str_has_prefix (id, "/clinic"))
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.clinic", NULL);
  if (g_str_has_prefix (id, "/practitioner"))
    id = "/practitioner";
  np_person_section_open_for (self->guardian, id);
  np_person_section_open_for (self->interpreter, id);
  np_person_section_open_for (self->witness, id);
  np_person_section_open_for (self->held_by, id);
  return NP_PAGE_CLASS (np_people_page_parent_class)->focus_item (page, id);
}

static void
np_people_page_class_init (NpPeoplePageClass *class)
{
  NP_PAGE_CLASS (class)->refresh = np_people_page_refresh;
  NP_PAGE_CLASS (class)->focus_item = np_people_page_focus_item;
}

static NpChecks *
make_identified_by (const char *pointer)
{
  return NP_CHECKS (np_checks_new (_ ("How we know who this is"), pointer));
}

static void
add_patient (NpPeoplePage *self)
{
  /* Translators: heading of the entries about the patient */
  GtkWidget *section = np_section_new (_ ("Patient"), NULL);
  GtkWidget *card = np_section_add_card (section);
  GtkWidget *born = np_date_entry_new (_ ("Date of birth"), "/patient/date_of_birth");

  /* Translators: example of a date of birth, as the program in this language understands it. */
  g_object_set (born, "hint", _ ("For example 5.11.1988 or 5 Nov 1988"), NULL);
  self->identified_by = make_identified_by ("/patient/identified_by");
  /* Translators: label of an entry */
  gtk_box_append (GTK_BOX (card), np_field_entry_new (_ ("Full name"), "/patient/name"));
  gtk_box_append (GTK_BOX (card), born);
  /* Translators: label of an entry: the number of the patient file in this clinic */
  gtk_box_append (GTK_BOX (card), np_field_entry_new (_ ("Record number (optional)"), "/patient/record_number"));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->identified_by));
  gtk_box_append (self->column, section);
}

static void
add_guardian (NpPeoplePage *self)
{
  self->guardian =
    NP_PERSON_SECTION (np_person_section_new (_ ("Parent or guardian"), C_ ("button", "Add a Parent or Guardian"),
                                              C_ ("button", "Remove the Parent or Guardian"), "/guardian", self->offers));
  self->relationship = NP_COMBO (np_combo_new (_ ("Relationship to the patient"), "/guardian/relationship"));
  self->guardian_identified_by = make_identified_by ("/guardian/identified_by");
  np_person_section_append (self->guardian, np_field_entry_new (_ ("Name of the parent or guardian"), "/guardian/name"));
  np_person_section_append (self->guardian, GTK_WIDGET (self->relationship));
  np_person_section_append (self->guardian,
                            np_field_entry_new (_ ("Document seen that shows the right to decide"), "/guardian/document"));
  np_person_section_append (self->guardian, GTK_WIDGET (self->guardian_identified_by));
  gtk_box_append (self->column, GTK_WIDGET (self->guardian));
}

static void
add_lists (NpPeoplePage *self)
{
  GtkWidget *medicines = np_section_new (
    _ ("Medicines and supplements"), _ ("Everything that is swallowed, injected or put on the skin, one after the other."));
  /* Translators: heading of a list */
  GtkWidget *allergies = np_section_new (_ ("Allergies"), _ ("Medicines, numbing creams, metals, latex, plasters, cosmetics."));

  gtk_box_append (GTK_BOX (medicines), np_substance_list_new (&np_medicine_kind));
  gtk_box_append (GTK_BOX (allergies), np_substance_list_new (&np_allergy_kind));
  gtk_box_append (self->column, medicines);
  gtk_box_append (self->column, allergies);
}

static void
add_talk (NpPeoplePage *self)
{
  /* Translators: heading: who holds the consultation and in which language */
  GtkWidget *section = np_section_new (_ ("The talk"), NULL);
  GtkWidget *card = np_section_add_card (section);

  gtk_box_append (GTK_BOX (card), np_practitioner_row_new ());
  gtk_box_append (GTK_BOX (card), np_talk_language_new ());
  gtk_box_append (self->column, section);

  self->held_by = NP_PERSON_SECTION (
    np_person_section_new (_ ("Who explains the treatment"), C_ ("button", "Someone Else Explains the Treatment"),
                           C_ ("button", "The Practitioner Explains the Treatment"), "/held_by", self->offers));
  np_person_section_append (self->held_by, np_field_entry_new (_ ("Name of whoever explains the treatment"), "/held_by/name"));
  /* Translators: label of an entry: what whoever explains the treatment works as */
  np_person_section_append (self->held_by, np_field_entry_new (_ ("Their role"), "/held_by/role"));
  gtk_box_append (self->column, GTK_WIDGET (self->held_by));
}

static void
add_interpreter (NpPeoplePage *self)
{
  self->interpreter =
    /* Translators: heading of the entries about the interpreter */
    NP_PERSON_SECTION (np_person_section_new (_ ("Interpreter"), C_ ("button", "Add an Interpreter"),
                                              C_ ("button", "Remove the Interpreter"), "/interpreter", self->offers));
  np_person_section_append (self->interpreter, np_field_entry_new (_ ("Name of the interpreter"), "/interpreter/name"));
  np_person_section_append (self->interpreter,
                            /* Translators: label of an entry */
                            np_field_entry_new (_ ("Language interpreted"), "/interpreter/language"));
  np_person_section_append (self->interpreter,
                            np_field_entry_new (_ ("Number or agency of the interpreter"), "/interpreter/reference"));
  gtk_box_append (self->column, GTK_WIDGET (self->interpreter));
}

static void
add_witness (NpPeoplePage *self)
{
  /* Translators: heading of the entries about the witness */
  self->witness = NP_PERSON_SECTION (np_person_section_new (_ ("Witness"), C_ ("button", "Add a Witness"),
                                                            C_ ("button", "Remove the Witness"), "/witness", self->offers));
  np_person_section_append (self->witness, np_field_entry_new (_ ("Name of the witness"), "/witness/name"));
  np_person_section_append (self->witness, np_field_entry_new (_ ("Role of the witness (optional)"), "/witness/role"));
  np_person_section_append (self->witness,
                            np_field_entry_new (_ ("Why the patient cannot sign by hand"), "/witness/reason"));
  gtk_box_append (self->column, GTK_WIDGET (self->witness));
}

static void
make_others (NpPeoplePage *self)
{
  /* Translators: heading above buttons that add a parent, an interpreter, a witness */
  self->others = np_section_new (_ ("Someone else takes part"), NULL);
  self->offers = np_section_add_card (self->others);
}

static void
np_people_page_init (NpPeoplePage *self)
{
  make_others (self);
  adw_bin_set_child (ADW_BIN (self), np_column_new (&self->column));
  gtk_box_append (self->column, np_heading_new (_ ("Who is here today"), "title-1"));
  add_patient (self);
  add_guardian (self);
  add_lists (self);
  add_talk (self);
  add_interpreter (self);
  add_witness (self);
  gtk_box_append (self->column, self->others);
}
