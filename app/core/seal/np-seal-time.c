/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-seal-time.h"

#include "np-clock.h"

gboolean
np_seal_time_is_before (const char *stamp, const char *other)
{
  g_autoptr (GDateTime) one = np_stamp_parse (stamp);
  g_autoptr (GDateTime) two = np_stamp_parse (other);

  return g_date_time_compare (one, two) < 0;
}
