/** What stands in the letterheads to start from, in both formats. */

/** What stands before each field, in two columns above the letter. */
export const EXAMPLE_LINES = [
	['Aan', '{{geadresseerde}}'],
	['Onderwerp', '{{onderwerp}}'],
	['Kenmerk', '{{kenmerk}}'],
	['Kennisnemen van', '{{kennisnemen_van}}'],
	['Portefeuillehouder', '{{portefeuillehouder}}'],
	['Datum advies', '{{datum_advies}}'],
	['Datum college', '{{datum_college}}'],
	['Behandeling', '{{behandeling}}'],
	['Status', '{{status}}'],
	['Bijlagen', '{{bijlagen}}'],
	['Adviseur', '{{adviseur}}'],
] as const;

export const EXAMPLE_TEXT = {
	header: '{{gemeente}}',
	place: '{{soort}} aan de raad van {{gemeentenaam}}',
	date: '{{datum}}',
	/** Alone on its line, so that the line is gone when there is no argument. */
	argument: '{{argument}}',
	salutation: '{{aanhef}}',
	signature: '{{ondertekening}}',
	footer: '{{regio}} · {{agenda}} · {{peilmoment}} · controlegetal {{controlegetal}}',
} as const;
