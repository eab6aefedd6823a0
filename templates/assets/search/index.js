/* The index, and what the search says, each fetched when it is first needed; all of it comes from this site alone. */

const base = new URL("../../", import.meta.url);

/** A function that is run once; after a failure it is run again. */
const once = (get) => {
  let got;
  return () => (got ??= get().catch((error) => { got = undefined; throw error; }));
};

const fetched = async (path) => {
  const answer = await fetch(new URL(path, base));
  if (!answer.ok) throw new Error(path);
  return answer;
};

/** The phrases of the search, and names for values of facets. */
export const words = once(async () => (await fetched("assets/search-words.json")).json());

/** The words of the index, for one that is misspelt. */
export const spellings = once(async () => (await (await fetched("assets/search-spellings.txt")).text()).split("\n").filter(Boolean));

/** Pagefind, with all parts of the index; "runs" are the parts of scripts without spaces. */
const engine = once(async () => {
  const pagefind = await import(new URL("pagefind/pagefind.js", base));
  const ranking = { metaWeights: { claim: 8, question: 4, briefing: 4, actor: 4, topic: 4, source: 1, runs: 1 } };
  await pagefind.options({ ranking });
  await pagefind.init();
  const { parts } = await words();
  await Promise.all(Array.from({ length: parts - 1 }, (_, index) => pagefind.mergeIndex(new URL(`pagefind/${index + 1}/`, base).href, { ranking })));
  return pagefind;
});

/** All that has the words, and how often each value of a facet occurs; of a facet any value that was chosen, of all
    facets together. Without words, all that was chosen. */
export async function search(text, filters = {}) {
  const chosen = Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, Array.isArray(values) ? { any: values } : values]));
  return (await engine()).search(text || null, { filters: chosen });
}

/** How often each value of a facet occurs in all. */
export const totals = async () => (await engine()).filters();

/** The address of a page of this site. */
export const page = (path) => new URL(path, base).href;

/** The address of the search page with a query and the choices made. */
export function address(query, filters = {}) {
  const there = new URL("search/", base);
  if (query) there.searchParams.set("q", query);
  for (const [name, values] of Object.entries(filters)) for (const value of values) there.searchParams.append(name, value);
  return there.href;
}
