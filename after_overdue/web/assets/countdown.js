// A countdown: the server says how many seconds are left, once; from then on this clock counts.
const TICK_MS = 250, MS = 1000;
const ends = new Map();

function tick() {
  for (const shown of document.querySelectorAll("[data-left]")) {
    const { end, left } = shown.dataset;
    if (!ends.has(end)) ends.set(end, performance.now() + left * MS);
    const seconds = Math.max(0, Math.ceil((ends.get(end) - performance.now()) / MS));
    shown.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    shown.classList.toggle("up", seconds === 0);
  }
}

tick();
setInterval(tick, TICK_MS);
