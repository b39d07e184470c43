// Take the first view away once the page under it shows the same, or shows something else.
{
  const LOOK_EVERY_MS = 200;
  const MOST_LOOKS = 100; // so often a finished page may be without its figure
  const view = document.getElementById("first-view");
  const here = location.pathname;
  let looks = 0;

  function leave() {
    const page = document.querySelector("[data-testid=stMain]");
    if (page) page.scrollTop = view.scrollTop;
    for (const each of document.querySelectorAll("[data-first-view]")) each.remove();
    clearInterval(watch);
  }

  const watch = setInterval(() => {
    if (document.querySelector("[data-test-script-state=notRunning]")) looks += 1;
    const is_plain = document.querySelector("[data-testid=stPlotlyChart]");
    if (is_plain || location.pathname !== here || looks > MOST_LOOKS) leave();
  }, LOOK_EVERY_MS);
  const painted = () => requestAnimationFrame(() => requestAnimationFrame(leave));
  document.addEventListener("figure-drawn", painted, { once: true });
}
