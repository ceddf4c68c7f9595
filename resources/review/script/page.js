// The page: what of the document is what, and the means to make more of it. Text is put in as text, never as markup.

const given = JSON.parse(document.getElementById("given").textContent);
const pieces = new Map(Array.from(document.querySelectorAll("[data-record]"), (piece) => [piece.dataset.record, piece]));

function words(name, filled = {}) {
  return given.words[name].replace(/\{(\w+)\}/g, (_whole, key) => filled[key]);
}

function make(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

function button(text, click, properties = {}) {
  return make("button", { type: "button", click, ...properties }, text);
}

// A label and its control, with a hint below where there is one.
function labelled(id, text, control, hint = "") {
  control.id = id;
  if (hint) control.setAttribute("aria-describedby", `${id}-hint`);
  const below = hint ? make("p", { class: "quiet", id: `${id}-hint` }, hint) : null;
  return make("div", { class: "control" }, make("label", { for: id }, text), control, below);
}

// A place is what a comment can be about: the plan, a record, or a passage of it.
function placeAt(record, field) {
  const piece = pieces.get(record) || null;
  const passages = piece ? Array.from(piece.querySelectorAll("[data-field]")) : [];
  const own = passages.filter((each) => each.closest("[data-record]") === piece);
  return { piece, passage: own.find((each) => each.dataset.field === field) || null };
}

function placeOfPassage(passage) {
  return { piece: passage.closest("[data-record]"), passage };
}

function fieldsOfPlace({ piece, passage }) {
  return {
    record: piece ? piece.dataset.record : "",
    of_table: piece ? piece.dataset.table : "",
    field: passage ? passage.dataset.field : "",
  };
}

function nameOfPlace({ piece, passage }) {
  if (!piece) return words("whole_plan");
  return passage && !passage.classList.contains("title") ? `${piece.dataset.name}, ${passage.dataset.label}`
    : piece.dataset.name;
}

function isQuotable({ passage }) {
  return passage !== null && "quotable" in passage.dataset;
}

// The row of the document beside which a place is commented on.
function rowOf({ piece, passage }) {
  if (passage) return passage.closest(".row");
  if (!piece) return document.getElementById("whole");
  return piece.matches(".row") ? piece : piece.querySelector(".row");
}

// Where tools, cards and the editor of a row stand.
function notesOf(row) {
  const there = row.querySelector(":scope > .notes");
  if (there) return there;
  const notes = make("div", { class: "notes" });
  row.append(notes);
  return notes;
}

function partOf(notes, name) {
  const there = notes.querySelector(`:scope > .${name}`);
  if (there) return there;
  const part = make("div", { class: name });
  if (name === "tools") notes.prepend(part);
  else notes.append(part);
  return part;
}

// What is selected, as a part of one quotable passage; null where that is not what is selected.
function selectedWords() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const start = elementAt(range.startContainer).closest("[data-quotable]");
  if (!start) return null;
  const text = start.textContent;
  const from = lengthBefore(start, range.startContainer, range.startOffset);
  const ends = start.contains(range.endContainer);
  const to = ends ? lengthBefore(start, range.endContainer, range.endOffset) : text.length;
  const part = trimmed(text, from, to);
  return part ? { passage: start, ...part } : null;
}

function elementAt(node) {
  return node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
}

function lengthBefore(passage, node, offset) {
  const range = document.createRange();
  range.selectNodeContents(passage);
  range.setEnd(node, offset);
  return range.toString().length;
}

// Underlines parts of a passage; its text stays the same.
function mark(passage, parts) {
  const text = passage.textContent;
  const ends = new Set([0, text.length, ...parts.flatMap(({ start, end }) => [start, end])]);
  const cuts = Array.from(ends).sort((one, other) => one - other);
  passage.replaceChildren(...cuts.slice(1).map((end, place) => {
    const piece = text.slice(cuts[place], end);
    const within = parts.some((part) => part.start <= cuts[place] && end <= part.end);
    return within ? make("mark", {}, piece) : piece;
  }));
}
