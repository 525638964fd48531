// Shows what the camera sees, and hands over each photo. Run through `document::eval`, after hand_over.js; it speaks with
// `src/ui/pick/camera.rs`. Whatever ends it, the camera is let go at once: the phone shows a mark as long as it is held.
window.cameraStop?.();
let stream;
let facing = "environment";
let [closed, lost, turning, busy] = [false, false, false, false];
let handed = Promise.resolve();
let stop;
const finder = () => document.querySelector("video[data-viewfinder]");
const letGo = (what) => what?.getTracks().forEach((track) => track.stop());
const ended = new Promise((done) => {
  stop = () => {
    closed = true;
    letGo(stream);
    const video = finder();
    if (video) video.srcObject = null;
    done();
  };
});
// Another app took it, or it did not come back.
const lose = () => {
  lost = true;
  stop();
};
const hides = () => { if (document.hidden && stream) stop(); };
window.addEventListener("pagehide", stop, { once: true });
document.addEventListener("visibilitychange", hides);
// A photo is one frame of the film that the camera gives, so the largest is asked for.
const open = async (facingMode) => {
  const video = { facingMode, width: { ideal: 3840 }, height: { ideal: 2160 } };
  const given = await navigator.mediaDevices.getUserMedia({ video });
  // It was closed while the phone asked.
  if (closed) return letGo(given);
  stream = given;
  facing = facingMode;
  for (const track of given.getTracks()) track.addEventListener("ended", () => { if (stream === given) lose(); });
  if (document.hidden) stop();
};
const show = () => {
  const video = finder();
  if (!video || closed || video.srcObject === stream) return;
  video.muted = true;
  video.srcObject = stream;
  video.play().catch(() => {});
};
// Some phones have one camera open at a time, and some let go of it a little late. Where the other does not come, it is this one again.
const turnRound = async () => {
  if (closed || turning) return;
  turning = true;
  letGo(stream);
  const other = facing === "user" ? "environment" : "user";
  for (const [next, pause] of [[other, 0], [other, 300], [facing, 300]]) {
    if (pause) await new Promise((done) => setTimeout(done, pause));
    if (closed) return;
    try {
      await open(next);
      turning = false;
      return show();
    } catch { /* the next one */ }
  }
  lose();
};
const two = (number) => String(number).padStart(2, "0");
// The photo has no time in it, so its name has: the phone's own, at the tap.
let [named, again] = ["", 1];
const name = () => {
  const now = new Date();
  const [day, time] = [[now.getMonth() + 1, now.getDate()], [now.getHours(), now.getMinutes(), now.getSeconds()]];
  const at = `photo ${now.getFullYear()}-${day.map(two).join("-")} ${time.map(two).join(".")}`;
  again = at === named ? again + 1 : 1;
  named = at;
  return again > 1 ? `${at} ${again}.jpg` : `${at}.jpg`;
};
const sees = (video) => {
  const [track] = stream?.getVideoTracks() ?? [];
  return video?.srcObject === stream && video.videoWidth > 0 && track?.readyState === "live" && !track.muted;
};
// One at a time: it is said to be coming from the tap on, before it is packed.
const shoot = () => {
  if (closed || busy) return;
  const video = finder();
  if (turning || !sees(video)) return dioxus.send({ kind: "blank" });
  busy = true;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
  const onto = canvas.getContext("2d");
  onto?.drawImage(video, 0, 0);
  const packed = new Promise((done) => (onto ? canvas.toBlob(done, "image/jpeg", 0.92) : done(null)));
  handed = handOver(name(), packed).then(() => {
    // Some phones free what it holds only so.
    canvas.width = canvas.height = 0;
    dioxus.send({ kind: "done" });
    busy = false;
  });
};
Object.assign(window, { cameraStop: stop, cameraShow: show, cameraShoot: shoot, cameraTurn: turnRound });
try {
  await open(facing);
  if (!closed) dioxus.send({ kind: "sees" });
  await ended;
  await handed;
  dioxus.send({ kind: lost ? "no_camera" : "closed" });
} catch (error) {
  const refused = error?.name === "NotAllowedError" || error?.name === "SecurityError";
  dioxus.send({ kind: refused ? "refused" : "no_camera" });
}
window.removeEventListener("pagehide", stop);
document.removeEventListener("visibilitychange", hides);
if (window.cameraStop === stop) for (const one of ["Stop", "Show", "Shoot", "Turn"]) delete window[`camera${one}`];
