// @ts-check
// Several people in one browser: profiles by name, and a device that is nobody's, where answers go with the tab.
import { asking } from "../asking.js";
import { button, fill, make } from "../dom.js";
import { newUid } from "../store/log.js";
import { chooseProfile, isShared, nameOfFirst, nameProfile, profiles, setLeft, setProfiles, setShared } from "../store/places.js";
import { removeProfile } from "../store/remove.js";
import { field, saying } from "./say.js";
import { answersIn } from "./stored.js";

/** @typedef {import("../store/places.js").Profile} Profile */
/** @typedef {import("../types.js").Store} Store */
/** @typedef {import("../types.js").Words} Words */

const LONGEST = 60;

/** @param {HTMLElement} el @param {Store} store @param {Words} words */
export function openPeople(el, store, words) {
  if (store.shared) openShared(el, store, words);
  else openOwn(el, store, words);
}

/** @param {HTMLElement} el @param {Store} store @param {Words} words */
function openOwn(el, store, words) {
  const course = el.dataset.course ?? "";
  const { line, say } = saying();
  const list = make("ul", { class: "sw-people" });
  const known = () => profiles(course);
  /** @returns {Profile} who used the browser before there were profiles, with a name or without */
  const first = () => ({ id: "", name: nameOfFirst(course) || words.data_nameless });

  /** Gives the name as it can be kept, or null and says why not. @param {string} typed @param {string} [id] its own */
  function named(typed, id) {
    const name = typed.replace(/\s+/g, " ").trim().slice(0, LONGEST);
    const taken = [first(), ...known()].some((one) => one.id !== id && one.name.toLowerCase() === name.toLowerCase());
    if (name && !taken) return name;
    say(name ? words.data_same : words.data_unnamed);
    return null;
  }

  /** @param {string} id */
  function go(id) {
    if (chooseProfile(course, id)) location.reload();
    else say(words.data_refused);
  }

  /** @param {Profile} profile */
  function rename({ id, name: before }) {
    const { input, box } = field(words.data_name, { maxlength: String(LONGEST) });
    input.value = id || nameOfFirst(course) ? before : "";
    const done = () => {
      show();
      /** @type {HTMLElement | null} */ (list.querySelector(`[data-profile="${CSS.escape(id)}"] .sw-rename`))?.focus();
    };
    const form = make(
      "form",
      { class: "sw-line" },
      box,
      make("div", { class: "sw-buttons" }, make("button", { type: "submit", class: "sw-button is-primary" }, words.data_save), button(words.data_cancel, "", done)),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const name = named(input.value, id);
      if (name === null) return input.focus();
      if (!nameProfile(course, id, name)) return say(words.data_refused);
      if (id === store.profile.id) return location.reload();
      say("");
      done();
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") done();
    });
    return form;
  }

  /** @param {Profile} profile */
  function row(profile) {
    const { id, name } = profile;
    const here = id === store.profile.id;
    const item = make("li", { "data-profile": id, "aria-current": here ? "true" : null }, make("span", { class: "sw-person" }, name));
    const tools = make("div", { class: "sw-buttons" });
    const labelled = (/** @type {string} */ text, /** @type {() => void} */ act) => {
      const made = button(text, "", act);
      made.setAttribute("aria-label", `${text}: ${name}`);
      return made;
    };
    if (here) item.append(make("span", { class: "sw-here" }, words.data_here));
    else tools.append(labelled(words.data_switch, () => go(id)));
    const renaming = labelled(words.data_rename, () => {
      const form = rename(profile);
      item.replaceChildren(form);
      form.querySelector("input")?.focus();
    });
    renaming.classList.add("sw-rename");
    tools.append(renaming);
    if (id) {
      tools.append(
        asking(
          {
            label: words.data_remove,
            name: `${words.data_remove}: ${name}`,
            question: () => fill(words.data_remove_ask, { name }),
            yes: words.data_remove_yes,
            no: words.data_no,
          },
          () => void remove(profile),
        ),
      );
    }
    item.append(tools);
    return item;
  }

  /** @param {Profile} profile */
  async function remove({ id, name }) {
    if (!(await removeProfile(course, id))) return say(words.data_refused);
    if (id === store.profile.id) return location.reload();
    show();
    say(fill(words.data_removed, { name }));
    input.focus();
  }

  const show = () => list.replaceChildren(...[first(), ...known()].map(row));
  const { input, box } = field(words.data_new, { maxlength: String(LONGEST) });
  const form = make(
    "form",
    { class: "sw-line" },
    box,
    make("div", { class: "sw-buttons" }, make("button", { type: "submit", class: "sw-button" }, words.data_create)),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = named(input.value);
    if (name === null) return input.focus();
    const id = newUid();
    if (!setProfiles(course, [...known(), { id, name }])) return say(words.data_refused);
    go(id);
  });

  const share = button(words.data_share, "", () => {
    setShared(course, true);
    // Where both storages are refused there is no tab that would keep anything.
    if (isShared(course)) location.reload();
    else say(words.data_refused);
  });
  show();
  el.append(
    make("h4", {}, words.data_profiles),
    list,
    form,
    line,
    make("h4", {}, words.data_device),
    make("p", {}, words.data_share_note),
    make("div", { class: "sw-buttons" }, share),
  );
}

/** @param {HTMLElement} el @param {Store} store @param {Words} words */
function openShared(el, store, words) {
  const course = el.dataset.course ?? "";
  const { line, say } = saying();
  const leave = asking(
    { label: words.data_leave, question: () => words.data_leave_ask, yes: words.data_leave_yes, no: words.data_no },
    async () => {
      const erased = await store.erase();
      if (!erased || answersIn((await store.all()).logs)) say(words.data_erase_failed);
      else {
        setLeft(course);
        // The way back must not lead to this page; the store loads the pages before it anew.
        location.replace("index.html");
      }
    },
  );
  const own = asking(
    { label: words.data_own, question: () => words.data_own_ask, yes: words.data_own_yes, no: words.data_no },
    () => {
      setShared(course, false);
      location.reload();
    },
  );
  el.append(make("p", { class: "sw-study-note" }, words.data_shared), leave, own, line);
}
