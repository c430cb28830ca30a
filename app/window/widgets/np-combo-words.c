/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-combo-words.h"
#include "np-section.h"

#define MOST_CHARS 32      /* in one line */
#define CHARS_THAT_HOLD 25 /* of those that Pango reckons with, which are wider than letters are: they hold a line of MOST_CHARS */

static GtkWidget *
make_words (float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  return label;
}

static const char *
words_of (GtkListItem *item)
{
  return gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item)));
}

static void
chosen_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, make_words (1));
}

/* The row is as high as its words are at their natural width: where that is more than there is, the title gives way, as words that wrapped
 * further would be cut off. */
static void
chosen_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));

  gtk_label_set_text (label, words_of (item));
  gtk_label_set_width_chars (label, (int) MIN (g_utf8_strlen (words_of (item), -1), MOST_CHARS) * CHARS_THAT_HOLD / MOST_CHARS);
}

static void
show_tick (AdwComboRow *row, GParamSpec *pspec, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  gboolean chosen = adw_combo_row_get_selected_item (row) == gtk_list_item_get_item (item);

  if (box)
    gtk_widget_set_opacity (gtk_widget_get_last_child (box), chosen ? 1 : 0);
}

/* In the open list a tick stands beside what is chosen. */
static void
offered_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  GtkWidget *box = np_line_new (6);
  GtkWidget *words = make_words (0);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic", "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_item_set_child (item, box);
  g_signal_connect_object (row, "notify::selected-item", G_CALLBACK (show_tick), item, 0);
}

static void
offered_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (gtk_list_item_get_child (item))), words_of (item));
  show_tick (row, NULL, item);
}

/**
 * np_combo_show_whole_words:
 * @row: a row whose list holds strings
 *
 * Words that are longer than the row is wide go on in the next line.
 */
void
np_combo_show_whole_words (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) chosen = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) offered = gtk_signal_list_item_factory_new ();

  g_return_if_fail (ADW_IS_COMBO_ROW (row));
  g_signal_connect (chosen, "setup", G_CALLBACK (chosen_setup_cb), NULL);
  g_signal_connect (chosen, "bind", G_CALLBACK (chosen_bind_cb), NULL);
  g_signal_connect_object (offered, "setup", G_CALLBACK (offered_setup_cb), row, 0);
  g_signal_connect_object (offered, "bind", G_CALLBACK (offered_bind_cb), row, 0);
  adw_combo_row_set_factory (row, chosen);
  adw_combo_row_set_list_factory (row, offered);
}
