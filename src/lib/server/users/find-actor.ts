/** The person behind a session, for the hook that makes the context of a request. */
export { findPerson as findActor } from './users.repo.ts';
