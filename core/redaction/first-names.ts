/** Frequent first names, folded: a second vote where the cue alone is weak ("dear …", "thanks, …", lower case). */
export const firstNames: ReadonlySet<string> = new Set(
  (
    "adam adele adrien agathe agnes ahmed aicha alain alban alex alexandra alexandre alexis alice alicia aline alison alma amandine amelie amina amir amy ana anais andre andrea andreas andrew " +
    "andy angela angelique anna anne annette annie anouk anthony antoine antonio arnaud arthur astrid audrey aurelie aurelien axel ayoub barbara baptiste beatrice ben benedicte benjamin benoit bernard bernd " +
    "bertrand bilal bob boris brahim brian brigitte bruno bryan camille carine carl carla carlos carmen carole caroline catherine cecile cedric celine chantal charles charlie charlotte chiara chloe chris " +
    "christa christel christelle christian christiane christine christophe claire clara claude claudia claudine clemence clement colette corinne cyril damien dan daniel daniela daniele danielle david deborah delphine " +
    "denis denise diana didier diego dieter dimitri dominique dorothee driss eddy edith edouard edward elena eleonore eliane elisa elisabeth elise eliott elizabeth ella elodie eloise emilie emily emma emmanuel " +
    "emmanuelle enzo eric erica erik erwan esther estelle ethan etienne eva evelyne fabian fabien fabienne fabio fabrice fadila fanny farid fatima fatou felix fernando fiona florence florent florian france " +
    "francesco francis francisco franck francois francoise frank franz fred frederic frederique gabriel gabrielle gael gaelle geoffrey georg george georges gerald gerard gilbert gilles giorgio giovanni giulia " +
    "gregory guillaume gustavo guy hakim hamid hanna hannah hans harry hassan heather heike heinz helena helene henri henry herve hicham hugo hugues ibrahim igor imane ines ingrid irene iris isabel isabelle " +
    "ismael ivan jack jacob jacqueline jacques jake jamal james jan jane janet jason javier jean jeanne jeff jennifer jeremy jerome jess jessica jim joan joao joel joelle johan johann johannes john jonas " +
    "jonathan jordan jorge jose josephine joseph joshua juan judith julia julian julie julien juliette jurgen justine kamel karen karim karin karine karl kate katharina katherine kathy katia katie katrin " +
    "kelly ken kevin khadija khaled kim kurt kyle lars laura laure laurence laurent lea leila lena leo leon leonardo leslie lila liliane lina linda lionel lisa loic lola lorenzo louis louise luc luca lucas " +
    "lucia lucie lucien ludovic luis luigi lukas lydia lynn madeleine magali malik manfred manon manuel manuela marc marcel marco marcus margaret margaux margot maria mariam marianne marie marina mario marion " +
    "mark markus marta martha martin martina martine mary mateo mathieu mathilde mathis matt matteo matthew matthias matthieu maud maurice max maxime megan mehdi melanie melissa meryem michael michel michele " +
    "micheline michelle miguel mike mireille mohamed mohammed monica monika monique morgane mourad moussa muriel mustapha myriam nabil nadege nadia nadine najat naomi natalia natalie nathalie nathan neil nicholas " +
    "nick nicolas nicole nina noah noemie nora norbert odile oliver olivia olivier omar oscar otto pablo paola paolo pascal pascale patrice patricia patrick paul paula pauline pedro peggy peter petra philip " +
    "philippe pierre pieter pietro priya quentin rachel rachid rafael rania raoul raphael raymond rebecca regine regis remi remy renate renaud rene renee ricardo riccardo richard rita robert roberto robin rodrigo " +
    "roger roland romain roman romane rosa rose ruben ruth ryan sabine sabrina said salah salim salima sally sam samia samir samira samuel sandra sandrine sandy sara sarah sascha scott sean sebastian sebastien " +
    "serge sergio severine sharon silvia simon simone sofia sofiane solange solene sonia sophia sophie stefan stefano stella stephan stephane stephanie stephen steve steven sue sunil susan susanne suzanne sven " +
    "sylvain sylvie tania tanja tanya tara tarik ted teresa theo theodore therese thibault thibaut thierry thomas tim timothee timothy tina tobias tom tomas tommy tony tristan ulrich ursula uwe valentin valentine " +
    "valerie vanessa vera veronica veronique victor victoria vincent violette virginie viviane walter wendy werner will william willy wolfgang xavier yacine yann yannick yasmina yasmine yassine yohan yolande " +
    "youcef youssef yusuf yvan yves yvette yvonne zach zara zineb zoe joris sanne daan femke lotte bram pieter anouk joost wouter maarten ruud henk inge " +
    "aaron abdel abdelkader abdou aboubacar adama adriana afonso agustin aidan aisha alassane alberto alejandra alejandro alessandra alessandro alessia alfie alfonso alfredo alistair alvaro " +
    "amalia amelia aminata amine amparo anabela anaelle anatole angelo angus anil anita annemarie annika antje antonella araceli arianna arjen arjun armand armelle ashley assia ava awa " +
    "aymeric aziza babette bakary bart basile bastiaan bastien beatriz begona belen berenice bernardo beth bianca bintou birgit bjorn blandine brandon britta bruna callum camilla capucine " +
    "carlo carol carolyn carsten catarina cecilia cees celia cesare chaima charly cheikh cheryl chinedu cindy clarisse claudio cleo clotilde coen colin concepcion concetta conor consuelo " +
    "corentin craig cristiano cristina cristobal cyrille dalila damienne daphne dario darren davide debora declan deepak delphin deniz derek detlef diogo dirk djamila djibril dolores " +
    "domenico domingos donatella dorothy douglas duarte duncan dylan eamon edgar edmond edoardo eduardo eileen elaine elie elif elisabetta elke emanuele emeka emeline emilio emre encarna " +
    "enora enrica enrique erin erwann esmee esteban ettore euan eugene eugenia evan evie fabrizio fanette farah fatih fatoumata federica federico felipe fergus fermin fernand filipa filipe " +
    "filippo finn fiorella flavie fode frances francisca frauke freya friedrich gareth gary gaspard gaston gavin geert gemma georgia gerd gerhard germaine gerrit ghislain ghislaine giacomo " +
    "gianluca gianni gijs gillian gina ginevra gisela giuliana giulio giuseppe goncalo gonzalo graca graham grazia gregorio guilherme guillermo gunter gwen gwenael gwenaelle hafida hamza " +
    "hanneke harriet hassane hayley heiko helder helga helmut hendrik hildegard holger horst hortense houda howard huguette hussein iain ian ibrahima ignacio ilaria ilse ilyes imran " +
    "inmaculada iqbal isidro isla issa ivana jaime jamie janine jasmine jasper jeanine jeannine jelle jenna jenny jeroen jill jimena joana joanna joanne joaquin jocelyn jocelyne jochen jodie " +
    "joe johanna jolanda jorg josette josiane joyce judy julio jutta kader kadiatou karsten kayleigh keith kelechi kenza kerry ketty khadidja kieran kilian killian kirsty klaus koen kristin " +
    "krzysztof kwame latifa lauren laurine layla leendert leonie leonor leopold liam lianne lidia lieke lilian lilou linh lisette loane loick lorene lorraine louane louisa lucette lucrezia " +
    "lucy luigia luisa luisinho luke lurdes maaike macarena maelle maelys maeva maeve mafalda mahmoud maisie maite malcolm malika mamadou manolo manpreet marcelle marcelline marcello marcelo " +
    "marcos marek margarita mariama marieke marielle marjolein marlene marloes marthe martijn marylin maryse massimo mateusz matthis mattia maureen mauricette maurizio mehmet melina mia " +
    "michela mickael mila millie mina mirjam mirko mohammad molly montserrat moustapha muhammad murray nacer nadir nadja naima nasser nassim natasha nathanael nawel neha nelson niall niamh " +
    "nicolo niels nigel niklas ninon noelie noelle nolan noortje nour nuno nuria oceane oceanne olga oluwaseun ophelie oumar ousmane owen paco pamela patricio patrik patrizia paulette paulo " +
    "pawel phil phoebe pierluigi pierrette pierrick piet piotr quitterie rabia rafa raffaele rainer rajesh ralf ramon raquel ravi rayan raymonde redouane reinhard remco renata renato rens " +
    "renzo rhys rik roberta robyn rocco rocio roel rory rosanna roselyne rosie roxane rudi rudiger rui rute rutger sabri sacha sadio safia salif salvatore samba sander sandie sanjay santiago " +
    "saoirse scarlett seamus sebastienne sekou serena seydou shabana sheila shirley sian sigrid silke silvana silvio simao simona simonne sinead siobhan sira sjoerd sofie solenn soraya souad " +
    "stanislas stefania steffen stijn sunita susana svenja sybille tariq tatiana tessa thaddee thijs thorsten tiago tidiane tijn titouan tommaso torsten toufik tracey trevor tunde ugo ulrike " +
    "umberto uta ute valentina valerio valery vasco vianney vicente vikram vittoria vittorio volker wafa walid waltraud wilhelm willem willemijn ximena yara yasin yoann yolaine yolanda " +
    "priyanka thibaud aurore imogen nguyen younes ysee zainab zakaria zeynep zofia zohra " +
    "abdul abdulla abdullah abigail abraham achim addison adelaide adeline adnan adrian afsana agatha ahmad aiden akira albane albert albertine aldo alec aleksander aleksandra alexandru " +
    "alexia alfred alienor alina aliou alisha aliyah alla allan allen allison aloise alphonse alyssa amadou amal amara amit amna amrita anand ananya anastasia anders andras andree andrei " +
    "andrej andrzej aneta angele angelica angelika angelina ania anja anke annabel annabelle annaelle annick anouchka anselme ansgar anthea anton antonia antonie apolline arash archibald " +
    "archie arda ardit arend argyro ariane aristea arlette armance arne arno arnold arsene arthus arturo arvid asha ashok ashton asim aslan asma atul aubrey audra auguste augustin aurelia " +
    "axelle ayesha aylin ayse azra bachir barney barry bartosz basma bassam beata beate beatrix becky begum belinda benedict benedikt bengt beranger berengere berit bernadette bernhard " +
    "bernice bert bertha berthe bertil besim bessie bettina beverley beverly bhavna billie birger birgitta birthe bjarne blaise blake blazej bobby bodil bogdan boleslaw bonaventure bonnie " +
    "borja bosko boubacar brad brady branko brenda brendan brent brett brice bridget bronislaw bruce bryce burak byron caitlin caleb calvin cameron candace cansu cara carina carlton carmela " +
    "carmine carrie casper cassandra cassie catalin catalina cathy celestin cem chad chandra charlene charline chester chidi chinwe christie christina christopher christos ciro claas " +
    "clarence claudette claudie clayton clea clelia clemens cleophee clifford clint clive clyde coline colleen colombe connie connor constanze cordelia corey corina cornelia cornelis cosimo " +
    "costel courtney curtis cynthia cyprien czeslaw dagmar dalida damian damiana dana danny danuta daphnee darek darius dariusz darlene darrell darryl dave davy deanna debbie debra deepika " +
    "deirdre delia demetrios dennis derrick desislava desmond diane dianne dieuwke dimitar dimitra dimitrios dina dinesh dobromir dominic donatas donna doreen dorian dorin dorine doris " +
    "dorota doug dragan dragana duane dudley dusan dwayne dwight eberhard ebony eckhard eddie edeltraud edgard edina edmee edna edwige edwin efrain eino elaina eleanor elham eliana elias " +
    "elijah elina eline eliot elisabet elisee ellen ellie elliot elliott elmar elouan elsie elzbieta emel emeric emile emilia emilienne emine emmy enguerrand enrico erdem erich erika erkan " +
    "erna ernest ernestine ernst esme esmeralda esra ester ethel etta eudes eugen eugeniusz eulalie euphrasie evariste evelyn ewa ewald eyup ezra fabiola fabrizia fanta farida fatemeh fatma " +
    "faustine faye felicie felicite felicity ferenc fernanda ferran fiete filip florentin floriane florin florine floyd folke francesca francette francine franciszek franjo frankie freddie " +
    "freddy fredrik friederike friedhelm frits fritz fumiko gabin gabor gabriela gabriele gaetan gaetane galina garrett gauthier gautier gavriil genevieve geoff geraldine gerda gerhild " +
    "gernot gerry gesa gesine ghalia gianfranco gilberte ginette giorgia giovanna gisele gisella gitta gizem gladys glenda glenn gontran goran gosia gotz gracieuse graziella grazyna greg " +
    "gregor greta grzegorz gudrun gunnar gunther gustav guusje gwendoline habib hadrien hailey hakan halil halima hanne hannelore hansjorg harald hardeep haris harpreet hartmut haruka hasan " +
    "hatice hattie hayden hedi hedwig heidi heidrun heinrich helmuth heloise hendrika henning henrik herbert hermann hermine hilaire hilary hilda hilde hippolyte hiroshi hollie honorine " +
    "hubert huseyin idriss ignacy ilan iliana ilka ilona imelda imke imogen indira inga ingeborg ingo ioana ioannis ionut irena irina irma irmgard irmtraud irving isaac isabella isaiah " +
    "isaure isidore ismail istvan ivanka ivo ivona iwona izabela jacek jackie jacky jaclyn jacqui jacquot jaden jadwiga jakob jakub janek janina jannik janos janusz jany jared jarek jaroslav " +
    "jaroslaw jarrod jasmin jawad jayden jeanette jeannette jeannie jeannot jeffrey jehanne jelena jemima jenni jens jeremiah jerry jerzy jesper jesse jiri joachim joanie joann joaquim " +
    "jochem jodi joey johnnie johnny jolanta jon jonna jonny jordane josee josef josefa josefina josh josiah jovan jovana jozef jozsef juana juanita juanjo judit juergen jukka jules juliana " +
    "juliane juliet julita justin kaan kacper kaitlyn kaja kalle karel karima karina karla karol karolina karoline kasia kaspar kassandra katalin katarzyna katell katelyn katerina katharine " +
    "kathleen kathrin kathryn katja katka katrina kayla kazimierz keira kemal kendra kenji kenneth kenny keri kerim kerri kerrie kerstin kevyn kimberley kimberly kiran kirsten kjell klaas " +
    "klara klaudia knut konrad konstantin konstantinos kornelia kosta kristen kristi kristina kristine kristy krystal krystian krystyna kubilay kumar kylie lajos lakshmi lamia lamine larisa " +
    "larry lasse laszlo latoya laureen laurena lauri laurie lawrence leah leandre leandro leane leanne leif leigh lennart leocadie leonce leone leonhard leonidas leontine lequien lester " +
    "leszek leticia levent liana libby lidewij liesbeth lillian lillie lindsay lindsey linette lionelle lise liselotte liz liza lizea ljubica lois lonnie lorella lorena loretta lori lorna " +
    "lothaire lothar lottie louison luana lubin luciano lucienne lucille lucinda ludger ludivine ludmila ludwig luella luigina lujza lukasz luther lutz lydie lyes lyle lyna lynda lynette " +
    "lynne mabel mable maciej mackenzie madalina maddie mael maelie maelyne magalie magda magdalena maggie magnus mahaut mahmut malgorzata mallory malo malte malvina mandeep mandy manelle " +
    "manoj marcela marcella marcia marcin marcy mareike maren mareva margarete margery margie margret margrethe marguerite marian mariana marianela mariannick maribel mariella mariette " +
    "marija marijke marika marilena marilyn marit marita mariusz mariya marjorie marketa marko marlies marlon marlyse marsha martial marvin maryam maryline maryvonne marzena masako mathew " +
    "mathias mathurin matilda matilde mats mattias maurits mavis maximilien maximilienne maylis mechthild meera mehran melchior melike melinda meltem melvin meredith merete merle merve " +
    "messaoud mesut micah michaela michail michal michalina mickey mieczyslaw mihaela mihai mijo mikael mikkel miklos milena milica milos miloud milton mindy minnie miranda mirela miriam " +
    "miroslav miroslaw mitch mladen moira morgan morgann moritz morris muhammed murat mustafa mylene myra myrtle myung nadezhda nahla nancy nando nans narendra nasrin nasrine nassima " +
    "natalija natascha nate nathaniel nawal nayla ned neele nellie nelly nenad nermin nestor nettie nevena nicky nico nicodeme nicola nicoleta nicolette nigella nikita nikola nikolai nikolaj " +
    "nikolaos nils nisha nives noel noreen norman noura nouria nurcan octavian octavie odette odilon olaf oleg oleksandr olena oliwia ollie ombeline omid ondrej orane orhan oriane orsolya " +
    "oskar osman otilia ovidiu owain ozlem pacome pam panagiotis pantelis parvati pascaline patrycja patsy patti patty pavel pavla paweena peder pekka pelin penelope perrine perry petar pete " +
    "petr petros phillip phyllis piero pierrot piers polina polly pooja pradeep prakash pranav predrag prisca priscilla przemyslaw quincy rachida radek radka radoslaw radouane radu rafal " +
    "raffaella rahma raimund rajaa rajiv ralph raluca ramazan ramesh ramiro ramzi randall randy raphaelle rashid rasmus raul ravindra razvan reda reece reggie reginald reiner reinhold " +
    "reinier renald reto reynald rhiannon rhoda rhonda ricky riley robbie rochelle roderick rodica rodney rodolphe rohan rolf romana romuald ronald ronan ronnie rosalba rosalie rosalind " +
    "rosaria rosemary rosemonde rosita roswitha roxanne rubina ruddy rudolf rudolph rufus rupal rupert ruslan russell sabah sabina sadie sadik saeed safi sakura salman samantha sammy samuele " +
    "samy sanaa sandeep sandor sanna sarita sasha saskia saul sebastiano sedat selcuk selim selin serap sergei sergej serhat serkan servane seth sevda seydina shahid shane shannon sharron " +
    "shaun shawn shelby sheldon shelley sherine sherri sherry sheryl shirin shreya sidonie siegfried siegrid sigismond sigrun siham silje silvester simeon sinan sixtine sladjana slawomir " +
    "slimane slobodan sofian sofija soizic solal sonja sonya sophian soren sorin spyros srdjan stacey stacy stanislav stanislaw stanley steeve stefanie stefanos steinar stelian stephania " +
    "stephany suki suleyman sumitra suresh suzette suzie svante svetlana swati sybil sylvaine sylvester sylvette sylviane sylvio sylwia szymon tabitha tadeusz taina takashi tamara tamas " +
    "tamer tammy tamsin tanguy tasha tatjana teodora terence tereza terri thais thelma theodoros theophane theophile theresa thierno thilo thorben tibor tifenn tihana tilly tilman timmy timo " +
    "timothe tjeerd toby todd toinette tomasz tomislav tommie toni torben tore tracy travis tricia trine trisha tristana trudy tuan tugba tuulikki tyler tyrone udo ulf uli ulrika umut ursel " +
    "ursule urszula uschi usha vahid valarie valentino valere valeria vanina vasil vasile vasilis venceslas verena vernon veronika vesna vibeke vicki vicky victorien victorine vidar vijay " +
    "viktor viktoria vilma viorel virgile vishal vivian viviana vivienne vlad vladimir vojtech walburga waldemar wassim wendell whitney wiebke wieland wieslaw wiktor wiktoria wilfred wilfrid " +
    "wilfried wilhelmina wilma winfried winifred winston wioletta wissam witold wladyslaw wojciech xaviere yahya yamina yanis yannis yasmin yassin yavuz yesim yilmaz yohann yohanna youri " +
    "yseult yuki yvanne yvon yvonnick zacarias zacharie zachary zahia zaineb zbigniew zdenek zdravko zelie zeljko zinedine zlatko zoey zoheir zoltan zoran zoubida zsofia zsuzsanna zygmunt " +
    "abdelaziz abdellah abdoulaye abena adaeze adeel agnieszka ahmet ainhoa aisling aissatou aitor akua alan alasdair alba albie alexander alexei ali amaia amanda amber ambre " +
    "amira anas ander andres ane angel anjali ann anneli anneliese antti aoife arnau arun asmae assunta aurora austin babatunde balwinder barnaby bertie betty billy blair bohdan " +
    "brittany busra calum caoimhe carmelo carolina caterina cheick chioma chukwuemeka cian ciara cormac cristian daisy darragh deepa despina dimitris djeneba dmitri dmytro " +
    "dorthe dounia ebba eimear ekaterina eleni eliza elon elsa encarnacion eoin espen esperanza evi ewan faisal fatiha fenna filomena finlay finley fionn fleur floris folake " +
    "franziska fraser freja geeta geir gennaro gheorghe ghizlane giorgos gloria gorka grace grainne gurpreet hamish hanane harper helen henrique houria hussain ifeoma iker ilyan " +
    "immacolata imtiaz inger itziar ivy jade janice jari jaspreet jenson jeppe jesus jordi jude juha kamil kari kashif kasper kateryna kavita khalid kofi kostas kwabena lachlan " +
    "laetitia leena leire lerato levi lily linnea liv logan loredana lotfi luuk lyudmila madalena madison mads maja manish manjit margareta margarida marissa marius marja marjan " +
    "martim mason matti maximilian meena mees mei mercedes mette mikel mikhail mikko milan minna modou morten murdo naim nasreen nataliia naveed nerea ngozi nikos nitin nizar " +
    "noe noelia nomsa noor noureddine oisin oksana olatz olha oriol orla ornella oumou oyvind padraig paivi panos pape pasquale philipp pia pilar poppy ragnhild raj rakesh " +
    "ramata ramona rekha reuben riad rikke ritva rohit roisin romy roos rosario rowan roxana roy ruairidh rukhsana rune safiya saida salvador sari satya serhiy serigne shazia " +
    "sienna sihem sipho solveig souleymane soumia stavros struan stuart sumaya sundar svein tadhg tahir tanveer taras tarek terje terry tess thabo thea tijmen timeo tine trond " +
    "tuula unai usman vasiliki victoire viggo vikas vincenzo virginia volodymyr waqar wayne willie willow xabier yaroslav yaw yetunde yulia yuliia yuri zack zubair"
  ).split(" "),
);

/** Those that are a word of some language as well. */
const ambiguous: ReadonlySet<string> = new Set(
  "ben will may mark rose france max victor alma lola carmen robin leo clement sam bram dan don pia noor nour gael rene said art chance georgia victoria florence alexandria chester lincoln mia sol bob rob bo al ed jade jim ute uta cem esra ester bella salim nancy lourdes daisy grace ivy jade lily amber ambre willow rowan harper jude mason logan wayne austin madison milan virginia gloria aurora victoire fleur betty billy levi jesus mercedes esperanza angel pilar noe romy sienna blair alba salvador poppy".split(
    " ",
  ),
);

/** Those that tell a name by themselves, when a surname follows. */
export const leadingNames: ReadonlySet<string> = new Set([...firstNames].filter((name) => !ambiguous.has(name)));
