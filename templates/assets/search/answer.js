/* The answer to a query: its results, or what there is in their place, and what to say of it. */

import { make, say } from "../elements.js";
import { elsewhere } from "../search.js";
import { address, search, spellings, words } from "./index.js";
import { cased, nearest, plain, read } from "./query.js";

const SINGLE_WORDS = 8;
const NEIGHBOURS = 8;

/** Whether nothing has a word. For a word that it doesn't know, Pagefind finds the longest beginning of it that it
    does ("b" for "banana"), for a word that is still being typed too ("zelen"). So the marked words of the first
    result tell; where endings differ too much ("being", "are"), the word alone in quotation marks. */
async function unknown({ results }, terms) {
  if (!results.length) return true;
  if (!terms.length) return false;
  const data = await results[0].data();
  const content = data.content.trim().split(/\s+/);
  const hits = data.locations.flatMap((at) => content[at]?.split(/[^\p{L}\p{N}]+/u) ?? []).map(plain);
  const all = plain(data.content);
  const alike = (key) => hits.some((hit) => hit.startsWith(key.slice(0, Math.max(2, Math.ceil(key.length * 0.6)))));
  for (const { pieces, spaceless } of terms) {
    for (const piece of pieces) {
      const known = spaceless ? all.includes(plain(piece)) : alike(plain(piece));
      if (!known && !(await search(`"${piece.replaceAll('"', "")}"`)).results.length) return true;
    }
  }
  return false;
}

/** The results that have every word of what was asked, perhaps none. */
async function matches(asked, filters) {
  const found = await search(asked.text, filters);
  return (await unknown(found, asked.terms)) ? { ...found, results: [] } : found;
}

/** Results, those first that are who or what is called just like the query. */
async function namesFirst({ results }, { text, shown }, labels) {
  const name = plain(shown);
  const called = labels.named.filter(([, , ...names]) => name && names.some((one) => plain(one) === name));
  const found = await Promise.all(called.map(([kind, id]) => search(text, { kind, [kind]: id })));
  const first = new Set(found.flatMap((one) => one.results.map(({ id }) => id)));
  const of = Object.fromEntries(results.map((one) => [one.id, one]));
  return [...[...first].map((id) => of[id]).filter(Boolean), ...results.filter(({ id }) => !first.has(id))];
}

/** Links for words that nothing has: the query with their neighbours in the index, or these alone, where together
    they have nothing. */
async function mended(query, missing, labels, single) {
  if (!missing.length) return [];
  const count = async (text) => (await matches(read(text, labels), {})).results.length;
  const list = await spellings();
  const others = new Map();
  for (const { word } of missing) {
    let best = 0;
    for (const other of nearest(word, list).slice(0, NEIGHBOURS)) {
      const n = await count(other);
      if (n > best) [best] = [n, others.set(word, cased(other, word))];
    }
  }
  if (!others.size) return [];
  const whole = query.replace(/[^\s"“”„«»]+/gu, (word) => others.get(word) ?? word);
  const offered = single || (await count(whole)) ? [whole] : [...others.values()];
  return offered.map((word) => make("a", { href: address(word) }, say(labels.say.meant, { word })));
}

/** What there is of a query without results: a spelling, the words that something has, and where else to look. The
    results of the rarest word come in its place, unless the choices leave none. */
async function instead(query, asked, filters, labels) {
  const told = labels.say;
  const each = await Promise.all(asked.terms.map(async (term) => {
    const alone = { text: term.pieces.join(" "), terms: [term] };
    return { ...term, ...alone, n: (await matches(alone, {})).results.length };
  }));
  const missing = each.filter(({ n }) => !n);
  const known = each.filter(({ n }) => n);
  const rarest = known.length ? known.reduce((least, one) => (one.n < least.n ? one : least)) : undefined;
  const found = rarest ? await matches(rarest, filters) : { results: [], filters: {} };
  const alone = known.filter((one) => each.length > 1 && (one !== rarest || !found.results.length)).slice(0, SINGLE_WORDS)
    .map(({ word, n }) => make("a", { href: address(word) }, say(told.alone, { results: say(told.results, { n }), word })));
  const links = [...(await mended(query, missing, labels, each.length === 1)), ...alone];
  const said = [make("p", {}, say(told.nothing, { query }), ...(links.length === 1 ? [" ", ...links] : []))];
  if (links.length > 1) said.push(make("ul", {}, ...links.map((link) => make("li", {}, link))));
  if (found.results.length) {
    const gone = missing.map(({ word }) => say(told.quoted, { word })).join(told.or);
    const here = say(told.rarest, { n: found.results.length, word: rarest.word });
    said.push(make("p", {}, gone ? `${say(told.missing, { words: gone })} ` : "", here));
  } else {
    said.push(elsewhere());
  }
  return { said, shown: rarest?.word, results: found.results, filters: found.filters, text: rarest?.text, terms: rarest?.terms ?? [] };
}

/** Answer a query.

    Gives the results, the words that they have, their counts by facet, and `said`: what to say in place of their
    number where the query as a whole has none. `wider` says that it has some without the choices made. */
export async function answer(query, filters = {}) {
  const labels = await words();
  const asked = read(query, labels);
  const found = await matches(asked, filters);
  const rest = { terms: asked.terms, text: asked.text, shown: asked.shown, filters: found.filters };
  if (found.results.length) return { ...rest, results: await namesFirst(found, asked, labels) };
  if (Object.keys(filters).length) {
    const n = query ? (await matches(asked, {})).results.length : 0;
    const link = n ? [" ", make("a", { href: address(query) }, say(labels.say.wider, { results: say(labels.say.results, { n }) }))] : [];
    if (n || !query) return { ...rest, results: [], wider: true, said: [make("p", {}, labels.say.notAll, ...link), elsewhere()] };
  }
  return instead(query, asked, filters, labels);
}
