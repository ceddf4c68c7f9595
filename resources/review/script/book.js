// What a mentor wrote. What was not sent yet is changed as any text is; what was sent stays, and a change or a
// withdrawal is one more version.
//
// `kept` are the ids of what lay unsent in a copy of the page that was opened. An answer may have been saved from the
// page after the copy was, and nothing here knows of it; so their ids are not used again for other words.

const NOTHING = { author: "", comments: [], sent: new Set(), kept: new Set() };

function says(comment) {
  switch (comment.kind) {
    case "withdrawn": return true;
    case "rating": return Boolean(comment.level);
    case "suggestion": return Boolean((comment.proposed || "").trim() || (comment.text || "").trim() || comment.quote);
    default: return Boolean((comment.text || "").trim());
  }
}

function found(book, id) {
  return book.comments.find((comment) => comment.id === id) || null;
}

function current(book) {
  const revised = new Set(book.comments.map((comment) => comment.revises));
  return book.comments.filter((comment) => !revised.has(comment.id) && comment.kind !== "withdrawn");
}

function unsent(book) {
  return book.comments.filter((comment) => !book.sent.has(comment.id) && says(comment));
}

// All that was ever said, so that one answer alone is enough.
function toSend(book) {
  return book.comments.filter((comment) => book.sent.has(comment.id) || says(comment));
}

function say(book, comment) {
  return { ...book, comments: [...book.comments, comment] };
}

function without(book, id) {
  return { ...book, comments: book.comments.filter((comment) => comment.id !== id) };
}

// Gives the book and the id under which the words stand now.
function change(book, id, fields, now) {
  const comment = found(book, id);
  if (!comment || Object.keys(fields).every((name) => (comment[name] || "") === (fields[name] || ""))) {
    return [book, id];
  }
  if (book.sent.has(id)) {
    const version = { ...comment, ...fields, id: newId(), revises: id, written_at: now };
    return [say(book, version), version.id];
  }
  const before = book.kept.has(id) ? { id: newId(), revises: comment.revises || id } : {};
  const altered = { ...comment, ...fields, ...before, written_at: now };
  const comments = book.comments.map((each) => (each.id === id ? altered : each));
  return [{ ...book, comments }, altered.id];
}

function takeBack(book, id, now) {
  const comment = found(book, id);
  if (!comment) return book;
  const left = book.sent.has(id) ? book : without(book, id);
  const last = book.sent.has(id) ? comment : found(left, comment.revises);
  if (!last) return left;
  const { record, of_table, field } = last;
  return say(left, { id: newId(), revises: last.id, record, of_table, field, kind: "withdrawn", written_at: now });
}

function allSent(book) {
  return { ...book, sent: new Set(toSend(book).map((comment) => comment.id)) };
}

// A UUID of version 7 (RFC 9562, 5.7).
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const milliseconds = Date.now();
  for (let place = 0; place < 6; place++) bytes[place] = Math.floor(milliseconds / 2 ** (8 * (5 - place))) % 256;
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return hexOf(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

// Moments as texts that sort, in UTC to the microsecond; never the same twice, so that versions have an order.
function clock(after) {
  let last = after;
  return () => {
    last = Math.max(Date.now() * 1000, last + 1);
    const second = new Date(Math.floor(last / 1000)).toISOString().slice(0, 20);
    return `${second}${String(last % 1_000_000).padStart(6, "0")}Z`;
  };
}

function newest(book) {
  return book.comments.reduce((last, each) => Math.max(last, (Date.parse(each.written_at) + 1) * 1000 || 0), 0);
}
