// @ts-check
// The entry of review.js: the review and the cards of a page come to life. Loaded after quiz.js and study.js.
import { all } from "../dom.js";
import { openCards } from "./cards.js";
import { openReview } from "./review.js";

for (const el of all(document, ".sw-study-review")) openReview(el);
for (const el of all(document, ".sw-study-cards")) openCards(el);
