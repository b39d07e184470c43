// A reading page: its words and its link to the page with every setting follow the figure.

const figure = document.querySelector("live-figure");

figure?.reportTo((name, value) => {
  const { sent } = figure;
  const asked = new URLSearchParams(sent.link);
  asked.set(name, value);
  sent.link = String(asked);
  const way = document.querySelector("[data-way]");
  if (way) way.search = sent.link;
  const words = document.querySelector("[data-words]");
  words.textContent = figure.querySelector(".takeaway").textContent;
  words.nextElementSibling?.remove(); // told the case of the answer
});

figure?.addEventListener("figure-failed", () => {
  document.querySelector(".failed").hidden = false;
});
