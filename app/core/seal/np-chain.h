/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-head.h"
#include "np-verification.h"

G_BEGIN_DECLS

/* The desks' chains through a whole archive: what is missing, what stands twice, what does not follow on what. */
typedef struct _NpChain NpChain;

NpChain *np_chain_new (void);
void np_chain_free (NpChain *self);
/* the desk's seal of one record; one whose desk's seal cannot be read adds nothing */
void np_chain_add (NpChain *self, const NpVerification *verification);
/* what somebody remembers of a desk: NpHead */
void np_chain_expect (NpChain *self, GPtrArray *heads);
/* walks all chains and adds a line (char *) for each thing found */
void np_chain_check (NpChain *self, GPtrArray *faults, GPtrArray *doubts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpChain, np_chain_free)

G_END_DECLS
