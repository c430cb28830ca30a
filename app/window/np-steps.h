/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-page.h"

G_BEGIN_DECLS

/* The steps as the window knows them: their words and their pages. The order is NpStep's. */
const char *np_step_title (NpStep step);
/* "Done", "Open", "Later", "Not needed", with the icon that stands beside it */
const char *np_step_state_word (NpConsultation *consultation, NpStep step);
const char *np_step_state_icon (NpConsultation *consultation, NpStep step);
/* left out: it is not done, and the consultation can end without it */
gboolean np_step_is_left_out (NpConsultation *consultation, NpStep step);
/* (transfer floating) (nullable): a new page for the step */
NpPage *np_step_make_page (NpStep step);
/* the step that shows a place of the document, by its JSON pointer */
NpStep np_step_of_pointer (const char *pointer);

G_END_DECLS
