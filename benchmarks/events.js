/**
 * Runs in the page before a play: from now on, keeps how long each event took until the simulation had changed.
 */
() => {
  window.taken = [];
  let started = null;
  for (const type of ["click", "input", "change"]) {
    window.addEventListener(
      type,
      () => {
        const begun = performance.now();
        started = begun;
        // What changes in a later task, such as the notebook's own signs of work, is not this event's doing.
        setTimeout(() => {
          started = started === begun ? null : started;
        });
      },
      true,
    );
  }
  // Called after the event's own listeners, before anything else.
  const observer = new MutationObserver(() => {
    if (started !== null) {
      window.taken.push(performance.now() - started);
      started = null;
    }
  });
  for (const root of document.querySelectorAll(".wh")) {
    observer.observe(root, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
  }
};
