/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-desk.h"

G_BEGIN_DECLS

/* The program: one window, one desk. */
#define NP_TYPE_APPLICATION (np_application_get_type ())
G_DECLARE_FINAL_TYPE (NpApplication, np_application, NP, APPLICATION, AdwApplication)
NpApplication *np_application_new (void);
int np_application_main (int argc, char **argv);

G_END_DECLS
