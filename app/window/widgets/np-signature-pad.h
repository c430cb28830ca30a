/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A wide line to sign on with pointer, pen or touch. Keeps all motion history with time, draws smooth strokes. Signal "changed". */
#define NP_TYPE_SIGNATURE_PAD (np_signature_pad_get_type ())
G_DECLARE_FINAL_TYPE (NpSignaturePad, np_signature_pad, NP, SIGNATURE_PAD, GtkWidget)
GtkWidget *np_signature_pad_new (const char *label /* accessible name */);
gboolean np_signature_pad_is_empty (NpSignaturePad *self);
void np_signature_pad_clear (NpSignaturePad *self);
gboolean np_signature_pad_can_undo (NpSignaturePad *self);
void np_signature_pad_undo (NpSignaturePad *self);        /* the last stroke, or the last clear */
/* "strokes", "width", "height" as the document holds them */
void np_signature_pad_write (NpSignaturePad *self, JsonObject *signature);
/* Shows a drawn signature of the document and takes no more strokes; NULL makes it an empty pad again. */
void np_signature_pad_show (NpSignaturePad *self, JsonObject *signature /* nullable */);

G_END_DECLS
