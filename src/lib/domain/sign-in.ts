/** The ways in: how a session began, and what a one-time link is for. */

/** `demo` is the one-button sign-in of the demo, which asks for no second factor. */
export const SIGN_IN_METHODS = ['password', 'oidc', 'demo'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** More than anybody uses at once; with one more, the session that was used longest ago ends. */
export const MOST_SESSIONS = 20;

export const PASSWORD_LINK_PURPOSES = ['invitation', 'reset'] as const;
export type PasswordLinkPurpose = (typeof PASSWORD_LINK_PURPOSES)[number];

/** How this program proves itself to an organisation's sign-in service. */
export const CLIENT_AUTH_METHODS = ['client_secret_basic', 'client_secret_post', 'private_key_jwt'] as const;
export type ClientAuthMethod = (typeof CLIENT_AUTH_METHODS)[number];

/**
 * What a trip to an organisation's sign-in service is for: to come in, to try the settings, to prove to be there before a
 * sensitive change, or to tie an account to the service by a person who is signed in or has an invitation.
 */
export const OIDC_ATTEMPT_KINDS = ['sign-in', 'test', 'confirm', 'link', 'invitation'] as const;
export type OidcAttemptKind = (typeof OIDC_ATTEMPT_KINDS)[number];
