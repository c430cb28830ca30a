/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

/* What libFuzzer calls with one input after another, and replay.c with each file of a corpus. Nothing may go wrong for any input; what must
 * hold beyond that is asserted. */
int LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length);
int LLVMFuzzerInitialize (int *argc, char ***argv);
