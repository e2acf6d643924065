// The page without scripts does everything by forms; these make it quick.
import { browse } from "./browse.js";
import { highlight } from "./highlight.js";
import { listenToKeys } from "./keys.js";
import { keep, listenToForms } from "./decide.js";
import { listenToPosts } from "./post.js";
import { follow } from "./visit.js";

function ready() {
  highlight(document);
  browse();
}

if (matchMedia("(max-width: 48rem)").matches) document.getElementById("facets")?.removeAttribute("open");
listenToKeys();
listenToForms();
listenToPosts();
follow(ready);
keep();
ready();
