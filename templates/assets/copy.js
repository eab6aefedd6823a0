// A button beside each citation that copies it, with this page's address where the text names none.
import { make } from "./elements.js";

const words = document.querySelector(".citation")?.dataset;

function button(citation, fragment) {
  const made = make("button", { type: "button", class: "copy" }, words.copy);
  made.addEventListener("click", async () => {
    const text = citation.textContent.trim();
    const address = text.includes("://") ? "" : ` ${location.href.split("#")[0]}${fragment}`;
    try {
      await navigator.clipboard.writeText(text + address);
      made.textContent = words.copied;
    } catch {
      // Without leave to write there, the text is selected, so that the reader's own keys copy it.
      getSelection().selectAllChildren(citation);
    }
  });
  citation.after(" ", made);
}

if (words) {
  button(document.querySelector(".citation"), "");
  // Only in cards that are opened: a long page has hundreds of them.
  for (const card of document.querySelectorAll("details.more")) {
    card.addEventListener("toggle", () => {
      const citation = card.querySelector(".cite");
      const fragment = `#${card.closest(".opened").id}`;
      if (citation && !card.querySelector(".copy")) button(citation, fragment);
    }, { once: true });
  }
}
