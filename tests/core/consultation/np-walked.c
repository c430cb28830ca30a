/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-walked.h"

NpClock *clock_;
NpConsultation *self;

void
np_walked_set_up (void)
{
  clock_ = np_clock_new_fixed (NP_WALK_NOW, 13);
  self = np_walk_new (clock_);
}

void
np_walked_tear_down (void)
{
  g_clear_object (&self);
  np_clock_free (clock_);
}
