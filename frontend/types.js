// @ts-check
// The shapes that the engine's modules share.

/** @typedef {"choice" | "multiple" | "match" | "order" | "sort" | "gap" | "short"} KindName */
/** @typedef {"right" | "wrong" | "missed"} Part */
/** @typedef {"right" | "partly" | "wrong"} Verdict */

/**
 * What a page says about an item beside its HTML; written by swtech.rendering.payload.
 * @typedef {object} Payload
 * @property {string} id
 * @property {string} bank the slug of its chapter
 * @property {string} objective
 * @property {string} level
 * @property {KindName} kind
 * @property {number} revision
 * @property {"kk" | "ru"} lang
 * @property {string[]} [choices] choice, multiple
 * @property {string[]} [key] choice, multiple
 * @property {string[]} [pairs] match
 * @property {string[]} [options] match: the right sides, of pairs and distractors
 * @property {string[]} [sequence] order, in the right order
 * @property {Record<string, string>} [entries] sort: the group of each entry
 * @property {string[]} [groups] sort
 * @property {{ id: string, answers?: string[], exact?: boolean, choices?: string[], key?: string }[]} [gaps] gap
 * @property {string[]} [answers] short
 * @property {string[][]} [distractors] short: wrong answers to expect
 * @property {boolean} [exact] short
 */

/** @typedef {string | string[] | Record<string, string>} Response */

/**
 * @typedef {object} Outcome
 * @property {number} score
 * @property {Verdict} verdict
 * @property {Record<string, Part>} parts
 * @property {Record<string, string>} remarks
 */

/**
 * @typedef {object} Attempt
 * @property {string} at when, ISO 8601
 * @property {string} lang
 * @property {number} revision
 * @property {Response} response
 * @property {Outcome} outcome
 * @property {"practice" | "test" | "review" | "card" | "case"} [mode] where it was given; none means practice
 * @property {boolean} [sure] what the student tapped: sure, or in doubt
 * @property {true} [hinted] after the hint was read
 * @property {true} [retry] after an answer to the same question was judged just before: no test of memory
 */

/** @typedef {{ uid: string } & Attempt} KeptAttempt an attempt with the name that tells it from all others */
/** @typedef {{ uid: string, at: string, reset: true }} Reset the student began anew */
/** @typedef {KeptAttempt | Reset} Entry */
/** @typedef {Entry[]} Log everything known of one item, card or case, in the order in which it happened */
/** @typedef {{ log: Log }} History */

/**
 * Where attempts are kept: the browser's store on a page, the kernel in Jupyter.
 * @typedef {object} Host
 * @property {(ids: string[]) => Promise<Map<string, History>>} load
 * @property {(id: string, attempt: Attempt) => Promise<void>} append written down at once, before the promise is made
 * @property {(ids: string[]) => Promise<void>} reset
 * @property {(listener: (refused: boolean) => void) => void} onRefused called when answers cannot be kept, and again
 *   with false when they can
 * @property {(listener: () => void) => (() => void)} onChange called when attempts come from elsewhere
 */

/**
 * The browser's store: a host that also knows everything at once.
 * @typedef {Host & {
 *   profile: import("./store/places.js").Profile,
 *   shared: boolean,
 *   all: () => Promise<{ logs: Map<string, Log>, damaged: number }>,
 *   join: (logs: Map<string, Log>) => Promise<{ added: number, known: number }>,
 *   erase: () => Promise<(() => Promise<void>) | null>,
 *   desk: ReturnType<typeof import("./store/places.js").desk>,
 * }} Store
 *   *shared*: answers go with the tab; *all*: every log, and how many records are damaged; *join*: put in what is not
 *   there yet, never overwriting; *erase*: take everything away, gives what undoes it, or null when the
 *   database did not answer and nothing is taken; *desk*: small things, at once
 */

/** @typedef {Record<string, string>} Words */

/**
 * One item on the page, as a kind sees it.
 * @typedef {object} Card
 * @property {HTMLElement} section
 * @property {HTMLElement} body
 * @property {Payload} payload
 * @property {Words} words
 * @property {(text: string) => void} announce say something to a screen reader alone
 */

/**
 * What differs from kind to kind.
 * @typedef {object} Kind
 * @property {(card: Card) => void} [setup] add the controls that need a script
 * @property {(card: Card) => Response | null} read the response, or null when there is none yet
 * @property {(card: Card, response: Response) => void} fill show a response
 * @property {(card: Card, attempt: number) => void} clear begin anew
 * @property {(card: Card, outcome: Outcome) => { part: string, answer: string, kind: string }[]} [remarks] spelling
 */

export {};
