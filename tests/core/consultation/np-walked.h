/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-walk.h"

G_BEGIN_DECLS

/* What tests of one consultation begin with: a blank one, under a clock that stands still. */

extern NpClock *clock_;
extern NpConsultation *self;

/* a fixture's beginning and end */
void np_walked_set_up (void);
void np_walked_tear_down (void);

G_END_DECLS
