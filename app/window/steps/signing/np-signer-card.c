/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-signer-card.h"
#include "np-field-entry.h"
#include "np-interface-language.h"
#include "np-page.h"
#include "np-section.h"
#include "np-signature-pad.h"
#include "np-signing-form.h"

#include <glib/gi18n.h>

struct _NpSignerCard
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *waiting;
  GtkWidget *form;
  GtkWidget *given;
  GtkWidget *ink;
  GtkWidget *words;
  GtkWidget *again;

  /* Owned */
  char *who; /* "Sample Patient, Patient": names the parts for a screen reader */

  NpRole role;
};

G_DEFINE_FINAL_TYPE (NpSignerCard, np_signer_card, GTK_TYPE_BOX)

/* ---- a signature that is given ---- */

static gboolean
clear_signature (NpConsultation *consultation, gpointer data, GError **error)
{
  return np_consultation_clear_signature (consultation, GPOINTER_TO_UINT (data), error);
}

static void
again_cb (NpSignerCard *self)
{
  NpPage *page = np_page_of (GTK_WIDGET (self));

  np_page_edit (GTK_WIDGET (self), clear_signature, GUINT_TO_POINTER (self->role), NULL);
  /* Where another signature ends with it that is asked about first. */
  if (np_consultation_get_signature (np_page_get_consultation (page), self->role))
    return;
  np_page_offer_undo (GTK_WIDGET (self), _ ("What was signed here was taken back."));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* "10 March 2026, 09:15 (UTC +01:00)": date, time and zone, as record rule 1 asks for and the sheet writes them. */
static char *
time_words (const char *stamp)
{
  g_autoptr (GDateTime) at = np_stamp_parse (stamp);
  g_autofree char *date = NULL, *day = NULL, *time = NULL, *zone = NULL;

  if (!at)
    return g_strdup (stamp);
  date = g_date_time_format (at, "%Y-%m-%d");
  day = np_language_day (np_interface_language (), np_day_parse (date));
  time = g_date_time_format (at, "%H:%M");
  zone = g_date_time_format (at, g_date_time_get_utc_offset (at) == 0 ? "UTC" : "UTC %:z");
  /* Translators: a moment: a date in words, a time, its zone as "UTC +01:00" */
  return g_strdup_printf (_ ("%s, %s (%s)"), day, time, zone);
}

static char *
declined_words (JsonObject *signature)
{
  const char *reason = json_object_get_string_member_with_default (signature, "reason", NULL);

  if (!reason)
    return g_strdup (_ ("Was offered to sign and did not want to."));
  /* Translators: %s is the reason that was given */
  return g_strdup_printf (_ ("Was offered to sign and did not want to. Reason: %s"), reason);
}

static char *
method_words (JsonObject *signature)
{
  const char *method = json_object_get_string_member (signature, "method");

  if (g_str_equal (method, np_method_words[NP_METHOD_DRAWN]))
    return g_strdup (_ ("Signed by hand on this screen."));
  if (g_str_equal (method, np_method_words[NP_METHOD_TYPED]))
    /* Translators: %s is the name that was typed to sign */
    return g_strdup_printf (_ ("Signed by typing: %s"), json_object_get_string_member (signature, "typed"));
  if (g_str_equal (method, np_method_words[NP_METHOD_INK]))
    /* Translators: %s is a place */
    return g_strdup_printf (_ ("Signed in ink on the printed sheet. It is kept here: %s"),
                            json_object_get_string_member (signature, "kept_at"));
  if (g_str_equal (method, np_method_words[NP_METHOD_BY_WITNESS]))
    /* Translators: %s is the reason */
    return g_strdup_printf (_ ("Signed by witness. Reason: %s"), json_object_get_string_member (signature, "reason"));
  return declined_words (signature);
}

/* Who did not sign cannot sign again. */
static void
name_again (NpSignerCard *self, gboolean declined)
{
  /* Translators: button: takes back that someone did not want to sign, so that they can */
  const char *after_all = _ ("Sign After All");
  /* Translators: button: clears a signature to take another */
  const char *once_more = _ ("Sign Again");
  const char *label = declined ? after_all : once_more;
  /* Translators: what a button does, and whom it is about, as “Sign Again: Patient” */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), label, self->who);

  gtk_button_set_label (GTK_BUTTON (self->again), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->again), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_given (NpSignerCard *self, JsonObject *signature)
{
  const char *method = json_object_get_string_member (signature, "method");
  gboolean drawn = g_str_equal (method, np_method_words[NP_METHOD_DRAWN]);
  gboolean declined = g_str_equal (method, np_method_words[NP_METHOD_DECLINED]);
  g_autofree char *how = method_words (signature);
  g_autofree char *when = time_words (json_object_get_string_member (signature, "at"));
  g_autofree char *words = g_strdup_printf ("%s%s\n%s", declined ? "" : "✓ ", how, when);

  name_again (self, declined);
  np_signature_pad_show (NP_SIGNATURE_PAD (self->ink), drawn ? signature : NULL);
  gtk_widget_set_visible (self->ink, drawn);
  gtk_label_set_text (GTK_LABEL (self->words), words);
}

static GtkWidget *
given_new (NpSignerCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *ink_name = g_strdup_printf (_ ("Signature of %s"), self->who);

  self->ink = np_signature_pad_new (ink_name);
  self->words = np_paragraph_new (NULL, "numeric");
  self->again = np_button_new ("");
  gtk_widget_set_halign (self->again, GTK_ALIGN_START);
  g_signal_connect_swapped (self->again, "clicked", G_CALLBACK (again_cb), self);
  gtk_box_append (GTK_BOX (box), self->ink);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), self->again);
  return box;
}

/* ---- the card ---- */

static gboolean
np_signer_card_grab_focus (GtkWidget *widget)
{
  NpSignerCard *self = NP_SIGNER_CARD (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->given) ? self->again : self->form);
}

static void
np_signer_card_finalize (GObject *object)
{
  g_free (NP_SIGNER_CARD (object)->who);
  G_OBJECT_CLASS (np_signer_card_parent_class)->finalize (object);
}

static void
np_signer_card_class_init (NpSignerCardClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_signer_card_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = np_signer_card_grab_focus;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
np_signer_card_init (NpSignerCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "talk-card");
}

static const char *
role_word (NpConsultation *consultation, NpRole role)
{
  const NpItems *roles = &np_consultation_get_catalog (consultation)->roles;
  int position = np_items_find (roles, np_role_words[role]);

  return position < 0 ? np_role_words[role]
                      : np_language_say (np_consultation_get_language (consultation), &roles->items[position].text);
}

/* Right above the line. */
static void
add_statement (NpSignerCard *self, NpConsultation *consultation, NpKind kind)
{
  const NpAttestation *attestation = np_catalog_attestation (np_consultation_get_catalog (consultation), kind, self->role);
  const NpLanguage *language = np_consultation_get_language (consultation);

  gtk_box_append (GTK_BOX (self), np_heading_new (np_language_say (language, &attestation->meaning), "title-4"));
  gtk_box_append (GTK_BOX (self), np_paragraphs_new (np_language_say (language, &attestation->text)));
}

/**
 * np_signer_card_new:
 * @consultation: a consultation
 * @kind: how it ends
 * @role: who signs
 *
 * Returns: (transfer floating): the card of that person
 */
GtkWidget *
np_signer_card_new (NpConsultation *consultation, NpKind kind, NpRole role)
{
  NpSignerCard *self = g_object_new (NP_TYPE_SIGNER_CARD, NULL);
  g_autofree char *name = np_consultation_signer_name (consultation, role);
  const char *word = role_word (consultation, role);

  self->role = role;
  self->who = name ? g_strdup_printf (_ ("%s, %s"), name, word) : g_strdup (word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->who, -1);
  self->waiting = np_paragraph_new (_ ("Signs last, when everyone else has signed."), "dim-label");
  self->form = np_signing_form_new (consultation, kind, role);
  self->given = given_new (self);
  gtk_box_append (GTK_BOX (self), np_heading_new (self->who, "heading"));
  gtk_box_append (GTK_BOX (self), np_signing_form_get_choice (NP_SIGNING_FORM (self->form)));
  add_statement (self, consultation, kind);
  gtk_box_append (GTK_BOX (self), self->waiting);
  gtk_box_append (GTK_BOX (self), self->form);
  gtk_box_append (GTK_BOX (self), self->given);
  return GTK_WIDGET (self);
}

/**
 * np_signer_card_get_role:
 * @self: a card
 *
 * Returns: whose card it is
 */
NpRole
np_signer_card_get_role (NpSignerCard *self)
{
  g_return_val_if_fail (NP_IS_SIGNER_CARD (self), NP_ROLE_PATIENT);
  return self->role;
}

static gboolean
has_to_wait (NpSignerCard *self, NpConsultation *consultation)
{
  g_autoptr (GArray) signers = NULL;
  NpKind kind;

  if (self->role != NP_ROLE_PRACTITIONER || !np_consultation_get_ending (consultation, &kind))
    return FALSE;
  signers = np_consultation_signers (consultation, kind);
  for (guint i = 0; i < signers->len; i++)
    {
      NpRole role = g_array_index (signers, NpRole, i);

      if (role != NP_ROLE_PRACTITIONER && !np_consultation_get_signature (consultation, role))
        return TRUE;
    }
  return FALSE;
}

/**
 * np_signer_card_refresh:
 * @self: a card
 * @consultation: its consultation
 *
 * Shows the signature, or the ways to sign. What is drawn or typed but not signed stays.
 */
void
np_signer_card_refresh (NpSignerCard *self, NpConsultation *consultation)
{
  g_return_if_fail (NP_IS_SIGNER_CARD (self) && NP_IS_CONSULTATION (consultation));

  JsonObject *signature = np_consultation_get_signature (consultation, self->role);
  gboolean waits = !signature && has_to_wait (self, consultation);
  if (signature)
    show_given (self, signature);
  gtk_widget_set_visible (self->given, signature != NULL);
  gtk_widget_set_visible (self->waiting, waits);
  gtk_widget_set_visible (self->form, !signature && !waits);
  gtk_widget_set_visible (np_signing_form_get_choice (NP_SIGNING_FORM (self->form)), !signature && !waits);
  np_fields_refresh (self->form);
}
