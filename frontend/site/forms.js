// @ts-check
// A blank form can be printed alone, without the page around it.

/** @param {string} label what the button says */
export function setUpForms(label) {
  const root = document.documentElement;
  for (const form of document.querySelectorAll(".sw-blank-form")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sw-print-form";
    button.textContent = label;
    button.addEventListener("click", () => {
      root.classList.add("sw-one-form");
      form.classList.add("is-printed");
      // On a phone `print` returns at once: the page becomes whole again when the printing is over.
      addEventListener(
        "afterprint",
        () => {
          root.classList.remove("sw-one-form");
          form.classList.remove("is-printed");
        },
        { once: true },
      );
      print();
    });
    form.after(button);
  }
}
