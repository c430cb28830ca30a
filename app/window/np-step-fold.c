/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-step-fold.h"

/* Libadwaita leaves a list that is folded away in the accessible tree, beside the window and focusable. */
static void
update_access (AdwFlap *flap)
{
  GtkWidget *list = adw_flap_get_flap (flap);
  gboolean shown = adw_flap_get_reveal_flap (flap);

  gtk_widget_set_can_focus (list, shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
}

/* Who opened the list over the page wants to choose from it; who closes it goes on where it was opened. */
static void
revealed_cb (AdwFlap *flap, GParamSpec *pspec, GtkWidget *button)
{
  GtkWidget *list = adw_flap_get_flap (flap);
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (!adw_flap_get_reveal_flap (flap) && focus && gtk_widget_is_ancestor (focus, list))
    gtk_widget_grab_focus (button);
  update_access (flap);
  if (adw_flap_get_reveal_flap (flap) && adw_flap_get_folded (flap))
    np_step_list_focus (NP_STEP_LIST (list));
}

static void
folded_cb (AdwFlap *flap)
{
  adw_flap_set_reveal_flap (flap, !adw_flap_get_folded (flap));
}

static gboolean
escape_cb (GtkWidget *around, GVariant *arguments, gpointer flap)
{
  return np_step_fold_away (flap);
}

/**
 * np_step_fold:
 * @flap: what shows the step list beside the page, or over it where the window is narrow
 * @around: where Escape folds an open list away
 * @button: what opens it
 *
 * A list that is folded away can neither be focused nor read out.
 */
void
np_step_fold (AdwFlap *flap, GtkWidget *around, GtkWidget *button)
{
  g_return_if_fail (ADW_IS_FLAP (flap) && GTK_IS_WIDGET (around) && GTK_IS_WIDGET (button));

  GtkEventController *keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, flap, NULL)));
  gtk_widget_add_controller (around, keys);
  g_signal_connect (flap, "notify::folded", G_CALLBACK (folded_cb), NULL);
  g_signal_connect_object (flap, "notify::reveal-flap", G_CALLBACK (revealed_cb), button, 0);
  update_access (flap);
}

/**
 * np_step_fold_away:
 * @flap: what np_step_fold() was told of
 *
 * Folds an open list away where it lies over the page; where it stands beside the page it stays.
 *
 * Returns: whether there was one to fold away
 */
gboolean
np_step_fold_away (AdwFlap *flap)
{
  g_return_val_if_fail (ADW_IS_FLAP (flap), FALSE);

  if (!adw_flap_get_folded (flap) || !adw_flap_get_reveal_flap (flap))
    return FALSE;
  adw_flap_set_reveal_flap (flap, FALSE);
  return TRUE;
}
