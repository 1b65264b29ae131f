/** The drawn path: each station is there all the time and hidden while the message does not reach it. */

import { h, setText } from "../common/dom.js";
import { lawsOf } from "./trail.js";
import { BACK, keptWords, READS } from "./words.js";

/** @import { Law, Station, Stop, TrailScenario } from "./trail.js" */

/** @param {TrailScenario} scenario */
export function stationsPart(scenario) {
  const drawn = scenario.stations.map((station) => ({
    id: station.id,
    ...stationItem(scenario, station),
  }));
  const off = h("p", { class: "wh-hint" });
  return {
    node: h(
      "div",
      {},
      h("ol", { class: "wh-trail", "aria-label": "The trail" }, ...drawn.map(({ node }) => node)),
      off,
    ),
    /**
     * @param {readonly Stop[]} stops
     * @param {string} place
     */
    update(stops, place) {
      for (const { id, update } of drawn) {
        update(stops.find((stop) => stop.id === id) ?? null, place);
      }
      const away = scenario.stations.filter(({ id }) => !stops.some((stop) => stop.id === id));
      off.hidden = away.length === 0;
      setText(off, `Not on the trail now: ${away.map(({ name }) => name).join("; ")}.`);
    },
  };
}

/**
 * @param {TrailScenario} scenario
 * @param {Station} station
 */
function stationItem(scenario, station) {
  const reads = h("span", { class: "wh-tag" });
  const facts = h("p", {});
  const summary = h("summary", {});
  const laws = h("ul", { class: "wh-list" });
  const node = h(
    "li",
    {},
    h("p", { class: "wh-strong" }, station.name, reads),
    facts,
    h("details", { class: "wh-details" }, summary, h("p", {}, station.who), laws),
  );
  let where = "";

  return {
    node,
    /**
     * @param {Stop | null} stop  null while the message does not come here
     * @param {string} place
     */
    update(stop, place) {
      node.hidden = stop === null;
      if (stop === null) {
        return;
      }
      setText(reads, ` · ${READS[stop.reads]}`);
      node.className = `wh-stop-${stop.reads}`;
      setText(facts, `Kept ${keptWords(stop.days)}. For ${station.use}. ${BACK[stop.back]}`);
      if (where !== place) {
        where = place;
        const here = lawsOf(scenario, station.id, place);
        setText(summary, here.length > 0 ? `More, and the law here (${here.length})` : "More");
        laws.replaceChildren(...here.map(lawItem));
      }
    },
  };
}

/** @param {Law} law */
function lawItem({ name, says, in_force, read, status, key }) {
  return h(
    "li",
    {},
    says,
    h(
      "p",
      { class: "wh-hint" },
      `${name}: ${in_force}. Looked up ${read}; ${status}. `,
      h("cite", { class: "wh-key" }, `[${key}]`),
    ),
  );
}
