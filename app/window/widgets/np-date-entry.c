/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-date-entry.h"
#include "np-choice.h"
#include "np-interface-language.h"
#include "np-page.h"
#include "np-typed-date.h"
#include "np-typing.h"

#include <glib/gi18n.h>

/* A date rests longer than a text before it counts: "10.12.2" is a date too on the way to "10.12.25". */
#define COMMIT_MS 900

struct _NpDateEntry
{
  NpBoundField parent_instance;

  /* Children */
  GtkWidget *entry;
  GtkWidget *understood;
  GtkWidget *which; /* NpChoice: asks where day and month are not certain */

  /* Owned */
  char *hint; /* an example of what may be typed; NULL = the usual one */

  NpTyping typing;
  NpDate date;
  gboolean full_day;
  gboolean future; /* the date may lie ahead: without a year it is the next one */
  gboolean setting;
};

enum
{
  PROP_FULL_DAY = 1,
  PROP_FUTURE,
  PROP_HINT,
};

enum
{
  DATE_CHOSEN,
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpDateEntry, np_date_entry, NP_TYPE_BOUND_FIELD)

static NpDay
today_of (NpDateEntry *self)
{
  NpPage *page = np_page_of (GTK_WIDGET (self));
  NpConsultation *consultation = page ? np_page_get_consultation (page) : NULL;

  return np_clock_today (consultation ? np_consultation_get_clock (consultation) : np_clock_system ());
}

static const char *
hint_of (NpDateEntry *self)
{
  if (self->hint)
    return self->hint;
  /* Translators: examples of a date that lies ahead, as the program in this language understands them. */
  return self->future ? _ ("For example 10 Dec, 10.12. or “in 2 weeks”")
                      /* Translators: examples of a date in the past, as the program in this language understands them. */
                      : _ ("For example 10.12.25, “Dec 2025” or “3 months ago”");
}

/* The line below the entry is always there: an example first, then how the date was understood. Nothing below it moves. */
static void
show_understood (NpDateEntry *self, const char *text, gboolean is_problem)
{
  gboolean is_hint = !text || !*text;

  np_bound_field_set_problem (NP_BOUND_FIELD (self), is_problem ? text : NULL);
  if (is_hint)
    text = hint_of (self);
  gtk_label_set_text (GTK_LABEL (self->understood), text);
  (is_hint ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->understood, "dim-label");
  (is_problem ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->entry, "error");
  (is_problem ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->understood, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_problem ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* "10 December 2025, 3 months ago" */
static char *
in_words (NpDateEntry *self, NpDate date)
{
  const NpLanguage *language = np_interface_language ();
  g_autofree char *words = np_language_date (language, date);

  if (!np_date_is_full (date))
    return g_steal_pointer (&words);
  g_autofree char *distance = np_language_distance (language, np_date_first_day (date), today_of (self));
  /* Translators: how a typed date was understood: the date in words, then its distance from today. */
  return g_strdup_printf (C_ ("date", "%s, %s"), words, distance);
}

/* Where a day in the past is asked for, one to come may be a slip of the pen: it is said, and counts as given (brief D4). */
static char *
understood_words (NpDateEntry *self, NpDate date)
{
  g_autofree char *words = in_words (self, date);

  if (self->future || np_date_first_day (date) <= today_of (self))
    return g_steal_pointer (&words);
  /* Translators: how a typed date was understood where one in the past is asked for; %s is the date, as "October 2027". */
  return g_strdup_printf (_ ("%s. This is still to come: is it right?"), words);
}

static void
show_reading (NpDateEntry *self, const NpTypedDate *typed)
{
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->which, typed->kind == NP_TYPED_AMBIGUOUS);
  switch (typed->kind)
    {
    case NP_TYPED_EMPTY:
      show_understood (self, NULL, FALSE);
      return;
    case NP_TYPED_UNCLEAR:
      /* Translators: %s is an example, as "For example 10.12.25, “Dec 2025” or “3 months ago”" */
      words = g_strdup_printf (_ ("Not understood. %s"), hint_of (self));
      show_understood (self, words, TRUE);
      return;
    case NP_TYPED_AMBIGUOUS:
      show_understood (self, _ ("Which date is meant?"), FALSE);
      np_bound_field_set_problem (NP_BOUND_FIELD (self), _ ("Which date is meant?"));
      return;
    case NP_TYPED_DATE:
      words = understood_words (self, typed->reading[0]);
      if (self->full_day && !np_date_is_full (typed->reading[0]))
        show_understood (self, _ ("Please give day, month and year."), TRUE);
      else
        show_understood (self, words, FALSE);
      return;
    }
}

static void
offer_readings (NpDateEntry *self, const NpTypedDate *typed)
{
  np_choice_clear (NP_CHOICE (self->which));
  if (typed->kind != NP_TYPED_AMBIGUOUS)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (typed->reading); i++)
    {
      g_autofree char *id = np_date_format (typed->reading[i]);
      g_autofree char *words = in_words (self, typed->reading[i]);
      np_choice_add (NP_CHOICE (self->which), id, words, 0);
    }
}

static void
put_in_document (NpDateEntry *self)
{
  g_autofree char *text = np_date_is_known (self->date) ? np_date_format (self->date) : NULL;

  if (np_bound_field_is_bound (NP_BOUND_FIELD (self)) && g_strcmp0 (text, np_bound_get_string (NP_BOUND (self))) != 0)
    np_page_set_string (GTK_WIDGET (self), np_bound_field_get_pointer (NP_BOUND_FIELD (self)), text);
}

/* As the document has it; where it has none, or none that can be read, the date is not known. */
static NpDate
document_date (NpDateEntry *self)
{
  const char *text = np_bound_get_string (NP_BOUND (self));
  NpDate date = { 0 };

  return text && np_date_parse (text, &date) ? date : (NpDate){ 0 };
}

static void
refused (NpBoundField *field, const char *why)
{
  NpDateEntry *self = NP_DATE_ENTRY (field);

  self->date = document_date (self);
  show_understood (self, why, TRUE);
}

static void
take (NpDateEntry *self, NpDate date)
{
  self->date = date;
  put_in_document (self);
  g_signal_emit (self, signals[DATE_CHOSEN], 0);
}

static NpTypedDate
read_typed (NpDateEntry *self)
{
  NpTypedDate typed = np_typed_date_read (gtk_editable_get_text (GTK_EDITABLE (self->entry)), today_of (self));

  return self->future ? np_typed_date_ahead (typed, today_of (self)) : typed;
}

static void
commit (GtkWidget *widget)
{
  NpDateEntry *self = NP_DATE_ENTRY (widget);
  NpTypedDate typed = read_typed (self);

  if (typed.kind == NP_TYPED_EMPTY && np_date_is_known (self->date))
    take (self, (NpDate){ 0 });
  else if (typed.kind == NP_TYPED_DATE && (!self->full_day || np_date_is_full (typed.reading[0])) &&
           !np_date_equal (typed.reading[0], self->date))
    take (self, typed.reading[0]);
}

static void
text_changed_cb (NpDateEntry *self)
{
  if (self->setting)
    return;
  NpTypedDate typed = read_typed (self);
  offer_readings (self, &typed);
  show_reading (self, &typed);
  np_typing_begin (&self->typing);
}

/* Enter is "done here", unless the date is still asked about: whoever listens goes on, else the focus does. */
static void
activated_cb (NpDateEntry *self)
{
  np_typing_end (&self->typing);
  if (gtk_widget_get_visible (self->which))
    return;
  if (g_signal_has_handler_pending (self, signals[ACTIVATE], 0, FALSE))
    g_signal_emit (self, signals[ACTIVATE], 0);
  else
    np_typing_go_on (&self->typing);
}

static void
reading_chosen_cb (NpDateEntry *self)
{
  NpDate date;

  if (!np_date_parse (np_choice_get (NP_CHOICE (self->which)), &date))
    return;
  np_typing_forget (&self->typing);
  gtk_widget_grab_focus (self->entry);
  np_date_entry_set_date (self, date);
  take (self, date);
}

static void
show_example (NpDateEntry *self)
{
  if (!*gtk_editable_get_text (GTK_EDITABLE (self->entry)))
    show_understood (self, NULL, FALSE);
}

/* What is being typed stays, and so does a text that means the document's date already. */
static void
refresh (NpBoundField *field)
{
  NpDateEntry *self = NP_DATE_ENTRY (field);

  if (np_typing_is_on (&self->typing) || gtk_widget_get_visible (self->which))
    return;
  NpDate date = document_date (self);
  if (!np_date_equal (date, self->date))
    np_date_entry_set_date (self, date);
}

static gboolean
np_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NP_DATE_ENTRY (widget)->entry);
}

static void
np_date_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NpDateEntry *self = NP_DATE_ENTRY (object);

  switch (id)
    {
    case PROP_FULL_DAY:
      self->full_day = g_value_get_boolean (value);
      break;
    case PROP_FUTURE:
      self->future = g_value_get_boolean (value);
      show_example (self);
      break;
    case PROP_HINT:
      g_free (self->hint);
      self->hint = g_value_dup_string (value);
      show_example (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
np_date_entry_dispose (GObject *object)
{
  np_typing_forget (&NP_DATE_ENTRY (object)->typing);
  G_OBJECT_CLASS (np_date_entry_parent_class)->dispose (object);
}

static void
np_date_entry_finalize (GObject *object)
{
  g_free (NP_DATE_ENTRY (object)->hint);
  G_OBJECT_CLASS (np_date_entry_parent_class)->finalize (object);
}

static void
np_date_entry_class_init (NpDateEntryClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamFlags any = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = np_date_entry_set_property;
  object_class->dispose = np_date_entry_dispose;
  object_class->finalize = np_date_entry_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = np_date_entry_grab_focus;
  NP_BOUND_FIELD_CLASS (class)->refresh = refresh;
  NP_BOUND_FIELD_CLASS (class)->refused = refused;

  g_object_class_install_property (object_class, PROP_FULL_DAY, g_param_spec_boolean ("full-day", NULL, NULL, FALSE, any));
  g_object_class_install_property (object_class, PROP_FUTURE, g_param_spec_boolean ("future", NULL, NULL, FALSE, any));
  g_object_class_install_property (object_class, PROP_HINT, g_param_spec_string ("hint", NULL, NULL, NULL, any));
  signals[DATE_CHOSEN] =
    g_signal_new ("date-chosen", NP_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", NP_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_children (NpDateEntry *self)
{
  NpBoundField *field = NP_BOUND_FIELD (self);
  GtkWidget *label = np_bound_field_add_label (field);

  self->entry = gtk_entry_new ();
  self->understood =
    g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0, "wrap", TRUE, NULL);
  /* Translators: the two dates that "10/12" may mean; the name of the choice for a screen reader. */
  self->which = np_choice_new (_ ("Which date is meant?"));
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->entry);
  gtk_widget_add_css_class (self->understood, "caption");
  gtk_widget_add_css_class (self->understood, "numeric");
  gtk_widget_set_visible (self->which, FALSE);
  np_bound_field_add (field, self->entry);
  np_bound_field_add (field, self->understood);
  np_bound_field_add (field, self->which);
}

static void
np_date_entry_init (NpDateEntry *self)
{
  self->typing = (NpTyping){ .owner = GTK_WIDGET (self), .commit = commit, .rest_ms = COMMIT_MS };
  add_children (self);
  show_example (self);
  np_typing_watch (&self->typing, self->entry);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->which, "chosen", G_CALLBACK (reading_chosen_cb), self);
}

/**
 * np_date_entry_new:
 * @label: the words above the entry, also its name for a screen reader
 * @pointer: (nullable): the JSON pointer of the date it edits
 *
 * Returns: (transfer floating): an empty date entry
 */
GtkWidget *
np_date_entry_new (const char *label, const char *pointer)
{
  return g_object_new (NP_TYPE_DATE_ENTRY, "label", label, "pointer", pointer, NULL);
}

/**
 * np_date_entry_get_date:
 * @self: a date entry
 *
 * Returns: the date last understood with certainty; unknown while there is none
 */
NpDate
np_date_entry_get_date (NpDateEntry *self)
{
  g_return_val_if_fail (NP_IS_DATE_ENTRY (self), (NpDate){ 0 });
  return self->date;
}

/**
 * np_date_entry_set_date:
 * @self: a date entry
 * @date: the date to show; unknown clears the entry
 *
 * Shows a date in words without "date-chosen" being emitted.
 */
void
np_date_entry_set_date (NpDateEntry *self, NpDate date)
{
  g_autofree char *words = NULL;
  NpTypedDate typed = { .kind = np_date_is_known (date) ? NP_TYPED_DATE : NP_TYPED_EMPTY, .reading = { date } };

  g_return_if_fail (NP_IS_DATE_ENTRY (self));
  self->date = date;
  if (np_date_is_known (date))
    words = np_language_date (np_interface_language (), date);
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), words ? words : "");
  self->setting = FALSE;
  offer_readings (self, &typed);
  show_reading (self, &typed);
}
