/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-rule-rows.h"

/* Months, month ends, weeks and dates that are only a month or a year (brief 0.4). */

static const NpRuleRow rows[] = {
  { "isotretinoin=stopped:2025-08-31 on=2026-02-01", "isotretinoin-recent", "deferral", "2026-02-28" },
  { "isotretinoin=stopped:2025-08-31 on=2026-02-28", "isotretinoin-recent", "met", "2026-02-28" },
  { "isotretinoin=stopped:2025-08-31 on=2026-02-27", "isotretinoin-recent", "deferral", "2026-02-28" },
  { "isotretinoin=stopped:2023-08-31 on=2024-02-28", "isotretinoin-recent", "deferral", "2024-02-29" },
  { "isotretinoin=stopped:2025-12-10 planned=2026-06-09", "isotretinoin-recent", "deferral", "2026-06-10" },
  { "isotretinoin=stopped:2025-12-10 planned=2026-06-10", "isotretinoin-recent", "met", "2026-06-10" },
  { "isotretinoin=stopped:2025-12-10 planned=2026-06-11", "isotretinoin-recent", "met", "2026-06-10" },
  { "isotretinoin=stopped:2025-12", "isotretinoin-recent", "deferral", "2026-06-30" },
  { "isotretinoin=stopped:2025-12 planned=2026-06-30", "isotretinoin-recent", "met", "2026-06-30" },
  { "isotretinoin=stopped:2025-12 planned=2026-06-29", "isotretinoin-recent", "deferral", "2026-06-30" },
  { "isotretinoin=stopped:2025", "isotretinoin-recent", "deferral", "2026-06-30" },
  { "isotretinoin=stopped:2026-03", "isotretinoin-recent", "deferral", "2026-09-10" },
  { "isotretinoin=stopped:2026", "isotretinoin-recent", "deferral", "2026-09-10" },
  { "isotretinoin=stopped:2026-05", "isotretinoin-recent", "deferral", "2026-09-10" },
  { "isotretinoin=stopped:2026-05-05", "isotretinoin-recent", "deferral", "2026-11-05" },
  { "previous-needling=session:2026-02", "needling-recent", "deferral", "2026-03-28" },
  { "recent-resurfacing=peel-deep:2025-11-30 on=2026-02-01", "peel-recent-deep", "deferral", "2026-02-28" },
  { "recent-resurfacing=laser-ablative:2025-12-17 planned=2026-03-11", "laser-recent-ablative", "met", "2026-03-11" },
  { "recent-resurfacing=laser-ablative:2025-12-17 planned=2026-03-12", "laser-recent-ablative", "met", "2026-03-11" },
  { "sun=tan:2026-02", "sun-recent", "deferral", "2026-03-14" },
  { "diabetes=diabetes{hba1c=60;on=2026}", "diabetes-controlled", "advisory", "" },
  { "skin-unstable=quiet{disease=eczema;on=2025-12}", "skin-unstable-flare", "absolute", "" },
  { "skin-unstable=quiet{disease=eczema;on=2025-11}", "skin-unstable-flare", "no", "" },
};

const NpRuleRows np_rows_dates = { rows, G_N_ELEMENTS (rows) };
