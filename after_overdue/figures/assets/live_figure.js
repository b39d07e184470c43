// The live figure: a chart that follows the hand.
//
// Python computes every answer; this script draws them, lets the reader choose among
// them, and tells Python what was chosen. It never calculates one.

const REPORT_AFTER_KEYS_MS = 250; // a key held down reports once, when it rests
const PATHS_KEPT = 4;
const FITS_AT = 800; // pixels of width from which a figure that fits begins to grow
const LARGEST_FIT = 1.7;
const TALLEST_FIT = 1.4;
const PATHS = new Map(); // answers for every position of a slider, by id
const INSTANCES = new WeakMap(); // one figure per mount
const WAITING = new Set(); // figures on the page, told when paths arrive
let plotlyLoading = null;

const TEMPLATE = `
  <div class="control" data-part="control" hidden>
    <label for="main-slider" data-part="slider-name"></label>
    <output for="main-slider" data-part="slider-value"></output>
    <input type="range" id="main-slider" data-part="slider">
  </div>
  <dl class="headlines" data-part="headlines"></dl>
  <div class="chart" data-part="chart"><div class="plot" data-part="plot"></div></div>
  <p class="takeaway" data-part="takeaway" aria-live="polite"></p>
  <div class="tools">
    <button type="button" data-part="copy"></button>
    <button type="button" data-part="png"></button>
    <button type="button" data-part="svg"></button>
    <span class="said" data-part="said" role="status"></span>
  </div>`;

export default function liveFigure({ data, parentElement, setStateValue }) {
  const figure = mounted(parentElement, setStateValue);
  figure.show(JSON.parse(new TextDecoder().decode(data))).catch((error) => setStateValue("failed", String(error)));
  return () => figure.leave();
}

// A page without Streamlit mounts the figure by this, and hands it what it shows and its paths.
export function mounted(parent, report) {
  let figure = INSTANCES.get(parent);
  if (!figure) {
    figure = new LiveFigure(parent);
    INSTANCES.set(parent, figure);
    WAITING.add(figure);
  }
  figure.report = report;
  return figure;
}

export function keepPaths(id, paths) {
  PATHS.set(id, paths);
}

// Without its paths a figure still follows, once Python has answered.
export async function fetchPaths(id) {
  if (!id || PATHS.has(id)) return;
  PATHS.set(id, null);
  const answer = await fetch(`/paths/${id}`);
  if (!answer.ok) return;
  PATHS.set(id, await answer.json());
  if (PATHS.size > PATHS_KEPT) PATHS.delete(PATHS.keys().next().value);
  for (const figure of WAITING) figure.draw();
}

export function place(root, path, value) {
  const keys = path.split(".");
  const last = keys.pop();
  keys.reduce((node, key) => node[key], root)[last] = value;
}

// Where a room looks on, text grows with the screen; height does too, but a chart less than rows of text.
export function fitted(layout, width) {
  const by = Math.min(Math.max(width / FITS_AT, 1), LARGEST_FIT);
  const grown = (size) => (size === undefined ? size : Math.round(size * by));
  const sized = (node) => ({
    ...node,
    yshift: grown(node.yshift),
    ...(node.font && { font: { ...node.font, size: grown(node.font.size) } }),
  });
  return {
    ...layout,
    height: Math.round(layout.height * (layout.meta.grows ? by : Math.min(by, TALLEST_FIT))),
    font: { ...layout.font, size: grown(layout.font.size) },
    margin: Object.fromEntries(Object.entries(layout.margin).map(([side, size]) => [side, grown(size)])),
    annotations: layout.annotations.map(sized),
  };
}

export function painted(node, palette) {
  if (typeof node === "string") return node.startsWith("@") ? palette[node.slice(1)] : node;
  if (Array.isArray(node)) return node.map((each) => painted(each, palette));
  if (node === null || typeof node !== "object") return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, each]) => [key, painted(each, palette)]),
  );
}

export function atPosition(shown, paths, position) {
  for (const [path, answers] of Object.entries(paths ?? {})) place(shown, path, answers[position]);
  return shown;
}

// The markers stand on the lines; a line that bounds a region carries one at its foot.
export function mark(figure, place, index, lines_marked) {
  const lines = figure.data.filter((each) => lines_marked.includes(each.uid) && each.visible !== false);
  const chosen = figure.data.find((each) => each.uid === "chosen");
  chosen.x = lines.map(() => place);
  chosen.y = lines.map((line) => (line.fill === "toself" ? line.y[0] : line.y[index]));
  const upright = figure.layout.shapes.find((each) => each.name === "chosen");
  Object.assign(upright, { x0: place, x1: place, visible: true });
}

function loadPlotly(url) {
  plotlyLoading ??= new Promise((resolve, reject) => {
    if (window.Plotly) return resolve(window.Plotly);
    const script = Object.assign(document.createElement("script"), { src: url });
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error(`The chart library did not load from ${url}.`));
    document.head.append(script);
    return undefined;
  });
  return plotlyLoading;
}

function isDark(element) {
  const colour = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const [r, g, b] = colour.startsWith("#")
    ? [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))
    : (colour.match(/[\d.]+/g) ?? [255, 255, 255]).map(Number);
  return 0.299 * r + 0.587 * g + 0.114 * b < 128;
}

export class LiveFigure {
  constructor(parent) {
    const root = parent.querySelector(".live-figure");
    if (!root.children.length) root.innerHTML = TEMPLATE; // a page may bring its parts
    this.host = parent instanceof ShadowRoot ? parent.host : parent;
    this.part = (name) => parent.querySelector(`[data-part="${name}"]`);
    this.moving = false; // the hand is on the slider
    this.awaited = {}; // what was reported and is not yet confirmed by Python
    this.timers = {};
    this.listen();
  }

  listen() {
    const slider = this.part("slider");
    slider.oninput = () => this.move(Number(slider.value));
    slider.onpointerdown = () => (this.moving = true);
    slider.onpointercancel = slider.onpointerup = () => (this.moving = false);
    slider.onchange = () => this.tell(this.sent.slider.name, this.value, this.moving ? 0 : REPORT_AFTER_KEYS_MS);
    this.part("chart").onkeydown = (event) => this.key(event);
    for (const format of ["png", "svg"]) this.part(format).onclick = () => this.save(format);
    this.part("copy").onclick = () => this.copy();
    this.resized = new ResizeObserver(() => this.resize());
    this.resized.observe(this.part("plot"));
  }

  resize() {
    if (!this.drawn) return;
    if (this.sent.fits) this.draw();
    else window.Plotly.Plots.resize(this.part("plot"));
  }

  async show(sent) {
    this.sent = sent;
    this.palette = sent.palettes[isDark(this.host) ? "dark" : "light"];
    this.base = painted(sent.figure, this.palette);
    this.value = this.confirmed(sent.slider?.name, sent.slider?.value, this.moving, this.value);
    this.chosen = this.confirmed(sent.chosen?.name, sent.chosen?.value, false, this.chosen);
    this.label();
    this.plotly = await loadPlotly(sent.plotly);
    this.draw();
    this.part("takeaway").textContent = this.told.takeaway;
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

  label() {
    const { slider, words, name } = this.sent;
    this.part("control").hidden = !slider;
    if (slider) {
      const input = this.part("slider");
      Object.assign(input, { min: slider.min, max: slider.max, step: slider.step });
      this.part("slider-name").textContent = slider.label;
    }
    for (const part of ["png", "svg", "copy"]) this.part(part).textContent = words[part];
    this.part("copy").hidden = !this.sent.link;
    const chart = this.part("chart");
    chart.setAttribute("aria-label", this.sent.chosen ? `${name}. ${words.keys}` : name);
    chart.setAttribute("role", this.sent.chosen ? "slider" : "img");
    if (this.sent.chosen) {
      chart.tabIndex = 0;
      chart.setAttribute("aria-valuemin", this.sent.chosen.min);
      chart.setAttribute("aria-valuemax", this.last);
    }
  }

  layout(drawn) {
    return this.sent.fits ? fitted(drawn, this.part("plot").clientWidth) : drawn;
  }

  draw() {
    if (!this.plotly || !this.sent) return;
    const { slider, figure, chosen } = this.sent;
    const known = PATHS.get(this.sent.paths_id);
    const paths = slider && this.value !== slider.value ? known?.places : null;
    const shown = {
      data: this.base.data.map((trace) => ({ ...trace })),
      layout: this.layout(structuredClone(this.base.layout)),
      headlines: structuredClone(this.sent.headlines),
      takeaway: figure.layout.meta.alt,
    };
    this.told = atPosition(shown, paths, slider ? Math.round((this.value - slider.min) / slider.step) : 0);
    if (chosen) mark(shown, this.chosen, this.chosen - chosen.min, chosen.lines);
    this.part("plot").style.height = `${shown.layout.height}px`;
    if (!this.drawn) this.part("plot").replaceChildren();
    this.plotly.react(this.part("plot"), shown.data, shown.layout, { displayModeBar: false, responsive: false });
    if (!this.drawn) this.hear();
    this.tellHeadlines();
  }

  hear() {
    this.drawn = true;
    this.host.dispatchEvent(new Event("figure-drawn", { bubbles: true }));
    this.part("plot").on("plotly_click", ({ points }) => this.choose(Math.round(points[0].x)));
  }

  tellHeadlines() {
    const list = this.part("headlines");
    const { slider, chosen } = this.sent;
    const known = PATHS.get(this.sent.paths_id);
    list.replaceChildren(
      ...this.told.headlines.map(([label, value]) => {
        const row = document.createElement("div");
        const term = Object.assign(document.createElement("dt"), { textContent: label });
        const said = Object.assign(document.createElement("dd"), { textContent: value });
        row.append(term, said);
        return row;
      }),
    );
    const chart = this.part("chart");
    if (chosen) {
      chart.setAttribute("aria-valuenow", this.chosen);
      const here = this.chosen === chosen.value ? chosen.word : known?.chosen_words[this.chosen - chosen.min];
      chart.setAttribute("aria-valuetext", here ?? this.chosen);
    }
    if (!slider) return;
    const input = this.part("slider");
    if (Number(input.value) !== this.value) input.value = this.value;
    const at = Math.round((this.value - slider.min) / slider.step);
    const text = this.value === slider.value ? slider.word : (known?.slider_texts[at] ?? this.value);
    this.part("slider-value").textContent = text;
    input.setAttribute("aria-valuetext", text);
    const share = (this.value - slider.min) / (slider.max - slider.min);
    input.style.setProperty("--share", `${100 * share}%`);
  }

  move(value) {
    this.value = value;
    this.awaited[this.sent.slider.name] = value;
    this.draw();
  }

  choose(place) {
    if (!this.sent.chosen || this.sent.chosen.fixed) return;
    this.chosen = Math.min(Math.max(place, this.sent.chosen.min), this.last);
    this.draw();
    this.tell(this.sent.chosen.name, this.chosen, REPORT_AFTER_KEYS_MS);
  }

  key(event) {
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12 };
    if (!this.sent.chosen || this.sent.chosen.fixed) return;
    const ends = { Home: this.sent.chosen.min, End: this.last };
    if (!(event.key in steps) && !(event.key in ends)) return;
    event.preventDefault();
    this.choose(event.key in ends ? ends[event.key] : this.chosen + steps[event.key]);
  }

  // Report once the movement has come to rest; then say what the chart now shows.
  tell(name, value, after) {
    clearTimeout(this.timers[name]);
    this.awaited[name] = value;
    this.timers[name] = setTimeout(() => {
      this.part("takeaway").textContent = this.told.takeaway;
      this.report(name, value);
    }, after);
  }

  async save(format) {
    const { data, layout: drawn } = this.part("plot");
    const layout = this.sent.fits ? this.base.layout : drawn;
    const { name, filename, words } = this.sent;
    const picture = {
      data,
      layout: {
        ...layout,
        paper_bgcolor: this.palette.paper,
        margin: { ...layout.margin, t: 64, b: 84 },
        height: this.sent.figure.layout.height + 100,
        title: { text: name, x: 0.02, xanchor: "left", font: { size: 16 } },
        annotations: [
          ...layout.annotations,
          { text: words.origin, xref: "paper", yref: "paper", x: 0, y: 0, yshift: -78, showarrow: false, font: { size: 11 } },
        ],
      },
    };
    const size = { format, width: 960, height: picture.layout.height, scale: format === "png" ? 2 : 1 };
    const href = await this.plotly.toImage(picture, size);
    Object.assign(document.createElement("a"), { href, download: `${filename}.${format}` }).click();
  }

  async copy() {
    const link = new URL(`${this.sent.page ?? ""}?${this.sent.link}`, location.href).href;
    const { copied, copy_failed: failed } = this.sent.words;
    const { clipboard } = navigator; // only where the connection is secure
    const written = clipboard?.writeText(link) ?? Promise.reject(new Error("There is no clipboard."));
    this.part("said").textContent = await written.then(
      () => copied,
      () => failed.replace("{link}", link),
    );
  }

  leave() {
    WAITING.delete(this);
    this.resized.disconnect();
    Object.values(this.timers).forEach(clearTimeout);
    if (this.drawn) this.plotly.purge(this.part("plot"));
  }
}
