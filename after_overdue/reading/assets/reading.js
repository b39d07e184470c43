// A reading page: its words and the link to its settings follow the figure.

const figure = document.querySelector("live-figure");

function follow() {
  const way = document.querySelector("[data-way]");
  if (way) way.search = figure.sent.link;
  const words = document.querySelector("[data-words]");
  words.textContent = figure.querySelector(".takeaway").textContent;
  words.nextElementSibling?.remove(); // told the case of the answer
}

figure?.reportTo((name, value) => {
  const { sent } = figure;
  const asked = new URLSearchParams(sent.link);
  asked.set(name, value);
  sent.link = String(asked);
  follow();
});

figure?.addEventListener("figure-failed", () => {
  document.querySelector(".failed").hidden = false;
});
