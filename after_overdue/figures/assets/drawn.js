// What a figure looks like, whatever the page: answers in their places, colours, marks, sizes.

const FITS_AT = 800; // pixels of width from which a figure that fits begins to grow
const LARGEST_FIT = 1.7;
const TALLEST_FIT = 1.4;

// Copies on its way down, so that nothing of the figure that Python sent changes.
export function place(root, path, value) {
  const keys = path.split(".");
  const last = keys.pop();
  const copied = (node, key) => (node[key] = Array.isArray(node[key]) ? [...node[key]] : { ...node[key] });
  keys.reduce(copied, root)[last] = value;
}

// Where a room looks on, text grows with the screen; a chart's height less than that of rows.
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
  if (node === null || typeof node !== "object") return node;
  if (Array.isArray(node)) {
    const has_words = node.some((each) => typeof each === "string" || typeof each === "object");
    return has_words ? node.map((each) => painted(each, palette)) : node;
  }
  return Object.fromEntries(Object.entries(node).map(([key, each]) => [key, painted(each, palette)]));
}

export function atPosition(shown, paths, position) {
  for (const [path, answers] of Object.entries(paths ?? {})) place(shown, path, answers[position]);
  return shown;
}

// One of Python's drawings becomes another: texts by place, and for how many positions each
// stands there. A star is a whole mark, no name its words.
export function redraw(svg, moves, position) {
  for (const [path, [counts, texts]] of Object.entries(moves)) {
    const keys = path.split(".");
    const name = keys.pop();
    const node = keys.reduce((each, key) => each.children[key], svg);
    let at = 0;
    for (let left = position; left >= counts[at]; at += 1) left -= counts[at];
    const text = texts[at];
    if (name === "*") node.outerHTML = text;
    else if (!name) node.textContent = text;
    else if (text === null) node.removeAttribute(name);
    else node.setAttribute(name, text);
  }
}

// The markers stand on the lines; a line that bounds a region carries one at its foot.
export function mark(figure, place, index, lines_marked) {
  const lines = figure.data.filter((each) => lines_marked.includes(each.uid) && each.visible !== false);
  const chosen = figure.data.find((each) => each.uid === "chosen");
  chosen.visible = true;
  chosen.x = lines.map(() => place);
  chosen.y = lines.map((line) => (line.fill === "toself" ? line.y[0] : line.y[index]));
  const upright = figure.layout.shapes.find((each) => each.name === "chosen");
  Object.assign(upright, { x0: place, x1: place, visible: true });
}

// Streamlit's tables make joining lists slow, and this search joins thousands a drawing.
export function remembered(search) {
  const found = new Map();
  const lists = (node) =>
    Object.entries(node).map(([key, each]) => (Array.isArray(each) ? key : each && typeof each === "object" ? [key, lists(each)] : ""));
  return (trace) => {
    const kind = JSON.stringify([trace.type, trace.visible, lists(trace._input)]);
    if (!found.has(kind)) found.set(kind, search(trace));
    return found.get(kind);
  };
}

// A saved picture says what it shows and where it comes from.
export function framed(layout, { name, words }, paper) {
  const origin = { text: words.origin, xref: "paper", yref: "paper", x: 0, y: 0, yshift: -78, showarrow: false, font: { size: 11 } };
  return {
    ...layout,
    paper_bgcolor: paper,
    margin: { ...layout.margin, t: 64, b: 84 },
    height: layout.height + 100,
    title: { text: name, x: 0.02, xanchor: "left", font: { size: 16 } },
    annotations: [...layout.annotations, origin],
  };
}
