/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-page.h"
#include "np-bound-field.h"
#include "np-field-entry.h"
#include "np-reveal.h"

typedef struct
{
  NpStep step;

  /* Owned references */
  NpConsultation *consultation;

  gulong changed_id;
  gboolean stale; /* the document changed while the page was not on screen */
} NpPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (NpPage, np_page, ADW_TYPE_BIN)

enum
{
  PROP_STEP = 1,
};

static NpPagePrivate *
private_of (NpPage *self)
{
  return np_page_get_instance_private (self);
}

static void
consultation_changed_cb (NpPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    np_page_refresh (self);
  else
    private_of (self)->stale = TRUE;
}

static void
np_page_map (GtkWidget *widget)
{
  NpPage *self = NP_PAGE (widget);

  if (private_of (self)->stale)
    np_page_refresh (self);
  GTK_WIDGET_CLASS (np_page_parent_class)->map (widget);
}

static void
np_page_real_refresh (NpPage *self)
{
  np_fields_refresh (GTK_WIDGET (self));
}

static gboolean
np_page_real_focus_item (NpPage *self, const char *id)
{
  return np_fields_focus (GTK_WIDGET (self), id);
}

static void
np_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STEP)
    private_of (NP_PAGE (object))->step = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
np_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STEP)
    g_value_set_int (value, private_of (NP_PAGE (object))->step);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
np_page_dispose (GObject *object)
{
  NpPagePrivate *priv = private_of (NP_PAGE (object));

  if (priv->consultation)
    g_clear_signal_handler (&priv->changed_id, priv->consultation);
  g_clear_object (&priv->consultation);
  G_OBJECT_CLASS (np_page_parent_class)->dispose (object);
}

static void
np_page_class_init (NpPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->set_property = np_page_set_property;
  object_class->get_property = np_page_get_property;
  object_class->dispose = np_page_dispose;
  widget_class->map = np_page_map;
  class->refresh = np_page_real_refresh;
  class->focus_item = np_page_real_focus_item;

  g_object_class_install_property (object_class, PROP_STEP,
                                   g_param_spec_int ("step", NULL, NULL, 0, NP_N_STEPS - 1, 0,
                                                     G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                       G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
np_page_init (NpPage *self)
{
}

/**
 * np_page_get_step:
 * @self: a page
 *
 * Returns: the step of the consultation that the page shows
 */
NpStep
np_page_get_step (NpPage *self)
{
  g_return_val_if_fail (NP_IS_PAGE (self), NP_STEP_PEOPLE);
  return private_of (self)->step;
}

/**
 * np_page_get_consultation:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the consultation that the page shows
 */
NpConsultation *
np_page_get_consultation (NpPage *self)
{
  g_return_val_if_fail (NP_IS_PAGE (self), NULL);
  return private_of (self)->consultation;
}

/**
 * np_page_set_consultation:
 * @self: a page
 * @consultation: (nullable): the consultation to show from now on
 *
 * The page shows it at once, and again whenever it changes.
 */
void
np_page_set_consultation (NpPage *self, NpConsultation *consultation)
{
  g_return_if_fail (NP_IS_PAGE (self));

  NpPagePrivate *priv = private_of (self);
  if (priv->consultation)
    g_clear_signal_handler (&priv->changed_id, priv->consultation);
  g_set_object (&priv->consultation, consultation);
  if (!consultation)
    return;
  priv->changed_id = g_signal_connect_object (consultation, "changed", G_CALLBACK (consultation_changed_cb), self,
                                              G_CONNECT_SWAPPED);
  np_page_refresh (self);
}

/**
 * np_page_refresh:
 * @self: a page
 *
 * Shows the document as it is now; nothing happens while there is none.
 */
void
np_page_refresh (NpPage *self)
{
  g_return_if_fail (NP_IS_PAGE (self));

  private_of (self)->stale = FALSE;
  if (private_of (self)->consultation)
    NP_PAGE_GET_CLASS (self)->refresh (self);
}

#define FRAMES_TO_SETTLE 6
#define ROOM_FOR_LABEL 48 /* px above a field, so that it is seen with its name */

static GtkWidget *
scroller_of (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
}

/* Whoever is taken somewhere sees where, by the pointer too. */
static void
show_focus (GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (page);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
}

static void
reveal_focus (GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkWidget *scroller = focus && gtk_widget_is_ancestor (focus, page) ? scroller_of (focus) : NULL;
  graphene_rect_t box;

  if (!scroller || !gtk_widget_compute_bounds (focus, scroller, &box))
    return;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double page_size = gtk_adjustment_get_page_size (adjustment);
  /* What is in view stays where it is: the page may have scrolled to all that belongs to it. */
  if (box.origin.y < ROOM_FOR_LABEL || box.origin.y + box.size.height > page_size)
    np_reveal_scroll (GTK_SCROLLED_WINDOW (scroller), gtk_adjustment_get_value (adjustment) + box.origin.y - page_size / 3);
}

/* Where things are is known from the second frame on. GTK does its own scrolling to where it believes the focus to be, sooner or later, as busy
 * as the machine is: so each of the next frames is looked at. */
static gboolean
settle_cb (GtkWidget *page, GdkFrameClock *frame_clock, gpointer data)
{
  guint *frames = data;

  if (++*frames > 1)
    reveal_focus (page);
  return *frames < FRAMES_TO_SETTLE;
}

static void
reveal_once_settled (NpPage *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self), settle_cb, g_new0 (guint, 1), g_free);
}

/**
 * np_page_focus_item:
 * @self: a page
 * @id: a JSON pointer into the document
 *
 * Returns: whether @id is on this page; then it is in view and has the focus
 */
gboolean
np_page_focus_item (NpPage *self, const char *id)
{
  g_return_val_if_fail (NP_IS_PAGE (self) && id, FALSE);
  if (!private_of (self)->consultation || !NP_PAGE_GET_CLASS (self)->focus_item (self, id))
    return FALSE;
  show_focus (GTK_WIDGET (self));
  if (!NP_PAGE_GET_CLASS (self)->reveals_focus)
    reveal_once_settled (self);
  return TRUE;
}

/**
 * np_page_focus_first_open:
 * @self: a page
 *
 * Focuses the first thing that is still to do on it.
 *
 * Returns: whether there is one
 */
gboolean
np_page_focus_first_open (NpPage *self)
{
  g_return_val_if_fail (NP_IS_PAGE (self) && np_page_get_consultation (self), FALSE);

  g_autoptr (GPtrArray) todo = np_consultation_todo (np_page_get_consultation (self), np_page_get_step (self));
  const NpTodo *first = todo->len > 0 ? g_ptr_array_index (todo, 0) : NULL;

  return first && np_page_focus_item (self, first->id);
}

/**
 * np_page_has_problem:
 * @self: a page
 *
 * Returns: whether there is a field on it whose text was not understood
 */
gboolean
np_page_has_problem (NpPage *self)
{
  g_return_val_if_fail (NP_IS_PAGE (self), FALSE);
  return np_bound_field_find_problem (GTK_WIDGET (self)) != NULL;
}

/**
 * np_page_focus_problem:
 * @self: a page
 *
 * What was typed and not understood is in no document: going on would lose it without a word.
 *
 * Returns: (transfer none) (nullable): what is wrong with the first such field, which has the focus now; %NULL where there is none
 */
const char *
np_page_focus_problem (NpPage *self)
{
  g_return_val_if_fail (NP_IS_PAGE (self), NULL);

  NpBoundField *field = np_bound_field_find_problem (GTK_WIDGET (self));
  if (!field || !gtk_widget_grab_focus (GTK_WIDGET (field)))
    return NULL;
  show_focus (GTK_WIDGET (self));
  reveal_once_settled (self);
  return np_bound_field_get_problem (field);
}

/**
 * np_page_focus_start:
 * @self: a page that was opened
 *
 * Returns: whether the page itself knows where to begin; then the focus is there
 */
gboolean
np_page_focus_start (NpPage *self)
{
  g_return_val_if_fail (NP_IS_PAGE (self), FALSE);
  return NP_PAGE_GET_CLASS (self)->focus_start && NP_PAGE_GET_CLASS (self)->focus_start (self);
}

/**
 * np_page_shown:
 * @self: a page
 *
 * Tells the page that it is in front now.
 */
void
np_page_shown (NpPage *self)
{
  g_return_if_fail (NP_IS_PAGE (self));

  if (NP_PAGE_GET_CLASS (self)->shown)
    NP_PAGE_GET_CLASS (self)->shown (self);
}

/**
 * np_page_progress:
 * @self: a page
 *
 * Returns: (transfer full) (nullable): words for the middle of the bottom bar
 */
char *
np_page_progress (NpPage *self)
{
  g_return_val_if_fail (NP_IS_PAGE (self), NULL);

  if (!private_of (self)->consultation || !NP_PAGE_GET_CLASS (self)->progress)
    return NULL;
  return NP_PAGE_GET_CLASS (self)->progress (self);
}

/**
 * np_page_next_label:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what the button Next says here; %NULL where it leads to the next step
 */
const char *
np_page_next_label (NpPage *self)
{
  g_return_val_if_fail (NP_IS_PAGE (self), NULL);
  return NP_PAGE_GET_CLASS (self)->next_label ? NP_PAGE_GET_CLASS (self)->next_label (self) : NULL;
}

/**
 * np_page_next:
 * @self: a page on which nothing is left to do
 *
 * Next was pressed.
 *
 * Returns: whether the page does what has to be done; %FALSE where the frame goes on to the next step
 */
gboolean
np_page_next (NpPage *self)
{
  g_return_val_if_fail (NP_IS_PAGE (self), FALSE);

  if (!NP_PAGE_GET_CLASS (self)->next)
    return FALSE;
  NP_PAGE_GET_CLASS (self)->next (self);
  return TRUE;
}

/**
 * np_page_of:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): the page that @widget is or is in
 */
NpPage *
np_page_of (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  return (NpPage *) gtk_widget_get_ancestor (widget, NP_TYPE_PAGE);
}

/**
 * np_page_say:
 * @widget: a widget in a page
 * @text: a text of the catalogue
 *
 * Returns: (transfer none): the text in the patient's language, the source where the page has no consultation
 */
const char *
np_page_say (GtkWidget *widget, const NpText *text)
{
  NpPage *page = np_page_of (widget);
  NpConsultation *consultation = page ? np_page_get_consultation (page) : NULL;

  g_return_val_if_fail (text && text->source, "");
  return consultation ? np_language_say (np_consultation_get_language (consultation), text) : text->source;
}
