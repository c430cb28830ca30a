/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-consultation-private.h"

#include <glib/gi18n-lib.h>

/* What is still to do among the people, in the plan and in the screening. */

#define QUOTED 60 /* so many characters are enough to know a question by */

/* How a text begins, in as many whole words as a line of a list takes. */
char *
np_consultation_quote (NpConsultation *self, const NpText *text)
{
  const char *words = np_consultation_say (self, text);
  const char *most;
  const char *end;

  if (g_utf8_strlen (words, -1) <= QUOTED)
    return g_strdup (words);
  most = g_utf8_offset_to_pointer (words, QUOTED);
  end = g_strrstr_len (words, most - words, " ");
  if (end == NULL)
    end = most;
  return g_strdup_printf ("%.*s…", (int) (end - words), words);
}

void
np_todo_add (GPtrArray *todo, NpStep step, char *id, char *message)
{
  NpTodo *self = g_new0 (NpTodo, 1);

  self->step = step;
  self->id = id;
  self->message = message;
  g_ptr_array_add (todo, self);
}

/**
 * np_todo_free:
 * @self: (transfer full) (nullable): something to do
 */
void
np_todo_free (NpTodo *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->message);
  g_free (self);
}

gboolean
np_consultation_is_minor (NpConsultation *self)
{
  int age = np_facts_age (self->reading->facts);

  return age >= 0 && age < NP_ADULT_AGE;
}

static void
need (NpConsultation *self, GPtrArray *todo, const char *pointer, const char *message)
{
  if (!np_consultation_has_text (self, pointer) && !np_consultation_has_any (self, pointer))
    np_todo_add (todo, NP_STEP_PEOPLE, g_strdup (pointer), g_strdup (message));
}

static void
todo_patient (NpConsultation *self, GPtrArray *todo)
{
  need (self, todo, "/patient/name", _("Enter the patient's name."));
  need (self, todo, "/patient/date_of_birth", _("Enter the patient's date of birth."));
  need (self, todo, "/patient/identified_by", _("Choose how the patient was identified."));
}

static void
todo_guardian (NpConsultation *self, GPtrArray *todo)
{
  if (!np_consultation_is_minor (self))
    return;
  need (self, todo, "/guardian/name", _("The patient is under 18. Enter the name of the parent or guardian."));
  need (self, todo, "/guardian/relationship", _("Choose how the guardian is related to the patient."));
  need (self, todo, "/guardian/document", _("Enter the document that shows the guardian's right to decide."));
  need (self, todo, "/guardian/identified_by", _("Choose how the guardian was identified."));
}

static void
todo_interpreter (NpConsultation *self, GPtrArray *todo)
{
  if (!np_consultation_has_interpreter (self))
    return;
  need (self, todo, "/interpreter/name", _("Enter the interpreter's name."));
  need (self, todo, "/interpreter/language", _("Enter the language that is interpreted."));
  need (self, todo, "/interpreter/reference", _("Enter the interpreter's number or agency."));
}

static void
todo_staff (NpConsultation *self, GPtrArray *todo)
{
  need (self, todo, "/practitioner/name", _("Choose the practitioner who treats or is in charge."));
  need (self, todo, "/clinic/name", _("Enter the name of the clinic."));
}

void
np_consultation_todo_names (NpConsultation *self, GPtrArray *todo)
{
  todo_patient (self, todo);
  todo_staff (self, todo);
}

static void
todo_lists (NpConsultation *self, GPtrArray *todo)
{
  if (!self->reading->facts->medicines_known)
    np_todo_add (todo, NP_STEP_PEOPLE, g_strdup ("/medicines"),
                 g_strdup (np_document_lookup (self->document, "/medicines") == NULL
                               ? _("Ask which medicines the patient takes, or choose that there are none.")
                               : _("Ask again today whether the list of medicines is right.")));
  if (!self->reading->facts->allergies_known)
    np_todo_add (todo, NP_STEP_PEOPLE, g_strdup ("/allergies"),
                 g_strdup (np_document_lookup (self->document, "/allergies") == NULL
                               ? _("Ask which allergies the patient has, or choose that none are known.")
                               : _("Ask again today whether the list of allergies is right.")));
}

/* A witness is none of what is missing here: one is asked for where someone signs by witness. */
void
np_consultation_todo_people (NpConsultation *self, GPtrArray *todo)
{
  todo_patient (self, todo);
  todo_guardian (self, todo);
  todo_interpreter (self, todo);
  todo_staff (self, todo);
  todo_lists (self, todo);
}

/* ---- plan ---- */

void
np_consultation_todo_plan (NpConsultation *self, GPtrArray *todo)
{
  const NpFacts *facts = self->reading->facts;

  if (facts->n_pairs == 0)
    np_todo_add (todo, NP_STEP_PLAN, g_strdup ("/plan/treat"), g_strdup (_("Choose what is treated, and where.")));
  if (facts->device < 0)
    np_todo_add (todo, NP_STEP_PLAN, g_strdup ("/plan/device"), g_strdup (_("Choose the device.")));
  if (facts->anaesthetic < 0)
    np_todo_add (todo, NP_STEP_PLAN, g_strdup ("/plan/anaesthetic"),
                 g_strdup (_("Choose the numbing cream, or that there is none.")));
  for (guint i = 0; i < self->catalog->n_plan_checks; i++)
    if (np_facts_asks_check (facts, i) && facts->checks[i] == NP_CHECK_UNANSWERED)
      np_todo_add (todo, NP_STEP_PLAN, g_strdup_printf ("/plan/checks/%s", self->catalog->plan_checks[i].id),
                   /* Translators: %s is what staff confirm, a whole sentence */
                   g_strdup_printf (_("Check the plan: %s"), self->catalog->plan_checks[i].ask.source));
}

/* ---- screening ---- */

static gboolean
is_open (NpConsultation *self, guint question)
{
  return !self->catalog->questions[question].is_birth_date && np_facts_asks_question (self->reading->facts, question) &&
         !np_consultation_is_answered (self, question);
}

void
np_consultation_todo_screening (NpConsultation *self, GPtrArray *todo)
{
  for (guint group = 0; group < self->catalog->n_question_groups; group++)
    for (guint i = 0; i < self->catalog->n_questions; i++)
      if (self->catalog->questions[i].group == group && is_open (self, i))
        {
          g_autofree char *ask = np_consultation_quote (self, &self->catalog->questions[i].ask);

          np_todo_add (todo, NP_STEP_SCREENING, g_strdup_printf ("/answers/%s", self->catalog->questions[i].id),
                       /* Translators: %s is how a question to the patient begins */
                       g_strdup_printf (_("Still open: %s"), ask));
        }
}
