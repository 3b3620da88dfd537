/** Words with a capital that are no surname, and words around a name that make it something else than a person. */

const read = (text: string) => new Set(text.split(/\s+/).filter(Boolean));

/**
 * In small letters: words that begin a sentence, offices, and gemeenten and other names of the field. None of them is taken
 * for a surname behind a given name or a single initial.
 */
export const NO_SURNAME: ReadonlySet<string> = read(`
de het een er en dit dat deze die dan daar daarna daarom hier hierna hierdoor we wij zij ze hij ik u ook in op na voor met bij
om als alle elke door tot vanaf verder maar sinds wat wie waar nu zo van aan te over uit per tijdens omdat toch samen beide
allebei zodra volgens wel niet geen veel meer nog al is zijn was waren heeft hebben had gaat gaan kan kunnen moet wil krijgt
krijgen komt wordt werkt doet vindt zit woont
januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag
vrijdag zaterdag zondag kwartaal halfjaar
wethouder burgemeester raad college gemeente gemeenten gemeenteraad griffie bestuur bestuurder directeur coördinator adviseur
beleidsadviseur leerplicht leerplichtambtenaar school scholen onderwijs jeugd jeugdhulp jeugdzorg zorg regio thema agenda
agendapunt peilmoment overleg wet swv samenwerkingsverband rea oogo rbl ggd ggz vo po so vso sbo mbo pro opdc rmc jgz cjg wmo
avg ib'er
woerden montfoort oudewater utrecht stichtse vecht ronde venen bodegraven reeuwijk kamerik harmelen linschoten maarssen
breukelen loenen mijdrecht vinkeveen wilnis abcoude nieuwegein ijsselstein lopik houten zeist amersfoort gouda alphen
vianen culemborg tiel lekstroom rijnmond nederland europa
`);

/** Before a name: what is named after a person is no person. In small letters. */
export const NAMED_AFTER: ReadonlySet<string> = read(`
school basisschool scholen college lyceum gymnasium stichting bureau locatie praktijk huize huis obs cbs kbs rkbs pcb pcbs ikc
sbo vso programma project methode aanpak wet model fonds commissie sporthal gebouw sint st prins prinses koning koningin hotel
restaurant instituut centrum kerk wijk buurt straat zwembad vereniging uitgeverij software systeem schaal test lijst protocol
schoolvereniging kindcentrum mavo museum heilige zalige paus keizer
`);

/** The word itself or the one behind it: buildings, streets and institutions. */
export const PLACE_ENDING =
	/(?:school|scholen|college|lyceum|gymnasium|straat|laan|weg|plein|kade|park|dreef|hof|singel|gracht|brug|stichting|instituut|centrum|huis|kerk|fonds|methode|groep|bv|wet|award|prijs|leerstoel|onderwijs|vmbo|mavo|academie|academy|foundation)$/iu;
