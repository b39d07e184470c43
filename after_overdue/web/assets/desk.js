// The desk and the remote: show the class as it goes on, and move a page while a thumb moves.
import { watchSliders } from "./slider.js";

const LOOK_MS = 1000, LOST_AFTER = 3, MOVE_MS = 150;
const desk = document.getElementById("desk");
const told = document.getElementById("told");
let tag = `"${desk.dataset.tag}"`;
let missed = 0;
let moving = 0;
let held = false;
let moves = 0; // what was asked before the last of them shows the page as it was

function say(text) {
  told.textContent = text;
  told.hidden = !text;
}

async function look() {
  const movesBefore = moves;
  const found = await fetch(`state${location.search}`, { headers: { accept: "application/json", "if-none-match": tag }, cache: "no-store" });
  if (found.status === 404) return say(desk.dataset.gone);
  if (found.status === 200) {
    const { body } = await found.json();
    if (!held && moves === movesBefore) {
      tag = found.headers.get("etag");
      show(body);
    }
  }
  if (found.status < 500 && told.textContent === desk.dataset.offline) say("");
  missed = found.status < 500 ? 0 : missed + 1;
}

function show(body) {
  const isOpen = desk.querySelector("details")?.open;
  desk.innerHTML = body;
  if (isOpen) desk.querySelector("details").open = true;
}

function failed() {
  missed += 1;
  if (missed >= LOST_AFTER) say(desk.dataset.offline);
}

function move(form) {
  const body = new URLSearchParams(new FormData(form));
  return fetch("do", { method: "POST", body, headers: { accept: "application/json" } });
}

watchSliders(document);
document.addEventListener("input", (event) => {
  if (event.target.type !== "range") return;
  held = true;
  moves += 1;
  clearTimeout(moving);
  moving = setTimeout(() => move(event.target.form).catch(failed), MOVE_MS);
});
document.addEventListener("change", (event) => {
  if (event.target.type !== "range") return;
  clearTimeout(moving);
  const last = moves += 1;
  move(event.target.form).catch(failed).finally(() => { held = held && moves !== last; });
});
(async () => {
  for (;;) {
    await new Promise((done) => setTimeout(done, LOOK_MS));
    await look().catch(failed);
  }
})();
