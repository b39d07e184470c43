// Tells an LMS how a lesson goes, in SCORM 2004 or 1.2, whichever it speaks; nobody where there is none.
"use strict";

const HIGHEST_FRAME = 10;
const EDITIONS = {
  API_1484_11: { start: "Initialize", get: "GetValue", set: "SetValue", commit: "Commit", finish: "Terminate" },
  API: { start: "LMSInitialize", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit", finish: "LMSFinish" },
};

function found(name, frame) {
  let here = frame;
  for (let height = 0; here && height < HIGHEST_FRAME; height += 1) {
    try {
      if (here[name]) return here[name];
    } catch {
      return null; // a page of another site holds us
    }
    if (here === here.parent) return null;
    here = here.parent;
  }
  return null;
}

function edition() {
  for (const frame of [window, window.opener].filter(Boolean)) {
    for (const name of Object.keys(EDITIONS)) {
      const api = found(name, frame);
      if (api) return { api, calls: EDITIONS[name], is2004: name !== "API" };
    }
  }
  return { api: null, calls: {}, is2004: false };
}

const { api, calls, is2004 } = edition();

// What an LMS answers to a call; nothing where it fails, so that nothing counts as told.
function call(name, ...given) {
  try {
    return api ? String(api[calls[name]](...given)) : "";
  } catch (error) {
    console.warn(`The LMS failed at ${calls[name]}: ${error}`);
    return "";
  }
}

const get = (name) => call("get", name);
const set = (name, value) => call("set", name, String(value)) === "true";
const setAll = (values) => Object.entries(values).map(([name, value]) => set(name, value)).every(Boolean);
const share = (number) => Math.round(number * 1e4) / 1e4;
const pad = (number) => String(Math.floor(number)).padStart(2, "0");
const clock = (seconds) => [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(pad).join(":");

// An LMS that has a mark of its own judges by it whatever score it finds, however little was answered.
function ownMark() {
  const mark = is2004 ? get("cmi.scaled_passing_score") : get("cmi.student_data.mastery_score");
  return mark === "" ? null : Number(mark) * (is2004 ? 100 : 1);
}

function standing({ score, right, isDone, passed, answered, count }) {
  const result = passed ? "passed" : "failed";
  const counts = (count && isDone) || (answered > 0 && ownMark() === null);
  if (!is2004) {
    const marks = { "cmi.core.score.min": 0, "cmi.core.score.max": 100, "cmi.core.score.raw": score };
    return {
      ...(counts && marks),
      "cmi.core.lesson_status": !isDone ? "incomplete" : count ? result : "completed",
      "cmi.core.lesson_location": answered,
      "cmi.core.exit": isDone ? "" : "suspend",
    };
  }
  const marks = { "cmi.score.min": 0, "cmi.score.max": 100, "cmi.score.raw": score, "cmi.score.scaled": share(right / count) };
  return {
    ...(counts && marks),
    "cmi.completion_status": isDone ? "completed" : "incomplete",
    "cmi.success_status": count && isDone ? result : "unknown",
    "cmi.progress_measure": count ? share(answered / count) : 1,
    "cmi.location": answered,
    "cmi.exit": isDone ? "normal" : "suspend",
  };
}

function spent(seconds) {
  return is2004 ? set("cmi.session_time", `PT${Math.floor(seconds)}S`) : set("cmi.core.session_time", clock(seconds));
}

function pattern(kind, answer, tolerance) {
  if (!is2004) return answer;
  if (kind === "number") return `${Number(answer) - tolerance}[:]${Number(answer) + tolerance}`;
  return answer.replaceAll(",", "[,]");
}

window.course = {
  there: api !== null,
  start: () => call("start", "") === "true",
  ownMark,
  kept: () => get("cmi.suspend_data"),
  get onlyShows() {
    const mode = get(is2004 ? "cmi.mode" : "cmi.core.lesson_mode");
    return mode === "review" || mode === "browse";
  },

  // One answer to one question, as it was given.
  answered({ id, kind, answer, right, tolerance, isRight, place }) {
    const types = { number: "numeric", order: "sequencing" };
    const at = `cmi.interactions.${Math.max(Number(get("cmi.interactions._count")) || 0, place)}`;
    const now = new Date();
    const time = is2004 ? { timestamp: `${now.toISOString().slice(0, 22)}Z` } : { time: clock((now - new Date(now).setHours(0, 0, 0, 0)) / 1000) };
    const values = {
      id,
      type: types[kind] ?? "choice",
      ...time,
      "correct_responses.0.pattern": pattern(kind, right, tolerance),
      [is2004 ? "learner_response" : "student_response"]: kind === "number" ? answer : pattern(kind, answer, 0),
      result: isRight ? "correct" : is2004 ? "incorrect" : "wrong",
    };
    for (const [name, value] of Object.entries(values)) set(`${at}.${name}`, value);
  },

  // True once the LMS has said that it kept it.
  report(stand, kept, seconds) {
    const said = setAll({ ...standing(stand), "cmi.suspend_data": kept });
    spent(seconds);
    return call("commit", "") === "true" && said;
  },

  end(seconds) {
    spent(seconds);
    return call("finish", "") === "true";
  },
};
