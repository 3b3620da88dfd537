/** Draws the stacked bars of TrendChart. In a file of its own, so that chart.js is loaded only where it is drawn. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip, type Plugin } from 'chart.js';
import { isLevel } from '#lib/domain/level.ts';
import { LEVEL_LETTER, type LevelOrNone } from '#lib/text/nl.ts';

interface Series {
	level: LevelOrNone;
	word: string;
	values: readonly number[];
}

const INK = '#16213a';
const LINE = '#d3d9e4';
/** Lower bars have no room for a letter and number. */
const LOWEST_BAR = 15;
/** Narrower bars have room for the letter only. */
const NARROWEST_BAR = 30;

/** Fill and text come from the tokens in tokens.css; canvas cannot read them itself. */
function token(name: string): string {
	return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

export function drawTrend(
	canvas: HTMLCanvasElement,
	rounds: readonly string[],
	series: readonly Series[],
	/** The top of the scale, so that charts side by side can be compared; null lets the numbers decide. */
	most: number | null,
): Chart {
	Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);
	Chart.defaults.font.family = "'Noto Sans', sans-serif";
	const ordered = fromTheGround(series);
	const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
	return new Chart(canvas, {
		type: 'bar',
		data: {
			labels: [...rounds],
			datasets: ordered.map((one) => ({
				label: one.word,
				data: [...one.values],
				backgroundColor: one.level === 'unanswered' ? hatch(canvas) : token(one.level),
				borderColor: isLevel(one.level) ? '#fff' : token(`${one.level}-text`),
				borderWidth: isLevel(one.level) ? { top: 2 } : 1,
				borderSkipped: false,
				maxBarThickness: 64,
				categoryPercentage: 0.9,
			})),
		},
		options: {
			animation: still ? false : { duration: 250 },
			maintainAspectRatio: false,
			color: INK,
			scales: {
				x: { stacked: true, grid: { display: false }, ticks: { color: INK } },
				y: {
					stacked: true,
					beginAtZero: true,
					...(most === null ? {} : { max: most }),
					grid: { color: LINE },
					ticks: { color: INK, precision: 0 },
				},
			},
			plugins: { tooltip: { mode: 'index', itemSort: (a, b) => b.datasetIndex - a.datasetIndex } },
		},
		plugins: [letters(ordered)],
	});
}

/** Best at the bottom, so that the green grows from the ground up; what is no level on top of it all. */
function fromTheGround(series: readonly Series[]): Series[] {
	const known = series.filter((one) => isLevel(one.level)).toReversed();
	return [...known, ...series.filter((one) => !isLevel(one.level))];
}

/** Letter and number in every part, so that colour is never alone. */
function letters(series: readonly Series[]): Plugin<'bar'> {
	return {
		id: 'letters',
		afterDatasetsDraw(chart) {
			const { ctx } = chart;
			ctx.save();
			ctx.font = "600 12px 'Noto Sans', sans-serif";
			ctx.textAlign = 'center';
			ctx.textBaseline = 'middle';
			for (const [index, one] of series.entries()) {
				ctx.fillStyle = token(`${one.level}-text`);
				for (const [column, bar] of chart.getDatasetMeta(index).data.entries()) {
					const { x, y, base, width } = bar.getProps(['x', 'y', 'base', 'width'], true);
					const value = one.values[column] ?? 0;
					if (typeof base !== 'number' || typeof width !== 'number' || base - y < LOWEST_BAR) continue;
					const letter = LEVEL_LETTER[one.level];
					ctx.fillText(width < NARROWEST_BAR ? letter : `${letter} ${value}`, x, (y + base) / 2);
				}
			}
			ctx.restore();
		},
	};
}

function hatch(canvas: HTMLCanvasElement): CanvasPattern | string {
	const tile = document.createElement('canvas');
	tile.width = 6;
	tile.height = 6;
	const pen = tile.getContext('2d');
	const target = canvas.getContext('2d');
	if (!pen || !target) return '#fff';
	pen.fillStyle = '#fff';
	pen.fillRect(0, 0, 6, 6);
	pen.strokeStyle = '#b9c1cf';
	pen.beginPath();
	pen.moveTo(-1, 7);
	pen.lineTo(7, -1);
	pen.stroke();
	return target.createPattern(tile, 'repeat') ?? '#fff';
}
