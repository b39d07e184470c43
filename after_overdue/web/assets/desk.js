// The desk and the remote: show the class as it goes on, and move a page while a thumb moves.
import { watchClass } from "./looking.js";
import { watchSliders } from "./slider.js";

const MOVE_MS = 150;
const desk = document.getElementById("desk");
let moving = 0;
let held = false;
let moves = 0; // what was asked before the last of them shows the page as it was

function show(body) {
  const isOpen = desk.querySelector("details")?.open;
  desk.innerHTML = body;
  if (isOpen) desk.querySelector("details").open = true;
}

const failed = watchClass(desk, document.getElementById("told"), () => {
  const movesBefore = moves;
  return ({ body }) => {
    const isNow = !held && moves === movesBefore;
    if (isNow) show(body);
    return isNow;
  };
});

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
