// What was written is kept: in a copy of this page, in an answer, and, against a reload, in the session of the tab.

// A browser that saves the page by itself saves what was added to it as well.
for (const added of document.querySelectorAll(".added, .notes")) added.remove();
const underlined = Array.from(document.querySelectorAll("mark"), (each) => each.parentElement);
for (const passage of new Set(underlined)) passage.textContent = passage.textContent;

// The page as it came, before anything was added to it. Only the block with the book differs in a copy of it, so that
// the digests of its policy hold.
const bookBlock = document.getElementById("book");
const [pageBefore, pageAfter] = `<!doctype html>\n${document.documentElement.outerHTML}`.split(bookBlock.outerHTML);

function savePage() {
  const [opening, ending] = bookBlock.cloneNode().outerHTML.split(/(?=<.script>$)/);
  const page = [pageBefore, opening, harmless(JSON.stringify(plainBook(app.book, app.at))), ending, pageAfter].join("");
  const name = download(words("page_name", { title: given.title }), ".html", "text/html", page);
  app.isDirty = false;
  keepInSession();
  tell(words("page_saved", { file: name }));
}

// JSON in which nothing can end the block early.
function harmless(json) {
  return json.replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function plainBook({ author, comments, sent, kept }, at) {
  return { author, comments, sent: Array.from(sent), kept: Array.from(kept), at };
}

function bookOf({ author, comments, sent, kept }) {
  return { author, comments, sent: new Set(sent), kept: new Set(kept) };
}

function saveAnswer() {
  const text = finished();
  if (!text) return;
  const title = words("answer_name", { title: given.title, author: app.book.author });
  const name = download(title, given.suffix, "application/octet-stream", text);
  nowSent();
  tell(words("answer_saved", { file: name }));
}

function showText() {
  const text = finished();
  if (!text) return;
  const area = document.getElementById("answer-text");
  area.value = armoured(given.block, text);
  document.getElementById("text-panel").hidden = false;
  area.focus();
  area.select();
}

// A text that is only shown is not on its way: it counts as sent once it is copied.
async function copyText() {
  const area = document.getElementById("answer-text");
  area.focus();
  area.select();
  const { book } = app;
  const copied = await navigator.clipboard?.writeText(area.value).then(() => true, () => false);
  if (copied && app.book === book) nowSent(); // else more was written while the browser asked whether it may
  tell(words(copied || document.execCommand("copy") ? "copied" : "not_copied"));
}

// Copied by the keyboard, by the menu of the browser, or by the line above.
function textIsCopied({ target }) {
  const copied = target.value.slice(target.selectionStart, target.selectionEnd);
  if (copied.trim() === target.value.trim()) nowSent();
}

// The answer as JSON; empty, with a word about it, where it cannot be made yet.
function finished() {
  closeEditor(false);
  renderName(true);
  if (!app.book.author) {
    document.getElementById("name").focus();
    return "";
  }
  const all = toSend(app.book);
  const text = all.length ? answerOf(given, app.book, app.now()) : "";
  if (!all.length) tell(words("nothing_to_send"));
  else if (all.length > given.most) tell(words("too_many", { most: given.most }));
  else if (utf8(text).length > given.largest) tell(words("too_large", { most: given.largest / 1_000_000 }));
  else return text;
  return "";
}

function nowSent() {
  app.book = allSent(app.book);
  app.at = Date.now();
  app.isDirty = false;
  keepInSession();
  renderCounts();
  offerUndo(null);
  renderCards();
  renderName();
}

// Gives the name under which the browser is asked to save it.
function download(title, suffix, type, text) {
  const name = `${cut(oneLine(title.replace(/[\\/:*?"<>|]/g, " ")), 100).trim()}${suffix}`;
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = make("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return name;
}

// The session of the tab, which ends with it. Not the storage that lasts: in some browsers all pages opened from files
// share it, and words about a person would stay on a machine that may be everybody's.
const SESSION = `leaderplan-review-${given.head.share}`;

function keepInSession() {
  try {
    sessionStorage.setItem(SESSION, JSON.stringify({ ...plainBook(app.book, app.at), isDirty: app.isDirty }));
  } catch {
    return; // full, or not allowed here: the page and the answer can still be saved
  }
}

function fromSession() {
  try {
    return JSON.parse(sessionStorage.getItem(SESSION));
  } catch {
    return null;
  }
}
