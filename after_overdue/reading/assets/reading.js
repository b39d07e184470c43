import { keepPaths, mounted } from "./live_figure.js";

// A still figure becomes the live one at the first touch. Its slider stands on the page
// already, so that a hand on it goes on moving it while the figure arrives.

const STILL = document.querySelector("[data-figure]");

if (STILL) wait();

function wait() {
  const hover = (event) => event.pointerType === "mouse" && wake();
  STILL.addEventListener("pointerover", hover, { once: true });
  STILL.addEventListener("pointerdown", wakeAtControls);
  STILL.addEventListener("click", (event) => wake(event.target.closest("button")));
  STILL.addEventListener("focusin", () => wake());
}

// A finger on the drawing may only be scrolling; a tap on it is a click.
function wakeAtControls(event) {
  if (event.target.matches("input")) wake();
}

let waking = null;

function wake(pressed) {
  if (waking) return;
  waking = new Promise((resolve, reject) => {
    window.afterOverdue = { show: resolve };
    const script = Object.assign(document.createElement("script"), { src: STILL.dataset.figure });
    script.onerror = () => reject(new Error(`The figure did not load from ${script.src}.`));
    document.head.append(script);
  });
  waking.then((told) => live(told, pressed)).catch(stayStill);
}

async function live({ sent, paths }, pressed) {
  const { slider } = sent;
  const input = STILL.querySelector("input");
  keepPaths(sent.paths_id, paths);
  const figure = mounted(STILL, (name, value) => follow(sent, name, value));
  figure.value = Number(input.value); // where the hand has moved it meanwhile
  if (figure.value !== slider.value) figure.awaited[slider.name] = figure.value;
  await figure.show(sent);
  if (figure.value !== slider.value) figure.tell(slider.name, figure.value, 0);
  STILL.dataset.live = "";
  for (const looks of ["(prefers-color-scheme: dark)", "print"]) matchMedia(looks).onchange = () => figure.show(sent);
  pressed?.click();
}

// What was chosen goes into the link to the page with every setting.
function follow(sent, name, value) {
  const asked = new URLSearchParams(sent.link);
  asked.set(name, value);
  sent.link = String(asked);
  const way = document.querySelector("[data-way]");
  if (way) way.search = sent.link;
  const words = STILL.querySelector("[data-words]");
  words.textContent = STILL.querySelector(".takeaway").textContent;
  words.nextElementSibling?.remove(); // told the case of the answer
}

function stayStill() {
  STILL.querySelector(".failed").hidden = false;
}
