/** Whether the settings, which can be read, are also wise, and whether there is something to start. Pure. */
import type { Config } from '../config.ts';
import { finding, type Finding } from './finding.ts';

export function examineSettings(config: Config, isBuilt: boolean): Finding[] {
	const { origin, port, demo, log, metricsToken } = config;
	return [address(origin), demoFinding(demo), logging(log), monitor(metricsToken), built(isBuilt, port)];
}

function logging({ level }: Config['log']): Finding {
	if (level === 'debug' || level === 'info')
		return finding('Instellingen', 'goed', 'Het logboek houdt elk verzoek bij.');
	return finding(
		'Instellingen',
		'let op',
		`LOG_LEVEL staat op ${level}: na een storing is niet te zien welke verzoeken er waren. Zet LOG_LEVEL op info.`,
	);
}

function monitor(token: string | null): Finding {
	const words = token === null ? 'staan uit: METRICS_TOKEN is leeg' : 'zijn te lezen met het token';
	return finding('Instellingen', 'goed', `De meetwaarden op /metrics ${words}.`);
}

function address(origin: string): Finding {
	const { protocol, hostname } = new URL(origin);
	if (protocol === 'https:') return finding('Instellingen', 'goed', `Het adres is ${origin}.`);
	if (['localhost', '127.0.0.1', '[::1]'].includes(hostname))
		return finding('Instellingen', 'let op', `Het adres is ${origin}: dat werkt alleen op deze computer.`);
	return finding(
		'Instellingen',
		'fout',
		`Het adres ${origin} is niet versleuteld. Zet er een webserver met https voor en pas ORIGIN aan.`,
	);
}

function demoFinding(demo: boolean): Finding {
	if (!demo) return finding('Instellingen', 'goed', 'De demo staat uit.');
	return finding('Instellingen', 'let op', 'DEMO staat op 1. Gebruik dat nooit voor een echte regio.');
}

function built(isBuilt: boolean, port: number): Finding {
	if (isBuilt)
		return finding('Programma', 'goed', `Het is gebouwd en luistert na de start op poort ${port}.`);
	return finding('Programma', 'fout', 'Het programma is nog niet gebouwd. Voer npm run build uit.');
}
