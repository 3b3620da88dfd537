/* Which Node can run this program: crypto.argon2 came in 24.7. */
const [MAJOR, MINOR] = [24, 7];

/**
 * One sentence on what to do when this Node is too old; null when it is fine.
 * @param {string} version as in process.versions.node
 * @returns {string | null}
 */
export function nodeVersionProblem(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	if (major > MAJOR || (major === MAJOR && minor >= MINOR)) return null;
	return `Dit programma heeft Node ${MAJOR}.${MINOR} of nieuwer nodig, en dit is ${version}: voer "npm ci" uit en start het met "npm run", dan wordt de meegeleverde Node gebruikt.`;
}
