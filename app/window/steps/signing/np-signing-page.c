/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-signing-page.h"
#include "np-choice.h"
#include "np-config.h"
#include "np-ending-section.h"
#include "np-field-entry.h"
#include "np-handed-over.h"
#include "np-identity-card.h"
#include "np-print.h"
#include "np-reveal.h"
#include "np-section.h"
#include "np-sheet-window.h"
#include "np-sign-off.h"
#include "np-signer-card.h"
#include "np-wrap-layout.h"

#include <glib/gi18n.h>

#define MADE_BY "needlepoint " NP_VERSION
#define SIGNATURES "/signatures/"

struct _NpSigningPage
{
  NpPage parent_instance;

  /* Children */
  GtkWidget *ending;
  GtkWidget *before; /* everything that comes between the ending and the signatures */
  GtkWidget *copy;
  GtkWidget *handed;
  GtkWidget *signers;
  GtkWidget *told;
  GtkWidget *cards;
  GtkWidget *sign_off;

  /* Owned */
  char *shown; /* what the cards were made from */
};

G_DEFINE_FINAL_TYPE (NpSigningPage, np_signing_page, NP_TYPE_PAGE)

static NpConsultation *
consultation_of (NpSigningPage *self)
{
  return np_page_get_consultation (NP_PAGE (self));
}

/* ---- the sheet before signing ---- */

static GtkWindow *
window_of (NpSigningPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
look_cb (NpSigningPage *self)
{
  g_autoptr (NpSheet) sheet = np_sheet_of_consultation (consultation_of (self), MADE_BY);

  np_sheet_window_open (window_of (self), sheet);
}

static void
printed_cb (NpPrintResult result, gpointer data)
{
  g_autoptr (NpSigningPage) self = data;

  if (result == NP_PRINT_GIVEN_UP || !consultation_of (self))
    return;
  np_consultation_log (consultation_of (self), "printed", result == NP_PRINT_WRITTEN ? "file" : NULL);
  np_page_toast (GTK_WIDGET (self), result == NP_PRINT_WRITTEN
                                      ? _ ("The sheet was written to a file. Nothing was sent to a printer.")
                                      : _ ("The sheet was sent to the printer. Note it when you have handed it over."));
  gtk_widget_grab_focus (self->handed);
  np_reveal (self->handed);
}

static void
print_cb (NpSigningPage *self)
{
  NpConsultation *consultation = consultation_of (self);
  g_autofree char *name = np_print_name (consultation);

  np_print_sheet (window_of (self), np_sheet_of_consultation (consultation, MADE_BY), name, printed_cb, g_object_ref (self));
}

/* ---- the signers ---- */

static char *
describe_shown (NpConsultation *consultation, NpKind kind, GArray *signers)
{
  GString *words = g_string_new (np_language_tag (np_consultation_get_language (consultation)));

  g_string_append_printf (words, " %s", np_kind_words[kind]);
  for (guint i = 0; i < signers->len; i++)
    {
      NpRole role = g_array_index (signers, NpRole, i);
      g_autofree char *name = np_consultation_signer_name (consultation, role);

      g_string_append_printf (words, " %s=%s", np_role_words[role], name ? name : "");
    }
  return g_string_free (words, FALSE);
}

static void
make_cards (NpSigningPage *self, NpConsultation *consultation, NpKind kind, GArray *signers)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->cards)))
    gtk_box_remove (GTK_BOX (self->cards), child);
  for (guint i = 0; i < signers->len; i++)
    gtk_box_append (GTK_BOX (self->cards), np_signer_card_new (consultation, kind, g_array_index (signers, NpRole, i)));
  np_paragraphs_set (self->told, np_language_say (np_consultation_get_language (consultation),
                                                  &np_consultation_get_catalog (consultation)->before_signing));
}

static void
refresh_cards (NpSigningPage *self, NpConsultation *consultation, NpKind kind)
{
  g_autoptr (GArray) signers = np_consultation_signers (consultation, kind);
  g_autofree char *shown = describe_shown (consultation, kind, signers);

  if (g_strcmp0 (shown, self->shown) != 0)
    {
      make_cards (self, consultation, kind, signers);
      g_free (self->shown);
      self->shown = g_steal_pointer (&shown);
    }
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card; card = gtk_widget_get_next_sibling (card))
    np_signer_card_refresh (NP_SIGNER_CARD (card), consultation);
}

/* ---- the page ---- */

static void
refresh_copy (NpSigningPage *self, NpConsultation *consultation)
{
  const NpItems *copies = &np_consultation_get_catalog (consultation)->copies;

  if (gtk_widget_get_first_child (self->copy))
    return;
  for (guint i = 0; i < copies->n_items; i++)
    np_choice_add (NP_CHOICE (self->copy), copies->items[i].id,
                   np_language_say (np_consultation_get_language (consultation), &copies->items[i].text), 0);
}

static void
np_signing_page_refresh (NpPage *page)
{
  NpSigningPage *self = NP_SIGNING_PAGE (page);
  NpConsultation *consultation = np_page_get_consultation (page);
  NpKind kind;
  gboolean chosen = np_consultation_get_ending (consultation, &kind) && np_consultation_may_end (consultation, kind, NULL);

  np_ending_section_refresh (NP_ENDING_SECTION (self->ending), consultation);
  gtk_widget_set_visible (self->before, chosen);
  gtk_widget_set_visible (self->signers, chosen);
  refresh_copy (self, consultation);
  if (chosen)
    refresh_cards (self, consultation, kind);
  np_sign_off_refresh (NP_SIGN_OFF (self->sign_off), consultation);
  np_fields_refresh (self->before);
}

static GtkWidget *
find_card (NpSigningPage *self, const char *role)
{
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card; card = gtk_widget_get_next_sibling (card))
    if (g_str_equal (np_role_words[np_signer_card_get_role (NP_SIGNER_CARD (card))], role))
      return card;
  return NULL;
}

static gboolean
np_signing_page_focus_item (NpPage *page, const char *id)
{
  NpSigningPage *self = NP_SIGNING_PAGE (page);
  GtkWidget *card = NULL;

  if (g_str_equal (id, "/ending"))
    {
      np_reveal (self->ending);
      return gtk_widget_grab_focus (self->ending);
    }
  if (g_str_has_prefix (id, SIGNATURES))
    {
      card = find_card (self, id + strlen (SIGNATURES));
      if (!card)
        return FALSE;
      gtk_widget_grab_focus (card);
      np_reveal (card);
      return TRUE;
    }
  if (!np_fields_focus (GTK_WIDGET (self), id))
    return FALSE;
  np_reveal (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  return TRUE;
}

static char *
np_signing_page_progress (NpPage *page)
{
  NpConsultation *consultation = np_page_get_consultation (page);
  g_autoptr (GArray) signers = NULL;
  guint signed_by = 0;
  NpKind kind;

  if (!np_consultation_get_ending (consultation, &kind))
    return NULL;
  signers = np_consultation_signers (consultation, kind);
  for (guint i = 0; i < signers->len; i++)
    if (np_consultation_get_signature (consultation, g_array_index (signers, NpRole, i)))
      signed_by++;
  /* Translators: how many signatures there are, as "1 of 2 signed" */
  return g_strdup_printf (_ ("%u of %u signed"), signed_by, signers->len);
}

static const char *
np_signing_page_next_label (NpPage *page)
{
  return C_ ("button", "Sign Off and Save");
}

static void
np_signing_page_next (NpPage *page)
{
  np_sign_off_run (NP_SIGN_OFF (NP_SIGNING_PAGE (page)->sign_off), np_page_get_consultation (page));
}

static void
np_signing_page_finalize (GObject *object)
{
  g_free (NP_SIGNING_PAGE (object)->shown);
  G_OBJECT_CLASS (np_signing_page_parent_class)->finalize (object);
}

static void
np_signing_page_class_init (NpSigningPageClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_signing_page_finalize;
  NP_PAGE_CLASS (class)->refresh = np_signing_page_refresh;
  NP_PAGE_CLASS (class)->focus_item = np_signing_page_focus_item;
  NP_PAGE_CLASS (class)->reveals_focus = TRUE;
  NP_PAGE_CLASS (class)->progress = np_signing_page_progress;
  NP_PAGE_CLASS (class)->next_label = np_signing_page_next_label;
  NP_PAGE_CLASS (class)->next = np_signing_page_next;
}

static GtkWidget *
identity_new (void)
{
  GtkWidget *section = np_section_new (_ ("Who is signing"), _ ("Ask the patient to say their name and date of birth, and compare."));

  gtk_box_append (GTK_BOX (section), np_identity_card_new ());
  return section;
}

static GtkWidget *
copy_new (NpSigningPage *self)
{
  /* Translators: heading; the patient reads along */
  GtkWidget *section = np_section_new (_ ("Your copy"), _ ("How would you like to have your copy?"));

  self->copy = g_object_new (NP_TYPE_CHOICE, "label", _ ("How would you like to have your copy?"), "pointer", "/copy/how", NULL);
  gtk_widget_add_css_class (self->copy, "pad");
  gtk_box_append (GTK_BOX (np_section_add_card (section)), self->copy);
  return section;
}

static void
add_button (NpSigningPage *self, GtkWidget *box, const char *label, GCallback clicked)
{
  GtkWidget *button = np_button_new (label);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
sheet_new (NpSigningPage *self)
{
  GtkWidget *section = np_section_new (_ ("The sheet"), _ ("Print it to read it together, or to sign it in ink. It can be signed "
                                                           "here on the screen too."));
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_layout_manager (buttons, np_wrap_layout_new (6));
  add_button (self, buttons, _ ("Look at the Sheet"), G_CALLBACK (look_cb));
  add_button (self, buttons, _ ("Print the Sheet…"), G_CALLBACK (print_cb));
  gtk_box_append (GTK_BOX (section), buttons);
  return section;
}

static GtkWidget *
handed_new (NpSigningPage *self)
{
  /* Translators: heading of the list of papers that the patient was given. */
  const char *title = _ ("Handed over");
  GtkWidget *section = np_section_new (title, _ ("What the patient was given to take along is listed on the sheet."));

  self->handed = np_handed_over_new ();
  gtk_box_append (GTK_BOX (np_section_add_card (section)), self->handed);
  return section;
}

static GtkWidget *
before_new (NpSigningPage *self)
{
  GtkWidget *before = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_box_append (GTK_BOX (before), sheet_new (self));
  gtk_box_append (GTK_BOX (before), handed_new (self));
  gtk_box_append (GTK_BOX (before), copy_new (self));
  gtk_box_append (GTK_BOX (before), identity_new ());
  return before;
}

static GtkWidget *
signers_new (NpSigningPage *self)
{
  /* Translators: heading */
  GtkWidget *section = np_section_new (_ ("Signatures"), NULL);

  gtk_box_set_spacing (GTK_BOX (section), 12);
  self->told = np_paragraphs_new (NULL);
  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (section), self->told);
  gtk_box_append (GTK_BOX (section), self->cards);
  return section;
}

static void
np_signing_page_init (NpSigningPage *self)
{
  GtkBox *column;
  GtkWidget *scroller = np_column_new (&column);

  self->ending = np_ending_section_new ();
  self->before = before_new (self);
  self->signers = signers_new (self);
  self->sign_off = np_sign_off_new ();
  /* Translators: heading of the page on which the consultation ends; the patient reads along */
  gtk_box_append (column, np_heading_new (_ ("Your decision"), "title-1"));
  gtk_box_append (column, self->ending);
  gtk_box_append (column, self->before);
  gtk_box_append (column, self->signers);
  gtk_box_append (column, self->sign_off);
  adw_bin_set_child (ADW_BIN (self), scroller);
}
