// @ts-check
// The sitting that is going on, as the browser keeps it: when it began, on which day, and what was to be asked.
import { swtech } from "../registry.js";

/** @typedef {{ day: number, since: string, ids: string[] }} Kept */

/** @param {string} name */
const keyOf = (name) => `sitting.${name}`;

/**
 * Return the sitting *name* that was begun today and not ended, or null.
 * @param {import("../types.js").Store} store @param {string} name @returns {Kept | null}
 */
export function kept(store, name) {
  const { day, since, ids } = store.desk.read(keyOf(name)) ?? {};
  const sound = typeof since === "string" && Array.isArray(ids) && ids.every((id) => typeof id === "string");
  return sound && day === swtech.study.dayOf(Date.now()) ? { day, since, ids } : null;
}

/** @param {import("../types.js").Store} store @param {string} name @param {string[]} ids @returns {Kept} */
export function keep(store, name, ids) {
  const now = new Date();
  const sitting = { day: swtech.study.dayOf(now), since: now.toISOString(), ids };
  store.desk.write(keyOf(name), sitting);
  return sitting;
}

/** @param {import("../types.js").Store} store @param {string} name */
export const forget = (store, name) => void store.desk.write(keyOf(name), null);
