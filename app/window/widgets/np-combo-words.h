/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows the words of a row's list in full, closed and open. libadwaita 1.2 cuts them after 20 letters, however wide the row is: names of
 * people and treatments need more. */
void np_combo_show_whole_words (AdwComboRow *row);

G_END_DECLS
