// @ts-check
// Numbers with their words. A word that depends on a number stands in the interface words under the names of the forms
// that Intl.PluralRules gives: one, few, many, other.
import { fill } from "./dom.js";

/**
 * Return the word *name* in the form that *count* asks for in *lang*, with {count} and *values* filled in.
 * @param {Record<string, string>} words @param {string} name @param {number} count @param {string} lang
 * @param {Record<string, string | number>} [values]
 */
export function counted(words, name, count, lang, values = {}) {
  const form = new Intl.PluralRules(lang).select(count);
  const text = fill(words[`${name}_${form}`] ?? words[`${name}_other`], { count, ...values });
  // A number stays with its word.
  return text.replace(`${count} `, `${count}\u00a0`);
}
