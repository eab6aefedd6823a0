/* What the dialog shows while somebody types: the newest briefings, then the first results. */

import { make, say } from "../elements.js";
import { LONGEST, opener, unavailable } from "../search.js";
import { answer } from "./answer.js";
import { address, prepare, words } from "./index.js";
import { tidy } from "./query.js";
import { PAGE, fill, newest } from "./results.js";

/** Fill the dialog's list at each change of its field, and now. */
export function start(input, status, list) {
  let turn = 0;
  let bare = false;
  const search = async () => {
    const mine = ++turn;
    const late = () => mine !== turn;
    const query = tidy(input.value, LONGEST);
    // What isn't an answer goes at once; an answer stays until the next one.
    if (query && bare) list.replaceChildren();
    bare = !query;
    try {
      const labels = await words();
      if (late()) return;
      if (!query) {
        status.textContent = labels.say.newest;
        list.replaceChildren(...newest(labels));
        return;
      }
      if (!list.children.length) status.textContent = opener.dataset.loading;
      await new Promise((typed) => setTimeout(typed, 150));
      if (late()) return;
      const found = await answer(query);
      if (late()) return;
      const all = make("a", { href: address(found.said ? found.shown : query) }, labels.say.seeAll);
      list.replaceChildren();
      status.replaceChildren(...(found.said ?? [`${say(labels.say.results, { n: found.results.length })}.`]));
      if (!found.said) status.append(" ", all);
      else if (found.results.length > PAGE) status.lastElementChild.append(" ", all);
      await fill(list, found, 0, labels, () => !late());
    } catch {
      if (late()) return;
      list.replaceChildren();
      status.replaceChildren(...unavailable());
    }
  };
  input.addEventListener("input", prepare, { once: true });
  input.addEventListener("input", search);
  return search();
}
