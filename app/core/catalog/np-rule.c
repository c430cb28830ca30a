/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-rule.h"

/**
 * np_rule_clear:
 * @rule: a rule that was compiled on its own
 *
 * Frees what the rule holds and leaves it unset. The rules of a catalogue belong to the catalogue and are never cleared
 * singly.
 */
void
np_rule_clear (NpRule *rule)
{
  g_return_if_fail (rule != NULL);

  g_free (rule->terms);
  g_free (rule->conditions);
  g_free (rule->text);
  *rule = (NpRule){ 0 };
}
