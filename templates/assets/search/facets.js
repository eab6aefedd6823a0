/* The facets of the search page, by which results are narrowed down. */

import { make, say } from "../elements.js";

const FACET_VALUES = 8;
const MOST_VALUES = 60;
// As many results are seen at a glance.
const FEW = 3;

const labelOf = (labels, name, value) => labels[name]?.[value] || value;

function choice(labels, name, value, count, checked) {
  const box = make("input", { type: "checkbox", name, value });
  box.checked = checked;
  const words = make("span", {}, `${labelOf(labels, name, value)} `, make("span", { class: "find-count" }, `${count}`));
  return make("label", {}, box, words);
}

/** One facet with its values, or nothing where none of them would leave out any of `number` results. */
function facet(labels, name, counts, chosen, number) {
  const here = { ...counts };
  for (const value of chosen) here[value] ??= 0;
  const all = Object.entries(here)
    .filter(([value, count]) => count > 0 || chosen.has(value))
    .sort(([a, m], [b, n]) => chosen.has(b) - chosen.has(a) || n - m || labelOf(labels, name, a).localeCompare(labelOf(labels, name, b)));
  if (!chosen.size && all.every(([, count]) => count === number)) return "";
  // Nobody reads more boxes. A matter is one briefing's, so of many briefings' none is worth more than others.
  if (name === "matter" && all.length > MOST_VALUES && !chosen.size) return "";
  const rows = all.slice(0, name === "matter" ? undefined : MOST_VALUES)
    .map(([value, count]) => choice(labels, name, value, count, chosen.has(value)));
  const set = make("fieldset", {}, make("legend", {}, labels.facet[name]), ...rows.slice(0, FACET_VALUES));
  if (rows.length > FACET_VALUES) {
    set.append(make("details", {}, make("summary", {}, say(labels.say.more, { n: rows.length - FACET_VALUES })), ...rows.slice(FACET_VALUES)));
  }
  return set;
}

/** Show the facets of `number` results, unless these are few; `counts` are by facet and value, `filters` the choices
    made. */
export function showFacets(box, labels, counts, filters, number) {
  const chosen = Object.values(filters).flat().length;
  box.closest("details").querySelector("summary").textContent = say(chosen ? labels.say.narrowed : labels.say.narrow, { n: chosen });
  const focused = box.contains(document.activeElement) && [document.activeElement.name, document.activeElement.value];
  const names = chosen || number > FEW ? Object.keys(labels.facet) : [];
  box.replaceChildren(...names.map((name) => facet(labels, name, counts[name], new Set(filters[name] ?? []), number)));
  if (!focused?.[0]) return;
  // Where the box went with its facet, the keyboard goes on at the first that there is.
  const again = box.querySelector(`input[name="${focused[0]}"][value="${CSS.escape(focused[1])}"]`) ?? box.querySelector("input");
  if (!again) return;
  again.closest("details").open = true;
  again.focus();
}

/** The choices made, by facet. */
export function choices(box) {
  const filters = {};
  for (const one of box.querySelectorAll("input:checked")) (filters[one.name] ??= []).push(one.value);
  return filters;
}
