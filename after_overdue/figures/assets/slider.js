// A slider listens to a hand on it and to plain keys, and to nothing else.

// What a key does together with one of these is for the browser to say.
export const isPlain = ({ altKey, ctrlKey, metaKey }) => !(altKey || ctrlKey || metaKey);

const MOVES = /^(Arrow|Page|Home|End)/;

// Watch every slider below `root`, before anyone else hears of it.
export function watchSliders(root) {
  let held = null; // the slider that a hand came down on
  let stood = ""; // where it was then
  let hasPassed = false; // the hand went on to scroll the page
  const on = (kind, act) => root.addEventListener(kind, (event) => event.target.type === "range" && act(event), true);
  on("pointerdown", ({ target }) => {
    held = target;
    stood = target.value;
    hasPassed = false;
  });
  on("pointercancel", ({ target }) => {
    if (target !== held) return;
    hasPassed = true;
    target.value = stood;
    target.dispatchEvent(new Event("input", { bubbles: true }));
  });
  // Browsers tell of the change that was taken back once the finger is lifted.
  on("change", (event) => {
    if (hasPassed && event.target.value === stood) event.stopImmediatePropagation();
  });
  // Some browsers move a slider by Alt and an arrow too, and then do not go back.
  on("keydown", (event) => {
    hasPassed = false;
    if (isPlain(event) || !MOVES.test(event.key)) return;
    const { target } = event;
    target.disabled = true;
    setTimeout(() => {
      target.disabled = false;
      target.focus({ preventScroll: true });
    });
  });
}
