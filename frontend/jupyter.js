// @ts-check
// Jupyter's entry, a widget's `_esm`: the same engine, with the kernel as the only keeper of answers.
import { all, one } from "./dom.js";
import { mountQuiz } from "./quiz.js";

/** @typedef {import("./types.js").Attempt} Attempt */
/** @typedef {Attempt & { item: string }} Kept */
/** @typedef {{ html: string, log: Kept[], resets: Record<string, string> }} State */

/** Milliseconds to wait for the kernel. */
const PATIENCE = 5000;

let count = 0;

/**
 * Two views of one quiz may stand in one document: give each its own ids and radio groups.
 * @param {HTMLElement} el
 */
function makeUnique(el) {
  count += 1;
  for (const name of ["id", "name", "for", "aria-labelledby", "aria-describedby"])
    for (const node of all(el, `[${name}]`)) {
      const names = (node.getAttribute(name) ?? "").split(" ");
      node.setAttribute(name, names.map((one) => `v${count}-${one}`).join(" "));
    }
}

/**
 * Keep attempts in the kernel.
 * @param {import("@anywidget/types").AnyModel<State>} model @returns {import("./types.js").Host}
 */
function kernel(model) {
  return {
    async load(ids) {
      const resets = model.get("resets");
      return new Map(
        ids.map((id) => {
          /** @type {import("./types.js").Log} */
          const log = model.get("log").flatMap((attempt) => (attempt.item === id ? { ...attempt, uid: attempt.at } : []));
          const reset = resets[id];
          const later = log.findIndex(({ at }) => !reset || at > reset);
          if (reset) log.splice(later < 0 ? log.length : later, 0, { uid: reset, at: reset, reset: true });
          return [id, { log }];
        }),
      );
    },
    async append(id, attempt) {
      model.set("log", [...model.get("log"), { item: id, ...attempt }]);
      model.save_changes();
    },
    async reset(ids) {
      const now = new Date().toISOString();
      model.set("resets", { ...model.get("resets"), ...Object.fromEntries(ids.map((id) => [id, now])) });
      model.save_changes();
    },
    onRefused: () => {},
    onChange(listener) {
      model.on("change:log", listener);
      return () => model.off("change:log", listener);
    },
  };
}

/**
 * Ask the kernel for a question in the other language.
 * @param {import("@anywidget/types").AnyModel<State>} model @returns {Pick<import("./item/item.js").Around, "other" | "adopt">}
 */
const languages = (model) => ({
  other: ({ id }, lang) =>
    new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(bell);
        model.off("msg:custom", hear);
      };
      const hear = (/** @type {any} */ message) => {
        if (message?.item !== id || message.lang !== lang) return;
        end();
        resolve(message);
      };
      // A kernel that is no more says nothing.
      const bell = setTimeout(() => (end(), reject(new Error(id))), PATIENCE);
      model.on("msg:custom", hear);
      model.send({ item: id, lang });
    }),
  adopt(section) {
    const holder = document.createElement("div");
    holder.append(section);
    makeUnique(holder);
  },
});

/**
 * Keep *el* in the light or dark of JupyterLab, which says by an attribute of its body what its theme is.
 * @param {HTMLElement} el @returns {() => void} what ends it
 */
function followTheme(el) {
  const follow = () => {
    const light = document.body.dataset.jpThemeLight;
    if (light) el.dataset.theme = light === "false" ? "dark" : "light";
  };
  const watch = new MutationObserver(follow);
  watch.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
  follow();
  return () => watch.disconnect();
}

/**
 * Show the widget's quiz in *el*.
 * @param {{ model: import("@anywidget/types").AnyModel<State>, el: HTMLElement }} context
 */
function render({ model, el }) {
  // The HTML comes from swtech.rendering in the kernel, where every text of a bank is escaped.
  el.innerHTML = model.get("html");
  makeUnique(el);
  const unfollow = followTheme(el);
  const quiz = one(el, ".sw-quiz");
  const unmount = quiz ? mountQuiz(quiz, kernel(model), languages(model)) : () => {};
  return () => {
    unfollow();
    unmount();
  };
}

export default { render };
