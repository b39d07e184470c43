
// Keeps the answers of one language, for a device without a connection. What it may keep stands
// above; nothing else is ever kept, and with a connection nothing kept is shown.

const plain = (address) => address.replace(/[?#].*/, "");
const held = new Set(KEPT.addresses.map((each) => plain(new URL(each, location).href)));

async function fill() {
  const cache = await caches.open(KEPT.cache);
  await cache.addAll(KEPT.addresses.map((each) => new Request(each, { cache: "no-cache", credentials: "omit" })));
  await skipWaiting();
}

async function drop() {
  const old = (await caches.keys()).filter((name) => name.startsWith(KEPT.prefix) && name !== KEPT.cache);
  await Promise.all(old.map((name) => caches.delete(name)));
  await clients.claim();
}

// A folder's server may show its index at the folder itself.
function placeOf(url) {
  const place = plain(url);
  return !held.has(place) && place.endsWith("/") ? `${place}index.html` : place;
}

// A page is asked for anew, as the browser's own cache may have an older one for an hour.
const asked = (request) => fetch(request, request.mode === "navigate" ? { cache: "no-cache" } : {});

async function kept(place) {
  const cache = await caches.open(KEPT.cache);
  return (await cache.match(place, { ignoreSearch: true, ignoreVary: true })) ?? Response.error();
}

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(drop()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const place = placeOf(request.url);
  if (request.method === "GET" && held.has(place)) event.respondWith(asked(request).catch(() => kept(place)));
});
