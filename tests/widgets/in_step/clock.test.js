import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { metronome } from "../../../widgets/src/in_step/clock.js";

describe("the metronome", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("beats at each interval and ends where there is none", () => {
    const left = [500, 700, 400];
    /** @type {number[]} */
    const at = [];
    const clock = metronome({
      next: () => left.shift() ?? null,
      beat: () => at.push(performance.now()),
    });
    const from = performance.now();
    clock.start();
    vi.advanceTimersByTime(5000);
    expect(at.map((time) => time - from)).toEqual([500, 1200, 1600]);
    expect(clock.running).toBe(false);
  });

  it("stands still when it is stopped, also from within a beat", () => {
    let beats = 0;
    const clock = metronome({
      next: () => 500,
      beat() {
        beats += 1;
        if (beats === 2) {
          clock.stop();
        }
      },
    });
    clock.start();
    vi.advanceTimersByTime(5000);
    expect(beats).toBe(2);
    clock.start();
    vi.advanceTimersByTime(600);
    expect(beats).toBe(3);
    clock.stop();
  });
});
