// @ts-check
// Taking away what a named profile has left in this browser: its records and its small things.
import { chooseProfile, currentProfile, database, profiles, setProfiles } from "./places.js";

/** @param {IDBRequest | IDBTransaction} request @param {string} event @returns {Promise<void>} */
const happened = (request, event) =>
  new Promise((resolve, reject) => {
    request.addEventListener(event, () => resolve());
    for (const fault of ["error", "abort"]) request.addEventListener(fault, () => reject(request.error));
  });

/** Empty the database *name* and let it go. @param {string} name */
async function drop(name) {
  /** @type {IDBOpenDBRequest} */
  let opening;
  try {
    opening = indexedDB.open(name);
    await happened(opening, "success");
  } catch {
    // Where no database can be opened there is none to drop: the answers are among the small things.
    return;
  }
  const connection = opening.result;
  const stores = [...connection.objectStoreNames];
  if (stores.length) {
    const change = connection.transaction(stores, "readwrite");
    for (const store of stores) change.objectStore(store).clear();
    await happened(change, "complete");
  }
  connection.close();
  // Another tab may have it open: then it goes when that tab does. It is empty already.
  indexedDB.deleteDatabase(name);
}

/**
 * Remove the profile *id* with all that it has left here. Gives whether everything is gone; the profile leaves the list
 * only then.
 * @param {string} course @param {string} id @returns {Promise<boolean>}
 */
export async function removeProfile(course, id) {
  try {
    const name = database(course, id);
    // The second one takes the place of a database that was made by halves.
    for (const each of [name, `${name}.2`]) await drop(each);
    const prefix = `${course}.${id}.`;
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    return false;
  }
  if (currentProfile(course).id === id && !chooseProfile(course, "")) return false;
  return setProfiles(course, profiles(course).filter((profile) => profile.id !== id));
}
