/**
 * Given names that are common in the Netherlands, also of people with roots elsewhere; written down for this product from
 * general knowledge, so it falls under its licence. A name is kept in small letters.
 */

/** Names that are hardly ever anything else, so that one alone is enough. */
const CLEAR = `
anne marie agnieszka malgorzata wojciech aad aafke aafje aaltje aart abdelkarim abdellah abdul abdullah abel adam adriaan adrie afke agnes ahmad ahmed aisha aïsha
aissa albert albertus alejandro aleksander aleksandra alex alexander alexandra alexandre ali alice alicia alida alina aliyah
amal amina aminata amira amin amir amy anass anastasia andrea andreas andré andrzej angela angelique anita anke anna annabel
anneke anneloes annelies annemarie annemiek annemieke annet annette annick annie annika anouar anouk anton antonio antoon
arend arie arjan arjen arno arnold arnoud arthur arwen asma astrid aya aydin ayoub ayşe ayse aylin azra
barbara bart bas bastiaan ben benjamin bernard bert berend betty bianca bilal björn boudewijn bouchra bram brahim brecht
brenda brigitte burak cagla carel carina carla carlijn carlo carlos carmen carolien caroline casper catharina cathy cees
celine chantal charlotte chris christa christel christiaan christian christina christine claire claudia coen conny cor
corine corrie cornelis cynthia daan damian daniel daniël danielle daniëlle danny daphne dave david debbie deborah denise
dennis derya desiree dewi diana dick diederik dieuwertje dilan dimitri dina dirk djamila dominique donna dorien doris douwe
duygu dylan eddy edith eduard edwin eefje eelco eileen elena elif elias eline elisa elisabeth elise ella ellen elly
elmar els elsbeth elske eman emiel emilia emine emir emma emmanuel emre engin erik erika ernst esmee esmée esra esther eva
evelien eveline evert ewa ezra fabian faisal fardau farah farid fatih fatiha fatima fatma fatoumata femke ferdinand ferry
filip fleur floris frank frans françois fred frederik frederique fréderique frits gabriel gabriela geert geertje gerard
gerben gerda gerrit gert gertjan gijs giel gina giulia gizem goran grace greet greetje grzegorz guido gülsen gülay guus
hakan hakim halima halil hamid hamza hanan hanna hannah hanneke hannie harm harrie harry hasan hassan hassna hatice hedwig
heleen helena helma henk hendrik hendrika henny herman hester hicham hidde hilal hilde hille hugo husein hussein huseyin
hüseyin ibrahim ibtissam ikram ilham ilias ilona ilse imane imke imran ineke inge ingeborg ingrid ioana irene irma isabel
isabella isabelle ismail ivan ivana ivo ivonne jaap jacco jack jacob jacoba jacqueline jacques jaime jakub jamal jamila jan
jana janine janna janneke janny jannie jannes jantine jasper jay jayden jean jeanette jeanine jelena jelle jelmer jennifer
jenny jeroen jessica jesse jet jill jip joan joanna joaquin jochem joep joeri johan johanna johannes john jolanda jolien
jonas jonathan joop joost jordy joris jorien jorn jorrit josé josefien jos joshua joyce judith juan julia julian juliette
jurgen jurre justin kaan kamal karel karen karim karima karin karlijn karolina kasper katarzyna katja kathleen katinka
kay keimpe kees kelly kemal kevin khadija khalid kim klaas koen koos krijn kris krzysztof kübra lamyae lars laura lauren
laurens lea leen leila leendert lenie lennart lieke leo leon leonie leonoor levi leyla lia lianne liam liesbeth lieselot
lieve lilian linda lindsey lisanne lisette livia loes lola lonneke lotte louis louisa louise lourens luca lucas lucia lucie
ludo luka lukas luuk lydia maaike maartje maarten machteld madeleine magda magdalena mahmoud malika malou manon marc marcel
marcella marco margot margreet margriet maria mariam marianne marieke mariëlle marielle marien marije marijke marijn
marina marinus mario marion mariska marit marja marjan marjo marjolein marjolijn marjon marleen marlies marloes marlou
marta martha martijn martin martina martine marwa maryam mathijs mathilde matteo matthias matthijs maud maureen
maurice maurits max mehmet melanie melissa melle menno mert merve meryem mia michael michaël michal michel michelle
michiel mieke miguel mila milan milou mimoun miranda mirjam miriam mirte mirthe mitchell moaz mohamed mohammad mohammed
mohamad monica monika monique mounir mourad mustafa myrthe nabil nada nadia nadine nathalie nathan natalia natasja nawal
naomi nel nelleke nesrin nick nico nicolaas nicole nicky niels nienke nikki nina nisrine noa noah nora noortje noud nour
nura olaf oleksandr olena olga oliver olivia omar oscar osman otto ouassima pascal patricia patrick paul paula paulien
pauline pawel paweł peter petra petronella pien pieter pieternel pim piotr pleun quinten quinty rabia rachel rachid rachida
radouane rahma ralph ramazan ramon randy rania raoul rashid rayan rebecca reinier rembrandt remco remko rené renee renée
renate reshma richard rianne rick rico rik rinske rinus rita robbert robert roberto robin roderick roel roeland roelof
rogier rolf roland romy ronald ronnie rosalie rosanne ruben rudolf ruud ryan saïd said saida saïda salah saleh salim salma
samantha samir samira sandra sanne sander sara sarah saskia sebastiaan sebastian selim selin selma semih serdar serge
sergio sevda shanti sharon sheila siebe siem sietske sigrid silvia simon simone sjaak sjoerd sjors soesja sofia sofie
soraya souad soufiane soukaina stan stef stefan stefanie steven stijn sunita susan susanne suzanne svetlana sven sylvia
sylvie tamara tanja tarik tatiana ted teun teunis thea theo theresa thijmen thijs thomas thierry tijmen tijn tim
timo tineke tjeerd tjitske tobias tomasz tommie trees trijntje truus tuğba twan ufuk ugur ursula valentina valerie
vera victor victoria vincent viola viktor volodymyr wendy wessel wesley wietske wieger willeke willem willemijn
willemien wilma wim wouter wouda wiebe xander yara yasin yasmina yasmine yassin yassine yasser yente yousef youssef yunus
yusuf yvette yvonne zainab zakaria zara zeynep zeki zineb zoë zoey zohra
`;

/** Names that are also a word, a place, a month or an organisation: only with a surname behind them. */
const WITH_SURNAME = `
amber ans ben bart jip jet trees greet arne bo boris charles daisy duuk dorus eef ees els faas fien floor floortje florence frederique
georg george gerlof guus hans hein heidi helen henriette hope ies iris isa ivy jade jaimy jan jane jasmijn jazz joy juul kiki
klaas koos lente leontien lies lily linde lisa liv loek lot luna lynn maan madelief marga mark maurits may mees merel mina
mo nana nele noor novi olivier omer pam phil pip puck rein rob roos rosa sam samen saar saskia senna siep sil sky sofieke stein
sterre storm sun suus tess teddy tom toos ton tony tygo tycho vik vito willy wolf xavi yuna zita
`;

const read = (text: string) => new Set(text.split(/\s+/).filter(Boolean));

/** A given name that alone may already be a person: not one that is also a word. */
export const CLEAR_GIVEN_NAMES: ReadonlySet<string> = new Set(
	[...read(CLEAR)].filter((name) => !read(WITH_SURNAME).has(name)),
);

export const GIVEN_NAMES: ReadonlySet<string> = new Set([...read(CLEAR), ...read(WITH_SURNAME)]);
