// The search of a page without a server: cuts a query into words, and adds up what Python weighed.
//
// It is `catalog.search` told once more, over the table of `catalog.search_table`; a test holds
// the two against each other, query by query.

const RUN = /[\u3400-\u9fff]+|(?:(?![\u3400-\u9fff])[\p{L}\p{N}])+/gu;
const PLAIN = { size: 1, filler: false };

const isHan = (text) => /^[\u3400-\u9fff]/.test(text);
const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
const entries = (readings) => Object.entries(readings);

function runs(text) {
  const folded = text.normalize("NFKC").toLowerCase().replace(/['’‘`]/g, "");
  return folded.replace(/(\d)[.,](?=\d)/g, "$1").match(RUN) ?? [];
}

function grouped(items, kindOf) {
  const groups = [];
  for (const each of items) {
    const kind = kindOf(each);
    if (groups.at(-1)?.kind !== kind) groups.push({ kind, items: [] });
    groups.at(-1).items.push(each);
  }
  return groups;
}

// How much of two words is the same, in the same order: 0 to 100.
function likeness(one, other) {
  let row = Array.from({ length: other.length + 1 }, () => 0);
  for (const letter of one) {
    const next = [0];
    for (let at = 0; at < other.length; at += 1) {
      next.push(letter === other[at] ? row[at] + 1 : Math.max(row[at + 1], next[at]));
    }
    row = next;
  }
  return (200 * row.at(-1)) / (one.length + other.length);
}

const hasMeaning = (token) => Object.keys(token.readings).some((name) => name.startsWith("#"));
const isElsewhere = (token) => "elsewhere" in token.readings;

class Search {
  constructor(table) {
    Object.assign(this, table.constants, { slugs: table.slugs, topics: table.topics });
    this.holding = new Map(Object.entries(table.holding));
    this.words = new Map(Object.entries(table.words));
    const forms = ([stem, every]) => every.split(" ").map((form) => [form, stem]);
    this.stems = new Map(Object.entries(table.stems).flatMap(forms));
    this.most = Math.log(1 + this.slugs.length);
    const names = [...this.words.keys()];
    this.longestHan = Math.max(...names.filter(isHan).map((name) => name.length));
    this.longestPhrase = Math.max(...names.map((name) => name.split(" ").length));
    this.listen(table, names.filter(isHan));
    this.spell(names.filter((name) => !isHan(name)));
    this.sayings(table);
  }

  listen({ sounds, syllables }, names) {
    this.isPinyin = new RegExp(`^(?:${syllables})+$`);
    this.sounds = new Map();
    for (const [sound, characters] of Object.entries(sounds)) {
      for (const each of characters) {
        const heard = this.sounds.get(each) ?? [];
        if (sound.endsWith("'")) heard.push(sound.slice(0, -1));
        else heard.unshift(sound);
        this.sounds.set(each, heard);
      }
    }
    this.bySound = new Map();
    for (const name of names) {
      for (const sound of new Set(this.spellings(name))) this.bySound.set(sound, [...(this.bySound.get(sound) ?? []), name]);
    }
  }

  spellings(word) {
    let found = [""];
    for (const each of word) found = found.flatMap((begun) => (this.sounds.get(each) ?? []).map((sound) => begun + sound));
    return found;
  }

  spell(names) {
    const features = [...this.holding.keys()].filter((name) => !isHan(name) && !/[# ]/.test(name));
    this.spelled = new Set([...features, ...names.flatMap((name) => name.split(" "))]);
    this.long = [...this.spelled].filter((name) => name.length >= this.LEAST_BEGUN).sort();
  }

  sayings({ phrases, pinyin }) {
    this.whole = new Map();
    for (const [at, ...texts] of [...pinyin, ...phrases]) for (const text of texts) this.whole.set(this.key(text), at);
    this.phrases = phrases.flatMap(([at, ...texts]) =>
      texts.map((text) => [at, this.tokens(text, false).filter((token) => !token.filler).map((token) => this.likely(token))]),
    );
    this.phrases = this.phrases.filter(([, tokens]) => tokens.length);
  }

  stem(word) {
    return this.stems.get(word) ?? word;
  }

  pieces(text) {
    const cut = (run) => (isHan(run) && run.length > 1 ? [...run].slice(1).map((each, at) => run[at] + each) : [this.stem(run)]);
    return runs(text).flatMap(cut);
  }

  key(text) {
    return [...new Set(this.pieces(text))].sort().join("\n");
  }

  likely({ readings }) {
    return entries(readings).flatMap(([name, like]) => (like >= this.SAME_SOUND * this.LIKELY ? [name] : []));
  }

  token(name, likely = 1) {
    const word = this.words.get(name);
    if (word === 0) return { readings: { [name]: likely }, size: 1, filler: true };
    if (word === 1) return { ...PLAIN, readings: { [name]: likely, elsewhere: 0 } };
    const [size, beside] = Array.isArray(word) ? word : [1, word];
    const readings = Object.fromEntries(entries(beside).map(([other, like]) => [other, like * likely]));
    return { ...PLAIN, readings: { ...readings, [name]: likely }, size };
  }

  // The parts of a text whose known words are longest.
  cut(text, longest, named) {
    const best = [{ worth: 0 }];
    for (let end = 1; end <= text.length; end += 1) {
      let found = { worth: best[end - 1].worth + this.UNKNOWN, start: end - 1, name: "" };
      for (let start = Math.max(0, end - longest); start < end; start += 1) {
        const { name, likely } = named(text.slice(start, end));
        const worth = name && best[start].worth + (end - start) ** 2 * likely;
        if (name && (worth > found.worth || (worth === found.worth && start > found.start))) found = { worth, start, name, likely };
      }
      best.push({ ...found, text: text.slice(found.start, end) });
    }
    const parts = [];
    for (let end = text.length; end; end = best[end].start) parts.unshift(best[end]);
    return parts;
  }

  tokens(text, forgiving) {
    return grouped(runs(text), isHan).flatMap(({ kind, items }) =>
      kind ? items.flatMap((run) => this.chinese(run, forgiving)) : this.lettered(items, forgiving),
    );
  }

  chinese(run, forgiving) {
    const read = (text) => ({ name: this.words.has(text) ? text : "", likely: 1 });
    let parts = this.cut(run, this.longestHan, read);
    const unknown = parts.flatMap(({ name, text }) => (name ? [] : [text]));
    if (forgiving && unknown.length) parts = this.cut(run, this.longestHan, (text) => this.heard(unknown, text) ?? read(text));
    return grouped(parts, ({ name }) => Boolean(name)).flatMap(({ kind, items }) =>
      kind ? items.map(({ name, likely }) => this.token(name, likely)) : this.pairs(items.map(({ text }) => text).join("")),
    );
  }

  // A word that sounds and looks like a text, of which one character was mistaken.
  heard(unknown, text) {
    const isOdd = text.length >= this.LEAST_SOUNDED && text.length <= this.MOST_SOUNDED && unknown.some((each) => text.includes(each));
    if (this.words.has(text) || !isOdd) return null;
    const shares = (word) => [...text].some((each) => word.includes(each) && this.words.get(each) !== 0);
    const words = this.spellings(text).flatMap((sound) => this.bySound.get(sound) ?? []);
    const name = words.find((word) => word.length === text.length && shares(word));
    return name ? { name, likely: this.SAME_SOUND } : null;
  }

  pairs(run) {
    if (run.length === 1) return [{ ...PLAIN, readings: { [run]: 1 }, size: this.LONE }];
    return this.pieces(run).map((pair) => ({ ...PLAIN, readings: { [pair]: 1 }, size: run.length / 2 / (run.length - 1) }));
  }

  lettered(words, forgiving) {
    if (!forgiving) return this.phrased(words, false);
    const sounded = grouped(words, (word) => this.isPinyin.test(word)).flatMap(({ kind, items }) => {
      const isSound = kind && items.some((word) => !this.spelled.has(this.stem(word)));
      return items.map((word) => [isSound, word]);
    });
    return grouped(sounded, ([isSound]) => isSound).flatMap(({ kind, items }) => {
      const listed = items.map(([, word]) => word);
      const heard = kind ? this.pinyin(listed.join("")) : [];
      const known = heard.filter(({ readings }) => entries(readings).length).length;
      return 2 * known > heard.length ? heard : this.phrased(listed, true);
    });
  }

  pinyin(letters) {
    const parts = this.cut(letters, this.longestHan * this.LETTERS_A_WORD, (text) => ({ name: this.bySound.has(text) ? text : "", likely: 1 }));
    return grouped(parts, ({ name }) => Boolean(name)).flatMap(({ kind, items }) =>
      kind ? items.map(({ name }) => this.sounded(name)) : [{ ...PLAIN, readings: {}, size: Math.max(1, items.length / this.LETTERS_A_WORD) }],
    );
  }

  sounded(sound) {
    const tokens = this.bySound.get(sound).map((word) => this.token(word));
    const filler = tokens.find((token) => token.filler);
    return filler ?? { ...PLAIN, readings: Object.assign({}, ...tokens.map(({ readings }) => readings)) };
  }

  phrased(words, forgiving) {
    const near = words.map((word) => {
      const stem = this.stem(word);
      const found = forgiving ? this.near(stem) : [];
      return found.length ? found : [[stem, 1]];
    });
    const best = near.map(([first]) => first);
    const named = (from, to) => best.slice(from, to).map(([name]) => name).join(" ");
    const tokens = [];
    for (let at = 0; at < words.length; ) {
      let end = Math.min(at + this.longestPhrase, words.length);
      while (end > at + 1 && !this.words.has(named(at, end))) end -= 1;
      const name = named(at, end);
      const likely = Math.min(...best.slice(at, end).map(([, like]) => like));
      const size = /^\d+$/.test(name) ? this.NUMBER : 1;
      tokens.push(this.words.has(name) ? this.token(name, likely) : { ...PLAIN, readings: Object.fromEntries(near[at]), size });
      at = end;
    }
    return tokens;
  }

  // Known words that one typed wrong, or not to its end, may stand for.
  near(stem) {
    if (this.spelled.has(stem)) return [[stem, 1]];
    if (stem.length < this.LEAST_BEGUN || /^\d+$/.test(stem)) return [];
    const listed = this.long.filter((each) => each[0] === stem[0]);
    const found = new Map(listed.filter((each) => each.startsWith(stem)).map((each) => [each, this.BEGUN]));
    if (stem.length >= this.LEAST_MENDED) {
      const alike = listed.filter((each) => each.length >= this.LEAST_MENDED).map((each) => [each, likeness(stem, each)]);
      const close = alike.filter(([, share]) => share >= this.LEAST_ALIKE).sort((one, other) => other[1] - one[1]);
      for (const [each, share] of close.slice(0, this.MOST_NEAR)) found.set(each, share / 100);
    }
    return [...found].sort((one, other) => other[1] - one[1]).slice(0, this.MOST_NEAR);
  }

  weights(name) {
    const held = this.holding.get(name) ?? [];
    return held.flatMap((each, at) => (at % 2 ? [] : [[each, held[at + 1]]]));
  }

  prominence(weight) {
    return this.PROMINENCE.find(([least]) => weight >= least)?.[1] ?? 0;
  }

  // How much a word tells: the rarer, the more.
  telling(token) {
    if (token.filler) return 0;
    if (isElsewhere(token)) return token.size * this.most;
    const likes = Object.values(token.readings);
    const least = Math.max(0, ...likes) * this.LIKELY;
    const counts = entries(token.readings).map(([name, like]) =>
      like >= least ? sum(this.weights(name).map(([, weight]) => this.prominence(weight))) : 0,
    );
    const count = Math.max(0, ...counts);
    return token.size * Math.min(count ? Math.log(1 + this.slugs.length / count) : this.most, this.most);
  }

  // Which words of a query the best phrase of each page takes up.
  said(tokens, telling) {
    const stands = new Map();
    tokens.forEach((token, at) => this.likely(token).forEach((name) => stands.has(name) || stands.set(name, at)));
    const said = new Map();
    const worth = (found) => sum([...found].map((at) => telling[at]));
    for (const [page, phrase] of this.phrases) {
      const taken = phrase.map((names) => Math.min(...names.filter((name) => stands.has(name)).map((name) => stands.get(name))));
      if (!taken.every(Number.isFinite)) continue;
      const found = new Set(taken);
      if (!said.has(page) || worth(found) > worth(said.get(page))) said.set(page, found);
    }
    return said;
  }

  best(token) {
    const best = new Map();
    for (const [name, like] of entries(token.readings)) {
      for (const [page, weight] of this.weights(name)) {
        const before = best.get(page) ?? [0, 0];
        if (like ** 2 * weight > before[0] ** 2 * before[1]) best.set(page, [like, weight]);
      }
    }
    return best;
  }

  fits(tokens, telling, said) {
    const total = sum(telling);
    const fits = new Map();
    tokens.forEach((token, at) => {
      if (!telling[at]) return;
      const share = telling[at] / total;
      const aptness = hasMeaning(token) ? 1 : this.ANY_WORD;
      for (const [page, [like, weight]] of this.best(token)) {
        const phrase = said.get(page) ?? new Set();
        const isSaid = phrase.has(at) && (hasMeaning(token) || phrase.size > 1);
        const place = isSaid ? 1 : (isElsewhere(token) ? 0 : aptness) * this.prominence(weight);
        const fit = fits.get(page) ?? { covered: 0, score: 0 };
        fit.covered += share * like * place;
        fit.score += share * like ** 2 * weight;
        fits.set(page, fit);
      }
    });
    return fits;
  }

  found(query) {
    const text = [...query].slice(0, this.LONGEST_QUERY).join("");
    const tokens = this.tokens(text, true);
    const telling = tokens.map((token) => this.telling(token));
    const said = this.said(tokens, telling);
    const scores = new Map();
    const answers = new Map();
    for (const [page, { covered, score }] of this.fits(tokens, telling, said)) {
      const phrase = sum([...(said.get(page) ?? [])].map((at) => telling[at]));
      scores.set(page, score + (this.SAID * phrase) / (sum(telling) || 1));
      if (covered >= this.FLOOR) answers.set(page, scores.get(page));
    }
    const least = Math.max(0, ...answers.values()) * this.LEAST_OF_BEST;
    for (const [page, score] of answers) if (score < least) answers.delete(page);
    const named = this.whole.get(this.key(query));
    if (named !== undefined) answers.set(named, Math.max(0, ...scores.values()) + 1);
    return { pages: this.ranked(answers).slice(0, this.MOST_FOUND), topics: this.nearest(scores), tokens, telling };
  }

  ranked(scores) {
    const slug = (page) => this.slugs[page];
    return [...scores.keys()].sort((one, other) => scores.get(other) - scores.get(one) || (slug(one) < slug(other) ? -1 : 1));
  }

  nearest(scores) {
    const near = new Map(this.topics.map((topic) => [topic, 0]));
    const counts = {};
    for (const page of this.ranked(scores)) {
      const topic = this.topics[page];
      counts[topic] = (counts[topic] ?? 0) + 1;
      if (counts[topic] <= this.BEST_OF_TOPIC) near.set(topic, near.get(topic) + scores.get(page) / counts[topic]);
    }
    return [...near.keys()].sort((one, other) => near.get(other) - near.get(one)).slice(0, this.MOST_TOPICS);
  }

  // The sentence that holds most of what was asked; the first where none holds more.
  sentence({ tokens, telling }, sentences) {
    const held = (text) => {
      const features = new Set([...this.pieces(text), ...this.tokens(text, false).flatMap(({ readings }) => Object.keys(readings))]);
      const likes = ({ readings }) => entries(readings).map(([name, like]) => (features.has(name) ? like : 0));
      return sum(tokens.map((token, at) => telling[at] * Math.max(0, ...likes(token))));
    };
    const scores = sentences.map(held);
    return sentences[scores.indexOf(Math.max(...scores))];
  }
}

const made = (name, more, ...inside) => {
  const element = Object.assign(document.createElement(name), more);
  element.append(...inside);
  return element;
};

// What the index beside the page calls, once it is there.
globalThis.searchThese = (table) => {
  const search = new Search(table);
  const field = document.querySelector("#query");
  const { pages, topics_named: topics, said } = table;

  function show() {
    const query = field.value.trim().replace(/\s+/g, " ");
    const found = search.found(query);
    const { length } = found.pages;
    document.querySelector("#said").replaceChildren(...(query ? [made("h2", { textContent: said[length ? "found" : "none"].replace("{query}", () => query) })] : []));
    const rows = found.pages.map((at) => {
      const { title, link, sentences } = pages[at];
      return made("li", {}, made("a", { href: link, textContent: title }), made("p", { textContent: search.sentence(found, sentences) }));
    });
    const [list, near] = ["#found", "#near"].map((name) => document.querySelector(name));
    list.replaceChildren(...rows);
    list.hidden = !length;
    near.hidden = !query || Boolean(length);
    near.querySelector("nav").replaceChildren(...found.topics.map((topic) => made("a", { href: topics[topic][1], textContent: topics[topic][0] })));
  }

  field.value = new URLSearchParams(location.search).get("q") ?? "";
  field.addEventListener("input", show);
  show();
};
