// Plays one sequence of a student's doings on the real store, in tabs that can be killed: frames of this page, each with
// the store's own code. Removing a frame ends its code and its transactions on the spot, as the crash of a tab does.
const play = async ({ code, course, start, steps }) => {
  const ITEMS = ["q-one", "q-two", "card:x/kk-ru"];
  const tabs = [];
  const safe = new Map(); // uid → item: acknowledged, so never to be missed
  const known = new Set(); // every uid there ever was
  const orders = []; // what one life of a tab gave to one item, in order
  let lives = 0;
  let serial = 0;
  const failing = { put: false, local: false };

  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const attempt = (at, score) => ({
    uid: `u${(serial += 1)}`, at: new Date(Date.UTC(2026, 8, 1) + at * 36e5).toISOString(), lang: "kk", revision: 1,
    response: "a", outcome: { score, verdict: score ? "right" : "wrong", parts: {}, remarks: {} },
  });
  const database = async () => {
    const request = indexedDB.open(`swtech-${course}`);
    request.onupgradeneeded = () => request.result.createObjectStore("items");
    return done(request);
  };
  const put = async (records) => {
    const base = await database();
    const change = base.transaction("items", "readwrite");
    for (const [key, value] of Object.entries(records)) change.objectStore("items").put(value, key);
    await new Promise((resolve) => { change.oncomplete = resolve; });
    base.close();
  };
  const records = async () => {
    const base = await database();
    const items = base.transaction("items").objectStore("items");
    const [keys, values] = await Promise.all([done(items.getAllKeys()), done(items.getAll())]);
    base.close();
    return keys.map((key, at) => [key, values[at]]);
  };

  function open(at) {
    const frame = document.body.appendChild(document.createElement("iframe"));
    const view = frame.contentWindow;
    const full = () => { throw new view.DOMException("full", "QuotaExceededError"); };
    const natural = { put: view.IDBObjectStore.prototype.put, set: view.Storage.prototype.setItem };
    view.IDBObjectStore.prototype.put = function (...values) { return failing.put ? full() : natural.put.apply(this, values); };
    view.Storage.prototype.setItem = function (...values) { return failing.local ? full() : natural.set.apply(this, values); };
    // A slow machine is no broken database.
    const timer = view.setTimeout;
    view.setTimeout = (act, after, ...rest) => timer(act, after >= 300 ? 6e4 : after, ...rest);
    new view.Function(code)();
    const store = view.makeStore(course);
    const tab = { frame, store, life: (lives += 1), work: [], refused: false, mine: new Map() };
    store.onRefused((refused) => { tab.refused = refused; });
    tabs[at] = tab;
  }
  function kill(at) {
    tabs[at]?.frame.remove();
    tabs[at] = undefined;
  }
  const settle = async (tab) => {
    await Promise.all(tab.work);
    tab.work = [];
    // What the page says is kept is acknowledged from now on, also what could not be kept at first.
    if (!tab.refused) for (const [uid, id] of tab.mine) safe.set(uid, id);
  };

  if (start) {
    // A store of the first form, as version 0.2.0 left it.
    const old = [attempt(1, 0), attempt(2, 1)].map(({ uid, ...rest }) => rest);
    await put({ "q-one": { attempts: old, reset: start > 1 ? old[0].at : undefined } });
    for (const { at } of old) { safe.set(at, "q-one"); known.add(at); }
    known.add(`reset/${old[0].at}`);
  }
  open(0);

  for (const [step, at, item, value] of steps) {
    const id = ITEMS[item];
    if (!tabs[at]) open(at);
    const tab = tabs[at];
    if (step === "answer" || step === "reset") {
      const entry = attempt(value, value % 2);
      const dangerous = failing.local;
      if (step === "answer") {
        known.add(entry.uid);
        tab.work.push(tab.store.append(id, entry));
        tab.mine.set(entry.uid, id);
        if (!dangerous) safe.set(entry.uid, id);
        orders.push([tab.life, id, entry.uid]);
      } else tab.work.push(tab.store.reset([id]));
    } else if (step === "wait") await settle(tab);
    else if (step === "reload") { kill(at); open(at); }
    else if (step === "kill") kill(at);
    else if (step === "quota") { failing.put = value % 2 > 0; failing.local = value % 4 > 1; }
    else if (step === "import") {
      const entries = [attempt(value, 1), attempt(value + 1, 0)];
      for (const { uid } of entries) known.add(uid);
      const twice = tab.store.join(new Map([[id, entries]]));
      tab.work.push(twice);
      const { added } = await twice;
      await settle(tab);
      if (added !== 2) return `an import of two added ${added}`;
      if (!tab.refused) for (const { uid } of entries) safe.set(uid, id);
      const { added: again } = await tab.store.join(new Map([[id, entries]]));
      if (again) return `the same import again added ${again}`;
    } else if (step === "damage") {
      const base = await database();
      const items = base.transaction("items", "readwrite").objectStore("items");
      const read = items.get(id);
      read.onsuccess = () => {
        const log = read.result?.log ?? read.result?.attempts ?? [];
        items.put(value % 2 ? { v: 77, log } : { v: 2, log: [...log, { at: "гүл" }] }, id);
      };
      await new Promise((resolve) => { items.transaction.oncomplete = resolve; });
      base.close();
    } else if (step === "undo") {
      await Promise.all(tabs.filter(Boolean).map(settle));
      if (failing.put || failing.local) continue;
      const undo = await tab.store.erase();
      const left = (await tab.store.all()).logs.size;
      if (left && !tabs.some((one) => one && one !== tab)) return `${left} things are left after erasing`;
      await undo();
    }
  }

  async function everywhere(tab) {
    const { logs } = await tab.store.all();
    const aside = (await records()).flatMap(([, record]) => record?.log ?? record?.attempts ?? []);
    return new Set([...[...logs.values()].flat(), ...aside].map(({ uid, at }) => uid ?? at));
  }

  failing.put = failing.local = false;
  await Promise.all(tabs.filter(Boolean).map((tab) => Promise.race([Promise.all(tab.work)])));
  // Whatever a living page still holds in memory goes out with its next answer.
  for (const tab of tabs.filter(Boolean)) {
    const entry = attempt(1, 1);
    known.add(entry.uid);
    tab.mine.set(entry.uid, "q-two");
    tab.work.push(tab.store.append("q-two", entry));
    await settle(tab);
  }
  for (const at of tabs.keys()) kill(at);
  open(0);
  const { logs } = await tabs[0].store.all();
  await tabs[0].store.append("q-two", attempt(2, 1));
  const found = await everywhere(tabs[0]);
  const missing = [...safe.keys()].filter((uid) => !found.has(uid));
  if (missing.length) return `acknowledged and missing: ${missing}`;
  for (const [id, log] of logs) {
    const uids = log.map(({ uid }) => uid);
    if (new Set(uids).size !== uids.length) return `${id} has an entry twice: ${uids}`;
    for (const entry of log)
      if (!("reset" in entry) && !known.has(entry.uid) && !known.has(entry.at)) return `${id} has a stranger: ${entry.uid}`;
    for (let life = 1; life <= lives; life += 1) {
      const given = orders.filter(([who, what, uid]) => who === life && what === id && uids.includes(uid)).map(([, , uid]) => uid);
      const kept = uids.filter((uid) => given.includes(uid));
      if (String(given) !== String(kept) && !steps.some(([step]) => step === "undo" || step === "import" || step === "damage"))
        return `${id} changed the order ${given} to ${kept}`;
    }
  }
  kill(0);
  indexedDB.deleteDatabase(`swtech-${course}`);
  for (const key of Object.keys(localStorage)) if (key.startsWith(`${course}.`)) localStorage.removeItem(key);
  return "";
};

// Several sequences at once, each with a course of its own: most of their time is spent waiting for the database.
globalThis.playAll = ({ code, sequences }) => Promise.all(sequences.map((sequence) => play({ code, ...sequence })));
