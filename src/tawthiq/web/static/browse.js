// The list, the map and the timeline move together: all follow the one question that stands in the address.
import { bind, bound, box, fit, look, show, step } from "./map.js";
import { timeline } from "./timeline.js";
import { forget, visit } from "./visit.js";

const WIDELY = 0.5; // degrees of a field, before it is known what is in sight
let asking = 0;

function go(change) {
  const address = new URL(location.href);
  address.searchParams.delete("page");
  for (const [key, value] of Object.entries(change)) {
    if (value) address.searchParams.set(key, value);
    else address.searchParams.delete(key);
  }
  forget();
  visit(address.href, { top: false });
}

async function spread(more) {
  const asked = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(more)) asked.set(key, value);
  const answer = await fetch(`/spread?${asked}`, { credentials: "same-origin" }).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

export async function browse() {
  const mine = ++asking; // what an earlier page asked for is no longer wanted, whatever page this is
  if (!document.getElementById("map")) return;
  const asked = new URLSearchParams(location.search);
  const wanted = asked.get("box")?.split(",").map(Number);
  bind((sight) => go({ box: sight.join() }));
  if (wanted && !bound()) look(wanted);
  let found = wanted ? null : await spread({ step: WIDELY });
  if (mine !== asking) return;
  if (found) {
    fit(found.cells);
    show(found.cells);
  }
  if (!bound()) return;
  found = await spread({ step: step(), view: box().join() });
  if (!found || mine !== asking) return;
  show(found.cells);
  const days = { since: asked.get("since") ?? "", until: asked.get("until") ?? "" };
  timeline(found.months, days, (since, until) => go({ since, until }));
}
