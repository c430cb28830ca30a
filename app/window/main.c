/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-application.h"

int
main (int argc, char **argv)
{
  return np_application_main (argc, argv);
}
