/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-causes.h"
#include "np-view.h"

G_BEGIN_DECLS

/* How a rule holds, and by which facts: `causes` is given them. Private to screening. */
NpHold np_rule_weigh (const NpView *view, const NpRule *rule, NpCauses *causes);

G_END_DECLS
