/* Search: a dialog in the header of every page, and the page /search/ with facets. What it says stands in the
   attributes of the link that opens it, and in search-words.json.
   Every value is put in as text, never as markup; the index comes from this site alone. */

import { make, say } from "./elements.js";

const base = new URL("../", import.meta.url);
const PAGE = 10;
const FACET_VALUES = 8;
const MOST_VALUES = 60;
const LONGEST = 200;
const SINGLE_WORDS = 8;
// Stands between the parts of a result's content.
const PART = "·";

let engine;
let words;
let ready = false;

/** Pagefind and the words for its values, loaded when somebody first searches. */
function load() {
  engine ??= (async () => {
    const pagefind = await import(new URL("pagefind/pagefind.js", base));
    await pagefind.options({
      ranking: { metaWeights: { claim: 8, question: 4, briefing: 4, actor: 4, topic: 4, source: 1 } },
    });
    await pagefind.init();
    return pagefind;
  })();
  words ??= fetch(new URL("assets/search-words.json", base)).then((answer) => answer.json());
  return Promise.all([engine, words]).then((both) => {
    ready = true;
    return both;
  });
}

const split = (text) => text.trim().split(/\s+/);

/** The words around the first hit behind the title, each hit marked. They are of one part of the content, so that
    words of two quotes are never read as one; what it says of its language stands in the filter "foreign" ("1:fr").
    Locations count the words of the content, the title's first. */
function excerpt(data, behind) {
  const all = split(data.content);
  const at = data.locations.find((one) => one >= behind) ?? behind;
  const from = Math.max(all.lastIndexOf(PART, at) + 1, behind);
  const end = all.indexOf(PART, at);
  const part = all.slice(0, end < 0 ? all.length : end);
  const start = Math.max(from, at - 8);
  const shown = part.slice(start, start + 32);
  if (!shown.length) return "";
  const hits = new Set(data.locations);
  const words = shown.flatMap((word, index) => [hits.has(start + index) ? make("mark", {}, word) : word, " "]);
  const before = all.slice(0, start).filter((word) => word === PART).length;
  const language = data.filters.foreign?.map((one) => one.split(":")).find(([nth]) => +nth === before)?.[1];
  return make("p", language ? { lang: language } : {}, start > from ? "… " : "", ...words, start + 32 < part.length ? "…" : "");
}

/** One result: what it is called, what it is and where it stands, and the words that were found. */
function result(data, labels) {
  const [[kind, title]] = Object.entries(data.meta).filter(([key]) => key in labels.kind);
  const slug = data.raw_url.match(/^\/?briefings\/([^/]+)\//)?.[1];
  const where = [labels.kind[kind]];
  if (slug && kind !== "briefing") where.push(labels.briefing[slug] ?? slug);
  const behind = split(title).length + 1;
  // A claim or a question that has the words itself says enough.
  const told = (kind === "claim" || kind === "question") && (data.locations[0] ?? 0) < behind;
  return make(
    "li",
    {},
    make("a", { href: data.url }, title),
    make("p", { class: "find-where" }, where.join(" · ")),
    told ? "" : excerpt(data, behind),
  );
}

/** Results, those first that are who or what is called just like the query. */
async function namesFirst(pagefind, results, query, labels) {
  const name = plain(query);
  const called = labels.named.filter(([, , ...names]) => name && names.some((one) => plain(one) === name));
  const found = await Promise.all(called.map(([kind, id]) => pagefind.search(query, { filters: { kind, [kind]: id } })));
  const first = new Set(found.flatMap((one) => one.results.map(({ id }) => id)));
  const of = Object.fromEntries(results.map((one) => [one.id, one]));
  return [...[...first].map((id) => of[id]).filter(Boolean), ...results.filter(({ id }) => !first.has(id))];
}

/** Fill a list with the results from `start`; the list is asked whether the answer is still wanted. */
async function fill(list, found, start, labels, wanted) {
  // A copy, for another search writes its own locations into the same object.
  const read = async (one) => {
    const data = await one.data();
    return { ...data, locations: [...data.locations].sort((a, b) => a - b) };
  };
  const batch = await Promise.all(found.slice(start, start + PAGE).map(read));
  if (wanted()) list.append(...batch.map((data) => result(data, labels)));
}

const plain = (word) => word.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

/** A query without what can't be seen in it. */
const tidy = (query) => query.replace(/\p{Cf}/gu, "").slice(0, LONGEST).trim();

/** The words of a query as they were typed, each once. */
const wordsOf = (query) => [...new Map(query.split(/\s+/).map((word) => [plain(word), word])).entries()].filter(([key]) => key).map(([, word]) => word);

/** Whether nothing has a word of the query. For a word that it doesn't know, Pagefind finds the longest beginning
    of it that it does ("b" for "banana"), for a word that is still being typed too ("zelen"). So the marked words
    of the first result tell; where endings differ too much ("being", "are"), the word alone in quotation marks. */
async function unknown(pagefind, found, query) {
  if (!found.results.length) return true;
  const words = wordsOf(query);
  if (!words.length) return false;
  const data = await found.results[0].data();
  const content = split(data.content);
  const hits = data.locations.flatMap((at) => content[at]?.split(/[^\p{L}\p{N}]+/u) ?? []).map(plain);
  const alike = (key) => hits.some((hit) => hit.startsWith(key.slice(0, Math.max(2, Math.ceil(key.length * 0.6)))));
  for (const word of words) {
    if (!alike(plain(word)) && !(await pagefind.search(`"${word.replaceAll('"', "")}"`)).results.length) return true;
  }
  return false;
}

/** How many results a query has without any choice. */
async function countOf(pagefind, query) {
  const found = await pagefind.search(query || null);
  return (await unknown(pagefind, found, query)) ? 0 : found.results.length;
}

/** How many letters apart two words are: left out, put in, changed, or two of them swapped. */
function apart(one, other) {
  let before = [], last = [], row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    [before, last, row] = [last, row, [i]];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
  }
  return row[other.length];
}

/** The word of a name that a word was meant to be, perhaps; of names alone, for the index doesn't tell its words. */
function meant(word, labels) {
  const key = plain(word);
  const most = key.length < 4 ? 0 : key.length < 7 ? 1 : 2;
  const names = labels.named.flatMap(([, , ...names]) => names).flatMap(split);
  const near = names.map((name) => [apart(key, plain(name)), name]).filter(([far]) => far <= most);
  return near.sort(([a], [b]) => a - b)[0]?.[1];
}

/** Where else to look: the lists, which stand first in the bar. */
const elsewhere = () => {
  const links = [...document.querySelectorAll(".bar-links a")].slice(0, 4).map((one) => make("a", { href: one.href }, one.textContent));
  return make("p", { class: "find-elsewhere" }, opener.dataset.elsewhere, ...links.flatMap((one, at) => [at ? " · " : " ", one]));
};

/** What to say when the index can't be had. */
const unavailable = () => [make("p", {}, opener.dataset.unavailable), elsewhere()];

/** What to say when nothing was found: what there is without the choices (`wider`, a number) or for single words,
    names that are like them, and where else to look. */
async function nothing(pagefind, labels, query, wider = 0) {
  const words = labels.say;
  if (wider) {
    const link = make("a", { href: address(query, {}) }, say(words.wider, { results: say(words.results, { n: wider }) }));
    return [make("p", {}, words.notAll, " ", link), elsewhere()];
  }
  const list = make("ul");
  const each = wordsOf(query).slice(0, SINGLE_WORDS);
  for (const word of each) {
    const n = each.length > 1 ? await countOf(pagefind, word) : 0;
    const other = n ? word : meant(word, labels);
    const text = n ? say(words.alone, { results: say(words.results, { n }), word }) : say(words.meant, { word: other });
    if (other) list.append(make("li", {}, make("a", { href: address(other, {}) }, text)));
  }
  return [make("p", {}, say(words.nothing, { query })), list.children.length ? list : "", elsewhere()];
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

/** The dialog in the header. On the search page, what would open it leads to the page's own field. */
function dialog(opener, field) {
  const words = opener.dataset;
  const input = make("input", { type: "search", name: "q", maxlength: LONGEST, "aria-label": words.label, placeholder: words.placeholder, autocomplete: "off" });
  const close = make("button", { type: "button" }, words.close);
  const form = make("form", { action: new URL("search/", base), role: "search" }, input, close);
  const status = make("div", { class: "find-status", role: "status" });
  const list = make("ol", { class: "find-results", "aria-label": words.results });
  const box = make("dialog", { class: "find md-typeset", "aria-label": opener.querySelector("span").textContent }, form, status, list);
  document.body.append(box);
  opener.setAttribute("aria-haspopup", "dialog");
  let turn = 0;

  const open = () => {
    if (!field && !box.open) box.showModal();
    const here = field ?? input;
    here.focus();
    here.select();
    load().catch(() => status.replaceChildren(...unavailable()));
  };
  const shut = () => {
    box.close();
    // Where focus has nowhere to return to, it would stay in the hidden field for a moment.
    if (box.contains(document.activeElement)) document.activeElement.blur();
  };
  const search = async () => {
    const mine = ++turn;
    const query = tidy(input.value);
    if (!query) {
      list.replaceChildren();
      status.replaceChildren();
      return;
    }
    try {
      if (!ready) status.textContent = words.loading;
      const [pagefind, labels] = await load();
      const found = await pagefind.debouncedSearch(query, {}, 150);
      if (!found || mine !== turn) return;
      const none = await unknown(pagefind, found, query);
      const said = none
        ? await nothing(pagefind, labels, query)
        : [`${say(labels.say.results, { n: found.results.length })}. `, make("a", { href: address(query, {}) }, labels.say.seeAll)];
      const results = none ? [] : await namesFirst(pagefind, found.results, query, labels);
      if (mine !== turn) return;
      list.replaceChildren();
      status.replaceChildren(...said);
      if (!none) await fill(list, results, 0, labels, () => mine === turn);
    } catch {
      if (mine === turn) status.replaceChildren(...unavailable());
    }
  };

  input.addEventListener("input", search);
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  close.addEventListener("click", shut);
  box.addEventListener("click", (event) => { if (event.target === box || event.target.closest("a")) shut(); });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      // A field for searching would only be emptied by it.
      event.preventDefault();
      shut();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const links = list.children.length ? list.querySelectorAll("a") : status.querySelectorAll("a");
    const stops = [input, ...links];
    const at = Math.max(stops.indexOf(document.activeElement), 0) + (event.key === "ArrowDown" ? 1 : -1);
    event.preventDefault();
    stops[Math.min(Math.max(at, 0), stops.length - 1)].focus();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
    const other = event.shiftKey || event.altKey;
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (slash || (event.key?.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !other)) {
      event.preventDefault();
      event.stopPropagation();
      open();
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
  const narrow = facets.closest("details");
  const wide = matchMedia("(min-width: 45em)");
  const fit = () => { narrow.open = wide.matches; };
  fit();
  wide.addEventListener("change", fit);
  input.maxLength = LONGEST;
  input.placeholder = opener.dataset.placeholder;
  form.closest("[hidden]")?.removeAttribute("hidden");
  document.querySelector("#search-without")?.remove();
  let pagefind, labels, counts;
  status.textContent = opener.dataset.loading;
  try {
    [pagefind, labels] = await load();
    counts = await pagefind.filters();
  } catch {
    status.replaceChildren(...unavailable());
    return;
  }
  const names = Object.keys(labels.facet);
  let turn = 0;

  const read = () => {
    const given = new URLSearchParams(location.search);
    const filters = {};
    for (const name of names) {
      const values = given.getAll(name).filter((value) => Object.hasOwn(counts[name] ?? {}, value));
      if (values.length) filters[name] = values;
    }
    return { query: tidy(given.get("q") ?? ""), filters };
  };

  const labelOf = (name, value) => labels[name]?.[value] || value;

  const choice = (name, value, count, checked) => {
    const box = make("input", { type: "checkbox", name, value });
    box.checked = checked;
    const words = make("span", {}, `${labelOf(name, value)} `, make("span", { class: "find-count" }, `${count}`));
    return make("label", {}, box, words);
  };

  /** How often each value occurs: in a facet with a choice, beside the other facets' choices. */
  const countsFor = async (query, filters, found) => {
    const here = { ...found.filters };
    for (const name of Object.keys(filters)) {
      const { [name]: _, ...others } = filters;
      here[name] = (await pagefind.search(query || null, { filters: asked(others) })).filters[name];
    }
    return here;
  };

  const showFacets = (counted, filters) => {
    const number = Object.values(filters).flat().length;
    narrow.querySelector("summary").textContent = say(number ? labels.say.narrowed : labels.say.narrow, { n: number });
    const focused = facets.contains(document.activeElement) && [document.activeElement.name, document.activeElement.value];
    const sets = names.map((name) => {
      const here = { ...counted[name] };
      for (const value of filters[name] ?? []) here[value] ??= 0;
      const chosen = new Set(filters[name] ?? []);
      const all = Object.entries(here)
        .filter(([value, count]) => count > 0 || chosen.has(value))
        .sort(([a, m], [b, n]) => chosen.has(b) - chosen.has(a) || n - m || labelOf(name, a).localeCompare(labelOf(name, b)));
      // Nobody reads more boxes. A matter is one briefing's, so of many briefings' none is worth more than others.
      if (!all.length || (name === "matter" && all.length > MOST_VALUES && !chosen.size)) return "";
      const rows = all.slice(0, name === "matter" ? undefined : MOST_VALUES).map(([value, count]) => choice(name, value, count, chosen.has(value)));
      const set = make("fieldset", {}, make("legend", {}, labels.facet[name]), ...rows.slice(0, FACET_VALUES));
      if (rows.length > FACET_VALUES) {
        set.append(make("details", {}, make("summary", {}, say(labels.say.more, { n: rows.length - FACET_VALUES })), ...rows.slice(FACET_VALUES)));
      }
      return set;
    });
    facets.replaceChildren(...sets);
    if (!focused?.[0]) return;
    // Where the box went with its facet, the keyboard goes on at the first that there is.
    const again = facets.querySelector(`input[name="${focused[0]}"][value="${CSS.escape(focused[1])}"]`) ?? facets.querySelector("input");
    if (!again) return;
    again.closest("details").open = true;
    again.focus();
  };

  const show = async () => {
    const mine = ++turn;
    const { query, filters } = read();
    if (tidy(input.value) !== query) input.value = query;
    const found = await pagefind.search(query || null, { filters: asked(filters) });
    const none = await unknown(pagefind, found, query);
    const wider = none && Object.keys(filters).length ? await countOf(pagefind, query) : 0;
    // Without any result, what Pagefind takes for a word that it doesn't know would be counted.
    const counted = none && !wider ? {} : await countsFor(query, filters, found);
    const said = none && (await nothing(pagefind, labels, query, wider));
    const results = none ? [] : await namesFirst(pagefind, found.results, query, labels);
    if (mine !== turn) return;
    showFacets(counted, filters);
    list.replaceChildren();
    more.hidden = true;
    if (none) {
      status.replaceChildren(...said);
      return;
    }
    status.textContent = say(query ? labels.say.resultsFor : labels.say.results, { n: results.length, query });
    let shown = 0;
    const next = async () => {
      more.disabled = true; // or a second press would fetch the same results again
      await fill(list, results, shown, labels, () => mine === turn);
      if (mine !== turn) return;
      shown += PAGE;
      more.disabled = false;
      more.hidden = shown >= results.length;
    };
    more.onclick = async () => {
      const last = list.lastElementChild;
      await next();
      last?.nextElementSibling?.querySelector("a")?.focus();
    };
    await next();
  };

  // A stretch of typing is one step back.
  let typed = false;
  let waiting;
  const go = () => {
    clearTimeout(waiting);
    const filters = {};
    for (const box of facets.querySelectorAll("input:checked")) (filters[box.name] ??= []).push(box.value);
    const there = address(tidy(input.value), filters).href;
    if (there !== location.href) history[typed ? "replaceState" : "pushState"](null, "", there);
    return show();
  };
  const step = () => {
    typed = false;
    return go();
  };
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      go();
      typed = true;
    }, 200);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
    typed = false;
  });
  facets.addEventListener("change", step);
  addEventListener("popstate", () => {
    clearTimeout(waiting);
    typed = false;
    show();
  });
  await show();
}

const opener = document.querySelector("#search-open");
const form = document.querySelector("#search-form");
if (opener) dialog(opener, form?.querySelector("input"));
if (form) page(form);
