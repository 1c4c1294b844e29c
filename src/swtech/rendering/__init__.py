"""Turn items into semantic HTML and the little JSON that the browser's engine needs beside it.

HTML of the course's questions comes only from here. It can be read without JavaScript: the question, and a
folded answer. The engine (`frontend/quiz.js`) brings the same nodes to life, on a page and in Jupyter.
"""

from __future__ import annotations

from swtech.rendering.case import render_case
from swtech.rendering.catalogue import CATALOGUE, TERMS, catalogue_script, terms_script
from swtech.rendering.drawing import render_drawing
from swtech.rendering.item import render_item
from swtech.rendering.maker import render_link_maker
from swtech.rendering.payload import payload
from swtech.rendering.quiz import bank_script, render_quiz
from swtech.rendering.study import STUDIES, render_study
from swtech.rendering.test import render_test

__all__ = [
    "CATALOGUE",
    "STUDIES",
    "TERMS",
    "bank_script",
    "catalogue_script",
    "payload",
    "render_case",
    "render_drawing",
    "render_item",
    "render_link_maker",
    "render_quiz",
    "render_study",
    "render_test",
    "terms_script",
]
