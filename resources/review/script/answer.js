// The answer: its JSON, the proof that it was made from this share, and the same as text for a mail.

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const pairs = Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
  return `{${pairs.join(",")}}`;
}

function answerOf(given, book, moment) {
  const plain = {
    ...given.head,
    author: book.author,
    written_at: moment,
    written_by: given.program,
    comments: toSend(book).map((comment) => entryOf(given.fields, comment)),
  };
  plain.proof = hexOf(hmac(bytesOf(given.key), utf8(canonical(plain))));
  return JSON.stringify(plain, null, 1);
}

// Only the fields that an answer knows, in its order, and none that is empty.
function entryOf(fields, comment) {
  const filled = fields.filter((name) => comment[name]).map((name) => [name, comment[name]]);
  return Object.fromEntries([["id", comment.id], ...filled]);
}

function armoured(block, text) {
  const letters = btoa(Array.from(utf8(text), (byte) => String.fromCharCode(byte)).join(""))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const lines = letters.match(new RegExp(`.{1,${block.width}}`, "g")) || [];
  return [block.begin, ...lines, block.end, ""].join("\n");
}
