/**
 * Chance that a seed repeats: mulberry32 (T. Ettinger, public domain), read by position, so that a model
 * keeps a number and not a generator.
 */

/**
 * @param {number} seed  a whole number
 * @param {number} position  from 0
 * @returns {number} from 0 up to, not including, 1
 */
export function uniform(seed, position) {
  let mixed = (seed + Math.imul(position + 1, 0x6d_2b_79_f5)) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/**
 * The items in another order (Fisher and Yates).
 *
 * @template T
 * @param {readonly T[]} items
 * @param {number} seed
 * @returns {T[]}
 */
export function shuffled(items, seed) {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(uniform(seed, last) * (last + 1));
    [order[last], order[other]] = [/** @type {T} */ (order[other]), /** @type {T} */ (order[last])];
  }
  return order;
}
