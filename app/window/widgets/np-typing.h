/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* When what is typed counts: once typing rests, the focus leaves, or Enter is pressed. Part of a widget that takes typing. */
typedef struct
{
  GtkWidget *owner;                  /* borrowed */
  void (*commit) (GtkWidget *owner); /* what is typed counts now */
  guint rest_ms;
  guint timeout_id;
} NpTyping;

/* `input` is what is typed into: when the focus leaves it, what is typed counts */
void np_typing_watch (NpTyping *self, GtkWidget *input);
/* a key changed the text */
void np_typing_begin (NpTyping *self);
/* what is typed counts now, if anything is */
void np_typing_end (NpTyping *self);
/* what is typed does not count */
void np_typing_forget (NpTyping *self);
gboolean np_typing_is_on (const NpTyping *self);
/* the focus goes on to the next thing, as after Tab */
void np_typing_go_on (NpTyping *self);

G_END_DECLS
