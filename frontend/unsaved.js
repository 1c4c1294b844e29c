// @ts-check
// The notice that answers cannot be kept. It is in the page, empty, from the start: a live region that arrives filled is
// often not read out.
import { make } from "./dom.js";

/**
 * Return the notice for what *host* keeps.
 * @param {Pick<import("./types.js").Host, "onRefused">} host @param {Record<string, string>} words
 */
export function unsavedNotice(host, words) {
  const notice = make("p", { class: "sw-unsaved", role: "status" });
  host.onRefused((refused) => {
    notice.textContent = refused ? words.unsaved : "";
  });
  return notice;
}
