/* Search in the bar: a dialog on every page, and on the search page its own field. What is found comes from the
   modules in search/, which are fetched when somebody first asks. What it says before that stands in the attributes
   of the link that opens it. Every value is put in as text, never as markup. */

import { make } from "./elements.js";
import { goToLine } from "./keyboard.js";

/** The longest query; also of the search page. */
export const LONGEST = 200;

export const opener = document.querySelector("#search-open");

/** Where else to look: the lists, which stand first in the bar. */
export const elsewhere = () => {
  const links = [...document.querySelectorAll(".bar-links a")].slice(0, 4).map((one) => make("a", { href: one.href }, one.textContent));
  return make("p", { class: "find-elsewhere" }, opener.dataset.elsewhere, ...links.flatMap((one, at) => [at ? " · " : " ", one]));
};

/** What to say when the index can't be had. */
export const unavailable = () => [make("p", {}, opener.dataset.unavailable), elsewhere()];

const withKey = (event) => event.ctrlKey || event.metaKey || event.shiftKey;

/** The dialog; on the search page what would open it leads to the page's own `field`. */
function dialog(field) {
  const words = opener.dataset;
  const input = make("input", { type: "search", name: "q", maxlength: LONGEST, "aria-label": words.label, placeholder: words.placeholder, autocomplete: "off" });
  const close = make("button", { type: "button" }, words.close);
  const form = make("form", { action: opener.href, role: "search" }, input, close);
  const status = make("div", { class: "find-status", role: "status" });
  const list = make("ol", { class: "find-results", "aria-label": words.results });
  const box = make("dialog", { class: "find md-typeset", "aria-label": opener.querySelector("span").textContent }, form, status, list);
  document.body.append(box);
  opener.setAttribute("aria-haspopup", "dialog");
  let filled;

  const open = () => {
    if (!field && !box.open) box.showModal();
    const here = field ?? input;
    here.focus();
    here.select();
    if (field || filled) return;
    filled = true;
    import("./search/dialog.js").then(({ start }) => start(input, status, list)).catch(() => {
      filled = false;
      status.replaceChildren(...unavailable());
    });
  };
  const shut = () => {
    box.close();
    // Where focus has nowhere to return to, it would stay in the hidden field for a moment.
    if (box.contains(document.activeElement)) document.activeElement.blur();
  };

  opener.addEventListener("click", (event) => {
    if (withKey(event)) return;
    event.preventDefault();
    open();
  });
  close.addEventListener("click", shut);
  box.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (event.target !== box && (!link || withKey(event))) return;
    shut();
    // An address that is there already changes nothing, so the browser tells of no change.
    if (link?.href === location.href) setTimeout(goToLine);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      // A field for searching would only be emptied by it.
      event.preventDefault();
      shut();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const offered = status.querySelectorAll(list.children.length ? "li a, p:first-child a" : "a");
    const stops = [input, ...offered, ...list.querySelectorAll("a")];
    const at = Math.max(stops.indexOf(document.activeElement), 0) + (event.key === "ArrowDown" ? 1 : -1);
    event.preventDefault();
    stops[Math.min(Math.max(at, 0), stops.length - 1)].focus();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
    const other = event.shiftKey || event.altKey;
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (slash || (event.key?.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !other)) {
      event.preventDefault();
      event.stopPropagation();
      open();
    }
  }, true);
}

const form = document.querySelector("#search-form");
if (opener) dialog(form?.querySelector("input"));
if (form) {
  import("./search/page.js").then(({ start }) => start(form)).catch(() => {
    document.querySelector("#search-without")?.replaceChildren(...unavailable());
  });
}
