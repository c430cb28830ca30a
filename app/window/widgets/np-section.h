/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The parts that pages are made of, so that every page looks the same: a column of sections, each with a heading and cards. */

/* Scrolls, and holds a reading width: `*column` is the box to append sections to. */
GtkWidget *np_column_new (GtkBox **column);
/* Children side by side, of which one expands; its words wrap. */
GtkWidget *np_line_new (int spacing);
/* A label that a screen reader takes for a heading; `style` is a title class, as "title-1" or "heading". */
GtkWidget *np_heading_new (const char *text, const char *style);
/* A paragraph that wraps; `style` (nullable) as "dim-label". */
GtkWidget *np_paragraph_new (const char *text, const char *style);
/* The paragraphs of a longer text, one below the other with air between them; np_paragraphs_set () puts a text into them. */
GtkWidget *np_paragraphs_new (const char *text);
void np_paragraphs_set (GtkWidget *paragraphs, const char *text);
/* A vertical box that begins with a heading and, when there is one, a dim description. */
GtkWidget *np_section_new (const char *title, const char *description);
/* A card in a section: a vertical box for fields. */
GtkWidget *np_section_add_card (GtkWidget *section);
/* A button with words only; its name for a screen reader is the words. */
GtkWidget *np_button_new (const char *label);
/* One of several flat buttons in a card that each add something: a plus and words. */
GtkWidget *np_add_button_new (const char *label);
/* A flat round button with an icon, named `name` for a screen reader and in its tooltip. */
GtkWidget *np_icon_button_new (const char *icon, const char *name);
/* Names a menu button for a screen reader. */
void np_menu_button_name (GtkMenuButton *button, const char *name);

G_END_DECLS
