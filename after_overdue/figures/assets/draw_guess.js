// A guess drawn by hand: points of a curve, moved by a finger, a mouse or keys.

const NEAR_PX = 22; // half a finger
const share = (value, { low, high }) => (value - low) / (high - low);
const within = (at) => Math.min(Math.max(at, 0), 1);

export default function drawGuess({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".draw");
  root.guess ??= new Guess(root, data);
  root.guess.report = setStateValue;
}

// The fields of a form become the points, so that the form sends what was drawn.
export function drawIn(form) {
  const root = form.querySelector(".draw");
  const fields = [...form.querySelectorAll("[name=curve]")];
  new Guess(root, JSON.parse(root.dataset.pad), fields);
  form.querySelector(".points").hidden = true;
  root.hidden = false;
}

class Guess {
  constructor(root, data, fields = []) {
    this.data = data;
    this.parts = Object.fromEntries([...root.querySelectorAll("[data-part]")].map((each) => [each.dataset.part, each]));
    const { pad, hint, help } = this.parts;
    const { words, ticks, times, handles } = data;
    const is_drawn = fields.some((each) => each.value);
    pad.setAttribute("aria-label", data.name);
    hint.textContent = words.hint;
    help.textContent = words.help;
    this.commit = this.parts.commit ?? root.closest("form").querySelector("button");
    if (words.commit) this.commit.textContent = words.commit;
    this.commit.disabled = true;
    for (const { at, text } of ticks) this.write("tick", text, { bottom: share(at, data) });
    for (const { at, text } of times) this.write("time", text, { left: at });
    this.write("start", "", { left: 0, bottom: share(data.start, data) });
    this.inputs = handles.map((each, at) => this.handle(each, fields[at]));
    pad.onpointerdown = (event) => this.begin(event);
    pad.onpointermove = (event) => this.from && this.stroke(event);
    pad.onpointerup = pad.onpointercancel = () => this.end();
    if (this.parts.commit) this.commit.onclick = () => this.report("drawn", [this.values, performance.now()]);
    this.trace(is_drawn);
  }

  get values() {
    return this.inputs.map((each) => Number(each.value));
  }

  write(kind, text, place) {
    const mark = Object.assign(document.createElement("span"), { className: kind, textContent: text });
    for (const [side, at] of Object.entries(place)) mark.style[side] = `${100 * at}%`;
    this.parts.pad.append(mark);
    return mark;
  }

  handle({ at, label }, input = document.createElement("input")) {
    const { low, high, step, start } = this.data;
    const mark = this.write("handle", "", { left: at });
    const given = input.value || start;
    Object.assign(input, { type: "range", min: low, max: high, step });
    input.value = given;
    input.setAttribute("aria-label", label);
    input.at = at;
    input.oninput = () => this.trace(true);
    mark.append(input, document.createElement("i"), document.createElement("b"));
    return input;
  }

  place({ clientX, clientY }) {
    const { left, top, width, height } = this.parts.pad.getBoundingClientRect();
    return { x: within((clientX - left) / width), y: within(1 - (clientY - top) / height), near: NEAR_PX / width };
  }

  begin(event) {
    if (event.button) return;
    this.parts.pad.setPointerCapture(event.pointerId);
    const { x } = (this.from = this.place(event));
    const far = (input) => Math.abs(input.at - x);
    this.held = this.inputs.reduce((one, other) => (far(other) < far(one) ? other : one));
    this.stroke(event);
  }

  // What the hand passes takes its height there; what it is at follows it.
  stroke(event) {
    const { from } = this;
    const { x, y, near } = this.place(event);
    const gap = 0.5 / this.inputs.length;
    if (this.held && Math.abs(this.held.at - x) > gap) this.held = null;
    for (const input of this.inputs) {
      const passed = (input.at - from.x) * (input.at - x) < 0;
      const there = passed ? from.y + ((y - from.y) * (input.at - from.x)) / (x - from.x) : y;
      if (passed || input === this.held || Math.abs(input.at - x) <= near) this.set(input, there);
    }
    this.from = { x, y };
    this.trace(true);
  }

  set(input, at) {
    const { low, high } = this.data;
    input.value = low + at * (high - low);
  }

  end() {
    if (!this.from) return;
    this.parts.told.textContent = this.data.words.told.replace("{values}", this.values.join(" → "));
    this.from = null;
    this.inputs[0].dispatchEvent(new Event("input", { bubbles: true })); // a form keeps what was drawn
  }

  trace(is_drawn = false) {
    const { curve, hint } = this.parts;
    const { data } = this;
    const points = [{ at: 0, value: data.start }, ...this.inputs];
    curve.setAttribute("d", `M${points.map(({ at, value }) => `${100 * at} ${100 - 100 * share(value, data)}`).join("L")}`);
    for (const input of this.inputs) {
      input.parentElement.style.bottom = `${100 * share(input.value, data)}%`;
      input.parentElement.lastChild.textContent = input.value;
      input.setAttribute("aria-valuetext", data.words.points.replace("{number}", input.value));
    }
    hint.hidden ||= is_drawn;
    if (is_drawn) this.commit.disabled = false;
  }
}
