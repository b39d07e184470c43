// The wall: shows each change of the class as it comes; F fills the screen.
const LOOK_MS = 1000, LOST_AFTER = 3;
const wall = document.getElementById("wall");
const lost = document.getElementById("lost");
let tag = `"${wall.dataset.tag}"`;
let missed = 0;

function say(text) {
  lost.textContent = text;
  lost.hidden = !text;
}

async function look() {
  const found = await fetch("state", { headers: { accept: "application/json", "if-none-match": tag }, cache: "no-store" });
  if (found.status === 404) return say(wall.dataset.gone);
  if (found.status === 200) {
    wall.innerHTML = (await found.json()).stage;
    tag = found.headers.get("etag");
  }
  missed = found.status >= 500 ? missed + 1 : 0;
  say(missed >= LOST_AFTER ? wall.dataset.offline : "");
}

function failed() {
  missed += 1;
  if (missed >= LOST_AFTER) say(wall.dataset.offline);
}

document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "f" || event.altKey || event.ctrlKey || event.metaKey) return;
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen();
});
(async () => {
  for (;;) {
    await new Promise((done) => setTimeout(done, LOOK_MS));
    await look().catch(failed);
  }
})();
