// Puts what the review page takes from packages beside its own files: fonts and the outlines of countries.
// `make setup` calls it where Node is installed. Nothing is fetched here, and nothing of it is in the repository.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { outlines } from "./outlines.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "node_modules");
const built = join(here, "..", "src", "tawthiq", "web", "static", "built");

const FONTS = [
  { family: "IBM Plex Sans Arabic", of: "@fontsource/ibm-plex-sans-arabic", weights: ["400", "600"] },
  { family: "Noto Naskh Arabic Variable", of: "@fontsource-variable/noto-naskh-arabic", weights: ["wght"] },
];
const SUBSETS = ["arabic", "latin"];

async function fonts() {
  const rules = [];
  for (const { family, of, weights } of FONTS) {
    const ranges = JSON.parse(await readFile(join(packages, of, "unicode.json"), "utf8"));
    const name = of.split("/")[1];
    await cp(join(packages, of, "LICENSE"), join(built, `${name}.LICENSE.txt`));
    for (const weight of weights) {
      for (const subset of SUBSETS) {
        const file = `${name}-${subset}-${weight}-normal.woff2`;
        await cp(join(packages, of, "files", file), join(built, file));
        const weightOf = weight === "wght" ? "400 700" : weight;
        rules.push(`@font-face {
  font-family: "${family}"; font-weight: ${weightOf}; font-display: swap;
  src: url("${file}") format("woff2"); unicode-range: ${ranges[subset]};
}`);
      }
    }
  }
  await writeFile(join(built, "fonts.css"), rules.join("\n") + "\n");
}

async function map() {
  const world = JSON.parse(await readFile(join(packages, "world-atlas", "countries-50m.json"), "utf8"));
  await writeFile(join(built, "map.json"), JSON.stringify(outlines(world)));
}

await rm(built, { recursive: true, force: true });
await mkdir(built, { recursive: true });
await fonts();
await map();
console.log(`the review page's fonts and map are in ${built}`);
