/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-consultation.h"
#include "np-explain.h"

G_BEGIN_DECLS

/* One step of the consultation as a page: a view of the document for that step. It keeps nothing that outlives it; the frame asks it
 * only what stands here. */
#define NP_TYPE_PAGE (np_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (NpPage, np_page, NP, PAGE, AdwBin)

struct _NpPageClass
{
  AdwBinClass parent_class;

  /* The consultation changed, or there is another one: show it as it is now. Must be cheap and must not move the focus. */
  void (*refresh) (NpPage *self);
  /* Brings what `id` (a JSON pointer, as np_consultation_todo () gives it) names into view and focuses it. FALSE when it is not here. */
  gboolean (*focus_item) (NpPage *self, const char *id);
  /* focus_item scrolls by itself: the place on the page is not changed a second time */
  gboolean reveals_focus;
  /* Where the focus comes to when the page is opened, if not to the first thing to do; FALSE leaves that to the frame. (nullable) */
  gboolean (*focus_start) (NpPage *self);
  /* The page is in front now. */
  void (*shown) (NpPage *self);
  /* Words for the middle of the bottom bar, as "31 of 38 answered"; (transfer full) (nullable) */
  char *(*progress) (NpPage *self);
  /* What Next says here, and does when nothing is left to do, where it does more than lead on (nullable) */
  const char *(*next_label) (NpPage *self);
  void (*next) (NpPage *self);
};

/* A page whose class sets nothing gets: np_fields_refresh () as refresh, np_fields_focus () as focus_item. */
NpStep np_page_get_step (NpPage *self);
NpConsultation *np_page_get_consultation (NpPage *self);             /* (nullable) */
void np_page_set_consultation (NpPage *self, NpConsultation *consultation);
void np_page_refresh (NpPage *self);
gboolean np_page_focus_item (NpPage *self, const char *id);
/* focuses the first thing that is still to do on it; FALSE where nothing is */
gboolean np_page_focus_first_open (NpPage *self);
/* what is typed somewhere on it was not understood */
gboolean np_page_has_problem (NpPage *self);
/* focuses the first field whose text was not understood; gives what is wrong there (nullable) */
const char *np_page_focus_problem (NpPage *self);
gboolean np_page_focus_start (NpPage *self);
void np_page_shown (NpPage *self);
char *np_page_progress (NpPage *self);
const char *np_page_next_label (NpPage *self); /* (nullable) */
gboolean np_page_next (NpPage *self);          /* FALSE: it leads on */
/* "step" is a construct-only property: g_object_new (NP_TYPE_..., "step", NP_STEP_PLAN, NULL) */

/* Every edit of a page goes through here. What the edit would void is asked about first; afterwards a toast offers to undo it. An error
 * is said in a toast and the page shows the document again. `data` is freed with `destroy` when the edit is done or given up. */
void np_page_edit (GtkWidget *widget /* in a page, or the page */, NpEdit edit, gpointer data, GDestroyNotify destroy);
/* an edit of the page waits for somebody to say whether what followed from it may end */
gboolean np_page_is_asking (NpPage *self);
/* As np_page_edit () for a check that is ticked or unticked: where a single thing ends, it is not asked about but said, with Undo. */
void np_page_edit_light (GtkWidget *widget, NpEdit edit, gpointer data, GDestroyNotify destroy);
/* the commonest edits */
void np_page_set_string (GtkWidget *widget, const char *pointer, const char *text);
void np_page_set_bool (GtkWidget *widget, const char *pointer, gboolean value);
void np_page_set_int (GtkWidget *widget, const char *pointer, gint64 value);
void np_page_set_node (GtkWidget *widget, const char *pointer, JsonNode *value /* (transfer full) (nullable) */);
/* one object of an array: replaced, added (an index behind the last), or taken out with NULL; `element` is (transfer full) */
void np_page_set_element (GtkWidget *widget, const char *pointer, guint index, JsonObject *element);
/* the page a widget is in; NULL while it is in none */
NpPage *np_page_of (GtkWidget *widget);
/* a short message at the bottom of the window */
void np_page_toast (GtkWidget *widget, const char *message);
/* the same with an offer to undo the last change */
void np_page_offer_undo (GtkWidget *widget, const char *message);
/* A text of the catalogue in the patient's language, for the page of `widget`. */
const char *np_page_say (GtkWidget *widget, const NpText *text);

/* Actions a page may activate with gtk_widget_activate_action (), handled by the frame:
 *   consultation.next            what Next does
 *   consultation.show-progress   np_page_progress () says something else now, though the document is the same
 *   consultation.focus-next      the focus goes to Next, for there is nothing more to do on the page
 *   consultation.go-to-step      (s) a word of np_step_words
 *   consultation.go-to           (s) a JSON pointer: its page, focused
 *   consultation.forget-draft    after the record was read back: no more drafts of it, and the one on disk goes
 *   consultation.close           back to the start page
 *   win.new-consultation         another one
 *   win.clinic                   the clinic's details and practitioners */

G_END_DECLS
