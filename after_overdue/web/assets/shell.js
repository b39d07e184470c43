// The server is where this script came from, not the path of the page.
const SITE = new URL("..", document.currentScript.src).href;
window.__streamlit = { BACKEND_BASE_URL: SITE, MAIN_PAGE_BASE_URL: SITE };

// What the reader chose on an earlier visit; a frame in a sandbox may not ask.
try {
  const theme = localStorage.getItem(`stActiveTheme-${location.pathname}-v2`) ?? '"System"';
  document.documentElement.classList.toggle("chosen-theme", theme !== '"System"');
} catch (error) {
  console.debug(error);
}

{
  const LOOK_EVERY_MS = 200;
  const MOST_LOOKS = 100; // at a finished page without its figure
  const CLOSE = "[data-testid=stSidebar][data-collapsed=false] [data-testid=stSidebarCollapseButton] button";
  const FAILED = "[class*=-figure] .stBidiComponent [role=alert]";
  const CONNECTED = "[data-test-connection-state=CONNECTED]";
  const HELD_MS = 1500; // the platform waits no longer for a figure that has to be made
  const LOADED_MS = 20000; // after which its scripts no longer come
  const NARROW = matchMedia("(max-width: 767.9px)");
  const here = location.pathname;
  let shown = here;
  let looks = 0;
  let loads = false;

  // A phone's line is the figure's own until it follows the hand; then the platform comes.
  function start() {
    const held = document.getElementById("platform");
    if (!held) return;
    const script = held.content.querySelector("script");
    loads = true;
    script.onload = script.onerror = () => (loads = false);
    setTimeout(script.onload, LOADED_MS);
    held.replaceWith(held.content);
  }

  // The first view goes once the page under it shows the same, or shows something else.
  function takeOver() {
    const view = document.getElementById("first-view");
    if (!view) return;
    const page = document.querySelector("[data-testid=stMain]");
    const scrolled = view.scrollTop;
    for (const each of document.querySelectorAll("[data-first-view]")) each.remove();
    queueMicrotask(() => page?.scrollTo({ top: scrolled, behavior: "instant" })); // the figure is in then
  }

  // Where the live figure cannot run, the page is shown with the plain chart.
  function goPlain() {
    clearInterval(watch);
    const plain = new URL(location.href);
    plain.searchParams.set("plain", "1");
    location.replace(plain);
  }

  const watch = setInterval(() => {
    if (location.pathname !== shown) {
      shown = location.pathname;
      if (NARROW.matches) document.querySelector(CLOSE)?.click(); // the menu that it was chosen in
    }
    const tongue = new URL(location.href).searchParams.get("lang"); // a page that is switched is not loaded anew
    if (tongue && tongue !== document.documentElement.lang && document.querySelector(`[hreflang="${CSS.escape(tongue)}"]`)) document.documentElement.lang = tongue;
    const stalled = document.getElementById("stalled");
    stalled?.toggleAttribute("hidden", loads || document.querySelector(CONNECTED)); // older browsers have no :has()
    if (document.querySelector(FAILED)) goPlain();
    const view = document.getElementById("first-view");
    if (!view) return;
    const held = view.querySelector("live-figure")?.moving; // a hand that holds on keeps its figure
    if (document.querySelector("[data-test-script-state=notRunning]") && !held) looks += 1;
    const is_plain = document.querySelector("[data-testid=stPlotlyChart]");
    if (is_plain || location.pathname !== here || looks > MOST_LOOKS) takeOver();
  }, LOOK_EVERY_MS);
  document.addEventListener("figure-comes", takeOver);
  for (const kind of ["figure-follows", "figure-failed"]) document.addEventListener(kind, start);
  if (document.documentElement.classList.contains("chosen-theme")) document.addEventListener("DOMContentLoaded", start); // it sees no first view
  setTimeout(start, HELD_MS);
}
