// What was written, beside the text that it is about and in the list at the end.

function renderCards() {
  for (const part of document.querySelectorAll(".cards")) part.remove();
  const standing = current(app.book);
  for (const comment of standing) {
    const place = placeAt(comment.record, comment.field);
    if (app.editor && app.editor.id === comment.id) continue;
    partOf(notesOf(rowOf(place)), "cards").append(cardOf(comment, place));
  }
  tidyNotes();
  renderMarks(standing);
  renderList(standing);
  renderCounts();
}

// A row that holds cards has a button for one more; one that holds nothing any more has no margin.
function tidyNotes() {
  for (const notes of document.querySelectorAll(".notes")) {
    const row = notes.parentElement;
    const cards = notes.querySelector(":scope > .cards");
    if (cards && !row.matches(".head")) {
      const passage = row.querySelector("[data-field]");
      cards.append(button(words("comment"), () => write("comment", placeOfPassage(passage)), {
        class: "quiet-button", "aria-label": words("comment_on", { name: nameOfPlace(placeOfPassage(passage)) }),
      }));
    }
    for (const part of Array.from(notes.children)) if (!part.childElementCount && part.id !== "offer") part.remove();
    if (!notes.childElementCount) notes.remove();
  }
}

// Words that somebody said something about are underlined, those of the open box among them.
function renderMarks(standing) {
  for (const passage of app.marked) mark(passage, []);
  const marks = new Map();
  const add = (passage, comment) => {
    const part = passage && comment.quote ? placeOf(passage.textContent, comment) : null;
    if (part) marks.set(passage, [...(marks.get(passage) || []), part]);
  };
  for (const comment of standing) {
    if (!app.editor || app.editor.id !== comment.id) add(placeAt(comment.record, comment.field).passage, comment);
  }
  if (app.editor?.part) add(app.editor.place.passage, app.editor.part);
  for (const [passage, parts] of marks) mark(passage, parts);
  app.marked = Array.from(marks.keys());
}

function cardOf(comment, place) {
  const about = nameOfAbout(comment, place);
  const name = `${words(`is_${comment.kind}`)}: ${gist(comment)}`;
  const gone = isSaid(comment) ? "withdraw" : "delete";
  return make("div", { class: "card", id: `card-${comment.id}`, tabindex: "-1", role: "group", "aria-label": name },
    make("p", { class: "card-head" }, make("strong", {}, words(`is_${comment.kind}`)),
      about ? ` ${words("on_part", { part: about })}` : "",
      make("span", { class: "state" }, words(stateOf(comment)))),
    ...bodyOf(comment),
    make("div", { class: "buttons" },
      button(words("edit"), () => edit(comment.id), { "aria-label": words("edit_this", { words: gist(comment) }) }),
      button(words(gone), () => remove(comment.id), {
        class: "quiet-button", "aria-label": words(`${gone}_this`, { words: gist(comment) }),
      })));
}

function nameOfAbout(comment, { piece, passage }) {
  if (passage) return passage.dataset.label;
  return piece && piece.matches(".slight") ? piece.dataset.name : "";
}

function stateOf(comment) {
  if (app.book.sent.has(comment.id)) return "sent";
  return comment.revises ? "changed" : "not_sent";
}

function bodyOf(comment) {
  const body = [];
  if (comment.kind === "suggestion") {
    const { passage } = placeAt(comment.record, comment.field);
    const old = comment.quote || (passage ? passage.textContent : "");
    body.push(make("p", { class: "change", dir: "auto" },
      make("span", { class: "hidden" }, `${words("old_words")}: `), make("del", {}, old), " ",
      make("span", { class: "hidden" }, `${words("new_words")}: `),
      comment.proposed ? make("ins", {}, comment.proposed) : make("em", {}, words("take_out"))));
  } else if (comment.quote) {
    body.push(make("blockquote", { dir: "auto" }, comment.quote));
  }
  if (comment.level) body.push(make("p", { class: "level-name", dir: "auto" }, levelTitle(comment.level)));
  if (comment.text) body.push(make("p", { class: "said", dir: "auto" }, comment.text));
  return body;
}

function levelTitle(id) {
  const level = Object.values(given.levels).flat().find((each) => each.id === id);
  return level ? level.title : "";
}

function gist(comment) {
  const rated = comment.level ? levelTitle(comment.level) : "";
  return shortened(rated || comment.text || comment.proposed || comment.quote || words("take_out"));
}

function edit(id) {
  const comment = found(app.book, id);
  if (!comment) return;
  const { quote, prefix = "", suffix = "", kind, text = "", proposed = "", level = "" } = comment;
  const part = quote ? { quote, prefix, suffix } : null;
  openEditor({ id, kind, place: placeAt(comment.record, comment.field), part, text, proposed, level });
}

// Takes a comment away, as if it had not been written where it was not sent; either can be undone.
function remove(id) {
  const before = app.book;
  const comment = found(before, id);
  const after = takeBack(before, id, app.now());
  const row = rowOf(placeAt(comment.record, comment.field));
  store(after);
  renderCards();
  tell(words(after.comments.length < before.comments.length ? "deleted" : "withdrawn"), () => {
    store(before);
    renderCards();
    tell(words("brought_back"));
    document.getElementById(`card-${id}`)?.focus();
  });
  (row.querySelector(".tools button") || document.getElementById("undo")).focus();
}

function renderList(standing) {
  const rows = new Map(Array.from(document.querySelectorAll(".row"), (row, place) => [row, place]));
  const placed = standing.map((comment) => ({ comment, place: placeAt(comment.record, comment.field) }));
  placed.sort((one, other) => rows.get(rowOf(one.place)) - rows.get(rowOf(other.place)));
  const list = document.getElementById("written");
  list.replaceChildren(...placed.map(({ comment, place }) => make("li", {},
    make("a", { href: `#card-${comment.id}`, click: (event) => {
      event.preventDefault();
      closeEditor(false);
      const card = document.getElementById(`card-${comment.id}`);
      card.focus();
      card.scrollIntoView({ block: "center" });
    }, "aria-label": words("go_to", { words: gist(comment) }), dir: "auto" },
    make("strong", {}, words(`is_${comment.kind}`)), ` ${gist(comment)}`),
    make("span", { class: "quiet", dir: "auto" }, `${nameOfPlace(place)} · ${words(stateOf(comment))}`))));
  document.getElementById("nothing").hidden = placed.length > 0;
}

function renderCounts() {
  const all = current(app.book).length;
  const left = unsent(app.book).length;
  document.getElementById("counts").replaceChildren(
    make("span", {}, words("written", { count: all })), make("span", {}, words("unsent", { count: left })));
}
