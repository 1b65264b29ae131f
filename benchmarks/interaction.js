/**
 * Runs in the page: 60 single steps, each timed from the event to the change of the drawing, then 60 steps
 * at one a frame, counted by the frames that showed a change.
 *
 * @param {{ control: string, drawing: string, kind: "native" | "nouislider", settle: number }} options
 *   settle: milliseconds that are waited for a late drawing.
 */
async ({ control, drawing, kind, settle }) => {
  const STEPS = 60;
  const slider = document.querySelector(control);
  // Only the drawing counts: a slider's own number changes at once in both.
  const target = () => document.querySelector(drawing);
  const frame = () => new Promise(requestAnimationFrame);

  // To and fro by one step, so that each event asks for another drawing.
  const step = (index) => {
    if (kind === "native") {
      slider.value = String(Number(slider.min) + ((index + 1) % 2));
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    } else {
      const key = index % 2 === 0 ? "ArrowRight" : "ArrowLeft";
      slider.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    }
  };

  const watched = target().parentElement;
  const watch = (changed) => {
    const observer = new MutationObserver(changed);
    observer.observe(watched, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
    return observer;
  };

  const latencies = [];
  for (let index = 0; index < STEPS; index += 1) {
    await frame();
    const started = performance.now();
    const taken = await new Promise((resolve) => {
      const observer = watch(() => {
        observer.disconnect();
        clearTimeout(late);
        resolve(performance.now() - started);
      });
      const late = setTimeout(() => {
        observer.disconnect();
        resolve(settle);
      }, settle);
      step(index);
    });
    latencies.push(taken);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }

  let changes = 0;
  let shown = 0;
  const observer = watch(() => {
    changes += 1;
  });
  for (let index = 0; index < STEPS; index += 1) {
    step(index);
    await frame();
    shown += changes > 0 ? 1 : 0;
    changes = 0;
  }
  observer.disconnect();
  return { latencies, shown, steps: STEPS };
};
