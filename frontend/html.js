// @ts-check
// HTML that came from swtech.rendering, from the scripts of `_banks/`, as nodes. Nothing else is ever made from strings.

/** @param {string} html @returns {DocumentFragment} */
export function fragment(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/**
 * Let the links below *root* lead to the pages of the edition in *lang*, which lie in the folder beside this one's.
 * @param {ParentNode} root @param {string} lang
 */
export function adopt(root, lang) {
  for (const link of root.querySelectorAll("a[href]")) link.setAttribute("href", address(link.getAttribute("href") ?? "", lang));
}

/** Return *href*, a page of the edition in *lang*, as this page says it. @param {string} href @param {string} lang */
export const address = (href, lang) =>
  lang === document.documentElement.lang || /^([a-z]+:|#|\.\.\/)/i.test(href) ? href : `../${lang}/${href}`;
