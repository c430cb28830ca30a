/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "np-catalog.h"

G_BEGIN_DECLS

/* What staff and patient may expect of one condition's treatment, folded away. (transfer floating) */
GtkWidget *np_indication_brief_new (const NpIndication *indication);

G_END_DECLS
