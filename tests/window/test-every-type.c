/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "np-anaesthetic.h"
#include "np-checks.h"
#include "np-choice.h"
#include "np-clinic-page.h"
#include "np-combo.h"
#include "np-consultation-view.h"
#include "np-date-entry.h"
#include "np-ending-section.h"
#include "np-field-entry.h"
#include "np-handed-over.h"
#include "np-outcome-chip.h"
#include "np-plan-checks.h"
#include "np-practitioner-card.h"
#include "np-practitioner-row.h"
#include "np-sheet-preview.h"
#include "np-shortcuts-window.h"
#include "np-signature-pad.h"
#include "np-start-page.h"
#include "np-step-list.h"
#include "np-steps.h"
#include "np-test.h"
#include "np-treat-list.h"
#include "np-window.h"

/* The widgets of the window can be made, shown and let go of, by themselves or on the page that is made of them: a criticism of GTK ends
 * the test, and what is not finalised is a leak. */

typedef GType (*TypeFunc) (void);

static const TypeFunc widget_types[] = {
  np_anaesthetic_get_type,        np_checks_get_type,         np_choice_get_type,      np_clinic_page_get_type,
  np_combo_get_type,              np_consultation_view_get_type, np_date_entry_get_type, np_ending_section_get_type,
  np_field_entry_get_type,        np_handed_over_get_type,    np_outcome_chip_get_type, np_plan_checks_get_type,
  np_practitioner_card_get_type,  np_practitioner_row_get_type, np_sheet_preview_get_type, np_signature_pad_get_type,
  np_start_page_get_type,         np_step_list_get_type,      np_treat_list_get_type,
};

static const TypeFunc window_types[] = { np_shortcuts_window_get_type, np_window_get_type };

static const char *const samples[] = { "acne-scars-pen", "interpreter-stretch-marks", "isotretinoin-wait", "minor-chickenpox-scar-stamp",
                                       "blood-thinner-waits-for-prescriber", "refusal-fine-lines" };

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Frames that the window is painted in, so that what is made only when it is shown is made. */
static void
show_in (GtkWidget *window)
{
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (window) == 0)
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static void
check_gone (gpointer *weak, const char *name)
{
  for (guint i = 0; *weak && i < 50; i++)
    {
      settle ();
      g_usleep (2000);
    }
  ck_assert_msg (*weak == NULL, "%s is still there", name);
}

START_TEST (a_widget_is_made_shown_and_gone)
{
  GType type = widget_types[_i]();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *widget = g_object_new (type, NULL);
  gpointer weak = widget;

  g_object_add_weak_pointer (G_OBJECT (widget), &weak);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  show_in (window);
  gtk_window_destroy (GTK_WINDOW (window));
  check_gone (&weak, g_type_name (type));
}
END_TEST

START_TEST (a_window_is_made_shown_and_gone)
{
  GType type = window_types[_i]();
  GtkWidget *window = g_object_new (type, NULL);
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  show_in (window);
  gtk_window_destroy (GTK_WINDOW (window));
  check_gone (&weak, g_type_name (type));
}
END_TEST

static NpConsultation *
open_sample (NpCatalog *catalog, const char *name)
{
  g_autofree char *file = g_strdup_printf ("samples/%s.json", name);
  g_autofree char *path = np_test_data (file);
  g_autoptr (GError) error = NULL;
  NpConsultation *consultation = np_consultation_open_file (catalog, np_clock_system (), path, FALSE, &error);

  ck_assert_msg (consultation != NULL, "%s: %s", path, error ? error->message : "");
  return consultation;
}

/* A page in a window, as the frame shows it; it is gone with the window, and the consultation with its last page. */
static void
check_page (NpConsultation *consultation, NpStep step)
{
  GtkWidget *window = gtk_window_new ();
  NpPage *page = np_step_make_page (step);
  gpointer weak = page;

  g_object_add_weak_pointer (G_OBJECT (page), &weak);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (page));
  np_page_set_consultation (page, consultation);
  show_in (window);
  np_page_refresh (page);
  gtk_window_destroy (GTK_WINDOW (window));
  check_gone (&weak, np_step_words[step]);
}

START_TEST (each_page_shows_a_sample_and_is_gone)
{
  g_autoptr (NpCatalog) catalog = np_catalog_load (NULL, NULL, NULL, NULL);
  g_autoptr (NpConsultation) consultation = open_sample (catalog, samples[_i]);
  gpointer weak = consultation;

  g_object_add_weak_pointer (G_OBJECT (consultation), &weak);
  /* The page of what is saved needs a record. */
  for (NpStep step = 0; step < NP_STEP_SAVED; step++)
    check_page (consultation, step);
  g_clear_object (&consultation);
  check_gone (&weak, "the consultation");
}
END_TEST

int
main (int argc, char *argv[])
{
  Suite *suite = suite_create ("every-type");
  TCase *tcase = tcase_create ("every-type");

  gtk_test_init (&argc, &argv);
  adw_init ();
  tcase_set_timeout (tcase, 60);
  tcase_add_loop_test (tcase, a_widget_is_made_shown_and_gone, 0, G_N_ELEMENTS (widget_types));
  tcase_add_loop_test (tcase, a_window_is_made_shown_and_gone, 0, G_N_ELEMENTS (window_types));
  tcase_add_loop_test (tcase, each_page_shows_a_sample_and_is_gone, 0, G_N_ELEMENTS (samples));
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
