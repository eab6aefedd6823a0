/* A query as words: which of them count, and how they are searched. */

const LETTERS = /[^\p{L}\p{N}]/gu;
const QUOTED = /["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+)/gu;

/** A word without what is forgiven: accents, capitals, punctuation. */
export const plain = (word) => word.normalize("NFD").replace(LETTERS, "").toLowerCase();

/** A query without what can't be seen in it. */
export const tidy = (query, longest = 200) => query.replace(/\p{Cf}/gu, "").slice(0, longest).trim();

/** A word, and what of it stands in the index. A script without spaces is searched by each two characters that
    follow each other, as generator/render/exports/search_terms.py lists them beside the text; `runs` are the
    characters of such scripts. */
function term(word, runs) {
  const folded = word.normalize("NFKC").replace(/[\p{Mn}\p{Cf}]/gu, "");
  const of = new RegExp(`[${runs}]`, "u");
  if (!of.test(folded)) return { word, parts: [word], pieces: [word], spaceless: false };
  const parts = folded.match(new RegExp(`[${runs}]+|[^\\P{L}${runs}]+|\\p{N}+`, "gu"));
  const pieces = parts.flatMap((part) => {
    const each = [...part];
    return of.test(part) && each.length > 1 ? each.slice(1).map((letter, at) => each[at] + letter) : [part];
  });
  return { word, parts, pieces, spaceless: true };
}

/** Tell which words belong to the name of somebody or of a topic. */
function named(keys, labels) {
  const names = new Set(labels.named.flatMap(([, , ...names]) => names).map((name) => name.split(/\s+/).map(plain).filter(Boolean).join(" ")));
  const longest = Math.max(0, ...[...names].map((name) => name.split(" ").length));
  const found = keys.map(() => false);
  for (let from = 0; from < keys.length; from++) {
    for (let to = from + 1; to <= Math.min(keys.length, from + longest); to++) {
      if (names.has(keys.slice(from, to).join(" "))) found.fill(true, from, to);
    }
  }
  return found;
}

/** The words of a query that count, each once, and the text to search for them.

    Words that say nothing ("what did … say") don't count, unless they are quoted, part of a name, or an abbreviation
    in capitals; a query of nothing else is searched as it was typed. */
export function read(query, labels) {
  const typed = [...query.matchAll(QUOTED)].flatMap(([, quoted, word]) => (
    word ? [{ word }] : quoted.split(/\s+/).map((one) => ({ word: one, quoted: true }))
  )).map((one) => ({ ...one, key: plain(one.word) })).filter(({ key }) => key);
  const silent = new Set(labels.silent);
  const loud = /\p{Ll}/u.test(query);
  const names = named(typed.map(({ key }) => key), labels);
  const counted = typed.filter(({ word, quoted, key }, at) => (
    quoted || names[at] || !silent.has(key) || (loud && /^\P{L}*\p{Lu}\P{Ll}*\p{Lu}\P{L}*$/u.test(word))
  ));
  const kept = counted.length ? counted : typed;
  const terms = [...new Map(kept.map(({ word, key }) => [key, term(word, labels.runs)])).values()];
  const exact = /^["“”„«»][^"“”„«»]+["“”„«»]$/u.test(query) && !terms.some(({ spaceless }) => spaceless);
  return {
    terms,
    shown: kept.length < typed.length ? terms.map(({ word }) => word).join(" ") : query,
    text: terms.length ? (exact ? `"${query.slice(1, -1)}"` : terms.flatMap(({ pieces }) => pieces).join(" ")) : query,
  };
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

/** The words of a list that a misspelt one is nearest to: one letter apart, or two where it is long. */
export function nearest(word, list) {
  const key = plain(word);
  const most = key.length < 3 ? 0 : key.length < 7 ? 1 : 2;
  const near = list.map((other) => [plain(other), other])
    .filter(([other]) => Math.abs(other.length - key.length) <= most)
    .map(([other, whole]) => ({ far: apart(key, other), start: other[0] === key[0], whole }))
    .filter(({ far }) => far > 0 && far <= most);
  const least = Math.min(...near.map(({ far }) => far));
  return near.filter(({ far }) => far === least).sort((a, b) => b.start - a.start).map(({ whole }) => whole);
}

/** A word written as another one was: in small letters, in capitals, or with one at its beginning. */
export function cased(word, like) {
  if (like === like.toLowerCase()) return word;
  if (like === like.toUpperCase() && plain(like).length > 1) return word.toUpperCase();
  return word[0].toUpperCase() + word.slice(1);
}
