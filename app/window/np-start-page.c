/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-start-page.h"
#include "np-drafts.h"
#include "np-interface-language.h"
#include "np-section.h"
#include "np-stack-access.h"

#include <glib/gi18n.h>

struct _NpStartPage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkWidget *main;
  AdwStatusPage *problem;
  AdwPreferencesGroup *drafts;
  AdwActionRow *clinic_row;
  GtkWidget *new_button;
  GtkWidget *menu_button;

  /* Owned: the rows in the group of drafts */
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (NpStartPage, np_start_page, ADW_TYPE_BIN)

static char *
initials_of (const NpDraftInfo *draft)
{
  if (draft->initials && *draft->initials)
    return g_strdup (draft->initials);
  /* Translators: a draft in which no name was entered yet. */
  return g_strdup (_ ("No name yet"));
}

static char *
time_of (const NpDraftInfo *draft, const NpClock *clock)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (draft->changed_at);
  g_autofree char *hour = g_date_time_format (local, "%H:%M");
  g_autofree char *iso = g_date_time_format (local, "%Y-%m-%d");
  NpDay day = np_day_parse (iso);
  g_autofree char *words = np_language_day (np_interface_language (), day);

  if (day == np_clock_today (clock))
    /* Translators: when a draft was last changed; %s is the time */
    return g_strdup_printf (_ ("Today, %s"), hour);
  /* Translators: when a draft was last changed: a date in words and the time. */
  return g_strdup_printf (C_ ("draft", "%s, %s"), words, hour);
}

static GtkWidget *
make_end_button (const NpDraftInfo *draft)
{
  /* Translators: button on a draft: finish it without going on, by saving how it ended. */
  GtkWidget *button = np_button_new (C_ ("button", "End…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Say how this consultation ended, and save that"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.end-draft");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", draft->path);
  return button;
}

static GtkWidget *
make_draft_row (const NpDraftInfo *draft, const NpClock *clock)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *initials = initials_of (draft);
  g_autofree char *time = time_of (draft, clock);

  gtk_widget_add_css_class (row, "numeric");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), initials);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), draft->readable ? time : _ ("This draft cannot be read. It is kept as it is."));
  if (!draft->readable)
    return row;
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_end_button (draft));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.resume");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", draft->path);
  return row;
}

static void
show_drafts (NpStartPage *self, NpDesk *desk)
{
  g_autoptr (GPtrArray) list = np_drafts_list (np_desk_get_drafts (desk));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->drafts, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < list->len; i++)
    {
      GtkWidget *row = make_draft_row (g_ptr_array_index (list, i), np_desk_get_clock (desk));
      adw_preferences_group_add (self->drafts, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->drafts), list->len > 0);
}

static void
show_clinic (NpStartPage *self, NpDesk *desk)
{
  NpClinic *clinic = np_desk_get_clinic (desk);
  const char *problem = np_desk_get_clinic_problem (desk);
  const char *title = clinic->name && *clinic->name ? clinic->name : _ ("Tell the program about your clinic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->clinic_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->clinic_row), title);
  if (problem)
    adw_action_row_set_subtitle (self->clinic_row, problem);
  else if (np_clinic_is_complete (clinic))
    adw_action_row_set_subtitle (self->clinic_row, _ ("Name, phone numbers and practitioners"));
  else
    adw_action_row_set_subtitle (self->clinic_row, _ ("Its name, a phone number and who treats: asked once, printed on every sheet."));
}

static void
show_problem (NpStartPage *self, const char *problem)
{
  g_autofree char *escaped = g_markup_escape_text (problem, -1);
  g_autofree char *text = g_strdup_printf (
    /* Translators: %s is what is wrong with the catalogue */
    _ ("%s\n\nNothing was lost: drafts and records stay as they are. Repair or reinstall the catalogue and start again."),
    escaped);

  adw_status_page_set_description (self->problem, text);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->problem));
}

static void
np_start_page_finalize (GObject *object)
{
  g_ptr_array_unref (NP_START_PAGE (object)->rows);
  G_OBJECT_CLASS (np_start_page_parent_class)->finalize (object);
}

static void
np_start_page_class_init (NpStartPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = np_start_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/needlepoint/Needlepoint/np-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NpStartPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NpStartPage, main);
  gtk_widget_class_bind_template_child (widget_class, NpStartPage, problem);
  gtk_widget_class_bind_template_child (widget_class, NpStartPage, drafts);
  gtk_widget_class_bind_template_child (widget_class, NpStartPage, clinic_row);
  gtk_widget_class_bind_template_child (widget_class, NpStartPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, NpStartPage, menu_button);
}

static void
np_start_page_init (NpStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  np_stack_hide_others (self->stack);
  /* Translators: name of the button with the menu */
  np_menu_button_name (GTK_MENU_BUTTON (self->menu_button), _ ("Main Menu"));
  gtk_widget_set_visible (GTK_WIDGET (self->drafts), FALSE);
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
  show_drafts (self, desk);
  show_clinic (self, desk);
  if (np_desk_get_catalog_problem (desk))
    show_problem (self, np_desk_get_catalog_problem (desk));
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
