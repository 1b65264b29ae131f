/**
 * What the browser's model of the referral desk makes of policies: JSON in, JSON out.
 *
 *   {"scenario": ..., "desks": [{"settings": ..., "answers": ..., "staff": ..., "closes": ..., "events": ...}]}
 */

import { text } from "node:stream/consumers";

const SOURCE = new URL("../../widgets/src/referral_desk/", import.meta.url);
const { runDay } = await import(new URL("day.js", SOURCE).href);
const { complaint, policyToml } = await import(new URL("toml.js", SOURCE).href);

const { scenario, desks } = JSON.parse(await text(process.stdin));
const made = desks.map((desk) => ({
  policy: policyToml(desk, scenario),
  complaint: complaint(desk, scenario),
  decisions: runDay(desk.settings, desk, scenario).map(({ decision }) => decision),
}));
process.stdout.write(JSON.stringify(made));
