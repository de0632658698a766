import { SHAPES } from './geography';

/**
 * Rows and columns in which readers are used to find the states; half of a block's place comes from here, half from
 * the map.
 */
const GRID = [
  'AK . . . . . . . . . . ME',
  '. . . . . . . . . . VT NH',
  '. WA ID MT ND MN . WI MI NY RI MA',
  '. OR NV WY SD IA IL IN PA NJ CT .',
  '. CA UT CO NE MO KY OH WV VA MD DE',
  '. . AZ NM KS AR TN NC SC DC . .',
  '. . . . OK LA MS AL GA . . .',
  'HI . . . TX . . . . FL . .',
];
const PLACES = new Map(
  GRID.flatMap((row, y) => row.split(' ').map((id, x): [string, [number, number]] => [id, [40 + x * 82, 30 + y * 78]])),
);

export interface Block {
  id: string;
  x: number;
  y: number;
  columns: number;
  rows: number;
  electors: number;
}
export interface Cartogram {
  blocks: Block[];
  cell: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One square for each elector, in one block for each jurisdiction, pushed apart from where it lies on the map. */
export function cartogram(electors: { id: string; electors: number }[]): Cartogram {
  const all = electors.reduce((sum, e) => sum + e.electors, 0) || 1;
  const cell = Math.min(30, Math.sqrt(230_000 / all));
  const lost = electors.filter((e) => !SHAPES[e.id]).length;
  const blocks = electors
    .filter((e) => e.electors > 0)
    .map((e, i) => {
      const columns = Math.ceil(Math.sqrt(e.electors));
      const map = SHAPES[e.id]?.at ?? [40 + (i % Math.max(lost, 1)) * 60, 620];
      const grid = PLACES.get(e.id) ?? map;
      const [x, y] = [(map[0] + grid[0]) / 2, (map[1] + grid[1]) / 2];
      return { ...e, columns, rows: Math.ceil(e.electors / columns), x, y, homeX: x, homeY: y };
    });
  const gap = cell * 0.55;
  for (let round = 0; round < 260; round++) {
    const pull = 0.03 * (1 - round / 260);
    for (const b of blocks) {
      b.x += (b.homeX - b.x) * pull;
      b.y += (b.homeY - b.y) * pull;
    }
    for (let i = 0; i < blocks.length; i++)
      for (let j = i + 1; j < blocks.length; j++) {
        const a = blocks[i],
          b = blocks[j];
        const overX = ((a.columns + b.columns) * cell) / 2 + gap - Math.abs(a.x - b.x);
        const overY = ((a.rows + b.rows) * cell) / 2 + gap - Math.abs(a.y - b.y);
        if (overX <= 0 || overY <= 0) continue;
        if (overX < overY) {
          const d = (overX / 2) * (a.x < b.x ? -1 : 1);
          a.x += d;
          b.x -= d;
        } else {
          const d = (overY / 2) * (a.y < b.y ? -1 : 1);
          a.y += d;
          b.y -= d;
        }
      }
  }
  for (const b of blocks) {
    b.x -= (b.columns * cell) / 2;
    b.y -= (b.rows * cell) / 2;
  }
  const x = Math.min(...blocks.map((b) => b.x)),
    y = Math.min(...blocks.map((b) => b.y));
  const right = Math.max(...blocks.map((b) => b.x + b.columns * cell)),
    bottom = Math.max(...blocks.map((b) => b.y + b.rows * cell));
  return { blocks, cell, x: x - 8, y: y - 8, width: right - x + 16, height: bottom - y + 16 };
}
