/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-signing-form.h"
#include "np-choice.h"
#include "np-field-entry.h"
#include "np-interface-language.h"
#include "np-json-write.h"
#include "np-page.h"
#include "np-reveal.h"
#include "np-section.h"
#include "np-signature-pad.h"

#include <glib/gi18n.h>

struct _NpSigningForm
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *choice; /* owned: stands where the card puts it */
  GtkWidget *panels; /* one for each method, named by its word; the one that is chosen is visible */
  GtkWidget *pad;
  GtkWidget *undo;
  GtkWidget *clear;
  GtkWidget *typed;
  GtkWidget *kept_at;
  GtkWidget *reason;

  /* Owned */
  char *who; /* "Sample Patient, Patient": names the parts for a screen reader */

  NpRole role;
};

G_DEFINE_FINAL_TYPE (NpSigningForm, np_signing_form, GTK_TYPE_BOX)

/* ---- signing ---- */

typedef struct
{
  NpRole role;
  JsonNode *signature;
} Signing;

static void
signing_free (gpointer data)
{
  json_node_unref (((Signing *) data)->signature);
  g_free (data);
}

static gboolean
sign (NpConsultation *consultation, gpointer data, GError **error)
{
  const Signing *edit = data;
  g_autoptr (JsonNode) copy = np_document_copy (edit->signature);

  return np_consultation_sign (consultation, edit->role, json_node_dup_object (copy), error);
}

/* Who has signed makes room for the next: the form that had the focus is gone. When all have signed it is the frame's turn. */
static void
lead_on (NpPage *page, NpRole role)
{
  if (np_consultation_get_signature (np_page_get_consultation (page), role) && !np_page_focus_first_open (page))
    gtk_widget_activate_action (GTK_WIDGET (page), "consultation.focus-next", NULL);
}

/* Takes signature. `from` says why it was not taken, where it can. */
static void
sign_with (NpSigningForm *self, GtkWidget *from, NpMethod method, JsonObject *signature)
{
  /* Where the signature brings in a witness all cards are made anew, and this form goes. */
  g_autoptr (NpPage) page = g_object_ref (np_page_of (GTK_WIDGET (self)));
  NpRole role = self->role;
  Signing *edit = g_new (Signing, 1);

  json_object_set_string_member (signature, "method", np_method_words[method]);
  *edit = (Signing){ role, json_node_new (JSON_NODE_OBJECT) };
  json_node_take_object (edit->signature, signature);
  np_page_edit (from, sign, edit, signing_free);
  lead_on (page, role);
}

/* Signs with what is typed in `entry`; where that is missing the entry says so. */
static void
sign_with_text (NpSigningForm *self, NpMethod method, const char *member, GtkWidget *entry, const char *missing)
{
  JsonObject *signature;

  if (!np_field_entry_require (NP_FIELD_ENTRY (entry), missing))
    return;
  g_autofree char *text = np_field_entry_get_tidy_text (NP_FIELD_ENTRY (entry));
  signature = json_object_new ();
  json_object_set_string_member (signature, member, text);
  sign_with (self, entry, method, signature);
}

static void
sign_drawn_cb (NpSigningForm *self)
{
  JsonObject *signature;

  if (np_signature_pad_is_empty (NP_SIGNATURE_PAD (self->pad)))
    {
      np_page_toast (GTK_WIDGET (self), _ ("Nothing is drawn on the line yet."));
      return;
    }
  signature = json_object_new ();
  np_signature_pad_write (NP_SIGNATURE_PAD (self->pad), signature);
  sign_with (self, self->pad, NP_METHOD_DRAWN, signature);
}

static void
sign_typed_cb (NpSigningForm *self)
{
  sign_with_text (self, NP_METHOD_TYPED, "typed", self->typed, _ ("Type the name of the person who signs."));
}

static void
sign_ink_cb (NpSigningForm *self)
{
  sign_with_text (self, NP_METHOD_INK, "kept_at", self->kept_at, _ ("Enter where the signed sheet is kept."));
}

static void
sign_by_witness_cb (NpSigningForm *self)
{
  sign_with (self, GTK_WIDGET (self), NP_METHOD_BY_WITNESS, json_object_new ());
}

static void
decline_cb (NpSigningForm *self)
{
  g_autofree char *reason = np_field_entry_get_tidy_text (NP_FIELD_ENTRY (self->reason));
  JsonObject *signature = json_object_new ();

  np_json_put_string (signature, "reason", reason);
  sign_with (self, self->reason, NP_METHOD_DECLINED, signature);
}

/* ---- the panels ---- */

static GtkWidget *
panel_new (NpSigningForm *self, NpMethod method)
{
  GtkWidget *panel = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_name (panel, np_method_words[method]);
  gtk_box_append (GTK_BOX (self->panels), panel);
  return panel;
}

static GtkWidget *
add_button (NpSigningForm *self, GtkWidget *box, const char *label, GCallback clicked)
{
  GtkWidget *button = np_button_new (label);
  /* Translators: a button's name for a screen reader: what it does, then for whom */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), label, self->who);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
pad_changed_cb (NpSigningForm *self)
{
  gtk_widget_set_sensitive (self->undo, np_signature_pad_can_undo (NP_SIGNATURE_PAD (self->pad)));
  gtk_widget_set_sensitive (self->clear, !np_signature_pad_is_empty (NP_SIGNATURE_PAD (self->pad)));
}

static void
undo_cb (NpSigningForm *self)
{
  np_signature_pad_undo (NP_SIGNATURE_PAD (self->pad));
}

static void
clear_cb (NpSigningForm *self)
{
  np_signature_pad_clear (NP_SIGNATURE_PAD (self->pad));
}

/* As below the line of a printed form. */
static GtkWidget *
printed_name_new (NpSigningForm *self)
{
  /* Translators: below the line of a signature; %s is a person and their role */
  g_autofree char *words = g_strdup_printf (_ ("%s. Date and time are added when you press Sign."), self->who);

  return np_paragraph_new (words, "dim-label");
}

static void
add_drawn (NpSigningForm *self)
{
  GtkWidget *panel = panel_new (self, NP_METHOD_DRAWN), *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: names the field to draw a signature in; %s is who signs */
  g_autofree char *name = g_strdup_printf (_ ("Signature of %s"), self->who);
  GtkWidget *done;

  self->pad = np_signature_pad_new (name);
  gtk_box_append (GTK_BOX (panel), self->pad);
  gtk_box_append (GTK_BOX (panel), printed_name_new (self));
  done = add_button (self, buttons, C_ ("signature", "Sign"), G_CALLBACK (sign_drawn_cb));
  gtk_widget_add_css_class (done, "suggested-action");
  self->undo = add_button (self, buttons, C_ ("signature", "Undo Stroke"), G_CALLBACK (undo_cb));
  self->clear = add_button (self, buttons, C_ ("signature", "Clear"), G_CALLBACK (clear_cb));
  g_signal_connect_swapped (self->pad, "changed", G_CALLBACK (pad_changed_cb), self);
  pad_changed_cb (self);
  gtk_box_append (GTK_BOX (panel), buttons);
}

static void
add_typed (NpSigningForm *self)
{
  GtkWidget *panel = panel_new (self, NP_METHOD_TYPED);

  self->typed = np_field_entry_new (_ ("Type your full name to sign"), NULL);
  g_signal_connect_swapped (self->typed, "activate", G_CALLBACK (sign_typed_cb), self);
  gtk_box_append (GTK_BOX (panel), self->typed);
  gtk_box_append (GTK_BOX (panel), printed_name_new (self));
  gtk_widget_add_css_class (add_button (self, panel, C_ ("signature", "Sign"), G_CALLBACK (sign_typed_cb)), "suggested-action");
}

static void
add_ink (NpSigningForm *self, const NpCatalog *catalog)
{
  GtkWidget *panel = panel_new (self, NP_METHOD_INK);

  gtk_box_append (GTK_BOX (panel), np_paragraph_new (np_language_say (np_interface_language (), &catalog->ink), NULL));
  self->kept_at = np_field_entry_new (_ ("Where the signed sheet is kept"), NULL);
  gtk_box_append (GTK_BOX (panel), self->kept_at);
  add_button (self, panel, _ ("The Sheet Is Signed"), G_CALLBACK (sign_ink_cb));
}

static void
add_by_witness (NpSigningForm *self)
{
  GtkWidget *panel = panel_new (self, NP_METHOD_BY_WITNESS);

  gtk_box_append (GTK_BOX (panel), np_paragraph_new (_ ("For someone who agrees but cannot sign by hand. The witness signs below."), NULL));
  gtk_box_append (GTK_BOX (panel), np_field_entry_new (_ ("Name of the witness"), "/witness/name"));
  gtk_box_append (GTK_BOX (panel), np_field_entry_new (_ ("Role of the witness"), "/witness/role"));
  gtk_box_append (GTK_BOX (panel), np_field_entry_new (_ ("Why the person cannot sign by hand"), "/witness/reason"));
  add_button (self, panel, _ ("Sign by Witness"), G_CALLBACK (sign_by_witness_cb));
}

static void
add_declined (NpSigningForm *self)
{
  GtkWidget *panel = panel_new (self, NP_METHOD_DECLINED);

  self->reason = np_field_entry_new (_ ("Reason, if one is given"), NULL);
  gtk_box_append (GTK_BOX (panel), self->reason);
  add_button (self, panel, _ ("Record That They Do Not Sign"), G_CALLBACK (decline_cb));
}

/* ---- the form ---- */

static void
show_panel (NpSigningForm *self)
{
  const char *chosen = np_choice_get (NP_CHOICE (self->choice));

  for (GtkWidget *panel = gtk_widget_get_first_child (self->panels); panel; panel = gtk_widget_get_next_sibling (panel))
    gtk_widget_set_visible (panel, g_strcmp0 (gtk_widget_get_name (panel), chosen) == 0);
}

/* The whole line to sign on comes into view, or what else the way of signing asks for. */
static void
chosen_cb (NpSigningForm *self)
{
  show_panel (self);
  np_reveal (self->panels);
}

static gboolean
np_signing_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NP_SIGNING_FORM (widget)->choice);
}

static void
np_signing_form_finalize (GObject *object)
{
  g_object_unref (NP_SIGNING_FORM (object)->choice);
  g_free (NP_SIGNING_FORM (object)->who);
  G_OBJECT_CLASS (np_signing_form_parent_class)->finalize (object);
}

static void
np_signing_form_class_init (NpSigningFormClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_signing_form_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = np_signing_form_grab_focus;
}

static void
np_signing_form_init (NpSigningForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->panels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
}

static void
add_choice (NpSigningForm *self, gboolean by_witness, gboolean may_decline)
{
  /* Translators: names the choice of ways to sign; %s is who signs */
  g_autofree char *name = g_strdup_printf (_ ("How to sign: %s"), self->who);
  NpChoice *choice;

  self->choice = np_choice_new (name);
  choice = NP_CHOICE (self->choice);
  np_choice_add (choice, np_method_words[NP_METHOD_DRAWN], C_ ("way to sign", "Draw here"), 'd');
  np_choice_add (choice, np_method_words[NP_METHOD_TYPED], C_ ("way to sign", "Type the name"), 't');
  np_choice_add (choice, np_method_words[NP_METHOD_INK], C_ ("way to sign", "On the printed sheet"), 'p');
  if (by_witness)
    np_choice_add (choice, np_method_words[NP_METHOD_BY_WITNESS], C_ ("way to sign", "Cannot sign: by witness"), 'w');
  if (may_decline)
    np_choice_add (choice, np_method_words[NP_METHOD_DECLINED], C_ ("way to sign", "Does not want to sign"), 'n');
  np_choice_set (choice, np_method_words[NP_METHOD_DRAWN]);
  g_signal_connect_swapped (choice, "chosen", G_CALLBACK (chosen_cb), self);
  g_object_ref_sink (self->choice);
}

static char *
who_signs (NpConsultation *consultation, NpRole role)
{
  const NpItems *roles = &np_consultation_get_catalog (consultation)->roles;
  int position = np_items_find (roles, np_role_words[role]);
  const char *word = position >= 0 ? roles->items[position].text.source : np_role_words[role];
  g_autofree char *name = np_consultation_signer_name (consultation, role);

  /* Translators: a person and their role */
  return name ? g_strdup_printf (_ ("%s, %s"), name, word) : g_strdup (word);
}

/**
 * np_signing_form_new:
 * @consultation: a consultation
 * @kind: how it ends
 * @role: who signs
 *
 * Only the patient's side can sign by witness; who is merely offered to sign may decline.
 *
 * Returns: (transfer floating): the form
 */
GtkWidget *
np_signing_form_new (NpConsultation *consultation, NpKind kind, NpRole role)
{
  NpSigningForm *self = g_object_new (NP_TYPE_SIGNING_FORM, NULL);
  gboolean by_witness = role <= NP_ROLE_MINOR && np_catalog_attestation (np_consultation_get_catalog (consultation), kind, NP_ROLE_WITNESS);
  gboolean may_decline = np_consultation_role_may_decline (consultation, kind, role);

  self->role = role;
  self->who = who_signs (consultation, role);
  add_choice (self, by_witness, may_decline);
  add_drawn (self);
  add_typed (self);
  add_ink (self, np_consultation_get_catalog (consultation));
  if (by_witness)
    add_by_witness (self);
  if (may_decline)
    add_declined (self);
  gtk_box_append (GTK_BOX (self), self->panels);
  show_panel (self);
  return GTK_WIDGET (self);
}

/**
 * np_signing_form_get_choice:
 * @self: a form
 *
 * Returns: (transfer none): the choice of the way to sign, to be put above the statement, so that nothing stands between the
 *   statement and the line
 */
GtkWidget *
np_signing_form_get_choice (NpSigningForm *self)
{
  g_return_val_if_fail (NP_IS_SIGNING_FORM (self), NULL);
  return self->choice;
}
