/**
 * `npm test` takes a slice of what takes longest, to stay under six minutes on two cores: each page as the role that sees
 * most of it, without its other states. `npm run test:e2e` takes all of it.
 */
export const IS_SLICE = process.env['E2E_SLICE'] === '1';
