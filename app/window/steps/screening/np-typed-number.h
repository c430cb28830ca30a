/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { NP_NUMBER_EMPTY, NP_NUMBER_READ, NP_NUMBER_CONVERTED, NP_NUMBER_OUT_OF_RANGE, NP_NUMBER_UNCLEAR } NpNumberKind;

/* A whole number as people type it, in the catalogue's `unit` (nullable). HbA1c is measured in mmol/mol, and percent ("7.2 %") is
 * converted: (percent - 2.15) x 10.929, rounded up (brief D3). */
NpNumberKind np_typed_number_read (const char *typed, const char *unit, int least, int most, int *number);

G_END_DECLS
