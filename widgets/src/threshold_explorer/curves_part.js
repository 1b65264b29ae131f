import { h } from "../common/dom.js";
import { lineChart } from "../common/lines.js";
import { count, recallPrecision, recallPrecisionPoint, roc, rocPoint } from "./curves.js";
import { counted, guardAt } from "./model.js";

/** @import { ThresholdScenario, ThresholdState } from "./model.js" */

const HUNDRED = { min: 0, max: 100, ticks: [0, 50, 100] };

/**
 * Receiver operating characteristic, and precision over recall for the data set and for the day.
 *
 * @param {ThresholdScenario} scenario
 */
export function curvesPart(scenario) {
  const operating = lineChart({
    caption: "Receiver operating characteristic (ROC)",
    x: { ...HUNDRED, label: "False alarms, per cent of the others" },
    y: { ...HUNDRED, label: "Caught, per cent of the risky" },
    series: [
      { label: "This guard; the large dot is the threshold", look: "solid" },
      { label: "Tossing a coin", look: "dotted" },
    ],
    square: true,
  });
  const precise = lineChart({
    caption: "Precision and recall",
    x: { ...HUNDRED, label: "Caught (recall), per cent of the risky" },
    y: { ...HUNDRED, label: "True (precision), per cent of the alarms" },
    series: [
      { label: "On the day you set; the large dot is the threshold", look: "solid" },
      { label: "In the data set, where most are risky", look: "dashed" },
    ],
    square: true,
  });
  const risky = scenario.cases.filter((one) => one.risky).length / scenario.cases.length;
  // A curve belongs to a guard: a drag moves only the dot.
  const byGuard = scenario.guards.map(({ cuts }, index) =>
    cuts.map((threshold) => count(scenario.cases, index, threshold)),
  );

  return {
    node: h(
      "div",
      { class: "wh-stack" },
      h(
        "p",
        { class: "wh-hint" },
        "How to read them: each dot on a line is one threshold. On the left, higher means more caught, and further right more false alarms. On the right, higher means that more of the alarms are true.",
      ),
      h("div", { class: "wh-charts" }, operating.node, precise.node),
    ),
    /** @param {ThresholdState} state */
    update({ play }) {
      const counts = byGuard[guardAt(scenario, play.guard).index] ?? [];
      const here = counted(play, scenario);
      const prevalence = play.prevalence / 100;
      operating.update(
        [
          roc(counts),
          [
            [0, 0],
            [100, 100],
          ],
        ],
        rocPoint(here),
      );
      precise.update(
        [recallPrecision(counts, prevalence), recallPrecision(counts, risky)],
        recallPrecisionPoint(here, prevalence),
      );
    },
  };
}
