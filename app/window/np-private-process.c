/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-private-process.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

/**
 * np_private_process:
 *
 * Turns core dumps off and makes every file of this process readable to its user only (design 4). Call it before anything
 * is read.
 */
void
np_private_process (void)
{
  const struct rlimit none = { 0, 0 };

  setrlimit (RLIMIT_CORE, &none);
  prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
  umask (S_IRWXG | S_IRWXO);
}
