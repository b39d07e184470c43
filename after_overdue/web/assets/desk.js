// The desk and the remote: show the class as it goes on, and move a page while a thumb moves.
import { patience, watchClass } from "./looking.js";
import { watchSliders } from "./slider.js";

const MOVE_MS = 150;
const desk = document.getElementById("desk");
let moving = 0;
let held = false; // a hand moves the page's slider
let pressed = false; // a button has to be there still when it is let go
let moves = 0; // what was asked before the last of them shows the page as it was
let next = null; // the form to send once the one under way has arrived
let going = null;

const nameOf = ({ form, name, value, type }) => form && [form.elements.learner?.value, name, type === "range" || value].join();

function show(body) {
  const isOpen = desk.querySelector("details")?.open;
  const focused = nameOf(document.activeElement);
  desk.innerHTML = body;
  if (isOpen) desk.querySelector("details").open = true;
  const twin = focused && [...desk.querySelectorAll("button, input")].find((each) => nameOf(each) === focused);
  twin?.focus({ preventScroll: true });
}

const { miss, look } = watchClass(desk, document.getElementById("told"), () => {
  const movesBefore = moves;
  return ({ body }) => {
    const isNow = !held && !pressed && moves === movesBefore;
    if (isNow) show(body);
    return isNow;
  };
});

// One after the other; of those that wait the last is sent.
async function send() {
  while (next) {
    const body = new URLSearchParams(new FormData(next));
    next = null;
    const { status } = await fetch("do", { method: "POST", body, headers: { accept: "application/json" }, ...patience() });
    if (status === 429 || status >= 500) throw new Error(status);
  }
}

function move(form) {
  next = form;
  return (going ??= send().finally(() => (going = null))).catch(miss);
}

// Where the page stands is known at once, so that the next press is none on an old view.
function rest(slider) {
  clearTimeout(moving);
  const last = (moves += 1);
  move(slider.form).finally(() => {
    held = held && moves !== last;
    look().catch(miss);
  });
}

addEventListener("pointerdown", () => (pressed = true), true);
for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, () => setTimeout(() => (pressed = false)), true);
watchSliders(document);
document.addEventListener("input", (event) => {
  if (event.target.type !== "range") return;
  held = true;
  moves += 1;
  clearTimeout(moving);
  moving = setTimeout(() => move(event.target.form), MOVE_MS);
});
// A hand that goes on to scroll has put the slider back, and tells of no change.
for (const kind of ["change", "pointercancel"]) document.addEventListener(kind, ({ target }) => target.type === "range" && rest(target));
