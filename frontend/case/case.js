// @ts-check
// A branching case on a page: one scene at a time, the path so far, and at the end the expert's path.
import { all, button, data, fill, make, one, reveal } from "../dom.js";
import { swtech } from "../registry.js";
import { unsavedNotice } from "../unsaved.js";
import { compare } from "./compare.js";
import { current } from "../store/log.js";

/** @typedef {import("../types.js").Host} Host */
/** @typedef {{ scene: string, decision: string }} Step */

/**
 * Return the steps that *response* tells, as far as they can be gone in these scenes.
 * @param {unknown} response @param {Map<string, HTMLElement>} scenes @param {string} start @returns {Step[]}
 */
export function readPath(response, scenes, start) {
  /** @type {Step[]} */
  const path = [];
  let here = start;
  for (const entry of Array.isArray(response) ? response : []) {
    const [scene, decision] = String(entry).split("/");
    const taken = scene === here && one(scenes.get(scene) ?? document.createElement("i"), `[data-decision="${CSS.escape(decision ?? "")}"]`);
    if (!taken) break;
    path.push({ scene, decision });
    here = taken.dataset.to ?? "";
  }
  return path;
}

/**
 * Bring the case in *el* to life; *host* keeps the path.
 * @param {HTMLElement} el a `.sw-branching` that swtech.rendering wrote
 * @param {Host} host
 */
export function mountCase(el, host) {
  /** @type {Record<string, string>} */
  const words = data(el, ".sw-words");
  const id = `case:${el.dataset.case}`;
  const scenes = new Map(all(el, ".sw-scene").map((scene) => [scene.dataset.scene ?? "", scene]));
  const start = scenes.keys().next().value ?? "";
  const expert = /** @type {HTMLDetailsElement} */ (one(el, ".sw-expert"));
  /** @type {Step[]} */
  let path = [];
  /** @type {Step | null} the decision just taken, whose consequence is shown */
  let taken = null;
  let touched = false;

  const trail = make("ol", { class: "sw-trail", "aria-label": words.case_trail });
  const gone = make("div", { class: "sw-gone" }, make("p", { class: "sw-label", "aria-hidden": "true" }, words.case_trail), trail);
  const said = make("p", { class: "sw-hidden", role: "status" });
  const restart = button(words.case_restart, "", () => {
    path = [];
    taken = null;
    touched = true;
    void host.reset([id]);
    show(true);
  });
  const compared = make("div", { class: "sw-item sw-comparison" });
  const foot = make("div", { class: "sw-progress" }, make("span"), restart);

  /** @param {Step} step @returns {HTMLElement} */
  const row = ({ scene, decision }) =>
    /** @type {HTMLElement} */ (one(/** @type {HTMLElement} */ (scenes.get(scene)), `[data-decision="${CSS.escape(decision)}"]`));

  /** @param {Step} step */
  const isExpert = (step) => "expert" in row(step).dataset;

  // ---- the scenes: decisions become buttons, what is said of them waits ----------------------------------------
  for (const [name, scene] of scenes) {
    const heading = one(scene, ".sw-stem") ?? one(scene, ".sw-label");
    if (heading) heading.tabIndex = -1;
    for (const details of all(scene, ".sw-decision")) {
      const text = /** @type {HTMLElement} */ (one(details, "summary"));
      const outcome = /** @type {HTMLElement} */ (one(details, ".sw-said"));
      const step = { scene: name, decision: details.dataset.decision ?? "" };
      const choose = make("button", { type: "button", class: "sw-choose" }, ...text.childNodes);
      choose.addEventListener("click", () => decide(step));
      const holder = make("div", { class: details.className });
      Object.assign(holder.dataset, { ...details.dataset });
      one(outcome, ".sw-onward")?.replaceWith(
        make(
          "div",
          { class: "sw-actions" },
          button(words.case_onward, "is-primary", () => goOn()),
          button(words.case_undo, "", () => undo()),
        ),
      );
      const verdict = make(
        "p",
        { class: `sw-verdict is-${"expert" in details.dataset ? "right" : "note"}` },
        "expert" in details.dataset ? words.case_same : words.case_other,
      );
      one(outcome, ".sw-why-so")?.before(verdict);
      outcome.hidden = true;
      holder.append(choose, outcome);
      details.replaceWith(holder);
    }
  }
  el.prepend(said);
  // Below the scene, which so stays where the eye is.
  expert.before(foot, compared, gone);

  // ---- acting --------------------------------------------------------------------------------------------------
  function keep() {
    const at = new Date().toISOString();
    const steps = taken ? [...path, taken] : path;
    // Where every decision was taken back there is nothing to judge: the story begins anew.
    if (!steps.length) return void host.reset([id]);
    const same = steps.filter(isExpert).length;
    const score = steps.length ? same / steps.length : 0;
    const verdict = score === 1 ? "right" : same ? "partly" : "wrong";
    const parts = Object.fromEntries(steps.map((step) => [step.scene, isExpert(step) ? "right" : "wrong"]));
    /** @type {Record<string, string>} */
    const remarks = !taken && isEnding(here()) ? { ending: here() } : {};
    void host.append(id, {
      at,
      lang: el.lang,
      revision: Number(el.dataset.revision),
      mode: "case",
      response: steps.map(({ scene, decision }) => `${scene}/${decision}`),
      outcome: { score, verdict, parts: /** @type {Record<string, "right" | "wrong">} */ (parts), remarks },
    });
  }

  /** @param {Step} step */
  function decide(step) {
    if (taken) return;
    taken = step;
    touched = true;
    keep();
    show(false);
    const outcome = one(row(step), ".sw-said");
    said.textContent = outcome ? `${one(outcome, ".sw-consequence")?.textContent ?? ""}` : "";
    const onward = one(row(step), ".sw-button.is-primary");
    onward?.focus({ preventScroll: true });
    // The way on comes into view, but what came of the decision stays there.
    for (const node of [onward, outcome]) if (node) reveal(node);
  }

  function goOn() {
    if (!taken) return;
    path = [...path, taken];
    taken = null;
    if (isEnding(here())) keep();
    show(true);
  }

  function undo() {
    const step = taken;
    taken = null;
    said.textContent = "";
    keep();
    show(false);
    if (step) one(row(step), ".sw-choose")?.focus();
  }

  /** Go back to the decision at *at* of the path, which is open again. @param {number} at */
  function goBack(at) {
    path = path.slice(0, at);
    taken = null;
    touched = true;
    keep();
    show(true);
  }

  // ---- showing -------------------------------------------------------------------------------------------------
  const here = () => {
    const last = path[path.length - 1];
    return last ? (row(last).dataset.to ?? start) : start;
  };

  /** @param {string} name */
  const isEnding = (name) => scenes.get(name)?.classList.contains("sw-ending") ?? false;

  /** @param {boolean} moved whether another scene comes into view */
  function show(moved) {
    const name = here();
    for (const [other, scene] of scenes) scene.hidden = other !== name;
    const scene = /** @type {HTMLElement} */ (scenes.get(name));
    const ended = isEnding(name);
    for (const holder of all(el, ".sw-decision")) {
      const chosen = taken !== null && holder === row(taken);
      const choose = /** @type {HTMLButtonElement} */ (one(holder, ".sw-choose"));
      const outcome = /** @type {HTMLElement} */ (one(holder, ".sw-said"));
      holder.classList.toggle("is-taken", chosen);
      choose.setAttribute("aria-pressed", String(chosen));
      choose.disabled = taken !== null && !chosen;
      outcome.hidden = !chosen;
    }
    const count = one(scene, ".sw-count");
    if (count) count.textContent = ended ? "" : fill(words.case_step, { n: path.length + 1 });
    trail.replaceChildren(...path.map(trailStep));
    foot.hidden = !path.length && !taken;
    compared.hidden = expert.hidden = !ended;
    gone.hidden = !path.length || ended;
    if (ended) {
      expert.open = !path.every(isExpert);
      compared.replaceChildren(make("p", { class: "sw-comparison-title", "aria-hidden": "true" }, words.case_compared), comparison());
      const total = path.length;
      const n = path.filter(isExpert).length;
      const line = one(foot, "span");
      if (line) line.textContent = fill(words.case_result, { n, total });
    } else {
      one(foot, "span")?.replaceChildren();
    }
    if (!moved) return;
    said.textContent = "";
    scene.scrollIntoView({ block: "start" });
    (one(scene, ".sw-stem") ?? one(scene, ".sw-label"))?.focus({ preventScroll: true });
  }

  const comparison = () =>
    compare(
      path.map((step) => {
        const scene = /** @type {HTMLElement} */ (scenes.get(step.scene));
        return { question: one(scene, ".sw-stem"), mine: row(step), expert: one(scene, ".sw-decision[data-expert]") };
      }),
      words,
      goBack,
    );

  /** @param {Step} step @param {number} at */
  function trailStep(step, at) {
    const text = one(row(step), ".sw-choose")?.textContent ?? "";
    const control = make("button", { type: "button", class: "sw-trail-step" }, text);
    control.setAttribute("aria-label", `${fill(words.case_return, { n: at + 1 })}: ${text}`);
    control.addEventListener("click", () => goBack(at));
    const mark = isExpert(step) ? "is-right" : "is-other";
    return make("li", { class: mark }, control);
  }

  // ---- the path that is already there --------------------------------------------------------------------------
  async function restore() {
    const last = current((await host.load([id])).get(id)?.log ?? []);
    if (touched || !last || last.revision !== Number(el.dataset.revision)) return;
    path = readPath(last.response, scenes, start);
    // A story that had ended is shown at its end; else the last decision with what came of it, as it was left.
    if (!last.outcome.remarks?.ending) taken = path.pop() ?? null;
    show(false);
  }

  el.prepend(unsavedNotice(host, words));
  el.classList.add("is-live");
  show(false);
  void restore();
}

for (const el of all(document, ".sw-branching")) mountCase(el, swtech.openStore(el.dataset.course ?? ""));
