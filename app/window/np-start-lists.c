/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-start-lists.h"
#include "np-drafts.h"
#include "np-interface-language.h"
#include "np-section.h"

#include <glib/gi18n.h>

struct _NpStartLists
{
  GtkBox parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *drafts;
  AdwActionRow *clinic_row;

  /* Owned: the rows in the group of drafts */
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (NpStartLists, np_start_lists, GTK_TYPE_BOX)

static char *
initials_of (const NpDraftInfo *draft)
{
  if (draft->initials && *draft->initials)
    return g_strdup (draft->initials);
  if (!draft->readable)
    /* Translators: a draft that cannot be read. */
    return g_strdup (_ ("Unreadable draft"));
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
show_drafts (NpStartLists *self, NpDesk *desk)
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
show_clinic (NpStartLists *self, NpDesk *desk)
{
  NpClinic *clinic = np_desk_get_clinic (desk);
  const char *problem = np_desk_get_clinic_problem (desk);
  const char *title = clinic->name && *clinic->name ? clinic->name
                      : problem                     ? _ ("The clinic's details cannot be read")
                                                    : _ ("Tell the program about your clinic");

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
np_start_lists_finalize (GObject *object)
{
  g_ptr_array_unref (NP_START_LISTS (object)->rows);
  G_OBJECT_CLASS (np_start_lists_parent_class)->finalize (object);
}

static void
np_start_lists_class_init (NpStartListsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = np_start_lists_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/needlepoint/Needlepoint/np-start-lists.ui");
  gtk_widget_class_bind_template_child (widget_class, NpStartLists, drafts);
  gtk_widget_class_bind_template_child (widget_class, NpStartLists, clinic_row);
}

static void
np_start_lists_init (NpStartLists *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

/**
 * np_start_lists_new:
 *
 * Returns: (transfer floating): the lists, empty until they show a desk
 */
GtkWidget *
np_start_lists_new (void)
{
  return g_object_new (NP_TYPE_START_LISTS, NULL);
}

/**
 * np_start_lists_show:
 * @self: the lists
 * @desk: a desk that is loaded
 *
 * Shows the desk as it is now.
 */
void
np_start_lists_show (NpStartLists *self, NpDesk *desk)
{
  g_return_if_fail (NP_IS_START_LISTS (self) && np_desk_is_loaded (desk));
  show_drafts (self, desk);
  show_clinic (self, desk);
}
