// @ts-check
// The student's answers in this browser: one record an item, in a database named after the course.
import { createStore, getMany, promisifyRequest } from "idb-keyval";

/** @typedef {import("./types.js").Attempt} Attempt */
/** @typedef {import("./types.js").History} History */
/** @typedef {import("./types.js").Host} Host */

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} value @returns {value is Attempt} */
const isAttempt = (value) =>
  isObject(value) &&
  typeof value.at === "string" &&
  typeof value.lang === "string" &&
  typeof value.revision === "number" &&
  isObject(value.outcome) &&
  "response" in value;

/**
 * Return *record* when it is a history, else null: it may have been damaged, or written by another program.
 * @param {unknown} record @returns {History | null}
 */
export function readHistory(record) {
  if (!isObject(record) || !Array.isArray(record.attempts) || !record.attempts.every(isAttempt)) return null;
  return /** @type {History} */ (record);
}

/**
 * Open the store of one course. It never throws and never keeps anybody waiting: where the browser refuses to keep
 * answers they live as long as the page, and *onRefused* says so.
 * @param {string} course @returns {Host}
 */
export function openStore(course) {
  /** @type {Map<string, History>} */
  const memory = new Map();
  /** @type {Set<() => void>} */
  const listeners = new Set();
  let refused = false;
  let asked = false;
  /** @type {ReturnType<typeof createStore> | null} */
  let store = null;

  function refuse() {
    if (refused) return;
    refused = true;
    for (const listener of listeners) listener();
  }

  try {
    store = createStore(`swtech-${course}`, "items");
  } catch {
    refuse();
  }

  /**
   * Change the records of *ids* inside one transaction: all or none, and two tabs keep each other's attempts.
   * @param {string[]} ids @param {(history: History) => History} change
   */
  async function write(ids, change) {
    for (const id of ids) memory.set(id, change(memory.get(id) ?? { attempts: [] }));
    if (!store || refused) return;
    try {
      await store("readwrite", (records) => {
        for (const id of ids) {
          const read = records.get(id);
          read.onsuccess = () => {
            const history = readHistory(read.result);
            // What is no history was damaged, or written by another program: it is set aside, not lost.
            if (!history && read.result !== undefined) {
              records.put(read.result, `damaged:${id}:${new Date().toISOString()}`);
            }
            records.put(change(history ?? { attempts: [] }), id);
          };
        }
        return promisifyRequest(records.transaction);
      });
    } catch {
      refuse();
    }
  }

  return {
    async load(ids) {
      /** @type {unknown[]} */
      let records = [];
      try {
        if (store && !refused) records = await getMany(ids, store);
      } catch {
        refuse();
      }
      const found = new Map();
      ids.forEach((id, at) => {
        const history = readHistory(records[at]) ?? memory.get(id);
        if (history) found.set(id, history);
      });
      return found;
    },

    async append(id, attempt) {
      await write([id], (history) => ({ ...history, attempts: [...history.attempts, attempt] }));
      if (asked || refused) return;
      asked = true;
      // Without this the browser may drop the database when the disk fills up. It may say no: nothing to be done.
      navigator.storage?.persist?.().catch(() => false);
    },

    async reset(ids) {
      const reset = new Date().toISOString();
      await write(ids, (history) => ({ ...history, reset }));
    },

    onRefused(listener) {
      listeners.add(listener);
      if (refused) listener();
    },

    onChange: () => () => {},
  };
}
