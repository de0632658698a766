import { describe, expect, it } from 'vitest';
import type { Meta } from '../src/model/api';
import { closingsOf } from '../src/model/closings';

const unit = (id: string, electors: number) => ({ id, jurisdiction: id.split('-')[0], electors, name: id });
const closing = (jurisdiction: string, lastMs: number) => ({ jurisdiction, firstMs: lastMs - 1, lastMs });

describe('poll closings', () => {
  it('those of one moment stand together, with all electors of their places', () => {
    const meta = {
      units: [unit('ME', 2), unit('ME-1', 1), unit('ME-2', 1), unit('GA', 16), unit('AK', 3)],
      closings: [closing('AK', 300), closing('GA', 100), closing('ME', 100)],
    } as unknown as Meta;
    expect(closingsOf(meta)).toEqual([
      { ms: 100, electors: 20, places: ['GA', 'ME'] },
      { ms: 300, electors: 3, places: ['AK'] },
    ]);
  });
});
