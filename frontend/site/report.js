// @ts-check
// «Report an error» and «how to cite»: the browser writes the text, the reader sends it. There is no server.
import { copy } from "../clipboard.js";

/** @typedef {import("./site.js").Site} Site */

/** @param {Site} site @param {() => string} section returns the label of the section that is being read */
export function setUpReport(site, section) {
  showAddress();
  const fold = document.querySelector("details.sw-report");
  const text = /** @type {HTMLTextAreaElement | null} */ (document.getElementById("sw-report-text"));
  if (!fold || !text) return;
  const status = /** @type {HTMLElement} */ (fold.querySelector(".sw-report-status"));
  const mail = /** @type {HTMLAnchorElement | null} */ (fold.querySelector(".sw-report-mail"));
  let item = "";
  let place = "";

  const note = (/** @type {Event} */ event) => {
    const card = /** @type {Element} */ (event.target).closest?.('[id^="item-"]');
    if (card) item = card.id.slice("item-".length);
  };
  document.addEventListener("focusin", note);
  document.addEventListener("pointerdown", note);

  const write = () => {
    text.value = reportText(site, { place, item });
    if (mail && site.mailto) {
      const subject = site.words.report_subject.replace("{page}", site.heading);
      mail.href = `mailto:${site.mailto}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.value)}`;
    }
  };
  // The reader scrolls to the foot to find the report: what was being read has to be noted before.
  addEventListener("scroll", () => {
    const foot = fold.getBoundingClientRect().top;
    if (foot > innerHeight) place = section();
  }, { passive: true });
  fold.addEventListener("toggle", write);

  fold.querySelector(".sw-report-copy")?.addEventListener("click", async () => {
    write();
    const copied = await copy(text);
    status.textContent = copied ? site.words.copied : site.words.copy_by_hand;
  });
}

/** @param {Site} site @param {{ place: string, item: string }} where */
function reportText(site, { place, item }) {
  const { words } = site;
  const hash = place ? `#${place}` : "";
  const lines = [
    `${words.report_page}: ${site.heading} (${site.page})`,
    `${words.report_address}: ${location.href.split("#")[0]}${hash}`,
    place && `${words.report_section}: ${place}`,
    item && `${words.report_item}: ${item}`,
    `${words.report_version}: ${site.version}`,
    `${words.report_language}: ${site.lang}`,
  ];
  return `${lines.filter(Boolean).join("\n")}\n`;
}

/** A citation needs the page's address; on the web the browser knows it, from a folder there is none to cite. */
function showAddress() {
  const box = /** @type {HTMLElement | null} */ (document.querySelector(".sw-address"));
  if (!box?.hidden || !location.protocol.startsWith("http")) return;
  const value = box.querySelector(".sw-address-value");
  if (value) value.textContent = location.href.split(/[?#]/)[0];
  box.hidden = false;
}
