// Records sound and hands it over, about a second at a time. Run through `document::eval`; it speaks with `src/ui/listen`.
// Whatever ends it, the microphone is let go at once: the phone shows a mark as long as it is held.
window.listenStop?.();
const send = (piece) => dioxus.send(piece);
let stream;
let unwanted = false;
const early = () => { unwanted = true; };
window.listenStop = early;
try {
  stream = await navigator.mediaDevices.getUserMedia({ audio: true });
} catch (error) {
  const refused = error?.name === "NotAllowedError" || error?.name === "SecurityError";
  send({ kind: refused ? "refused" : "no_microphone" });
  return;
}
const letGo = () => stream.getTracks().forEach((track) => track.stop());
// It was stopped while the phone asked.
if (unwanted) {
  letGo();
  return;
}
// What most computers open with nothing installed comes first.
const form = ["audio/mp4;codecs=mp4a.40.2", "audio/mp4", "audio/webm;codecs=opus", "audio/ogg;codecs=opus"]
  .find((type) => globalThis.MediaRecorder?.isTypeSupported(type));
if (!form) {
  letGo();
  send({ kind: "no_microphone" });
  return;
}
const recorder = new MediaRecorder(stream, { mimeType: form, audioBitsPerSecond: 64000 });
const base64 = (bytes) => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
};
const stop = () => {
  if (recorder.state !== "inactive") recorder.stop();
  letGo();
};
window.listenStop = stop;
window.addEventListener("pagehide", stop, { once: true });
// Pieces wait for each other: each is on the disk before the next one is sent. As in pick.js, the answer comes as a call.
let before = Promise.resolve(true);
const goes = (piece) => new Promise((done) => {
  window.listenAnswer = (go) => { delete window.listenAnswer; done(go === true); };
  send(piece);
});
recorder.ondataavailable = ({ data }) => {
  if (data.size === 0) return;
  before = before.then(async (went) => {
    if (!went) return false;
    const go = await goes({ kind: "piece", data: base64(new Uint8Array(await data.arrayBuffer())) });
    if (!go) stop();
    return go;
  });
};
const ended = new Promise((done) => { recorder.onstop = done; recorder.onerror = () => { stop(); done(); }; });
stream.getTracks().forEach((track) => track.addEventListener("ended", stop, { once: true }));
send({ kind: "begins", name: form.startsWith("audio/mp4") ? "sound.m4a" : form.startsWith("audio/ogg") ? "sound.ogg" : "sound.webm" });
recorder.start(1000);
await ended;
if (window.listenStop === stop) delete window.listenStop;
if (await before) send({ kind: "end" });
