// A reading page: its words and its link to the page with every setting follow the figure.

const figure = document.querySelector("live-figure");

const cases = document.querySelectorAll("[data-case]");

function follow(pressed) {
  const way = document.querySelector("[data-way]");
  if (way) way.search = figure.sent.link;
  const words = document.querySelector("[data-words]");
  words.textContent = figure.querySelector(".takeaway").textContent;
  words.nextElementSibling?.remove(); // told the case of the answer
  for (const each of cases) each.setAttribute("aria-pressed", each === pressed);
}

figure?.reportTo((name, value) => {
  const { sent } = figure;
  const asked = new URLSearchParams(sent.link);
  asked.set(name, value);
  sent.link = String(asked);
  follow();
});

// A case brings its drawings; it may move as the figure began.
for (const each of cases) {
  each.onclick = async () => {
    const { sent, paths } = await loadFigure(each.dataset.case);
    keepPaths(sent.moves, paths ?? (await loadFigure(figure.getAttribute("src"))).paths);
    Object.assign(figure, { awaited: {}, seen: null });
    await figure.show(sent);
    follow(each);
  };
}

figure?.addEventListener("figure-failed", () => {
  document.querySelector(".failed").hidden = false;
});
