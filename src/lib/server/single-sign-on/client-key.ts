/** The private key with which this program proves itself to a sign-in service (private_key_jwt). */
import { createHash, createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';

export interface ClientKey {
	/** PKCS #8. */
	der: Buffer<ArrayBuffer>;
	algorithm: { name: string; hash: string; namedCurve?: string };
	/** For the head of what is signed: Entra ID knows a key by its certificate. */
	thumbprints: { x5t: string; 'x5t#S256': string } | null;
}

/** Null when the text holds no private key of RSA (2048 bits or more) or P-256 in PEM, or a certificate that is not of it. */
export function readClientKey(pem: string): ClientKey | null {
	try {
		const key = createPrivateKey(pem);
		const algorithm = algorithmOf(key);
		if (algorithm === null) return null;
		const der = Buffer.from(key.export({ type: 'pkcs8', format: 'der' }));
		if (!pem.includes('-----BEGIN CERTIFICATE-----')) return { der, algorithm, thumbprints: null };
		const certificate = new X509Certificate(pem.slice(pem.indexOf('-----BEGIN CERTIFICATE-----')));
		if (!certificate.checkPrivateKey(key)) return null;
		const print = (hash: string) => createHash(hash).update(certificate.raw).digest('base64url');
		return { der, algorithm, thumbprints: { x5t: print('sha1'), 'x5t#S256': print('sha256') } };
	} catch {
		return null;
	}
}

function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): ClientKey['algorithm'] | null {
	if (asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048)
		return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
	if (asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1')
		return { name: 'ECDSA', hash: 'SHA-256', namedCurve: 'P-256' };
	return null;
}
