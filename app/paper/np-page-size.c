/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-paper.h"
#include <langinfo.h>
#include <string.h>

const NpPageSize np_page_a4 = { 595.276, 841.890, 38 };
const NpPageSize np_page_letter = { 612, 792, 38 };

/* glibc tells the paper of the locale in millimetres; 279 is the height of Letter. The value is a number in a pointer's place. */
static const NpPageSize *
size_of_locale (void)
{
  union { const char *text; unsigned int word; } height = { .text = nl_langinfo (_NL_PAPER_HEIGHT) };

  return height.word == 279 ? &np_page_letter : &np_page_a4;
}

/**
 * np_page_size_find:
 * @name: (nullable): "a4" or "letter"; NULL for what the running locale uses
 *
 * Returns: (transfer none) (nullable): the size, or NULL for another name
 */
const NpPageSize *
np_page_size_find (const char *name)
{
  if (name == NULL)
    return size_of_locale ();
  if (g_ascii_strcasecmp (name, "a4") == 0)
    return &np_page_a4;
  if (g_ascii_strcasecmp (name, "letter") == 0)
    return &np_page_letter;
  return NULL;
}
