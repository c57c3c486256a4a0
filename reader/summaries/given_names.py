"""Words that tell people from places and everything else: given names, titles, parts of names of institutions, countries.

Data only, written for this program from general knowledge; a hint among others, never the only proof.
"""

from __future__ import annotations

GIVEN = frozenset(
    "Aaron Abdul Abdullah Abigail Adam Adrian Adriana Ahmed Aisha Alan Albert Alberto Alejandro Alex Alexander "
    "Alexandra Alfred Ali Alice Alicia Alison Allan Allen Amanda Amber Amir Amy Ana Andrea Andreas Andrei Andrew "
    "Andy Angela Angelina Ann Anna Anne Annette Annie Anthony Antoine Antonio Arthur Ashley Astrid Barack Barbara "
    "Barry Beatrice Becky Ben Benedict Benjamin Bernard Bernie Beth Bill Billy Bob Bobby Boris Brad Bradley Brandon "
    "Brenda Brian Bruce Bruno Bryan Caitlin Camilla Carl Carla Carlo Carlos Carmen Carol Caroline Catherine Cathy "
    "Cecilia Chad Charles Charlie Charlotte Chelsea Cheryl Chloe Chris Christian Christina Christine Christopher "
    "Claire Clara Claudia Clive Colin Connor Craig Cristina Cynthia Dan Daniel Daniela Danielle Danny Darren Dave "
    "David Dean Debbie Deborah Denis Dennis Derek Diana Diane Diego Dmitri Dominic Don Donald Donna Dorothy Doug "
    "Douglas Duncan Dylan Ed Eddie Edward Eileen Elaine Eleanor Elena Elisabeth Elizabeth Ella Ellen Emily Emma "
    "Emmanuel Enrique Eric Erik Erin Ethan Eugene Eva Evan Evelyn Fatima Felix Fernando Fiona Florian Frances "
    "Francesca Francesco Francis Francisco Francois François Frank Franz Fred Frederick Gabriel Gareth Gary Gavin "
    "Geoff Geoffrey George Georgia Gerald Gerard Gianni Gina Giorgia Giorgio Giovanni Giulia Giuseppe Gloria Gordon "
    "Grace Graham Greg Gregory Guido Hannah Hans Harold Harriet Harry Hassan Heather Hector Heidi Heinrich Helen "
    "Helena Helmut Henrik Henry Herbert Hillary Holly Howard Hugh Hugo Hussein Ian Ibrahim Ignacio Igor Imran Ines "
    "Inés Ingrid Irene Iris Isaac Isabel Isabelle Ivan Jack Jackie Jacob Jacques Jake James Jamie Jan Jane Janet "
    "Janice Jason Javier Jay Jean Jeff Jeffrey Jennifer Jenny Jeremy Jerry Jesse Jessica Jesus Jim Jimmy Jo Joan "
    "Joanna Joanne Joe Joel Joerg Johan Johann John Johnny Jon Jonas Jonathan Jordan Jorge Jose José Josef Joseph "
    "Josh Joshua Joy Joyce Juan Juana Judith Judy Julia Julian Julie Jürgen Justin Kamala Karen Karin Karl Kate "
    "Katherine Kathleen Kathryn Kathy Katie Katrina Keith Kelly Ken Kenneth Kerry Kevin Kim Kirsten Kirsty Klaus "
    "Kristen Kyle Larry Laura Lauren Laurent Lawrence Leah Lee Lena Leo Leon Leonard Leonardo Leslie Lewis Liam "
    "Lillian Linda Lindsay Lindsey Lionel Lisa Liz Lorenzo Louis Louise Luca Lucas Lucia Lucy Luigi Luis Luisa Luke "
    "Lupita Lynn Madeleine Maggie Malcolm Manuel Marc Marcel Marco Marcus Margaret Margot Maria María Marie Marilyn "
    "Marina Mario Marion Mark Marta Martha Martin Martina Mary Mateo Matt Matteo Matthew Maureen Max Maxim Megan "
    "Melania Melanie Melissa Michael Michel Michelle Miguel Mike Mitch Mo Mohamed Mohammad Mohammed Molly Monica "
    "Monika Morgan Muhammad Nadia Nancy Naomi Natalia Natalie Natasha Nathan Neil Nelson Niall Nicholas Nick Nicola "
    "Nicolas Nicole Nigel Nikki Nina Noah Noel Nora Norman Oleg Olga Oliver Olivia Omar Oscar Oskar Otto Owen Pablo "
    "Pamela Paolo Pat Patricia Patrick Paul Paula Pauline Pedro Penelope Penny Peter Petra Phil Philip Philippe "
    "Phillip Pierre Pietro Rachel Rafael Ralph Ramon Raul Ray Raymond Rebecca Rex Ricardo Richard Rick Rita Rob "
    "Robert Roberta Roberto Robin Rodrigo Roger Roland Roman Ron Ronald Rory Rosa Rose Ross Roy Russell Ruth Ryan "
    "Sally Salvatore Sam Samantha Samuel Sandra Sara Sarah Scott Sean Sebastian Sergei Sergio Shane Shannon Sharon "
    "Shaun Sheila Shirley Simon Simone Sofia Sonia Sophia Sophie Stacey Stanley Stefan Stella Stephanie Stephen "
    "Steve Steven Stewart Stuart Sue Susan Suzanne Sven Sylvia Tamara Tania Tanya Tara Ted Teresa Terry Theresa "
    "Thomas Tim Timothy Tina Toby Todd Tom Tommy Tony Tracey Tracy Trevor Ulrich Ursula Valentina Valerie Vanessa "
    "Vera Victor Victoria Vince Vincent Viktor Virginia Vladimir Volodymyr Walter Warren Wayne Wendy Werner Wilhelm "
    "Will William Wolfgang Xavier Xi Yasmin Yuri Yusuf Yvonne Zac Zachary Zara Zoe".split()
)
"""Given names that papers print most."""

FEMALE = frozenset(
    "Abigail Adriana Aisha Alexandra Alice Alicia Alison Amanda Amber Amy Ana Andrea Angela Angelina Ann Anna Anne "
    "Annette Annie Astrid Barbara Beatrice Becky Beth Brenda Caitlin Camilla Carla Carmen Carol Caroline Catherine "
    "Cathy Cecilia Charlotte Chelsea Cheryl Chloe Christina Christine Claire Clara Claudia Cristina Cynthia Daniela "
    "Danielle Debbie Deborah Diana Diane Donna Dorothy Eileen Elaine Eleanor Elena Elisabeth Elizabeth Ella Ellen "
    "Emily Emma Erin Eva Evelyn Fatima Fiona Frances Francesca Georgia Gina Giorgia Giulia Gloria Grace Hannah "
    "Harriet Heather Heidi Helen Helena Hillary Holly Ines Inés Ingrid Irene Iris Isabel Isabelle Jackie Jane Janet "
    "Janice Jennifer Jenny Jessica Joan Joanna Joanne Joyce Juana Judith Judy Julia Julie Kamala Karen Karin Kate "
    "Katherine Kathleen Kathryn Kathy Katie Katrina Kirsten Kirsty Kristen Laura Lauren Leah Lena Lillian Linda "
    "Lindsay Lindsey Lisa Liz Louise Lucia Lucy Luisa Lupita Madeleine Maggie Margaret Margot Maria María Marie "
    "Marilyn Marina Marion Marta Martha Martina Mary Maureen Megan Melania Melanie Melissa Michelle Molly Monica "
    "Monika Nadia Nancy Naomi Natalia Natalie Natasha Nicola Nicole Nina Nora Olga Olivia Pamela Patricia Paula "
    "Pauline Penelope Penny Petra Rachel Rebecca Rita Roberta Rosa Rose Ruth Sally Samantha Sandra Sara Sarah "
    "Shannon Sharon Sheila Shirley Sofia Sonia Sophia Sophie Stacey Stella Stephanie Sue Susan Suzanne Sylvia Tamara "
    "Tania Tanya Tara Teresa Theresa Tina Tracey Tracy Ursula Valentina Valerie Vanessa Vera Victoria Virginia Wendy "
    "Yasmin Yvonne Zara Zoe".split()
)
"""Those of them that women bear."""

EITHER = frozenset(
    "Alex Andrea Ashley Chris Jamie Jan Jean Jo Jordan Kelly Kerry Kim Lee Leslie Lynn Morgan Pat Robin Sam Terry Xi".split()
)
"""Those that tell nothing about "he" or "she"."""

TITLES_OF_MEN = frozenset("Mr Sir Lord King Prince Herr Monsieur Señor Don Signor Senhor Father Brother Duke".split())
TITLES_OF_WOMEN = frozenset(
    "Mrs Ms Miss Lady Dame Queen Princess Frau Madame Señora Signora Senhora Sister Duchess Mme".split()
)
TITLES = (
    TITLES_OF_MEN
    | TITLES_OF_WOMEN
    | frozenset(
        "Dr Prof Professor President Prime Vice Detective Inspector Sergeant Sgt Judge Sheriff Superintendent Supt "
        "Captain Capt Senator Sen Rep Gov Governor Minister Secretary Officer Mayor Councillor Cllr Chancellor "
        "Premier General Gen Colonel Col Lieutenant Lt Major Maj Rev Reverend Bishop Archbishop Pope Constable PC "
        "Congressman Congresswoman Ambassador Justice Coach Commissioner Chief Cardinal Manager Head Striker "
        "Midfielder Defender Goalkeeper Chairman Chairwoman Director Spokesman Spokeswoman Teacher Engineer Attorney "
        "Corporal Cpl Pte Baroness Baron Count Imam Rabbi Sheikh Sheik Deputy Dc Det".split()
    )
)
"""Titles before a person's name; a stop behind them is left out."""

INSTITUTION = frozenset(
    "Club Police University College School Council Court Street City County State States Cup League Party Company "
    "News Post Times Mail Today House Office Hospital Centre Center Service Services Department War Road Park "
    "Association Institute Group Foundation Bowl Airport Facebook Twitter Instagram Agency Bank Board Bureau Church "
    "Commission Committee Congress Corporation Corp Department Federation Force Forces Government Guard Inc "
    "Industries International Journal Ltd Magazine Ministry Museum Navy Army Network Organization Organisation "
    "Parliament Press Radio Review Senate Society Stadium Station Studios Team Theatre Theater Tower Trust TV Union "
    "United Verein Voice Zeitung Assembly Authority Awards Festival Games Championship Championships Open Bay Lake "
    "River Mountain Island Islands Beach Bridge Avenue Square Hotel Prison Dam Valley Coast Harbor Harbour Castle "
    "Abbey Crown Act Bill Law Show Week Day Night Week Month Year World Series Division Conference Summit Treaty "
    "Fund Airlines Airways Records Pictures Films Film Book Hall Palace Gallery Academy Zoo Hills Heights Springs "
    "Falls Province Region District Borough Village Town Reuters Vatican MailOnline CNN BBC Pentagon Kremlin "
    "Interpol Apple Google Microsoft Amazon Tesla Boeing Airbus Samsung Sony Netflix YouTube Guardian Telegraph "
    "Independent Mirror Sun Express Bloomberg Politico Xinhua Affairs Online Tribune Observer Herald Globe Gazette "
    "Chronicle Sky Fox ITV Nokia Toyota Ford Nissan Volkswagen BMW Siemens Nintendo Ofsted Ofcom Tesco Sainsbury "
    "Asda Walmart Starbucks Nasa Fifa Uefa Unicef Nato Labour Conservatives Republicans Democrats Republican "
    "Democrat Democratic Liberal Green Tory Tories Democrats".split()
)
"""Last words of names that are no person's."""

LAND = frozenset(
    "Afghanistan Albania Algeria America Angola Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh "
    "Belarus Belgium Bolivia Bosnia Brazil Britain Bulgaria Burma Cambodia Cameroon Canada Chad Chile China Colombia "
    "Congo Croatia Cuba Cyprus Denmark Ecuador Egypt England Eritrea Estonia Ethiopia Europe Finland France Gaza "
    "Georgia Germany Ghana Greece Greenland Guatemala Guinea Haiti Honduras Hungary Iceland India Indonesia Iran "
    "Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Kosovo Kuwait Laos Latvia Lebanon Liberia Libya "
    "Lithuania Luxembourg Macedonia Malawi Malaysia Mali Malta Mexico Moldova Mongolia Montenegro Morocco Mozambique "
    "Myanmar Namibia Nepal Netherlands Nicaragua Niger Nigeria Norway Oman Pakistan Palestine Panama Paraguay Peru "
    "Philippines Poland Portugal Qatar Romania Russia Rwanda Scotland Senegal Serbia Singapore Slovakia Slovenia "
    "Somalia Spain Sudan Sweden Switzerland Syria Taiwan Tanzania Thailand Tunisia Turkey Uganda Ukraine Uruguay "
    "Venezuela Vietnam Wales Yemen Zambia Zimbabwe London Paris Berlin Madrid Rome Lisbon Amsterdam Brussels Vienna "
    "Athens Dublin Edinburgh Glasgow Manchester Liverpool Birmingham Leeds Moscow Kyiv Kiev Warsaw Prague Budapest "
    "Istanbul Ankara Beirut Damascus Baghdad Tehran Jerusalem Cairo Lagos Nairobi Johannesburg Beijing Shanghai "
    "Tokyo Seoul Delhi Mumbai Sydney Melbourne Brisbane Toronto Washington Chicago Boston Houston Dallas Miami "
    "Atlanta Seattle Denver Detroit Philadelphia California Texas Florida Alabama Alaska Arizona Arkansas Colorado "
    "Connecticut Delaware Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts "
    "Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee "
    "Utah Vermont Wisconsin Wyoming Bavaria Catalonia Lombardy Africa Asia Deutschland Österreich Schweiz Frankreich "
    "Italien Spanien Polen Russland Europa España Francia Alemania Italia Brasil México France Allemagne Espagne "
    "Italie Belgique Suisse Nederland België Duitsland Frankrijk München Köln Hamburg Wien Zürich Roma Milano Lisboa".split()
)
"""Countries, and the towns and states that papers name most."""
