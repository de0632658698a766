import { expect, it } from 'vitest';
import { alertsIn, type Alert } from '../src/model/alerts';

it('alerts are read from a stream that comes in any pieces', () => {
  const event = (items: unknown[]) => `event: alerts\ndata: ${JSON.stringify({ items })}\n\n`;
  const stream = `${event([])}:\n\n${event([{ id: 1, unit: 'FL', kept: 60000, could: 'change', rows: [1] }])}`;
  for (const size of [1, 7, stream.length]) {
    const told: Alert[][] = [];
    const read = alertsIn((alerts) => told.push(alerts));
    for (let i = 0; i < stream.length; i += size) read(stream.slice(i, i + size));
    expect(told.map((alerts) => alerts.map((alert) => alert.unit))).toEqual([[], ['FL']]);
  }
});
