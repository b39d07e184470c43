// An embed: the app's live figure, and controls that ask the server for the next picture.

const { live, query, sent } = JSON.parse(document.getElementById("sent").textContent);
const { keepPaths, mounted } = await import(live);
const form = document.querySelector("form");
const settings = new URLSearchParams(query);
const numbers = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 4 });
const figure = mounted(document.getElementById("figure"), (name, value) => take(name, value));
const LARGEST_ON_SLIDE = 2;
let asked = 0;
let shown = sent;
let known = ""; // the case whose paths have been asked for

function take(name, value) {
  settings.set(name, value);
  return ask();
}

async function fetched(what) {
  const answer = await fetch(`${location.pathname}/${what}?${settings}`, { credentials: "omit" });
  if (!answer.ok) throw new Error(`${answer.status} for ${answer.url}`);
  return answer.json();
}

async function ask() {
  const mine = (asked += 1);
  try {
    const picture = await fetched("picture");
    if (mine !== asked) return;
    told(false);
    tell(picture);
    await show(picture.sent);
    if (document.documentElement.dataset.size) fit();
  } catch (error) {
    console.warn(error);
    if (mine === asked) told(true);
  }
}

async function show(next) {
  shown = next;
  if (known !== next.paths_id) keepPaths(next.paths_id, null);
  await figure.show(next);
  if (known === next.paths_id || !next.slider) return;
  known = next.paths_id;
  keepPaths(known, await fetched("paths"));
  figure.draw();
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
  const main = document.querySelector("main");
  let scale = 1;
  for (let pass = 0; pass < 2; pass += 1) {
    main.style.width = `${innerWidth / scale}px`;
    scale = Math.min(LARGEST_ON_SLIDE, innerHeight / main.offsetHeight);
  }
  main.style.width = `${innerWidth / scale}px`;
  main.style.transform = `scale(${scale})`;
}

// Paper is light and narrower than a screen; a figure is not measured anew before it is printed.
async function repaint() {
  await figure.show(shown);
  const { plot } = figure.parts;
  await figure.plotly.relayout(plot, { width: plot.clientWidth });
}

async function start() {
  await show(sent);
  if (document.documentElement.dataset.size) {
    fit();
    addEventListener("resize", fit);
  }
  for (const looks of ["(prefers-color-scheme: dark)", "print"]) matchMedia(looks).onchange = repaint;
  document.getElementById("main-slider").disabled = false;
  document.querySelector(".tools").hidden = false;
}

function valueOf(field) {
  if (field.type !== "checkbox") return field.value;
  const chosen = form.querySelectorAll(`input[name="${field.name}"]:checked`);
  return [...chosen].map((each) => each.value).join(",");
}

// While a hand moves a slider, its number follows; the server then says it in words.
function follow({ target }) {
  const output = target.type === "range" && form.querySelector(`output[for="${target.id}"]`);
  if (!output) return;
  const share = target.dataset.share !== undefined;
  output.textContent = share ? `${numbers.format(100 * target.value)}%` : numbers.format(target.value);
}

form?.querySelector("button").remove(); // it is for readers without this script
form?.addEventListener("submit", (event) => event.preventDefault());
form?.addEventListener("input", follow);
form?.addEventListener("change", ({ target }) => {
  if (target.checkValidity()) take(target.name, valueOf(target));
  else target.reportValidity();
});

await start();
