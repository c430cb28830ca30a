/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-consultation.h"

G_BEGIN_DECLS

/* What the lists of medicines and allergies hold that has to do with a group of questions, in words; NULL where nothing. (transfer full) */
char *np_answer_lists_words (NpConsultation *consultation, guint group);

G_END_DECLS
