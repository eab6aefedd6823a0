/* Where the keyboard goes: to the line that an address opens, back to the link that led there, and out of the list of
   pages, which then closes. */

const followed = [];
let byLink = false;

/** Put the focus on the line that the address opens. */
export function goToLine() {
  const opened = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  // Else the next stop would be within what opened, and the line itself behind the reader.
  if (opened?.matches("details > .opened")) {
    opened.parentElement.querySelector("summary").focus({ preventScroll: true });
  }
}

addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link?.hash || link.hash === location.hash || link.href !== new URL(link.hash, location).href) return;
  byLink = true;
  followed.push({ link, from: location.hash });
});

addEventListener("hashchange", () => {
  if (!byLink && followed.at(-1)?.from === location.hash) {
    const { link } = followed.pop();
    // A result stands in a dialog, which is closed by now.
    (link.closest("dialog") ? document.querySelector("#search-open") : link).focus({ preventScroll: true });
  } else {
    goToLine();
  }
  byLink = false;
});

const links = document.querySelector("#bar-links");
links?.addEventListener("focusout", (event) => {
  if (event.relatedTarget && !links.contains(event.relatedTarget) && links.matches(":popover-open")) links.hidePopover();
});

// Not before the browser has gone to the address itself, which takes the focus away.
addEventListener("load", () => requestAnimationFrame(() => setTimeout(goToLine)));

// The theme changes colours by Enter; a choice is expected to answer to the space bar, too.
document.querySelector("[data-md-component=palette]")?.addEventListener("keydown", (event) => {
  if (event.key !== " ") return;
  event.preventDefault();
  event.target.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
});
