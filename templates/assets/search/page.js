/* The page /search/: the query and the choices stand in the address, so that it can be kept and sent. */

import { say } from "../elements.js";
import { LONGEST, opener, unavailable } from "../search.js";
import { answer } from "./answer.js";
import { choices, showFacets } from "./facets.js";
import { address, search, totals, values, words } from "./index.js";
import { tidy } from "./query.js";
import { PAGE, fill, newest } from "./results.js";

/** Start the page; the result is there when it shows what its address asks for. */
export async function start(form) {
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
  input.value = tidy(new URLSearchParams(location.search).get("q") ?? "", LONGEST);
  form.closest("[hidden]")?.removeAttribute("hidden");
  document.querySelector("#search-without")?.remove();
  status.textContent = opener.dataset.loading;
  // The facets have their column before they are there, so that nothing moves when they come.
  const whole = list.closest(".find-page");
  whole.ariaBusy = "true";
  // What facets need is more than what a query needs, so it is fetched behind the first answer.
  let labels, counts;
  let turn = 0;
  let last;

  /** What the address asks for, as far as there is such a thing. */
  const read = () => {
    const given = new URLSearchParams(location.search);
    const filters = {};
    for (const name of Object.keys(labels.facet)) {
      const chosen = given.getAll(name).filter((value) => Object.hasOwn(counts?.[name] ?? {}, value));
      if (chosen.length) filters[name] = chosen;
    }
    return { query: tidy(given.get("q") ?? "", LONGEST), filters };
  };

  /** How often each value occurs: in a facet with a choice, beside the other facets' choices. */
  const countsFor = async (filters, found) => {
    const here = { ...(found.isCounted ? found : await search(found.text, filters)).filters };
    for (const name of Object.keys(filters)) {
      const { [name]: _, ...others } = filters;
      here[name] = (await search(found.text, others)).filters[name];
    }
    return here;
  };

  const showNewest = () => {
    status.textContent = labels.say.newest;
    list.replaceChildren(...newest(labels));
    more.hidden = true;
  };

  /** Show the facets of the last answer. */
  const showCounts = async () => {
    if (!counts || !last) return;
    const { mine, filters, found } = last;
    if (!found) {
      // Each result is of one kind.
      const all = Object.values(counts.kind ?? {}).reduce((sum, n) => sum + n, 0);
      showFacets(facets, labels, counts, filters, all);
      return;
    }
    // Without any result, what Pagefind takes for a word that it doesn't know would be counted.
    const counted = found.said && !found.results.length && !found.wider ? {} : await countsFor(filters, found);
    if (mine === turn) showFacets(facets, labels, counted, filters, found.results.length);
  };

  const show = async () => {
    const mine = ++turn;
    const { query, filters } = read();
    if (tidy(input.value, LONGEST) !== query) input.value = query;
    if (!query && !Object.keys(filters).length) {
      last = { mine, filters };
      showNewest();
      await showCounts();
      return;
    }
    const isCounted = Boolean(counts);
    const found = { ...(await answer(query, filters)), isCounted };
    if (mine !== turn) return;
    last = { mine, filters, found };
    await showCounts();
    if (mine !== turn) return;
    if (found.said) status.replaceChildren(...found.said);
    else status.textContent = say(query ? labels.say.resultsFor : labels.say.results, { n: found.results.length, query: found.shown });
    list.replaceChildren();
    more.hidden = true;
    if (!found.results.length) return;
    let shown = 0;
    const next = async () => {
      more.disabled = true; // or a second press would fetch the same results again
      await fill(list, found, shown, labels, () => mine === turn);
      if (mine !== turn) return;
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

  // A stretch of typing is one step back.
  let typed = false;
  let waiting;
  const go = () => {
    clearTimeout(waiting);
    const there = address(tidy(input.value, LONGEST), choices(facets));
    if (there !== location.href) history[typed ? "replaceState" : "pushState"](null, "", there);
    return show();
  };

  const listen = () => {
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
    facets.addEventListener("change", () => {
      typed = false;
      go();
    });
    addEventListener("popstate", () => {
      clearTimeout(waiting);
      typed = false;
      show();
    });
  };

  const count = async () => {
    const [all, named] = await Promise.all([totals(), values()]);
    Object.assign(labels, named);
    counts = all;
  };

  try {
    labels = await words();
    const given = new URLSearchParams(location.search);
    // A choice is one of the values that there are.
    if (Object.keys(labels.facet).some((name) => given.has(name))) await count();
    // Somebody may have typed in the meantime.
    const asked = tidy(input.value, LONGEST) === read().query;
    listen();
    await (asked ? show() : go());
    // Without facets, results can still be read.
    if (!counts) await count().then(showCounts, () => {});
  } catch {
    status.replaceChildren(...unavailable());
  } finally {
    whole.ariaBusy = null;
  }
}
