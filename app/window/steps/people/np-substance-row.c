/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-substance-row.h"
#include "np-check.h"
#include "np-choice.h"
#include "np-field-entry.h"
#include "np-interface-language.h"
#include "np-section.h"
#include "np-wrap-layout.h"

#include <glib/gi18n.h>

struct _NpSubstanceRow
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *chips;
  GtkWidget *route;  /* nullable */
  GtkWidget *severe; /* nullable */
  GtkWidget *checks;

  /* Borrowed */
  const NpSubstanceKind *kind;
  const NpCatalog *catalog;

  /* Owned */
  JsonObject *entry;

  gboolean setting; /* the program ticks, not a person */
};

enum
{
  CHANGED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpSubstanceRow, np_substance_row, GTK_TYPE_BOX)

static void
emit_changed (NpSubstanceRow *self, JsonObject *changed)
{
  g_signal_emit (self, signals[CHANGED], 0, changed);
  json_object_unref (changed);
}

static void
remove_clicked_cb (NpSubstanceRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
route_chosen_cb (NpSubstanceRow *self)
{
  JsonObject *changed = np_substance_copy (self->entry);

  json_object_set_string_member (changed, "route", np_choice_get (NP_CHOICE (self->route)));
  emit_changed (self, changed);
}

static void
severe_toggled_cb (NpSubstanceRow *self)
{
  JsonObject *changed;

  if (self->setting)
    return;
  changed = np_substance_copy (self->entry);
  json_object_set_boolean_member (changed, "severe", gtk_check_button_get_active (GTK_CHECK_BUTTON (self->severe)));
  emit_changed (self, changed);
}

static void
group_toggled_cb (GtkCheckButton *check, NpSubstanceRow *self)
{
  guint group = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "np-group"));

  if (!self->setting)
    emit_changed (self, np_substance_with_group (self->kind, self->catalog, self->entry, group,
                                                 gtk_check_button_get_active (check)));
}

static GtkWidget *
make_group_menu (NpSubstanceRow *self, const char *name)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  /* Translators: %s is a medicine or what the patient is allergic to */
  g_autofree char *title = g_strdup_printf (_ ("Groups that %s belongs to, if any"), name);

  self->checks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->checks);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), C_ ("button", "Choose Groups"));
  gtk_widget_add_css_class (button, "flat");
  np_menu_button_name (GTK_MENU_BUTTON (button), title);
  return button;
}

static void
fill_group_menu (NpSubstanceRow *self)
{
  guint n;
  const NpWordGroup *table = self->kind->table (self->catalog, &n);

  for (guint group = 0; group < n; group++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (np_language_say (np_interface_language (), &table[group].name));
      g_object_set_data (G_OBJECT (check), "np-group", GUINT_TO_POINTER (group));
      g_signal_connect (check, "toggled", G_CALLBACK (group_toggled_cb), self);
      gtk_box_append (GTK_BOX (self->checks), check);
    }
}

/* A name that is not known may well be a brand of what a question is about: only a person can tell that it is not. */
static GtkWidget *
none_new (NpSubstanceRow *self)
{
  if (json_object_has_member (self->entry, "groups_removed"))
    return np_paragraph_new (_ ("In none of the groups that the questions ask about"), "dim-label");
  return np_paragraph_new (_ ("This name is not known here. If it belongs to a group, please choose it."), "missing");
}

static void
show_groups (NpSubstanceRow *self)
{
  guint n;
  const NpWordGroup *table = self->kind->table (self->catalog, &n);
  guint64 groups = np_substance_groups (self->kind, self->catalog, self->entry);
  GtkWidget *check = gtk_widget_get_first_child (self->checks);
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (self->chips)))
    gtk_widget_unparent (chip);
  for (guint group = 0; group < n; group++, check = gtk_widget_get_next_sibling (check))
    {
      gboolean counts = (groups & (G_GUINT64_CONSTANT (1) << group)) != 0;
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), counts);
      if (!counts)
        continue;
      chip = np_paragraph_new (np_language_say (np_interface_language (), &table[group].name), "word-chip");
      gtk_widget_set_parent (chip, self->chips);
    }
  if (groups == 0)
    gtk_widget_set_parent (none_new (self), self->chips);
}

static void
np_substance_row_dispose (GObject *object)
{
  NpSubstanceRow *self = NP_SUBSTANCE_ROW (object);
  GtkWidget *chip;

  while (self->chips && (chip = gtk_widget_get_first_child (self->chips)))
    gtk_widget_unparent (chip);
  self->chips = NULL;
  G_OBJECT_CLASS (np_substance_row_parent_class)->dispose (object);
}

static void
np_substance_row_finalize (GObject *object)
{
  g_clear_pointer (&NP_SUBSTANCE_ROW (object)->entry, json_object_unref);
  G_OBJECT_CLASS (np_substance_row_parent_class)->finalize (object);
}

static void
np_substance_row_class_init (NpSubstanceRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = np_substance_row_dispose;
  G_OBJECT_CLASS (class)->finalize = np_substance_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", NP_TYPE_SUBSTANCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, JSON_TYPE_OBJECT);
  signals[REMOVED] =
    g_signal_new ("removed", NP_TYPE_SUBSTANCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
np_substance_row_init (NpSubstanceRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "field");
  gtk_widget_add_css_class (GTK_WIDGET (self), "list-entry");
}

static void
add_first_line (NpSubstanceRow *self, const char *name)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = np_paragraph_new (name, "heading");
  /* Translators: name of the button that takes a medicine or an allergy out of the list. */
  g_autofree char *remove_name = g_strdup_printf (_ ("Remove %s"), name);
  GtkWidget *remove = np_icon_button_new ("user-trash-symbolic", remove_name);

  gtk_widget_set_hexpand (title, TRUE);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_clicked_cb), self);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), remove);
  gtk_box_append (GTK_BOX (self), line);
}

/* What the questions take it for, and where that is changed. */
static void
add_groups (NpSubstanceRow *self, const char *name)
{
  GtkWidget *line = np_line_new (6);
  GtkWidget *menu = make_group_menu (self, name);

  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->chips, np_wrap_layout_new (6));
  gtk_widget_set_hexpand (self->chips, TRUE);
  gtk_widget_set_valign (self->chips, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (menu, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), self->chips);
  gtk_box_append (GTK_BOX (line), menu);
  gtk_box_append (GTK_BOX (self), line);
}

static void
add_route (NpSubstanceRow *self, const char *name)
{
  /* Translators: %s is a medicine; the answer is swallowed, injected or on the skin */
  g_autofree char *title = g_strdup_printf (_ ("How %s is used"), name);
  GtkWidget *label = np_paragraph_new (_ ("How it is used"), "field-label");

  gtk_accessible_update_state (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  self->route = np_choice_new (title);
  np_choice_add (NP_CHOICE (self->route), "systemic", C_ ("route", "Swallowed or injected"), 0);
  np_choice_add (NP_CHOICE (self->route), "skin", C_ ("route", "On the skin"), 0);
  g_signal_connect_swapped (self->route, "chosen", G_CALLBACK (route_chosen_cb), self);
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), self->route);
}

static void
add_reaction (NpSubstanceRow *self, const char *name, guint index)
{
  /* Translators: %s is what the patient is allergic to */
  g_autofree char *severe = g_strdup_printf (_ ("The reaction to %s was severe"), name);
  /* Translators: %s is what the patient is allergic to */
  g_autofree char *happened = g_strdup_printf (_ ("What happened with %s"), name);
  g_autofree char *pointer = g_strdup_printf ("%s/%u/reaction", self->kind->pointer, index);
  GtkWidget *reaction = np_field_entry_new (happened, pointer);

  self->severe = np_check_new (severe);
  g_signal_connect_swapped (self->severe, "toggled", G_CALLBACK (severe_toggled_cb), self);
  gtk_box_append (GTK_BOX (self), self->severe);
  gtk_box_append (GTK_BOX (self), reaction);
}

/**
 * np_substance_row_new:
 * @kind: medicine or allergy
 * @catalog: the catalogue; outlives the row
 * @name: what it is
 * @index: its place in the list
 *
 * Returns: (transfer floating): a row; np_substance_row_show () fills it
 */
GtkWidget *
np_substance_row_new (const NpSubstanceKind *kind, const NpCatalog *catalog, const char *name, guint index)
{
  NpSubstanceRow *self = g_object_new (NP_TYPE_SUBSTANCE_ROW, NULL);

  self->kind = kind;
  self->catalog = catalog;
  add_first_line (self, name);
  add_groups (self, name);
  fill_group_menu (self);
  if (kind->has_route)
    add_route (self, name);
  if (kind->has_reaction)
    add_reaction (self, name, index);
  return GTK_WIDGET (self);
}

/**
 * np_substance_row_show:
 * @self: a row
 * @entry: the entry as it is now
 *
 * Shows the entry without anything being emitted.
 */
void
np_substance_row_show (NpSubstanceRow *self, JsonObject *entry)
{
  g_return_if_fail (NP_IS_SUBSTANCE_ROW (self) && entry);

  json_object_ref (entry);
  g_clear_pointer (&self->entry, json_object_unref);
  self->entry = entry;
  self->setting = TRUE;
  show_groups (self);
  if (self->route)
    np_choice_set (NP_CHOICE (self->route), json_object_get_string_member_with_default (entry, "route", NULL));
  if (self->severe)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->severe),
                                 json_object_get_boolean_member_with_default (entry, "severe", FALSE));
  self->setting = FALSE;
  np_fields_refresh (GTK_WIDGET (self));
}
