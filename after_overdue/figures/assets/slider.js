// A slider listens to a hand on it and to plain keys, and to nothing else.

const MOVES = /^(Arrow|Page|Home|End)/;

// What a key does together with one of these is for the browser to say.
export const isPlain = ({ altKey, ctrlKey, metaKey }) => !(altKey || ctrlKey || metaKey);

// Watch every slider below `root`, before anyone else hears of it.
export function watchSliders(root) {
  let held = null; // the slider that a hand came down on
  let stood = ""; // where it was then
  let hasPassed = false; // the hand went on to scroll the page
  const on = (kind, act) => root.addEventListener(kind, (event) => event.target.type === "range" && act(event.target, event), true);
  on("pointerdown", (slider) => {
    held = slider;
    stood = slider.value;
    hasPassed = false;
  });
  on("pointercancel", (slider) => {
    if (slider !== held) return;
    hasPassed = true;
    slider.value = stood;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  });
  // Browsers tell of the change that was taken back once the finger is lifted.
  on("change", (slider, event) => {
    if (hasPassed && slider.value === stood) event.stopImmediatePropagation();
  });
  // Some browsers move a slider by Alt and an arrow too, and then do not go back.
  on("keydown", (slider, event) => {
    hasPassed = false;
    if (isPlain(event) || !MOVES.test(event.key)) return;
    slider.disabled = true;
    setTimeout(() => {
      slider.disabled = false;
      slider.focus({ preventScroll: true });
    });
  });
}
