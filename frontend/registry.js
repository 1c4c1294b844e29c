// @ts-check
// The one global of the course's scripts, `globalThis.swtech`, and what lies beside the pages: banks, terms and the
// catalogue, as classic scripts, since modules, import() and fetch all fail on file://.

/**
 * @typedef {object} Registry
 * @property {(name: string, value: unknown) => void} register called by a script of `_banks/`: "kk/cycle" and its data
 * @property {(lang: string, name: string) => Promise<any>} load the data of a script of `_banks/`, fetched when first asked for
 * @property {typeof import("./item/item.js").mountItem} mountItem
 * @property {typeof import("./store/store.js").openStore} openStore
 * @property {(el: HTMLElement) => void} enhance bring a quiz of the page to life
 * @property {import("./study/study.js").Study} study set by study.js
 */

const scope = /** @type {{ swtech?: Registry }} */ (/** @type {unknown} */ (globalThis));

/** The registry; its parts are there once their scripts have run. */
export const swtech = (scope.swtech ??= /** @type {Registry} */ ({}));

/**
 * Load a classic script.
 * @param {string} source @returns {Promise<void>}
 */
export function inject(source) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => {
      script.remove();
      reject(new Error(source));
    });
    document.head.append(script);
  });
}

/** Make the registry's shelf: what was registered, by name. */
export function openShelf() {
  /** @type {Map<string, unknown>} */
  const shelf = new Map();
  /** @type {Map<string, Promise<void>>} */
  const asked = new Map();
  swtech.register = (name, value) => void shelf.set(name, value);
  swtech.load = async (lang, name) => {
    const key = `${lang}/${name}`;
    // All pages of an edition lie in one folder, the other edition's in the next one.
    const folder = lang === document.documentElement.lang ? "" : `../${lang}/`;
    const loading = asked.get(key) ?? inject(`${folder}_banks/${name}.js`);
    asked.set(key, loading);
    try {
      await loading;
      // Anything may answer in a script's place: the page of a network that asks to log in first.
      if (!shelf.has(key)) throw new Error(key);
    } catch (error) {
      // The next try asks again: a phone's connection comes and goes.
      asked.delete(key);
      throw error;
    }
    return shelf.get(key);
  };
}
