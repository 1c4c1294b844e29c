// @ts-check
// The two places of the records themselves: the database, and the tab's own storage on a shared device.
import { createStore, entries, getMany, keys, promisifyRequest } from "idb-keyval";

/**
 * @typedef {object} Backend
 * @property {(ids: string[]) => Promise<unknown[]>} read
 * @property {(ids: string[], change: (id: string, record: unknown) => [string, unknown][]) => Promise<void>} update
 *   what *change* gives for each record, in their order, is put under the keys that it names; undefined takes away
 * @property {() => Promise<string[]>} keys
 * @property {() => Promise<[string, unknown][]>} all
 * @property {() => Promise<[string, unknown][]>} take all of them, and they are gone from here; where it fails, and the
 *   database was only late (TimeoutError), nothing is taken any more
 */

/** Milliseconds to wait for a database that says nothing, at first and once it is known for that. */
const PATIENCE = { first: 3000, later: 300 };

/**
 * Keep records in the database *name*. Where it is there but without its store, cut short when it was made or another
 * program's, a second one takes its place. Some browsers open a database and never say that it is open: then every call
 * fails in time, and *late* is called if it answers after all.
 * @param {string} name @param {() => void} late @returns {Backend}
 */
export function inDatabase(name, late) {
  let store = createStore(name, "items");
  let spare = false;
  let silent = false;

  /**
   * *action* may ask whether it is still in time; from then on it has all the time that it needs.
   * @template T @param {(inTime: () => boolean) => Promise<T>} action @returns {Promise<T>}
   */
  function timely(action) {
    return new Promise((resolve, reject) => {
      let waiting = true;
      const bell = setTimeout(() => {
        waiting = false;
        silent = true;
        reject(new DOMException("", "TimeoutError"));
      }, silent ? PATIENCE.later : PATIENCE.first);
      const heard = () => {
        clearTimeout(bell);
        silent = false;
        if (!waiting) late();
      };
      const inTime = () => (clearTimeout(bell), waiting);
      action(inTime).then(
        (value) => (heard(), resolve(value)),
        (error) => (clearTimeout(bell), reject(error)),
      );
    });
  }

  /** @template T @param {(inTime: () => boolean) => Promise<T>} action @returns {Promise<T>} */
  async function tried(action) {
    try {
      return await timely(action);
    } catch (error) {
      const fault = error instanceof DOMException ? error.name : "";
      // A connection that the browser closed under us is opened again.
      if (fault === "InvalidStateError") store = createStore(spare ? `${name}.2` : name, "items");
      else if (!spare && (fault === "NotFoundError" || fault === "VersionError")) {
        spare = true;
        store = createStore(`${name}.2`, "items");
      } else throw error;
      return timely(action);
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
              for (const [key, record] of change(id, read.result))
                if (record === undefined) records.delete(key);
                else records.put(record, key);
            };
          }
          return promisifyRequest(records.transaction);
        }),
      ),
    keys: () => tried(() => keys(store)),
    all: () => tried(() => entries(store)),
    take: () =>
      tried((inTime) =>
        store("readwrite", async (records) => {
          if (!inTime()) return [];
          const [names, values] = [records.getAllKeys(), records.getAll()];
          records.clear();
          await promisifyRequest(records.transaction);
          return names.result.map((name, at) => /** @type {[string, unknown]} */ ([String(name), values.result[at]]));
        }),
      ),
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
      for (const [id, record] of changes)
        if (record === undefined) sessionStorage.removeItem(prefix + id);
        else sessionStorage.setItem(prefix + id, JSON.stringify(record));
    },
    keys: async () => ids().map((key) => key.slice(prefix.length)),
    all: async () => ids().map((key) => [key.slice(prefix.length), read(key.slice(prefix.length))]),
    async take() {
      const taken = await this.all();
      for (const key of ids()) sessionStorage.removeItem(key);
      return taken;
    },
  };
}
