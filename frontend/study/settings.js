// @ts-check
// What the student has set: how many new items and cards a day.

/** @typedef {import("../types.js").Store} Store */
/** @typedef {{ fresh: number }} Settings *fresh*: how many new items and cards a day */

export const FRESH = { least: 0, usual: 10, most: 50 };

/** @param {Store} store @returns {Settings} */
export function settings(store) {
  const { fresh } = store.desk.read("settings") ?? {};
  return { fresh: Number.isInteger(fresh) && fresh >= FRESH.least && fresh <= FRESH.most ? fresh : FRESH.usual };
}

/** Set how many new things a day, as near to *wanted* as can be. @param {Store} store @param {number} wanted */
export function setFresh(store, wanted) {
  const fresh = Math.min(Math.max(Math.round(wanted), FRESH.least), FRESH.most);
  store.desk.write("settings", { ...store.desk.read("settings"), fresh });
}
