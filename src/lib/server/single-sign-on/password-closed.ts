/** Whether an organisation obliges its people to use its own sign-in service, for the rooms that deal in passwords. */
export { isObliging as isOrganisationObliging, isPasswordClosed } from './ways-in.repo.ts';
