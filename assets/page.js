// What the page around the app has to know by itself.
(() => {
  "use strict";
  const root = document.documentElement;

  // A keyboard on the screen makes the visible part smaller: the app shrinks to it, so Leave and the field stay in sight.
  const view = window.visualViewport;
  const fit = () => { if (view && view.scale === 1) root.style.setProperty("--app-height", view.height + "px"); };
  view?.addEventListener("resize", fit);
  fit();

  // The screen is being lost: the phone locks, another app comes in front, the page is closed. What is typed is kept now and
  // not at the next pause, which may not come.
  const keep = () => { document.querySelector("[data-keep]")?.click(); };
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") keep(); });
  for (const lost of ["pagehide", "freeze"]) addEventListener(lost, keep);

  // The app opens dialer and messages itself; the link's own way is dead in an app and must not be tried as well.
  addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    if (link) event.preventDefault();
  }, true);

  // The phone's own Back, asked by the app around the page: it closes the sheet, or goes back a screen, as the button that is there
  // would. False where there is no such button, as in the calculator: then the phone puts the app away.
  window.phoneBack = () => {
    const way = document.querySelector(".sheet-back") ?? document.querySelector("header.top > button.back");
    way?.click();
    return way !== null;
  };
})();
