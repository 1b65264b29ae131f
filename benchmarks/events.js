/**
 * Runs in the page before a play: from now on, keeps how long each event took until the page had changed.
 */
() => {
  window.taken = [];
  let started = null;
  for (const type of ["click", "input", "change"]) {
    window.addEventListener(
      type,
      () => {
        started = performance.now();
      },
      true,
    );
  }
  // Called after the event's own listeners, before anything else.
  new MutationObserver(() => {
    if (started !== null) {
      window.taken.push(performance.now() - started);
      started = null;
    }
  }).observe(document.body, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
};
