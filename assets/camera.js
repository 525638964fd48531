// Shows what the camera sees, and hands over each photo. Run through `document::eval`, after hand_over.js; it speaks with
// `src/ui/pick/camera.rs`. Whatever ends it, the camera is let go at once: the phone shows a mark as long as it is held.
window.cameraStop?.();
let stream;
let facing = "environment";
let closed = false;
let handed = Promise.resolve();
let stop;
const letGo = (what) => what?.getTracks().forEach((track) => track.stop());
const ended = new Promise((done) => { stop = () => { closed = true; letGo(stream); done(); }; });
const hides = () => { if (document.hidden && stream) stop(); };
window.addEventListener("pagehide", stop, { once: true });
document.addEventListener("visibilitychange", hides);
const finder = () => document.querySelector("video[data-viewfinder]");
// A photo is one frame of the film that the camera gives, so the largest is asked for.
const open = async () => {
  const video = { facingMode: facing, width: { ideal: 3840 }, height: { ideal: 2160 } };
  const given = await navigator.mediaDevices.getUserMedia({ video });
  // It was closed while the phone asked.
  if (closed) return letGo(given);
  stream = given;
  stream.getTracks().forEach((track) => track.addEventListener("ended", stop, { once: true }));
};
const show = () => {
  const video = finder();
  if (!video || closed || video.srcObject === stream) return;
  video.muted = true;
  video.srcObject = stream;
  video.play().catch(() => {});
  video.parentElement.scrollIntoView({ block: "nearest" });
};
// Some phones have one camera open at a time. Where the other does not come, the first is opened again.
const turnRound = async () => {
  letGo(stream);
  for (const next of [facing === "user" ? "environment" : "user", facing]) {
    facing = next;
    try {
      await open();
      return show();
    } catch { /* the next one */ }
  }
  stop();
};
const two = (number) => String(number).padStart(2, "0");
// The photo has no time in it, so its name has: the phone's own, at the tap.
const name = () => {
  const now = new Date();
  const [day, time] = [[now.getMonth() + 1, now.getDate()], [now.getHours(), now.getMinutes(), now.getSeconds()]];
  return `photo ${now.getFullYear()}-${day.map(two).join("-")} ${time.map(two).join(".")}.jpg`;
};
const shoot = () => {
  const video = finder();
  // Before the first frame there is nothing to take.
  if (!video || closed || video.videoWidth === 0) return;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
  const onto = canvas.getContext("2d");
  onto?.drawImage(video, 0, 0);
  const taken = new Promise((done) => (onto ? canvas.toBlob(done, "image/jpeg", 0.92) : done(null)));
  const called = name();
  handed = handed.then(async () => {
    const photo = await taken;
    canvas.width = canvas.height = 0;
    await handOver(called, photo);
    dioxus.send({ kind: "done" });
  });
};
Object.assign(window, { cameraStop: stop, cameraShow: show, cameraShoot: shoot, cameraTurn: turnRound });
try {
  await open();
  if (!closed) dioxus.send({ kind: "sees" });
  await ended;
  await handed;
  dioxus.send({ kind: "closed" });
} catch (error) {
  const refused = error?.name === "NotAllowedError" || error?.name === "SecurityError";
  dioxus.send({ kind: refused ? "refused" : "no_camera" });
}
window.removeEventListener("pagehide", stop);
document.removeEventListener("visibilitychange", hides);
if (window.cameraStop === stop) for (const one of ["Stop", "Show", "Shoot", "Turn"]) delete window[`camera${one}`];
