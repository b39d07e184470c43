// Where the live figure cannot run, show the page with the plain chart instead.
{
  const FAILED = "[class*=-figure] .stBidiComponent [role=alert]";
  const LOOK_EVERY_MS = 500;
  const watch = setInterval(() => {
    if (!document.querySelector(FAILED)) return;
    clearInterval(watch);
    const plain = new URL(location.href);
    plain.searchParams.set("plain", "1");
    location.replace(plain);
  }, LOOK_EVERY_MS);
}
