/** Days on which offices work: no weekend, Nieuwjaarsdag or tweede paasdag, the only ones that can follow a period. */
import { addDays, type Day } from './day.ts';

/** The day itself when it is a working day, otherwise the next one. */
export function firstWorkingDay(from: Day): Day {
	let day = from;
	while (isFree(day)) day = addDays(day, 1);
	return day;
}

function isFree(day: Day): boolean {
	const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
	return weekday === 0 || weekday === 6 || day.endsWith('-01-01') || isEasterMonday(day);
}

function isEasterMonday(day: Day): boolean {
	const { month, date } = easterSunday(Number(day.slice(0, 4)));
	const sunday = `${day.slice(0, 4)}-${pad(month)}-${pad(date)}`;
	return addDays(day, -1) === sunday;
}

/** The anonymous Gregorian computus (Meeus, Jones, Butcher). */
function easterSunday(year: number): { month: number; date: number } {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const d = Math.floor((8 * b + 13) / 25);
	const h = (19 * a + b - Math.floor(b / 4) - d + 15) % 30;
	const i = Math.floor(c / 4);
	const l = (32 + 2 * (b % 4) + 2 * i - h - (c % 4)) % 7;
	const m = Math.floor((a + 11 * h + 22 * l) / 451);
	const sum = h + l - 7 * m + 114;
	return { month: Math.floor(sum / 31), date: (sum % 31) + 1 };
}

const pad = (value: number) => String(value).padStart(2, '0');
