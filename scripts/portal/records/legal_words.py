"""The words of the vocabulary that rules of law hang on; renaming one in the vocabulary would blind a rule."""

from __future__ import annotations

PERSON = "自然人"
SUMMARY_PROCEDURE = "简易程序"
WARNING = "警告"
CRITICISM = "通报批评"
FINE = "罚款"
CONFISCATED_INCOME = "没收违法所得"
CONFISCATED_GOODS = "没收非法财物"

IN_VOCABULARY = {
    "procedures": (SUMMARY_PROCEDURE,),
    "penalties": (WARNING, CRITICISM, FINE, CONFISCATED_INCOME, CONFISCATED_GOODS),
    "party_kinds": (PERSON,),
}
