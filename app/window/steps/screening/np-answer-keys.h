/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-answer-choices.h"

G_BEGIN_DECLS

/* What a letter means on a question. A letter answers a question that is open. An answer that stands, or that waits for its details,
 * changes by its buttons only: letters that were meant for a date must never take it away. And whoever types a word where no text goes
 * ("June 2019") answers nothing with its letters, and ticks nothing with its space. */
typedef enum
{
  NP_ANSWER_KEY_OTHER,   /* not for the question */
  NP_ANSWER_KEY_REFUSED, /* for the question, but it answers nothing now */
  NP_ANSWER_KEY_ANSWER,
  NP_ANSWER_KEY_ALL_NO
} NpAnswerKey;

typedef struct
{
  gint64 typed_at; /* when a letter came that answers nothing; 0 = none did */
} NpAnswerKeys;

/* `now` is monotonic, `on_answers`: the focus is on the buttons, `is_open`: none of them is pressed; `id` gets the answer (nullable) */
NpAnswerKey np_answer_keys_read (NpAnswerKeys *self, const NpQuestion *question, guint keyval, gint64 now, gboolean on_answers,
                                 gboolean is_open, const char **id);
gboolean np_answer_keys_is_enter (guint keyval);

G_END_DECLS
