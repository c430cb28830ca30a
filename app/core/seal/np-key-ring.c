/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Public keys and what follows from all that is stated on them together. */
#include "np-key-ring.h"

#include <glib/gi18n-lib.h>

#include "np-seal-time.h"

const char *const np_key_status_words[] = { "current", "replaced", "retired", NULL };

static void
ring_key_free (gpointer data)
{
  NpRingKey *self = data;

  np_key_free (self->key);
  g_free (self->name);
  np_enrolment_free (self->enrolment);
  np_retirement_free (self->retirement);
  g_free (self);
}

/**
 * np_key_ring_new:
 *
 * Returns: (transfer full): a ring without keys; free with np_key_ring_free()
 */
NpKeyRing *
np_key_ring_new (void)
{
  NpKeyRing *self = g_new0 (NpKeyRing, 1);

  self->keys = g_ptr_array_new_with_free_func (ring_key_free);
  return self;
}

/**
 * np_key_ring_free:
 * @self: (transfer full) (nullable): a ring
 */
void
np_key_ring_free (NpKeyRing *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->keys);
  g_free (self);
}

static NpRingKey *
at (const NpKeyRing *self, guint position)
{
  return g_ptr_array_index (self->keys, position);
}

static NpRingKey *
find (const NpKeyRing *self, const char *kid)
{
  for (guint i = 0; kid != NULL && i < self->keys->len; i++)
    if (g_str_equal (np_key_id (at (self, i)->key), kid))
      return at (self, i);
  return NULL;
}

/**
 * np_key_ring_find:
 * @self: a ring
 * @kid: a key's id
 *
 * Returns: (transfer none) (nullable): that key
 */
const NpRingKey *
np_key_ring_find (const NpKeyRing *self, const char *kid)
{
  g_return_val_if_fail (self != NULL && kid != NULL, NULL);
  return find (self, kid);
}

/**
 * np_key_ring_current:
 * @self: a settled ring
 * @id: id of a practitioner or a desk
 *
 * Returns: (transfer none) (nullable): the key that it seals with now
 */
const NpRingKey *
np_key_ring_current (const NpKeyRing *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = self->keys->len; i > 0; i--)
    {
      const NpRingKey *key = at (self, i - 1);

      if (key->status == NP_KEY_CURRENT && key->enrolment != NULL && g_str_equal (key->enrolment->id, id))
        return key;
    }
  return NULL;
}

/**
 * np_key_ring_first:
 * @self: a ring
 *
 * Returns: (transfer none) (nullable): the clinic's first key
 */
const NpRingKey *
np_key_ring_first (const NpKeyRing *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->keys->len; i++)
    if (at (self, i)->enrolment != NULL && at (self, i)->enrolment->basis == NP_BASIS_FIRST)
      return at (self, i);
  return NULL;
}

/* ---- adding ---- */

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, NP_SEAL_ERROR, NP_SEAL_ERROR_STATE, why);
  return FALSE;
}

static gboolean
is_new (const NpKeyRing *self, const NpKey *key, GError **error)
{
  return find (self, np_key_id (key)) == NULL || refuse (error, _("This key is in the list already."));
}

static NpKey *
public_copy (const NpKey *key)
{
  g_autoptr (JsonObject) jwk = np_key_to_jwk (key);

  return np_key_from_jwk (jwk, NULL);
}

static NpRingKey *
add (NpKeyRing *self, NpKey *key, NpHolder holder, const char *name)
{
  NpRingKey *added = g_new0 (NpRingKey, 1);

  added->key = key;
  added->holder = holder;
  added->name = g_strdup (name);
  g_ptr_array_add (self->keys, added);
  return added;
}

/**
 * np_key_ring_add_enrolment:
 * @self: a ring
 * @enrolment: (transfer full): an enrolment that was read or sealed
 * @error: return location for an error
 *
 * Returns: whether it was added; otherwise %NP_SEAL_ERROR_STATE: the key is there already, or another says that it was the first
 */
gboolean
np_key_ring_add_enrolment (NpKeyRing *self, NpEnrolment *enrolment, GError **error)
{
  g_autoptr (NpEnrolment) taken = enrolment;

  g_return_val_if_fail (self != NULL && enrolment != NULL, FALSE);

  if (!is_new (self, taken->key, error))
    return FALSE;
  if (taken->basis == NP_BASIS_FIRST && np_key_ring_first (self) != NULL)
    return refuse (error, _("Two keys say that they were the clinic's first."));
  add (self, public_copy (taken->key), taken->holder, taken->name)->enrolment = enrolment;
  g_steal_pointer (&taken);
  return TRUE;
}

/**
 * np_key_ring_add_named:
 * @self: a ring
 * @key: (transfer full): a public key
 * @holder: what kind of holder it has
 * @name: the holder's name
 * @error: return location for an error
 *
 * Adds a key of which only this name is said.
 *
 * Returns: whether it was added; otherwise %NP_SEAL_ERROR_STATE: the key is there already
 */
gboolean
np_key_ring_add_named (NpKeyRing *self, NpKey *key, NpHolder holder, const char *name, GError **error)
{
  g_autoptr (NpKey) taken = key;

  g_return_val_if_fail (self != NULL && key != NULL && name != NULL, FALSE);

  if (!is_new (self, key, error))
    return FALSE;
  add (self, g_steal_pointer (&taken), holder, name);
  return TRUE;
}

/**
 * np_key_ring_add_retirement:
 * @self: a ring
 * @retirement: (transfer full): a retirement that was read or sealed
 * @error: return location for an error
 *
 * Returns: whether it was added; otherwise %NP_SEAL_ERROR_STATE: there is no such key, or it is retired already
 */
gboolean
np_key_ring_add_retirement (NpKeyRing *self, NpRetirement *retirement, GError **error)
{
  g_autoptr (NpRetirement) taken = retirement;
  NpRingKey *key;

  g_return_val_if_fail (self != NULL && retirement != NULL, FALSE);

  key = find (self, taken->kid);
  if (key == NULL)
    return refuse (error, _("A key is retired that nobody enrolled."));
  if (key->retirement != NULL)
    return refuse (error, _("A key is retired twice."));
  key->retirement = g_steal_pointer (&taken);
  return TRUE;
}

/* ---- what follows ---- */

static gboolean
may_vouch (const NpRingKey *key, const char *when)
{
  return key->trust == NP_TRUST_ENROLLED && key->holder == NP_HOLDER_PRACTITIONER
         && (key->ended_at == NULL || np_seal_time_is_before (when, key->ended_at));
}

static gboolean
is_vouched (const NpKeyRing *self, const NpEnrolment *enrolment)
{
  const NpRingKey *voucher;

  if (enrolment->basis == NP_BASIS_FIRST)
    return TRUE;
  voucher = find (self, enrolment->vouched_by);
  return voucher != NULL && may_vouch (voucher, enrolment->at);
}

/* From the first key on: who is vouched for by somebody who may, until nobody more is found. So no circle of keys holds itself up. */
static void
settle_trust (NpKeyRing *self)
{
  gboolean found = TRUE;

  for (guint i = 0; i < self->keys->len; i++)
    at (self, i)->trust = at (self, i)->enrolment == NULL ? NP_TRUST_NAMED : NP_TRUST_SELF;
  while (found)
    {
      found = FALSE;
      for (guint i = 0; i < self->keys->len; i++)
        if (at (self, i)->trust == NP_TRUST_SELF && is_vouched (self, at (self, i)->enrolment))
          {
            at (self, i)->trust = NP_TRUST_ENROLLED;
            found = TRUE;
          }
    }
}

static void
end (NpRingKey *key, NpKeyStatus status, const char *when)
{
  if (key == NULL || (key->ended_at != NULL && np_seal_time_is_before (key->ended_at, when)))
    return;
  key->status = status;
  key->ended_at = when;
}

/* Only who is enrolled can end another's key: a stranger with a new key could shut everybody out. */
static void
settle_ends (NpKeyRing *self)
{
  for (guint i = 0; i < self->keys->len; i++)
    {
      NpRingKey *key = at (self, i);
      const NpRingKey *by = key->retirement == NULL ? NULL : find (self, key->retirement->by);

      if (key->trust == NP_TRUST_ENROLLED)
        end (find (self, key->enrolment->replaces), NP_KEY_REPLACED, key->enrolment->at);
      if (by != NULL && by->trust == NP_TRUST_ENROLLED && by->holder == NP_HOLDER_PRACTITIONER)
        end (key, NP_KEY_RETIRED, key->retirement->at);
    }
}

/**
 * np_key_ring_settle:
 * @self: a ring to which everything was added
 *
 * Works out which keys a line of enrolments leads to from the clinic's first, and which count no more since when. Who vouches after the
 * own key ended vouches for nothing.
 */
void
np_key_ring_settle (NpKeyRing *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->keys->len; i++)
    {
      at (self, i)->status = NP_KEY_CURRENT;
      at (self, i)->ended_at = NULL;
    }
  settle_trust (self);
  settle_ends (self);
  settle_trust (self);
}
