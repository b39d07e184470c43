// Opens the scripts of a lesson with no question before an LMS; prints what that was told.
const fs = require("fs");
const vm = require("vm");
const [folder, edition] = process.argv.slice(2);
const told = {};
const set = (name, value) => {
  told[name] = value;
  return "true";
};
const yes = () => "true";
const lms =
  edition === "2004"
    ? { Initialize: yes, GetValue: () => "", SetValue: set, Commit: yes, Terminate: yes }
    : { LMSInitialize: yes, LMSGetValue: () => "", LMSSetValue: set, LMSCommit: yes, LMSFinish: yes };
const result = { textContent: "" };
const dataset = { toPass: "80", score: "{right}/{count}", passed: "passed", failed: "failed", reported: "reported" };
const page = { body: { dataset }, querySelectorAll: () => [], querySelector: () => result };
const frame = { [edition === "2004" ? "API_1484_11" : "API"]: lms, document: page, addEventListener() {}, console };
frame.window = frame.parent = frame;
vm.createContext(frame);
for (const name of ["lms.js", "lesson.js"]) vm.runInContext(fs.readFileSync(`${folder}/${name}`, "utf8"), frame);
console.log(JSON.stringify({ told, result: result.textContent }));
