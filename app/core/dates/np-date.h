/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A calendar day as days since 1 January 1970; NP_DAY_NONE where there is none. Cheap to compare and to add to. */
typedef gint32 NpDay;
#define NP_DAY_NONE G_MININT32

/* A date as people know it: a day, a month or a year. month 0 = only the year, day 0 = only the month; year 0 = unknown. */
typedef struct
{
  gint16 year;
  gint8 month;
  gint8 day;
} NpDate;

/* "2025", "2025-12" or "2025-12-10" (proleptic Gregorian, years 1 to 9999) */
gboolean np_date_parse (const char *text, NpDate *date);
char *np_date_format (NpDate date);
NpDate np_date_of_day (NpDay day);
gboolean np_date_is_known (NpDate date);
gboolean np_date_is_full (NpDate date);
gboolean np_date_equal (NpDate a, NpDate b);
/* first and last day that the date can mean (brief 0.4, "Partial dates") */
NpDay np_date_first_day (NpDate date);
NpDay np_date_last_day (NpDate date);
NpDay np_day_parse (const char *text);   /* full day only, else NP_DAY_NONE */
char *np_day_format (NpDay day);         /* "2025-12-10" */

typedef enum { NP_UNIT_DAYS, NP_UNIT_WEEKS, NP_UNIT_MONTHS } NpUnit;
typedef struct { gint16 count; NpUnit unit; } NpInterval;
/* "14 d", "12 w", "6 m" */
gboolean np_interval_parse (const char *text, NpInterval *interval);
/* Months are calendar months with month ends: 31 August + 6 months is the last day of February (brief 0.4). */
NpDay np_day_add (NpDay day, NpInterval interval);
/* full years; someone born on 29 February comes of age on 1 March (brief 0.4) */
int np_age_on (NpDay born, NpDay day);

G_END_DECLS
