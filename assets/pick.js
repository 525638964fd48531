// Picks files and hands them over. Run through `document::eval`, after hand_over.js; it speaks with `src/ui/pick`.
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
for (const file of files) await handOver(file.name, file);
dioxus.send({ kind: "done" });
