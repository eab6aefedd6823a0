/* One result: what it is called, what it is and where it stands, and the words that were found. */

import { make } from "../elements.js";
import { page } from "./index.js";

/** How many results are shown at once. */
export const PAGE = 10;
// Stands between the parts of a result's content.
const PART = " · ";
// Letters of an excerpt, and how many of them before the first hit.
const LENGTH = 200;
const BEFORE = 50;

/** Where the words of a query stand in a content: Pagefind tells it of whole words, counted; of scripts without
    spaces it doesn't. */
function hits(data, terms) {
  const each = [...data.content.matchAll(/\S+/g)];
  const told = data.locations.flatMap((at) => each[at] ? [[each[at].index, each[at].index + each[at][0].length]] : []);
  const places = (text) => {
    // Marks above and below letters are forgiven, and so is what can't be seen.
    const pattern = [...text].filter((letter) => /[\p{L}\p{M}\p{N}]/u.test(letter)).join("[\\p{Mn}\\p{Cf}]*");
    return pattern ? [...data.content.matchAll(new RegExp(pattern, "giu"))].map((one) => [one.index, one.index + one[0].length]) : [];
  };
  const untold = terms.filter(({ spaceless }) => spaceless || !told.length);
  const whole = untold.flatMap(({ parts }) => parts.flatMap(places));
  const found = whole.length ? whole : untold.flatMap(({ pieces }) => pieces.flatMap(places));
  const sorted = [...told, ...found].sort(([a], [b]) => a - b);
  // What overlaps is marked as one.
  return sorted.reduce((all, [start, end]) => {
    if (all.length && start <= all.at(-1)[1]) all.at(-1)[1] = Math.max(end, all.at(-1)[1]);
    else all.push([start, end]);
    return all;
  }, []);
}

/** The words around the first hit behind the title, each hit marked. They are of one part of the content, so that
    words of two quotes are never read as one; what it says of its language stands in the filter "foreign" ("1:fr"). */
function excerpt(data, marked, behind) {
  const { content } = data;
  const at = marked.find(([start]) => start >= behind)?.[0] ?? behind;
  const from = Math.max(content.lastIndexOf(PART, at) + PART.length, behind);
  const end = content.indexOf(PART, at);
  const to = end < 0 ? content.length : end;
  if (from >= to) return "";
  let start = at - BEFORE > from ? at - BEFORE : from;
  // Not within a word, where there are spaces.
  const space = content.indexOf(" ", start);
  if (start > from && space > 0 && space < at) start = space + 1;
  let stop = Math.min(start + LENGTH, to);
  const last = content.lastIndexOf(" ", stop);
  if (stop < to && last > at + BEFORE) stop = last;
  const nodes = [];
  let here = start;
  for (const [first, after] of marked.filter(([a, b]) => a >= start && b <= stop)) {
    nodes.push(content.slice(here, first), make("mark", {}, content.slice(first, after)));
    here = after;
  }
  nodes.push(content.slice(here, stop));
  const before = content.slice(0, start).split(/\s+/).filter((word) => word === PART.trim()).length;
  const language = data.filters.foreign?.map((one) => one.split(":")).find(([nth]) => +nth === before)?.[1];
  return make("p", language ? { lang: language } : {}, start > from ? "… " : "", ...nodes, stop < to ? " …" : "");
}

function result(data, labels, terms) {
  const [[kind, title]] = Object.entries(data.meta).filter(([key]) => key in labels.kind);
  const slug = data.raw_url.match(/^\/?briefings\/([^/]+)\//)?.[1];
  const where = [labels.kind[kind]];
  // Of a single briefing everything is; that it is a draft, each result tells.
  const named = Object.keys(labels.briefing).length > 1 || labels.drafts.includes(slug);
  if (slug && kind !== "briefing" && named) where.push(labels.briefing[slug] ?? slug);
  const behind = title.length + PART.length;
  const marked = hits(data, terms);
  // A claim or a question that has the words itself says enough.
  const told = (kind === "claim" || kind === "question") && (marked[0]?.[0] ?? 0) < behind;
  return make(
    "li",
    {},
    make("a", { href: data.url }, title),
    make("p", { class: "find-where" }, where.join(PART)),
    told ? "" : excerpt(data, marked, behind),
  );
}

/** Fill a list with the results of an answer from `start`; the list is asked whether they are still wanted. */
export async function fill(list, { results, terms }, start, labels, wanted) {
  // A copy, for another search writes its own locations into the same object.
  const read = async (one) => {
    const data = await one.data();
    return { ...data, locations: [...data.locations].sort((a, b) => a - b) };
  };
  const batch = await Promise.all(results.slice(start, start + PAGE).map(read));
  if (wanted()) list.append(...batch.map((data) => result(data, labels, terms)));
}

/** The newest briefings, for whom nothing is asked of the index. */
export const newest = (labels) => labels.newest.map((slug) => make("li", {}, make("a", { href: page(`briefings/${slug}/`) }, labels.briefing[slug])));
