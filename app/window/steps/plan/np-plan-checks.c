/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-plan-checks.h"
#include "np-choice.h"
#include "np-interface-language.h"
#include "np-section.h"

#include <glib/gi18n.h>

/* One check. All of it belongs to the box. */
typedef struct
{
  GtkWidget *line;
  GtkWidget *again; /* says that the answer is of an earlier day */
  GtkWidget *fail;  /* says what a "no" means */
} Row;

struct _NpPlanChecks
{
  GtkBox parent_instance;

  /* Owned: a Row for each check of the catalogue, made with it */
  GArray *rows;

  /* Borrowed */
  const NpCatalog *catalog;
};

G_DEFINE_FINAL_TYPE (NpPlanChecks, np_plan_checks, GTK_TYPE_BOX)

static void
np_plan_checks_finalize (GObject *object)
{
  g_array_unref (NP_PLAN_CHECKS (object)->rows);
  G_OBJECT_CLASS (np_plan_checks_parent_class)->finalize (object);
}

static void
np_plan_checks_class_init (NpPlanChecksClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_plan_checks_finalize;
}

static void
np_plan_checks_init (NpPlanChecks *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "fields");
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
}

static GtkWidget *
make_choice (const char *ask, const char *pointer)
{
  GtkWidget *choice = g_object_new (NP_TYPE_CHOICE, "label", ask, "pointer", pointer, NULL);

  np_choice_add (NP_CHOICE (choice), np_check_words[NP_CHECK_PASS], C_ ("plan check", "Yes, confirmed"), 'y');
  np_choice_add (NP_CHOICE (choice), np_check_words[NP_CHECK_FAIL], C_ ("plan check", "No"), 'n');
  np_choice_add (NP_CHOICE (choice), np_check_words[NP_CHECK_DONT_KNOW], C_ ("plan check", "Don’t know"), 'd');
  return choice;
}

static void
add_row (NpPlanChecks *self, const NpPlanCheck *check)
{
  const char *ask = np_language_say (np_interface_language (), &check->ask);
  g_autofree char *pointer = g_strconcat ("/plan/checks/", check->id, NULL);
  const Row row = { .line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6),
                    .again = np_paragraph_new (NULL, "missing"),
                    .fail = np_paragraph_new (np_language_say (np_interface_language (), &check->fail), "warning") };

  gtk_widget_add_css_class (row.line, "field");
  gtk_box_append (GTK_BOX (row.line), np_paragraph_new (ask, NULL));
  gtk_box_append (GTK_BOX (row.line), make_choice (ask, pointer));
  gtk_box_append (GTK_BOX (row.line), row.again);
  gtk_box_append (GTK_BOX (row.line), row.fail);
  gtk_box_append (GTK_BOX (self), row.line);
  g_array_append_val (self->rows, row);
}

static void
make_rows (NpPlanChecks *self, const NpCatalog *catalog)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_box_remove (GTK_BOX (self), child);
  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < catalog->n_plan_checks; i++)
    add_row (self, &catalog->plan_checks[i]);
  self->catalog = catalog;
}

/* The answer that is pressed is of an earlier day and does not count before it is pressed today. */
static void
show_again (GtkWidget *again, NpConsultation *consultation, const NpPlanCheck *check, NpCheckResult result)
{
  g_autofree char *pointer = g_strconcat ("/plan/checks_on/", check->id, NULL);
  const char *on = result == NP_CHECK_UNANSWERED ? np_consultation_get_string (consultation, pointer) : NULL;

  gtk_widget_set_visible (again, on != NULL);
  if (!on)
    return;
  g_autofree char *day = np_language_day (np_interface_language (), np_day_parse (on));
  /* Translators: below a check that staff confirmed on another day; %s is that day */
  g_autofree char *words = g_strdup_printf (_ ("Answered on %s. Please check and answer it again today."), day);
  gtk_label_set_text (GTK_LABEL (again), words);
}

/**
 * np_plan_checks_new:
 *
 * Returns: (transfer floating): the checks, to be put into a page
 */
GtkWidget *
np_plan_checks_new (void)
{
  return g_object_new (NP_TYPE_PLAN_CHECKS, NULL);
}

/**
 * np_plan_checks_show:
 * @self: the checks
 * @consultation: whose plan
 *
 * Shows the checks that the plan asks for; what a "no" means stands below it.
 */
void
np_plan_checks_show (NpPlanChecks *self, NpConsultation *consultation)
{
  const NpFacts *facts;

  g_return_if_fail (NP_IS_PLAN_CHECKS (self) && NP_IS_CONSULTATION (consultation));
  facts = np_consultation_get_facts (consultation);
  if (self->catalog != np_consultation_get_catalog (consultation))
    make_rows (self, np_consultation_get_catalog (consultation));
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      NpCheckResult result = facts->checks[i];

      gtk_widget_set_visible (row->line, np_facts_asks_check (facts, i));
      gtk_widget_set_visible (row->fail, result == NP_CHECK_FAIL || result == NP_CHECK_DONT_KNOW);
      show_again (row->again, consultation, &self->catalog->plan_checks[i], result);
    }
}
