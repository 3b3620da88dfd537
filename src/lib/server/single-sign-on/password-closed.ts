/** Whether the organisation of a person obliges its own sign-in service, for the rooms that deal in passwords. */
export { isPasswordClosed } from './trips.repo.ts';
