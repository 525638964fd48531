// Hands files over, a slice at a time. Stands before pick.js and camera.js; `const turn` stands before it, so that two
// hand-overs at a time do not take each other's answers.
const SLICE = 192 * 1024;
const base64 = (bytes) => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
};
// Each answer says whether to go on: nothing is sent before the slice before it is sealed. The answer comes as a call of
// its own, since waiting in dioxus.recv() for what is not there yet stops the page in the browser build (dioxus 0.7.10).
const goes = (piece) => new Promise((done) => {
  (window.handOvers ??= {})[turn] = (go) => { delete window.handOvers[turn]; done(go === true); };
  dioxus.send(piece);
});
// `bytes`: a file, or what becomes one. Nothing: there turned out to be none.
const handOver = async (name, bytes) => {
  if (!await goes({ kind: "file", name, size: bytes.size })) return;
  let whole = true;
  try {
    const file = await bytes;
    for (let at = 0; whole && at < file.size; at += SLICE) {
      const slice = new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer());
      whole = await goes({ kind: "slice", data: base64(slice) });
    }
  } catch {
    await goes({ kind: "unreadable" });
    whole = false;
  }
  if (whole) await goes({ kind: "end" });
};
