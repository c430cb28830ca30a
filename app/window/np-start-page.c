/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-start-page.h"
#include "np-section.h"
#include "np-start-lists.h"

#include <glib/gi18n.h>

struct _NpStartPage
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwBin *content;
  GtkBox *column;
  GtkWidget *new_button;
  GtkWidget *menu_button;
  GMenuModel *menu;

  GtkWidget *lists; /* in the column; nullable until the desk is loaded, so that the first frame has little to paint */
};

G_DEFINE_FINAL_TYPE (NpStartPage, np_start_page, ADW_TYPE_BIN)

static void
show_lists (NpStartPage *self, NpDesk *desk)
{
  if (!self->lists)
    {
      self->lists = np_start_lists_new ();
      gtk_box_append (self->column, self->lists);
    }
  np_start_lists_show (NP_START_LISTS (self->lists), desk);
}

/* In place of everything else: without a catalogue there is nothing to begin. */
static void
show_problem (NpStartPage *self, const char *problem)
{
  GtkWidget *page = adw_status_page_new ();
  g_autofree char *escaped = g_markup_escape_text (problem, -1);
  g_autofree char *text = g_strdup_printf (
    /* Translators: %s is what is wrong with the catalogue */
    _ ("%s\n\nNothing was lost: drafts and records stay as they are. Repair or reinstall the catalogue and start again."),
    escaped);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("The Clinical Catalogue Cannot Be Used"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), text);
  gtk_widget_set_vexpand (page, TRUE);
  adw_bin_set_child (self->content, page);
}

/* The menu is built when it is first opened. */
static void
make_menu_cb (GtkMenuButton *button, gpointer menu)
{
  if (!gtk_menu_button_get_popover (button))
    gtk_menu_button_set_menu_model (button, menu);
}

static void
np_start_page_class_init (NpStartPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/needlepoint/Needlepoint/np-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NpStartPage, content);
  gtk_widget_class_bind_template_child (widget_class, NpStartPage, column);
  gtk_widget_class_bind_template_child (widget_class, NpStartPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, NpStartPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, NpStartPage, menu);
}

static void
np_start_page_init (NpStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu_button), make_menu_cb, self->menu, NULL);
  /* Translators: name of the button with the menu */
  np_menu_button_name (GTK_MENU_BUTTON (self->menu_button), _ ("Main Menu"));
}

/**
 * np_start_page_show:
 * @self: a start page
 * @desk: what to show: its drafts, its clinic, its problems
 *
 * Shows the desk as it is now. While it is loading, "New Consultation" is there already.
 */
void
np_start_page_show (NpStartPage *self, NpDesk *desk)
{
  g_return_if_fail (NP_IS_START_PAGE (self) && NP_IS_DESK (desk));

  if (!np_desk_is_loaded (desk))
    return;
  if (np_desk_get_catalog_problem (desk))
    show_problem (self, np_desk_get_catalog_problem (desk));
  else
    show_lists (self, desk);
}

/**
 * np_start_page_focus:
 * @self: a start page
 *
 * Puts the focus where most people want it.
 */
void
np_start_page_focus (NpStartPage *self)
{
  g_return_if_fail (NP_IS_START_PAGE (self));
  gtk_widget_grab_focus (self->new_button);
}
