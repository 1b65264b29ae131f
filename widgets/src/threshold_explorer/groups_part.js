import { select } from "../common/choice.js";
import { h, heading } from "../common/dom.js";
import { dataTable } from "../common/table.js";
import { count, sensitivity, share } from "./curves.js";
import { guardAt, thresholdAt } from "./model.js";

/** @import { StageAction } from "../common/stages.js" */
/** @import { ViewContext } from "../common/types.js" */
/** @import { Share } from "./curves.js" */
/** @import { ThresholdAction, ThresholdState } from "./model.js" */

/**
 * The same threshold for each group apart, with intervals: an overall figure hides whom it fails.
 *
 * @param {ViewContext<ThresholdState, ThresholdAction | StageAction>} context
 */
export function groupsPart({ act, level, state: { scenario, play } }) {
  const grouped = select({
    label: "Groups by",
    options: scenario.groupings.map(({ key, label }) => ({ key, label })),
    value: play.grouping,
    chosen: (value) => act({ type: "set_grouping", value }),
  });
  const table = dataTable({
    label: "Groups",
    columns: ["Group", "Caught, of the risky", "95% interval", "False alarms, of the others"],
  });
  // Who is in which group stays; a drag only counts.
  const members = scenario.groupings.map(({ groups }, way) =>
    groups.map((_, place) => scenario.cases.filter((one) => one.groups[way]?.includes(place))),
  );
  return {
    node: h(
      "div",
      { class: "wh-stack wh-results" },
      heading(level + 2, "The same threshold, group by group"),
      h(
        "p",
        {},
        "The interval says how far the true share may lie from the one seen. Where a group has few conversations it is wide: the group can look fine, or bad, by luck.",
      ),
      grouped.node,
      table.node,
    ),
    /** @param {ThresholdState} state */
    update(state) {
      grouped.set(state.play.grouping);
      table.update(groupRows(state, members));
    },
  };
}

/**
 * @param {ThresholdState} state
 * @param {readonly (readonly (readonly import("./model.js").Case[])[])[]} members  by grouping and group
 */
function groupRows({ play, scenario }, members) {
  const way = scenario.groupings.findIndex(({ key }) => key === play.grouping);
  const { index, guard } = guardAt(scenario, play.guard);
  const threshold = thresholdAt(guard, play.places[play.guard] ?? 0);
  return (scenario.groupings[way]?.groups ?? []).map((name, place) => {
    const counts = count(members[way]?.[place] ?? [], index, threshold);
    const caught = sensitivity(counts);
    return [
      name,
      caught.n === 0 ? "none in it" : `${caught.hits} of ${caught.n}`,
      caught.n === 0 ? "" : interval(caught),
      falseAlarms(share(counts.false_alarm, counts.false_alarm + counts.quiet)),
    ];
  });
}

/** @param {Share} found */
const interval = ({ low, high }) => `${Math.round(100 * low)} to ${Math.round(100 * high)}%`;

/** @param {Share} found */
const falseAlarms = ({ hits, n }) => (n === 0 ? "none in it" : `${hits} of ${n}`);
