/* Search: a dialog in the header of every page, and the page /search/ with facets.
   Every value is put in as text, never as markup; the index comes from this site alone. */

const base = new URL("../", import.meta.url);
const PAGE = 10;
const FACET_VALUES = 8;

let engine;
let words;

/** Pagefind and the words for its values, loaded when somebody first searches. */
function load() {
  engine ??= (async () => {
    const pagefind = await import(new URL("pagefind/pagefind.js", base));
    await pagefind.options({
      ranking: { metaWeights: { claim: 8, question: 4, briefing: 4, actor: 4, source: 1 } },
    });
    await pagefind.init();
    return pagefind;
  })();
  words ??= fetch(new URL("assets/search-words.json", base)).then((answer) => answer.json());
  return Promise.all([engine, words]);
}

/** A new element with attributes and children; strings become text. */
function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const several = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** The words around the first hit, each hit marked. Locations count the words of the content. */
function excerpt(data) {
  const all = data.content.split(" ");
  const hits = new Set(data.locations);
  const start = Math.max(0, (data.locations[0] ?? 0) - 8);
  const shown = all.slice(start, start + 32);
  const parts = shown.flatMap((word, at) => [hits.has(start + at) ? make("mark", {}, word) : word, " "]);
  return make("p", {}, ...(start ? ["… "] : []), ...parts, ...(start + shown.length < all.length ? ["…"] : []));
}

/** One result: what it is called, what it is and where it stands, and the words that were found. */
function result(data, labels) {
  const [[kind, title]] = Object.entries(data.meta).filter(([key]) => key in labels.kind);
  const slug = data.raw_url.match(/^\/?briefings\/([^/]+)\//)?.[1];
  const where = [labels.kind[kind]];
  if (slug && kind !== "briefing") where.push(labels.briefing[slug] ?? slug);
  return make(
    "li",
    {},
    make("a", { href: data.url }, title),
    make("p", { class: "find-where" }, where.join(" · ")),
    kind === "claim" || kind === "question" ? "" : excerpt(data),
  );
}

/** Fill a list with the results from `start`; the list is asked whether the answer is still wanted. */
async function fill(list, found, start, labels, wanted) {
  const batch = await Promise.all(found.slice(start, start + PAGE).map((one) => one.data()));
  if (wanted()) list.append(...batch.map((data) => result(data, labels)));
}

const plain = (word) => word.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

/** The words of a query. */
const wordsOf = (query) => [...new Set(query.split(/\s+/).map(plain))].filter(Boolean);

/** Which words of the query nothing has. For a word that it doesn't know, Pagefind finds the longest beginning
    of it that it does ("b" for "banana"); so the marked words of the first result tell, endings apart. */
async function unknown(found, query) {
  if (!found.results.length) return wordsOf(query);
  const data = await found.results[0].data();
  const content = data.content.split(" ");
  const hits = data.locations.flatMap((at) => content[at].split(/[^\p{L}\p{N}]+/u)).map(plain);
  const alike = (word) => hits.some((hit) => hit.startsWith(word.slice(0, Math.max(2, Math.ceil(word.length * 0.6)))));
  return wordsOf(query).filter((word) => !alike(word));
}

/** What to say when nothing was found: which of the words are there at all, and where else to look. */
async function nothing(pagefind, query, filters) {
  const said = make("div", { class: "find-nothing" });
  const chosen = Object.keys(filters).length > 0;
  if (chosen) {
    const all = await pagefind.search(query || null);
    const count = (await unknown(all, query)).length ? 0 : all.results.length;
    said.append(make("p", {}, "Nothing has all of this. ", make("a", { href: address(query, {}) }, `Without the choices: ${several(count, "result")}`), "."));
  } else {
    said.append(make("p", {}, `Nothing here has “${query}”.`));
  }
  const single = wordsOf(query);
  if (!chosen && single.length > 1) {
    const list = make("ul");
    for (const word of single) {
      const alone = await pagefind.search(word);
      const count = (await unknown(alone, word)).length ? 0 : alone.results.length;
      if (count) list.append(make("li", {}, make("a", { href: address(word, {}) }, `${several(count, "result")} for “${word}” alone`)));
    }
    if (list.children.length) said.append(list);
  }
  said.append(
    make(
      "p",
      {},
      "Look through ",
      make("a", { href: new URL("questions/", base) }, "the questions"),
      ", ",
      make("a", { href: new URL("actors/", base) }, "who is named"),
      " or ",
      make("a", { href: base }, "the briefings"),
      ".",
    ),
  );
  return said;
}

/** The address of the search page with a query and the choices made. */
function address(query, filters) {
  const there = new URL("search/", base);
  if (query) there.searchParams.set("q", query);
  for (const [name, values] of Object.entries(filters)) for (const value of values) there.searchParams.append(name, value);
  return there;
}

/** Each facet's choices as Pagefind takes them: any value of a facet, all facets together. */
const asked = (filters) => Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, { any: values }]));

const UNAVAILABLE = "Search is not available here. The lists of questions, of who is named and of briefings hold everything.";

/** The dialog in the header. */
function dialog(opener) {
  const input = make("input", { type: "search", name: "q", "aria-label": "Search all briefings", placeholder: "Search claims, people, questions", autocomplete: "off" });
  const status = make("p", { class: "find-status", role: "status" });
  const list = make("ol", { class: "find-results", "aria-label": "Results" });
  const form = make("form", { action: new URL("search/", base), role: "search" }, input);
  const box = make("dialog", { class: "find md-typeset", "aria-label": "Search" }, form, status, list);
  document.body.append(box);
  let turn = 0;

  const open = () => {
    if (!box.open) box.showModal();
    input.select();
    load().catch(() => { status.textContent = UNAVAILABLE; });
  };
  const search = async () => {
    const mine = ++turn;
    const query = input.value.trim();
    if (!query) {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    try {
      const [pagefind, labels] = await load();
      const found = await pagefind.debouncedSearch(query, {}, 150);
      if (!found || mine !== turn) return;
      const none = (await unknown(found, query)).length > 0;
      if (mine !== turn) return;
      list.replaceChildren();
      if (!none) {
        status.replaceChildren(`${several(found.results.length, "result")}. `, make("a", { href: address(query, {}) }, "See all, and narrow them down"));
        await fill(list, found.results, 0, labels, () => mine === turn);
      } else {
        status.replaceChildren(await nothing(pagefind, query, {}));
      }
    } catch {
      status.textContent = UNAVAILABLE;
    }
  };

  input.addEventListener("input", search);
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  box.addEventListener("click", (event) => { if (event.target === box || event.target.closest("a")) box.close(); });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [input, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    event.preventDefault();
    stops[Math.min(Math.max(at + (event.key === "ArrowDown" ? 1 : -1), 0), stops.length - 1)].focus();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (slash || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      event.stopPropagation();
      const field = document.querySelector("#search-query");
      if (field && !box.open) field.select();
      else open();
    }
  }, true);
}

/** The page /search/: the query and the choices stand in the address, so that it can be kept and sent. */
async function page(form) {
  const input = form.querySelector("input");
  const status = document.querySelector("#search-status");
  const list = document.querySelector("#search-results");
  const more = document.querySelector("#search-more");
  const facets = document.querySelector("#search-facets");
  form.closest("[hidden]")?.removeAttribute("hidden");
  document.querySelector("#search-without").hidden = true;
  let pagefind, labels, counts;
  try {
    [pagefind, labels] = await load();
    counts = await pagefind.filters();
  } catch {
    status.textContent = UNAVAILABLE;
    return;
  }
  const names = Object.keys(labels.facet);
  let turn = 0;

  const read = () => {
    const given = new URLSearchParams(location.search);
    const filters = {};
    for (const name of names) {
      const values = given.getAll(name).filter((value) => value in (counts[name] ?? {}));
      if (values.length) filters[name] = values;
    }
    return { query: (given.get("q") ?? "").trim(), filters };
  };

  const choice = (name, value, count, checked) => {
    const box = make("input", { type: "checkbox", name, value });
    box.checked = checked;
    return make("label", {}, box, ` ${labels[name]?.[value] ?? value} `, make("span", { class: "find-count" }, `${count}`));
  };

  const showFacets = (found, filters) => {
    const focused = document.activeElement?.name && [document.activeElement.name, document.activeElement.value];
    const sets = names.map((name) => {
      const here = { ...(found?.filters?.[name] ?? {}) };
      for (const value of filters[name] ?? []) here[value] ??= 0;
      const chosen = new Set(filters[name] ?? []);
      const all = Object.entries(here)
        .filter(([value, count]) => count > 0 || chosen.has(value))
        .sort(([a, m], [b, n]) => chosen.has(b) - chosen.has(a) || n - m || (labels[name]?.[a] ?? a).localeCompare(labels[name]?.[b] ?? b));
      if (!all.length) return "";
      const rows = all.map(([value, count]) => choice(name, value, count, chosen.has(value)));
      const set = make("fieldset", {}, make("legend", {}, labels.facet[name]), ...rows.slice(0, FACET_VALUES));
      if (rows.length > FACET_VALUES) {
        set.append(make("details", {}, make("summary", {}, `${rows.length - FACET_VALUES} more`), ...rows.slice(FACET_VALUES)));
      }
      return set;
    });
    facets.replaceChildren(...sets);
    if (focused) facets.querySelector(`input[name="${focused[0]}"][value="${CSS.escape(focused[1])}"]`)?.focus();
  };

  const show = async () => {
    const mine = ++turn;
    const { query, filters } = read();
    if (document.activeElement !== input) input.value = query;
    const found = await pagefind.search(query || null, { filters: asked(filters) });
    const none = found.results.length ? (await unknown(found, query)).length > 0 : true;
    if (mine !== turn) return;
    showFacets(none && !Object.keys(filters).length ? null : found, filters);
    list.replaceChildren();
    more.hidden = true;
    if (none) {
      status.replaceChildren(await nothing(pagefind, query, filters));
      return;
    }
    status.textContent = `${several(found.results.length, "result")}${query ? ` for “${query}”` : ""}`;
    let shown = 0;
    const next = async () => {
      more.disabled = true; // or a second press would fetch the same results again
      await fill(list, found.results, shown, labels, () => mine === turn);
      shown += PAGE;
      more.disabled = false;
      more.hidden = shown >= found.results.length;
    };
    more.onclick = async () => {
      const last = list.lastElementChild;
      await next();
      last?.nextElementSibling?.querySelector("a")?.focus();
    };
    await next();
  };

  const go = (push) => {
    const filters = {};
    for (const box of facets.querySelectorAll("input:checked")) (filters[box.name] ??= []).push(box.value);
    history[push ? "pushState" : "replaceState"](null, "", address(input.value.trim(), filters));
    return show();
  };
  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => go(false), 200);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    go(true);
  });
  facets.addEventListener("change", () => go(true));
  addEventListener("popstate", show);
  await show();
}

const opener = document.querySelector("#search-open");
if (opener) dialog(opener);
const form = document.querySelector("#search-form");
if (form) page(form);
