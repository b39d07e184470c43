// Plays a lesson: marks each answer, shows its replies, and has the course told.
"use strict";

const RETRY_MS = 5000;
const said = document.body.dataset;
const started = Date.now();
const questions = [...document.querySelectorAll(".question")];
const answers = new Map();
let again = 0;
const seconds = () => (Date.now() - started) / 1000;

function filled(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// What a form holds: letters with commas, or a number as text; nothing where it is open.
function held(form) {
  const given = new FormData(form);
  if (form.dataset.kind !== "order") return given.getAll("answer").join(",");
  const places = [...given.entries()].sort((one, other) => one[1] - other[1]);
  const twice = new Set(given.values()).size < places.length;
  return twice ? null : places.map(([letter]) => letter).join(",");
}

// Which replies an answer gets, and whether it is right.
function marked(form, answer) {
  const { kind, right, tolerance } = form.dataset;
  if (kind === "number") {
    const off = Number(answer) - Number(right);
    const isRight = Math.abs(off) <= Number(tolerance) + 1e-9;
    return { isRight, replies: [isRight ? "right" : off < 0 ? "low" : "high"] };
  }
  const isRight = answer === right;
  return { isRight, replies: [...new Set([...answer.split(","), ...right.split(",")])] };
}

function isWell(form, reply, place) {
  const right = form.dataset.right.split(",");
  if (form.dataset.kind === "number") return reply === "right";
  return form.dataset.kind === "order" ? right[place] === reply : right.includes(reply);
}

function show(form, answer) {
  const { isRight, replies } = marked(form, answer);
  for (const [place, reply] of replies.entries()) {
    const told = form.querySelector(`[data-reply="${reply}"]`);
    told.hidden = false;
    told.classList.add(isWell(form, reply, place) ? "is-right" : "is-wrong");
  }
  form.querySelector(".verdict").textContent = isRight ? said.right : said.wrong;
  form.querySelector(".told")?.removeAttribute("hidden");
  form.querySelector("button").hidden = true;
  form.querySelector("fieldset").disabled = true;
}

function put(form, answer) {
  const letters = answer.split(",");
  for (const field of form.elements) {
    if (field.type === "number") field.value = answer;
    else if (field.tagName === "SELECT") field.value = letters.indexOf(field.name) + 1;
    else if (field.name === "answer") field.checked = letters.includes(field.value);
  }
}

function record(form, answer) {
  const { id, kind, right, tolerance } = form.dataset;
  const { isRight } = marked(form, answer);
  course.answered({ id, kind, answer, right, tolerance: Number(tolerance), isRight, place: answers.size - 1 });
}

function told(stand) {
  if (!course.there) return said.alone;
  if (course.onlyShows) return said.shownAgain;
  const kept = JSON.stringify(Object.fromEntries(answers));
  if (course.report(stand, kept, seconds())) return stand.answered || stand.isDone ? said.reported : "";
  clearTimeout(again);
  again = setTimeout(report, RETRY_MS);
  return said.unreported;
}

function report() {
  const count = questions.length;
  const answered = answers.size;
  const right = questions.filter((form) => {
    const answer = answers.get(form.dataset.id);
    return answer !== undefined && marked(form, answer).isRight;
  }).length;
  const score = Math.round((100 * right) / count);
  const isDone = answered === count;
  const passed = score >= (course.ownMark() ?? Number(said.toPass));
  const parts = count ? [filled(said.score, { right, answered, count })] : [];
  if (count && isDone) parts.push(passed ? said.passed : said.failed);
  parts.push(told({ score, right, isDone, passed, answered, count }));
  document.querySelector("#result").textContent = parts.filter(Boolean).join(" ");
}

function restore() {
  let kept = {};
  try {
    kept = JSON.parse(course.kept() || "{}");
  } catch {
    kept = {}; // what another version of the lesson kept
  }
  for (const form of questions) {
    const answer = kept[form.dataset.id];
    if (typeof answer !== "string") continue;
    answers.set(form.dataset.id, answer);
    put(form, answer);
    show(form, answer);
  }
}

for (const form of questions) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const answer = held(form);
    if (!answer) {
      form.querySelector(".verdict").textContent = answer === null ? said.twice : form.dataset.nothing;
      return;
    }
    answers.set(form.dataset.id, answer);
    show(form, answer);
    record(form, answer);
    report();
  });
}

course.start();
restore();
report();
window.addEventListener("pagehide", () => course.end(seconds()));
