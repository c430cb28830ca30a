/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said, asked back and signed: catalog, information, teach-back, attestations and sheet. */

#include "np-catalog-load.h"

#define P NP_FOR_PATIENT
#define S NP_FOR_STAFF
#define ALL (NP_RULE_ANSWERS | NP_RULE_FINDINGS)

static void
read_source (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  NpSource *source = entry;

  np_json_view_only (view, "key", "page", NULL);
  source->key = np_load_words (view, "key");
  source->page = np_load_words (view, "page");
  g_hash_table_add (load->sources, (gpointer) source->key);
}

void
np_load_catalog_file (NpLoad *load, const NpJsonView *root)
{
  NpCatalog *catalog = load->catalog;

  np_json_view_only (root, "format", "id", "version", "language", "title", "notice", "sources", NULL);
  catalog->id = np_load_id (root);
  catalog->version = np_load_words (root, "version");
  catalog->language = np_load_words (root, "language");
  catalog->title = np_load_text (load, root, "title", "catalog", P, "the title of the consent sheet");
  catalog->notice = np_load_text (load, root, "notice", "catalog", P, "what the catalogue is and is not");
  catalog->sources =
      np_load_list (load, root, "sources", NP_TABLE_NONE, sizeof (NpSource), read_source, &catalog->n_sources);
}

const char *const np_section_words[] = { "expect",    "risks",       "alternatives",  "costs", "aftercare",
                                         "red-flags", "photographs", "time-to-think", "record", NULL };

const char *const np_told_with_words[] = { "conditions", "device",        "anaesthetic",  "personal-risks",
                                           "aftercare",  "time-to-think", "practitioner", NULL };

static guint
told_with_word (const NpJsonView *place, const char *word)
{
  for (guint i = 0; np_told_with_words[i] != NULL; i++)
    if (g_str_equal (word, np_told_with_words[i]))
      return 1u << i;
  np_json_view_complain (place, "“%s” is nothing that a text is told with: write “conditions”, “device” or the like",
                         word);
  return 0;
}

static NpToldWith
read_told_with (NpLoad *load, const NpJsonView *view)
{
  NpJsonView list = np_json_view_member (view, "told_with");
  const char *const *words = np_json_view_exists (&list) ? np_load_strings (load, view, "told_with", NULL) : NULL;
  guint with = 0;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      NpJsonView place = np_json_view_element (&list, i);

      with |= told_with_word (&place, words[i]);
    }
  return (NpToldWith) with;
}

static void
read_information (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  NpInformation *it = entry;
  int section;

  np_json_view_only (view, "id", "title", "text", "brief", "section", "told_with", "when", "evidence", NULL);
  it->id = np_load_id (view);
  it->title =
      np_load_text (load, view, "title", np_load_dotted (load, "information", it->id), P, "information: its heading");
  it->text = np_load_text (load, view, "text", it->title.id, P, "information: told beyond the risks");
  it->brief = np_load_opt_text (load, view, "brief", it->title.id, P, "information: what the printed sheet says of it");
  section = np_json_view_opt_word (view, "section", np_section_words, -1);
  it->section = section < 0 ? NULL : np_section_words[section];
  it->told_with = read_told_with (load, view);
  np_load_rule (load, view, "when", ALL, NULL, &it->when);
  it->evidence = np_load_evidence (load, view);
}

static void
read_aftercare (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  NpAftercare *care = entry;

  np_json_view_only (view, "id", "title", "do", "avoid", "when", "evidence", NULL);
  care->id = np_load_id (view);
  care->title =
      np_load_text (load, view, "title", np_load_dotted (load, "aftercare", care->id), P, "aftercare: the period");
  care->act = np_load_text (load, view, "do", care->title.id, P, "aftercare: what to do");
  care->avoid = np_load_text (load, view, "avoid", care->title.id, P, "aftercare: what to avoid");
  np_load_rule (load, view, "when", ALL, NULL, &care->when);
  care->evidence = np_load_evidence (load, view);
}

static void
read_red_flag (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  NpRedFlag *flag = entry;
  NpItemsKind signs = { "signs", "text", NULL, P, "red flag: a sign to look out for", NP_ITEMS_PLAIN };

  np_json_view_only (view, "id", "title", "message", "signs", "evidence", NULL);
  flag->id = np_load_id (view);
  signs.prefix = np_load_dotted (load, "red-flag", flag->id);
  flag->title = np_load_text (load, view, "title", signs.prefix, P, "red flag: how soon to act");
  flag->message = np_load_text (load, view, "message", signs.prefix, P, "red flag: whom to call");
  flag->signs = np_load_items (load, view, &signs, NP_TABLE_NONE);
  flag->evidence = np_load_evidence (load, view);
}

static void
read_cooling_off (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  NpCoolingOff *cooling = entry;

  np_json_view_only (view, "id", "hours", "reason", "when", "evidence", NULL);
  cooling->id = np_load_id (view);
  cooling->hours = (int) np_json_view_need_int (view, "hours", 0, 24 * 366);
  cooling->reason = np_load_text (load, view, "reason", np_load_dotted (load, "cooling-off", cooling->id), P,
                                  "time to think it over: why this long");
  np_load_rule (load, view, "when", ALL, NULL, &cooling->when);
  cooling->evidence = np_load_evidence (load, view);
}

void
np_load_information (NpLoad *load, const NpJsonView *root)
{
  static const NpItemsKind photographs = { "photographs", "ask", "photograph", P, "photographs: a choice of its own",
                                           NP_ITEMS_PLAIN };
  NpCatalog *catalog = load->catalog;

  np_json_view_only (root, "format", "opening", "information", "aftercare", "red_flags", "cooling_off", "photographs",
                     "not_treatment_consent", NULL);
  catalog->opening = np_load_text (load, root, "opening", "information", P, "the lines above the risks");
  catalog->information = np_load_list (load, root, "information", NP_TABLE_NONE, sizeof (NpInformation),
                                       read_information, &catalog->n_information);
  catalog->aftercare = np_load_list (load, root, "aftercare", NP_TABLE_NONE, sizeof (NpAftercare), read_aftercare,
                                     &catalog->n_aftercare);
  catalog->red_flags =
      np_load_list (load, root, "red_flags", NP_TABLE_NONE, sizeof (NpRedFlag), read_red_flag, &catalog->n_red_flags);
  catalog->cooling_off = np_load_list (load, root, "cooling_off", NP_TABLE_NONE, sizeof (NpCoolingOff),
                                       read_cooling_off, &catalog->n_cooling_off);
  catalog->photographs = np_load_items (load, root, &photographs, NP_TABLE_NONE);
  catalog->not_treatment_consent = np_load_opt_text (load, root, "not_treatment_consent", "information", P,
                                                     "photographs: that this is not consent to treatment");
}

static void
read_teach_back (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  NpTeachBack *question = entry;

  np_json_view_only (view, "id", "ask", "listen_for", "explain", "told_with", "when", "evidence", NULL);
  question->id = np_load_id (view);
  question->ask = np_load_text (load, view, "ask", question->id, P, "asking back: the question");
  question->listen_for =
      np_load_text (load, view, "listen_for", question->id, S, "asking back: what a good answer holds");
  question->explain =
      np_load_text (load, view, "explain", question->id, P, "asking back: said when it is not clear yet");
  question->told_with = read_told_with (load, view);
  np_load_rule (load, view, "when", ALL, NULL, &question->when);
  question->evidence = np_load_evidence (load, view);
}

void
np_load_teach_back (NpLoad *load, const NpJsonView *root)
{
  NpCatalog *catalog = load->catalog;

  np_json_view_only (root, "format", "intro", "questions", NULL);
  catalog->teach_back_intro = np_load_text (load, root, "intro", "teach-back", P, "asking back: said first");
  catalog->teach_back = np_load_list (load, root, "questions", NP_TABLE_NONE, sizeof (NpTeachBack), read_teach_back,
                                      &catalog->n_teach_back);
}

static void
read_attestation (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  NpAttestation *it = entry;

  np_json_view_only (view, "id", "kind", "role", "meaning", "text", "evidence", NULL);
  it->id = np_load_id (view);
  it->kind = (NpKind) MAX (np_json_view_need_word (view, "kind", np_kind_words), 0);
  it->role = (NpRole) MAX (np_json_view_need_word (view, "role", np_role_words), 0);
  it->meaning = np_load_text (load, view, "meaning", it->id, P, "attestation: what the signature means, in short");
  it->text = np_load_text (load, view, "text", it->id, P, "attestation: the statement above the line");
  it->evidence = np_load_evidence (load, view);
}

static void
check_attestations (const NpJsonView *root, const NpCatalog *catalog)
{
  NpJsonView list = np_json_view_member (root, "attestations");

  for (guint i = 0; i < catalog->n_attestations; i++)
    for (guint j = 0; j < i; j++)
      if (catalog->attestations[i].kind == catalog->attestations[j].kind &&
          catalog->attestations[i].role == catalog->attestations[j].role)
        {
          NpJsonView place = np_json_view_element (&list, i);

          np_json_view_complain (&place, "“%s” is already there for this kind and role: keep one",
                                 catalog->attestations[j].id);
        }
}

void
np_load_attestations (NpLoad *load, const NpJsonView *root)
{
  static const NpItemsKind relationships = { "relationships", "label", "relationship", P, "relationship to the patient",
                                             NP_ITEMS_PLAIN };
  static const NpItemsKind identified = { "identified_by", "label", "identified-by", S, "how a person was identified",
                                          NP_ITEMS_ROLES };
  static const NpItemsKind copies = { "copy", "label", "copy", P, "how the patient gets a copy", NP_ITEMS_PLAIN };
  static const NpItemsKind roles = { "roles", "label", "role", P, "role of a person", NP_ITEMS_PLAIN };
  NpCatalog *catalog = load->catalog;

  np_json_view_only (root, "format", "before_signing", "attestations", "ink", "relationships", "identified_by", "copy",
                     "roles", NULL);
  catalog->before_signing =
      np_load_text (load, root, "before_signing", "attestations", P, "read before signing on the screen");
  catalog->attestations = np_load_list (load, root, "attestations", NP_TABLE_NONE, sizeof (NpAttestation),
                                        read_attestation, &catalog->n_attestations);
  check_attestations (root, catalog);
  catalog->ink =
      np_load_text (load, root, "ink", "attestations", S, "what the practitioner attests for a sheet signed in ink");
  catalog->relationships = np_load_items (load, root, &relationships, NP_TABLE_NONE);
  catalog->identified_by = np_load_items (load, root, &identified, NP_TABLE_NONE);
  catalog->copies = np_load_items (load, root, &copies, NP_TABLE_NONE);
  catalog->roles = np_load_items (load, root, &roles, NP_TABLE_NONE);
}

void
np_load_sheet (NpLoad *load, const NpJsonView *root)
{
  static const NpItemsKind labels = { "labels",      "text", "label", P, "consent sheet: a heading or a short phrase",
                                      NP_ITEMS_PLAIN };

  np_json_view_only (root, "format", "labels", NULL);
  load->catalog->labels = np_load_items (load, root, &labels, NP_TABLE_NONE);
}
