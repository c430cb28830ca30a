/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-paper.h"

/* What a tool of poppler's says of a sheet's PDF: `tool option FILE last`. */
char *tool_on_pdf (const NpPaper *paper, const char *tool, const char *option, const char *last);
/* The words of a sheet's PDF as poppler reads them, with every run of white space made one space. */
char *words_of_pdf (const NpPaper *paper);
guint count_of (const char *text, const char *part);
char *repeat (const char *text, guint times);
