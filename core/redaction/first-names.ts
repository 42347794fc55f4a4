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
    "younes ysee zainab zakaria zeynep zofia zohra"
  ).split(" "),
);
