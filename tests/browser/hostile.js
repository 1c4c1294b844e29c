// Watches a page whose every text tries to run code, and goes through its states. Runs before anything of the page;
// `injections` stands before it.
(() => {
  const breaches = new Set();
  globalThis.canary = () => void breaches.add("it ran");
  for (const name of ["alert", "confirm", "prompt"]) globalThis[name] = globalThis.canary;
  document.addEventListener("securitypolicyviolation", (event) =>
    breaches.add(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
  );

  // ---- whatever is ever put into the page ----------------------------------------------------------------------
  const tags = new Set(
    `html head meta title link body main script h1 h2 h3 h4 section div p span em strong a ul ol li br dl dt dd input
    textarea label select form option button details summary noscript fieldset legend table thead tbody tfoot tr th td caption nav b
    time svg path rect circle line`.split(/\s+/),
  );
  const refused = /^(on|src|style|formaction|action|xlink|background|ping|data$|http-equiv|popover|autofocus)/;
  const safe = /^(https?:|mailto:|#|(\.\.\/(kk|ru)\/)?[\w-]+\.html([?#]|$)|\?|blob:)/i;
  const plain = (form) => /^sw-/.test(form.className) && form.getAttributeNames().every((name) => /^(class|hidden|novalidate)$/.test(name));
  const ours = /^\.\.\/static\/\w+\.(js|css)$/;

  function look(node) {
    const name = node.localName;
    const said = () => node.outerHTML.slice(0, 120);
    const foreign = node.namespaceURI !== "http://www.w3.org/1999/xhtml";
    if (!tags.has(name) || (foreign && !node.closest("svg[class^=sw-]"))) breaches.add(`element: ${said()}`);
    if (name === "form" && !plain(node)) breaches.add(`form: ${said()}`);
    if (!node.closest("body")) return;
    if (name === "script") {
      if (!/^sw-/.test(node.className) && !ours.test(node.getAttribute("src") ?? "")) breaches.add(`script: ${said()}`);
      return;
    }
    for (const { name: attribute, value } of node.attributes)
      if (refused.test(attribute) && !(attribute === "style" && node.closest(".sw-study")))
        breaches.add(`attribute: ${attribute}=${value.slice(0, 60)} of ${name}`);
    const href = node.getAttribute("href");
    if (href === null || (name === "link" && ours.test(href))) return;
    if (!safe.test(href) || !/^(https?|mailto|blob):$/.test(node.protocol)) breaches.add(`link: ${href.slice(0, 80)}`);
  }

  new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === "attributes") look(target);
      for (const node of addedNodes)
        if (node.nodeType === 1) for (const one of [node, ...node.querySelectorAll("*")]) look(one);
    }
  }).observe(document, { childList: true, subtree: true, attributes: true });

  // ---- the page as it was written, before any of its own scripts has run ----------------------------------------
  const squeeze = (text) => text.replace(/[\s\u00a0\u0085\u001c-\u001f]+/g, " ").trim();
  // What Markdown, lines and blanks change is not the same letter by letter; all else is.
  const literal = (text) => !/[*_[\]\\\n\r\0\ue000\ue001]/.test(text);
  const shown = `.sw-stem, .sw-entry-text, .sw-pill span, .sw-hint-text, .sw-feedback, .sw-rationale, .sw-key, .sw-gaps,
    option:not([value='']), .sw-situation, .sw-consequence, .sw-why-so, .sw-behind, .sw-decision summary,
    .sw-step-question, .sw-step-decision, .sw-step-reason`;
  const numberOf = (item) =>
    /-h(\d+)-/.exec(`${item.id}-`)?.[1] ?? item.closest("[data-case]")?.dataset.case.slice(1) ?? 0;
  const read = { items: 0, texts: 0, changed: [] };

  document.addEventListener("readystatechange", () => {
    if (document.readyState !== "interactive") return;
    for (const item of document.querySelectorAll(".sw-item")) {
      const text = injections[numberOf(item)];
      const payload = item.querySelector(".sw-payload");
      if (payload) {
        const { id, kind, answers } = JSON.parse(payload.textContent);
        if (`item-${id}` !== item.id || (kind === "short" && answers[0] !== text)) read.changed.push(item.id);
      }
      read.items += 1;
      if (!literal(text)) continue;
      for (const node of item.querySelectorAll(shown)) {
        read.texts += 1;
        if (!squeeze(node.textContent).includes(squeeze(text))) read.changed.push(`${item.id} ${node.className}: ${text}`);
      }
    }
  });

  // ---- going through it ------------------------------------------------------------------------------------------
  const wait = (time = 0) => new Promise((done) => setTimeout(done, time));
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

  /** Do *action* with the page unseen, else hundreds of questions would be laid out at each press; then show it. */
  async function unseen(action) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("main { display: none }");
    document.adoptedStyleSheets = [sheet];
    await action();
    document.adoptedStyleSheets = [];
    await frame();
  }

  function change(field) {
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** Answer with the choice *round*; a text field gets the answer itself or, in the second round, another injection. */
  function fill(item, round) {
    const groups = new Map();
    for (const input of all(".sw-body input", item)) {
      if (input.type === "text" && !input.readOnly) {
        input.value = injections[(Number(numberOf(item)) + round) % injections.length].slice(0, 200);
        change(input);
      } else if (input.type !== "text") groups.set(input.name, [...(groups.get(input.name) ?? []), input]);
    }
    for (const inputs of groups.values()) {
      const open = inputs.filter((input) => !input.disabled);
      if (open.length) open[round % open.length].click();
    }
    for (const select of all("select:not([disabled])", item)) {
      select.selectedIndex = 1 + (round % (select.options.length - 1));
      change(select);
    }
    item.querySelector(".sw-down:not([disabled])")?.click();
  }

  function press(root, text) {
    const found = all("button", root).find((button) => button.textContent === text && !button.closest("[hidden]"));
    found?.click();
    return Boolean(found);
  }

  async function round(number, words) {
    let judged = 0;
    for (const item of all(".sw-item")) {
      press(item, words.retry);
      press(item, words.hint);
      fill(item, number);
      judged += press(item, words.check);
      press(item, words.amend);
      fill(item, number + 1);
      press(item, words.check);
      press(item, words.show);
    }
    await wait();
    return judged;
  }

  /** Take every item through its states, then through all of them in the other language. */
  async function answer() {
    const words = JSON.parse(document.querySelector(".sw-words").textContent);
    const other = document.documentElement.lang === "kk" ? "ru" : "kk";
    const { bank } = JSON.parse(document.querySelector(".sw-payload").textContent);
    const counts = {};
    await unseen(async () => {
      counts.judged = await round(0, words);
      counts.explained = all(".sw-item .sw-rationale").length;
      for (const flip of all(".sw-flip")) flip.click();
      const { words: spoken } = await swtech.load(other, bank);
      for (let left = 300; left && document.querySelector(`.sw-item:not([lang="${other}"])`); left--) await wait(20);
      counts.flipped = all(`.sw-item[lang="${other}"]`).length;
      counts.again = await round(1, spoken);
    });
    counts.feedback = all(".sw-item .sw-feedback").length;
    return counts;
  }

  /** Go to the end of every case, along its first or its second decisions. */
  async function decide() {
    await unseen(async () => {
      for (const story of all(".sw-branching"))
        for (const which of [0, 1])
          for (let step = 0; step < 6; step++) {
            if (which && !step) story.querySelector(".sw-trail-step")?.click();
            const scene = all(".sw-scene", story).find((one) => !one.hidden);
            const open = all(".sw-choose:not([disabled])", scene);
            if (!open.length) break;
            open[which % open.length].click();
            all(".sw-decision .sw-actions .is-primary", scene).find((one) => !one.closest("[hidden]"))?.click();
          }
    });
    return { ended: all(".sw-expert:not([hidden])").length };
  }

  /** Wait until *found* gives something, and give it. */
  async function until(found) {
    for (let left = 400; left; left--) {
      const value = found();
      if (value) return value;
      await wait(5);
    }
    return null;
  }

  /** Take everything that a sitting asks, in both languages, wrong and right by turns; gives how much it asked. */
  async function sit(start) {
    const words = JSON.parse(document.querySelector(".sw-study .sw-words").textContent);
    let asked = 0;
    await until(() => press(document, words[start]));
    await unseen(async () => {
      for (let at = 0; at < injections.length; at++) {
        const item = await until(() => document.querySelector(".sw-stage > .sw-item, .sw-results"));
        if (!item?.matches(".sw-item")) break;
        asked += 1;
        if (item.matches(".sw-term-card")) {
          press(item, words.sure);
          const front = item.querySelector(".sw-flip");
          const before = item.querySelector("[lang]").lang;
          front.click();
          await until(() => item.querySelector("[lang]").lang !== before);
          press(item, at % 2 ? words.cards_right : words.cards_wrong);
        } else if (item.querySelector(".sw-body")) {
          fill(item, at % 2);
          const { words: spoken } = await swtech.load(document.documentElement.lang, JSON.parse(item.querySelector(".sw-payload").textContent).bank);
          if (!press(item, at % 3 ? spoken.sure : spoken.unsure)) break;
          press(item, words.review_next);
        } else press(item, words.review_later);
        await until(() => !item.isConnected);
      }
    });
    return asked;
  }

  /** Take the test that the address asks for, to its result; gives how many questions it had. */
  async function test() {
    const { words } = JSON.parse(document.querySelector(".sw-test-data").textContent);
    await until(() => press(document, words.test_start));
    await until(() => document.querySelector(".sw-test-list .sw-item"));
    let asked = 0;
    await unseen(async () => {
      for (const item of all(".sw-test-list .sw-item")) fill(item, (asked += 1) % 2);
      await wait();
      press(document, words.test_finish);
      await wait();
      press(document, words.test_finish_anyway);
      await until(() => document.querySelector(".sw-objective-list"));
    });
    return document.querySelector(".sw-objective-list") && asked;
  }

  globalThis.hostile = { read, answer, decide, sit, test, press, wait, until, unseen, frame, breaches: () => [...breaches] };
})();
