/* Filters the list below; the address keeps the words (?filter=). All values are text. */

import { make, say } from "./elements.js";

const box = document.querySelector("#filter");
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** What is below the box; headings of levels 3 and 4 belong to each of their entries. */
function below() {
  const all = [...box.parentElement.children];
  let heading = "";
  let group = "";
  return all.slice(all.indexOf(box) + 1).map((block) => {
    const level = Number(block.tagName.match(/^H(\d)/)?.[1]);
    if (level < 4) heading = level === 3 ? block.textContent : "";
    if (level) group = level === 4 ? block.textContent : "";
    return { block, level, heading: `${heading} ${group}`, entries: [...block.querySelectorAll("li")] };
  });
}

function start({ label, shown, none, part, search }) {
  const blocks = below();
  const all = blocks.flatMap(({ entries }) => entries).length;
  const input = make("input", { type: "search", id: "filter-words", maxLength: 200, autocomplete: "off" });
  const status = make("span", { role: "status" });
  const link = make("a");
  const rest = make("span");
  rest.append(part, " ", link);
  box.append(make("label", { htmlFor: input.id, textContent: label }), input, status, rest);

  const apply = () => {
    const words = input.value.trim();
    const each = plain(words).split(/\s+/);
    let n = 0;
    let bare = 1; // From the end: headings of this level and below have nothing under them.
    for (const { block, level, heading, entries } of blocks.toReversed()) {
      for (const one of entries) {
        const text = plain(`${heading} ${one.textContent}`);
        one.hidden = !each.every((word) => text.includes(word));
        if (one.hidden) continue;
        n += 1;
        bare = 7;
      }
      if (!level) continue;
      block.hidden = words && level >= bare;
      bare = Math.min(bare, level);
    }
    box.parentElement.classList.toggle("filtered", words);
    status.textContent = words && say(n ? shown : none, { n, all, words });
    rest.hidden = !words || (n && !part);
    link.textContent = say(search, { words });
    link.href = new URL(`../search/?${new URLSearchParams({ q: words })}`, import.meta.url);
  };

  let waiting;
  const filter = () => {
    apply();
    clearTimeout(waiting); // Browsers refuse many addresses at once.
    waiting = setTimeout(() => {
      const there = new URL(location);
      there.searchParams.delete("filter");
      if (input.value) there.searchParams.set("filter", input.value);
      history.replaceState(null, "", there);
    }, 250);
  };
  input.oninput = filter;
  input.onkeydown = (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    input.value = "";
    filter();
  };
  input.value = (new URLSearchParams(location.search).get("filter") ?? "").slice(0, 200);
  box.hidden = false;
  apply();
}

if (box) start(box.dataset);
