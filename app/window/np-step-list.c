/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-step-list.h"
#include "np-steps.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *row;
  GtkWidget *icon;
  GtkWidget *word;
} Row;

struct _NpStepList
{
  AdwBin parent_instance;

  /* Children */
  GtkWidget *list;
  Row rows[NP_N_STEPS];
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpStepList, np_step_list, ADW_TYPE_BIN)

static void
row_activated_cb (NpStepList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, gtk_list_box_row_get_index (row));
}

static void
make_row (NpStepList *self, NpStep step)
{
  Row *row = &self->rows[step];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (np_step_title (step));

  row->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  row->word = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (row->word), 0);
  gtk_widget_add_css_class (row->word, "caption");
  gtk_widget_add_css_class (row->word, "dim-label");
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), row->word);
  gtk_box_append (GTK_BOX (box), row->icon);
  gtk_box_append (GTK_BOX (box), texts);
  row->row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), box);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row->row);
}

static void
np_step_list_class_init (NpStepListClass *class)
{
  signals[CHOSEN] =
    g_signal_new ("chosen", NP_TYPE_STEP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
np_step_list_init (NpStepList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_widget_add_css_class (self->list, "step-list");
  /* Translators: name of the list of the steps of a consultation, read out */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Steps"), -1);
  for (NpStep step = 0; step < NP_N_STEPS; step++)
    make_row (self, step);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

static void
show_state (NpStepList *self, NpStep step, NpConsultation *consultation)
{
  const char *word = np_step_state_word (consultation, step);
  /* Translators: a step and its state, for a screen reader: "Plan: Done". */
  g_autofree char *name = g_strdup_printf (C_ ("step", "%s: %s"), np_step_title (step), word);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->rows[step].icon), np_step_state_icon (consultation, step));
  gtk_label_set_text (GTK_LABEL (self->rows[step].word), word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows[step].row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * np_step_list_show:
 * @self: a step list
 * @consultation: whose steps
 * @current: the step in front
 *
 * Shows each step's state as it is now.
 */
void
np_step_list_show (NpStepList *self, NpConsultation *consultation, NpStep current)
{
  g_return_if_fail (NP_IS_STEP_LIST (self) && NP_IS_CONSULTATION (consultation));

  for (NpStep step = 0; step < NP_N_STEPS; step++)
    show_state (self, step, consultation);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (self->rows[current].row));
}

/**
 * np_step_list_focus:
 * @self: a step list
 *
 * Puts the focus on the step in front.
 */
void
np_step_list_focus (NpStepList *self)
{
  g_return_if_fail (NP_IS_STEP_LIST (self));

  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  gtk_widget_grab_focus (row ? GTK_WIDGET (row) : self->list);
}
