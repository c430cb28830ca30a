/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The patient's own words at one place of the document, or the deliberate word that there are none. */
#define NP_TYPE_STATEMENT (np_statement_get_type ())
G_DECLARE_FINAL_TYPE (NpStatement, np_statement, NP, STATEMENT, GtkBox)
GtkWidget *np_statement_new (const char *label, const char *none_label, const char *pointer);

G_END_DECLS
