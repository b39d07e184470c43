// Plays a lesson in an LMS that speaks SCORM 1.2, and alone where there is none.
"use strict";

const HIGHEST_FRAME = 10;
const said = document.body.dataset;
const started = Date.now();
const questions = [...document.querySelectorAll(".question")];
const answers = new Map();

function apiAbove(frame) {
  let here = frame;
  for (let height = 0; here && height < HIGHEST_FRAME; height += 1) {
    try {
      if (here.API) return here.API;
    } catch {
      return null; // a page of another site holds us
    }
    if (here === here.parent) return null;
    here = here.parent;
  }
  return null;
}

const api = apiAbove(window) ?? (window.opener ? apiAbove(window.opener) : null);
const get = (name) => (api ? String(api.LMSGetValue(name)) : "");
const set = (name, value) => api?.LMSSetValue(name, String(value));

const clock = (seconds) =>
  [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((each) => String(Math.floor(each)).padStart(2, "0"))
    .join(":");

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
  const types = { number: "numeric", order: "sequencing" };
  const count = Math.max(Number(get("cmi.interactions._count")) || 0, answers.size - 1);
  const place = `cmi.interactions.${count}`;
  set(`${place}.id`, form.dataset.id);
  set(`${place}.type`, types[form.dataset.kind] ?? "choice");
  set(`${place}.time`, clock((Date.now() - new Date().setHours(0, 0, 0, 0)) / 1000));
  set(`${place}.correct_responses.0.pattern`, form.dataset.right);
  set(`${place}.student_response`, answer);
  set(`${place}.result`, marked(form, answer).isRight ? "correct" : "wrong");
}

function report() {
  const right = questions.filter((form) => {
    const answer = answers.get(form.dataset.id);
    return answer !== undefined && marked(form, answer).isRight;
  }).length;
  const score = Math.round((100 * right) / questions.length);
  const isDone = answers.size === questions.length;
  const toPass = Number(get("cmi.student_data.mastery_score") || said.toPass);
  const passed = score >= toPass;
  set("cmi.core.score.min", 0);
  set("cmi.core.score.max", 100);
  set("cmi.core.score.raw", score);
  set("cmi.core.lesson_status", isDone ? (passed ? "passed" : "failed") : "incomplete");
  set("cmi.core.lesson_location", answers.size);
  set("cmi.core.exit", isDone ? "" : "suspend");
  set("cmi.suspend_data", JSON.stringify(Object.fromEntries(answers)));
  set("cmi.core.session_time", clock((Date.now() - started) / 1000));
  api?.LMSCommit("");
  const parts = [filled(said.score, { right, answered: answers.size, count: questions.length })];
  if (isDone) parts.push(passed ? said.passed : said.failed);
  parts.push(api ? said.reported : said.alone);
  document.querySelector("#result").textContent = parts.join(" ");
}

function restore() {
  let kept = {};
  try {
    kept = JSON.parse(get("cmi.suspend_data") || "{}");
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

api?.LMSInitialize("");
restore();
report();
window.addEventListener("pagehide", () => {
  set("cmi.core.session_time", clock((Date.now() - started) / 1000));
  api?.LMSFinish("");
});
