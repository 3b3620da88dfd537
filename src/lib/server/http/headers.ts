/** The headers that every answer has, whoever makes it: a page, a download, a file of the build or a refusal by the server. */

export const HEADERS = {
	'strict-transport-security': 'max-age=63072000; includeSubDomains',
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=()',
} as const;

/** For what is no page of Kit's: files, and the plain error page with its style sheet and picture. */
export const PLAIN_POLICY =
	"default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";
