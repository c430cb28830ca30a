/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "np-signature-pad.h"
#include "np-test.h"

/* What the pad keeps of a signature. The gesture is told what a pointer would tell it; that the way between two frames is kept
 * as well is seen by the walks, which draw with a real pointer. */

#define WIDTH 600

static GtkWidget *window;
static NpSignaturePad *pad;
static GtkGesture *drag;
static guint n_changes;

static void
count_change (void)
{
  n_changes++;
}

static GtkGesture *
find_drag (void)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (pad));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkGesture) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        return controller;
    }
  ck_abort_msg ("the pad takes no drag");
}

static void
set_up (void)
{
  window = gtk_window_new ();
  pad = NP_SIGNATURE_PAD (np_signature_pad_new ("Signature of Sample Patient"));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, -1);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (pad));
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (GTK_WIDGET (pad)) == 0)
    g_main_context_iteration (NULL, TRUE);
  drag = find_drag ();
  n_changes = 0;
  g_signal_connect (pad, "changed", count_change, NULL);
}

static void
tear_down (void)
{
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A stroke of `n_moves` + 1 points, from x, y to the right and down. */
static void
draw (double x, double y, guint n_moves)
{
  g_signal_emit_by_name (drag, "drag-begin", x, y);
  for (guint i = 1; i <= n_moves; i++)
    g_signal_emit_by_name (drag, "drag-update", 2.25 * i, 1.5 * i);
  g_signal_emit_by_name (drag, "drag-end", 2.25 * n_moves, 1.5 * n_moves);
}

static JsonObject *
written (void)
{
  JsonObject *signature = json_object_new ();

  np_signature_pad_write (pad, signature);
  return signature;
}

static JsonArray *
stroke_of (JsonObject *signature, guint position)
{
  return json_array_get_array_element (json_object_get_array_member (signature, "strokes"), position);
}

START_TEST (keeps_strokes_as_whole_numbers)
{
  static const gint64 wanted[] = { 100, 205, 0, 123, 220, 0, 145, 235, 0 };
  g_autoptr (JsonObject) signature = NULL;

  ck_assert (np_signature_pad_is_empty (pad));
  draw (10, 20.5, 2);
  draw (40, 30, 0);
  signature = written ();
  ck_assert_uint_eq (json_array_get_length (json_object_get_array_member (signature, "strokes")), 2);
  ck_assert_uint_eq (json_array_get_length (stroke_of (signature, 0)), G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      ck_assert (json_node_get_value_type (json_array_get_element (stroke_of (signature, 0), i)) == G_TYPE_INT64);
      ck_assert_int_eq (json_array_get_int_element (stroke_of (signature, 0), i), wanted[i]);
    }
  ck_assert_uint_eq (json_array_get_length (stroke_of (signature, 1)), 3);
  ck_assert_int_eq (json_object_get_int_member (signature, "width"), 10 * gtk_widget_get_width (GTK_WIDGET (pad)));
  ck_assert_int_eq (json_object_get_int_member (signature, "height"), 10 * gtk_widget_get_height (GTK_WIDGET (pad)));
  ck_assert_uint_eq (n_changes, 2);
}
END_TEST

START_TEST (undo_takes_the_last_stroke)
{
  g_autoptr (JsonObject) signature = NULL;

  ck_assert (!np_signature_pad_can_undo (pad));
  draw (10, 20, 3);
  draw (60, 20, 5);
  np_signature_pad_undo (pad);
  signature = written ();
  ck_assert_uint_eq (json_array_get_length (json_object_get_array_member (signature, "strokes")), 1);
  ck_assert_uint_eq (json_array_get_length (stroke_of (signature, 0)), 12);
  np_signature_pad_undo (pad);
  ck_assert (np_signature_pad_is_empty (pad));
  ck_assert (!np_signature_pad_can_undo (pad));
}
END_TEST

START_TEST (a_clear_can_be_taken_back)
{
  draw (10, 20, 3);
  draw (60, 20, 5);
  np_signature_pad_clear (pad);
  ck_assert (np_signature_pad_is_empty (pad));
  np_signature_pad_undo (pad);
  g_autoptr (JsonObject) signature = written ();
  ck_assert_uint_eq (json_array_get_length (json_object_get_array_member (signature, "strokes")), 2);
}
END_TEST

START_TEST (a_new_stroke_after_a_clear_is_a_new_signature)
{
  draw (10, 20, 3);
  np_signature_pad_clear (pad);
  draw (60, 20, 1);
  np_signature_pad_undo (pad);
  ck_assert (np_signature_pad_is_empty (pad));
  ck_assert (!np_signature_pad_can_undo (pad));
}
END_TEST

START_TEST (a_signature_that_is_given_takes_no_more_strokes)
{
  g_autoptr (JsonObject) signature = NULL, after = NULL;

  draw (10, 20, 3);
  signature = written ();
  np_signature_pad_show (pad, signature);
  draw (60, 20, 5);
  after = written ();
  ck_assert_uint_eq (json_array_get_length (json_object_get_array_member (after, "strokes")), 1);
  np_signature_pad_show (pad, NULL);
  ck_assert (np_signature_pad_is_empty (pad));
  draw (60, 20, 5);
  ck_assert (!np_signature_pad_is_empty (pad));
}
END_TEST

START_TEST (a_screen_reader_hears_how_much_there_is)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (pad), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (pad), GTK_ACCESSIBLE_PROPERTY_LABEL, "Signature of Sample Patient");
  draw (10, 20, 3);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (pad), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "1 stroke is drawn.");
}
END_TEST

int
main (int argc, char *argv[])
{
  Suite *suite = suite_create ("signature-pad");
  TCase *tcase = tcase_create ("signature-pad");

  gtk_test_init (&argc, &argv);
  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_test (tcase, keeps_strokes_as_whole_numbers);
  tcase_add_test (tcase, undo_takes_the_last_stroke);
  tcase_add_test (tcase, a_clear_can_be_taken_back);
  tcase_add_test (tcase, a_new_stroke_after_a_clear_is_a_new_signature);
  tcase_add_test (tcase, a_signature_that_is_given_takes_no_more_strokes);
  tcase_add_test (tcase, a_screen_reader_hears_how_much_there_is);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
