// To the top: scrolls to the page's title and gives it the focus, once a place.

let shown = null;

export default function toTop({ data }) {
  if (data !== shown) {
    shown = data;
    requestAnimationFrame(() => {
      document.querySelector("[data-testid=stMain]")?.scrollTo({ top: 0 });
      const title = document.querySelector("h1");
      title?.setAttribute("tabindex", "-1");
      title?.focus({ preventScroll: true });
    });
  }
  return () => {
    shown = null; // gone from the page, so the same place may be led to again
  };
}
