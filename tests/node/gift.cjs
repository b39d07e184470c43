// Reads GIFT from standard input and writes what it holds as JSON.
const { parse } = require("gift-pegjs");
const { readFileSync } = require("node:fs");

process.stdout.write(JSON.stringify(parse(readFileSync(0, "utf8"))));
