/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verifier, and everything else that reads what others signed. A signature cannot be guessed, so that what is behind it is given the
 * input directly too: a manifest, a key set. */
#include "np-fuzz.h"

#include <string.h>

#include "np-enrolment.h"
#include "np-json-read.h"
#include "np-jws.h"
#include "np-key-ring.h"
#include "np-verification.h"

int
LLVMFuzzerInitialize (int *argc G_GNUC_UNUSED, char ***argv G_GNUC_UNUSED)
{
  return 0;
}

/* Good is only what has seals, each of them valid, and the digest that they all name. */
static void
holds (const NpVerification *found)
{
  g_assert_cmpuint (found->seals->len, >=, 2);
  for (guint i = 0; i < found->seals->len; i++)
    {
      const NpSealCheck *seal = g_ptr_array_index (found->seals, i);

      g_assert (seal->fault == NULL);
      g_assert_cmpstr (seal->manifest->digest, ==, found->digest);
      g_assert_cmpstr (seal->manifest->record, ==, found->record);
    }
}

static void
verify (JsonNode *file, const NpKeyRing *ring)
{
  g_autoptr (NpVerification) found = np_verification_of_node (file, "input", ring);
  g_autofree char *sentence = np_verification_sentence (found);
  g_autoptr (JsonNode) json = np_verification_to_json (found);

  g_assert (sentence != NULL && JSON_NODE_HOLDS_OBJECT (json));
  if (np_verification_is_good (found))
    holds (found);
  else
    g_assert_cmpuint (found->faults->len, >, 0);
}

static void
read_manifest (JsonNode *node)
{
  g_autoptr (NpManifest) manifest = np_manifest_from_json (node, NULL);
  g_autoptr (JsonNode) again = manifest == NULL ? NULL : np_manifest_to_json (manifest);

  g_assert (again == NULL || json_node_equal (again, node));
}

static void
read_document (JsonNode *node)
{
  g_autoptr (NpKeyRing) empty = np_key_ring_new ();
  g_autoptr (NpKeyRing) ring = np_key_ring_from_set (node, "input", NULL);
  g_autoptr (JsonNode) set = ring == NULL ? NULL : np_key_ring_to_set (ring);

  verify (node, NULL);
  verify (node, empty);
  read_manifest (node);
}

static void
read_statement (const char *text)
{
  const char *const statement[] = { text, NULL };
  g_autoptr (NpJws) seal = np_jws_open (text, NP_MANIFEST_TYP, NULL);
  g_autoptr (NpEnrolment) enrolment = np_enrolment_read (statement, NULL);
  g_autoptr (NpRetirement) retirement = np_retirement_read (text, NULL);

  g_assert ((seal != NULL) + (enrolment != NULL) + (retirement != NULL) <= 1);
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
  g_autoptr (JsonNode) node = np_json_read_bytes ("input", (const char *) bytes, length, NULL);
  g_autofree char *text = g_strndup ((const char *) bytes, length);

  if (node != NULL)
    read_document (node);
  else
    read_statement (text);
  return 0;
}
