// A page of a folder that offers cases: each brings its drawings, and may move as the figure began.

const cases = document.querySelectorAll("[data-case]");
const moved = figure.report;

function press(held) {
  for (const each of cases) each.setAttribute("aria-pressed", each === held);
}

async function take(each) {
  const { sent, paths } = await loadFigure(each.dataset.case);
  keepPaths(sent.moves, paths ?? (await loadFigure(figure.getAttribute("src"))).paths);
  Object.assign(figure, { awaited: {}, seen: null });
  await figure.show(sent);
  follow();
  press(each);
}

figure.reportTo((...told) => {
  moved(...told);
  press(null);
});

for (const each of cases) each.onclick = () => take(each).catch((error) => figure.fail(error));
