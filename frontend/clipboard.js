// @ts-check
// What stands in a field, into the clipboard.

/** Copy what stands in *field*; gives whether it worked. @param {HTMLInputElement | HTMLTextAreaElement} field */
export async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // Plain http in a local network has no clipboard of its own; selecting still works there.
    field.focus();
    field.select();
    return document.execCommand("copy");
  }
}
