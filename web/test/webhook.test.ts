import { readFileSync } from 'node:fs';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

// The same sample that the server's own signature is held against.
const sample = JSON.parse(
  readFileSync(new URL('../../watch/src/test/resources/org/ascertain/watch/webhook.json', import.meta.url), 'utf8'),
) as { secret: string; id: string; timestamp: number; body: string; v1: string };

const headers = (signature: string) => ({
  'webhook-id': sample.id,
  'webhook-timestamp': String(sample.timestamp),
  'webhook-signature': signature,
});

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(sample.timestamp * 1000);
});
afterEach(() => {
  vi.useRealTimers();
});

test('the reference library for Node accepts what the server sends, with the second signature beside it', () => {
  expect(new Webhook(sample.secret).verify(sample.body, headers(`${sample.v1} v1a,AAAA`))).toEqual(
    JSON.parse(sample.body),
  );
});

test('it refuses another body', () => {
  expect(() => new Webhook(sample.secret).verify(`${sample.body} `, headers(sample.v1))).toThrow(
    WebhookVerificationError,
  );
});
