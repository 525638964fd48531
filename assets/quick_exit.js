// Leaving. The page covers itself within the frame in which the finger comes down, and takes the app's root out of the
// document, so that no word of it is left there. The app then mounts a calculator into that root, and only when it stands
// does the root come back. Dioxus goes on working on the root while it is outside, because it keeps its own references.
(() => {
  "use strict";
  const LEAVE = "[data-leave]", CALCULATOR = "[data-calculator]", WINDOW_MS = 5000;
  // How long after a finger is lifted the click that belongs to it may still come.
  const CLICK_MS = 500;
  let covering = false, swallow = false, shifts = [], outside = false, lifted = 0;

  const within = (event, what) => event.target instanceof Element && event.target.closest(what);

  function press(leave) {
    leave?.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, cancelable: true }));
  }

  function cover(byPointer) {
    const main = document.getElementById("main");
    if (covering || !main) return;
    let pressed = main.querySelector(LEAVE);
    covering = true;
    swallow = byPointer;
    const stand_in = document.createElement("div");
    stand_in.className = "cover";
    stand_in.inert = true;
    stand_in.append(document.getElementById("cover").content.cloneNode(true));
    getSelection()?.removeAllRanges();
    main.replaceWith(stand_in);
    const watch = new MutationObserver(() => {
      const calculator = main.querySelector(CALCULATOR);
      const leave = main.querySelector(LEAVE);
      // The screen was changing under the finger: the button that was pressed is gone, and nobody heard it. Without this
      // the cover, which does nothing, would stay.
      if (leave && leave !== pressed) { pressed = leave; press(leave); }
      if (!calculator || leave) return;
      watch.disconnect();
      stand_in.replaceWith(main);
      covering = false;
      calculator.focus({ preventScroll: true });
    });
    watch.observe(main, { childList: true, subtree: true });
  }

  addEventListener("pointerdown", (event) => {
    swallow = false;
    outside = Boolean(within(event, CALCULATOR));
    clearTimeout(lifted);
    if (within(event, LEAVE)) cover(event.isTrusted);
  }, true);
  for (const end of ["pointerup", "pointercancel"]) {
    addEventListener(end, () => { clearTimeout(lifted); lifted = setTimeout(() => { outside = false; }, CLICK_MS); }, true);
  }

  // A screen reader or a keyboard sends a click and no pointer. The click that ends the tap on Leave must press nothing
  // of the calculator that lies under the finger by then. Nor may the one that ends a long press of `=` press anything of
  // the app that it led back to: Leave lies in the very place of `=`.
  addEventListener("click", (event) => {
    if (outside && !within(event, CALCULATOR)) { event.preventDefault(); event.stopImmediatePropagation(); }
    else if (within(event, LEAVE)) cover(false);
    else if (swallow) { event.preventDefault(); event.stopImmediatePropagation(); }
  }, true);

  // Shift three times within five seconds, with nothing typed between.
  addEventListener("keydown", (event) => {
    swallow = outside = false;
    if (event.key !== "Shift") { shifts = []; return; }
    if (event.repeat) return;
    const now = performance.now();
    shifts = shifts.filter((then) => now - then < WINDOW_MS);
    shifts.push(now);
    if (shifts.length < 3) return;
    shifts = [];
    press(document.querySelector(LEAVE));
  }, true);
})();
