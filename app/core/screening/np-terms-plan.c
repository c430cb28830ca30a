/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-terms.h"

/* Terms about the plan. The cause names the kind of the term and in `entry` which part of the plan it is. */

static void
give_part (NpCauses *causes, NpTermKind kind, int part)
{
  np_causes_add (causes, NP_CAUSE_PLAN, kind, part);
}

static void
give_parts (NpCauses *causes, NpTermKind kind, guint64 parts)
{
  for (guint i = 0; parts != 0; i++, parts >>= 1)
    if ((parts & 1) != 0)
      give_part (causes, kind, (int) i);
}

static gboolean
has_bit (guint64 mask, int bit)
{
  return bit >= 0 && (mask & NP_STATE_BIT (bit)) != 0;
}

/* ---- device ---- */

static const NpDevice *
chosen_device (const NpView *view)
{
  return view->facts->device < 0 ? NULL : &view->catalog->devices[view->facts->device];
}

static gboolean
is_device (const NpView *view, const NpTerm *term)
{
  return view->facts->device == term->index;
}

static gboolean
names_depth (const NpView *view, const NpTerm *term G_GNUC_UNUSED)
{
  const NpDevice *device = chosen_device (view);

  return device != NULL && device->evaluated_depth_um > 0;
}

static gboolean
not_authorised (const NpView *view, const NpTerm *term G_GNUC_UNUSED)
{
  const NpDevice *device = chosen_device (view);

  return device != NULL && device->authorised == NP_AUTHORISED_NO;
}

static gboolean
says_authorised (const NpView *view, const NpTerm *term G_GNUC_UNUSED)
{
  const NpDevice *device = chosen_device (view);

  return device != NULL && device->authorised != NP_AUTHORISED_UNSTATED;
}

/* what the device is or what its record says */
static void
give_device (const NpView *view, const NpTerm *term G_GNUC_UNUSED, NpCauses *causes)
{
  give_part (causes, NP_TERM_DEVICE, view->facts->device);
}

/* ---- products and material ---- */

static gboolean
has_topical (const NpView *view, const NpTerm *term)
{
  return (view->facts->topicals & term->mask) != 0;
}

static void
give_topicals (const NpView *view, const NpTerm *term, NpCauses *causes)
{
  give_parts (causes, NP_TERM_TOPICAL, view->facts->topicals & term->mask);
}

static gboolean
has_anaesthetic (const NpView *view, const NpTerm *term)
{
  return has_bit (term->mask, view->facts->anaesthetic);
}

static void
give_anaesthetic (const NpView *view, const NpTerm *term, NpCauses *causes)
{
  give_part (causes, term->kind, view->facts->anaesthetic);
}

static gboolean
has_material (const NpView *view, const NpTerm *term)
{
  return has_bit (term->mask, view->facts->material);
}

static void
give_material (const NpView *view, const NpTerm *term, NpCauses *causes)
{
  give_part (causes, term->kind, view->facts->material);
}

static gboolean
amount_compares (const NpView *view, const NpTerm *term)
{
  gint32 amount = view->facts->amounts[term->index];

  return amount >= 0 && np_view_compares (term->compare, amount, term->number);
}

static void
give_amount (const NpView *view G_GNUC_UNUSED, const NpTerm *term, NpCauses *causes)
{
  give_part (causes, term->kind, term->index);
}

static gboolean
check_failed (const NpView *view, const NpTerm *term)
{
  NpCheckResult result = view->facts->checks[term->index];

  return (result == NP_CHECK_FAIL || result == NP_CHECK_DONT_KNOW) && np_view_asks_check (view, term->index);
}

static void
give_check (const NpView *view G_GNUC_UNUSED, const NpTerm *term, NpCauses *causes)
{
  np_causes_add (causes, NP_CAUSE_CHECK, term->index, -1);
}

/* ---- what is treated where ---- */

static gboolean
some_indication (const NpView *view, const NpTerm *term)
{
  return (view->indications & term->mask) != 0;
}

static gboolean
only_indications (const NpView *view, const NpTerm *term)
{
  return view->indications != 0 && (view->indications & ~term->mask) == 0;
}

/* That anything is planned at all explains nothing. */
static void
give_indications (const NpView *view, const NpTerm *term, NpCauses *causes)
{
  if (term->mask != G_MAXUINT64)
    give_parts (causes, NP_TERM_SOME, view->indications & term->mask);
}

static gboolean
has_area (const NpView *view, const NpTerm *term)
{
  return (view->areas & term->mask) != 0;
}

static void
give_areas (const NpView *view, const NpTerm *term, NpCauses *causes)
{
  give_parts (causes, NP_TERM_AREA, view->areas & term->mask);
}

static gboolean
on_face (const NpView *view, const NpPair *pair)
{
  return view->catalog->areas[pair->area].face;
}

static gboolean
near_eye (const NpView *view, const NpPair *pair)
{
  return pair->near_eye || view->catalog->areas[pair->area].near_eye;
}

static gboolean
over_depth (const NpView *view, const NpPair *pair)
{
  const NpDevice *device = chosen_device (view);

  return device != NULL && device->evaluated_depth_um > 0 && pair->depth_um > device->evaluated_depth_um;
}

static gboolean
outside_use (const NpView *view, const NpPair *pair)
{
  const NpDevice *device = chosen_device (view);

  for (guint i = 0; device != NULL && i < device->n_uses; i++)
    {
      const NpUse *use = &device->uses[i];

      if (use->indication == pair->indication &&
          (use->area == pair->area || (use->area < 0 && view->catalog->areas[pair->area].face)))
        return FALSE;
    }
  return device != NULL;
}

typedef gboolean (*PairTest) (const NpView *view, const NpPair *pair);

static PairTest
pair_test (NpTermKind kind)
{
  switch ((guint) kind)
    {
    case NP_TERM_FACE:
      return on_face;
    case NP_TERM_NEAR_EYE:
      return near_eye;
    case NP_TERM_DEPTH_OVER_EVALUATED:
      return over_depth;
    default:
      return outside_use;
    }
}

static gboolean
some_pair (const NpView *view, const NpTerm *term)
{
  PairTest test = pair_test (term->kind);

  for (guint i = 0; i < view->facts->n_pairs; i++)
    if (test (view, &view->facts->pairs[i]))
      return TRUE;
  return FALSE;
}

static void
give_pairs (const NpView *view, const NpTerm *term, NpCauses *causes)
{
  PairTest test = pair_test (term->kind);

  for (guint i = 0; i < view->facts->n_pairs; i++)
    if (test (view, &view->facts->pairs[i]))
      give_part (causes, term->kind, (int) i);
}

#define OF_PLAN(kind) [(kind) -NP_FIRST_PLAN_TERM]

const NpTermMeaning np_plan_terms[NP_N_TERM_KINDS - NP_FIRST_PLAN_TERM] = {
  OF_PLAN (NP_TERM_DEVICE) = { is_device, give_device },
  OF_PLAN (NP_TERM_TOPICAL) = { has_topical, give_topicals },
  OF_PLAN (NP_TERM_ANAESTHETIC) = { has_anaesthetic, give_anaesthetic },
  OF_PLAN (NP_TERM_MATERIAL) = { has_material, give_material },
  OF_PLAN (NP_TERM_FACE) = { some_pair, give_pairs },
  OF_PLAN (NP_TERM_NEAR_EYE) = { some_pair, give_pairs },
  OF_PLAN (NP_TERM_SOME) = { some_indication, give_indications },
  OF_PLAN (NP_TERM_EVERY) = { only_indications, give_indications },
  OF_PLAN (NP_TERM_AREA) = { has_area, give_areas },
  OF_PLAN (NP_TERM_CHECK) = { check_failed, give_check },
  OF_PLAN (NP_TERM_DEPTH_OVER_EVALUATED) = { some_pair, give_pairs },
  OF_PLAN (NP_TERM_DEVICE_NAMES_DEPTH) = { names_depth, give_device },
  OF_PLAN (NP_TERM_DEVICE_NOT_AUTHORISED) = { not_authorised, give_device },
  OF_PLAN (NP_TERM_DEVICE_SAYS_AUTHORISED) = { says_authorised, give_device },
  OF_PLAN (NP_TERM_OUTSIDE_AUTHORISED_USE) = { some_pair, give_pairs },
  OF_PLAN (NP_TERM_AMOUNT) = { amount_compares, give_amount },
};
