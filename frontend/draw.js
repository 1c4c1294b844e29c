// @ts-check
// The twin of swtech.draw: which items a test holds and in what order things are shown. tests/golden/draw.json.

/**
 * Return the 32-bit hash of *text*: FNV-1a over its UTF-8 bytes, then murmur3's finisher to spread the bits.
 * @param {string} text
 */
export function hash32(text) {
  let value = 2166136261;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 16777619);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/**
 * Return *ids* in the order that *seed* gives them; an id keeps its rank whatever others stand beside it.
 * @param {readonly string[]} ids @param {string | number} seed
 */
export function rank(ids, seed) {
  const keyed = ids.map((id) => /** @type {const} */ ([hash32(`${seed}:${id}`), id]));
  keyed.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : Number(a[1] > b[1])));
  return keyed.map(([, id]) => id);
}

/**
 * Return the *n* items that *seed* draws, in the order of the test; all of them when there are fewer.
 * @param {readonly string[]} ids @param {number} n @param {string | number} seed
 */
export function draw(ids, n, seed) {
  return rank(ids, seed).slice(0, Math.max(0, n));
}

/**
 * Return the *n* items that *seed* draws among those of the *wanted* levels, or of all levels when none is named.
 * @param {Record<string, string>} levels the level of every item there is @param {readonly string[]} wanted
 * @param {number} n @param {string | number} seed
 */
export function pick(levels, wanted, n, seed) {
  const ids = Object.keys(levels).filter((id) => !wanted.length || wanted.includes(levels[id]));
  return draw(ids, n, seed);
}

/**
 * Return *ids* shuffled for one item's attempt, never in the order *solved*.
 * @param {readonly string[]} ids @param {string} item @param {number} [attempt] @param {readonly string[]} [solved]
 */
export function shuffle(ids, item, attempt = 0, solved = []) {
  const order = rank(ids, `${item}/${attempt}`);
  const same = order.length > 1 && order.length === solved.length && order.every((id, at) => id === solved[at]);
  return same ? [...order.slice(1), order[0]] : order;
}
