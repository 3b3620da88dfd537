/** The words and runs of keys that people reach for when they must think of a password. Lower case, four characters or more. */

const DUTCH = `wachtwoord welkom geheim hallo hoi inloggen toegang beheer beheerder gebruiker vergeten
	januari februari maart april juni juli augustus september oktober november december
	maandag dinsdag woensdag donderdag vrijdag zaterdag zondag lente zomer herfst winter voorjaar najaar
	gemeente gemeenten school scholen onderwijs passend samenwerking samenwerkingsverband samenwerkingsagenda
	samenwerken agenda agendapunt overleg regio regionaal rood oranje groen donkergroen stoplicht monitor wethouder
	bestuurder adviseur coordinator secretaris ambtenaar jeugd jeugdhulp leerplicht kinderen thuiszitters
	nederland holland utrecht amsterdam rotterdam ajax feyenoord oranje voetbal liefde schatje lieverd konijn kanjer`;

const ENGLISH = `password passwort passw0rd welcome letmein secret login admin administrator user guest default changeme
	test demo hello iloveyou love monkey dragon master shadow superman batman football baseball princess sunshine
	football pokemon minecraft computer internet google facebook whatever trustno1 starwars
	january february march june july august october monday tuesday wednesday thursday friday saturday sunday
	spring summer autumn winter qwerty qwertz azerty`;

/** Everybody's guess, whoever the password is of. */
export const GUESSED_WORDS: readonly string[] = [...new Set(`${DUTCH} ${ENGLISH}`.split(/\s+/))];

/** Keys in the order of a keyboard or of the alphabet; each is also read backwards. */
export const KEY_ROWS: readonly string[] = [
	'01234567890123456789',
	'qwertyuiop',
	'asdfghjkl',
	'zxcvbnm',
	'qwertzuiop',
	'azertyuiop',
	'qsdfghjklm',
	'abcdefghijklmnopqrstuvwxyz',
	'1q2w3e4r5t6y7u8i9o0p',
	'1a2s3d4f5g6h7j8k9l',
	'q1w2e3r4t5y6u7i8o9p0',
	'1qaz2wsx3edc4rfv5tgb6yhn7ujm',
	'qazwsxedcrfvtgbyhnujmik',
	'qawsedrftgyhujikolp',
	'1qa2ws3ed4rf5tg6yh7uj8ik',
	'159753',
	'147258369',
];
