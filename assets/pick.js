// Picks files and hands them over, a slice at a time. Run through `document::eval`; it speaks with `src/ui/pick`.
// The input stands outside the app's root, so that the root does not take its events, and goes as soon as it has answered.
for (const old of document.querySelectorAll("input[data-pick]")) old.remove();
const input = document.createElement("input");
input.type = "file";
input.multiple = true;
input.dataset.pick = "";
input.style.display = "none";
document.body.appendChild(input);
const files = await new Promise((done) => {
  input.addEventListener("change", () => done([...input.files]));
  input.addEventListener("cancel", () => done([]));
  input.click();
});
input.remove();
const SLICE = 192 * 1024;
const base64 = (bytes) => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
};
// In a browser `dioxus.recv` spins for ever if no answer has come within 50 ms or the answer is no (dioxus-liveview 0.7.10,
// src/query.rs), and the page with it. There the queue behind it is read instead.
const answer = typeof _message_queue === "undefined" ? () => dioxus.recv() : async () => {
  while (_message_queue.length === 0) await new Promise((go) => setTimeout(go, 4));
  return _message_queue.shift();
};
// Each answer says whether to go on: nothing is sent before the slice before it is sealed.
const goes = async (piece) => { dioxus.send(piece); return (await answer()) === true; };
for (const file of files) {
  if (!await goes({ kind: "file", name: file.name, size: file.size })) continue;
  let whole = true;
  for (let at = 0; whole && at < file.size; at += SLICE) {
    try {
      const bytes = new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer());
      whole = await goes({ kind: "slice", data: base64(bytes) });
    } catch {
      await goes({ kind: "unreadable" });
      whole = false;
    }
  }
  if (whole) await goes({ kind: "end" });
}
dioxus.send({ kind: "done" });
