// @ts-check
// The entry of study.js, on which review, cards and progress stand. It also shows what every page shows of the answers:
// marks in the contents and, on the first page, a summary. Somebody without answers sees nothing of it.
import { data, one } from "../dom.js";
import { swtech } from "../registry.js";
import { paintMarks } from "./marks.js";
import { createStudy } from "./study.js";
import { paintSummary } from "./summary.js";

/** @type {import("../site/site.js").Site | null} */
const site = data(document, "#sw-site");

/** Paint the marks and the summary as the answers are now. */
async function refresh() {
  const contents = one(document, ".sw-contents-list");
  const frame = one(document, ".sw-study-summary");
  if (!site || !(contents || frame)) return;
  try {
    const overview = await swtech.study.look(swtech.openStore(site.id), site.lang);
    if (contents) paintMarks(contents, overview.chapters, site);
    one(document, ".sw-summary")?.remove();
    if (frame && overview.schedules.size) paintSummary(frame, overview, site.words);
  } catch {
    // Without the catalogue, on a line that broke off, a page is what it is without answers.
  }
  frame?.classList.remove("is-coming");
}

// The contents' marks may ask for this script on a page that has it already.
if (!swtech.study) {
  swtech.study = createStudy(refresh);
  if (site) swtech.openStore(site.id).onChange(() => void refresh());
  void refresh();
}
