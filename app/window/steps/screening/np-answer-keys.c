/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-answer-keys.h"

#include <glib/gi18n.h>

/* How long after a letter that answers nothing the next one is taken for part of the same word. */
#define WORD_US (G_USEC_PER_SEC)

static gboolean
is_all_no (guint keyval)
{
  /* Translators: the letter that offers to answer a whole group with No; a to z, none of the answers' letters. */
  const char *key = C_ ("key of All of these are no", "a");

  return gdk_keyval_to_unicode (gdk_keyval_to_lower (keyval)) == (guchar) *key;
}

static gboolean
is_part_of_a_word (NpAnswerKeys *self, guint keyval, gint64 now, gboolean answers)
{
  gunichar typed = gdk_keyval_to_unicode (keyval);
  gboolean within = self->typed_at != 0 && now - self->typed_at < WORD_US;

  if (!g_unichar_isprint (typed))
    return FALSE;
  if (within || (!answers && typed != ' '))
    self->typed_at = now;
  return within;
}

/**
 * np_answer_keys_read:
 * @self: what was typed before
 * @question: the question that has the focus
 * @keyval: a key
 * @now: a monotonic time in microseconds
 * @on_answers: whether the focus is on the buttons
 * @is_open: whether no button is pressed yet
 * @id: (out) (transfer none) (nullable): the answer that the key stands for
 *
 * Returns: what the key means here
 */
NpAnswerKey
np_answer_keys_read (NpAnswerKeys *self,
                     const NpQuestion *question,
                     guint keyval,
                     gint64 now,
                     gboolean on_answers,
                     gboolean is_open,
                     const char **id)
{
  g_return_val_if_fail (self && question && id, NP_ANSWER_KEY_OTHER);

  *id = on_answers ? np_answer_choices_find_key (question, keyval) : NULL;
  gboolean all_no = on_answers && is_all_no (keyval);
  if (is_part_of_a_word (self, keyval, now, *id || all_no))
    return NP_ANSWER_KEY_REFUSED;
  if (*id)
    return is_open ? NP_ANSWER_KEY_ANSWER : NP_ANSWER_KEY_REFUSED;
  return all_no ? NP_ANSWER_KEY_ALL_NO : NP_ANSWER_KEY_OTHER;
}

/**
 * np_answer_keys_is_enter:
 * @keyval: a key
 *
 * Returns: whether it is one of the Enter keys
 */
gboolean
np_answer_keys_is_enter (guint keyval)
{
  return keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;
}
