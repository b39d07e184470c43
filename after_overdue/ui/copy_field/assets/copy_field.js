// A copy field: shows a text whole, and copies it. Where a page may not copy, it marks the text.

const TEMPLATE = `
  <label for="text"></label>
  <div class="row"><textarea id="text" readonly rows="2" spellcheck="false"></textarea><button type="button"></button></div>
  <p role="status"></p>`;

export default function copyField({ data, parentElement }) {
  const root = parentElement.querySelector(".copy-field");
  if (!root.children.length) root.innerHTML = TEMPLATE;
  const part = (name) => parentElement.querySelector(name);
  const { label, text, words } = data;
  part("label").textContent = label;
  part("button").textContent = words.copy;
  part("button").setAttribute("aria-label", `${words.copy}: ${label}`);
  if (part("textarea").value !== text) part("p").textContent = "";
  part("textarea").value = text;
  part("textarea").onfocus = () => part("textarea").select();
  part("button").onclick = async () => {
    const copied = await written(text).then(
      () => true,
      () => marked(part("textarea")),
    );
    part("p").textContent = copied ? words.copied : words.marked;
  };
}

// A page without encryption has no clipboard of its own.
async function written(text) {
  await navigator.clipboard.writeText(text);
}

function marked(area) {
  area.focus();
  area.select();
  return document.execCommand("copy");
}
