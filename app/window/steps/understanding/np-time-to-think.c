/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-time-to-think.h"
#include "np-date-entry.h"
#include "np-field-entry.h"
#include "np-interface-language.h"
#include "np-reasoned.h"
#include "np-section.h"

#include <glib/gi18n.h>

#define HOURS_A_DAY 24

struct _NpTimeToThink
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *reason;
  GtkWidget *changed;
  GtkWidget *earliest;
  GtkWidget *too_young;
  GtkWidget *early;
};

G_DEFINE_FINAL_TYPE (NpTimeToThink, np_time_to_think, GTK_TYPE_BOX)

static char *
length_words (int hours)
{
  if (hours % HOURS_A_DAY == 0)
    {
      int days = hours / HOURS_A_DAY;

      /* Translators: how much time to think there is */
      return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) days), days);
    }
  /* Translators: how much time to think there is */
  return g_strdup_printf (ngettext ("%d hour", "%d hours", (gulong) hours), hours);
}

/* "12 March 2026, 09:15" */
static char *
moment_words (GDateTime *moment)
{
  g_autofree char *date = g_date_time_format (moment, "%Y-%m-%d");
  g_autofree char *day = np_language_day (np_interface_language (), np_day_parse (date));
  g_autofree char *time = g_date_time_format (moment, "%H:%M");

  /* Translators: a moment: %s is a date in words, %s a time as 09:15 */
  return g_strdup_printf (_ ("%s, %s"), day, time);
}

static char *
earliest_words (NpConsultation *consultation)
{
  const char *stamp = np_consultation_get_string (consultation, "/disclosure/informed_at");
  int hours = np_consultation_cooling_off_hours (consultation);
  g_autoptr (GDateTime) informed = stamp ? np_stamp_parse (stamp) : NULL;
  g_autofree char *length = length_words (hours);

  if (!informed)
    /* Translators: %s is a length of time, as "2 days" */
    return g_strdup_printf (_ ("The time to think is %s. It begins when everything on the page before was gone through."), length);
  g_autoptr (GDateTime) over = g_date_time_add_hours (informed, hours);
  g_autofree char *from = moment_words (informed), *until = moment_words (over);
  /* Translators: %s is a length of time, as "2 days"; the others are moments */
  return g_strdup_printf (_ ("The time to think is %s. It began on %s. The earliest time for treatment is %s."), length,
                          from, until);
}

static gboolean
is_minor (NpConsultation *consultation)
{
  int age = np_facts_age (np_consultation_get_facts (consultation));

  return age >= 0 && age < NP_ADULT_AGE;
}

static void
np_time_to_think_class_init (NpTimeToThinkClass *class)
{
}

static GtkWidget *
too_young_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *words = np_paragraph_new (_ ("The planned day is too early for someone under 18. Choose a day after the time to "
                                          "think is over. No reason makes an earlier day possible."),
                                       NULL);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "stop-note");
  return box;
}

static void
np_time_to_think_init (NpTimeToThink *self)
{
  GtkWidget *section = np_section_new (_ ("Time to think"), NULL);
  GtkWidget *card;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->reason = np_paragraph_new (NULL, NULL);
  self->changed = np_paragraph_new (_ ("Changed by the clinic."), "dim-label");
  self->earliest = np_paragraph_new (NULL, "numeric");
  gtk_box_append (GTK_BOX (section), self->reason);
  gtk_box_append (GTK_BOX (section), self->earliest);
  gtk_box_append (GTK_BOX (section), self->changed);
  card = np_section_add_card (section);
  gtk_box_append (GTK_BOX (card), g_object_new (NP_TYPE_DATE_ENTRY, "label", _ ("Planned day of treatment"), "pointer",
                                                "/planned_on", "full-day", TRUE, "future", TRUE, NULL));
  self->too_young = too_young_new ();
  self->early = np_reasoned_new (_ ("Treatment before the time to think is over"),
                                 _ ("The practitioner says why. The reason is recorded and printed."), "/early");
  gtk_box_append (GTK_BOX (self), section);
  gtk_box_append (GTK_BOX (self), self->too_young);
  gtk_box_append (GTK_BOX (self), self->early);
}

/**
 * np_time_to_think_new:
 *
 * Returns: (transfer floating): the section
 */
GtkWidget *
np_time_to_think_new (void)
{
  return g_object_new (NP_TYPE_TIME_TO_THINK, NULL);
}

/**
 * np_time_to_think_refresh:
 * @self: the section
 * @consultation: its consultation
 *
 * Shows what the document says now. Under 18 there is no field for a reason: an earlier day is refused (design 4).
 */
void
np_time_to_think_refresh (NpTimeToThink *self, NpConsultation *consultation)
{
  g_return_if_fail (NP_IS_TIME_TO_THINK (self) && NP_IS_CONSULTATION (consultation));

  const NpCoolingOff *longest = np_consultation_cooling_off (consultation);
  gboolean early = np_consultation_is_early (consultation);
  g_autofree char *earliest = earliest_words (consultation);
  gtk_label_set_text (GTK_LABEL (self->earliest), earliest);
  if (longest)
    gtk_label_set_text (GTK_LABEL (self->reason), np_language_say (np_consultation_get_language (consultation), &longest->reason));
  gtk_widget_set_visible (self->reason, longest != NULL);
  gtk_widget_set_visible (self->changed, longest && longest->clinic_changed);
  gtk_widget_set_visible (self->too_young, early && is_minor (consultation));
  gtk_widget_set_visible (self->early, early && !is_minor (consultation));
}
