// @ts-check
// A field with a link, and the button that copies it.

/**
 * Let *button* copy what stands in *field*; *say* is given the word for what has happened.
 * @param {HTMLElement} button @param {HTMLInputElement} field @param {(word: "copied" | "copy_by_hand") => void} say
 */
export function copies(button, field, say) {
  button.addEventListener("click", async () => {
    field.select();
    // Over plain http there is no clipboard: the link is selected, and the words say so.
    const copied = await (navigator.clipboard?.writeText(field.value) ?? Promise.reject()).then(
      () => true,
      () => false,
    );
    say(copied ? "copied" : "copy_by_hand");
  });
}
