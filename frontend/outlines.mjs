// TopoJSON of countries -> the lines that the page draws, in thousandths of a degree.
// A country's line that only one country has is a coast, one that two have is a border. Rings are for filling.

const MILLI = 1000;

function arcsOf({ transform, arcs }) {
  const [kx, ky] = transform.scale, [dx, dy] = transform.translate;
  return arcs.map((arc) => {
    let x = 0, y = 0;
    return arc.map(([ax, ay]) => {
      x += ax;
      y += ay;
      return [Math.round((x * kx + dx) * MILLI), Math.round((y * ky + dy) * MILLI)];
    });
  });
}

function ring(indices, arcs) {
  // The arcs of a ring one after another; each but the first begins where the one before ended.
  return indices.flatMap((index, at) => {
    const arc = index < 0 ? arcs[~index].toReversed() : arcs[index];
    return at ? arc.slice(1) : arc;
  });
}

function flat(points) {
  // First point, then steps: small numbers.
  return points.flatMap(([x, y], at) => (at ? [x - points[at - 1][0], y - points[at - 1][1]] : [x, y]));
}

export function outlines(world) {
  const arcs = arcsOf(world);
  const used = new Map();
  const rings = [];
  for (const { type, arcs: parts = [] } of world.objects.countries.geometries) {
    for (const polygon of type === "Polygon" ? [parts] : parts) {
      for (const indices of polygon) {
        rings.push(flat(ring(indices, arcs)));
        for (const index of indices) {
          const arc = index < 0 ? ~index : index;
          used.set(arc, (used.get(arc) ?? 0) + 1);
        }
      }
    }
  }
  const borders = [...used].filter(([, times]) => times > 1).map(([arc]) => flat(arcs[arc]));
  return { rings, borders };
}
