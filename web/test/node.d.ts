// The little of Node's library that the tests use; its types are no part of the page.
declare module 'node:fs' {
  export function readdirSync(path: URL): string[];
  export function readFileSync(path: URL, encoding: 'utf8'): string;
}

declare module 'node:url' {
  export function fileURLToPath(url: URL): string;
}
