/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-typesetter.h"
#include <string.h>

struct _NpTypesetter
{
  PangoContext *context[2];     /* left to right, right to left */
  gboolean rtl;
  const char *families;
  GPtrArray *texts;             /* NpSetText, owned */
  guint missing;
};

/* Noto's own leading is made for every script at once and wide for most: a little less keeps the sheet short and still open. */
typedef struct { double size; float leading; PangoWeight weight; NpColour colour; } NpStyleRow;

#define INK { 0.09, 0.12, 0.14 }
#define ACCENT { 0.05, 0.30, 0.36 }
#define GREY { 0.33, 0.38, 0.41 }

static const NpStyleRow styles[NP_N_STYLES] = {
  [NP_STYLE_TITLE] = { 19, 1.0f, PANGO_WEIGHT_BOLD, ACCENT },
  [NP_STYLE_HEADING] = { 12.5, 0.95f, PANGO_WEIGHT_BOLD, ACCENT },
  [NP_STYLE_SUBHEADING] = { 10.5, 0.95f, PANGO_WEIGHT_BOLD, INK },
  [NP_STYLE_BODY] = { 10, 0.87f, PANGO_WEIGHT_NORMAL, INK },
  [NP_STYLE_STRONG] = { 10, 0.87f, PANGO_WEIGHT_BOLD, INK },
  [NP_STYLE_BANNER_HEAD] = { 12.5, 0.95f, PANGO_WEIGHT_BOLD, INK },
  [NP_STYLE_BANNER] = { 10, 0.9f, PANGO_WEIGHT_NORMAL, INK },
  [NP_STYLE_CELL_HEAD] = { 9, 0.88f, PANGO_WEIGHT_BOLD, GREY },
  [NP_STYLE_LABEL] = { 9, 0.88f, PANGO_WEIGHT_NORMAL, GREY },
  [NP_STYLE_FINE] = { 8.5, 0.88f, PANGO_WEIGHT_NORMAL, INK },
  [NP_STYLE_SMALL] = { 8, 0.9f, PANGO_WEIGHT_NORMAL, GREY },
  [NP_STYLE_MARK] = { 9, 1.0f, PANGO_WEIGHT_BOLD, INK },
};

/* Named per language: left to itself the font library takes another script's face for some of them. */
static const struct { const char *language, *families; } families[] = {
  { "ar", "Noto Sans,Noto Naskh Arabic,Noto Sans Arabic,DejaVu Sans" },
  { "fa", "Noto Sans,Noto Naskh Arabic,Noto Sans Arabic,DejaVu Sans" },
  { "ur", "Noto Sans,Noto Naskh Arabic,Noto Sans Arabic,DejaVu Sans" },
  { "he", "Noto Sans,Noto Sans Hebrew,DejaVu Sans" },
  { "ja", "Noto Sans,Noto Sans CJK JP,DejaVu Sans" },
  { "ko", "Noto Sans,Noto Sans CJK KR,DejaVu Sans" },
  { "zh", "Noto Sans,Noto Sans CJK SC,DejaVu Sans" },
};

static const char *
families_for (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (g_str_has_prefix (language, families[i].language)
        && !g_ascii_isalpha (language[strlen (families[i].language)]))
      return families[i].families;
  return "Noto Sans,DejaVu Sans";
}

static PangoContext *
make_context (PangoFontMap *map, const char *language, PangoDirection direction)
{
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (language));
  pango_context_set_base_dir (context, direction);
  return context;
}

static void
set_text_free (gpointer data)
{
  NpSetText *self = data;

  for (guint i = 0; i < self->n_lines; i++)
    pango_layout_line_unref (self->lines[i].line);
  g_free (self->lines);
  g_object_unref (self->layout);
  g_free (self);
}

/**
 * np_typesetter_new:
 * @language: BCP 47 tag of the text
 * @rtl: whether lines run from right to left
 *
 * Returns: (transfer full): a typesetter, which owns every text it sets
 */
NpTypesetter *
np_typesetter_new (const char *language, gboolean rtl)
{
  NpTypesetter *self = g_new0 (NpTypesetter, 1);
  g_autoptr (GObject) map = G_OBJECT (pango_cairo_font_map_new ());

  self->context[0] = make_context (PANGO_FONT_MAP (map), language, PANGO_DIRECTION_LTR);
  self->context[1] = make_context (PANGO_FONT_MAP (map), language, PANGO_DIRECTION_RTL);
  self->rtl = rtl;
  self->families = families_for (language);
  self->texts = g_ptr_array_new_with_free_func (set_text_free);
  return self;
}

void
np_typesetter_free (NpTypesetter *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->texts);
  g_object_unref (self->context[0]);
  g_object_unref (self->context[1]);
  g_free (self);
}

static gboolean
is_rtl_letter (gunichar letter)
{
  switch ((int) g_unichar_get_script (letter))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_ADLAM:
      return TRUE;
    default:
      return FALSE;
    }
}

/* In a right-to-left sheet a text without any right-to-left letter (a name, an address, a text not translated) still runs from left to
 * right, so that its full stop stays at its end; it is only set flush right. Text with both keeps the sheet's direction whatever it
 * begins with. */
static gboolean
runs_rtl (const NpTypesetter *self, const char *text)
{
  gboolean letters = FALSE;

  if (!self->rtl)
    return FALSE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (is_rtl_letter (letter))
        return TRUE;
      letters |= g_unichar_isalpha (letter);
    }
  return !letters;
}

static PangoAttrList *
attributes (const NpStyleRow *style, const char *text, gboolean lead)
{
  PangoAttrList *list = pango_attr_list_new ();
  PangoAttribute *weight;

  pango_attr_list_insert (list, pango_attr_font_features_new ("tnum=1, lnum=1"));
  if (lead && style->weight == PANGO_WEIGHT_NORMAL)
    {
      weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      weight->start_index = 0;
      weight->end_index = (guint) strcspn (text, "\n");
      pango_attr_list_insert (list, weight);
    }
  return list;
}

static PangoLayout *
make_layout (NpTypesetter *self, const NpStyleRow *style, const char *text, double width, gboolean lead)
{
  gboolean rtl = runs_rtl (self, text);
  PangoLayout *layout = pango_layout_new (self->context[rtl ? 1 : 0]);
  PangoFontDescription *font = pango_font_description_from_string (self->families);
  PangoAttrList *list = attributes (style, text, lead);

  pango_font_description_set_size (font, (int) (style->size * PANGO_SCALE));
  pango_font_description_set_weight (font, style->weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, list);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_line_spacing (layout, style->leading);
  pango_layout_set_alignment (layout, self->rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  pango_attr_list_unref (list);
  pango_font_description_free (font);
  return layout;
}

static void
measure_lines (NpSetText *text)
{
  PangoLayoutIter *iter = pango_layout_get_iter (text->layout);
  guint i = 0;

  text->n_lines = (guint) pango_layout_get_line_count (text->layout);
  text->lines = g_new0 (NpSetLine, text->n_lines);
  do
    {
      NpSetLine *line = &text->lines[i++];
      PangoRectangle box;
      int top, bottom;

      pango_layout_iter_get_line_extents (iter, NULL, &box);
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      line->line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (iter));
      line->x = (double) box.x / PANGO_SCALE;
      line->top = (double) top / PANGO_SCALE;
      line->bottom = (double) bottom / PANGO_SCALE;
      line->baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
      if (i > 1)
        line[-1].bottom = line->top;      /* Pango tells the height without the narrower leading */
      text->width = MAX (text->width, (double) box.width / PANGO_SCALE);
    }
  while (pango_layout_iter_next_line (iter) && i < text->n_lines);
  pango_layout_iter_free (iter);
}

/**
 * np_typesetter_set:
 * @self: a typesetter
 * @style: how the text looks
 * @text: the text; a newline breaks the line
 * @width: of the box in points
 * @lead: whether its first paragraph is bold
 *
 * Returns: (transfer none): the text broken into lines; it lives as long as @self
 */
const NpSetText *
np_typesetter_set (NpTypesetter *self, NpStyle style, const char *text, double width, gboolean lead)
{
  NpSetText *set;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);
  set = g_new0 (NpSetText, 1);
  set->style = style;
  set->layout = make_layout (self, &styles[style], text, MAX (width, 1), lead);
  measure_lines (set);
  self->missing += (guint) pango_layout_get_unknown_glyphs_count (set->layout);
  g_ptr_array_add (self->texts, set);
  return set;
}

/**
 * np_typesetter_missing_glyphs:
 *
 * Returns: how many glyphs of all texts set so far no font has
 */
guint
np_typesetter_missing_glyphs (const NpTypesetter *self)
{
  return self->missing;
}

const NpColour *
np_style_colour (NpStyle style)
{
  return &styles[style].colour;
}

double
np_set_text_height (const NpSetText *self, guint first, guint count)
{
  if (count == 0)
    return 0;
  return self->lines[first + count - 1].bottom - self->lines[first].top;
}
