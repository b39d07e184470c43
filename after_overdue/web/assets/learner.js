// The learner's page: shows each step as it comes, and sends an answer until it is kept.
const POLL_MS = 2000, QUIET_MS = 40_000, FIRST_MS = 4000, WAIT_MS = [500, 1000, 2000, 4000];
const page = document.getElementById("class");
const invitation = document.querySelector("form[data-class]");
const gone = document.querySelector("[data-forget]")?.dataset.forget;
const id = page?.dataset.class ?? invitation?.dataset.class ?? gone;
const memory = new Map();

const IS_OPEN = 1, IS_CLOSED = 2; // of an event stream, where a browser has such a thing
const clock = () => window.performance?.now?.() ?? Date.now();
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const soon = (ms) => pause(Math.random() * ms);
const place = (name) => `after-overdue/class/${id}/${name}`;

// Storage may be absent, forbidden inside another site's page, full, or hold what others wrote;
// memory lasts as long as the page, and an answer never waits for either.
function attempt(use) {
  try {
    return use(window.localStorage) ?? null;
  } catch {
    return null;
  }
}
function read(name) {
  if (memory.has(name)) return memory.get(name);
  return attempt((kept) => JSON.parse(kept.getItem(place(name))));
}
function write(name, value) {
  memory.set(name, value);
  const text = JSON.stringify(value);
  attempt((kept) => (value === null ? kept.removeItem(place(name)) : kept.setItem(place(name), text)));
}

// The oldest way of asking has its own time-out; where a browser lacks it the form goes as forms do.
function ask(address, { method = "GET", body = null, headers = {}, timeout }) {
  const request = new XMLHttpRequest();
  return new Promise((done, fail) => {
    request.open(method, address);
    request.timeout = timeout;
    for (const [name, text] of Object.entries({ accept: "application/json", ...headers })) request.setRequestHeader(name, text);
    request.onload = () => done(request);
    request.onerror = request.ontimeout = request.onabort = () => fail(new Error(`${address} was not answered`));
    request.send(body);
  });
}
// What was kept by this page, and not by another program or an older version.
function kept(name) {
  const held = read(name);
  return Array.isArray(held?.fields) && held.fields.every(Array.isArray) ? held : null;
}
const forget = () => ["link", "outbox", "draft"].forEach((name) => write(name, null));

function known() {
  const link = read("link");
  if (String(link).includes(`/class/${id}/me/`)) location.replace(link);
  invitation.addEventListener("submit", () => setTimeout(() => (invitation.querySelector("button").disabled = true)));
  addEventListener("pageshow", () => (invitation.querySelector("button").disabled = false));
}

function learner() {
  const step = document.getElementById("step");
  const mine = document.getElementById("mine");
  const status = document.getElementById("status");
  const { query } = page.dataset; // keeps the language that was chosen
  let rev = Number(page.dataset.rev);
  let seq = Number(mine.querySelector("[data-seq]")?.dataset.seq ?? 0);
  let answered = seq > 0;
  let tag = "";
  let source = null;
  let heard = clock() - QUIET_MS + FIRST_MS;
  let outbox = kept("outbox");
  let sending = false;
  let stays = false;

  // That an answer was refused stays said, whatever becomes of the connection.
  const say = (text, { refused = false } = {}) => {
    status.textContent = text;
    status.hidden = !text;
    stays = refused;
  };
  const isChosen = (field) => ["radio", "checkbox"].includes(field.type);
  const shown = () => step.querySelector("[data-position]")?.dataset ?? {};
  const form = () => document.getElementById("answer");
  const listening = () => source?.readyState === IS_OPEN && clock() - heard < QUIET_MS;

  function showMine(html) {
    mine.innerHTML = html;
    answered = Number(mine.querySelector("[data-seq]")?.dataset.seq ?? 0) > 0;
    if (answered && form()) form().querySelector("button").textContent = page.dataset.change;
  }

  function showStep(told) {
    if (told.rev <= rev) return;
    const { position: before, phase: was } = shown();
    rev = told.rev;
    // A form that is being filled in stays under the hand.
    const next = Object.assign(document.createElement("template"), { innerHTML: told.step }).content;
    const isSame = next.querySelector("[data-phase=open]")?.dataset.position === before;
    if (isSame && was === "open" && form()) return;
    step.innerHTML = told.step;
    const { position, phase } = shown();
    if (!outbox) say("");
    if (position !== before) {
      showMine("");
      seq = 0;
    }
    fill(kept("draft"));
    draw();
    // Back at a step that was open before, what is kept there has to be known before it is changed.
    if (position !== before && ["open", "closed", "revealed"].includes(phase)) look();
    else if (["closed", "revealed", "ended"].includes(phase)) soon(answered ? 800 : 2500).then(look);
  }

  function fill(draft) {
    if (!form() || draft?.step !== shown().position) return;
    const left = [...draft.fields];
    for (const field of form().querySelectorAll("[name]:not([type=hidden])")) {
      const at = left.findIndex(([name, value]) => name === field.name && (!isChosen(field) || value === field.value));
      if (isChosen(field)) field.checked = at >= 0;
      else field.value = at < 0 ? "" : left.splice(at, 1)[0][1];
    }
  }

  // Where the pad cannot run, the fields that it stands for stay.
  function draw() {
    const pad = form()?.querySelector("[data-pad]");
    if (pad) import(pad.dataset.script).then(({ drawIn }) => form().contains(pad) && drawIn(form())).catch(() => {});
  }

  async function look() {
    const headers = tag ? { "if-none-match": tag } : {};
    let found, told;
    try {
      found = await ask(`state${query}`, { headers, timeout: 8000 });
      told = found.status === 200 ? JSON.parse(found.responseText) : null;
    } catch {
      if (!stays) say(page.dataset.offline);
      return;
    }
    if (found.status === 404 || found.status === 410) end();
    if (status.textContent === page.dataset.offline && found.status < 500) say("");
    if (!told || told.rev < rev) return;
    showStep(told);
    if (told.seq < seq) return; // asked before the newest answer was given
    tag = found.getResponseHeader("etag") ?? "";
    seq = told.seq;
    showMine(told.mine);
  }

  function listen() {
    source?.close();
    source = stream();
    if (!source) return;
    const alive = (handle) => (event) => {
      heard = clock();
      handle(event);
    };
    source.addEventListener("step", alive((event) => showStep(JSON.parse(event.data))));
    source.addEventListener("ping", alive(() => {}));
    source.addEventListener("gone", end);
    source.onerror = () => {
      if (source.readyState === IS_CLOSED && !document.hidden) soon(3000).then(listen);
    };
  }

  // Without a stream of events the page asks every few seconds, which is what the interval below does.
  function stream() {
    try {
      return new EventSource(`events${query}`);
    } catch {
      return null;
    }
  }

  // Unknown is also who lost the cookie meanwhile: where the personal link still opens, it leads on.
  async function end() {
    source?.close();
    const link = read("link");
    if (link && !location.href.startsWith(link)) {
      const found = await ask(link, { headers: { accept: "text/html" }, timeout: 8000 }).catch(() => null);
      if (found?.status === 200) location.replace(link);
      if (!found || found.status === 200) return; // asked again where nothing was heard
    }
    forget();
    say(page.dataset.gone);
    step.innerHTML = mine.innerHTML = "";
  }

  async function send() {
    if (sending) return;
    sending = true;
    try {
      await sendAll();
    } finally {
      sending = false;
    }
  }

  async function sendAll() {
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
  }

  async function post(sent) {
    const fields = [...sent.fields, ["seq", sent.seq]];
    const body = fields.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    try {
      const found = await ask(`answer${query}`, { method: "POST", body, headers, timeout: 10_000 });
      return found.status === 429 || found.status >= 500 ? null : JSON.parse(found.responseText);
    } catch {
      return null;
    }
  }

  function keep(unsent) {
    outbox = unsent;
    write("outbox", unsent);
  }

  const isGiven = (field) => field.name && (!isChosen(field) || field.checked);
  const entered = () => ({ step: shown().position, fields: [...form().elements].filter(isGiven).map((field) => [field.name, field.value]) });
  document.addEventListener("input", (event) => event.target.form === form() && write("draft", entered()));
  document.addEventListener("submit", (event) => {
    if (event.target !== form() || !window.XMLHttpRequest) return;
    event.preventDefault();
    // The moment of the press: of two devices that know nothing of each other the later one wins.
    seq = Math.max(seq + 1, Date.now());
    keep({ ...entered(), seq });
    // Whatever else goes wrong in here, the answer goes as that of a page without scripts does.
    send().catch(() => event.target.submit());
  });
  // A browser grants a site six connections, so that a tab nobody looks at gives its own back.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) source?.close();
    else {
      look();
      listen();
    }
  });
  for (const name of ["online", "pageshow"]) addEventListener(name, () => look());

  write("link", document.getElementById("personal").href);
  listen();
  if (outbox) send();
  else fill(kept("draft"));
  draw();
  setInterval(() => listening() || document.hidden || soon(POLL_MS / 4).then(look), POLL_MS);
  // Says to refresh.js that it may rest; without a way to ask, it goes on asking for the page.
  if (window.XMLHttpRequest) page.dataset.runs = "yes";
}

if (gone) forget();
else if (page) learner();
else if (invitation) known();
