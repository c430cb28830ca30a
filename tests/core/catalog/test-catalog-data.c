/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The catalogue that ships: it loads, it has everything the clinical brief asks for, and what it takes from the seed
 * document stands where the brief's table 0.2 says. */

#include "np-catalog.h"
#include "np-test.h"

#include <string.h>

static NpCatalog *catalog;

static void
load (void)
{
  g_autoptr (NpProblems) problems = np_problems_new ();

  catalog = np_catalog_load (NULL, NULL, problems, NULL);
  for (guint i = 0; i < np_problems_count (problems); i++)
    g_printerr ("%s\n", np_problems_line (problems, i));
}

static void
unload (void)
{
  g_clear_pointer (&catalog, np_catalog_unref);
}

START_TEST (the_catalogue_loads_without_problems) { ck_assert_ptr_nonnull (catalog); }
END_TEST

#define COUNT(member, number)                                                                                          \
  {                                                                                                                    \
#member, G_STRUCT_OFFSET(NpCatalog, member), number                                                                \
  }

static const struct
{
  const char *what;
  gsize offset;
  guint number;
} counts[] = {
  COUNT (n_questions, 45),   COUNT (n_findings, 115),  COUNT (n_risks, 50),          COUNT (n_indications, 8),
  COUNT (n_areas, 18),       COUNT (n_devices, 4),     COUNT (n_teach_back, 10),     COUNT (n_topicals, 6),
  COUNT (n_anaesthetics, 3), COUNT (n_plan_checks, 6), COUNT (n_medicine_groups, 9), COUNT (n_allergy_groups, 10),
};

START_TEST (the_catalogue_is_complete)
{
  guint number = G_STRUCT_MEMBER (guint, catalog, counts[_i].offset);

  ck_assert_msg (number == counts[_i].number, "%s is %u, not %u", counts[_i].what, number, counts[_i].number);
}
END_TEST

/* Where a fact of the seed has to be said, and words that have to be there: regular expressions, without regard to
 * case. */
static const struct
{
  const char *seed;
  const char *text; /* id.field */
  const char *words[6];
} seeds[] = {
  { "S01", "information.what.text", { "some dermatologists", "range of skin conditions" } },
  { "S02",
    "information.what.text",
    { "many tiny,? sterile needles", "puncture the skin", "on purpose|deliberate", "trauma" } },
  { "S02", "roller.what", { "tiny sterile needles" } },
  { "S02", "stamp.what", { "tiny sterile needles" } },
  { "S02", "pen.what", { "tiny sterile needles" } },
  { "S02", "rf.what", { "tiny sterile needles" } },
  { "S03", "information.how.text", { "trauma", "dermis", "deeper layer", "rebuild" } },
  { "S04", "melasma.explain", { "pigment", "may help" } },
  { "S04", "pih.explain", { "pigment", "may help" } },
  { "S04", "pigment-other.explain", { "pigment", "may help" } },
  { "S05", "striae.explain", { "stretch marks", "may help" } },
  { "S06", "laxity.explain", { "loose skin", "weight loss", "liposuction", "may help" } },
  { "S07", "rejuvenation.explain", { "rejuvenate", "may help" } },
  { "S08", "information.how.text", { "professional", "medicine deeper", "tretinoin", "vitamin C" } },
  { "S08", "tretinoin.why", { "medicine deeper" } },
  { "S08", "vitamin-c.why", { "vitamin C deeper" } },
  { "S09", "acne-scar-atrophic.explain", { "boost", "several", "acne scar" } },
  { "S09", "tretinoin.why", { "boost", "acne scar" } },
  { "S10", "information.how.text", { "trauma", "more collagen", "healing factors" } },
  { "S11",
    "information.how.text",
    { "collagen is a protein", "cannot do without|essential", "young", "firm", "smooth", "stretchy" } },
  { "S12", "rejuvenation.explain", { "as you age|ageing", "less collagen", "wrinkles", "signs of age" } },
  { "S12", "information.how.text", { "ageing lowers", "wrinkles", "signs of age" } },
  { "S13", "acne-scar-atrophic.explain", { "acne can cost", "collagen" } },
  { "S13", "scar-other.explain", { "injury can cost", "collagen" } },
  { "S13", "striae.explain", { "lost some of its collagen" } },
  { "S13", "information.how.text", { "injury costs collagen", "acne scars", "stretch marks", "other scars" } },
  { "S14", "information.expect.text", { "not a quick fix", "new skin has to grow" } },
  { "S14", "tb-time.listen_for", { "not at once" } },
  { "S14", "tb-time.explain", { "new skin grows" } },
  { "S15", "acne-scar-atrophic.result_when", { "several months" } },
  { "S15", "scar-other.result_when", { "several months" } },
  { "S15", "striae.result_when", { "several months" } },
  { "S15", "melasma.result_when", { "several months" } },
  { "S15", "pih.result_when", { "several months" } },
  { "S15", "pigment-other.result_when", { "several months" } },
  { "S15", "laxity.result_when", { "several months" } },
  { "S15", "rejuvenation.result_when", { "several months" } },
  { "S15", "information.expect.text", { "full result", "several months" } },
  { "S15", "tb-time.listen_for", { "several months" } },
  { "S16", "information.opening", { "generally regard", "safe and effective", "risks remain" } },
  { "S16", "information.risks.text", { "safe and effective", "risks" } },
  { "S17", "risk-skin-irritation.what", { "skin irritation", "main risk" } },
  { "S18", "risk-discomfort.what", { "discomfort", "where you were treated" } },
  { "S19", "risk-flaking-dryness.what", { "flake|flaking" } },
  { "S20", "risk-bleeding.how_often", { "uncommon", "more likely after deeper treatment" } },
  { "S21", "blood-thinner.why", { "blood-thinning medicine", "raises the chance of bleeding" } },
  { "S21", "bleeding-disorder.why", { "bleeding problem|bleeding disorder", "raises the chance of bleeding" } },
  { "S21", "risk-bleeding-raised.how_often", { "more likely", "bleeding disorder", "blood-thinning medicine" } },
  { "S22", "blood-thinner.why", { "tell a doctor", "before treatment" } },
  { "S22", "bleeding-disorder.why", { "tell a doctor", "before treatment" } },
  { "S22",
    "information.tell-us.text",
    { "before treatment, tell a doctor", "bleeding disorder", "thins the blood|blood-thinning" } },
  { "S22", "tb-medicines.listen_for", { "blood thinner" } },
  { "S23", "risk-pigment-change.what", { "more serious", "pigment changes" } },
  { "S24", "risk-topical-reaction.what", { "more serious", "react to topical medicines" } },
  { "S24", "vitamin-c.check", { "allergy" } },
  { "S24", "ha.check", { "reaction" } },
  { "S25", "rf.what", { "energy or heat", "raise", "burns" } },
  { "S25", "risk-rf-burn.what", { "energy or heat", "raise", "burns" } },
  { "S26", "skin-infection.why", { "active skin infection" } },
  { "S26", "skin-infection-active.title", { "active skin infection" } },
  { "S27", "acne-active.why", { "active acne" } },
  { "S27", "acne-active.title", { "active acne" } },
  { "S28", "keloid.why", { "keloid" } },
  { "S28", "keloid-history.title", { "keloid" } },
  { "S29", "skin-unstable.why", { "unstable skin type", "here that means", "does not mean how light or dark" } },
  { "S29", "skin-unstable-flare.reason", { "unstable skin type" } },
  { "S30",
    "information.who.text",
    { "experienced dermatologist", "medical skin professional", "keeps your risk down" } },
  { "S30", "roller.what", { "dermatologist or medical skin professional", "risk down" } },
  { "S30", "stamp.what", { "dermatologist or medical skin professional", "risk down" } },
  { "S30", "pen.what", { "dermatologist or medical skin professional", "risk down" } },
  { "S30", "rf.what", { "dermatologist or medical skin professional", "risk down" } },
};

typedef struct
{
  const char *context;
  const char *source;
} Search;

static void
compare_context (const NpText *text, gboolean for_patient, const char *purpose, gpointer data)
{
  Search *search = data;
  g_autofree char *context = g_strconcat (text->id, ".", text->field, NULL);

  (void) for_patient;
  (void) purpose;
  if (g_str_equal (context, search->context))
    search->source = text->source;
}

START_TEST (the_seed_is_said_where_it_belongs)
{
  Search search = { seeds[_i].text, NULL };

  np_catalog_foreach_text (catalog, compare_context, &search);
  ck_assert_msg (search.source != NULL, "%s: there is no text %s", seeds[_i].seed, seeds[_i].text);
  for (guint i = 0; i < G_N_ELEMENTS (seeds[_i].words) && seeds[_i].words[i] != NULL; i++)
    ck_assert_msg (g_regex_match_simple (seeds[_i].words[i], search.source, G_REGEX_CASELESS, 0),
                   "%s: %s does not say “%s”: %s", seeds[_i].seed, seeds[_i].text, seeds[_i].words[i], search.source);
}
END_TEST

START_TEST (every_fact_of_the_seed_is_in_the_table)
{
  g_autofree char *seed = g_strdup_printf ("S%02d", _i);
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    found = found || g_str_equal (seeds[i].seed, seed);
  ck_assert_msg (found, "%s", seed);
}
END_TEST

/* A group's No answers each of its questions, so what is read aloud for it has to name what each of them asks for: what is recorded
 * as no was asked. */
static const struct
{
  const char *group;
  const char *words[16];
} read_aloud[] = {
  { "consent", { "interpreter", "decide", "perfect", "set date", "worry", "keeps you from", "unhappy", "alcohol", "drugs", "calming" } },
  { "skin-today",
    { "infection", "acne", "open or burnt", "last four weeks", "mole", "rough patch", "long-term skin problem", "break easily",
      "skin cancer", "cold sores", "shingles", "herpes" } },
  { "scars-sun",
    { "you and your family", "raised or growing", "tan", "sunburn", "sunbed", "self-tan", "trip", "melasma", "mole", "tag", "birthmark",
      "tattoo", "permanent make-up" } },
  { "medicines",
    { "isotretinoin", "blood thinner", "illness", "medicine weakens", "burn", "last week", "aspirin", "ibuprofen", "fish oil",
      "vitamin E", "retinol", "acids", "benzoyl peroxide", "hydroquinone", "scrub", "wax, threading or hair-removal" } },
  { "allergies", { "numbing", "metal", "skin product", "skin cleaners", "latex", "plasters", "antibiotics", "severe" } },
  { "health",
    { "breastfeeding", "bleeding problem", "bruise", "diabetes", "autoimmune", "never had cancer", "treated for it", "heal well",
      "open sores", "faint", "frighten", "smoke", "vape" } },
  { "plan-safety",
    { "implant", "electronic", "under the skin", "heart, liver, kidney", "blood problem", "virus", "epilepsy", "blood pressure", "clot",
      "stroke", "family", "nitrates, sulfa drugs, dapsone or nitrofurantoin", "heartbeat", "malaria", "fits", "hormones" } },
  { "recent",
    { "last year", "peel", "laser", "light", "other skin treatment", "filler", "fat", "skin booster", "threads", "botulinum", "operation",
      "injury", "feel well", "ill in the last week", "never had microneedling" } },
};

START_TEST (what_a_group_s_no_answers_is_read_aloud)
{
  g_autofree char *text = g_strdup_printf ("question-group.%s.all_no", read_aloud[_i].group);
  Search search = { text, NULL };

  ck_assert_uint_eq (G_N_ELEMENTS (read_aloud), catalog->n_question_groups);
  np_catalog_foreach_text (catalog, compare_context, &search);
  ck_assert_msg (search.source != NULL, "there is no text %s", text);
  for (guint i = 0; i < G_N_ELEMENTS (read_aloud[_i].words) && read_aloud[_i].words[i] != NULL; i++)
    ck_assert_msg (g_regex_match_simple (read_aloud[_i].words[i], search.source, G_REGEX_CASELESS, 0), "%s does not say “%s”: %s", text,
                   read_aloud[_i].words[i], search.source);
}
END_TEST

/* The four reasons of the seed not to treat hold whatever the plan is, and a clinic cannot take them away. */
static const char *const never[] = { "skin-infection-active", "acne-active", "keloid-history", "skin-unstable-flare" };

START_TEST (the_seed_s_reasons_not_to_treat_are_absolute)
{
  int position = np_catalog_find_finding (catalog, never[_i]);
  const NpFinding *finding;

  ck_assert_int_ge (position, 0);
  finding = &catalog->findings[position];
  ck_assert (finding->seed);
  ck_assert_uint_eq (finding->n_classes, 1);
  ck_assert_int_eq (finding->classes[0].is, NP_CLASS_ABSOLUTE);
  ck_assert_int_eq (finding->decision, NP_DECIDE_NONE);
  ck_assert_uint_eq (finding->n_lifts, 0);
}
END_TEST

/* The Flesch-Kincaid grade of a text: 0.39 words per sentence + 11.8 syllables per word - 15.59. */
typedef struct
{
  guint words, sentences, syllables;
} Measure;
typedef struct
{
  char *context;
  const char *source;
  double grade;
} Graded;

static gboolean
is_vowel (gunichar letter)
{
  return g_unichar_isalpha (letter) && strchr ("aeiouy", (char) g_unichar_tolower (letter)) != NULL;
}

/* Groups of vowels, without a silent e at the end (but `-le` after a consonant is heard). */
static guint
count_syllables (const char *word, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    if (is_vowel ((guchar) word[i]) && (i == 0 || !is_vowel ((guchar) word[i - 1])))
      n++;
  if (n > 1 && length > 2 && word[length - 1] == 'e' && !is_vowel ((guchar) word[length - 2]) &&
      !(word[length - 2] == 'l' && !is_vowel ((guchar) word[length - 3])))
    n--;
  if (n > 1 && length > 3 && g_str_has_suffix (word, "ed") && strchr ("td", word[length - 3]) == NULL)
    n--;
  return MAX (n, 1);
}

static Measure
measure (const char *text)
{
  Measure it = { 0 };
  g_auto (GStrv) words = g_regex_split_simple ("[^A-Za-z0-9'.!?]+", text, 0, 0);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);
      gboolean ends = FALSE;

      while (length > 0 && !g_ascii_isalnum (words[i][length - 1]))
        ends = strchr (".!?", words[i][--length]) != NULL || ends;
      words[i][length] = '\0';
      it.words += length > 0;
      it.syllables += length > 0 ? count_syllables (words[i], length) : 0;
      it.sentences += ends;
    }
  it.sentences = MAX (it.sentences, 1);
  return it;
}

static double
grade_of (Measure it)
{
  return 0.39 * it.words / it.sentences + 11.8 * it.syllables / MAX (it.words, 1) - 15.59;
}

static const struct
{
  const char *text;
  guint words, sentences, syllables;
} measures[] = {
  { "Tell us.", 2, 1, 2 },
  { "You may bleed. It stops by itself, mostly.", 8, 2, 10 },
  { "needle treated healed made", 4, 1, 6 },
  { "A 6 month wait: is that right?", 7, 1, 7 },
};

START_TEST (reading_is_measured_as_people_count)
{
  Measure it = measure (measures[_i].text);

  ck_assert_uint_eq (it.words, measures[_i].words);
  ck_assert_uint_eq (it.sentences, measures[_i].sentences);
  ck_assert_uint_eq (it.syllables, measures[_i].syllables);
}
END_TEST

/* Headings, names and buttons are no sentences, and the formula says nothing about two or three words; they are not
 * graded. */
static void
grade_text (const NpText *text, gboolean for_patient, const char *purpose, gpointer data)
{
  Measure measured = measure (text->source);
  Graded graded = { NULL, text->source, grade_of (measured) };

  (void) purpose;
  if (!for_patient || measured.words < 5 || strchr (".?", text->source[strlen (text->source) - 1]) == NULL)
    return;
  graded.context = g_strconcat (text->id, ".", text->field, NULL);
  g_array_append_val ((GArray *) data, graded);
}

static int
harder_first (gconstpointer a, gconstpointer b)
{
  double one = ((const Graded *) a)->grade;
  double other = ((const Graded *) b)->grade;

  return one < other ? 1 : one > other ? -1 : 0;
}

START_TEST (patients_can_read_it)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Graded));
  double sum = 0;

  np_catalog_foreach_text (catalog, grade_text, all);
  g_array_sort (all, harder_first);
  for (guint i = 0; i < all->len; i++)
    {
      const Graded *graded = &g_array_index (all, Graded, i);

      sum += graded->grade;
      if (i < 10)
        g_print ("# grade %4.1f %s: %.90s\n", graded->grade, graded->context, graded->source);
    }
  g_print ("# grade %4.1f on average of %u texts for patients\n", sum / all->len, all->len);
  ck_assert_uint_gt (all->len, 400);
  ck_assert_double_le (sum / all->len, 7.0);
  for (guint i = 0; i < all->len; i++)
    g_free (g_array_index (all, Graded, i).context);
  g_array_unref (all);
}
END_TEST

static const struct
{
  const char *pattern;
  const char *why;
} unwanted[] = {
  { "!", "an exclamation mark" },
  { "\\bmust\\b", "the word must" },
  { "<[a-z/]|\\*\\*|&[a-z]+;", "markup" },
  { "  ", "two spaces" },
};

static void
check_wording (const NpText *text, gboolean for_patient, const char *purpose, gpointer data)
{
  guint which = GPOINTER_TO_UINT (data);

  (void) purpose;
  ck_assert_msg (!for_patient || !g_regex_match_simple (unwanted[which].pattern, text->source, G_REGEX_CASELESS, 0),
                 "%s.%s has %s: %s", text->id, text->field, unwanted[which].why, text->source);
}

START_TEST (patients_are_spoken_to_plainly) { np_catalog_foreach_text (catalog, check_wording, GUINT_TO_POINTER (_i)); }
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("catalog-data");
  TCase *tests = tcase_create ("data");

  tcase_add_unchecked_fixture (tests, load, unload);
  tcase_add_test (tests, the_catalogue_loads_without_problems);
  tcase_add_loop_test (tests, the_catalogue_is_complete, 0, G_N_ELEMENTS (counts));
  tcase_add_loop_test (tests, the_seed_is_said_where_it_belongs, 0, G_N_ELEMENTS (seeds));
  tcase_add_loop_test (tests, every_fact_of_the_seed_is_in_the_table, 1, 31);
  tcase_add_loop_test (tests, what_a_group_s_no_answers_is_read_aloud, 0, G_N_ELEMENTS (read_aloud));
  tcase_add_loop_test (tests, the_seed_s_reasons_not_to_treat_are_absolute, 0, G_N_ELEMENTS (never));
  tcase_add_loop_test (tests, reading_is_measured_as_people_count, 0, G_N_ELEMENTS (measures));
  tcase_add_test (tests, patients_can_read_it);
  tcase_add_loop_test (tests, patients_are_spoken_to_plainly, 0, G_N_ELEMENTS (unwanted));
  suite_add_tcase (all, tests);
  return all;
}

int
main (void)
{
  return np_test_run (suite ());
}
