"""First names that the press of Europe, the Americas and India signs with: what tells a person from a chapter of a site.

Where a line says "Nora Whitfield" or "Video Production" and nothing else, only the first word tells which is a byline.
Common names, put down from general knowledge and not from any register; a name that is missing costs a byline, no more.
"""

from __future__ import annotations

FIRST_NAMES = frozenset(
    "aaron abby adam adrian adriana ahmed aidan aisha alan alana albert alberto alejandra alejandro alessandra alessandro alex alexa alexander alexandra alexandre alexis "
    "alfonso alfred ali alice alicia alina alison allan allison alyssa amanda amber amelia amit amir amy ana anastasia anders andrea andreas andrew andré andrés andrzej angela angelika "
    "angelina angelo anita anja anjali ann anna anne annette annika anthony antoine anton antonia antonio arjun arnaud arthur arun asha ashley astrid audrey aurélie ava axel barbara "
    "bartosz beate beatrice beatriz ben benedikt benjamin benoît bernard bernd beth bianca bill björn bob boris brad brandon brenda brett brian bridget britta bruce bruno bryan caitlin "
    "camila camille carl carla carlo carlos carmen carol carolin caroline carsten catarina catherine cathy cécile céline chad charles charlie charlotte chelsea cheryl chiara chloe chris "
    "christian christiane christina christine christoph christophe christopher cindy claire clara claudia claudio clemens colin connor constanze courtney craig cristina curtis cynthia daisy "
    "dale damian damien dan dana daniel daniela daniele danielle danny dario darren dave david davide dean deborah debra deepak denis denise dennis derek diana diane diego dieter dirk "
    "dominic dominik dominique don donald donna dorothea doug douglas duncan dylan ed eddie eduardo edward eileen elena elias elisa elisabeth elizabeth ella ellen elliot emily emma emmanuel "
    "eric erica erik erika erin esther ethan eugene eva evan eve evelyn fabian fabio fabrice fatima federica federico felicia felipe felix fernanda fernando fiona florian frances francesca "
    "francesco francisco franck frank frauke fred frédéric friedrich gabriel gabriela gareth gary gavin geoffrey georg george gerald gerd gerhard gianluca gilles gina giorgio giovanni giulia "
    "giuseppe glen glenn gloria gonzalo grace graham greg gregor gregory guillaume gustavo hanna hannah hans harald harriet harry heather heidi heike heinrich heinz helen helena helmut hélène "
    "henning henrik henry holger holly howard hugh hugo ian ignacio igor ilona inga ingo ingrid irene irina isaac isabel isabella isabelle ivan jack jackie jacob jacqueline jacques jaime jake "
    "james jamie jan jana jane janet janine jarosław jasmine jason javier jay jean jeff jeffrey jelena jen jennifer jenny jens jeremy jérôme jess jessica jill jim joachim joan joanna joanne joão "
    "joe joel johan johanna johannes john johnny jon jonas jonathan jordan jorge josé josef joseph josh joshua joyce juan judith judy jules julia julian juliana julie julien juliette julio june "
    "jürgen justin karen karin karl karsten kasper kate katharina katherine kathleen kathrin kathryn kathy katia katie katja katrin kay keith kelly ken kenneth kerry kerstin kevin kim kimberly "
    "kirsten klaus konrad konstantin kristen kristin kristina kurt kyle lara larry lars laura lauren laurence laurent lea leah lee lena leo leon leonardo leonie leslie liam lily linda lindsay lindsey "
    "lisa liz logan lorenzo lori lorraine louis louise luc luca lucas lucia lucía lucie lucy luis luisa luiz lukas luke lydia lynn łukasz maciej madeleine madison magdalena maja malcolm manfred "
    "manuel manuela marc marcel marcelo marcin marco marcos marcus marek margaret margarita maria maría mariana marianne marie marina mario marion mark marko markus marlene marta martha martin martina "
    "mary mateusz mathias mathieu matt matteo matthew matthias matthieu maureen maurice mauro max maximilian maya megan mehmet melanie melissa mia michael michaela michał michel michela michele michelle "
    "miguel mike mila milan miranda miriam mohamed mohammed molly monica monika morgan mónica nadia nadine naomi natalia natalie natasha nathalie nathan neha neil nele nicholas nick nicola nicolas nicole "
    "nikita niklas nikolaus nils nina noah noel nora norbert norman oliver olivia olivier olga oscar otto owen pablo pamela paola paolo pascal pat patrice patricia patricio patrick patrizia paul paula paulo "
    "pavel pedro peggy penny peter petra phil philip philipp philippe phoebe pierre piers piotr priya rachel rafael rahul rainer raj rajesh ralf ralph ramon raphael raphaël raquel ravi ray raymond rebecca reinhard "
    "renata renate rené ricardo riccardo richard rita rob robert roberta roberto robin rodrigo roger roland rolf roman ron ronald rory rosa rosie ross roxane roy ruben rudolf russell ruth ryan sabine sabrina sally "
    "sam samantha samir samuel sandra sandrine sanjay sara sarah sascha scott sean sebastian sébastien serena sergei sergey sergio shannon sharon shaun sheila shelly sibylle silke silvia simon simona simone sofia "
    "sofía sonia sonja sophia sophie stacey stefan stefanie stefano steffen stella stephan stephanie stéphane stephen steve steven stewart stuart sue sunil susan susana susanna susanne suzanne sven svenja svetlana "
    "sylvia sylvie tamara tania tanja tanya tara tatiana ted terry thérèse theresa thierry thomas thorsten tiago tiffany till tim timo timothy tina tobias todd tom tomas tomasz tommaso toni tony torsten tracey "
    "tracy travis trevor tristan troy tyler udo ulrich ulrike ursula ute uwe valentin valentina valeria valérie vanessa vera veronica verónica véronique vicky victor victoria vincent vincenzo viola virginia "
    "vivian vladimir volker walter wanda warren wendy werner wiebke wilhelm will william wolfgang wouter xavier yan yann yasmin yolanda yvonne zachary zoe zoé callum "
    "sanne pieter jan-willem maarten jeroen joost bas sander femke anouk marloes esther wouter hans willem kees henk marieke annemarie thijs lotte roos floor ilse inge "
    "lars-erik anders astrid ingrid kjell magnus håkan åsa malin elin sofie mette søren jesper rasmus kirsten pål øyvind kari juhani mikko jukka sari päivi "
    "agnieszka małgorzata katarzyna krzysztof paweł wojciech jakub kamil zuzanna ewa jiří tomáš lucie markéta péter zsófia "
    "álvaro íñigo begoña rocío pilar nuria iker ines inês rute josé-luis jesús ángel ángela inés belén mónica beatriz caio thaís "
    "سمير محمد أحمد محمود علي حسن حسين خالد عمر يوسف مصطفى إبراهيم عبد فاطمة مريم سارة ليلى نور هدى رنا "
    "иван алексей александр александра анна анастасия андрей антон борис валентин виктор виктория владимир дарья денис дмитрий евгений евгения екатерина елена ирина константин ксения максим мария марина михаил наталья "
    "никита николай олег ольга павел петр роман светлана сергей татьяна юлия юрий".split()
)
