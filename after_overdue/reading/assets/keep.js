// The answers are kept on a device that a reader asks to keep them, and removed again.

const section = document.querySelector(".keep");
const [button, told] = ["button", "[role=status]"].map((each) => section.querySelector(each));
const { worker, prefix, manifest } = section.dataset;
const { serviceWorker } = navigator; // none where the connection is not secure, nor on a disk
const scope = new URL(".", new URL(worker, location)).href;

const registered = async () => {
  const found = await serviceWorker.getRegistrations();
  return found.find((each) => each.scope === scope);
};

async function label() {
  const found = await registered();
  button.textContent = button.dataset[found?.active ? "remove" : "keep"];
  return found;
}

function settled(found) {
  const { installing } = found;
  if (!installing) return null;
  return new Promise((resolve, reject) => {
    installing.onstatechange = () => {
      if (installing.state === "activated") resolve();
      if (installing.state === "redundant") reject(new Error(`${worker} could not fill its cache.`));
    };
  });
}

async function keep() {
  told.textContent = told.dataset.underWay;
  await settled(await serviceWorker.register(worker, { scope }));
  told.textContent = told.dataset.done;
}

async function remove(found) {
  await found.unregister();
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(names.map((name) => caches.delete(name)));
  told.textContent = told.dataset.removed;
}

async function take(act) {
  button.disabled = true;
  try {
    await act();
  } catch (error) {
    console.warn(error);
    told.textContent = told.dataset.failed;
  }
  await label();
  button.disabled = false;
}

if (serviceWorker && location.protocol.startsWith("http")) {
  if (manifest) document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: manifest }));
  button.onclick = () => take(async () => ((await registered())?.active ? remove(await registered()) : keep()));
  addEventListener("appinstalled", () => take(keep)); // who installs them wants them there
  label().then((found) => {
    if (found?.active) told.textContent = told.dataset.done;
    section.hidden = false;
  });
}
