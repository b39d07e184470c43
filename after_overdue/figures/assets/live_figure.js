// <live-figure>: a chart that follows the hand, and the one script that mounts it.
//
// The element shows the JSON that lies in it, or what the script at its `src` holds, or what
// the platform hands it. A drawing with `moves` needs no library until it is touched, or idle.

import { atPosition, fitted, framed, mark, painted, redraw, remembered } from "./drawn.js";
import { isPlain, watchSliders } from "./slider.js";

const REPORT_AFTER_KEYS_MS = 250; // a key held down reports once, when it rests
const ASKED_AFTER_MS = 1500; // a page where nothing waits for Python hears of the slider once it has rested
const EASED_MS = 300; // a little longer than the style's transition
const IDLE_MS = 2000; // a busy page is given the library too
const GHOST_MS = 2000; // the trace of what was outlasts the hand
const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12 };
const LOOKS = ["(prefers-color-scheme: dark)", "print"].map((each) => matchMedia(each));
const KEPT = 4;
const PATHS = new Map(); // every position of a slider, by its address, which names the case
const FIGURES = new Set();
const idle = window.requestIdleCallback ?? setTimeout;
let plotlyLoading = null;
let loading = Promise.resolve(); // a figure is told by a global, so one after the other
let nudges = !matchMedia("(prefers-reduced-motion: reduce)").matches; // once, before the first touch

// The platform mounts by this; the figure of a first view, live already, takes its place.
export default async function component({ data, parentElement, setStateValue }) {
  const sent = JSON.parse(new TextDecoder().decode(data));
  const style = parentElement.querySelector("link");
  await (style.sheet || new Promise((resolve) => (style.onload = resolve)));
  const early = document.querySelector("#first-view live-figure");
  if (early?.sent?.filename === sent.filename) {
    await early.released();
    const other = parentElement.querySelector("live-figure");
    if (other !== early) early.takePlaceOf(other);
  }
  const figure = parentElement.querySelector("live-figure");
  figure.comes();
  figure.isAwaited = () => figure.isTouched || document.querySelector("[data-testid=stExpander] details[open]");
  figure.reportTo((name, value) => setStateValue(name, [value, performance.now()])); // the same is news again
  figure.show(sent).then(() => idle(() => figure.enrich(), { timeout: IDLE_MS }), (error) => figure.report("failed", String(error)));
}

function loaded(src) {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src, onload: resolve });
    script.onerror = () => reject(new Error(`${src} did not load.`));
    document.head.append(script);
  });
}

async function bringPlotly(src) {
  await loaded(src);
  const { Plotly } = window;
  Plotly.PlotSchema.findArrayAttributes = remembered(Plotly.PlotSchema.findArrayAttributes);
  return Plotly;
}

const loadPlotly = (src) => (plotlyLoading ??= bringPlotly(src));

// What makes a still figure move is a script, as a page opened from a disk may fetch nothing.
function loadFigure(src) {
  return (loading = loading.catch(() => {}).then(async () => {
    let told = null;
    window.afterOverdue = { show: (given) => (told = given) };
    await loaded(src);
    return told;
  }));
}

export function keepPaths(address, paths) {
  PATHS.set(address, paths);
  if (PATHS.size > KEPT) PATHS.delete(PATHS.keys().next().value);
}

// Says whether there is news. What could not be had is asked for again the next time.
export async function fetchPaths(address) {
  if (!address || PATHS.has(address)) return false;
  keepPaths(address, null);
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} for ${answer.url}`);
    keepPaths(address, await answer.json());
  } catch (error) {
    console.debug(error);
    PATHS.delete(address);
    return false;
  }
  return true;
}

function lookOf(element) {
  const colour = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const [r, g, b] = colour.startsWith("#")
    ? [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))
    : (colour.match(/[\d.]+/g) ?? [255, 255, 255]).map(Number);
  return 0.299 * r + 0.587 * g + 0.114 * b < 128 ? "dark" : "light";
}

function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

// Buttons that stay as many keep the focus.
function offer(list, all, isPressed, press) {
  list.hidden = !all.length;
  if (list.children.length !== all.length) {
    list.replaceChildren(...all.map(() => Object.assign(document.createElement("button"), { type: "button" })));
  }
  all.forEach(({ label }, at) => {
    const button = list.children[at];
    say(button, label);
    button.setAttribute("aria-pressed", isPressed(at));
    button.onclick = () => press(at);
  });
}

class LiveFigure extends HTMLElement {
  connectedCallback() {
    if (!this.parts) this.begin();
    FIGURES.add(this);
    this.resized.observe(this.parts.plot);
    for (const look of LOOKS) look.addEventListener("change", this.repaint);
  }

  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.leave()); // unless it only moved
  }

  begin() {
    this.parts = Object.fromEntries([...this.querySelectorAll("[data-part]")].map((each) => [each.dataset.part, each]));
    this.moving = false; // the hand is on the slider
    this.leading = false; // the drawing stands for the library's chart, until what moved it rests
    this.awaited = this.stood = {}; // what Python has not yet confirmed
    this.known = {}; // what Python said last, and was told since
    this.untold = new Map(); // what nobody has been there to hear, or waits for
    this.report = null;
    this.isAwaited = () => true;
    this.timers = {};
    this.tried = null;
    this.resized = new ResizeObserver(() => this.resize());
    this.repaint = () => this.paintAgain();
    this.listen();
    const { sent } = this.parts;
    const src = this.getAttribute("src");
    const begun = src ? this.wake(src) : sent && this.show(JSON.parse(sent.textContent));
    begun?.catch((error) => this.fail(error));
  }

  // The hand on the slider may have moved it meanwhile.
  async wake(src) {
    const { sent, paths } = await loadFigure(src);
    const { name, value, step } = sent.slider;
    keepPaths(sent.moves, paths);
    const mine = Number(this.parts.slider.value); // rounded to a step
    this.value = Math.abs(mine - value) <= step / 2 ? value : mine;
    if (this.value !== value) this.awaited[name] = this.value;
    await this.show(sent);
    if (this.value !== value && !this.moving) this.tell(name, this.value, 0);
  }

  // The library takes the drawing's place for a hand that points at it.
  enrich() {
    const { figure, moves } = this.sent ?? {};
    if (figure && moves && !this.plotly) this.enriching ??= this.bringLibrary();
    return this.enriching;
  }

  async bringLibrary() {
    const { paths, plotly, slider } = this.sent;
    try {
      await Promise.all([loadPlotly(plotly), fetchPaths(paths)]);
      if (slider && !PATHS.get(paths)) throw new Error(`${paths} did not load.`);
      await this.released();
      this.isDrawn = false;
      await this.showNew(this.sent, this.palette);
    } catch (error) {
      console.debug(error);
      this.enriching = plotlyLoading = null;
    }
  }

  fail(error) {
    const { slider, tools } = this.parts;
    console.debug(error);
    if (!this.sent?.moves) {
      for (const each of this.steps) each.hidden = true;
      if (this.sent) slider.disabled = tools.hidden = true;
    }
    this.dispatchEvent(new Event("figure-failed", { bubbles: true }));
  }

  listen() {
    const { slider, chart, copy } = this.parts;
    watchSliders(this);
    for (const kind of ["pointerdown", "keydown"]) this.addEventListener(kind, ({ pointerType }) => (this.isTouched = /touch|pen/.test(pointerType)), true);
    slider.oninput = () => this.move(Number(slider.value));
    slider.onpointerdown = () => this.hold();
    slider.onpointerup = () => this.letGo();
    slider.onpointercancel = () => this.letBack();
    slider.onchange = () => this.rest();
    chart.onkeydown = (event) => this.key(event);
    for (const kind of ["mouseover", "click", "focusin"]) chart.addEventListener(kind, () => this.enrich());
    // A handler that returned `false` would take the press from the drawing library.
    chart.onpointerdown = chart.onpointercancel = ({ type }) => void (this.swept = type === "pointercancel");
    // Under a finger there is no tooltip: what is worked out stands below.
    chart.onpointerover = ({ pointerType }) => this.parts.plot.classList.toggle("touched", pointerType !== "mouse");
    for (const format of ["png", "svg"]) this.parts[format].onclick = () => this.save(format).catch((error) => this.fail(error));
    copy.onclick = () => this.sent && this.copy();
    for (const each of this.steps) each.onclick = () => this.step(each.dataset.part === "less" ? -1 : 1);
  }

  get steps() {
    return [this.parts.less, this.parts.more].filter(Boolean);
  }

  step(by) {
    const { slider } = this.parts;
    slider.stepUp(by);
    slider.oninput();
    this.rest();
  }

  // What the first movement needs stands ready.
  hold() {
    this.moving = this.leading = true;
    this.stood = { ...this.awaited };
    clearTimeout(this.timers.ghost);
    this.ghost?.remove();
    if (this.canLead) this.draw();
    const seen = this.canLead ? this.lead : this.parts.plot;
    this.ghost = Object.assign(seen.cloneNode(true), { className: "ghost", ariaHidden: "true" });
    // A clipping named twice would hide what it clips.
    for (const each of this.ghost.querySelectorAll("[id]")) each.removeAttribute("id");
    this.parts.chart.prepend(this.ghost);
    this.nudge("past");
  }

  letGo() {
    this.moving = false;
    this.timers.ghost = setTimeout(() => this.ghost.remove(), GHOST_MS);
    this.settle();
  }

  // The thumb stirs once, to say that it can be moved.
  nudge(when) {
    const { control } = this.parts;
    if (when === "now" ? nudges && this.sent.slider : control.dataset.nudged) control.dataset.nudged = when;
    nudges = false;
  }

  // The hand has gone on to scroll: nothing was chosen, nothing is awaited.
  letBack() {
    this.awaited = this.stood;
    this.letGo();
  }

  // Before the figure is live its slider moves alone, and is told of once it is.
  rest() {
    if (this.sent) this.tell(this.sent.slider.name, this.value, this.moving ? 0 : REPORT_AFTER_KEYS_MS);
    else this.moving = false;
  }

  reportTo(report) {
    this.report = report;
    this.handOver();
  }

  handOver() {
    clearTimeout(this.timers.told);
    if (!this.report) return;
    for (const [name, value] of this.untold) {
      this.known[name]?.push(value);
      this.report(name, value);
    }
    this.untold.clear();
  }

  released() {
    const { slider } = this.parts;
    if (!this.moving) return null;
    return new Promise((resolve) => ["pointerup", "pointercancel"].forEach((kind) => slider.addEventListener(kind, resolve)));
  }

  // A first view over the page goes when the page has its figure.
  comes() {
    this.dispatchEvent(new Event("figure-comes", { bubbles: true, composed: true }));
  }

  // The same figure, with all that was done to it, in another place of the page.
  takePlaceOf(other) {
    const focused = this.getRootNode().activeElement;
    const keeps = this.contains(focused);
    this.nudge("past");
    other.comes();
    other.replaceWith(this);
    if (keeps) focused.focus({ preventScroll: true });
  }

  resize() {
    if (!this.drawn) return;
    if (this.sent.fits) this.draw();
    else this.plotly.Plots.resize(this.parts.plot);
  }

  // What was shown already stays as it is; whoever asks learns whether it could be drawn.
  show(sent) {
    const look = lookOf(this);
    const seen = look + JSON.stringify(sent);
    // On a page another case comes without a drawing.
    const stays = this.sent ? this.isDrawn && this.seen?.startsWith(look) && sent.moves === this.sent.moves : this.parts.plot.firstChild;
    this.isDrawn = sent.moves && (!sent.presets || stays);
    this.sent = sent;
    this.look = look;
    this.value = this.confirmed(sent.slider?.name, sent.slider?.value, this.moving, this.value);
    this.chosen = this.confirmed(sent.chosen?.name, sent.chosen?.value, false, this.chosen);
    if (seen !== this.seen) this.showing = this.showNew(sent, sent.palettes[look]);
    this.seen = seen;
    return this.showing;
  }

  async showNew(sent, palette) {
    const { plot, takeaway } = this.parts;
    this.palette = palette;
    this.base = painted(sent.figure, palette);
    this.label();
    if (!this.isDrawn) this.plotly = await loadPlotly(sent.plotly);
    if (sent.drawing && !this.plotly) {
      plot.innerHTML = sent.drawing;
      this.redrawn = this.still = null;
    }
    if (this.isDrawn && !this.still) {
      this.still = plot.innerHTML;
      this.stillAt = sent.slider?.value;
    }
    this.draw({ eased: this.drawn && !this.moving && !Object.keys(this.awaited).length });
    this.nudge("now");
    say(takeaway, this.told.takeaway);
    const { address } = this;
    if (sent.slider && (await fetchPaths(address))) this.follow(address);
    this.dispatchEvent(new Event("figure-follows", { bubbles: true }));
  }

  // Where every position is had: as values, or as drawings.
  get address() {
    return this.sent?.[this.isLight ? "moves" : "paths"];
  }

  // The library keeps up with no hand on a phone: the drawing whose place it took moves instead.
  get isLight() {
    return !this.plotly || (this.leading && this.canLead);
  }

  get canLead() {
    const { lead, sent, look } = this;
    if (!lead) return false;
    const is_same = lead.look === look && lead.moves === sent.moves && Boolean(PATHS.get(sent.moves));
    return is_same && this.tried === null && this.chosen === sent.chosen?.value; // what was chosen is drawn
  }

  follow(address) {
    for (const figure of FIGURES) if (figure.address === address && figure.hasMoved) figure.draw();
  }

  // Paper is light and narrower than a screen; a figure is not measured anew before it is printed.
  async paintAgain() {
    if (!this.sent) return;
    await this.show(this.sent);
    const { plot } = this.parts;
    if (this.drawn) await this.plotly.relayout(plot, { width: plot.clientWidth });
  }

  // Python's word counts, unless it is what the reader moved on from.
  confirmed(name, value, held, mine) {
    const known = (this.known[name] ??= [value]);
    if (held || ((this.awaited[name] ?? value) !== value && known.includes(value))) return mine;
    delete this.awaited[name];
    this.known[name] = [value];
    return value;
  }

  // The position that is drawn as it came.
  get drawnAt() {
    return this.isLight ? this.stillAt : this.sent.slider?.value;
  }

  get last() {
    return this.sent.chosen.min + this.sent.chosen.count - 1;
  }

  get position() {
    const { slider } = this.sent;
    return slider ? Math.round((this.value - slider.min) / slider.step) : 0;
  }

  get hasMoved() {
    return this.value !== this.drawnAt || this.chosen !== this.sent.chosen?.value;
  }

  label() {
    const { slider, chosen, words, name, link, presets } = this.sent;
    const { control, chart, copy, tools } = this.parts;
    tools.hidden = Boolean(presets); // a page has a fold of its own for them
    control.hidden = !slider;
    this.parts.slider.disabled = !slider;
    if (slider) {
      const { min, max, step, label } = slider;
      Object.assign(this.parts.slider, { min, max, step });
      say(this.parts["slider-name"], label);
    }
    for (const part of ["png", "svg", "copy"]) say(this.parts[part], words[part]);
    copy.hidden = !link;
    for (const each of this.steps) {
      each.setAttribute("aria-label", words[each.dataset.part]);
      each.hidden = !slider;
    }
    this.labelPresets();
    chart.setAttribute("aria-label", chosen ? `${name}. ${words.keys}` : name);
    chart.setAttribute("role", chosen ? "slider" : "img");
    this.labelTries();
    if (!chosen) return;
    chart.tabIndex = 0;
    chart.setAttribute("aria-valuemin", chosen.min);
    chart.setAttribute("aria-valuemax", this.last);
  }

  // A chip sets inputs, so that Python draws the case that it names.
  labelPresets() {
    const { presets, words } = this.sent;
    const { presets: list } = this.parts;
    if (!list || !presets) return;
    list.setAttribute("aria-label", words.presets);
    const stays = this.value === this.sent.slider?.value;
    offer(list, presets, (at) => stays && presets[at].is_held, (at) => this.take(at));
  }

  take(at) {
    const { slider, chosen } = this.sent;
    for (const name of ["told", slider?.name, chosen?.name]) clearTimeout(this.timers[name]);
    this.forget();
    this.untold.set("preset", at);
    this.handOver();
  }

  labelTries() {
    const { tries: all, words } = this.sent;
    const { tries: list, tried } = this.parts;
    tried.hidden = !all.length;
    this.classList.toggle("has-tries", all.length > 0);
    offer(list, all, (at) => this.tried === at, (at) => this.try(at));
    say(tried, all[this.tried]?.told ?? words.try_hint ?? "");
  }

  try(at) {
    this.enrich();
    this.tried = this.tried === at ? null : at;
    this.labelTries();
    this.draw();
    this.parts.plot.classList.toggle("stirs", this.tried !== null);
  }

  draw({ eased = false } = {}) {
    if (!this.plotly && !this.isDrawn) return;
    const { slider, headlines, sentence, takeaway } = this.sent;
    const known = PATHS.get(this.address);
    const { isLight } = this;
    const places = slider && this.value !== slider.value ? known?.places : null;
    this.told = atPosition({ ...this.chart(), headlines, sentence, takeaway }, places, this.position);
    if (isLight) this.redraw();
    else this.drawChart(eased);
    this.parts.chart.classList.toggle("led", Boolean(this.plotly && isLight));
    this.tellNumbers(known);
  }

  redraw() {
    const drawing = this.lead ?? this.parts.plot;
    const moved = this.sent.slider && this.value !== this.stillAt ? PATHS.get(this.sent.moves) : null;
    if (this.redrawn && !moved) drawing.innerHTML = this.still;
    this.redrawn = moved;
    if (!this.leading) this.seen_widths = null;
    if (!moved) return;
    let widths = Object.keys(moved.moves);
    // The drawing for another screen follows once the hand rests.
    if (this.leading && this.lead) widths = this.seen_widths ??= widths.filter((each) => drawing.querySelector(`.${each}`).offsetWidth);
    for (const width of widths) {
      const svg = drawing.querySelector(`.${width} > svg`);
      redraw(svg, moved.moves[width], this.position);
      svg.querySelector("title").textContent = this.told.takeaway;
    }
  }

  // The library writes into a layout.
  chart() {
    if (this.isLight) return null;
    const layout = structuredClone(this.base.layout);
    return {
      data: this.base.data.map((trace) => ({ ...trace })),
      layout: this.sent.fits ? fitted(layout, this.parts.plot.clientWidth) : layout,
    };
  }

  drawChart(eased) {
    const { chosen, tries } = this.sent;
    const { plot } = this.parts;
    const shown = this.told;
    const shows = tries[this.tried]?.shows ?? [];
    for (const each of [...shown.data, ...shown.layout.annotations]) {
      if (shows.includes(each.uid ?? each.name)) each.visible = true;
    }
    if (chosen && (chosen.is_set || this.chosen !== chosen.value)) mark(shown, this.chosen, this.chosen - chosen.min, chosen.lines);
    plot.style.height = `${shown.layout.height}px`;
    this.ease(eased);
    if (!this.drawn) this.keepDrawing();
    const drawn = this.plotly.react(plot, shown.data, shown.layout, { displayModeBar: false, responsive: false });
    drawn.then(() => this.drawn && this.plotly.Fx.unhover(plot)); // it hovers anew where it takes the pointer to be, outside the shadow root
    if (!this.drawn) plot.on("plotly_click", ({ points }) => this.swept || this.choose(Math.round(points[0].x)));
    this.drawn = true;
  }

  keepDrawing() {
    const { chart, plot } = this.parts;
    if (this.still && !this.lead && !this.sent.fits) {
      this.lead = Object.assign(document.createElement("div"), { className: "lead", ariaHidden: "true" });
      Object.assign(this.lead, { look: this.look, moves: this.sent.moves });
      this.lead.append(...plot.childNodes);
      chart.prepend(this.lead);
    }
    plot.replaceChildren();
  }

  // What Python redraws glides to its new place; what the hand moves is there at once.
  ease(eased) {
    clearTimeout(this.timers.ease);
    this.parts.plot.classList.toggle("eased", eased);
    if (eased) this.timers.ease = setTimeout(() => this.ease(false), EASED_MS);
  }

  tellNumbers(known) {
    const { slider, chosen } = this.sent;
    const { headlines: list, sentence: line, chart, "slider-value": output, slider: input } = this.parts;
    const { headlines, sentence } = this.told;
    line.hidden = !sentence.length;
    sentence.forEach(([text, colour], at) => {
      const kind = colour ? "b" : "span";
      if (line.children[at]?.localName !== kind) {
        line.children[at]?.remove();
        line.insertBefore(document.createElement(kind), line.children[at] ?? null);
      }
      if (colour) line.children[at].style.color = this.palette[colour];
      say(line.children[at], text);
    });
    while (line.children[sentence.length]) line.lastElementChild.remove();
    if (list.children.length !== headlines.length) {
      list.innerHTML = "<div><dt></dt><dd></dd></div>".repeat(headlines.length);
    }
    headlines.forEach((pair, row) => pair.forEach((text, at) => say(list.children[row].children[at], text)));
    if (chosen) {
      const here = this.chosen === chosen.value ? chosen.word : known?.chosen_words[this.chosen - chosen.min];
      chart.setAttribute("aria-valuenow", this.chosen);
      chart.setAttribute("aria-valuetext", here ?? this.chosen);
    }
    if (!slider) return;
    if (Number(input.value) !== this.value) input.value = this.value;
    const text = String(this.value === slider.value ? slider.word : (known?.slider_texts[this.position] ?? this.value));
    say(output, text);
    input.setAttribute("aria-valuetext", text);
    input.style.setProperty("--share", `${(100 * (this.value - slider.min)) / (slider.max - slider.min)}%`);
  }

  move(value) {
    this.value = value;
    if (!this.sent) return; // it is still; the page's own slider moves
    this.awaited[this.sent.slider.name] = value;
    this.leading = true;
    clearTimeout(this.timers.settle);
    this.timers.settle = setTimeout(() => this.moving || this.settle(), REPORT_AFTER_KEYS_MS);
    this.draw();
  }

  choose(place) {
    const { chosen } = this.sent;
    if (!chosen || chosen.fixed) return;
    this.chosen = Math.min(Math.max(place, chosen.min), this.last);
    this.draw();
    this.tell(chosen.name, this.chosen, REPORT_AFTER_KEYS_MS);
  }

  key(event) {
    if (!isPlain(event) || !this.sent?.chosen || this.sent.chosen.fixed) return;
    const ends = { Home: this.sent.chosen.min, End: this.last };
    const place = ends[event.key] ?? this.chosen + STEPS[event.key];
    if (Number.isNaN(place)) return;
    event.preventDefault();
    this.choose(place);
  }

  // Report once the movement has come to rest; then say what the chart now shows.
  tell(name, value, after) {
    for (const timer of [name, "told"]) clearTimeout(this.timers[timer]);
    this.awaited[name] = value;
    this.timers[name] = setTimeout(() => {
      if (this.told) say(this.parts.takeaway, this.told.takeaway);
      this.labelPresets();
      this.untold.set(name, this.written(name, value));
      if (name !== this.sent.slider?.name || this.isAwaited()) this.handOver();
      else this.timers.told = setTimeout(() => this.handOver(), ASKED_AFTER_MS);
    }, after);
  }

  // Who asks for another case no longer waits for this one.
  forget() {
    this.awaited = {};
    this.untold.clear();
  }

  // The library catches up.
  settle() {
    this.leading = false;
    this.draw();
  }

  // The last position of some sliders is no number: they say how it is written.
  written(name, value) {
    const { slider } = this.sent;
    return slider?.none && name === slider.name && value === slider.max ? slider.none : value;
  }

  async save(format) {
    await this.enrich();
    const { data, layout } = this.parts.plot;
    const { height } = this.base.layout; // a layout that was resized has none
    const picture = framed(this.sent.fits ? this.base.layout : { ...layout, height }, this.sent, this.palette.paper);
    const size = { format, width: 960, height: picture.height, scale: format === "png" ? 2 : 1 };
    const href = await this.plotly.toImage({ data, layout: picture }, size);
    Object.assign(document.createElement("a"), { href, download: `${this.sent.filename}.${format}` }).click();
  }

  async copy() {
    const link = new URL(`${this.sent.page ?? ""}?${this.sent.link}`, location.href).href;
    const { copied, copy_failed: failed } = this.sent.words;
    try {
      await navigator.clipboard.writeText(link); // where the connection is secure
      say(this.parts.said, copied);
    } catch {
      say(this.parts.said, failed.replace("{link}", link));
    }
  }

  leave() {
    FIGURES.delete(this);
    this.resized.disconnect();
    for (const look of LOOKS) look.removeEventListener("change", this.repaint);
    Object.values(this.timers).forEach(clearTimeout);
    if (this.drawn) this.plotly.purge(this.parts.plot);
    this.drawn = false;
    this.seen = null;
  }
}

// A move within a page is no step: Back leaves the page.
const push = history.pushState;
history.pushState = function pushState(state, title, url) {
  const { pathname } = new URL(url ?? "", location.href);
  const stays = pathname === location.pathname && [...FIGURES].some(({ sent }) => sent?.path === pathname);
  return (stays ? history.replaceState : push).call(history, state, title, url);
};

// Who goes back asks for another case, whatever was awaited.
addEventListener("popstate", () => FIGURES.forEach((figure) => figure.forget()));

// What a reader does elsewhere may need what a figure holds. A mouse comes near a link first; a finger does not.
function looksElsewhere(event) {
  const path = event.composedPath();
  for (const figure of FIGURES) if (!path.includes(figure)) figure.handOver();
}

for (const kind of ["pointerdown", "pointerover", "focusin", "blur", "visibilitychange", "beforeprint"]) addEventListener(kind, looksElsewhere, true);

customElements.define("live-figure", LiveFigure);
