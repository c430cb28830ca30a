/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-saved-page.h"
#include "np-desk-log.h"
#include "np-folder.h"
#include "np-print.h"
#include "np-saved-record.h"
#include "np-section.h"
#include "np-sheet-preview.h"
#include "np-sheet-window.h"
#include "np-wrap-layout.h"

#include <glib/gi18n.h>

struct _NpSavedPage
{
  NpPage parent_instance;

  /* Children */
  GtkWidget *title;
  GtkWidget *words;
  GtkWidget *file; /* the name alone */
  GtkWidget *folder;
  GtkWidget *preview;
  GtkWidget *print;

  /* Owned */
  JsonNode *shown; /* the record in the preview; nullable */
};

G_DEFINE_FINAL_TYPE (NpSavedPage, np_saved_page, NP_TYPE_PAGE)

static NpConsultation *
consultation_of (NpSavedPage *self)
{
  return np_page_get_consultation (NP_PAGE (self));
}

static GtkWindow *
window_of (NpSavedPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static NpSheet *
sheet_of (NpSavedPage *self)
{
  return np_sheet_of_file (np_saved_record_get_file (consultation_of (self)));
}

/* ---- looking, printing and saving copies ---- */

static void
look_cb (NpSavedPage *self)
{
  g_autoptr (NpSheet) sheet = sheet_of (self);

  np_sheet_window_open (window_of (self), sheet);
}

/* Printing after sign-off belongs into the desk's log: the record no longer changes. */
static void
note_in_log (NpSavedPage *self, const char *what)
{
  NpConsultation *consultation = consultation_of (self);
  g_autoptr (GError) error = NULL;

  if (!np_desk_log_add (np_consultation_get_clock (consultation), what, np_consultation_get_id (consultation), &error))
    np_page_toast (GTK_WIDGET (self), error->message);
}

static void
printed_cb (NpPrintResult result, gpointer data)
{
  g_autoptr (NpSavedPage) self = data;

  if (result == NP_PRINT_GIVEN_UP || !consultation_of (self))
    return;
  note_in_log (self, result == NP_PRINT_WRITTEN ? "printed-to-file" : "printed");
  np_page_toast (GTK_WIDGET (self), result == NP_PRINT_WRITTEN ? _ ("The sheet was written to a file. Nothing was sent to a printer.")
                                                               : _ ("The sheet was sent to the printer."));
}

static void
print_cb (NpSavedPage *self)
{
  g_autofree char *name = np_print_name (consultation_of (self));

  np_print_sheet (window_of (self), sheet_of (self), name, printed_cb, g_object_ref (self));
}

static void
pdf_saved_cb (NpPrintResult result, gpointer data)
{
  g_autoptr (NpSavedPage) self = data;

  if (result != NP_PRINT_WRITTEN || !consultation_of (self))
    return;
  note_in_log (self, "saved-as-pdf");
  np_page_toast (GTK_WIDGET (self), _ ("The sheet was saved as PDF."));
}

static void
save_pdf_cb (NpSavedPage *self)
{
  g_autofree char *name = np_print_name (consultation_of (self));

  np_print_save_pdf (window_of (self), sheet_of (self), name, pdf_saved_cb, g_object_ref (self));
}

static void
open_folder_cb (NpSavedPage *self)
{
  g_autofree char *folder = g_path_get_dirname (np_saved_record_get_path (consultation_of (self)));

  np_folder_open (window_of (self), folder);
}

static void
new_consultation_cb (NpSavedPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.new-consultation", NULL);
}

/* ---- showing ---- */

/* Stopping is a good outcome and is told as one. */
static const char *
title_for (NpKind kind)
{
  switch (kind)
    {
    case NP_KIND_CONSENT:
      return _ ("The consent is saved");
    case NP_KIND_REFUSAL:
      return _ ("The refusal is saved");
    case NP_KIND_POSTPONEMENT:
      return _ ("The postponement is saved");
    case NP_KIND_NOT_SUITABLE:
      return _ ("The decision not to treat is saved");
    }
  g_return_val_if_reached ("");
}

static const char *
words_for (NpKind kind)
{
  switch (kind)
    {
    case NP_KIND_CONSENT:
      return _ ("Everyone has signed. Give the patient their copy as they asked for it. On the day of treatment, ask once more "
                "whether anything has changed.");
    case NP_KIND_REFUSAL:
      return _ ("The patient decided against this treatment, and that is respected. Their sheet says what was talked about and "
                "how to come back.");
    case NP_KIND_POSTPONEMENT:
      return _ ("The treatment is put off. The sheet to take home says why, and what has to happen first or from which day it "
                "can be done.");
    case NP_KIND_NOT_SUITABLE:
      return _ ("This treatment is not right for this patient now. The sheet to take home says why, and what else can be done.");
    }
  g_return_val_if_reached ("");
}

static void
show_preview (NpSavedPage *self, JsonNode *file)
{
  g_autoptr (NpSheet) sheet = NULL;

  if (self->shown == file)
    return;
  g_clear_pointer (&self->shown, json_node_unref);
  self->shown = json_node_ref (file);
  sheet = np_sheet_of_file (file);
  np_sheet_preview_show (NP_SHEET_PREVIEW (self->preview), np_paper_new (sheet, np_page_size_find (NULL)));
}

static void
show_path (NpSavedPage *self, const char *path)
{
  g_autofree char *file = g_filename_display_basename (path);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *folder = g_filename_display_name (parent);

  gtk_label_set_text (GTK_LABEL (self->file), file);
  gtk_label_set_text (GTK_LABEL (self->folder), folder);
}

static void
np_saved_page_refresh (NpPage *page)
{
  NpSavedPage *self = NP_SAVED_PAGE (page);
  NpConsultation *consultation = np_page_get_consultation (page);
  JsonNode *file = np_saved_record_get_file (consultation);
  NpKind kind = NP_KIND_CONSENT;

  if (!file)
    return;
  np_consultation_get_ending (consultation, &kind);
  gtk_label_set_text (GTK_LABEL (self->title), title_for (kind));
  gtk_label_set_text (GTK_LABEL (self->words), words_for (kind));
  show_path (self, np_saved_record_get_path (consultation));
  show_preview (self, file);
}

static void
np_saved_page_shown (NpPage *page)
{
  NpSavedPage *self = NP_SAVED_PAGE (page);

  np_page_refresh (page);
  if (consultation_of (self) && np_saved_record_get_file (consultation_of (self)))
    gtk_widget_grab_focus (self->print);
}

static void
np_saved_page_finalize (GObject *object)
{
  g_clear_pointer (&NP_SAVED_PAGE (object)->shown, json_node_unref);
  G_OBJECT_CLASS (np_saved_page_parent_class)->finalize (object);
}

static void
np_saved_page_class_init (NpSavedPageClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_saved_page_finalize;
  NP_PAGE_CLASS (class)->refresh = np_saved_page_refresh;
  NP_PAGE_CLASS (class)->shown = np_saved_page_shown;
}

static GtkWidget *
add_button (NpSavedPage *self, GtkBox *box, const char *label, GCallback clicked)
{
  GtkWidget *button = np_button_new (label);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (box, button);
  return button;
}

static GtkWidget *
seal_note_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = np_paragraph_new (_ ("Not sealed. The record holds all that was shown, answered and signed, but no seal that "
                                          "would show a later change to the file. Records saved here are not sealed, and none "
                                          "is sealed afterwards."),
                                       NULL);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-information-symbolic", "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "calm-note");
  return box;
}

/* A path is broken where the line ends, without a hyphen that would look like a part of it. */
static void
break_without_hyphens (GtkLabel *label)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_CHAR);
}

static GtkWidget *
path_new (const char *style)
{
  GtkWidget *label = np_paragraph_new (NULL, style);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  break_without_hyphens (GTK_LABEL (label));
  return label;
}

static GtkWidget *
where_new (NpSavedPage *self)
{
  GtkWidget *section = np_section_new (_ ("Where it is"), NULL);
  GtkWidget *card = np_section_add_card (section);

  self->file = path_new ("heading");
  self->folder = path_new ("dim-label");
  gtk_widget_add_css_class (card, "talk-card");
  gtk_box_set_spacing (GTK_BOX (card), 6);
  gtk_box_append (GTK_BOX (card), self->file);
  gtk_box_append (GTK_BOX (card), self->folder);
  /* Translators: button: shows the folder with the record */
  gtk_widget_set_halign (add_button (self, GTK_BOX (card), _ ("Open Folder"), G_CALLBACK (open_folder_cb)), GTK_ALIGN_START);
  return section;
}

static GtkWidget *
next_new (NpSavedPage *self)
{
  /* Translators: heading above buttons, after the record is saved */
  GtkWidget *section = np_section_new (_ ("What next"), NULL);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_layout_manager (buttons, np_wrap_layout_new (6));
  /* Translators: button: prints the consent sheet */
  self->print = add_button (self, GTK_BOX (buttons), _ ("Print Sheet…"), G_CALLBACK (print_cb));
  gtk_widget_add_css_class (self->print, "suggested-action");
  add_button (self, GTK_BOX (buttons), _ ("Save Sheet as PDF…"), G_CALLBACK (save_pdf_cb));
  /* Translators: button: starts the next consultation */
  add_button (self, GTK_BOX (buttons), _ ("New Consultation"), G_CALLBACK (new_consultation_cb));
  gtk_box_append (GTK_BOX (section), buttons);
  return section;
}

static GtkWidget *
saved_new (NpSavedPage *self)
{
  GtkBox *column;
  GtkWidget *scroller = np_column_new (&column);
  /* Translators: heading above the pages of the consent sheet */
  GtkWidget *sheet = np_section_new (_ ("The sheet"), NULL);

  self->title = np_heading_new (NULL, "title-1");
  self->words = np_paragraph_new (NULL, NULL);
  self->preview = g_object_new (NP_TYPE_SHEET_PREVIEW, NULL);
  /* Translators: button: shows the sheet in a window of its own, larger or smaller */
  gtk_widget_set_halign (add_button (self, GTK_BOX (sheet), _ ("Look at the Sheet"), G_CALLBACK (look_cb)), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (sheet), self->preview);
  gtk_box_append (column, self->title);
  gtk_box_append (column, self->words);
  gtk_box_append (column, next_new (self));
  gtk_box_append (column, where_new (self));
  gtk_box_append (column, seal_note_new ());
  gtk_box_append (column, sheet);
  return scroller;
}

static void
np_saved_page_init (NpSavedPage *self)
{
  adw_bin_set_child (ADW_BIN (self), saved_new (self));
}
