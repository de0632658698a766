// Turns us-atlas (already projected by Albers) into path strings, so that the page carries no projection and no
// topology.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';

const CODES = {
  '01': 'AL',
  '02': 'AK',
  '04': 'AZ',
  '05': 'AR',
  '06': 'CA',
  '08': 'CO',
  '09': 'CT',
  10: 'DE',
  11: 'DC',
  12: 'FL',
  13: 'GA',
  15: 'HI',
  16: 'ID',
  17: 'IL',
  18: 'IN',
  19: 'IA',
  20: 'KS',
  21: 'KY',
  22: 'LA',
  23: 'ME',
  24: 'MD',
  25: 'MA',
  26: 'MI',
  27: 'MN',
  28: 'MS',
  29: 'MO',
  30: 'MT',
  31: 'NE',
  32: 'NV',
  33: 'NH',
  34: 'NJ',
  35: 'NM',
  36: 'NY',
  37: 'NC',
  38: 'ND',
  39: 'OH',
  40: 'OK',
  41: 'OR',
  42: 'PA',
  44: 'RI',
  45: 'SC',
  46: 'SD',
  47: 'TN',
  48: 'TX',
  49: 'UT',
  50: 'VT',
  51: 'VA',
  53: 'WA',
  54: 'WV',
  55: 'WI',
  56: 'WY',
};

const atlas = (name) =>
  JSON.parse(readFileSync(new URL(`../node_modules/us-atlas/${name}-albers-10m.json`, import.meta.url)));
const round = (d) => d.replace(/-?\d+\.\d+/g, (n) => String(Math.round(n * 10) / 10));
const path = geoPath();

function shapes(topology, object, tolerance) {
  const simple = simplify(presimplify(topology), tolerance);
  return feature(simple, simple.objects[object]).features.map(within);
}

// Alaska is drawn smaller than it is anyway; a little more so, and its westernmost islands stay on the map.
const CORNER = [203, 604];
const SMALLER = 0.77;
const drawn = (point) => point.map((n, i) => CORNER[i] + (n - CORNER[i]) * SMALLER);
const nested = (part) => (typeof part[0] === 'number' ? drawn(part) : part.map(nested));
const within = (f) =>
  f.id.startsWith('02') && f.geometry
    ? { ...f, geometry: { ...f.geometry, coordinates: nested(f.geometry.coordinates) } }
    : f;

// Every ring of a feature as a list of points.
const rings = (geometry) =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((polygon) => polygon[0]);

function inside([x, y], ring) {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i],
      [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
  }
  return odd;
}

function distance([x, y], ring) {
  let least = Infinity;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[j],
      [bx, by] = ring[i];
    const t = Math.max(
      0,
      Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2 || 1)),
    );
    // Codes are wider than they are high, so room to the sides counts for less than room above and below.
    least = Math.min(least, Math.hypot((x - ax - t * (bx - ax)) * 0.62, y - ay - t * (by - ay)));
  }
  return least;
}

// Where a label has most room: the point of the largest ring that is farthest from its border, and that distance.
function roomiest(geometry) {
  const size = (ring) =>
    Math.abs(
      ring.reduce((sum, [x, y], i) => {
        const [u, v] = ring[(i + 1) % ring.length];
        return sum + x * v - u * y;
      }, 0),
    );
  const ring = rings(geometry).sort((a, b) => size(b) - size(a))[0];
  const xs = ring.map((p) => p[0]),
    ys = ring.map((p) => p[1]);
  let best = [0, 0, -1];
  for (
    let pass = 0,
      cx = (Math.min(...xs) + Math.max(...xs)) / 2,
      cy = (Math.min(...ys) + Math.max(...ys)) / 2,
      w = (Math.max(...xs) - Math.min(...xs)) / 2,
      h = (Math.max(...ys) - Math.min(...ys)) / 2;
    pass < 4;
    pass++
  ) {
    for (let i = -12; i <= 12; i++)
      for (let j = -12; j <= 12; j++) {
        const p = [cx + (i / 12) * w, cy + (j / 12) * h];
        if (!inside(p, ring)) continue;
        const d = distance(p, ring);
        if (d > best[2]) best = [...p, d];
      }
    [cx, cy] = best;
    w /= 5;
    h /= 5;
  }
  return best.map((n) => Math.round(n * 10) / 10);
}

mkdirSync(new URL('../src/generated', import.meta.url), { recursive: true });
mkdirSync(new URL('../public/maps', import.meta.url), { recursive: true });

const states = {};
for (const f of shapes(atlas('states'), 'states', 0.7)) {
  const code = CODES[f.id];
  if (code) states[code] = { d: round(path(f)), at: roomiest(f.geometry) };
}
writeFileSync(new URL('../src/generated/states.json', import.meta.url), JSON.stringify(states));

const counties = {};
for (const f of shapes(atlas('counties'), 'counties', 0.6)) {
  const code = CODES[f.id.slice(0, 2)],
    d = path(f);
  if (code && d) counties[`${code}/${f.id}`] = { d: round(d), name: f.properties.name };
}
writeFileSync(new URL('../public/maps/counties-2020.json', import.meta.url), JSON.stringify(counties));
