// Looks for news of a class, and says when none comes.
const LOOK_MS = 1000, LOST_AFTER = 3, PATIENCE_MS = 8000;

// Asking for ever is no answer either.
export const patience = () => ({ signal: AbortSignal.timeout?.(PATIENCE_MS) });

// `ready` returns, before each look, what takes the news.
export function watchClass(page, told, ready) {
  const { gone, offline } = page.dataset;
  let tag = `"${page.dataset.tag}"`;
  let missed = 0;

  const say = (text) => (told.hidden = !(told.textContent = text));

  function miss() {
    missed += 1;
    if (missed >= LOST_AFTER) say(offline);
  }

  async function look() {
    const take = ready();
    const found = await fetch(`state${location.search}`, { headers: { accept: "application/json", "if-none-match": tag }, cache: "no-store", ...patience() });
    if (found.status >= 500) return miss();
    if (found.status === 404) return say(gone);
    if (found.status === 200 && take(await found.json())) tag = found.headers.get("etag");
    missed = 0;
    if ([offline, gone].includes(told.textContent)) say("");
  }

  (async () => {
    for (;;) {
      await new Promise((done) => setTimeout(done, LOOK_MS));
      await look().catch(miss);
    }
  })();
  return { miss, look };
}
