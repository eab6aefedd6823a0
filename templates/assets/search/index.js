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

/** The words of a person's name, as people often search for one of them alone: "Will" is one, but not the "The" of
    "The mayor". */
const nameWords = (name, silent) => name.split(/\s+/).filter((word) => word.length > (silent.includes(word.toLowerCase()) ? 3 : 2));

/** The phrases of the search, and what has a name: `actor` and `topic` by id, and `named` with all names of each. */
export const words = once(async () => {
  const labels = await (await fetched("assets/search-words.json")).json();
  const { actors, topics, silent } = labels;
  labels.actor = Object.fromEntries(actors.map(([id, , name, shown]) => [id, shown || name]));
  labels.topic = Object.fromEntries(topics);
  labels.named = [
    ...actors.filter(([, group]) => group !== "withdrawn").map(([id, group, name, , ...aliases]) => (
      ["actor", id, name, ...aliases, ...(group === "person" ? nameWords(name, silent) : [])]
    )),
    ...topics.map(([slug, name]) => ["topic", slug, name]),
  ];
  return labels;
});

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

/** Fetch what every query needs, while the first one is being typed. */
export const prepare = () => engine().catch(() => {});

/** How often each value of a facet occurs in all; from then on each search counts them. */
export const totals = async () => (await engine()).filters();

/** Names for values of facets, beside those of actors and topics. */
export const values = once(async () => (await fetched("assets/search-facets.json")).json());

/** The address of a page of this site. */
export const page = (path) => new URL(path, base).href;

/** The address of the search page with a query and the choices made. */
export function address(query, filters = {}) {
  const there = new URL("search/", base);
  if (query) there.searchParams.set("q", query);
  for (const [name, values] of Object.entries(filters)) for (const value of values) there.searchParams.append(name, value);
  return there.href;
}
