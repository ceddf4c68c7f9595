// Texts by their characters: an answer counts code points, a script counts halves of some.

const HALVES = /[\ud800-\udfff]/gu;
const LINE_ENDS = /[\r\v\f\u0085\u2028\u2029]/g;
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

function wellFormed(text) {
  return text.replace(HALVES, "");
}

// As the reader of an answer makes a line of a name: nothing unseen in it, and one space where there are blanks.
function oneLine(text) {
  return wellFormed(text).replace(LINE_ENDS, "\n").replace(UNSEEN, "").replace(/[\n\t ]+/g, " ").trim();
}

// The text itself, or as much of it as there is room for.
function cut(text, most) {
  if (text.length <= most) return text;
  const characters = Array.from(text);
  return characters.length <= most ? text : characters.slice(0, most).join("");
}

// Quote, prefix and suffix of a part of a text, whose places are those of the script.
function around(text, start, end, most) {
  const before = Array.from(text.slice(0, start));
  const after = Array.from(text.slice(end));
  return {
    quote: text.slice(start, end),
    prefix: before.slice(Math.max(before.length - most, 0)).join(""),
    suffix: after.slice(0, most).join(""),
  };
}

// The same part without blanks at its ends; null where nothing is left.
function trimmed(text, start, end) {
  const words = text.slice(start, end);
  const left = words.length - words.trimStart().length;
  const right = words.length - words.trimEnd().length;
  return left + right < words.length ? { start: start + left, end: end - right } : null;
}

// Where quoted words stand in the text from which they were taken.
function placeOf(text, { quote, prefix, suffix }) {
  let first = null;
  for (let start = text.indexOf(quote); quote && start >= 0; start = text.indexOf(quote, start + 1)) {
    const end = start + quote.length;
    first = first || { start, end };
    if (text.slice(0, start).endsWith(prefix || "") && text.slice(end).startsWith(suffix || "")) return { start, end };
  }
  return first;
}

function shortened(text, most = 60) {
  const line = oneLine(text);
  const characters = Array.from(line);
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join("")}…`;
}
