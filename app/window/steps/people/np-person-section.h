/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* Someone beside the patient: a guardian, an interpreter, a witness, whoever held the discussion. Out of sight while nobody is named
 * and nobody is needed; a button in a card of the page, where all such offers stand together, opens it. */
#define NP_TYPE_PERSON_SECTION (np_person_section_get_type ())
G_DECLARE_FINAL_TYPE (NpPersonSection, np_person_section, NP, PERSON_SECTION, GtkBox)
/* `pointer` is the person's object in the document; `add` the words on the button that opens it */
GtkWidget *np_person_section_new (const char *title, const char *add, const char *remove, const char *pointer, GtkWidget *offers);
void np_person_section_append (NpPersonSection *self, GtkWidget *field);
/* `needed`: this person has to be named now */
void np_person_section_show (NpPersonSection *self, NpConsultation *consultation, gboolean needed);
/* opens it when `pointer` names something in it */
void np_person_section_open_for (NpPersonSection *self, const char *pointer);

G_END_DECLS
