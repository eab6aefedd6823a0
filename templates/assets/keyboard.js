/* Where the keyboard goes: to the line that an address opens, and out of the list of pages, which then closes. */

function goToLine() {
  const opened = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  // Else the next stop would be within what opened, and the line itself behind the reader.
  if (opened?.matches("details > .opened")) {
    opened.parentElement.querySelector("summary").focus({ preventScroll: true });
  }
}

const links = document.querySelector("#bar-links");
links?.addEventListener("focusout", (event) => {
  if (event.relatedTarget && !links.contains(event.relatedTarget) && links.matches(":popover-open")) links.hidePopover();
});

addEventListener("hashchange", goToLine);
// Not before the browser has gone to the address itself, which takes the focus away.
addEventListener("load", () => requestAnimationFrame(() => setTimeout(goToLine)));
