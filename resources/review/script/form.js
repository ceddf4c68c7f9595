// The form: what is added to the document so that it can be answered.

const app = { book: NOTHING, at: 0, now: clock(0), isDirty: false, editor: null, marked: [], undo: null, picked: null };

function store(book) {
  app.book = book;
  app.at = Date.now();
  app.isDirty = true;
  keepInSession();
  renderCounts();
  offerUndo(null); // it would take back what was written since as well
  document.getElementById("text-panel").hidden = true; // the text in it is no longer all that was said
}

// Says what happened, to the eye and to a screen reader, with a way back where there is one.
function tell(text, undo = null) {
  document.getElementById("status").textContent = text;
  offerUndo(undo);
}

function offerUndo(undo) {
  app.undo = undo;
  document.getElementById("undo").hidden = !undo;
}

function load() {
  const copy = JSON.parse(document.getElementById("book").textContent);
  const session = fromSession();
  const isBack = Boolean(session) && session.at >= copy.at && session.comments.length > 0;
  const plain = isBack ? session : { ...copy, kept: copy.comments.map((comment) => comment.id) };
  app.book = bookOf({ ...plain, author: plain.author || oneLine(given.mentor) });
  app.book.kept = new Set(Array.from(app.book.kept).filter((id) => !app.book.sent.has(id)));
  app.at = plain.at;
  app.isDirty = isBack && session.isDirty;
  app.now = clock(newest(app.book));
  return isBack && app.isDirty;
}

function addOpening() {
  const name = make("input", { type: "text", autocomplete: "name", maxlength: given.longest_line, dir: "auto",
    "aria-errormessage": "name-trouble",
    input: () => {
      store({ ...app.book, author: oneLine(name.value) });
      renderName();
    } });
  name.value = app.book.author;
  const control = labelled("name", words("your_name"), name, words("name_hint"));
  control.classList.add("added");
  control.append(make("p", { id: "name-trouble", class: "trouble", role: "alert" }));
  const whole = make("div", { class: "row head added", id: "whole" }, make("h2", {}, words("whole_plan")));
  partOf(notesOf(whole), "tools").append(
    button(words("comment"), () => write("comment", { piece: null, passage: null }),
      { "aria-label": words("comment_plan") }),
    button(words("three_words"), () => write("three_words", { piece: null, passage: null })));
  const opening = document.getElementById("opening");
  opening.querySelector(".quiet").before(make("p", { class: "how added" }, words("how_to")));
  opening.append(control, whole);
}

// Under another name the planner would take what was sent for the words of somebody else.
function renderName(isWanted = false) {
  const name = document.getElementById("name");
  const isMissing = isWanted && !app.book.author;
  name.setAttribute("aria-invalid", isMissing ? "true" : "false");
  document.getElementById("name-trouble").textContent = isMissing ? words("name_missing") : "";
  name.readOnly = app.book.sent.size > 0;
  document.getElementById("name-hint").textContent = words(name.readOnly ? "name_fixed" : "name_hint");
}

function addTools() {
  for (const piece of document.querySelectorAll(".piece")) {
    const { name, table, record } = piece.dataset;
    const place = { piece, passage: null };
    const tools = partOf(notesOf(rowOf(place)), "tools");
    tools.append(button(words("comment"), () => write("comment", place), { "aria-label": words("comment_on", { name }) }));
    if (given.praised.includes(table)) {
      tools.append(button(words("praise"), () => write("testimonial", place),
        { "aria-label": words("praise_this", { name }) }));
    }
    if (given.rated[record]?.framework && given.levels[given.rated[record].framework]?.length) {
      tools.append(button(words("rate"), () => write("rating", place), { "aria-label": words("rate_this", { name }) }));
    }
  }
}

// Opens the box; there is one rating of a competency, one testimonial on a work, and three words are said once.
function write(kind, place, part = null) {
  const { record } = fieldsOfPlace(place);
  const isOnce = ["rating", "testimonial", "three_words"].includes(kind);
  const same = current(app.book).find((each) => isOnce && each.kind === kind && (each.record || "") === record);
  if (same) edit(same.id);
  else openEditor({ kind, place, part });
}

// A button follows the pointer and the selection, for what has none of its own: a passage, and words of it.
function addOffer() {
  const keepSelection = (event) => event.preventDefault();
  const offer = button("", () => {
    const { passage, start, end } = app.picked;
    offer.remove();
    document.getSelection().removeAllRanges();
    comment(passage, end ? around(passage.textContent, start, end, given.around) : null);
  }, { id: "offer", class: "added", pointerdown: keepSelection, mousedown: keepSelection });

  const show = (picked) => {
    app.picked = picked;
    offer.textContent = words(picked.end ? "comment_words" : "comment");
    if (picked.end) offer.removeAttribute("aria-label");
    else offer.setAttribute("aria-label", words("comment_on", { name: nameOfPlace(placeOfPassage(picked.passage)) }));
    const row = picked.passage.closest(".row");
    const home = row.querySelector(".editor") || row.querySelector(":scope > .notes") || row;
    if (offer.parentElement === home) return;
    if (home.matches(".editor")) home.prepend(offer);
    else home.append(offer);
  };
  document.addEventListener("selectionchange", () => {
    const chosen = selectedWords();
    if (chosen) show(chosen);
    else if (app.picked?.end && document.activeElement !== offer) offer.remove();
  });
  document.getElementById("plan").addEventListener("pointerover", (event) => {
    const row = event.target.closest(".row");
    if (event.buttons || event.target === offer || (offer.isConnected && selectedWords())) return;
    const passage = row ? event.target.closest("[data-field]") || row.querySelector("[data-field]") : null;
    if (passage && !row.querySelector(":scope > .notes")) show({ passage, start: 0, end: 0 });
    else offer.remove();
  });
}

// About a passage, or words of it; where its box is open already, it is the box that is about these words.
function comment(passage, part) {
  const { editor } = app;
  const isOpen = editor && editor.place.passage === passage && ["comment", "suggestion"].includes(editor.kind);
  if (isOpen && part) setPart(editor, part);
  else write("comment", placeOfPassage(passage), part);
}

function addAnswer() {
  const explained = (name, click, isPrimary = false) => make("div", { class: "way" },
    button(words(name), click, { class: isPrimary ? "primary" : null }), make("p", { class: "quiet" }, words(`${name}_hint`)));
  const area = make("textarea", { readonly: true, rows: 8, spellcheck: "false", class: "block", copy: textIsCopied });
  const answer = make("section", { id: "answer", "aria-labelledby": "answer-name", class: "chapter added" },
    make("h2", { id: "answer-name", tabindex: "-1" }, words("your_answer")),
    make("h3", {}, words("what_you_wrote")),
    make("p", { id: "nothing", class: "quiet" }, words("nothing_yet")),
    make("ul", { id: "written" }),
    explained("save_answer", saveAnswer, true),
    explained("show_text", showText),
    make("div", { id: "text-panel", hidden: true },
      labelled("answer-text", words("the_text"), area), button(words("copy"), copyText)),
    explained("save_page", savePage));
  const bar = make("div", { id: "bar", class: "added", role: "region", "aria-label": words("what_you_wrote") },
    make("a", { href: "#answer-name", id: "counts" }),
    make("p", { id: "status", role: "status" }),
    button(words("undo"), () => app.undo?.(), { id: "undo", hidden: true }),
    make("div", { class: "buttons" },
      button(words("save_page_short"), savePage, { "aria-label": `${words("save_page_short")}: ${words("save_page")}` }),
      button(words("save_answer"), saveAnswer, { class: "primary" })));
  document.getElementById("plan").after(answer, bar);
}

function start() {
  const isBack = load();
  addOpening();
  addTools();
  addAnswer();
  addOffer();
  renderName();
  renderCards();
  if (isBack) tell(words("restored"));
  addEventListener("keydown", (event) => {
    if (event.key !== "s" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault(); // the browser's own copy would hold no comments
    savePage();
  });
  addEventListener("beforeunload", (event) => {
    if (!app.isDirty || !unsent(app.book).length) return;
    event.preventDefault();
    event.returnValue = words("leave"); // what older browsers want to see; all of them say it in their own words
  });
}

start();
