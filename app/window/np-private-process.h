/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* No core dump and no other process of the same user reads what patients said. */
void np_private_process (void);
