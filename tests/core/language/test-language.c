/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-language-tag.h"
#include "np-language.h"
#include "np-test-mo.h"
#include "np-test.h"

static const TestMessage german[] = {
  MESSAGE ("isotretinoin.title\004Acne tablets", "Aknetabletten"),
  MESSAGE ("isotretinoin.why\004It slows healing.", "Es verz\u00f6gert die Heilung."),
};
static const TestMessage austrian[] = { MESSAGE ("isotretinoin.title\004Acne tablets", "Akne-Tabletten") };
static const TestMessage german_words[] = {
  MESSAGE ("", "Plural-Forms: nplurals=2; plural=(n != 1);\n"),
  MESSAGE ("date\004{day} {month} {year}", "{day}. {month} {year}"),
  MESSAGE ("distance\004today", "heute"),
  MESSAGE ("in {n} day\0in {n} days", "in {n} Tag\0in {n} Tagen"),
  MESSAGE ("month after a day\004December", "Dezember"),
  MESSAGE ("month without a day\004December", "Dezember allein"),
  MESSAGE ("{n} month\0{n} months", "{n} Monat\0{n} Monate %n%s"),
  MESSAGE ("{n} month ago\0{n} months ago", "vor {n} Monat\0vor {n} Monaten"),
};
static const TestMessage french[] = { MESSAGE ("isotretinoin.title\004Acne tablets", "Comprim\u00e9s") };
static const TestMessage chinese[] = { MESSAGE ("isotretinoin.title\004Acne tablets", "\u75e4\u7621") };

static char *folder;

#define PUT(tag, domain, messages) put (tag, domain, messages, G_N_ELEMENTS (messages))

static void
put (const char *tag, const char *domain, const TestMessage *messages, guint32 count)
{
  g_autofree char *path = g_build_filename (folder, tag, "LC_MESSAGES", domain, NULL);

  np_test_mo_write (path, messages, count, FALSE);
}

static void
make_folder (void)
{
  folder = g_dir_make_tmp ("np-language-XXXXXX", NULL);
  PUT ("de", "needlepoint-clinical.mo", german);
  PUT ("de", "needlepoint.mo", german_words);
  PUT ("de_AT", "needlepoint-clinical.mo", austrian);
  PUT ("fr-CA", "needlepoint-clinical.mo", french);
  PUT ("zh_TW", "needlepoint-clinical.mo", chinese);
  PUT ("zh", "needlepoint-clinical.mo", german);
}

static void
remove_folder (void)
{
  np_test_remove (folder);
  g_free (folder);
}

static const struct
{
  const char *tag, *id, *field, *source, *said;
  gboolean has;
} sayings[] = {
  { "de", "isotretinoin", "title", "Acne tablets", "Aknetabletten", TRUE },
  { "de", "isotretinoin", "why", "It slows healing.", "Es verz\u00f6gert die Heilung.", TRUE },
  { "de", "isotretinoin", "why", "It slows healing!", "It slows healing!", FALSE }, /* a changed source */
  { "de", "keloid", "title", "Acne tablets", "Acne tablets", FALSE },               /* another id */
  { "de", "isotretinoin", "why", "Acne tablets", "Acne tablets", FALSE },           /* another field */
  { "de-AT", "isotretinoin", "title", "Acne tablets", "Akne-Tabletten", TRUE },
  { "de-at", "isotretinoin", "title", "Acne tablets", "Akne-Tabletten", TRUE },
  { "de_AT", "isotretinoin", "title", "Acne tablets", "Akne-Tabletten", TRUE },
  { "de-AT", "isotretinoin", "why", "It slows healing.", "Es verz\u00f6gert die Heilung.", TRUE },
  { "de-CH-1996", "isotretinoin", "title", "Acne tablets", "Aknetabletten", TRUE },
  { "fr-CA", "isotretinoin", "title", "Acne tablets", "Comprim\u00e9s", TRUE },
  { "fr", "isotretinoin", "title", "Acne tablets", "Acne tablets", FALSE },
  { "zh-Hant", "isotretinoin", "title", "Acne tablets", "\u75e4\u7621", TRUE },
  { "zh-Hans", "isotretinoin", "title", "Acne tablets", "Acne tablets", FALSE }, /* not the writing that is there */
  { "en", "isotretinoin", "title", "Acne tablets", "Acne tablets", TRUE },
  { "en-GB", "isotretinoin", "title", "Acne tablets", "Acne tablets", TRUE },
  { "en-x-pseudo", "isotretinoin", "title", "Acne tablets", "Acne tablets", FALSE },
  { "../de", "isotretinoin", "title", "Acne tablets", "Acne tablets", FALSE },
  { "de/..", "isotretinoin", "title", "Acne tablets", "Acne tablets", FALSE },
  { "", "isotretinoin", "title", "Acne tablets", "Acne tablets", FALSE },
  { "de", "isotretinoin", "title", "", "", FALSE },
};

START_TEST (a_text_is_said)
{
  g_autoptr (NpLanguage) language = np_language_new (sayings[_i].tag, folder);
  NpText text = { sayings[_i].id, sayings[_i].field, sayings[_i].source };

  ck_assert_str_eq (np_language_say (language, &text), sayings[_i].said);
  ck_assert_int_eq (np_language_has (language, &text), sayings[_i].has);
}
END_TEST

START_TEST (a_broken_file_leaves_the_source)
{
  g_autofree char *path = g_build_filename (folder, "de", "LC_MESSAGES", "needlepoint-clinical.mo", NULL);
  NpText text = { "isotretinoin", "title", "Acne tablets" };
  g_autoptr (NpLanguage) language = NULL;

  ck_assert (g_file_set_contents (path, "not this", -1, NULL));
  language = np_language_new ("de", folder);
  ck_assert_str_eq (np_language_say (language, &text), "Acne tablets");
  ck_assert (!np_language_has (language, &text));
}
END_TEST

START_TEST (a_language_lives_while_it_is_held)
{
  NpLanguage *language = np_language_new ("de-at", NULL);
  NpLanguage *again = np_language_ref (language);

  np_language_unref (language);
  ck_assert_str_eq (np_language_tag (again), "de-AT");
  np_language_unref (again);
}
END_TEST

static gpointer
say_often (gpointer data)
{
  NpText text = { "isotretinoin", "title", "Acne tablets" };
  gsize right = 0;

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (NpLanguage) held = np_language_ref (data);

      right += g_str_equal (np_language_say (held, &text), "Aknetabletten");
    }
  return GSIZE_TO_POINTER (right);
}

START_TEST (threads_share_a_language)
{
  g_autoptr (NpLanguage) language = np_language_new ("de", folder);
  GThread *threads[4];

  for (int i = 0; i < 4; i++)
    threads[i] = g_thread_new ("say", say_often, language);
  for (int i = 0; i < 4; i++)
    ck_assert_uint_eq (GPOINTER_TO_SIZE (g_thread_join (threads[i])), 20000);
}
END_TEST

static const struct
{
  const char *tag, *normal;
  gboolean rtl;
} tags[] = {
  { "de", "de", FALSE },
  { "DE-at", "de-AT", FALSE },
  { "ar", "ar", TRUE },
  { "ar-EG", "ar-EG", TRUE },
  { "AR_eg", "ar-EG", TRUE },
  { "he", "he", TRUE },
  { "iw-IL", "iw-IL", TRUE },
  { "ur-PK", "ur-PK", TRUE },
  { "fa", "fa", TRUE },
  { "ps-AF", "ps-AF", TRUE },
  { "ckb", "ckb", TRUE },
  { "ug-Latn", "ug-Latn", FALSE },
  { "az-arab", "az-Arab", TRUE },
  { "az", "az", FALSE },
  { "pa-Arab-PK", "pa-Arab-PK", TRUE },
  { "pa", "pa", FALSE },
  { "ku", "ku", FALSE },
  { "ku-Arab", "ku-Arab", TRUE },
  { "yi", "yi", TRUE },
  { "dv", "dv", TRUE },
  { "zh-hant-tw", "zh-Hant-TW", FALSE },
  { "sr-LATN-rs", "sr-Latn-RS", FALSE },
  { "es-419", "es-419", FALSE },
  { "de-x-ar", "de-x-ar", FALSE },
  { "tr", "tr", FALSE },
  { "a", NULL, FALSE },
  { "", NULL, FALSE },
  { "de-", NULL, FALSE },
  { "-de", NULL, FALSE },
  { "de--AT", NULL, FALSE },
  { "de.UTF-8", NULL, FALSE },
  { "../de", NULL, FALSE },
  { "de/AT", NULL, FALSE },
  { "d\u00e9", NULL, FALSE },
  { "de-abcdefghi", NULL, FALSE },
  { "419", NULL, FALSE },
  { "de\n", NULL, FALSE },
  { "a-b-c-d-e-f-g-h-i-j-k", NULL, FALSE },
};

START_TEST (a_tag_is_brought_into_form)
{
  g_autofree char *normal = np_language_tag_normalize (tags[_i].tag);
  g_autoptr (NpLanguage) language = np_language_new (tags[_i].tag, folder);

  ck_assert_pstr_eq (normal, tags[_i].normal);
  ck_assert_int_eq (np_language_is_rtl (language), tags[_i].rtl);
  ck_assert_str_eq (np_language_tag (language), tags[_i].normal != NULL ? tags[_i].normal : tags[_i].tag);
}
END_TEST

static const struct
{
  const char *tag, *folders;
} folders[] = {
  { "de", "de" },
  { "de-AT", "de-AT de_AT de" },
  { "pt-BR", "pt-BR pt_BR pt" },
  { "de-CH-1996", "de-CH-1996 de_CH_1996 de-CH de_CH de" },
  { "sr-Latn", "sr-Latn sr_Latn sr@latin" },
  { "sr-Latn-RS", "sr-Latn-RS sr_Latn_RS sr_RS@latin sr@latin sr-Latn sr_Latn" },
  { "zh-Hant-HK", "zh-Hant-HK zh_Hant_HK zh-Hant zh_Hant zh_TW" },
  { "zh-Hans", "zh-Hans zh_Hans zh_CN" },
  { "en-x-pseudo", "en-x-pseudo en_x_pseudo en@pseudo en" },
};

START_TEST (a_tag_has_its_folders)
{
  g_auto (GStrv) list = np_language_tag_folders (folders[_i].tag);
  g_autofree char *joined = g_strjoinv (" ", list);

  ck_assert_str_eq (joined, folders[_i].folders);
}
END_TEST

static const struct
{
  const char *tag, *date, *words;
} dates[] = {
  { "en", "2025-12-10", "10 December 2025" },
  { "en", "2026-05-01", "1 May 2026" },
  { "en", "2025-12", "December 2025" },
  { "en", "2025", "2025" },
  { "en", "", "date not known" },
  { "de", "2025-12-10", "10. Dezember 2025" },
  { "de", "2025-12", "Dezember allein 2025" },
  { "de", "2025-11-10", "10. November 2025" },
  { "fr-CA", "2025-12-10", "10 December 2025" },
};

START_TEST (a_date_is_told_in_words)
{
  g_autoptr (NpLanguage) language = np_language_new (dates[_i].tag, folder);
  g_autofree char *words = NULL;
  NpDate date;

  np_date_parse (dates[_i].date, &date);
  words = np_language_date (language, date);
  ck_assert_str_eq (words, dates[_i].words);
}
END_TEST

START_TEST (every_month_has_its_name)
{
  static const char *const names[] = { "January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December" };
  g_autoptr (NpLanguage) language = np_language_new ("en", folder);
  g_autofree char *full = np_language_day (language, np_date_first_day ((NpDate){ 2026, (gint8) (_i + 1), 9 }));
  g_autofree char *month = np_language_date (language, (NpDate){ 2026, (gint8) (_i + 1), 0 });
  g_autofree char *expected_full = g_strdup_printf ("9 %s 2026", names[_i]);
  g_autofree char *expected_month = g_strdup_printf ("%s 2026", names[_i]);

  ck_assert_str_eq (full, expected_full);
  ck_assert_str_eq (month, expected_month);
}
END_TEST

static const struct
{
  const char *tag, *interval, *words;
} intervals[] = {
  { "en", "6 m", "six months" }, { "en", "1 m", "one month" },     { "en", "12 w", "twelve weeks" },
  { "en", "14 d", "14 days" },   { "en", "13 m", "13 months" },    { "en", "1 d", "one day" },
  { "en", "0 d", "0 days" },     { "en-GB", "4 w", "four weeks" }, { "de", "6 m", "6 Monate %n%s" },
  { "de", "1 m", "1 Monat" },    { "de", "2 w", "two weeks" },     { "de-AT", "1 m", "1 Monat" },
};

START_TEST (an_interval_is_told_in_words)
{
  g_autoptr (NpLanguage) language = np_language_new (intervals[_i].tag, folder);
  g_autofree char *words = NULL;
  NpInterval interval;

  ck_assert (np_interval_parse (intervals[_i].interval, &interval));
  words = np_language_interval (language, interval);
  ck_assert_str_eq (words, intervals[_i].words);
}
END_TEST

/* All seen from 10 March 2026. */
static const struct
{
  const char *tag, *day, *words;
} distances[] = {
  { "en", "2026-03-10", "today" },         { "en", "2026-03-11", "tomorrow" },
  { "en", "2026-03-09", "yesterday" },     { "en", "2026-03-12", "in 2 days" },
  { "en", "2026-03-22", "in 12 days" },    { "en", "2026-03-23", "in 13 days" },
  { "en", "2026-03-24", "in 2 weeks" },    { "en", "2026-04-10", "in 4 weeks" },
  { "en", "2026-06-09", "in 13 weeks" },   { "en", "2026-06-10", "in 3 months" },
  { "en", "2028-03-09", "in 23 months" },  { "en", "2028-03-10", "in 2 years" },
  { "en", "2026-03-08", "2 days ago" },    { "en", "2026-02-24", "2 weeks ago" },
  { "en", "2025-12-11", "12 weeks ago" },  { "en", "2025-12-10", "3 months ago" },
  { "en", "2024-03-11", "23 months ago" }, { "en", "2024-03-10", "2 years ago" },
  { "en", "1991-07-19", "34 years ago" },  { "en", "", "date not known" },
  { "de", "2026-03-10", "heute" },         { "de", "2026-03-22", "in 12 Tagen" },
  { "de", "2025-12-10", "vor 3 Monaten" }, { "de", "2026-03-11", "tomorrow" },
};

START_TEST (a_distance_is_told_in_words)
{
  g_autoptr (NpLanguage) language = np_language_new (distances[_i].tag, folder);
  g_autofree char *words =
      np_language_distance (language, np_day_parse (distances[_i].day), np_day_parse ("2026-03-10"));

  ck_assert_str_eq (words, distances[_i].words);
}
END_TEST

START_TEST (what_is_inserted_keeps_its_order)
{
  g_autoptr (NpLanguage) arabic = np_language_new ("ar", folder), english = np_language_new ("en", folder);
  g_autofree char *marked = np_language_isolate (arabic, "5-10 mg"), *plain = np_language_isolate (english, "5-10 mg");

  ck_assert_str_eq (marked, "\xe2\x81\xa6"
                            "5-10 mg"
                            "\xe2\x81\xa9");
  ck_assert_str_eq (plain, "5-10 mg");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("language");
  TCase *texts = tcase_create ("texts"), *tag = tcase_create ("tags"), *words = tcase_create ("words");

  tcase_add_checked_fixture (texts, make_folder, remove_folder);
  tcase_add_loop_test (texts, a_text_is_said, 0, G_N_ELEMENTS (sayings));
  tcase_add_test (texts, a_broken_file_leaves_the_source);
  tcase_add_test (texts, a_language_lives_while_it_is_held);
  tcase_add_test (texts, threads_share_a_language);
  suite_add_tcase (suite, texts);
  tcase_add_unchecked_fixture (tag, make_folder, remove_folder);
  tcase_add_loop_test (tag, a_tag_is_brought_into_form, 0, G_N_ELEMENTS (tags));
  tcase_add_loop_test (tag, a_tag_has_its_folders, 0, G_N_ELEMENTS (folders));
  suite_add_tcase (suite, tag);
  tcase_add_unchecked_fixture (words, make_folder, remove_folder);
  tcase_add_loop_test (words, a_date_is_told_in_words, 0, G_N_ELEMENTS (dates));
  tcase_add_loop_test (words, every_month_has_its_name, 0, 12);
  tcase_add_loop_test (words, an_interval_is_told_in_words, 0, G_N_ELEMENTS (intervals));
  tcase_add_loop_test (words, a_distance_is_told_in_words, 0, G_N_ELEMENTS (distances));
  tcase_add_test (words, what_is_inserted_keeps_its_order);
  suite_add_tcase (suite, words);
  return np_test_run (suite);
}
