/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A decision of the practitioner with name, role, date and reason at one place of the document: asked for, then shown. */
#define NP_TYPE_REASONED (np_reasoned_get_type ())
G_DECLARE_FINAL_TYPE (NpReasoned, np_reasoned, NP, REASONED, GtkBox)
GtkWidget *np_reasoned_new (const char *title, const char *explanation, const char *pointer);

G_END_DECLS
