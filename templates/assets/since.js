/* New since: what is new or changed since the reader marked a briefing as read, or since ?since=2024-11-01.
   Only the reader's browser keeps that, once "Mark as read" was pressed. Every value is put in as text. */

import { make, say } from "./elements.js";

// With the site's path, for sites on one host share what a browser keeps.
const PREFIX = `briefing-read:${new URL("../", import.meta.url).pathname}`;
const TIME = /^(\d{4}-\d\d-\d\d)(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[-+ ]([01]\d|2[0-3]):[0-5]\d))?$/i;

const box = document.querySelector("#since");
const { briefing, changed, zone = "UTC" } = box?.dataset ?? {};
const words = JSON.parse(box?.dataset.words ?? "{}");
const asked = new URLSearchParams(location.search).get("since");

/** What a clock shows at a moment in the zone of the site's days, as if that were UTC. */
function clock(moment) {
  if (zone === "UTC") return moment;
  try {
    // Sweden writes dates as ISO 8601 does: 2024-11-01 12:00:00.
    const style = { timeZone: zone, dateStyle: "short", timeStyle: "medium" };
    const shown = Date.parse(`${new Intl.DateTimeFormat("sv", style).format(moment).replace(" ", "T")}Z`);
    return isNaN(shown) ? moment : shown;
  } catch {
    // A browser that doesn't know the zone tells days of UTC.
    return moment;
  }
}

/** The moment after which all is new, in ms: a time as RFC 3339 writes it (an address turns the "+" of a zone into
    a space), or the last one before a day; else NaN. */
function parse(text) {
  const [, day, time] = text.match(TIME) ?? [];
  const start = Date.parse(`${day}T00:00Z`);
  // 30 February may be read as 1 March.
  if (new Date(start).getUTCDate() !== Number(day?.slice(8))) return NaN;
  if (time) return Date.parse(text.replace(" ", "+").toUpperCase());
  // Where the clocks are changed that day, the first reckoning may be an hour off.
  const near = start - (clock(start) - start);
  return start - (clock(near) - near) - 1;
}

/** The version that was marked as read: NaN where none was, undefined where the browser keeps nothing. */
function stored(slug) {
  try {
    return parse(localStorage.getItem(PREFIX + slug) ?? "");
  } catch {
    return undefined;
  }
}

function dated(moment) {
  const date = new Date(clock(moment));
  return `${date.getUTCDate()} ${words.months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** "2 claims and 1 question new, 1 claim changed". */
function counted(marks) {
  const each = ["added", "changed"].map((what) => {
    const kinds = [["claim", "claim"], ["asked", "question"]].map(([name, kind]) => {
      const n = marks.filter(([line, one]) => one === what && line.classList.contains(name)).length;
      return n && say(words[kind][n > 1 ? 1 : 0], { n });
    });
    const some = kinds.filter(Boolean).join(words.and);
    return some && say(words[what][1], { some });
  });
  return each.filter(Boolean).join(", ");
}

/** What to say of a moment and the marks that follow from it. */
function told(from, marks, read) {
  if (asked === null && isNaN(from)) return "";
  if (isNaN(from)) {
    const value = [...asked.replace(/\p{C}/gu, "")].slice(0, 40).join("");
    // Isolated: letters that run from right to left would drag the words around them along.
    return say(words.invalid, { value: `\u2068${value}\u2069` });
  }
  const some = counted(marks) || (Date.parse(changed) > from ? words.other : words.none);
  if (asked === null) return say(read ? words.read : words.sinceRead, { some, date: dated(from) });
  if (asked.length === 10) return say(words.sinceAsked, { some, date: dated(from + 1) });
  return say(words.sinceAsked, { some, date: `${dated(from)}, ${new Date(clock(from)).toISOString().slice(11, 16)} ${zone}` });
}

/** The page of a briefing; gives the function that brings it up to date. */
function page() {
  const status = make("span");
  const first = make("a", {}, words.first);
  const button = make("button", { type: "button", hidden: asked !== null });
  // Before there is text in it: only what comes later is read out.
  status.setAttribute("role", "status");
  box.append(status, " ", first, " ", button);
  const tell = (text) => requestAnimationFrame(() => setTimeout(() => { status.textContent = text; }));
  let last;
  let read;
  let shown = [];

  const show = () => {
    const from = asked === null ? stored(briefing) : parse(asked);
    // Where the browser keeps nothing, neither ever is anything.
    if (Object.is(from, last)) return;
    last = from;
    read = Date.parse(changed) <= from;
    const marks = [...document.querySelectorAll(":is(.claim, .asked)[data-added]")]
      .map((line) => [line, ["added", "changed"].find((what) => Date.parse(line.dataset[what]) > from)])
      .filter(([, what]) => what);
    const opened = marks.map(([line]) => line.querySelector(".opened"));
    for (const mark of shown) mark.remove();
    // The mark stands on the line, the way to the next change in what opens: a line is one stop of the keyboard.
    shown = marks.flatMap(([line, what], at) => {
      const next = opened[at + 1];
      const link = make("a", { href: `#${(next ?? box).id}` }, next ? words.next : words.top);
      const mark = make("span", { className: "since-mark" }, make("b", {}, words[what][0]), " ");
      const way = make("p", { className: "since-way" }, link);
      line.querySelector(".line").prepend(mark);
      opened[at].prepend(way);
      return [mark, way];
    });
    first.hidden = !marks.length;
    first.href = `#${opened[0]?.id}`;
    button.textContent = read ? words.unmark : words.mark;
    box.classList.toggle("since-some", !first.hidden);
    box.hidden = false;
    tell(told(from, marks, read));
  };

  button.addEventListener("click", (event) => {
    // The second of a double click would undo the first.
    if (event.detail > 1) return;
    try {
      if (read) localStorage.removeItem(PREFIX + briefing);
      else localStorage.setItem(PREFIX + briefing, changed);
    } catch {
      tell(words.unkept);
      return;
    }
    show();
  });
  button.addEventListener("keydown", (event) => { if (event.repeat) event.preventDefault(); });
  return show;
}

/** Lists of briefings: a mark at each that changed since it was read. */
function lists() {
  for (const one of document.querySelectorAll("[data-briefing][data-changed]:not(#since)")) {
    one.querySelector(".since-mark")?.remove();
    if (!(Date.parse(one.dataset.changed) > stored(one.dataset.briefing))) continue;
    const mark = make("span", { className: "since-mark" }, " ", make("b", {}, words.listed));
    const title = one.querySelector("a");
    if (title) title.after(mark);
    else one.append(mark);
  }
}

if (box) {
  const shows = [...(changed ? [page()] : []), ...(asked === null ? [lists] : [])];
  const show = () => { for (const one of shows) one(); };
  show();
  // Marked in another tab, or while this page was kept for going back to.
  addEventListener("storage", (event) => { if (event.key?.startsWith(PREFIX) ?? true) show(); });
  addEventListener("pageshow", (event) => { if (event.persisted) show(); });
}
