/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-finding-words.h"
#include "np-explain.h"
#include "np-interface-language.h"
#include "np-outcome-chip.h"

#include <glib/gi18n.h>

/**
 * np_finding_icon:
 * @fired: a finding of an assessment
 *
 * Returns: (transfer none): the name of the icon that stands beside its class
 */
const char *
np_finding_icon (const NpFired *fired)
{
  g_return_val_if_fail (fired, "");

  if (!fired->counts)
    return np_outcome_icon (NP_OUTCOME_PROCEED);
  switch (fired->effective)
    {
    case NP_CLASS_ABSOLUTE:
      return np_outcome_icon (NP_OUTCOME_DO_NOT_PROCEED);
    case NP_CLASS_DEFERRAL:
      return np_outcome_icon (NP_OUTCOME_DEFER);
    case NP_CLASS_RELATIVE:
      return np_outcome_icon (NP_OUTCOME_REFER);
    case NP_CLASS_ADVISORY:
      return "dialog-information-symbolic";
    }
  g_return_val_if_reached ("");
}

static char *
wait_words (const NpFired *fired)
{
  if (fired->clear_date == NP_DAY_NONE)
    return g_strdup (C_ ("class of a finding", "Wait"));
  g_autofree char *day = np_language_day (np_interface_language (), fired->clear_date);
  /* Translators: %s is the first day on which treatment is possible, as "22 March 2026". */
  return g_strdup_printf (C_ ("class of a finding", "Wait until %s"), day);
}

/**
 * np_finding_class_words:
 * @fired: a finding of an assessment
 *
 * Returns: (transfer full): what the finding means for the plan, in a few words of the interface's language
 */
char *
np_finding_class_words (const NpFired *fired)
{
  g_return_val_if_fail (fired, NULL);

  if (!fired->counts)
    return g_strdup (C_ ("class of a finding", "Decided: go ahead"));
  switch (fired->effective)
    {
    case NP_CLASS_ABSOLUTE:
      return g_strdup (C_ ("class of a finding", "Do not treat"));
    case NP_CLASS_DEFERRAL:
      return wait_words (fired);
    case NP_CLASS_RELATIVE:
      return g_strdup (C_ ("class of a finding", "Decision needed"));
    case NP_CLASS_ADVISORY:
      return g_strdup (C_ ("class of a finding", "Good to know"));
    }
  g_return_val_if_reached (NULL);
}

/**
 * np_finding_style:
 * @fired: a finding of an assessment
 *
 * Returns: (transfer none): a style class of libadwaita for its icon
 */
const char *
np_finding_style (const NpFired *fired)
{
  g_return_val_if_fail (fired, "dim-label");

  if (!fired->counts)
    return "success";
  switch (fired->effective)
    {
    case NP_CLASS_ABSOLUTE:
      return "error";
    case NP_CLASS_DEFERRAL:
    case NP_CLASS_RELATIVE:
      return "warning";
    case NP_CLASS_ADVISORY:
      return "accent";
    }
  g_return_val_if_reached ("dim-label");
}

/**
 * np_met_words:
 * @consultation: the consultation
 * @met: a time to wait of its assessment that has passed
 *
 * Returns: (transfer full): a sentence with the day on which it ended
 */
char *
np_met_words (NpConsultation *consultation, const NpMet *met)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (consultation) && met, NULL);

  const NpLanguage *language = np_interface_language ();
  g_autofree char *day = np_language_day (language, met->clear_date);
  g_autofree char *what = np_explain_met (np_consultation_get_facts (consultation), met, language);
  /* Translators: the day on which a time to wait ended, and what it was for, as "isotretinoin stopped June 2019, six months". */
  return g_strdup_printf (_ ("The time to wait was over on %s: %s."), day, what);
}

/**
 * np_finding_pointers:
 * @catalog: the catalogue that the causes refer to
 * @causes: (array length=n_causes): causes of a finding
 * @n_causes: how many
 *
 * Returns: (transfer full) (element-type utf8): where the causes were answered, each place once
 */
GPtrArray *
np_finding_pointers (const NpCatalog *catalog, const NpCause *causes, guint n_causes)
{
  GPtrArray *pointers = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (catalog, pointers);
  for (guint i = 0; i < n_causes; i++)
    {
      g_autofree char *pointer = np_cause_pointer (catalog, &causes[i]);

      if (!g_ptr_array_find_with_equal_func (pointers, pointer, g_str_equal, NULL))
        g_ptr_array_add (pointers, g_steal_pointer (&pointer));
    }
  return pointers;
}
