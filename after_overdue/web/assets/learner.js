// The learner's page: shows each step as it comes, and sends an answer until it is kept.
const POLL_MS = 2000, QUIET_MS = 40_000, FIRST_MS = 4000, WAIT_MS = [500, 1000, 2000, 4000];
const page = document.getElementById("class");
const invitation = document.querySelector("form[data-class]");
const gone = document.querySelector("[data-forget]")?.dataset.forget;
const id = page?.dataset.class ?? invitation?.dataset.class ?? gone;
const memory = new Map();

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const soon = (ms) => pause(Math.random() * ms);
const place = (name) => `after-overdue/class/${id}/${name}`;

// Some browsers forbid storage inside another site's page; memory lasts as long as the page.
function storage() {
  try {
    return window.localStorage;
  } catch {
    return {
      getItem: (name) => memory.get(name) ?? null,
      setItem: (name, text) => memory.set(name, text),
      removeItem: (name) => memory.delete(name),
    };
  }
}
const kept = storage();
const read = (name) => JSON.parse(kept.getItem(place(name)) ?? "null");
const write = (name, value) =>
  value === null ? kept.removeItem(place(name)) : kept.setItem(place(name), JSON.stringify(value));
const forget = () => ["link", "outbox", "draft"].forEach((name) => write(name, null));

function known() {
  const link = read("link");
  if (link) location.replace(link);
  invitation.addEventListener("submit", () => setTimeout(() => (invitation.querySelector("button").disabled = true)));
  addEventListener("pageshow", () => (invitation.querySelector("button").disabled = false));
}

function learner() {
  const step = document.getElementById("step");
  const mine = document.getElementById("mine");
  const status = document.getElementById("status");
  let rev = Number(page.dataset.rev);
  let seq = Number(mine.querySelector("[data-seq]")?.dataset.seq ?? 0);
  let answered = seq > 0;
  let tag = "";
  let source = null;
  let heard = performance.now() - QUIET_MS + FIRST_MS;
  let outbox = read("outbox");
  let sending = false;
  let stays = false;

  // That an answer was refused stays said, whatever becomes of the connection.
  const say = (text, { refused = false } = {}) => {
    status.textContent = text;
    status.hidden = !text;
    stays = refused;
  };
  const shown = () => step.querySelector("[data-position]")?.dataset ?? {};
  const form = () => document.getElementById("answer");
  const listening = () => source?.readyState === EventSource.OPEN && performance.now() - heard < QUIET_MS;

  function showMine(html) {
    mine.innerHTML = html;
    answered = Number(mine.querySelector("[data-seq]")?.dataset.seq ?? 0) > 0;
    if (answered && form()) form().querySelector("button").textContent = page.dataset.change;
  }

  function showStep(told) {
    if (told.rev <= rev) return;
    const before = shown().position;
    rev = told.rev;
    step.innerHTML = told.step;
    const { position, phase } = shown();
    if (!outbox) say("");
    if (position !== before) {
      showMine("");
      seq = 0;
    }
    fill(read("draft"));
    // Back at a step that was open before, what is kept there has to be known before it is changed.
    if (position !== before && ["open", "closed", "revealed"].includes(phase)) look();
    else if (["closed", "revealed", "ended"].includes(phase)) soon(answered ? 800 : 2500).then(look);
  }

  function fill(draft) {
    if (!form() || draft?.step !== shown().position) return;
    for (const field of form().querySelectorAll("[name=month], [name=number]")) field.value = draft.fields.find(([name]) => name === field.name)?.[1] ?? "";
    for (const field of form().querySelectorAll("[type=radio], [type=checkbox]")) field.checked = draft.fields.some(([name, value]) => name === field.name && value === field.value);
    const order = draft.fields.filter(([name]) => name === "order");
    form().querySelectorAll("select").forEach((field, at) => (field.value = order[at]?.[1] ?? ""));
  }

  async function look() {
    const headers = { accept: "application/json", ...(tag && { "if-none-match": tag }) };
    let found;
    try {
      found = await fetch("state", { headers, cache: "no-store", signal: AbortSignal.timeout(8000) });
    } catch {
      if (!stays) say(page.dataset.offline);
      return;
    }
    if (found.status === 404 || found.status === 410) end();
    if (status.textContent === page.dataset.offline && found.status < 500) say("");
    if (found.status !== 200) return;
    const told = await found.json();
    if (told.rev < rev) return;
    showStep(told);
    if (told.seq < seq) return; // asked before the newest answer was given
    tag = found.headers.get("etag");
    seq = told.seq;
    showMine(told.mine);
  }

  function listen() {
    source?.close();
    source = new EventSource("events");
    const alive = (handle) => (event) => {
      heard = performance.now();
      handle(event);
    };
    source.addEventListener("step", alive((event) => showStep(JSON.parse(event.data))));
    source.addEventListener("ping", alive(() => {}));
    source.addEventListener("gone", end);
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED && !document.hidden) soon(3000).then(listen);
    };
  }

  function end() {
    source?.close();
    forget();
    say(page.dataset.gone);
    step.replaceChildren();
    mine.replaceChildren();
  }

  async function send() {
    if (sending) return;
    sending = true;
    for (let tries = 0; outbox; tries += 1) {
      const sent = outbox;
      say(tries ? page.dataset.unsent : page.dataset.sending);
      const told = await post(sent);
      if (!told) {
        await soon(2 * WAIT_MS[Math.min(tries, WAIT_MS.length - 1)]);
        continue;
      }
      tries = -1;
      if (outbox === sent) keep(null);
      if (told.refused) {
        await look();
        say(told.refused, { refused: true });
      } else if (sent.step === shown().position) {
        seq = Math.max(seq, told.seq);
        showMine(told.mine);
        say(told.taken ? page.dataset.sent : page.dataset.replaced);
      }
    }
    sending = false;
  }

  async function post(sent) {
    const body = new URLSearchParams([...sent.fields, ["seq", sent.seq]]);
    try {
      const found = await fetch("answer", { method: "POST", body, headers: { accept: "application/json" }, signal: AbortSignal.timeout(10_000) });
      return found.status === 429 || found.status >= 500 ? null : await found.json();
    } catch {
      return null;
    }
  }

  function keep(unsent) {
    outbox = unsent;
    write("outbox", unsent);
  }

  const entered = () => ({ step: shown().position, fields: [...new FormData(form())].map(([name, value]) => [name, String(value)]) });
  document.addEventListener("input", (event) => event.target.form === form() && write("draft", entered()));
  document.addEventListener("submit", (event) => {
    if (event.target !== form()) return;
    event.preventDefault();
    // The moment of the press: of two devices that know nothing of each other the later one wins.
    seq = Math.max(seq + 1, Date.now());
    keep({ ...entered(), seq });
    send();
  });
  // A browser grants a site six connections, so that a tab nobody looks at gives its own back.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) source.close();
    else {
      look();
      listen();
    }
  });
  for (const name of ["online", "pageshow"]) addEventListener(name, () => look());

  write("link", document.getElementById("personal").href);
  listen();
  if (outbox) send();
  else fill(read("draft"));
  setInterval(() => listening() || document.hidden || soon(POLL_MS / 4).then(look), POLL_MS);
}

if (gone) forget();
else if (page) learner();
else if (invitation) known();
