// The live figure: a chart that follows the hand.
//
// Python computes every answer; this script draws them, lets the reader choose among
// them, and tells Python what was chosen. It never calculates one.

import { atPosition, fitted, framed, mark, painted, remembered } from "./drawn.js";

const REPORT_AFTER_KEYS_MS = 250; // a key held down reports once, when it rests
const EASED_MS = 300; // a little longer than the style's transition
const PATHS_KEPT = 4;
const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12 };
const PATHS = new Map(); // answers for every position of a slider, by id
const INSTANCES = new WeakMap(); // one figure per mount
const WAITING = new Set(); // figures on the page, told when paths arrive
let plotlyLoading = null;
let early = null; // the figure of a first view, until the page under it takes it

export default async function liveFigure({ data, parentElement, setStateValue }) {
  const sent = JSON.parse(new TextDecoder().decode(data));
  if (early?.sent.filename === sent.filename) {
    await early.released();
    early?.moveTo(parentElement);
    early = null;
  } else comesTo(parentElement);
  const figure = mounted(parentElement, setStateValue);
  figure.show(sent).catch((error) => setStateValue("failed", String(error)));
  return () => figure.leave();
}

// A page without Streamlit mounts the figure by this, and hands it what it shows and its paths.
export function mounted(parent, report) {
  if (!INSTANCES.has(parent)) INSTANCES.set(parent, new LiveFigure(parent));
  const figure = INSTANCES.get(parent);
  figure.reportTo(report);
  return figure;
}

export function keepPaths(id, paths) {
  PATHS.set(id, paths);
  if (PATHS.size > PATHS_KEPT) PATHS.delete(PATHS.keys().next().value);
}

// Without its paths a figure still follows, once Python has answered; they are asked for again then.
export async function fetchPaths(id) {
  if (!id || PATHS.has(id)) return;
  keepPaths(id, null);
  try {
    const answer = await fetch(`/paths/${id}`);
    if (!answer.ok) throw new Error(`${answer.status} for ${answer.url}`);
    keepPaths(id, await answer.json());
  } catch (error) {
    console.debug(error);
    PATHS.delete(id);
    return;
  }
  for (const figure of WAITING) if (figure.hasMoved) figure.draw();
}

function loadPlotly(url) {
  plotlyLoading ??= new Promise((resolve, reject) => {
    if (window.Plotly) return resolve(window.Plotly);
    const script = Object.assign(document.createElement("script"), { src: url });
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error(`The chart library did not load from ${url}.`));
    document.head.append(script);
    return undefined;
  }).then((plotly) => {
    plotly.PlotSchema.findArrayAttributes = remembered(plotly.PlotSchema.findArrayAttributes);
    return plotly;
  });
  return plotlyLoading;
}

function lookOf(element) {
  const colour = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const [r, g, b] = colour.startsWith("#")
    ? [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))
    : (colour.match(/[\d.]+/g) ?? [255, 255, 255]).map(Number);
  return 0.299 * r + 0.587 * g + 0.114 * b < 128 ? "dark" : "light";
}

// A first view over the page goes when the page has its figure.
function comesTo(parent) {
  parent.querySelector(".live-figure").dispatchEvent(new Event("figure-comes", { bubbles: true, composed: true }));
}

function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export class LiveFigure {
  constructor(parent) {
    this.root = parent.querySelector(".live-figure");
    this.parts = Object.fromEntries([...this.root.querySelectorAll("[data-part]")].map((each) => [each.dataset.part, each]));
    this.moving = false; // the hand is on the slider
    this.awaited = {}; // what was chosen and is not yet confirmed by Python
    this.unreported = new Map(); // what nobody has been there to hear
    this.timers = {};
    this.tried = null; // what the reader tries on the figure
    this.listen();
    WAITING.add(this);
  }

  listen() {
    const { slider, chart, copy, plot } = this.parts;
    slider.oninput = () => this.move(Number(slider.value));
    slider.onpointerdown = () => (this.moving = true);
    slider.onpointercancel = slider.onpointerup = () => (this.moving = false);
    slider.onchange = () => this.tell(this.sent.slider.name, this.value, this.moving ? 0 : REPORT_AFTER_KEYS_MS);
    chart.onkeydown = (event) => this.key(event);
    for (const format of ["png", "svg"]) this.parts[format].onclick = () => this.save(format);
    copy.onclick = () => this.copy();
    this.resized = new ResizeObserver(() => this.resize());
    this.resized.observe(plot);
  }

  reportTo(report) {
    this.report = report;
    for (const [name, value] of report ? this.unreported : []) report(name, value);
    if (report) this.unreported.clear();
  }

  released() {
    const { slider } = this.parts;
    if (!this.moving) return null;
    return new Promise((resolve) => ["pointerup", "pointercancel"].forEach((kind) => slider.addEventListener(kind, resolve)));
  }

  // The same figure, with all that was done to it, in another place of the page.
  moveTo(parent) {
    const focused = this.root.getRootNode().activeElement;
    const keeps = this.root.contains(focused);
    comesTo(parent);
    parent.querySelector(".live-figure").replaceWith(this.root);
    if (keeps) focused.focus({ preventScroll: true });
    INSTANCES.set(parent, this);
  }

  resize() {
    if (!this.drawn) return;
    if (this.sent.fits) this.draw();
    else this.plotly.Plots.resize(this.parts.plot);
  }

  // What was shown already stays as it is; whoever asks learns whether it could be drawn.
  show(sent) {
    const look = lookOf(this.root);
    const seen = look + JSON.stringify(sent);
    this.sent = sent;
    this.value = this.confirmed(sent.slider?.name, sent.slider?.value, this.moving, this.value);
    this.chosen = this.confirmed(sent.chosen?.name, sent.chosen?.value, false, this.chosen);
    if (seen !== this.seen) this.showing = this.showNew(sent, sent.palettes[look]);
    this.seen = seen;
    return this.showing;
  }

  async showNew(sent, palette) {
    this.palette = palette;
    this.base = painted(sent.figure, palette);
    this.label();
    this.plotly = await loadPlotly(sent.plotly);
    this.draw({ eased: this.drawn && !this.moving && !Object.keys(this.awaited).length });
    say(this.parts.takeaway, this.told.takeaway);
    await fetchPaths(sent.paths_id);
  }

  // Python's word counts, unless the reader has moved on since it was asked.
  confirmed(name, value, held, mine) {
    if (held) return mine;
    if (!(name in this.awaited)) return value;
    if (this.awaited[name] === value) delete this.awaited[name];
    return mine;
  }

  get last() {
    return this.sent.chosen.min + this.sent.chosen.count - 1;
  }

  get position() {
    const { slider } = this.sent;
    return slider ? Math.round((this.value - slider.min) / slider.step) : 0;
  }

  get hasMoved() {
    return this.value !== this.sent?.slider?.value || this.chosen !== this.sent.chosen?.value;
  }

  label() {
    const { slider, chosen, words, name, link, files } = this.sent;
    const { control, chart, copy } = this.parts;
    control.hidden = !slider;
    this.parts.slider.disabled = !slider;
    if (slider) {
      const { min, max, step, label } = slider;
      Object.assign(this.parts.slider, { min, max, step });
      say(this.parts["slider-name"], label);
    }
    for (const part of ["png", "svg", "copy"]) say(this.parts[part], words[part]);
    copy.hidden = !link;
    for (const [part, address] of Object.entries(files ?? {})) {
      say(this.parts[part], words[part]);
      Object.assign(this.parts[part], { href: `${address}?${link}`, hidden: false });
    }
    chart.setAttribute("aria-label", chosen ? `${name}. ${words.keys}` : name);
    chart.setAttribute("role", chosen ? "slider" : "img");
    this.labelTries();
    if (!chosen) return;
    chart.tabIndex = 0;
    chart.setAttribute("aria-valuemin", chosen.min);
    chart.setAttribute("aria-valuemax", this.last);
  }

  labelTries() {
    const { tries: all, words } = this.sent;
    const { tries: list, tried } = this.parts;
    list.hidden = tried.hidden = !all.length;
    if (list.children.length !== all.length) {
      list.replaceChildren(...all.map(() => Object.assign(document.createElement("button"), { type: "button" })));
    }
    all.forEach(({ label }, at) => {
      const button = list.children[at];
      say(button, label);
      button.setAttribute("aria-pressed", this.tried === at);
      button.onclick = () => this.try(at);
    });
    say(tried, all[this.tried]?.told ?? words.try_hint ?? "");
  }

  // A try shows marks of the figure, and changes no input.
  try(at) {
    this.tried = this.tried === at ? null : at;
    this.labelTries();
    this.draw();
    this.parts.plot.classList.toggle("stirs", this.tried !== null);
  }

  draw({ eased = false } = {}) {
    if (!this.plotly || !this.base) return;
    const { slider, figure, chosen, headlines, fits } = this.sent;
    const { plot } = this.parts;
    const known = PATHS.get(this.sent.paths_id);
    const layout = structuredClone(this.base.layout); // the library writes into it
    const shown = {
      data: this.base.data.map((trace) => ({ ...trace })),
      layout: fits ? fitted(layout, plot.clientWidth) : layout,
      headlines,
      sentence: this.sent.sentence,
      takeaway: figure.layout.meta.alt,
    };
    this.told = atPosition(shown, slider && this.value !== slider.value ? known?.places : null, this.position);
    const shows = this.sent.tries[this.tried]?.shows ?? [];
    for (const each of [...shown.data, ...shown.layout.annotations]) {
      if (shows.includes(each.uid ?? each.name)) each.visible = true;
    }
    if (chosen) mark(shown, this.chosen, this.chosen - chosen.min, chosen.lines);
    plot.style.height = `${shown.layout.height}px`;
    this.ease(eased);
    if (!this.drawn) plot.replaceChildren();
    this.plotly.react(plot, shown.data, shown.layout, { displayModeBar: false, responsive: false });
    if (!this.drawn) plot.on("plotly_click", ({ points }) => this.choose(Math.round(points[0].x)));
    this.drawn = true;
    this.tellNumbers(known);
  }

  // What Python redraws glides to its new place; what the hand moves is there at once.
  ease(eased) {
    clearTimeout(this.timers.ease);
    this.parts.plot.classList.toggle("eased", eased);
    if (eased) this.timers.ease = setTimeout(() => this.ease(false), EASED_MS);
  }

  tellSentence() {
    const { sentence } = this.parts;
    const { sentence: parts } = this.told;
    sentence.hidden = !parts.length;
    const told = parts.map(([text, colour]) => {
      const part = document.createElement(colour ? "b" : "span");
      if (colour) part.style.color = this.palette[colour];
      part.textContent = text;
      return part;
    });
    sentence.replaceChildren(...told);
  }

  tellNumbers(known) {
    this.tellSentence();
    const { slider, chosen } = this.sent;
    const { headlines: list, chart, "slider-value": output, slider: input } = this.parts;
    const { headlines } = this.told;
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
    this.awaited[this.sent.slider.name] = value;
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
    if (!this.sent.chosen || this.sent.chosen.fixed) return;
    const ends = { Home: this.sent.chosen.min, End: this.last };
    const place = ends[event.key] ?? this.chosen + STEPS[event.key];
    if (Number.isNaN(place)) return;
    event.preventDefault();
    this.choose(place);
  }

  // Report once the movement has come to rest; then say what the chart now shows.
  tell(name, value, after) {
    clearTimeout(this.timers[name]);
    this.awaited[name] = value;
    this.timers[name] = setTimeout(() => {
      say(this.parts.takeaway, this.told.takeaway);
      const written = this.written(name, value);
      if (this.report) this.report(name, written);
      else this.unreported.set(name, written);
    }, after);
  }

  // The last position of some sliders is no number: they say how it is written.
  written(name, value) {
    const { slider } = this.sent;
    return slider?.none && name === slider.name && value === slider.max ? slider.none : value;
  }

  async save(format) {
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
    const { clipboard } = navigator; // only where the connection is secure
    const written = clipboard?.writeText(link) ?? Promise.reject(new Error("There is no clipboard."));
    const said = await written.then(
      () => copied,
      () => failed.replace("{link}", link),
    );
    say(this.parts.said, said);
  }

  leave() {
    WAITING.delete(this);
    this.resized.disconnect();
    Object.values(this.timers).forEach(clearTimeout);
    if (this.drawn) this.plotly.purge(this.parts.plot);
  }
}

// Who goes back asks for another case, whatever was awaited.
addEventListener("popstate", () => WAITING.forEach((figure) => (figure.awaited = {})));

// The figure of a first view is live before the page under it has started.
const first = document.getElementById("first-view");
if (first) {
  early = mounted(first, null);
  early.show(JSON.parse(document.getElementById("first-figure").textContent)).catch((error) => console.debug(error));
}
