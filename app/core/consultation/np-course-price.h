/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "180 EUR" and 4 sessions give "720 EUR"; NULL where the text does not hold one plain amount. */
char *np_course_price (const char *session, int sessions);

G_END_DECLS
