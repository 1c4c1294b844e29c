// @ts-check
// Marks of the student's own answers in the contents. They come after the page, and only to a browser that has answers:
// a first visit loads nothing for them.
import { inject, swtech } from "../registry.js";
import { isActive } from "../store/places.js";

/** @param {import("./site.js").Site} site */
export function setUpStudy({ id, study: [engine, study] }) {
  if (!isActive(id)) return;
  const summary = document.querySelector(".sw-study-summary");
  summary?.classList.add("is-coming");
  addEventListener("load", async () => {
    try {
      if (!swtech.enhance) await inject(engine);
      if (!swtech.study) await inject(study);
    } catch {
      // A page without marks is whole.
      summary?.classList.remove("is-coming");
    }
  });
}
