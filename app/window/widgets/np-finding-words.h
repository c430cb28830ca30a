/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-consultation.h"

G_BEGIN_DECLS

/* A finding's class in words and with an icon, the same on every page: never by colour alone. */
const char *np_finding_icon (const NpFired *fired);
/* "Do not treat", "Decision needed", "Wait until 10 June 2026", "Good to know"; after a decision what it made of it. (transfer full) */
char *np_finding_class_words (const NpFired *fired);
/* What a wait that has passed was for, and when it ended; (transfer full) */
char *np_met_words (NpConsultation *consultation, const NpMet *met);
/* CSS classes "error", "warning", "accent", which only help */
const char *np_finding_style (const NpFired *fired);
/* The answers behind a finding as JSON pointers, each once; (transfer full) (element-type utf8) */
GPtrArray *np_finding_pointers (const NpCatalog *catalog, const NpCause *causes, guint n_causes);

G_END_DECLS
