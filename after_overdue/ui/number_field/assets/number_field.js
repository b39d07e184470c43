// A number field takes a number as people write it. The server reads it; − and + go on from what it read.

const STEPS = { ArrowUp: 1, ArrowDown: -1 };
const PARTS = ["label", "help", "note", "said", "typed", "less", "more", "refused"];
const FIELDS = new WeakMap(); // what each field last told the server, and when

// How a number is written while a hand steps, and read back; the server writes it in words.
const FORMS = {
  number: {
    write: (number) => number.toLocaleString("en", { maximumFractionDigits: 10 }),
    read: (text) => Number(text.replaceAll(",", "")),
  },
  share: {
    write: (number) => `${(100 * number).toLocaleString("en", { maximumFractionDigits: 8 })}%`,
    read: (text) => Number(text.replace("%", "")) / 100,
  },
  month: {
    write: (number) => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`,
    read(text) {
      const [, year, month] = /^(\d{4})-(\d{1,2})$/.exec(text.trim()) ?? [];
      return 12 * year + Number(month) - 1;
    },
  },
};

export default function numberField({ data: bytes, parentElement, setStateValue }) {
  const data = JSON.parse(new TextDecoder().decode(bytes));
  const part = Object.fromEntries(PARTS.map((name) => [name, parentElement.querySelector(`[data-part=${name}]`)]));
  const field = FIELDS.get(parentElement) ?? { at: 0 };
  FIELDS.set(parentElement, Object.assign(field, { data, report: setStateValue }));
  listen(field, part);
  show(field, part);
}

function listen(field, { help, note, typed, less, more }) {
  const step = (by) => {
    const from = standing(field, typed.value);
    if (Number.isNaN(from)) tell(field, typed); // first it has to be read
    else write(field, typed, from, by);
    mark(field, typed, less, more);
  };
  typed.onchange = () => tell(field, typed);
  typed.oninput = () => mark(field, typed, less, more);
  typed.onkeydown = (event) => {
    if (!STEPS[event.key] || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    step(STEPS[event.key]);
  };
  for (const [button, by] of [[less, -1], [more, 1]]) {
    button.onpointerdown = (event) => event.preventDefault(); // what is being written stays under the cursor
    button.onclick = () => step(by);
  }
  help.onpointerenter = ({ pointerType }) => pointerType === "mouse" && note.showPopover();
  help.onpointerleave = ({ pointerType }) => pointerType === "mouse" && note.hidePopover();
  note.onbeforetoggle = () => place(note, help.getBoundingClientRect());
}

// The number that a text stands for: what the server read, plain digits, or none that is known here.
function standing({ data }, text) {
  if (text === data.text && data.value !== null) return data.value;
  return text.trim() ? FORMS[data.form].read(text) : null;
}

function write(field, typed, from, by) {
  const { form, low, high, step } = field.data;
  const next = from === null ? Math.max(low ?? 0, 0) : Number((from + by * step).toFixed(10));
  typed.value = FORMS[form].write(Math.min(high ?? Infinity, Math.max(low ?? -Infinity, next)));
  clearTimeout(field.timer);
  if (field.data.rest) field.timer = setTimeout(() => tell(field, typed), field.data.rest);
  else tell(field, typed);
}

function tell(field, typed) {
  clearTimeout(field.timer);
  field.timer = 0;
  if (typed.value === field.text) return;
  field.text = typed.value;
  field.at = Date.now();
  field.report("typed", [field.text, field.at]);
}

function mark({ data, ...field }, typed, less, more) {
  const number = standing({ data, ...field }, typed.value);
  for (const [button, end] of [[less, data.low], [more, data.high]]) {
    button.ariaDisabled = number !== null && number === end;
  }
}

// What is being written, and steps that the server has not heard of, stay.
function show(field, { label, help, note, said, typed, less, more, refused }) {
  const { data } = field;
  say(label, data.label);
  say(note, data.note);
  help.hidden = !data.note;
  help.ariaLabel = data.about;
  less.ariaLabel = data.less;
  more.ariaLabel = data.more;
  less.hidden = more.hidden = !data.step;
  typed.placeholder = data.empty;
  typed.inputMode = data.keys;
  const isWriting = typed.matches(":focus") && typed.value !== field.text;
  if (field.timer || isWriting || (data.at && data.at < field.at)) return;
  typed.value = field.text = data.text;
  say(said, data.said);
  say(refused, data.refused);
  typed.ariaInvalid = Boolean(data.refused);
  mark(field, typed, less, more);
}

function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function place(note, { left, top, bottom }) {
  const x = Math.max(8, Math.min(left, innerWidth - 336));
  note.style.inset = top > innerHeight / 2 ? `auto auto ${innerHeight - top + 6}px ${x}px` : `${bottom + 6}px auto auto ${x}px`;
}
