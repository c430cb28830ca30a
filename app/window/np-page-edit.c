/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-bound-field.h"
#include "np-message.h"
#include "np-page.h"

#include <glib/gi18n.h>

/* Seconds that Undo stays on offer: long enough to read what ended. */
#define UNDO_SECONDS 12

/* One edit on its way from a widget to the document. */
typedef struct
{
  GtkWidget *widget; /* owned: asks for it */
  NpPage *page;      /* owned */
  NpEdit edit;
  gpointer data;
  GDestroyNotify destroy;
} Pending;

static void
pending_free (Pending *self)
{
  if (self->destroy)
    self->destroy (self->data);
  g_object_unref (self->widget);
  g_object_unref (self->page);
  g_free (self);
}

static AdwToastOverlay *
toast_overlay_of (GtkWidget *widget)
{
  return (AdwToastOverlay *) gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
}

/* The button that closes a toast has an icon only: it needs a name. */
static void
name_close_button (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    C_ ("button", "Close the Message"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    name_close_button (child);
}

static void
add_toast (AdwToastOverlay *overlay, AdwToast *toast)
{
  adw_toast_overlay_add_toast (overlay, toast);
  name_close_button (gtk_widget_get_last_child (GTK_WIDGET (overlay)));
}

/* After the next change Undo would take that one back, which is not what stands there. A note in the log changes nothing. */
static void
consultation_changed_cb (AdwToast *toast, NpConsultation *consultation)
{
  if (!np_consultation_can_undo (consultation))
    adw_toast_dismiss (toast);
}

static void
undo_clicked_cb (AdwToast *toast, NpConsultation *consultation)
{
  if (np_consultation_can_undo (consultation))
    np_consultation_undo (consultation);
}

/* A single thing is named; more stood in the question before. */
static char *
ended_words (GStrv ended)
{
  guint n = g_strv_length (ended);

  if (n == 1)
    return g_strdup (ended[0]);
  /* Translators: a toast after a change that made earlier answers, acknowledgements or signatures end. */
  return g_strdup_printf (ngettext ("Changed. %u thing ended.", "Changed. %u things ended.", n), n);
}

/**
 * np_page_offer_undo:
 * @widget: a page, or a widget in one
 * @message: what was changed a moment ago
 *
 * Says it in a toast with a button that takes the last change back.
 */
void
np_page_offer_undo (GtkWidget *widget, const char *message)
{
  AdwToastOverlay *overlay = toast_overlay_of (widget);
  NpConsultation *consultation = np_page_get_consultation (np_page_of (widget));

  g_return_if_fail (message);
  if (!overlay || !np_consultation_can_undo (consultation))
    return;
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, C_ ("button", "Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), consultation, 0);
  g_signal_connect_object (consultation, "changed", G_CALLBACK (consultation_changed_cb), toast, G_CONNECT_SWAPPED);
  g_signal_connect_object (consultation, "voided", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
  add_toast (overlay, toast);
}

static void
say_ended (NpPage *page, GStrv ended)
{
  g_autofree char *said = ended_words (ended);

  np_page_offer_undo (GTK_WIDGET (page), said);
}

/* What was typed stays, and says itself why it was not taken. What was chosen goes back to what it was. */
static void
say_refused (Pending *pending, const char *why)
{
  if (!NP_IS_BOUND_FIELD (pending->widget) || !np_bound_field_refuse (NP_BOUND_FIELD (pending->widget), why))
    np_page_toast (GTK_WIDGET (pending->page), why);
  np_page_refresh (pending->page);
}

/* `ended` is what ends with the edit; nullable. */
static void
run (Pending *pending, GStrv ended)
{
  g_autoptr (GError) error = NULL;

  if (pending->edit (np_page_get_consultation (pending->page), pending->data, &error))
    {
      if (ended && *ended)
        say_ended (pending->page, ended);
      return;
    }
  say_refused (pending, error ? error->message : _ ("This change was not possible."));
}

static gboolean
is_signed_off (NpPage *page)
{
  return np_consultation_step_state (np_page_get_consultation (page), NP_STEP_SAVED) == NP_STEP_STATE_DONE;
}

/**
 * np_page_is_asking:
 * @self: a page
 *
 * Returns: whether an edit of the page waits for somebody to say whether what followed from it may end
 */
gboolean
np_page_is_asking (NpPage *self)
{
  g_return_val_if_fail (NP_IS_PAGE (self), FALSE);
  return g_object_get_data (G_OBJECT (self), "np-asking") != NULL;
}

static void
set_asking (NpPage *page, gboolean asking)
{
  g_object_set_data (G_OBJECT (page), "np-asking", GINT_TO_POINTER (asking));
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, Pending *pending)
{
  set_asking (pending->page, FALSE);
  if (g_str_equal (response, "change"))
    run (pending, g_object_get_data (G_OBJECT (dialog), "np-ended"));
  else
    np_page_refresh (pending->page);
  pending_free (pending);
}

static void
ask (Pending *pending, GStrv ended)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (pending->page));
  g_autofree char *list = g_strjoinv ("\n• ", ended);
  g_autofree char *body = g_strdup_printf ("• %s", list);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              _ ("This Change Ends What Followed From It"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", C_ ("button", "Keep as It Was"), "change",
                                    C_ ("button", "Change"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "change", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_object_set_data_full (G_OBJECT (dialog), "np-ended", g_strdupv (ended), (GDestroyNotify) g_strfreev);
  set_asking (pending->page, TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), pending);
  np_message_present (dialog);
}

static void
edit_page (GtkWidget *widget, NpEdit edit, gpointer data, GDestroyNotify destroy, guint may_end)
{
  NpPage *page = np_page_of (widget);
  Pending *pending = g_new0 (Pending, 1);

  *pending = (Pending){ g_object_ref (widget), g_object_ref (page), edit, data, destroy };
  if (is_signed_off (page))
    {
      np_page_toast (widget, _ ("This consultation is signed off and saved. Its record no longer changes."));
      np_page_refresh (page);
      pending_free (pending);
      return;
    }
  if (np_page_is_asking (page))
    {
      pending_free (pending);
      return;
    }
  g_auto (GStrv) ended = np_consultation_consequences (np_page_get_consultation (page), edit, data);
  if (ended && g_strv_length (ended) > may_end)
    {
      ask (pending, ended);
      return;
    }
  run (pending, ended);
  pending_free (pending);
}

/**
 * np_page_edit:
 * @widget: a page, or a widget in one
 * @edit: (scope async): does the edit; it may run on a copy first
 * @data: for @edit
 * @destroy: (nullable): frees @data when the edit is done or given up
 *
 * Edits the consultation for a person. What the edit would void is asked about first, and can be undone from a toast. An
 * error is said by @widget where it is a field with typed text, which stays to be mended; else in a toast, and the page shows
 * the document again. While a question of this kind is open no other edit of the page is taken: the entry that lost its focus
 * to the question would otherwise ask a second time. After sign-off none is taken at all (record rule 25).
 */
void
np_page_edit (GtkWidget *widget, NpEdit edit, gpointer data, GDestroyNotify destroy)
{
  NpPage *page = np_page_of (widget);

  g_return_if_fail (page && np_page_get_consultation (page) && edit);
  edit_page (widget, edit, data, destroy, 0);
}

/**
 * np_page_edit_light:
 * @widget: a page, or a widget in one
 * @edit: (scope async): does the edit; it may run on a copy first
 * @data: for @edit
 * @destroy: (nullable): frees @data when the edit is done or given up
 *
 * As np_page_edit (), for an edit that is taken back with one more key, as a check: where a single thing ends with it, that is
 * not asked about but said in the toast, which offers to undo it.
 */
void
np_page_edit_light (GtkWidget *widget, NpEdit edit, gpointer data, GDestroyNotify destroy)
{
  NpPage *page = np_page_of (widget);

  g_return_if_fail (page && np_page_get_consultation (page) && edit);
  edit_page (widget, edit, data, destroy, 1);
}

/* A value for a place of the document. */
typedef struct
{
  char *pointer;
  JsonNode *value; /* nullable */
} Setting;

static void
setting_free (gpointer data)
{
  Setting *self = data;

  g_free (self->pointer);
  g_clear_pointer (&self->value, json_node_unref);
  g_free (self);
}

static gboolean
set_value (NpConsultation *consultation, gpointer data, GError **error)
{
  Setting *setting = data;

  return np_consultation_set (consultation, setting->pointer, setting->value ? json_node_copy (setting->value) : NULL,
                              error);
}

static gboolean
set_text (NpConsultation *consultation, gpointer data, GError **error)
{
  Setting *setting = data;

  return np_consultation_set_string (consultation, setting->pointer, json_node_get_string (setting->value), error);
}

/**
 * np_page_set_node:
 * @widget: a page, or a widget in one
 * @pointer: a JSON pointer
 * @value: (transfer full) (nullable): the new value; NULL removes it
 *
 * Sets a member through np_page_edit ().
 */
void
np_page_set_node (GtkWidget *widget, const char *pointer, JsonNode *value)
{
  Setting *setting = g_new0 (Setting, 1);

  setting->pointer = g_strdup (pointer);
  setting->value = value;
  np_page_edit (widget, set_value, setting, setting_free);
}

/**
 * np_page_set_string:
 * @widget: a page, or a widget in one
 * @pointer: a JSON pointer
 * @text: the text; it is cleaned, and empty text removes the member
 *
 * Sets a text through np_page_edit ().
 */
void
np_page_set_string (GtkWidget *widget, const char *pointer, const char *text)
{
  Setting *setting = g_new0 (Setting, 1);

  setting->pointer = g_strdup (pointer);
  setting->value = json_node_init_string (json_node_alloc (), text ? text : "");
  np_page_edit (widget, set_text, setting, setting_free);
}

/**
 * np_page_set_bool:
 * @widget: a page, or a widget in one
 * @pointer: a JSON pointer
 * @value: the new value
 *
 * Sets a yes or no through np_page_edit ().
 */
void
np_page_set_bool (GtkWidget *widget, const char *pointer, gboolean value)
{
  np_page_set_node (widget, pointer, json_node_init_boolean (json_node_alloc (), value));
}

/**
 * np_page_set_int:
 * @widget: a page, or a widget in one
 * @pointer: a JSON pointer
 * @value: the new value
 *
 * Sets a number through np_page_edit ().
 */
void
np_page_set_int (GtkWidget *widget, const char *pointer, gint64 value)
{
  np_page_set_node (widget, pointer, json_node_init_int (json_node_alloc (), value));
}

/**
 * np_page_set_element:
 * @widget: a page, or a widget in one
 * @pointer: the JSON pointer of an array of objects
 * @index: which element; behind the last one a new one is added
 * @element: (transfer full) (nullable): the element as it shall be; NULL takes it out
 *
 * Changes one element of an array through np_page_edit (). An array that becomes empty stays, as an answer.
 */
void
np_page_set_element (GtkWidget *widget, const char *pointer, guint index, JsonObject *element)
{
  NpPage *page = np_page_of (widget);
  JsonArray *next = json_array_new ();

  g_return_if_fail (page && np_page_get_consultation (page));
  JsonNode *node = np_consultation_get (np_page_get_consultation (page), pointer);
  JsonArray *now = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint length = now ? json_array_get_length (now) : 0;
  for (guint i = 0; i < length; i++)
    if (i != index)
      json_array_add_object_element (next, json_object_ref (json_array_get_object_element (now, i)));
    else if (element)
      json_array_add_object_element (next, g_steal_pointer (&element));
  if (element)
    json_array_add_object_element (next, element);
  np_page_set_node (widget, pointer, json_node_init_array (json_node_alloc (), next));
  json_array_unref (next);
}

/**
 * np_page_toast:
 * @widget: a widget in the window
 * @message: what to say, one short sentence
 *
 * Shows a short message at the bottom of the window.
 */
void
np_page_toast (GtkWidget *widget, const char *message)
{
  AdwToastOverlay *overlay = toast_overlay_of (widget);

  g_return_if_fail (message);
  if (!overlay)
    return;
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  g_autoptr (AdwToast) before = g_object_steal_data (G_OBJECT (overlay), "np-message");
  AdwToast *toast = adw_toast_new (escaped);
  /* A message takes the place of the one before it: what it is about has passed. An offer to undo comes again behind it, for whoever
   * was refused something has to read why at once. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data_full (G_OBJECT (overlay), "np-message", g_object_ref (toast), g_object_unref);
  if (before)
    adw_toast_dismiss (before);
  add_toast (overlay, toast);
}
