// An embed: controls around its figure, which ask the server for the next picture.

import { watchSliders } from "./slider.js";

const LARGEST_ON_SLIDE = 2;
const main = document.querySelector("main");
const form = document.querySelector("form");
const figure = document.querySelector("live-figure");
const settings = new URLSearchParams(main.dataset.query);
const numbers = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 4 });
const isSlide = Boolean(document.documentElement.dataset.size);
let asked = 0;

async function take(name, value) {
  settings.set(name, value);
  const mine = (asked += 1);
  try {
    const answer = await fetch(`${location.pathname}/picture?${settings}`, { credentials: "omit" });
    if (!answer.ok) throw new Error(`${answer.status} for ${answer.url}`);
    const picture = await answer.json();
    if (mine !== asked) return;
    told(false);
    tell(picture);
    await figure.show(picture.sent);
    if (isSlide) fit();
  } catch (error) {
    console.warn(error);
    if (mine === asked) told(true);
  }
}

function tell({ notes, page, words }) {
  for (const link of document.querySelectorAll("#page, .short a")) link.href = page;
  const list = document.querySelector(".notes");
  list.replaceChildren(...notes.map((note) => Object.assign(document.createElement("p"), { textContent: note })));
  for (const [name, word] of Object.entries(words)) {
    const output = form?.querySelector(`output[for="${name}"]`);
    if (output) output.textContent = word;
  }
}

function told(failed) {
  document.querySelector(".told").hidden = !failed;
}

// On a slide all of it is scaled to fit the frame, twice, as a width changes the height.
function fit() {
  let scale = 1;
  for (let pass = 0; pass < 2; pass += 1) {
    main.style.width = `${innerWidth / scale}px`;
    scale = Math.min(LARGEST_ON_SLIDE, innerHeight / main.offsetHeight);
  }
  main.style.width = `${innerWidth / scale}px`;
  main.style.transform = `scale(${scale})`;
}

function valueOf(field) {
  if (field.type !== "checkbox") return field.value;
  const chosen = form.querySelectorAll(`input[name="${field.name}"]:checked`);
  return [...chosen].map((each) => each.value).join(",");
}

const outputOf = (field) => (field.type === "range" ? form.querySelector(`output[for="${field.id}"]`) : null);

// While a hand moves a slider, its number follows; the server then says it in words.
function follow({ target }) {
  const output = outputOf(target);
  if (!output) return;
  const share = target.dataset.share !== undefined;
  output.textContent = share ? `${numbers.format(100 * target.value)}%` : numbers.format(target.value);
}

if (form) {
  watchSliders(form);
  form.querySelector("button").remove(); // it is for readers without this script
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", follow);
  let stood = ""; // what was said before the hand came down
  form.addEventListener("pointerdown", ({ target }) => (stood = outputOf(target)?.textContent));
  form.addEventListener("pointercancel", ({ target }) => outputOf(target)?.replaceChildren(stood));
  form.addEventListener("change", ({ target }) => {
    if (target.checkValidity()) take(target.name, valueOf(target));
    else target.reportValidity();
  });
}

figure.reportTo(take);
figure.addEventListener("figure-failed", () => told(true));
await figure.showing;
if (isSlide) {
  fit();
  addEventListener("resize", fit);
}
