// The search of a page without a server: MiniSearch over the answers that the index beside it holds.

const RUN = /[\u3400-\u9fff]+|(?:(?![\u3400-\u9fff])[\p{L}\p{N}])+/gu;
const FIELDS = { asked: 5, title: 6, short: 3, text: 1 };
const SIZES = [8, 7, 6, 5, 4, 3, 2, 1]; // words, or characters of Chinese, that one known word has

const isHan = (text) => /^[\u3400-\u9fff]/.test(text);
const isWord = (text) => /^\p{L}{3,}$/u.test(text) && !isHan(text);

function runs(text) {
  const folded = text.normalize("NFKC").toLowerCase().replace(/['’‘`]/g, "");
  return folded.replace(/(\d)[.,](?=\d)/g, "$1").match(RUN) ?? [];
}

// Cuts a text into known words with what they mean, other words, and pairs of other characters.
// A known word that means nothing is left out; where several begin, the longest counts.
function cutting(words) {
  const meanings = new Map(Object.entries(words));
  const isFiller = (term) => [...term].every((each) => meanings.get(each)?.length === 0);
  const isKnown = (name) => meanings.has(name) && !(name.length === 1 && isFiller(name));
  const pairs = (run) => (run.length > 1 ? [...run].slice(1).map((each, at) => run[at] + each) : [run]).filter((pair) => !isFiller(pair));
  const pieces = (units) => runs(units.map((each) => (isHan(each) ? each : ` ${each} `)).join("")).flatMap((run) => (isHan(run) ? pairs(run) : [run]));

  function told(units, isWhole) {
    const name = units.join("");
    const meant = meanings.get(name);
    return meant.length ? [...meant, name, ...(isWhole ? [] : pieces(units))] : [];
  }

  return (text, isWhole) => {
    const units = runs(text).flatMap((run) => (isHan(run) ? [...run] : [run]));
    const terms = [];
    let other = [];
    for (let at = 0; at < units.length; ) {
      const size = SIZES.find((each) => isKnown(units.slice(at, at + each).join("")));
      if (size) terms.push(...pieces(other), ...told(units.slice(at, at + size), isWhole));
      other = size ? [] : [...other, units[at]];
      at += size ?? 1;
    }
    terms.push(...pieces(other));
    return terms;
  };
}

const key = (text) => runs(text).join(" ");

class Search {
  constructor({ documents, words, foremost, topics }) {
    const cut = cutting(words);
    Object.assign(this, { topics, cut, cuts: new Map(), foremost: new Map(Object.entries(foremost)) });
    const fuzzy = (term) => isWord(term) && term.length > 4 && 0.2;
    const boostTerm = (term) => this.foremost.get(term) ?? 1;
    const searchOptions = { boost: FIELDS, prefix: isWord, fuzzy, boostTerm, tokenize: (text) => cut(text, true) };
    this.index = new MiniSearch({ idField: "slug", fields: Object.keys(FIELDS), tokenize: (text) => cut(text, false), processTerm: (term) => term, searchOptions });
    this.index.addAll(documents);
    this.bySlug = new Map(documents.map((each) => [each.slug, each]));
    this.known = new Map(documents.flatMap((each) => each.asked.map((phrase) => [key(phrase), each.slug])));
  }

  // Answers that hold at least half of what a query tells, not in their long text alone, best
  // first; the nearest topics.
  found(query) {
    const least = new Set(this.cut(query, true)).size / 2;
    const near = this.index.search(query);
    const isTold = ({ match }) => Object.values(match).flat().some((field) => field !== "text");
    const isForemost = ({ queryTerms }) => queryTerms.some((term) => this.foremost.has(term));
    const isEnough = (each) => isForemost(each) || (each.queryTerms.length >= least && isTold(each));
    const rows = near.filter(isEnough).map(({ id, terms }) => [this.bySlug.get(id), terms]);
    const known = this.bySlug.get(this.known.get(key(query)));
    const first = known ? [[known, rows.find(([each]) => each === known)?.[1] ?? []]] : [];
    const topics = [...near.map(({ id }) => this.bySlug.get(id).topic), ...Object.keys(this.topics)];
    return { rows: [...first, ...rows.filter(([each]) => each !== known)], topics: [...new Set(topics)] };
  }

  // The sentence that holds most of what was asked; the first where none holds more.
  sentence({ short, text }, terms) {
    const held = (each) => {
      if (!this.cuts.has(each)) this.cuts.set(each, new Set(this.cut(each, false)));
      return terms.filter((term) => this.cuts.get(each).has(term)).length;
    };
    return [short, ...text].reduce((best, each) => (held(each) > held(best) ? each : best));
  }
}

const made = (name, more, ...inside) => {
  const element = Object.assign(document.createElement(name), more);
  element.append(...inside);
  return element;
};

// What the index beside the page calls, once it is there.
globalThis.searchThese = (content) => {
  const search = new Search(content);
  const [field, list, near, told] = ["#query", "#found", "#near", "#said"].map((name) => document.querySelector(name));

  function show() {
    const query = field.value.trim().replace(/\s+/g, " ");
    history.replaceState({ q: query }, ""); // who goes back finds it again
    const { rows, topics } = search.found(query);
    const said = () => made("h2", { textContent: content.said[rows.length ? "found" : "none"].replace("{query}", () => query) });
    told.replaceChildren(...(query ? [said()] : []));
    const row = ([{ title, link, ...answer }, terms]) =>
      made("li", {}, made("a", { href: link, textContent: title }), made("p", { textContent: search.sentence(answer, terms) }));
    list.replaceChildren(...rows.slice(0, content.most.found).map(row));
    list.hidden = !rows.length;
    near.hidden = !query || Boolean(rows.length);
    const way = (topic) => made("a", { textContent: content.topics[topic][0], href: content.topics[topic][1] });
    near.querySelector("nav").replaceChildren(...topics.slice(0, content.most.topics).map(way));
  }

  field.value = history.state?.q ?? new URLSearchParams(location.search).get("q") ?? "";
  field.addEventListener("input", show);
  show();
};
