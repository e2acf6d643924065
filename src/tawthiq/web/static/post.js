// A form that is no decision about one claim goes out now or not at all: without an answer the page stays as it is, with
// everything chosen and typed, and says what is known.
import { takeBackUnsent } from "./decide.js";
import { hush, say, tell } from "./told.js";
import { forget, read, show, visit } from "./visit.js";

const MEANWHILE = 409;
const FULL = 507; // the ledger takes nothing: no room, or not to be written to

function send(form, submitter) {
  const body = new URLSearchParams(new FormData(form, submitter));
  body.set("seal", document.body.dataset.seal);
  const address = submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  return fetch(address, { method: "POST", body, credentials: "same-origin", headers: { Accept: "application/json" } });
}

async function renewed() {
  // Whoever signed in again in another tab has another seal; somebody else's is not taken.
  const answer = await fetch("/settings", { credentials: "same-origin", headers: { Accept: "text/html" } });
  const { seal, person } = read(await answer.text()).body.dataset;
  if (!seal || person !== document.body.dataset.person || seal === document.body.dataset.seal) return false;
  document.body.dataset.seal = seal;
  return true;
}

async function told(answer) {
  const isJson = answer.headers.get("content-type")?.startsWith("application/json");
  return isJson ? answer.json() : { page: await answer.text() };
}

async function sent(form, submitter) {
  // What was decided without a connection is taken back before anything that is recorded.
  const latest = form.hasAttribute("data-latest") ? await takeBackUnsent() : undefined;
  if (latest) {
    say("back", { what: latest.label });
    return;
  }
  let answer = await send(form, submitter);
  let found = await told(answer);
  const isShut = () => answer.status === 401 || (answer.status === 403 && !found.said);
  if (isShut() && (await renewed())) {
    answer = await send(form, submitter);
    found = await told(answer);
  }
  forget();
  if (isShut()) say("ended");
  else if (answer.status === MEANWHILE && found.page) show({ address: answer.url, page: read(found.page) });
  else if (answer.status >= 500 && answer.status !== FULL) say("unknown");
  else if (!answer.ok) tell(found.said ?? String(answer.status));
  else await onward(form, new URL(found.then ?? answer.url, location.href), found.done);
}

async function onward(form, then, done) {
  hush();
  const stays = then.pathname + then.search === location.pathname + location.search;
  if (form.hasAttribute("data-whole")) location.assign(then);
  else if (!(await visit(then.href, { push: !stays, top: !stays, stay: true }))) say("recorded");
  else if (done) tell(done);
}

export function listenToPosts() {
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.dataset.decide !== undefined) return;
    event.preventDefault();
    if (form.ariaBusy) return;
    form.ariaBusy = "true";
    try {
      await sent(form, event.submitter);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      say(navigator.onLine ? "unknown" : "offline");
    } finally {
      form.ariaBusy = null;
    }
  });
}
