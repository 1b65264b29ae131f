import { guarded } from "./dom.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * An SVG element. Drawings hold no text: labels are HTML beside them, which zooms and wraps.
 *
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | null>} [attributes]
 * @param {...Node} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function s(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  guarded(node, attributes);
  node.append(...children);
  return node;
}
