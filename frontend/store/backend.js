// @ts-check
// The two places of the records themselves: the database, and the tab's own storage on a shared device.
import { clear, createStore, entries, getMany, promisifyRequest } from "idb-keyval";

/**
 * @typedef {object} Backend
 * @property {(ids: string[]) => Promise<unknown[]>} read
 * @property {(ids: string[], change: (id: string, record: unknown) => [string, unknown][]) => Promise<void>} update
 *   all or none: what *change* gives for each record is put under the keys that it names
 * @property {() => Promise<[string, unknown][]>} all
 * @property {() => Promise<void>} clear
 */

/**
 * Keep records in the database *name*. Where it is there but without its store, cut short when it was made or another
 * program's, a second one takes its place.
 * @param {string} name @returns {Backend}
 */
export function inDatabase(name) {
  let store = createStore(name, "items");
  let spare = false;

  /** @template T @param {() => Promise<T>} action @returns {Promise<T>} */
  async function tried(action) {
    try {
      return await action();
    } catch (error) {
      const fault = error instanceof DOMException ? error.name : "";
      // A connection that the browser closed under us is opened again.
      if (fault === "InvalidStateError") store = createStore(spare ? `${name}.2` : name, "items");
      else if (!spare && (fault === "NotFoundError" || fault === "VersionError")) {
        spare = true;
        store = createStore(`${name}.2`, "items");
      } else throw error;
      return action();
    }
  }

  return {
    read: (ids) => tried(() => getMany(ids, store)),
    update: (ids, change) =>
      tried(() =>
        store("readwrite", (records) => {
          for (const id of ids) {
            const read = records.get(id);
            read.onsuccess = () => {
              for (const [key, record] of change(id, read.result)) records.put(record, key);
            };
          }
          return promisifyRequest(records.transaction);
        }),
      ),
    all: () => tried(() => entries(store)),
    clear: () => tried(() => clear(store)),
  };
}

/**
 * Keep records in the tab: they survive a reload and go when the tab is closed.
 * @param {string} course @returns {Backend}
 */
export function inTab(course) {
  const prefix = `${course}.items.`;
  const read = (/** @type {string} */ id) => {
    const text = sessionStorage.getItem(prefix + id);
    try {
      return text === null ? undefined : JSON.parse(text);
    } catch {
      return text;
    }
  };
  const ids = () => Object.keys(sessionStorage).filter((key) => key.startsWith(prefix));
  return {
    read: async (wanted) => wanted.map(read),
    async update(wanted, change) {
      const changes = wanted.flatMap((id) => change(id, read(id)));
      for (const [id, record] of changes) sessionStorage.setItem(prefix + id, JSON.stringify(record));
    },
    all: async () => ids().map((key) => [key.slice(prefix.length), read(key.slice(prefix.length))]),
    async clear() {
      for (const key of ids()) sessionStorage.removeItem(key);
    },
  };
}
