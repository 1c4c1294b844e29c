// @ts-check
// Days as a student counts them: a day begins at four in the morning by the clock on the wall, so that an evening's work
// that ends after midnight is one day's. A day is a whole number, which sums and compares and knows no summer time.

const DAY = 86_400_000;
const BEGINS = 4;

/** Return the day in which the moment *time* lies. @param {number | Date} time @returns {number} */
export function dayOf(time) {
  const at = new Date(time);
  const date = Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / DAY;
  return at.getHours() < BEGINS ? date - 1 : date;
}

/** Return the moment at which *day* begins. @param {number} day @returns {Date} */
export function startOf(day) {
  const date = utcOf(day);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), BEGINS);
}

/** Return *day* as the moment that stands for it where days are counted in UTC, as ts-fsrs does. @param {number} day */
export const utcOf = (day) => new Date(day * DAY);

/** Return the day that *date* stands for there. @param {Date} date */
export const dayOfUtc = (date) => Math.round(date.getTime() / DAY);

/** Return the Monday of the week in which *day* lies. @param {number} day */
export const mondayOf = (day) => day - ((((day + 3) % 7) + 7) % 7);
