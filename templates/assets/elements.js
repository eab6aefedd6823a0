/* What the other scripts share: words with values in their places, and new elements. Every value becomes text. */

/** Words with values in their places; a pair of texts is for one and for several of `n`. */
export const say = (text, values = {}) => (Array.isArray(text) ? text[values.n === 1 ? 0 : 1] : text)
  .replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** A new element with properties, or attributes where it has no such property, and children. */
export function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}
