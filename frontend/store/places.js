// @ts-check
// Where the browser lets a course keep things: whose answers these are, and the small synchronous storage beside the
// database. Every name begins with the course's id, since all courses of one host, and all local files, share both.

/** @typedef {{ id: string, name: string }} Profile id "" is whoever uses the browser without having given a name */

/** @param {string} name @returns {Storage | null} */
function area(name) {
  try {
    return /** @type {any} */ (globalThis)[name] ?? null;
  } catch {
    return null;
  }
}

const local = () => area("localStorage");
const tab = () => area("sessionStorage");

/** @param {Storage | null} storage @param {string} key @returns {string | null} */
function get(storage, key) {
  try {
    return storage?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/** @param {Storage | null} storage @param {string} key @param {string | null} value @returns {boolean} whether it is kept */
function set(storage, key, value) {
  try {
    if (!storage) return false;
    if (value === null) storage.removeItem(key);
    else storage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** @param {Storage | null} storage @param {string} prefix @returns {string[]} */
function keys(storage, prefix) {
  try {
    return Object.keys(storage ?? {}).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

/** Return what *text* says in JSON, or *otherwise*. @param {string | null} text @param {any} otherwise @returns {any} */
function parse(text, otherwise) {
  try {
    return text === null ? otherwise : JSON.parse(text);
  } catch {
    return otherwise;
  }
}

/** Tell whether this is a shared device, where answers go with the tab. @param {string} course */
export const isShared = (course) => get(local(), `${course}.shared`) === "1" || get(tab(), `${course}.shared`) === "1";

/** Make this device shared, or one's own again. @param {string} course @param {boolean} shared */
export function setShared(course, shared) {
  const kept = set(local(), `${course}.shared`, shared ? "1" : null);
  set(tab(), `${course}.shared`, shared && !kept ? "1" : null);
}

/** Remember for the next page that somebody has erased the answers of this tab to leave. @param {string} course */
export const setLeft = (course) => set(tab(), `${course}.left`, "1");

/** Tell once whether that was so. @param {string} course */
export function hasLeft(course) {
  const left = get(tab(), `${course}.left`) === "1";
  if (left) set(tab(), `${course}.left`, null);
  return left;
}

/** @param {unknown} value @returns {Profile[]} */
function readProfiles(value) {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one) =>
    one && /^[a-z0-9-]{1,40}$/.test(String(one.id)) && typeof one.name === "string"
      ? [{ id: String(one.id), name: one.name.slice(0, 60) }]
      : [],
  );
}

/** Return the named profiles of this browser. @param {string} course @returns {Profile[]} */
export const profiles = (course) => readProfiles(parse(get(local(), `${course}.profiles`), []));

/** Return whose answers are kept now; the id is "" for the profile that is there from the first. @param {string} course @returns {Profile} */
export function currentProfile(course) {
  const id = get(local(), `${course}.profile`) ?? "";
  return profiles(course).find((profile) => profile.id === id) ?? { id: "", name: nameOfFirst(course) };
}

/** The profile that was there before there were others has no name at first. @param {string} course */
export const nameOfFirst = (course) => (get(local(), `${course}.name`) ?? "").slice(0, 60);

/**
 * Give the profile *id* a name. Another tab may have changed the list meanwhile: only this one's name is set.
 * @param {string} course @param {string} id @param {string} name @returns {boolean} whether the browser keeps it
 */
export function nameProfile(course, id, name) {
  if (!id) return set(local(), `${course}.name`, name);
  return setProfiles(course, profiles(course).map((one) => (one.id === id ? { id, name } : one)));
}

/** @param {string} course @param {Profile[]} list @returns {boolean} whether the browser keeps it */
export const setProfiles = (course, list) => set(local(), `${course}.profiles`, JSON.stringify(list));

/** @param {string} course @param {string} id @returns {boolean} whether the browser keeps it */
export const chooseProfile = (course, id) => set(local(), `${course}.profile`, id || null);

/** How a small thing is called there. @param {string} course @param {string} profile @param {string} key */
const nameOf = (course, profile, key) => `${course}.${profile}.${key}`;

/** Tell whether whoever uses the browser now has ever answered anything. Asked on every page. @param {string} course */
export function isActive(course) {
  const shared = isShared(course);
  return get(shared ? tab() : local(), nameOf(course, shared ? "" : currentProfile(course).id, "active")) !== null;
}

/** Return the database's name. @param {string} course @param {string} profile the profile's id */
export const database = (course, profile) => `swtech-${course}${profile ? `.${profile}` : ""}`;

/**
 * Small things that are kept at once: the journal, unfinished tests, settings. In a shared device's tab, or where the
 * browser refuses, they live as long as the tab or the page.
 * @param {string} course @param {string} profile
 */
export function desk(course, profile) {
  // For the life of the page: another window may make the device shared meanwhile, and this one is then loaded anew.
  const storage = isShared(course) ? tab() : local();
  const name = (/** @type {string} */ key) => nameOf(course, profile, key);
  /** @type {Map<string, string>} */
  const memory = new Map();
  return {
    /** @param {string} key @returns {any} */
    read: (key) => parse(memory.get(key) ?? get(storage, name(key)), null),
    /** What is there, read or not. @param {string} key */
    raw: (key) => get(storage, name(key)),
    /** @param {string} key @param {unknown} value null takes it away @returns {boolean} whether the browser keeps it */
    write(key, value) {
      const text = value === null ? null : JSON.stringify(value);
      memory.delete(key);
      if (set(storage, name(key), text)) return true;
      // What the browser refused stands before what it still has.
      if (text !== null) memory.set(key, text);
      return false;
    },
    /** The keys that begin with *prefix*. @param {string} prefix */
    keys: (prefix) => [
      ...new Set([
        ...keys(storage, name(prefix)).map((key) => key.slice(name("").length)),
        ...[...memory.keys()].filter((key) => key.startsWith(prefix)),
      ]),
    ],
  };
}
