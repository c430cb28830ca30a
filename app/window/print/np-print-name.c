/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-print.h"

/**
 * np_print_name:
 * @consultation: a consultation
 *
 * Returns: (transfer full): what its sheet is called where others can read it: today's date and the id, as design 4 asks for
 */
char *
np_print_name (NpConsultation *consultation)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (consultation), NULL);

  g_autofree char *today = np_day_format (np_clock_today (np_consultation_get_clock (consultation)));
  return g_strdup_printf ("%s-%s", today, np_consultation_get_id (consultation));
}
