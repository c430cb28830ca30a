/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-section.h"
#include "np-line-layout.h"

/* Wide enough for a sentence to be read without moving the head, narrow enough to find the next line. */
#define READING_WIDTH 760

/**
 * np_column_new:
 * @column: (out) (transfer none): the vertical box to append to
 *
 * Returns: (transfer floating): a scrolled, clamped column
 */
GtkWidget *
np_column_new (GtkBox **column)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  g_return_val_if_fail (column, NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), READING_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), READING_WIDTH - 160);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_add_css_class (box, "page-column");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  *column = GTK_BOX (box);
  return scroller;
}

static void
set_up_label (GtkWidget *label, const char *style)
{
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style)
    gtk_widget_add_css_class (label, style);
}

/**
 * np_line_new:
 * @spacing: between the children, in px
 *
 * Returns: (transfer floating): a box whose children stand side by side; one of them should expand
 */
GtkWidget *
np_line_new (int spacing)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (line, np_line_layout_new (spacing));
  return line;
}

/**
 * np_heading_new:
 * @text: the words
 * @style: a title class of libadwaita, as "title-1" or "heading"
 *
 * Returns: (transfer floating): a label that a screen reader takes for a heading
 */
GtkWidget *
np_heading_new (const char *text, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  set_up_label (label, style);
  return label;
}

/**
 * np_paragraph_new:
 * @text: the words
 * @style: (nullable): a style class
 *
 * Returns: (transfer floating): a label that wraps
 */
GtkWidget *
np_paragraph_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  set_up_label (label, style);
  return label;
}

/**
 * np_paragraphs_new:
 * @text: (nullable): one paragraph a line
 *
 * Returns: (transfer floating): a vertical box of labels that wrap
 */
GtkWidget *
np_paragraphs_new (const char *text)
{
  GtkWidget *paragraphs = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  np_paragraphs_set (paragraphs, text);
  return paragraphs;
}

/**
 * np_paragraphs_set:
 * @paragraphs: what np_paragraphs_new () has made
 * @text: (nullable): one paragraph a line
 *
 * Shows another text.
 */
void
np_paragraphs_set (GtkWidget *paragraphs, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (paragraphs));
  while ((child = gtk_widget_get_first_child (paragraphs)))
    gtk_box_remove (GTK_BOX (paragraphs), child);
  for (guint i = 0; lines[i]; i++)
    gtk_box_append (GTK_BOX (paragraphs), np_paragraph_new (lines[i], NULL));
}

/**
 * np_section_new:
 * @title: the heading
 * @description: (nullable): a sentence below it
 *
 * Returns: (transfer floating): a vertical box to append to
 */
GtkWidget *
np_section_new (const char *title, const char *description)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (section), np_heading_new (title, "heading"));
  if (description)
    gtk_box_append (GTK_BOX (section), np_paragraph_new (description, "dim-label"));
  return section;
}

/**
 * np_section_add_card:
 * @section: a section
 *
 * Returns: (transfer none): a vertical box for fields, at the end of the section
 */
GtkWidget *
np_section_add_card (GtkWidget *section)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_return_val_if_fail (GTK_IS_BOX (section), NULL);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "fields");
  gtk_box_append (GTK_BOX (section), card);
  return card;
}

/**
 * np_button_new:
 * @label: the words on the button
 *
 * Returns: (transfer floating): a button whose words wrap where the window is narrow
 */
GtkWidget *
np_button_new (const char *label)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *text = gtk_label_new (label);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_justify (GTK_LABEL (text), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), text);
  gtk_widget_add_css_class (button, "text-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

/**
 * np_add_button_new:
 * @label: the words on the button
 *
 * Returns: (transfer floating): a flat button with a plus, as wide as the card that it stands in with others of its kind
 */
GtkWidget *
np_add_button_new (const char *label)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = np_line_new (12);
  GtkWidget *text = np_paragraph_new (label, NULL);

  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (line), text);
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "add-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

/**
 * np_icon_button_new:
 * @icon: the name of a symbolic icon
 * @name: what the button does, for a screen reader and as its tooltip
 *
 * Returns: (transfer floating): a flat round button
 */
GtkWidget *
np_icon_button_new (const char *icon, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/**
 * np_menu_button_name:
 * @button: a menu button
 * @name: what it opens
 *
 * Names the button for a screen reader. GTK 4.8 puts the focus on a toggle button inside it, which is
 * labelled by it: a label of its own would be read out as well.
 */
void
np_menu_button_name (GtkMenuButton *button, const char *name)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button) && name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (button))),
                                 GTK_ACCESSIBLE_PROPERTY_LABEL);
}
