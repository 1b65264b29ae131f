/**
 * Runs in the page: 60 single steps, each timed from the event to the change of the page, then 60 steps at
 * one a frame, counted by the frames that showed a change.
 *
 * @param {{ control: string, drawing: string, kind: "native" | "nouislider", settle: number }} options
 *   drawing: where a change counts, other than in the slider's own words, unless it changes nothing else.
 *   settle: milliseconds that are waited for a late drawing.
 */
async ({ control, drawing, kind, settle }) => {
  const STEPS = 60;
  const slider = document.querySelector(control);
  const watched = slider.closest(drawing) ?? document.querySelector(drawing);
  let own = slider.closest(".wh-slider");
  const frame = () => new Promise(requestAnimationFrame);

  // To and fro between two values, so that each event asks for another drawing.
  const values = [Number(slider.value), Number(slider.value) + Number(slider.step || 1)];
  if (values[1] > Number(slider.max)) {
    values[1] = values[0] - Number(slider.step || 1);
  }
  const step = (index) => {
    if (kind === "native") {
      slider.value = String(values[(index + 1) % 2]);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    } else {
      const key = index % 2 === 0 ? "ArrowRight" : "ArrowLeft";
      slider.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    }
  };

  // A slider's own number changes at once in ours and in the peer's, and so it does not count.
  const counts = (records) => records.some(({ target }) => !own?.contains(target));
  const watch = (changed) => {
    const observer = new MutationObserver((records) => {
      if (counts(records)) {
        changed();
      }
    });
    observer.observe(watched, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
    return observer;
  };

  if (kind === "native") {
    let elsewhere = false;
    const probe = watch(() => {
      elsewhere = true;
    });
    step(0);
    await frame();
    probe.disconnect();
    own = elsewhere ? own : null;
  }

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
