// @ts-check
// Whose answers this page keeps: said where that is not plain, to somebody with a named profile or on a shared device.
import { currentProfile, hasLeft, isShared } from "../store/places.js";

/** The page of the student's data, and its section on people. */
const PAGE = "progress";
const PLACE = "progress-people";

/** @param {import("./site.js").Site} site */
export function setUpWhose({ id, page, words }) {
  const shared = isShared(id);
  const { name } = currentProfile(id);
  const main = document.getElementById("sw-main");
  if (!main || !(shared || name || page === PAGE)) return;
  const line = document.createElement("p");
  line.className = "sw-whose";
  const link = document.createElement("a");
  link.href = page === PAGE ? `#${PLACE}` : `${PAGE}.html#${PLACE}`;
  link.textContent = shared ? words.whose_leave : words.whose_change;
  // A name comes last, as text: it may hold a dollar sign or anything else.
  if (shared && hasLeft(id)) line.append(words.whose_left, " ");
  line.append(shared ? words.whose_shared : name ? words.whose.split("{name}").join(name) : words.whose_nobody, " ", link);
  main.prepend(line);
}
