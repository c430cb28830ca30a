/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-facts.h"

G_BEGIN_DECLS

/* The numbing cream, or none; its amounts when there is one. */
#define NP_TYPE_ANAESTHETIC (np_anaesthetic_get_type ())
G_DECLARE_FINAL_TYPE (NpAnaesthetic, np_anaesthetic, NP, ANAESTHETIC, GtkBox)
GtkWidget *np_anaesthetic_new (void);
void np_anaesthetic_set_catalog (NpAnaesthetic *self, const NpCatalog *catalog);

G_END_DECLS
