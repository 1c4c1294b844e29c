// @ts-check
// Dates in words, the twin of swtech.language.forms: browsers' own Kazakh forms cannot be relied on.

/** @type {Record<string, string[]>} the months as a date needs them */
const MONTHS = {
  kk: "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(" "),
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "),
};

/** Return *date* without its year: «23 қараша», «23 ноября». @param {Date} date @param {string} lang */
export const sayDay = (date, lang) => `${date.getDate()}\u00a0${MONTHS[lang][date.getMonth()]}`;

/** Return *date* as the clock on the wall has it: «2026 жылғы 23 қараша», «23 ноября 2026 года». @param {Date} date @param {string} lang */
export function sayDate(date, lang) {
  const day = sayDay(date, lang);
  return lang === "kk" ? `${date.getFullYear()} жылғы ${day}` : `${day} ${date.getFullYear()} года`;
}

/** Return *date* as the name of a file has it: 2026-11-23. @param {Date} date */
export const isoDate = (date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
