/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-patient-line.h"
#include "np-interface-language.h"

#include <glib/gi18n.h>

static char *
born_in_words (NpConsultation *consultation)
{
  const char *text = np_consultation_get_string (consultation, "/patient/date_of_birth");
  NpDate born;

  if (!text || !np_date_parse (text, &born))
    return NULL;
  return np_language_date (np_interface_language (), born);
}

/**
 * np_patient_name:
 * @consultation: a consultation
 *
 * Returns: (transfer none): the patient's name, or words in its place
 */
const char *
np_patient_name (NpConsultation *consultation)
{
  const char *name;

  g_return_val_if_fail (NP_IS_CONSULTATION (consultation), "");
  name = np_consultation_get_string (consultation, "/patient/name");
  /* Translators: stands for the name while none is entered */
  return name ? name : _ ("New patient");
}

/**
 * np_patient_line:
 * @consultation: a consultation
 *
 * Returns: (transfer full): age and date of birth, as far as they are known; empty while neither is
 */
char *
np_patient_line (NpConsultation *consultation)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (consultation), NULL);

  g_autofree char *born = born_in_words (consultation);
  int age = np_facts_age (np_consultation_get_facts (consultation));
  if (!born)
    return g_strdup ("");
  if (age < 0)
    /* Translators: header of a consultation: the patient's date of birth. */
    return g_strdup_printf (_ ("born %s"), born);
  /* Translators: header of a consultation: the patient's age in years and date of birth. */
  return g_strdup_printf (ngettext ("%d year, born %s", "%d years, born %s", (gulong) age), age, born);
}

/**
 * np_depth_in_words:
 * @depth_um: a depth in micrometres
 *
 * Returns: (transfer full): the depth in mm without needless zeros
 */
char *
np_depth_in_words (int depth_um)
{
  g_autofree char *number = g_strdup_printf ("%g", depth_um / 1000.0);

  /* Translators: a needle depth in millimetres. */
  return g_strdup_printf (C_ ("depth", "%s mm"), number);
}

static char *
pair_in_words (const NpCatalog *catalog, const NpPair *pair)
{
  const char *area = np_language_say (np_interface_language (), &catalog->areas[pair->area].name);
  g_autofree char *depth = pair->depth_um > 0 ? np_depth_in_words (pair->depth_um) : NULL;

  return depth ? g_strdup_printf ("%s %s", area, depth) : g_strdup (area);
}

/**
 * np_plan_line:
 * @consultation: a consultation
 *
 * Returns: (transfer full): device, areas and depths in short; empty while nothing is planned
 */
char *
np_plan_line (NpConsultation *consultation)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (consultation), NULL);

  const NpFacts *facts = np_consultation_get_facts (consultation);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < facts->n_pairs; i++)
    {
      char *part = pair_in_words (facts->catalog, &facts->pairs[i]);
      if (g_ptr_array_find_with_equal_func (parts, part, g_str_equal, NULL))
        g_free (part);
      else
        g_ptr_array_add (parts, part);
    }
  g_ptr_array_add (parts, NULL);
  g_autofree char *areas = g_strjoinv (", ", (char **) parts->pdata);
  if (facts->device < 0)
    return g_steal_pointer (&areas);
  const char *device = np_language_say (np_interface_language (), &facts->catalog->devices[facts->device].name);
  return *areas ? g_strdup_printf ("%s: %s", device, areas) : g_strdup (device);
}
