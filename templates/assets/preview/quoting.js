/* In the preview of a source: a bar for selected words, with which they are copied as a quote or as a claim. The
   generator writes the YAML, by the same rules as its command; this asks it, and copies what it says. */
import { make, say } from "../elements.js";

const PAUSE = 150;
const KINDS = ["quote", "claim"];

const { briefing, article, words: told } = document.querySelector("#quoting").dataset;
const words = JSON.parse(told);
const selected = make("span", { className: "selected" });
const status = make("span", { className: "copied", role: "status" });
const buttons = KINDS.map((kind) => make("button", { type: "button" }, words[kind]));
const bar = make("div", { className: "quoting", role: "group", ariaLabel: words.bar, hidden: true });
bar.append(selected, ...buttons, status);
document.body.append(bar);

let yaml = {};
let asked = "";
let pause;

/** The words of a selection in one paragraph, and how much of the paragraph stands before them. */
function part(range, host) {
  const inside = document.createRange();
  inside.selectNodeContents(textOf(host));
  const before = inside.cloneRange();
  if (range.compareBoundaryPoints(Range.START_TO_START, inside) > 0) inside.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, inside) < 0) inside.setEnd(range.endContainer, range.endOffset);
  before.setEnd(inside.startContainer, inside.startOffset);
  const characters = [...before.toString().replace(/\s/gu, "")].length;
  return {
    host,
    words: inside.toString().trim(),
    paragraph: Number(host.dataset.paragraph),
    before: characters + Number(host.dataset.before ?? 0),
  };
}

/** Where the words of a paragraph are: a passage has more than them, as the claims in its margin. */
function textOf(host) {
  return host.querySelector("blockquote") ?? host;
}

/** What is selected of the article: words by paragraph; null where there are none. */
function selection() {
  const chosen = getSelection();
  if (!chosen.rangeCount || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0);
  const parts = [...document.querySelectorAll("[data-paragraph]")]
    .filter((host) => range.intersectsNode(textOf(host)))
    .map((host) => part(range, host))
    .filter((one) => /[\p{L}\p{N}]/u.test(one.words));
  if (!parts.length) return null;
  const { paragraph, before } = parts[0];
  const text = parts.map((one, at) => (at ? (one.paragraph === parts[at - 1].paragraph ? " " : "\n\n") : "") + one.words);
  return { query: new URLSearchParams({ briefing, article, words: text.join(""), paragraph, before }), host: parts.at(-1).host };
}

async function answer(query) {
  try {
    const response = await fetch(`/_quote?${query}`);
    return response.ok ? await response.json() : { why: words.failed };
  } catch {
    return { why: words.failed };
  }
}

/** Shows the bar right behind the words, so that the next stop of the keyboard is in it. */
async function show() {
  const now = selection();
  if (bar.contains(document.activeElement) || bar.contains(getSelection().anchorNode)) return;
  if (!now) {
    asked = "";
    bar.hidden = true;
    return;
  }
  if (asked === String(now.query)) return;
  asked = String(now.query);
  // Asked for before a button is pressed, as browsers let a page copy only right after the press.
  const got = await answer(now.query);
  if (asked !== String(now.query)) return;
  yaml = got;
  bar.querySelector("pre")?.remove();
  selected.textContent = got.why ? "" : say(words.words, { words: got.exact });
  status.textContent = got.why ?? "";
  for (const button of buttons) button.hidden = Boolean(got.why);
  textOf(now.host).after(bar);
  bar.hidden = false;
}

async function copy(kind) {
  try {
    await navigator.clipboard.writeText(yaml[kind]);
    status.textContent = words.copied[kind];
  } catch {
    const text = bar.querySelector("pre") ?? make("pre", { tabIndex: 0 });
    text.textContent = yaml[kind];
    bar.append(text);
    getSelection().selectAllChildren(text);
    status.textContent = words.byHand;
  }
}

document.addEventListener("selectionchange", () => {
  clearTimeout(pause);
  pause = setTimeout(show, PAUSE);
});
// A press would take the selection away.
bar.addEventListener("mousedown", (event) => event.target.matches("button") && event.preventDefault());
buttons.forEach((button, at) => button.addEventListener("click", () => copy(KINDS[at])));
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || bar.hidden) return;
  bar.hidden = true;
  getSelection().removeAllRanges();
});
