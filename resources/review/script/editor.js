// The box in which one thing is said. What is typed counts at once: nothing waits for a button, and leaving the box
// loses nothing. One box is open at a time.

function openEditor(start) {
  closeEditor(false);
  const row = rowOf(start.place);
  const editor = { text: "", proposed: "", level: "", part: null, id: "", opener: document.activeElement, ...start };
  editor.isNew = !editor.id;
  editor.base = start.place.piece ? start.place.piece.closest(".piece") : null;
  editor.box = make("div", { class: "editor", role: "group", "aria-label": headOf(editor), keydown: (event) => {
    if (event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      closeEditor();
    }
  } });
  app.editor = editor;
  partOf(notesOf(row), "writing").append(editor.box);
  draw(editor);
  renderCards();
  firstControl(editor).focus();
  editor.box.scrollIntoView({ block: "nearest" });
}

function firstControl({ box, kind }) {
  if (kind === "rating") return box.querySelector("input:checked") || box.querySelector("input");
  return box.querySelector(kind === "suggestion" ? "#e-new" : "#e-text");
}

function headOf(editor) {
  const name = nameOfPlace(editor.place);
  switch (editor.kind) {
    case "rating": return words("your_rating", { name });
    case "testimonial": return words("your_praise", { name });
    case "three_words": return words("your_three");
    default: return words("comment_on", { name });
  }
}

function closeEditor(moveFocus = true) {
  const editor = app.editor;
  if (!editor) return;
  app.editor = null;
  editor.box.remove();
  renderCards();
  if (!moveFocus) return;
  const card = editor.id ? document.getElementById(`card-${editor.id}`) : null;
  if (card) card.focus();
  else if (editor.opener && editor.opener.isConnected) editor.opener.focus();
  tell(words(card ? "kept" : "nothing_written"));
}

// Draws the box anew, and leaves the focus where it was.
function draw(editor) {
  const at = editor.box.contains(document.activeElement) ? document.activeElement.id : "";
  const foot = make("div", { class: "buttons" },
    button(words("done"), () => closeEditor()),
    button(words(isSaid(editor) ? "withdraw" : "delete"), () => removeFrom(editor), { class: "quiet-button" }));
  editor.box.setAttribute("aria-label", headOf(editor));
  editor.box.replaceChildren(...CONTROLS[editor.kind](editor), foot);
  if (at) document.getElementById(at)?.focus();
}

// Whether some version of it was sent.
function isSaid({ id }) {
  const comment = found(app.book, id);
  return comment !== null && (app.book.sent.has(id) || Boolean(comment.revises));
}

const CONTROLS = {
  comment: commentControls,
  suggestion: commentControls,
  rating: ratingControls,
  testimonial: (editor) => [textControl(editor, headOf(editor), words("praise_hint"))],
  three_words: (editor) => [threeControl(editor)],
};

function commentControls(editor) {
  const suggests = editor.kind === "suggestion";
  return [
    aboutControl(editor),
    isQuotable(editor.place) ? howControl(editor) : null,
    isQuotable(editor.place) ? wordsControl(editor) : null,
    suggests ? newWordsControl(editor) : null,
    textControl(editor, words(suggests ? "why" : "your_comment")),
  ].filter((control) => control !== null);
}

function aboutControl(editor) {
  const places = editor.isNew && editor.base ? placesIn(editor.base) : [];
  if (places.length < 2) return make("p", { class: "quiet", dir: "auto" }, headOf(editor));
  const same = (place) => place.piece === editor.place.piece && place.passage === editor.place.passage;
  const options = places.map((place, n) => make("option", { value: n, selected: same(place) }, labelOf(place)));
  const control = make("select", { change: () => {
    editor.place = places[Number(control.value)];
    editor.part = null;
    if (editor.kind === "suggestion") {
      editor.kind = isQuotable(editor.place) ? "suggestion" : "comment";
      editor.proposed = oldWords(editor);
    }
    keep(editor);
    draw(editor);
    renderMarks(current(app.book));
  } }, ...options);
  return labelled("e-about", words("about"), control);
}

// The record, its passages, and what stands below it without a heading of its own.
function placesIn(base) {
  const places = [{ piece: base, passage: null }];
  for (const passage of base.querySelectorAll("[data-field]")) {
    if (passage.closest(".piece") !== base) continue;
    const piece = passage.closest("[data-record]");
    if (places[places.length - 1].piece !== piece) places.push({ piece, passage: null });
    places.push({ piece, passage });
  }
  return places;
}

function labelOf({ piece, passage }) {
  if (!passage) return words("whole_record", { name: shortened(piece.dataset.name) });
  return `${passage.dataset.label}: ${shortened(passage.textContent, 40)}`;
}

function howControl(editor) {
  const choice = (kind, text) => {
    const control = make("input", { type: "radio", name: "e-how", id: `e-how-${kind}`, change: () => {
      if (kind === "suggestion" && !editor.proposed) editor.proposed = oldWords(editor);
      editor.kind = kind;
      keep(editor);
      draw(editor);
    } });
    control.checked = editor.kind === kind;
    return make("label", { class: "choice" }, control, " ", words(text));
  };
  return make("fieldset", {}, make("legend", {}, words("how")),
    choice("comment", "say_something"), choice("suggestion", "other_words"));
}

// Which words it is about. The text can be gone through by keys, and none of it can be changed.
function wordsControl(editor) {
  const text = editor.place.passage.textContent;
  const shown = editor.part ? words("about_words", { words: shortened(editor.part.quote, 200) }) : words("about_all");
  const area = make("textarea", {
    "aria-readonly": "true", inputmode: "none", rows: Math.min(8, 2 + Math.ceil(text.length / 40)), dir: "auto",
    beforeinput: (event) => event.preventDefault(),
  });
  area.value = text;
  const take = () => {
    const part = trimmed(text, area.selectionStart, area.selectionEnd);
    if (!part) return tell(words("no_words"));
    return setPart(editor, around(text, part.start, part.end, given.around));
  };
  const label = words("text_of", { part: editor.place.passage.dataset.label });
  const chosen = make("p", { class: "chosen", dir: "auto" }, shown);
  const choosing = make("details", { open: editor.isChoosing || false, toggle: () => { editor.isChoosing = choosing.open; } },
    make("summary", { id: "e-choose" }, words("choose_words")),
    labelled("e-words", label, area, words("choose_hint")),
    button(words("take_words"), take));
  const all = editor.part ? button(words("take_all"), () => setPart(editor, null), { class: "quiet-button" }) : null;
  return make("div", { class: "words" }, chosen, ...(all ? [all] : []), choosing);
}

function setPart(editor, part) {
  const untouched = editor.proposed === oldWords(editor);
  editor.part = part;
  editor.isChoosing = false;
  if (editor.kind === "suggestion" && untouched) editor.proposed = oldWords(editor);
  keep(editor);
  draw(editor);
  renderMarks(current(app.book));
  tell(part ? words("words_taken", { words: shortened(part.quote, 200) }) : words("about_all"));
  firstControl(editor).focus();
}

function oldWords(editor) {
  if (editor.part) return editor.part.quote;
  return isQuotable(editor.place) ? editor.place.passage.textContent : "";
}

function newWordsControl(editor) {
  const area = textArea(editor, "proposed", Math.min(10, 2 + Math.ceil(editor.proposed.length / 40)));
  return labelled("e-new", words("new_words"), area);
}

function textControl(editor, label, hint = "") {
  return labelled("e-text", label, textArea(editor, "text", 4), hint);
}

function textArea(editor, name, rows) {
  const area = make("textarea", { rows, dir: "auto", input: () => {
    const typed = cut(area.value, given.longest);
    if (typed !== area.value) {
      area.value = typed;
      tell(words("too_long", { most: given.longest }));
    }
    editor[name] = typed;
    keep(editor);
  } });
  area.value = editor[name];
  return area;
}

function threeControl(editor) {
  const line = make("input", {
    type: "text", autocomplete: "off", maxlength: 200, dir: "auto",
    input: () => { editor.text = line.value; keep(editor); },
    keydown: (event) => { if (event.key === "Enter" && !event.isComposing) closeEditor(); },
  });
  line.value = editor.text;
  return labelled("e-text", words("your_three"), line, words("three_hint"));
}

function ratingControls(editor) {
  const { framework, says: descriptors } = given.rated[editor.place.piece.dataset.record];
  const choices = given.levels[framework].map((level, n) => {
    const control = make("input", {
      type: "radio", name: "e-level", id: `e-level-${n}`, "aria-describedby": `e-says-${n}`,
      change: () => { editor.level = level.id; keep(editor); },
    });
    control.checked = editor.level === level.id;
    const about = make("span", { class: "says", id: `e-says-${n}`, dir: "auto" }, descriptors[level.id] || level.description);
    return make("div", { class: "choice level" }, control,
      make("div", {}, make("label", { for: control.id, dir: "auto" }, level.title), about));
  });
  return [
    make("fieldset", {}, make("legend", { dir: "auto" }, headOf(editor)), ...choices),
    textControl(editor, words("why_level")),
  ];
}

// What the box says now, as the fields of a comment; null where that is nothing.
function fieldsOf(editor) {
  const fields = {
    ...fieldsOfPlace(editor.place),
    ...(editor.part || { quote: "", prefix: "", suffix: "" }),
    kind: editor.kind,
    text: wellFormed(editor.text),
    proposed: editor.kind === "suggestion" ? wellFormed(editor.proposed) : "",
    level: editor.kind === "rating" ? editor.level : "",
  };
  const isSame = fields.kind === "suggestion" && fields.proposed === oldWords(editor) && !fields.text.trim();
  return isSame || !says(fields) ? null : fields;
}

function keep(editor) {
  const fields = fieldsOf(editor);
  if (!fields) return removeUnsent(editor);
  if (editor.id) {
    const [book, id] = change(app.book, editor.id, fields, app.now());
    editor.id = id;
    if (book !== app.book) store(book);
  } else {
    editor.id = newId();
    store(say(app.book, { ...fields, id: editor.id, written_at: app.now() }));
  }
  return undefined;
}

// An emptied box says nothing; what was sent before it stands again.
function removeUnsent(editor) {
  const comment = found(app.book, editor.id);
  if (!comment || app.book.sent.has(editor.id)) return;
  editor.id = found(app.book, comment.revises) ? comment.revises : "";
  store(without(app.book, comment.id));
}

function removeFrom(editor) {
  const { id } = editor;
  if (!id || !found(app.book, id)) return closeEditor();
  editor.id = "";
  editor.opener = rowOf(editor.place).querySelector("button:not(.editor *)") || editor.opener;
  closeEditor(false);
  remove(id);
  return undefined;
}
