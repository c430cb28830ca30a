/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-test.h"

#include "np-assessment.h"
#include "np-notation.h"

/* Every row of the rule table (clinical brief D4), typed from the brief and not from the data: what fires it, as what,
 * and what does not. */

typedef struct
{
  const char *facts;
  const char *finding;
  const char *expected; /* a class, "met" or "no" */
  const char *date;     /* the day it ends, "" where there is none */
} Row;

static const Row rows[] = {
  /* consent, age and communication */
  { "born=2008-03-11 treat=rejuvenation@cheek", "age-under-18-cosmetic", "absolute", "" },
  { "born=2008-03-11 device=rf", "age-under-18-cosmetic", "absolute", "" },
  { "born=2008-03-11 treat=acne-scar-atrophic@cheek,melasma@cheek", "age-under-18-cosmetic", "absolute", "" },
  { "born=2008-03-11", "age-under-18-cosmetic", "no", "" },
  { "blank born=2008-03-11", "age-under-18-cosmetic", "no", "" },
  { "blank born=2008-03-11 device=rf", "age-under-18-cosmetic", "absolute", "" },
  { "blank born=2008-03-11 treat=rejuvenation@cheek", "age-under-18-cosmetic", "absolute", "" },
  { "born=2008-03-10 treat=rejuvenation@cheek", "age-under-18-cosmetic", "no", "" },
  { "born=2008 treat=rejuvenation@cheek", "age-under-18-cosmetic", "absolute", "" },
  { "born=2007 treat=rejuvenation@cheek", "age-under-18-cosmetic", "no", "" },
  { "born=2008-03 treat=rejuvenation@cheek", "age-under-18-cosmetic", "absolute", "" },
  { "born=? treat=rejuvenation@cheek", "age-under-18-cosmetic", "no", "" },
  { "on=2026-02-28 born=2008-02-29 treat=rejuvenation@cheek", "age-under-18-cosmetic", "absolute", "" },
  { "on=2026-03-01 born=2008-02-29 treat=rejuvenation@cheek", "age-under-18-cosmetic", "no", "" },
  { "born=2008-03-11 planned=2026-03-20 treat=rejuvenation@cheek", "age-under-18-cosmetic", "absolute", "" },
  { "born=2008-03-11", "age-under-18-scar", "relative", "" },
  { "born=2008-03-11 treat=scar-other@abdomen", "age-under-18-scar", "relative", "" },
  { "born=2008-03-11 device=rf", "age-under-18-scar", "no", "" },
  { "born=2008-03-11 treat=scar-other@abdomen,striae@abdomen", "age-under-18-scar", "no", "" },
  { "born=?", "age-under-18-scar", "no", "" },
  { "born=2008-03-10", "age-18-21", "advisory", "" },
  { "born=2004-03-11", "age-18-21", "advisory", "" },
  { "born=2004-03-10", "age-18-21", "no", "" },
  { "born=2008-03-11", "age-18-21", "no", "" },
  { "born=?", "age-18-21", "no", "" },
  { "capacity-support=doubt", "capacity-doubt", "relative", "" },
  { "capacity-support=dont-know", "capacity-doubt", "relative", "" },
  { "capacity-support=support-given", "capacity-doubt", "no", "" },
  { "capacity-support=?", "capacity-doubt", "no", "" },
  { "interpreter=interpreter-needed", "interpreter-missing", "deferral", "" },
  { "interpreter=interpreter-needed{professional}", "interpreter-missing", "deferral", "" },
  { "interpreter=interpreter-needed{name}", "interpreter-missing", "deferral", "" },
  { "interpreter=interpreter-needed{professional=no;name}", "interpreter-missing", "deferral", "" },
  { "interpreter=interpreter-needed{professional;name}", "interpreter-missing", "no", "" },
  { "interpreter=other-help", "interpreter-missing", "no", "" },
  { "interpreter=dont-know", "interpreter-missing", "no", "" },
  { "voluntary=pressure", "not-voluntary", "absolute", "" },
  { "voluntary=not-own-wish", "not-voluntary", "absolute", "" },
  { "voluntary=own-idea", "not-voluntary", "no", "" },
  { "voluntary=?", "not-voluntary", "no", "" },
  { "voluntary=dont-know", "not-voluntary", "no", "" },
  { "expectations-wellbeing=wants-removal", "unrealistic-expectation", "relative", "" },
  { "expectations-wellbeing=wants-perfect", "unrealistic-expectation", "relative", "" },
  { "expectations-wellbeing=result-by-date{by=2027-01-01}", "unrealistic-expectation", "relative", "" },
  { "expectations-wellbeing=result-by-date{by=2027-01-01}", "answers-contradict", "no", "" },
  { "expectations-wellbeing=avoidance", "unrealistic-expectation", "no", "" },
  { "expectations-wellbeing=hours-of-worry", "body-image-concern", "relative", "" },
  { "expectations-wellbeing=avoidance", "body-image-concern", "relative", "" },
  { "expectations-wellbeing=others-do-not-see-it", "body-image-concern", "relative", "" },
  { "expectations-wellbeing=unhappy-before", "body-image-concern", "relative", "" },
  { "expectations-wellbeing=positive-screen{tool=bddq}", "body-image-concern", "relative", "" },
  { "expectations-wellbeing=dont-know", "body-image-concern", "relative", "" },
  { "expectations-wellbeing=wants-removal", "body-image-concern", "no", "" },
  { "impaired-today=alcohol:2026-03-09", "impaired-today", "deferral", "2026-03-11" },
  { "impaired-today=drugs:2026-03-08", "impaired-today", "met", "2026-03-10" },
  { "impaired-today=sedative", "impaired-today", "deferral", "" },
  { "impaired-today=dont-know", "impaired-today", "no", "" },

  /* skin today */
  { "skin-infection=now", "skin-infection-active", "absolute", "" },
  { "skin-infection=cleared:2026-03-01", "skin-infection-active", "no", "" },
  { "skin-infection=cleared:2026-02-25", "skin-infection-recent", "deferral", "2026-03-11" },
  { "skin-infection=cleared:2026-02-24", "skin-infection-recent", "met", "2026-03-10" },
  { "skin-infection=cleared", "skin-infection-recent", "deferral", "" },
  { "skin-infection=now", "skin-infection-recent", "no", "" },
  { "acne-active=now", "acne-active", "absolute", "" },
  { "acne-active=settled:2026-03-01", "acne-active", "no", "" },
  { "acne-active=settled:2026-02-11", "acne-recent", "deferral", "2026-03-11" },
  { "acne-active=settled:2026-02-10", "acne-recent", "met", "2026-03-10" },
  { "acne-active=settled", "acne-recent", "deferral", "" },
  { "cold-sores=now", "herpes-active", "deferral", "" },
  { "cold-sores=now treat=striae@abdomen", "herpes-active", "no", "" },
  { "cold-sores=healed:2026-03-01", "herpes-active", "no", "" },
  { "cold-sores=healed:2026-02-25", "herpes-recent", "deferral", "2026-03-11" },
  { "cold-sores=healed:2026-02-24", "herpes-recent", "met", "2026-03-10" },
  { "cold-sores=healed", "herpes-recent", "deferral", "" },
  { "cold-sores=healed:2026-02-25 treat=striae@abdomen", "herpes-recent", "no", "" },
  { "cold-sores=ever", "herpes-history", "relative", "" },
  { "cold-sores=ever treat=striae@abdomen", "herpes-history", "advisory", "" },
  { "cold-sores=ever treat=striae@abdomen device=rf", "herpes-history", "advisory", "" },
  { "cold-sores=ever-in-area treat=striae@abdomen", "herpes-history", "advisory", "" },
  { "cold-sores=ever-in-area treat=striae@abdomen device=rf", "herpes-history", "relative", "" },
  { "cold-sores=now", "herpes-history", "relative", "" },
  { "cold-sores=healed:2020", "herpes-history", "relative", "" },
  { "medicines=aciclovir", "herpes-history", "relative", "" },
  { "medicines=skin:Zovirax_cream", "herpes-history", "relative", "" },
  { "cold-sores=dont-know", "herpes-history", "no", "" },
  { "skin-unstable=flaring{disease=psoriasis}", "skin-unstable-flare", "absolute", "" },
  { "skin-unstable=in-area{disease=eczema}", "skin-unstable-flare", "absolute", "" },
  { "skin-unstable=quiet{disease=eczema;on=2025-12-11}", "skin-unstable-flare", "absolute", "" },
  { "skin-unstable=quiet{disease=eczema;on=2025-12-10}", "skin-unstable-flare", "no", "" },
  { "skin-unstable=quiet{disease=vitiligo;on=2025-03-11}", "skin-unstable-flare", "absolute", "" },
  { "skin-unstable=quiet{disease=vitiligo;on=2025-03-10}", "skin-unstable-flare", "no", "" },
  { "skin-unstable=quiet{disease=eczema}", "skin-unstable-flare", "no", "" },
  { "skin-unstable=never-in-area{disease=rosacea}", "skin-unstable-flare", "no", "" },
  { "skin-unstable=never-in-area{disease=rosacea}", "skin-disease-stable", "relative", "" },
  { "skin-unstable=quiet{disease=eczema}", "skin-disease-stable", "relative", "" },
  { "skin-unstable=quiet{disease=eczema;on=2025-12-10}", "skin-disease-stable", "relative", "" },
  { "skin-unstable=quiet{disease=eczema;on=2025-12-11}", "skin-disease-stable", "no", "" },
  { "skin-unstable=quiet{disease=vitiligo;on=2025-03-10}", "skin-disease-stable", "relative", "" },
  { "skin-unstable=quiet{disease=vitiligo;on=2025-12-10}", "skin-disease-stable", "no", "" },
  { "broken-skin=now", "broken-skin-active", "deferral", "" },
  { "broken-skin=healed:2026-03-01", "broken-skin-active", "no", "" },
  { "broken-skin=healed:2026-02-25", "broken-skin-recent", "deferral", "2026-03-11" },
  { "broken-skin=healed:2026-02-24", "broken-skin-recent", "met", "2026-03-10" },
  { "broken-skin=healed", "broken-skin-recent", "deferral", "" },
  { "suspicious-lesion=suspicious", "lesion-suspicious", "absolute", "" },
  { "suspicious-lesion=dont-know", "lesion-suspicious", "no", "" },
  { "suspicious-lesion=cancer-in-area", "skin-cancer-area", "absolute", "" },
  { "suspicious-lesion=cancer-in-area-past:2015", "skin-cancer-area", "relative", "" },
  { "suspicious-lesion=cancer-in-area-past:2015 device=rf", "skin-cancer-area", "absolute", "" },
  { "suspicious-lesion=cancer-elsewhere", "skin-cancer-area", "no", "" },
  { "suspicious-lesion=rough-patches", "actinic-keratosis", "relative", "" },
  { "suspicious-lesion=no", "actinic-keratosis", "no", "" },
  { "keloid=beyond-wound", "keloid-history", "absolute", "" },
  { "keloid=within-wound", "keloid-history", "no", "" },
  { "keloid=within-wound", "hypertrophic-history", "relative", "" },
  { "keloid=beyond-wound,within-wound", "hypertrophic-history", "relative", "" },
  { "keloid=beyond-wound", "hypertrophic-history", "no", "" },
  { "keloid=family", "keloid-family", "advisory", "" },
  { "keloid=family,beyond-wound", "keloid-family", "no", "" },
  { "keloid=family,within-wound", "keloid-family", "advisory", "" },
  { "sun=tan:2026-02-25", "sun-recent", "deferral", "2026-03-11" },
  { "sun=sunburn:2026-02-24", "sun-recent", "met", "2026-03-10" },
  { "sun=sunbed", "sun-recent", "deferral", "" },
  { "sun=tan:2026-02-24 treat=melasma@cheek", "sun-recent", "deferral", "2026-03-24" },
  { "sun=tan:2026-02-24 treat=pigment-other@cheek", "sun-recent", "deferral", "2026-03-24" },
  { "sun=tan:2026-02-24 skin-tone=type-iv", "sun-recent", "deferral", "2026-03-24" },
  { "sun=tan:2026-02-24 skin-tone=dont-know", "sun-recent", "deferral", "2026-03-24" },
  { "sun=tan:2026-02-24 device=rf", "sun-recent", "deferral", "2026-03-24" },
  { "sun=tan:2026-02-10 device=rf", "sun-recent", "met", "2026-03-10" },
  { "sun=self-tan:2026-03-09", "sun-recent", "no", "" },
  { "sun=self-tan:2026-03-09", "self-tan-recent", "deferral", "2026-03-11" },
  { "sun=self-tan:2026-03-08", "self-tan-recent", "met", "2026-03-10" },
  { "sun=self-tan", "self-tan-recent", "deferral", "" },
  { "sun=trip", "sun-planned", "advisory", "" },
  { "sun=trip:2026-03-24", "sun-planned", "advisory", "" },
  { "sun=trip:2026-03-25", "sun-planned", "no", "" },
  { "sun=trip:2026-03", "sun-planned", "advisory", "" },
  { "sun=trip:2026-04", "sun-planned", "no", "" },
  { "sun=trip:2026-04 planned=2026-03-18", "sun-planned", "advisory", "" },
  { "sun=trip:2026", "sun-planned", "advisory", "" },
  { "skin-tone=type-iv", "skin-tone-iv-vi", "advisory", "" },
  { "skin-tone=type-v", "skin-tone-iv-vi", "advisory", "" },
  { "skin-tone=type-vi", "skin-tone-iv-vi", "advisory", "" },
  { "skin-tone=type-iii", "skin-tone-iv-vi", "no", "" },
  { "skin-tone=type-vi device=rf", "skin-tone-iv-vi", "relative", "" },
  { "skin-tone=type-v device=rf", "skin-tone-iv-vi", "advisory", "" },
  { "skin-tone=dont-know device=rf", "skin-tone-iv-vi", "relative", "" },
  { "skin-tone=dont-know", "skin-tone-iv-vi", "advisory", "" },
  { "skin-tone=dont-know,type-ii", "skin-tone-iv-vi", "no", "" },
  { "skin-tone=type-iv treat=melasma@cheek", "skin-tone-iv-vi", "relative", "" },
  { "skin-tone=type-iv treat=pih@cheek", "skin-tone-iv-vi", "relative", "" },
  { "skin-tone=type-iv treat=pigment-other@cheek", "skin-tone-iv-vi", "advisory", "" },
  { "skin-tone=type-iv,dark-marks", "skin-tone-iv-vi", "relative", "" },
  { "skin-tone=type-iv,dont-know", "skin-tone-iv-vi", "relative", "" },
  { "skin-tone=tans-only,type-ii", "skin-tone-iv-vi", "advisory", "" },
  { "skin-tone=?", "skin-tone-iv-vi", "no", "" },
  { "skin-tone=type-ii,dark-marks", "pih-history", "advisory", "" },
  { "skin-tone=type-iv,dark-marks", "pih-history", "relative", "" },
  { "skin-tone=type-ii,dont-know", "pih-history", "advisory", "" },
  { "skin-tone=dont-know", "pih-history", "no", "" },
  { "skin-tone=dark-marks", "pih-history", "no", "" }, /* without a type it counts as unanswered */
  { "skin-tone=dark-marks,prefer-not-to-say", "pih-history", "relative", "" },
  { "melasma=in-area", "melasma-present", "relative", "" },
  { "treat=melasma@cheek", "melasma-present", "advisory", "" },
  { "treat=melasma@cheek melasma=in-area", "melasma-present", "advisory", "" },
  { "treat=melasma@cheek device=rf", "melasma-present", "relative", "" },
  { "treat=melasma@cheek,laxity@neck", "melasma-present", "relative", "" },
  { "melasma=dont-know", "melasma-present", "relative", "" },
  { "melasma=elsewhere", "melasma-present", "no", "" },
  { "raised-tattoo=avoidable", "raised-tattoo-site", "advisory", "" },
  { "raised-tattoo=unavoidable", "raised-tattoo-site", "advisory", "" },
  { "raised-tattoo=unavoidable device=rf", "raised-tattoo-site", "relative", "" },
  { "raised-tattoo=avoidable device=rf", "raised-tattoo-site", "advisory", "" },
  { "raised-tattoo=dont-know device=rf", "raised-tattoo-site", "relative", "" },
  { "raised-tattoo=dont-know", "raised-tattoo-site", "advisory", "" },

  /* medicines and allergies */
  { "isotretinoin=current", "isotretinoin-current", "absolute", "" },
  { "medicines=Roaccutane_20_mg", "isotretinoin-current", "absolute", "" },
  { "isotretinoin=stopped:2026-01-01", "isotretinoin-current", "no", "" },
  { "isotretinoin=stopped:2025-12-10", "isotretinoin-recent", "deferral", "2026-06-10" },
  { "isotretinoin=stopped:2025-09-11", "isotretinoin-recent", "deferral", "2026-03-11" },
  { "isotretinoin=stopped:2025-09-10", "isotretinoin-recent", "met", "2026-03-10" },
  { "isotretinoin=stopped", "isotretinoin-recent", "deferral", "" },
  { "isotretinoin=dont-know", "isotretinoin-recent", "no", "" },
  { "isotretinoin=?", "isotretinoin-recent", "no", "" },
  { "blood-thinner=anticoagulant", "anticoagulant", "relative", "" },
  { "blood-thinner=dont-know", "anticoagulant", "relative", "" },
  { "blood-thinner=prefer-not-to-say", "anticoagulant", "relative", "" },
  { "medicines=apixaban", "anticoagulant", "relative", "" },
  { "medicines=skin:heparin", "anticoagulant", "no", "" },
  { "blood-thinner=antiplatelet", "anticoagulant", "no", "" },
  { "blood-thinner=antiplatelet", "antiplatelet", "relative", "" },
  { "medicines=low-dose_Aspirin", "antiplatelet", "relative", "" },
  { "blood-thinner=dont-know", "antiplatelet", "no", "" },
  { "otc-bleed=last-week{which=fish-oil+garlic}", "otc-bleed", "advisory", "" },
  { "otc-bleed=dont-know", "otc-bleed", "advisory", "" },
  { "immune=disease", "immune-suppressed", "relative", "" },
  { "immune=medicine", "immune-suppressed", "relative", "" },
  { "immune=long-term-steroid", "immune-suppressed", "relative", "" },
  { "immune=prefer-not-to-say", "immune-suppressed", "relative", "" },
  { "medicines=methotrexate", "immune-suppressed", "relative", "" },
  { "medicines=skin:hydrocortisone", "immune-suppressed", "no", "" },
  { "photosensitiser=medicine", "photosensitising-med", "advisory", "" },
  { "photosensitiser=dont-know", "photosensitising-med", "advisory", "" },
  { "medicines=doxycycline", "photosensitising-med", "advisory", "" },
  { "medicines=skin:tetracycline", "photosensitising-med", "advisory", "" },
  { "actives=retinoid:2026-03-08", "actives-recent", "deferral", "2026-03-11" },
  { "actives=exfoliating-acid:2026-03-07", "actives-recent", "met", "2026-03-10" },
  { "actives=benzoyl-peroxide", "actives-recent", "deferral", "" },
  { "actives=hydroquinone:2026-03-10", "actives-recent", "deferral", "2026-03-13" },
  { "actives=scrub:2026-03-09", "actives-recent", "deferral", "2026-03-12" },
  { "actives=wax:2026-03-09", "actives-recent", "no", "" },
  { "actives=wax:2026-03-08", "hair-removal-recent", "deferral", "2026-03-11" },
  { "actives=threading:2026-03-07", "hair-removal-recent", "met", "2026-03-10" },
  { "actives=depilatory", "hair-removal-recent", "deferral", "" },
  { "actives=scrub:2026-03-09", "hair-removal-recent", "no", "" },
  { "allergy-anaesthetic=amide anaesthetic=lidocaine", "allergy-anaesthetic", "absolute", "" },
  { "allergy-anaesthetic=amide", "allergy-anaesthetic", "advisory", "" },
  { "allergy-anaesthetic=ester anaesthetic=lidocaine", "allergy-anaesthetic", "advisory", "" },
  { "allergies=EMLA anaesthetic=prilocaine", "allergy-anaesthetic", "absolute", "" },
  { "allergies=lidocaine", "allergy-anaesthetic", "advisory", "" },
  { "allergy-anaesthetic=dont-know", "allergy-anaesthetic", "advisory", "" },
  { "allergy-anaesthetic=dont-know anaesthetic=lidocaine", "allergy-anaesthetic", "no", "" },
  { "methaemoglobin=methaemoglobinaemia anaesthetic=prilocaine", "methaemoglobinaemia-history", "absolute", "" },
  { "methaemoglobin=methaemoglobinaemia anaesthetic=lidocaine", "methaemoglobinaemia-history", "no", "" },
  { "methaemoglobin=family anaesthetic=prilocaine", "methaemoglobin-risk", "relative", "" },
  { "methaemoglobin=g6pd-deficiency anaesthetic=prilocaine", "methaemoglobin-risk", "relative", "" },
  { "methaemoglobin=medicine anaesthetic=prilocaine", "methaemoglobin-risk", "relative", "" },
  { "medicines=Co-Trimoxazole anaesthetic=prilocaine", "methaemoglobin-risk", "relative", "" },
  { "medicines=dapsone anaesthetic=lidocaine", "methaemoglobin-risk", "no", "" },
  { "heart-liver=rhythm anaesthetic=lidocaine", "heart-liver", "relative", "" },
  { "heart-liver=kidney device=rf", "heart-liver", "relative", "" },
  { "heart-liver=epilepsy", "heart-liver", "no", "" },
  { "heart-liver=dont-know device=rf", "heart-liver", "relative", "" },
  { "medicines=amiodarone device=rf", "heart-liver", "relative", "" },
  { "medicines=amiodarone", "heart-liver", "no", "" },
  { "metal-allergy=steel material=stainless-steel", "stainless-steel-allergy", "absolute", "" },
  { "metal-allergy=steel material=", "stainless-steel-allergy", "absolute", "" },
  { "metal-allergy=steel material=titanium-coated", "stainless-steel-allergy", "advisory", "" },
  { "allergies=surgical_steel material=stainless-steel", "stainless-steel-allergy", "absolute", "" },
  { "metal-allergy=nickel material=stainless-steel", "stainless-steel-allergy", "no", "" },
  { "metal-allergy=nickel", "nickel-allergy", "relative", "" },
  { "allergies=Nickel", "nickel-allergy", "relative", "" },
  { "metal-allergy=steel", "nickel-allergy", "no", "" },
  { "allergy-topical=product{which=txa} topicals=txa", "allergy-topical", "absolute", "" },
  { "allergy-topical=product{which=txa} topicals=ha", "allergy-topical", "no", "" },
  { "allergy-topical=product topicals=ha", "allergy-topical", "absolute", "" },
  { "allergy-topical=product", "allergy-topical", "no", "" },
  { "allergies=hyaluronic_acid topicals=ha", "allergy-topical", "absolute", "" },
  { "allergies=hyaluronic_acid topicals=txa", "allergy-topical", "no", "" },
  { "allergy-topical=skincare topicals=ha", "contact-dermatitis-history", "relative", "" },
  { "allergies=perfume topicals=ha", "contact-dermatitis-history", "relative", "" },
  { "allergy-topical=skincare", "contact-dermatitis-history", "no", "" },
  { "allergies=perfume", "contact-dermatitis-history", "no", "" },
  { "allergy-other=antiseptic", "antiseptic-allergy", "relative", "" },
  { "allergy-other=latex", "antiseptic-allergy", "relative", "" },
  { "allergy-other=adhesive", "antiseptic-allergy", "relative", "" },
  { "allergies=plasters", "antiseptic-allergy", "relative", "" },
  { "allergy-other=antibiotic", "antiseptic-allergy", "no", "" },
  { "allergy-other=severe", "severe-allergy-history", "relative", "" },
  { "allergies=severe:wasp_sting", "severe-allergy-history", "relative", "" },
  { "allergies=wasp_sting", "severe-allergy-history", "no", "" },
  { "allergy-other=dont-know", "severe-allergy-history", "relative", "" },
  { "allergy-other=latex", "severe-allergy-history", "no", "" },

  /* medical history */
  { "pregnancy=pregnant", "pregnant", "absolute", "" },
  { "pregnancy=pregnant{weeks=12;due=2026-09-20}", "pregnant", "absolute", "" },
  { "pregnancy=not-applicable", "pregnant", "no", "" },
  { "pregnancy=possible", "pregnancy-possible", "deferral", "" },
  { "pregnancy=period-late", "pregnancy-possible", "deferral", "" },
  { "pregnancy=dont-know", "pregnancy-possible", "deferral", "" },
  { "pregnancy=possible,test-negative:2026-03-10", "pregnancy-possible", "no", "" },
  { "pregnancy=possible,test-negative:2026-03-09", "pregnancy-possible", "deferral", "" },
  { "pregnancy=possible,test-negative", "pregnancy-possible", "deferral", "" },
  { "pregnancy=dont-know,test-negative:2026-03-10", "pregnancy-possible", "no", "" },
  { "pregnancy=possible,test-negative:2026-03-10 planned=2026-03-12", "pregnancy-possible", "deferral", "" },
  { "pregnancy=trying", "pregnancy-possible", "no", "" },
  { "pregnancy=last-period:2026-02-20", "pregnancy-possible", "no", "" },
  { "pregnancy=trying", "pregnancy-trying", "advisory", "" },
  { "pregnancy=trying topicals=tretinoin", "pregnancy-trying", "absolute", "" },
  { "breastfeeding=breastfeeding", "breastfeeding", "relative", "" },
  { "breastfeeding=prefer-not-to-say", "breastfeeding", "relative", "" },
  { "breastfeeding=not-applicable", "breastfeeding", "no", "" },
  { "bleeding-disorder=disorder", "bleeding-disorder", "relative", "" },
  { "bleeding-disorder=bruises-easily", "bleeding-disorder", "relative", "" },
  { "bleeding-disorder=dont-know", "bleeding-disorder", "relative", "" },
  { "diabetes=diabetes{hba1c=69;on=2025-09-10}", "diabetes-controlled", "advisory", "" },
  { "diabetes=diabetes{hba1c=69;on=2025-09-09}", "diabetes-controlled", "no", "" },
  { "diabetes=diabetes{hba1c=70;on=2026-01-01}", "diabetes-controlled", "no", "" },
  { "diabetes=diabetes{hba1c=60}", "diabetes-controlled", "no", "" },
  { "diabetes=diabetes{on=2026-01-01}", "diabetes-controlled", "no", "" },
  { "diabetes=diabetes{hba1c=60;on=2026-01-01;poorly-controlled}", "diabetes-controlled", "no", "" },
  { "diabetes=diabetes{hba1c=60;on=2026-01-01;poorly-controlled=no}", "diabetes-controlled", "advisory", "" },
  { "diabetes=diabetes{hba1c=60;on=2025-09}", "diabetes-controlled", "no", "" },
  { "diabetes=diabetes{hba1c=60;on=2025-10}", "diabetes-controlled", "advisory", "" },
  { "diabetes=diabetes{hba1c=60;on=2025-09}", "diabetes-uncontrolled", "relative", "" },
  { "diabetes=diabetes{hba1c=70;on=2026-01-01}", "diabetes-uncontrolled", "relative", "" },
  { "diabetes=diabetes{hba1c=60;on=2026-01-01}", "diabetes-uncontrolled", "no", "" },
  { "diabetes=dont-know", "diabetes-uncontrolled", "relative", "" },
  { "diabetes=?", "diabetes-uncontrolled", "no", "" },
  { "connective-tissue=not-active-in-skin", "connective-tissue", "relative", "" },
  { "connective-tissue=scleroderma", "connective-tissue", "no", "" },
  { "connective-tissue=active-in-skin", "connective-tissue-active", "absolute", "" },
  { "connective-tissue=scleroderma", "connective-tissue-active", "absolute", "" },
  { "cancer-treatment=chemotherapy-now", "cancer-treatment", "relative", "" },
  { "cancer-treatment=radiotherapy-now", "cancer-treatment", "relative", "" },
  { "cancer-treatment=radiotherapy-area:2010", "cancer-treatment", "relative", "" },
  { "cancer-treatment=dont-know", "cancer-treatment", "relative", "" },
  { "cancer-treatment=past:2012", "cancer-treatment", "no", "" },
  { "cancer-treatment=past:2012 device=rf", "cancer-treatment", "relative", "" },
  { "suspicious-lesion=cancer-elsewhere device=rf", "cancer-treatment", "relative", "" },
  { "suspicious-lesion=cancer-elsewhere", "cancer-treatment", "no", "" },
  { "healing-smoking=slow-healing", "poor-healing", "relative", "" },
  { "healing-smoking=ulcers", "poor-healing", "relative", "" },
  { "healing-smoking=dont-know", "poor-healing", "relative", "" },
  { "healing-smoking=smokes", "poor-healing", "no", "" },
  { "healing-smoking=smokes", "smoker", "advisory", "" },
  { "healing-smoking=vapes", "smoker", "advisory", "" },
  { "healing-smoking=dont-know", "smoker", "no", "" },
  { "electronic-implant=implant{kind=pacemaker} device=rf", "electronic-implant", "absolute", "" },
  { "electronic-implant=implant", "electronic-implant", "advisory", "" },
  { "electronic-implant=dont-know", "electronic-implant", "advisory", "" },
  { "electronic-implant=dont-know device=rf", "electronic-implant", "no", "" },
  { "metal-filler-area=metal device=rf", "metal-filler-area", "absolute", "" },
  { "metal-filler-area=silicone", "metal-filler-area", "relative", "" },
  { "metal-filler-area=gold-or-permanent-threads", "metal-filler-area", "relative", "" },
  { "metal-filler-area=permanent-filler", "metal-filler-area", "relative", "" },
  { "metal-filler-area=dont-know", "metal-filler-area", "relative", "" },
  { "metal-filler-area=dont-know device=rf", "metal-filler-area", "no", "" },
  { "prp-blood=platelets topicals=prp", "prp-platelet", "absolute", "" },
  { "prp-blood=sepsis topicals=prp", "prp-platelet", "absolute", "" },
  { "prp-blood=blood-cancer topicals=prp", "prp-platelet", "absolute", "" },
  { "prp-blood=anaemia topicals=prp", "prp-platelet", "relative", "" },
  { "prp-blood=platelets", "prp-platelet", "no", "" },
  { "prp-blood=blood-borne-virus topicals=prp", "prp-blood-virus", "relative", "" },
  { "prp-blood=blood-borne-virus topicals=ha", "prp-blood-virus", "no", "" },
  { "clot-txa=clot topicals=txa", "clot-txa", "relative", "" },
  { "clot-txa=stroke topicals=txa", "clot-txa", "relative", "" },
  { "clot-txa=family topicals=txa", "clot-txa", "relative", "" },
  { "clot-txa=clotting-tendency topicals=txa", "clot-txa", "relative", "" },
  { "clot-txa=heart-disease topicals=txa", "clot-txa", "relative", "" },
  { "clot-txa=dont-know topicals=txa", "clot-txa", "relative", "" },
  { "clot-txa=clot", "clot-txa", "no", "" },
  { "clot-txa=combined-hormonal topicals=txa", "clot-txa", "no", "" },
  { "clot-txa=combined-hormonal topicals=txa", "txa-hormonal", "advisory", "" },
  { "medicines=the_combined_pill topicals=txa", "txa-hormonal", "advisory", "" },
  { "medicines=skin:estradiol_patch topicals=txa", "txa-hormonal", "advisory", "" },
  { "medicines=estradiol", "txa-hormonal", "no", "" },
  { "fainting=faints", "fainting", "advisory", "" },
  { "fainting=phobia", "fainting", "advisory", "" },
  { "fainting=dont-know", "fainting", "advisory", "" },

  /* recent treatments */
  { "recent-resurfacing=peel-light:2026-02-11", "peel-recent-light", "deferral", "2026-03-11" },
  { "recent-resurfacing=other:2026-02-10", "peel-recent-light", "met", "2026-03-10" },
  { "recent-resurfacing=peel-light", "peel-recent-light", "deferral", "" },
  { "recent-resurfacing=peel-deep:2025-12-11", "peel-recent-deep", "deferral", "2026-03-11" },
  { "recent-resurfacing=peel-deep:2025-12-10", "peel-recent-deep", "met", "2026-03-10" },
  { "recent-resurfacing=laser-nonablative:2026-02-18", "laser-recent-nonablative", "deferral", "2026-03-11" },
  { "recent-resurfacing=laser-nonablative:2026-02-17", "laser-recent-nonablative", "met", "2026-03-10" },
  { "recent-resurfacing=laser-ablative:2025-12-17", "laser-recent-ablative", "deferral", "2026-03-11" },
  { "recent-resurfacing=laser-ablative:2025-12-16", "laser-recent-ablative", "met", "2026-03-10" },
  { "recent-injectables=filler:2026-02-11", "filler-recent", "deferral", "2026-03-11" },
  { "recent-injectables=skin-booster:2026-02-10", "filler-recent", "met", "2026-03-10" },
  { "recent-injectables=fat:2026-02-10 device=rf", "filler-recent", "deferral", "2026-08-10" },
  { "recent-injectables=filler:2025-09-10 device=rf", "filler-recent", "met", "2026-03-10" },
  { "recent-injectables=filler:2026-01-01,fat:2026-03-01", "filler-recent", "deferral", "2026-03-29" },
  { "recent-injectables=filler:2026-02-20,fat", "filler-recent", "deferral", "" },
  { "recent-injectables=filler,fat:2020", "filler-recent", "deferral", "" },
  { "recent-injectables=filler:2026-02-20,skin-booster:2026-02-28", "filler-recent", "deferral", "2026-03-28" },
  { "recent-injectables=threads:2025-09-11", "threads-recent", "deferral", "2026-03-11" },
  { "recent-injectables=threads:2025-09-10", "threads-recent", "met", "2026-03-10" },
  { "recent-injectables=botulinum:2026-02-25", "botulinum-recent", "deferral", "2026-03-11" },
  { "recent-injectables=botulinum:2026-02-24", "botulinum-recent", "met", "2026-03-10" },
  { "recent-surgery-illness=surgery:2025-09-11", "surgery-recent", "deferral", "2026-03-11" },
  { "recent-surgery-illness=injury:2025-09-10", "surgery-recent", "met", "2026-03-10" },
  { "recent-surgery-illness=injury:2025-09-10 device=rf", "surgery-recent", "deferral", "2026-09-10" },
  { "recent-surgery-illness=injury:2025-09-10 device=rf treat=laxity@thigh", "surgery-recent", "met", "2026-03-10" },
  { "recent-surgery-illness=unwell", "unwell-today", "deferral", "" },
  { "recent-surgery-illness=recovered:2026-03-04", "unwell-today", "deferral", "2026-03-11" },
  { "recent-surgery-illness=recovered:2026-03-03", "unwell-today", "met", "2026-03-10" },
  { "recent-surgery-illness=recovered:2026-03-03,unwell", "unwell-today", "deferral", "" },
  { "previous-needling=session:2026-02-11", "needling-recent", "deferral", "2026-03-11" },
  { "previous-needling=session:2026-02-10", "needling-recent", "met", "2026-03-10" },
  { "previous-needling=session:2026-02-10 device=rf", "needling-recent", "deferral", "2026-03-24" },
  { "previous-needling=session{on=2026-02-10;rf}", "needling-recent", "deferral", "2026-03-24" },
  { "previous-needling=session{on=2026-02-10;rf=no}", "needling-recent", "met", "2026-03-10" },
  { "previous-needling=session{on=2026-01-27;rf}", "needling-recent", "met", "2026-03-10" },
  { "previous-needling=bad-reaction", "needling-bad-reaction", "relative", "" },
  { "previous-needling=session:2026-02-11", "needling-bad-reaction", "no", "" },

  /* plan checks */
  { "treat=rejuvenation@periorbital check:orbital-rim=fail", "plan-orbital-rim", "absolute", "" },
  { "treat=rejuvenation@nose check:orbital-rim=dont-know", "plan-orbital-rim", "absolute", "" },
  { "treat=rejuvenation@cheek~ check:orbital-rim=fail", "plan-orbital-rim", "absolute", "" },
  { "treat=rejuvenation@cheek check:orbital-rim=fail", "plan-orbital-rim", "no", "" },
  { "treat=rejuvenation@periorbital", "plan-orbital-rim", "no", "" },
  { "treat=acne-scar-atrophic@cheek/1501", "plan-depth-over-label", "relative", "" },
  { "treat=acne-scar-atrophic@cheek/1500", "plan-depth-over-label", "no", "" },
  { "treat=acne-scar-atrophic@cheek/500,scar-other@abdomen/2000", "plan-depth-over-label", "relative", "" },
  { "device=roller check:depth=fail", "plan-depth-over-label", "relative", "" },
  { "device=roller check:depth=dont-know", "plan-depth-over-label", "relative", "" },
  { "device=pen check:depth=fail", "plan-depth-over-label", "no", "" },
  { "check:device-authorised=fail", "plan-device-not-authorised", "relative", "" },
  { "check:device-authorised=dont-know", "plan-device-not-authorised", "relative", "" },
  { "check:needle-new-sterile=fail", "plan-reuse", "absolute", "" },
  { "check:needle-new-sterile=dont-know", "plan-reuse", "absolute", "" },
  { "check:needle-new-sterile=?", "plan-reuse", "no", "" },
  { "topicals=ha check:topical-sterile=fail", "plan-topical-nonsterile", "relative", "" },
  { "check:topical-sterile=fail", "plan-topical-nonsterile", "no", "" },
  { "topicals=growth-factor-exosome", "plan-topical-nonsterile", "relative", "" },
  { "anaesthetic=lidocaine check:anaesthetic-limit=fail", "plan-large-anaesthetic-area", "absolute", "" },
  { "check:anaesthetic-limit=fail", "plan-large-anaesthetic-area", "no", "" },
  { "anaesthetic=prilocaine grams=61", "plan-large-anaesthetic-area", "absolute", "" },
  { "anaesthetic=prilocaine grams=60 area-cm2=600 minutes=300", "plan-large-anaesthetic-area", "no", "" },
  { "anaesthetic=prilocaine area-cm2=601", "plan-large-anaesthetic-area", "absolute", "" },
  { "anaesthetic=prilocaine minutes=301", "plan-large-anaesthetic-area", "absolute", "" },
  { "anaesthetic=lidocaine grams=61", "plan-large-anaesthetic-area", "no", "" },

  /* not known */
  { "interpreter=dont-know", "unknown:interpreter", "relative", "" },
  { "voluntary=prefer-not-to-say", "unknown:voluntary", "relative", "" },
  { "impaired-today=dont-know", "unknown:impaired-today", "relative", "" },
  { "skin-infection=dont-know", "unknown:skin-infection", "relative", "" },
  { "acne-active=dont-know", "unknown:acne-active", "relative", "" },
  { "cold-sores=dont-know", "unknown:cold-sores", "relative", "" },
  { "cold-sores=dont-know treat=striae@abdomen", "unknown:cold-sores", "relative", "" },
  { "skin-unstable=dont-know", "unknown:skin-unstable", "relative", "" },
  { "skin-unstable=quiet{disease=eczema}", "unknown:skin-unstable", "relative", "" },
  { "skin-unstable=quiet{disease=eczema;on=2020}", "unknown:skin-unstable", "no", "" },
  { "broken-skin=dont-know", "unknown:broken-skin", "relative", "" },
  { "suspicious-lesion=dont-know", "unknown:suspicious-lesion", "relative", "" },
  { "keloid=dont-know", "unknown:keloid", "relative", "" },
  { "sun=dont-know", "unknown:sun", "relative", "" },
  { "isotretinoin=dont-know", "unknown:isotretinoin", "relative", "" },
  { "isotretinoin=stopped", "unknown:isotretinoin", "no", "" },
  { "isotretinoin=stopped:2024-01-01,dont-know", "unknown:isotretinoin", "relative", "" },
  { "actives=dont-know", "unknown:actives", "relative", "" },
  { "allergy-anaesthetic=dont-know anaesthetic=lidocaine", "unknown:allergy-anaesthetic", "relative", "" },
  { "allergy-anaesthetic=dont-know", "unknown:allergy-anaesthetic", "no", "" },
  { "methaemoglobin=dont-know anaesthetic=prilocaine", "unknown:methaemoglobin", "relative", "" },
  { "methaemoglobin=dont-know anaesthetic=lidocaine", "unknown:methaemoglobin", "no", "" },
  { "metal-allergy=dont-know", "unknown:metal-allergy", "relative", "" },
  { "allergy-topical=dont-know topicals=ha", "unknown:allergy-topical", "relative", "" },
  { "allergy-topical=dont-know", "unknown:allergy-topical", "no", "" },
  { "pregnancy=dont-know", "unknown:pregnancy", "relative", "" },
  { "connective-tissue=dont-know", "unknown:connective-tissue", "relative", "" },
  { "electronic-implant=dont-know device=rf", "unknown:electronic-implant", "relative", "" },
  { "electronic-implant=dont-know", "unknown:electronic-implant", "no", "" },
  { "metal-filler-area=dont-know device=rf", "unknown:metal-filler-area", "relative", "" },
  { "metal-filler-area=dont-know", "unknown:metal-filler-area", "no", "" },
  { "prp-blood=dont-know topicals=prp", "unknown:prp-blood", "relative", "" },
  { "prp-blood=dont-know", "unknown:prp-blood", "no", "" },
  { "recent-resurfacing=dont-know", "unknown:recent-resurfacing", "relative", "" },
  { "recent-injectables=dont-know", "unknown:recent-injectables", "relative", "" },
  { "recent-surgery-illness=dont-know", "unknown:recent-surgery-illness", "relative", "" },
  { "previous-needling=dont-know", "unknown:previous-needling", "relative", "" },

  /* contradictions */
  { "isotretinoin=current", "answers-contradict", "relative", "" },
  { "isotretinoin=current medicines=isotretinoin", "answers-contradict", "no", "" },
  { "isotretinoin=current medicines=?", "answers-contradict", "no", "" },
  { "blood-thinner=anticoagulant", "answers-contradict", "relative", "" },
  { "blood-thinner=antiplatelet medicines=vitamin_d", "answers-contradict", "no", "" },
  { "immune=medicine", "answers-contradict", "relative", "" },
  { "immune=long-term-steroid", "answers-contradict", "relative", "" },
  { "immune=disease", "answers-contradict", "no", "" },
  { "photosensitiser=medicine", "answers-contradict", "relative", "" },
  { "methaemoglobin=medicine anaesthetic=prilocaine", "answers-contradict", "relative", "" },
  { "methaemoglobin=medicine", "answers-contradict", "no", "" },
  { "heart-liver=antiarrhythmic device=rf", "answers-contradict", "relative", "" },
  { "heart-liver=antiarrhythmic", "answers-contradict", "no", "" },
  { "clot-txa=combined-hormonal topicals=txa", "answers-contradict", "relative", "" },
  { "medicines=apixaban", "answers-contradict", "relative", "" },
  { "medicines=apixaban blood-thinner=anticoagulant", "answers-contradict", "no", "" },
  { "medicines=clopidogrel", "answers-contradict", "relative", "" },
  { "medicines=clopidogrel blood-thinner=?", "answers-contradict", "no", "" },
  { "medicines=valaciclovir", "answers-contradict", "relative", "" },
  { "medicines=valaciclovir cold-sores=ever", "answers-contradict", "no", "" },
  { "medicines=accutane", "answers-contradict", "relative", "" },
  { "medicines=accutane isotretinoin=stopped:2020", "answers-contradict", "relative", "" },
  { "medicines=accutane isotretinoin=current", "answers-contradict", "no", "" },
  { "medicines=accutane isotretinoin=current,stopped:2020", "answers-contradict", "relative", "" },
  { "recent-resurfacing=peel-light:2026-03-11", "answers-contradict", "relative", "" },
  { "recent-resurfacing=peel-light:2026-03-10", "answers-contradict", "no", "" },
  { "recent-resurfacing=peel-light:2026-03", "answers-contradict", "no", "" },
  { "recent-resurfacing=peel-light:2026-04", "answers-contradict", "relative", "" },
  { "recent-resurfacing=peel-light:2027", "answers-contradict", "relative", "" },
  { "recent-resurfacing=peel-light:2026-03-11 planned=2026-05-01", "answers-contradict", "relative", "" },
  { "sun=trip:2026-06-01", "answers-contradict", "no", "" },
  { "pregnancy=pregnant{due=2026-06-01}", "answers-contradict", "no", "" },
  { "pregnancy=pregnant,test-negative:2026-03-10", "answers-contradict", "relative", "" },
  { "pregnancy=pregnant,test-negative:2026-03-10", "pregnant", "absolute", "" },
  { "skin-tone=type-ii,type-iii", "answers-contradict", "relative", "" },
  { "skin-tone=burns-only,type-iv", "answers-contradict", "relative", "" },
  { "skin-tone=burns-only,type-iii", "answers-contradict", "no", "" },
  { "skin-tone=tans-only,type-ii", "answers-contradict", "relative", "" },
  { "skin-tone=tans-only,type-iii", "answers-contradict", "no", "" },
  { "skin-tone=burns-then-tans,type-vi", "answers-contradict", "no", "" },
  { "allergy-anaesthetic=ester", "answers-contradict", "relative", "" },
  { "allergy-anaesthetic=ester allergies=pollen", "answers-contradict", "no", "" },
  { "metal-allergy=nickel", "answers-contradict", "relative", "" },
  { "allergy-topical=skincare topicals=ha", "answers-contradict", "relative", "" },
  { "allergy-topical=skincare", "answers-contradict", "no", "" },
  { "allergy-other=antibiotic", "answers-contradict", "relative", "" },
  { "allergies=lidocaine", "answers-contradict", "relative", "" },
  { "allergies=lidocaine allergy-anaesthetic=amide", "answers-contradict", "no", "" },
  { "allergies=nickel", "answers-contradict", "relative", "" },
  { "allergies=nickel metal-allergy=dont-know", "answers-contradict", "no", "" },
};

/* Months, month ends, weeks and dates that are only a month or a year (brief 0.4). */
static const Row dates[] = {
  { "isotretinoin=stopped:2025-08-31 on=2026-02-01", "isotretinoin-recent", "deferral", "2026-02-28" },
  { "isotretinoin=stopped:2025-08-31 on=2026-02-28", "isotretinoin-recent", "met", "2026-02-28" },
  { "isotretinoin=stopped:2025-08-31 on=2026-02-27", "isotretinoin-recent", "deferral", "2026-02-28" },
  { "isotretinoin=stopped:2023-08-31 on=2024-02-28", "isotretinoin-recent", "deferral", "2024-02-29" },
  { "isotretinoin=stopped:2025-12-10 planned=2026-06-09", "isotretinoin-recent", "deferral", "2026-06-10" },
  { "isotretinoin=stopped:2025-12-10 planned=2026-06-10", "isotretinoin-recent", "met", "2026-06-10" },
  { "isotretinoin=stopped:2025-12-10 planned=2026-06-11", "isotretinoin-recent", "met", "2026-06-10" },
  { "isotretinoin=stopped:2025-12", "isotretinoin-recent", "deferral", "2026-06-30" },
  { "isotretinoin=stopped:2025-12 planned=2026-06-30", "isotretinoin-recent", "met", "2026-06-30" },
  { "isotretinoin=stopped:2025-12 planned=2026-06-29", "isotretinoin-recent", "deferral", "2026-06-30" },
  { "isotretinoin=stopped:2025", "isotretinoin-recent", "deferral", "2026-06-30" },
  { "isotretinoin=stopped:2026-03", "isotretinoin-recent", "deferral", "2026-09-10" },
  { "isotretinoin=stopped:2026", "isotretinoin-recent", "deferral", "2026-09-10" },
  { "isotretinoin=stopped:2026-05", "isotretinoin-recent", "deferral", "2026-09-10" },
  { "isotretinoin=stopped:2026-05-05", "isotretinoin-recent", "deferral", "2026-11-05" },
  { "previous-needling=session:2026-02", "needling-recent", "deferral", "2026-03-28" },
  { "recent-resurfacing=peel-deep:2025-11-30 on=2026-02-01", "peel-recent-deep", "deferral", "2026-02-28" },
  { "recent-resurfacing=laser-ablative:2025-12-17 planned=2026-03-11", "laser-recent-ablative", "met", "2026-03-11" },
  { "recent-resurfacing=laser-ablative:2025-12-17 planned=2026-03-12", "laser-recent-ablative", "met", "2026-03-11" },
  { "sun=tan:2026-02", "sun-recent", "deferral", "2026-03-14" },
  { "diabetes=diabetes{hba1c=60;on=2026}", "diabetes-controlled", "advisory", "" },
  { "skin-unstable=quiet{disease=eczema;on=2025-12}", "skin-unstable-flare", "absolute", "" },
  { "skin-unstable=quiet{disease=eczema;on=2025-11}", "skin-unstable-flare", "no", "" },
};

static NpCatalog *catalog;

static void
load_catalog (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = np_test_data ("catalog");

  catalog = np_catalog_load (folder, NULL, NULL, &error);
  ck_assert_msg (catalog != NULL, "%s", error == NULL ? "" : error->message);
}

static void
unload_catalog (void)
{
  np_catalog_unref (catalog);
}

static const NpMet *
find_met (const NpAssessment *assessment, guint finding)
{
  for (guint i = 0; i < assessment->n_met; i++)
    if (assessment->met[i].finding == finding)
      return &assessment->met[i];
  return NULL;
}

static void
check_row (const Row *row)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, row->facts);
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);
  int finding = np_catalog_find_finding (catalog, row->finding);
  const NpFired *fired;
  const NpMet *met;
  const char *actual = "no";
  NpDay day = NP_DAY_NONE;
  g_autofree char *date = NULL;

  ck_assert_msg (finding >= 0, "there is no finding %s", row->finding);
  fired = np_assessment_find (assessment, (guint) finding);
  met = find_met (assessment, (guint) finding);
  ck_assert_msg (fired == NULL || met == NULL, "%s: fires and is met", row->facts);
  if (fired != NULL)
    {
      actual = np_class_words[fired->class];
      day = fired->clear_date;
    }
  else if (met != NULL)
    {
      actual = "met";
      day = met->clear_date;
    }
  date = day == NP_DAY_NONE ? g_strdup ("") : np_day_format (day);
  ck_assert_msg (g_str_equal (actual, row->expected), "%s: %s is %s, not %s", row->facts, row->finding, actual,
                 row->expected);
  ck_assert_msg (g_str_equal (date, row->date), "%s: %s ends on “%s”, not “%s”", row->facts, row->finding, date,
                 row->date);
}

START_TEST (test_rule) { check_row (&rows[_i]); }
END_TEST

START_TEST (test_date) { check_row (&dates[_i]); }
END_TEST

/* The table has something to say about every finding of the catalogue: that it fires, and that it does not. */
START_TEST (test_table_is_complete)
{
  for (guint f = 0; f < catalog->n_findings; f++)
    {
      gboolean fires = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        fires |= g_str_equal (rows[i].finding, catalog->findings[f].id) && !g_str_equal (rows[i].expected, "no");
      ck_assert_msg (fires, "no row fires %s", catalog->findings[f].id);
    }
}
END_TEST

START_TEST (test_healthy_fires_nothing)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, "");
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);

  for (guint i = 0; i < assessment->n_findings; i++)
    ck_abort_msg ("%s fires", catalog->findings[assessment->findings[i].finding].id);
  ck_assert_uint_eq (assessment->n_met, 0);
  ck_assert_uint_eq (assessment->n_unanswered, 0);
  ck_assert_int_eq (assessment->outcome, NP_OUTCOME_PROCEED);
  ck_assert (assessment->for_signature);
}
END_TEST

START_TEST (test_blank_fires_nothing)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, "blank");
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);

  ck_assert_uint_eq (assessment->n_findings, 0);
  ck_assert_int_eq (assessment->outcome, NP_OUTCOME_INCOMPLETE);
}
END_TEST

/* Unanswered, a question fires nothing; not known and not said fire the same, and something. */
START_TEST (test_unsure)
{
  static const char plan[] = "device=rf topicals=txa,prp anaesthetic=prilocaine treat=rejuvenation@periorbital";
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, plan);
  g_autoptr (NpAssessment) before = np_assess (facts, NULL, 0);

  for (guint q = 0; q < catalog->n_questions; q++)
    {
      g_autoptr (NpAssessment) unanswered = NULL;
      g_autoptr (NpAssessment) not_known = NULL;
      g_autoptr (NpAssessment) not_said = NULL;
      g_autoptr (NpFacts) changed = np_facts_copy (facts);
      const char *id = catalog->questions[q].id;

      if (catalog->questions[q].is_birth_date)
        continue;
      np_facts_clear_answer (changed, q);
      unanswered = np_assess (changed, NULL, 0);
      np_facts_add_common (changed, q, NP_STATE_DONT_KNOW);
      not_known = np_assess (changed, NULL, 0);
      np_facts_clear_answer (changed, q);
      np_facts_add_common (changed, q, NP_STATE_PREFER_NOT_TO_SAY);
      not_said = np_assess (changed, NULL, 0);

      ck_assert_msg (unanswered->n_findings == before->n_findings, "%s fires something unanswered", id);
      ck_assert_msg (not_known->n_findings > before->n_findings, "%s fires nothing when not known", id);
      ck_assert_msg (not_known->n_findings == not_said->n_findings, "%s: not known and not said differ", id);
      for (guint i = 0; i < not_known->n_findings; i++)
        ck_assert_int_eq (not_known->findings[i].finding, not_said->findings[i].finding);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("findings");
  TCase *tcase = tcase_create ("rules");

  tcase_add_unchecked_fixture (tcase, load_catalog, unload_catalog);
  tcase_set_timeout (tcase, 60);
  tcase_add_loop_test (tcase, test_rule, 0, G_N_ELEMENTS (rows));
  tcase_add_loop_test (tcase, test_date, 0, G_N_ELEMENTS (dates));
  tcase_add_test (tcase, test_table_is_complete);
  tcase_add_test (tcase, test_healthy_fires_nothing);
  tcase_add_test (tcase, test_blank_fires_nothing);
  tcase_add_test (tcase, test_unsure);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
