// @ts-check
// The student's answers in this browser. An entry is written down in a small journal at once, before anything is said
// of it, and then put into its record; what a crash left in the journal is put there at the next opening.
import { inDatabase, inTab } from "./backend.js";
import { isId, merge, newUid, readEntry, readRecord, writeRecord } from "./log.js";
import { currentProfile, database, desk, isShared } from "./places.js";

/** @typedef {import("../types.js").Entry} Entry */
/** @typedef {import("../types.js").Log} Log */
/** @typedef {import("../types.js").Store} Store */

const DAMAGED = "damaged:";
const JOURNAL = "journal.";
/** What says whose answers are kept; see places.js. */
const WHO = ["profile", "profiles", "shared"];

/**
 * Whether *error* says that no database can be opened, so that there is nothing in one: refused, closed to this window,
 * or not there at all. Any other one may hold answers.
 * @param {unknown} error
 */
const cannotOpen = (error) =>
  error instanceof DOMException ? ["SecurityError", "InvalidStateError"].includes(error.name) : error instanceof Error;

/** @type {Map<string, Store>} */
const opened = new Map();

/**
 * Return the store of *course* for whoever uses the browser now; one a page, so that all parts of it agree.
 * @param {string} course
 */
export function openStore(course) {
  const store = opened.get(course) ?? makeStore(course);
  opened.set(course, store);
  return store;
}

/**
 * Open a store. It never throws and keeps nobody waiting: what the browser refuses to keep lives as long as the page,
 * is tried again with every later answer, and *onRefused* says so.
 * @param {string} course @returns {Store}
 */
export function makeStore(course) {
  const shared = isShared(course);
  // On a shared device nobody has a name.
  const profile = shared ? { id: "", name: "" } : currentProfile(course);
  const small = desk(course, profile.id);
  const backend = shared ? inTab(course) : inDatabase(database(course, profile.id), () => changedElsewhere());

  /** @type {Map<string, { id: string, entry: Entry, journal: string | null }>} entries not yet in their records, by thing
   * and name: before entries had names, those of two things could have one time as their name */
  const pending = new Map();
  /** @type {Set<(refused: boolean) => void>} */
  const listeners = new Set();
  /** @type {Set<() => void>} */
  const watchers = new Set();
  let serial = 0;
  let refused = false;
  let asked = false;

  /** @param {boolean} now */
  function tell(now) {
    if (refused === now) return;
    refused = now;
    for (const listener of listeners) listener(now);
  }

  /** Take up what an earlier page wrote down and could not finish, or another tab is about to. */
  function readJournal() {
    for (const journal of small.keys(JOURNAL).sort()) {
      serial = Math.max(serial, Number(journal.split(".")[1]) || 0);
      const { id, entry: raw } = small.read(journal) ?? {};
      const entry = readEntry(raw);
      if (entry && typeof id === "string" && isId(id)) {
        const key = `${id} ${entry.uid}`;
        if (!pending.has(key)) pending.set(key, { id, entry, journal });
      } else {
        small.write(`${DAMAGED}${journal}`, small.raw(journal));
        small.write(journal, null);
      }
    }
  }

  /** @param {string} id */
  const waiting = (id) => [...pending.values()].flatMap((one) => (one.id === id ? one.entry : []));

  /** Return the record's change for *additions*. @param {string} id @param {unknown} record @param {Log} additions */
  function changed(id, record, additions) {
    const { log, sound } = readRecord(record);
    const known = new Set(log.map(({ uid }) => uid));
    const fresh = additions.filter(({ uid }) => !known.has(uid));
    /** @type {[string, unknown][]} */
    const changes = fresh.length || !sound ? [[id, writeRecord([...log, ...fresh])]] : [];
    // What is no record was damaged, or written by another program: it is set aside, not lost.
    if (!sound) changes.push([`${DAMAGED}${id}:${newUid()}`, record]);
    return changes;
  }

  /** Return the record's change when *theirs* is put in by its time. @param {string} id @param {unknown} record @param {Log} theirs */
  function joined(id, record, theirs) {
    const { log, sound } = readRecord(record);
    /** @type {[string, unknown][]} */
    const changes = [[id, writeRecord(merge(log, theirs))]];
    if (!sound) changes.push([`${DAMAGED}${id}:${newUid()}`, record]);
    return changes;
  }

  /** Put everything that waits into the records. */
  async function flush() {
    const batch = [...pending.values()];
    if (!batch.length) return;
    try {
      await backend.update([...new Set(batch.map(({ id }) => id))], (id, record) =>
        changed(id, record, batch.flatMap((one) => (one.id === id ? one.entry : []))),
      );
      for (const { id, entry, journal } of batch) {
        pending.delete(`${id} ${entry.uid}`);
        if (journal) small.write(journal, null);
      }
      tell(false);
    } catch {
      // The journal keeps them as well as a record would; only what is in neither place is in danger.
      for (const one of pending.values()) one.journal ??= journalled(one.id, one.entry);
      tell([...pending.values()].some(({ journal }) => journal === null));
    }
  }

  /** @type {Promise<void>} one transaction after another, each with all that has come in by then */
  let last = Promise.resolve();
  const flushed = () => (last = last.then(painted).then(flush, flush));

  /** What the journal holds is safe: the page may show the answer first. Else not a moment is lost. */
  const painted = () =>
    [...pending.values()].every(({ journal }) => journal) ? new Promise((go) => void setTimeout(go)) : undefined;

  /** @param {string} id @param {Entry} entry @returns {string | null} the key under which it is written down */
  function journalled(id, entry) {
    serial += 1;
    // In the order in which things happened: the storage itself has none, and clocks are set back.
    const key = `${JOURNAL}${String(serial).padStart(9, "0")}.${entry.uid}`;
    return small.write(key, { id, entry }) ? key : (small.write(key, null), null);
  }

  /** @param {string} id @param {Entry} entry */
  function add(id, entry) {
    pending.set(`${id} ${entry.uid}`, { id, entry, journal: journalled(id, entry) });
  }

  /** Every page asks whether this browser has answers, before it loads what shows them. */
  function mark() {
    if (small.read("active") === null) small.write("active", 1);
  }

  function ask() {
    if (asked || refused || shared) return;
    asked = true;
    // Some browsers ask the student: once is enough.
    if (small.read("asked")) return;
    small.write("asked", 1);
    // Without this the browser may drop the database when the disk fills up. It may say no: nothing to be done.
    navigator.storage?.persist?.().catch(() => false);
  }

  /** @param {string} id @param {unknown} record @returns {Log} */
  function whole(id, record) {
    const { log } = readRecord(record);
    const known = new Set(log.map(({ uid }) => uid));
    return [...log, ...waiting(id).filter(({ uid }) => !known.has(uid))];
  }

  /**
   * A page of version 0.2.0 that is still open takes a record of this form for damaged and begins a new one. What it set
   * aside is joined again.
   */
  async function rescue() {
    const found = (await backend.keys()).flatMap((key) => {
      const [, id] = /^damaged:(.+):\d{4}-\d\d-\d\dT[\d:.]+Z$/.exec(key) ?? [];
      return id && isId(id) ? [{ key, id }] : [];
    });
    for (const { key, id } of found) {
      /** @type {Log | null} */
      let lost = null;
      await backend.update([key, id], (name, record) => {
        const { log, sound } = readRecord(record);
        if (name === id) return lost ? [[key, undefined], [id, writeRecord(merge(log, lost))]] : [];
        if (sound && log.length) lost = log;
        return [];
      });
    }
    if (found.length) changedElsewhere();
  }

  /**
   * Return the changes that bring *taken* back to its *key*, beside what has come there since.
   * @param {string} key @param {unknown} record @param {unknown} taken @returns {[string, unknown][]}
   */
  function broughtBack(key, record, taken) {
    if (record === undefined) return [[key, taken]];
    if (!isId(key)) return [];
    const { log, sound } = readRecord(taken);
    return joined(key, record, log).concat(sound ? [] : [[`${DAMAGED}${key}:${newUid()}`, taken]]);
  }

  /** Others than this page have added answers, or taken some away. */
  function changedElsewhere() {
    for (const watcher of watchers) watcher();
  }

  /** Somebody else's answers must not go on under this name. */
  function sameStudent() {
    const same = isShared(course) === shared && (shared || currentProfile(course).id === profile.id);
    if (!same) location.reload();
    return same;
  }

  readJournal();
  void flushed();
  void rescue().catch(() => {});
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && sameStudent()) changedElsewhere();
  });
  window.addEventListener("storage", ({ key }) => {
    if (key === null || WHO.some((name) => key === `${course}.${name}`)) sameStudent();
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted || !sameStudent()) return;
    // The way back after «erase now and leave» must not lead to what was on the page.
    if (shared) location.reload();
    else changedElsewhere();
  });

  return {
    profile,
    shared,

    async load(ids) {
      /** @type {unknown[]} */
      let records = [];
      try {
        records = await backend.read(ids);
      } catch {
        // The journal may do a database's work, if there is one.
        if (!small.write("probe", 1)) tell(true);
        small.write("probe", null);
      }
      const found = new Map();
      ids.forEach((id, at) => {
        const log = whole(id, records[at]);
        if (log.length) found.set(id, { log });
      });
      // Also answers from before there was such a mark.
      if (found.size) mark();
      return found;
    },

    async append(id, attempt) {
      add(id, { uid: newUid(), ...attempt });
      // After the answer is painted, but not only when the database is done.
      setTimeout(mark);
      await flushed();
      ask();
    },

    async reset(ids) {
      const at = new Date().toISOString();
      for (const id of ids) add(id, { uid: newUid(), at, reset: true });
      await flushed();
    },

    async all() {
      await last;
      /** @type {Map<string, Log>} */
      const logs = new Map();
      let damaged = small.keys(DAMAGED).length;
      /** @type {[string, unknown][]} */
      let records = [];
      try {
        records = await backend.all();
      } catch {
        // What is known lives in this page.
      }
      for (const [id, record] of records) {
        if (id.startsWith(DAMAGED)) damaged += 1;
        else if (isId(id)) {
          if (!readRecord(record).sound) damaged += 1;
          logs.set(id, whole(id, record));
        }
      }
      for (const { id } of pending.values()) if (!logs.has(id)) logs.set(id, waiting(id));
      return { logs, damaged };
    },

    async join(logs) {
      const mine = (await this.all()).logs;
      let added = 0;
      let known = 0;
      for (const [id, theirs] of logs) {
        const fresh = merge(mine.get(id) ?? [], theirs).length - (mine.get(id)?.length ?? 0);
        added += fresh;
        known += theirs.length - fresh;
      }
      try {
        await backend.update([...logs.keys()], (id, record) => joined(id, record, logs.get(id) ?? []));
      } catch {
        for (const [id, theirs] of logs) for (const entry of theirs) add(id, entry);
        await flushed();
      }
      if (added) {
        mark();
        ask();
      }
      changedElsewhere();
      return { added, known };
    },

    async erase() {
      await last;
      /** @type {Map<string, unknown>} */
      const kept = new Map();
      const note = () => {
        for (const key of small.keys("")) if (!kept.has(key)) kept.set(key, small.read(key));
      };
      // The journal is read before the records are: what another tab puts from the one into the other is in either.
      note();
      /** @type {[string, unknown][]} */
      let records = [];
      try {
        records = await backend.take();
      } catch (error) {
        if (!cannotOpen(error)) return null;
      }
      note();
      const waited = [...pending.values()].filter(({ journal }) => !journal);
      pending.clear();
      for (const key of kept.keys()) small.write(key, null);
      changedElsewhere();
      return async () => {
        // What has come since stands.
        for (const [key, value] of kept) if (small.read(key) === null) small.write(key, value);
        for (const { id, entry } of waited) add(id, entry);
        readJournal();
        const back = new Map(records);
        try {
          await backend.update([...back.keys()], (key, record) => broughtBack(key, record, back.get(key)));
        } catch {
          for (const [id, record] of back) if (isId(id)) for (const entry of readRecord(record).log) add(id, entry);
        }
        await flushed();
        changedElsewhere();
      };
    },

    desk: small,

    onRefused(listener) {
      listeners.add(listener);
      if (refused) listener(true);
    },

    onChange(listener) {
      watchers.add(listener);
      return () => void watchers.delete(listener);
    },
  };
}
