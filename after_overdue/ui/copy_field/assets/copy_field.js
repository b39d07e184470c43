// A copy field: shows a text whole, and copies it. Where a page may not copy, it marks the text.

export default function copyField({ data: { label, text, title, words }, parentElement }) {
  const [name, area, button, send, said] = ["label", "textarea", "[data-part=copy]", "[data-part=send]", "p"].map((each) => parentElement.querySelector(each));
  name.textContent = label;
  button.textContent = words.copy;
  button.setAttribute("aria-label", `${words.copy}: ${label}`);
  send.textContent = words.send;
  send.hidden = !title || !navigator.share;
  send.onclick = () => navigator.share({ title, url: text }).catch(() => {}); // the reader may change his mind
  if (area.value !== text) said.textContent = "";
  area.value = text;
  area.onfocus = () => area.select();
  button.onclick = async () => {
    said.textContent = words[(await isCopied(text, area)) ? "copied" : "marked"];
  };
}

// A page without encryption has no clipboard of its own.
async function isCopied(text, area) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    area.focus();
    return document.execCommand("copy");
  }
}
