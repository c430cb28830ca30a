/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-sheet.h"

G_BEGIN_DECLS

/* A window of its own that shows a sheet as it will print. */
void np_sheet_window_open (GtkWindow *parent, const NpSheet *sheet);

G_END_DECLS
