"""Articles written for this benchmark, with sentences as a publisher's machine might sum them up: half true, half with an error.

A number is the block that supports a sentence; None marks a planted error, and behind it stands of which kind. The sentences
were written before they were first measured; those of `tests/summaries/pairs.py` are the ones the rules were tried on.
"""

from __future__ import annotations

Claim = tuple[str, int | None, str]

RAILWAY = (
    "The regional assembly of Ostmark approved plans on Thursday to reopen the 43-kilometer railway line between Brenn and Altsee, "
    "which was closed in 1987 when the last paper mill in the valley shut down.",
    "Rebuilding the track and six stations will cost 212 million euros. Three quarters of the sum will be paid by the federal "
    "government; the rest falls to the region and to the towns along the line.",
    "“For forty years young people have left the valley because there was no way to get to work,” said Renate Vogl, the region's "
    "transport minister. “That ends now.”",
    "Not everybody is pleased. Farmers near Altsee fear that the line will cut through their pastures, and a citizens' group led by "
    "Thomas Egger has collected 3,800 signatures against the plan. He said that electric buses would be ready sooner and cheaper.",
    "Construction is to begin in spring 2028, and the first trains are expected to run in December 2031. Until then a bus will "
    "connect the two towns every half hour.",
    "A study by the University of Linden expects 5,200 passengers a day, twice as many as use the buses today.",
)
RAILWAY_SAID: tuple[Claim, ...] = (
    ("A disused railway between Brenn and Altsee is to be reopened after the regional assembly gave its approval.", 0, ""),
    ("The project is expected to cost €212 million, most of it paid by the federal government.", 1, ""),
    ("Transport minister Renate Vogl said the lack of transport had driven young people out of the valley.", 2, ""),
    ("Trains should be running by December 2031, with construction starting in spring 2028.", 4, ""),
    ("The line was shut in 1978 following the closure of a paper mill.", None, "number"),
    ("Thomas Egger, who leads a group in favor of the line, has collected 3,800 signatures.", None, "turned around"),
    ("According to Linden University, trains will carry 5,200 passengers a day, half as many as buses do now.", None, "number"),
    ("Altsee's mayor warned that ticket prices would double.", None, "invented"),
)  # fmt: skip

LIBRARY = (
    "Thieves stole 14 rare maps from the reading room of the Maritime Library in Porto Seco over the weekend, the police confirmed "
    "on Monday.",
    "The oldest of them, a chart of the Gulf of Guinea drawn in 1561 by Diogo Ferraz, is insured for 1.9 million dollars. The whole "
    "haul is put at about 4 million.",
    "Investigators believe that the thieves came in through a skylight on Saturday night, when the alarm was switched off for "
    "repairs. Nothing was damaged, and nobody was in the building.",
    "The library's director, Beatriz Nunes, said that she had asked the city for a new alarm three times since 2022. The city's "
    "cultural office rejected the accusation; the money had been granted last year, a spokesman said, but never been called for.",
    "Two men were seen near the building with a ladder. The police ask witnesses to call. Interpol has put the maps on its list of "
    "stolen works of art.",
    "The reading room stays closed until further notice. An exhibition about early charts that was to open on 9 June has been "
    "postponed to the autumn.",
)
LIBRARY_SAID: tuple[Claim, ...] = (
    ("Fourteen rare maps have been stolen from the Maritime Library in Porto Seco.", 0, ""),
    ("The haul, worth around $4 million, includes a chart from 1561 by Diogo Ferraz.", 1, ""),
    ("Police think the burglars entered through a skylight while the alarm was off for repairs.", 2, ""),
    ("An exhibition on early charts, due to open on 9 June, has been put off until the autumn.", 5, ""),
    ("The burglars got in through a skylight on Sunday night.", None, "day"),
    ("Director Beatriz Nunes said she had asked for a new alarm five times since 2022.", None, "number"),
    ("The city's cultural office accepted the blame for the missing alarm.", None, "turned around"),
    ("Two women with a ladder were seen near the building.", None, "somebody else"),
)

GLACIER = (
    "Scientists who drilled through the Harding glacier have found that it rests on mud and not, as was long believed, on rock. The "
    "discovery, published in the journal Polar Science, means that it could slide into the sea faster than models predict.",
    "A team of 22 researchers from Norway, Chile and New Zealand spent nine weeks on the ice. They melted a hole 640 meters deep "
    "with hot water and lowered a camera into it.",
    "“We expected to hit stone, and the drill just kept sinking,” said Ingrid Solberg, who led the expedition.",
    "If the glacier lost all of its ice, sea levels would rise by four centimeters. That will not happen in this century, Solberg "
    "said, but the front of the glacier may retreat by up to 12 kilometers before 2080.",
    "Peter Raukawa, a glaciologist in Wellington who was not involved, called the finding “a warning, not a verdict”. A single hole "
    "says little about a glacier as wide as Belgium, he said.",
    "A second expedition is planned for January 2028. It is to drill at four more places and has a budget of 7 million dollars.",
)
GLACIER_SAID: tuple[Claim, ...] = (
    ("Researchers discovered that the Harding glacier lies on mud rather than on rock, so it could move faster than thought.", 0, ""),
    ("The international team of 22 spent nine weeks drilling a hole 640 meters deep.", 1, ""),
    ("Independent expert Peter Raukawa cautioned that one hole says little about such a wide glacier.", 4, ""),
    ("Another expedition, with a budget of $7 million, is planned for January 2028.", 5, ""),
    ("Researchers discovered that the Harding glacier rests on rock, not on mud.", None, "turned around"),
    ("Losing all of its ice would raise sea levels by 40 centimeters.", None, "number"),
    ("The expedition was led by Peter Raukawa of Wellington.", None, "somebody else"),
    ("Scientists from Norway, Canada and New Zealand took part.", None, "somebody else"),
)  # fmt: skip

BANK = (
    "Shares of Meridian Bank fell by 11 percent on Wednesday after the lender reported a loss of 340 million pounds for the third "
    "quarter, its first since 2019.",
    "The bank blamed bad loans to builders of offices. It set aside 610 million pounds for loans that may never be repaid, three "
    "times as much as a year earlier.",
    "Chief executive Hannah Osei will forgo her bonus and stay until a successor has been found. “I take responsibility for this,” "
    "she told analysts.",
    "Meridian plans to cut 1,200 of its 19,000 jobs and to close 45 branches, mostly in the north. Unions called the plan a “slap in "
    "the face” and announced talks about strikes.",
    "The dividend for this year is canceled. Savers need not worry, the regulator said: the bank's reserves are well above what the "
    "law demands.",
    "Rival Castle Trust, which lends less to builders, raised its forecast for profit on the same day, and its shares rose by 4 "
    "percent.",
)
BANK_SAID: tuple[Claim, ...] = (
    ("Meridian Bank shares dropped 11% after it posted a quarterly loss of £340 million.", 0, ""),
    ("The bank put aside £610 million to cover bad loans, three times more than the year before.", 1, ""),
    ("Some 1,200 jobs will go and 45 branches will close, mainly in the north.", 3, ""),
    ("The regulator said the bank's reserves are well above legal requirements.", 4, ""),
    ("Meridian Bank reported a loss of £340 billion for the third quarter.", None, "number"),
    ("Chief executive Hannah Osei will keep her bonus.", None, "turned around"),
    ("Shares of Castle Trust fell by 4 percent on the same day.", None, "turned around"),
    ("Unions welcomed the plan to close branches.", None, "turned around"),
)

SCHOOL = (
    "From September on, pupils in the district of Larkhill may no longer bring telephones into the classroom. The school board voted "
    "6 to 1 for the ban on Tuesday evening, after a trial at two schools.",
    "During the trial, which lasted from January to May, teachers noted 38 percent fewer interruptions. Marks in mathematics "
    "improved slightly; those in languages did not change.",
    "Telephones are to be left in lockers at the entrance. Pupils who need one for medical reasons are exempt. For the lockers, the "
    "district will spend 90,000 dollars.",
    "The only vote against came from Marcus Bell, a father of three. “Children have to learn how to put a phone away themselves,” he "
    "said.",
    "Sofia Lindqvist, 16, who speaks for the pupils of Larkhill High, is in favor. “At lunch people talk to each other again,” she "
    "said.",
    "Parents who want to reach their children may call the school's office. The rule will be reviewed after one year.",
)
SCHOOL_SAID: tuple[Claim, ...] = (
    ("Larkhill's school board has voted to ban phones from classrooms from September.", 0, ""),
    ("A trial at two schools led to 38% fewer interruptions and slightly better marks in mathematics.", 1, ""),
    ("Students with medical needs will be exempt from the ban.", 2, ""),
    ("The rule is to be reviewed after a year.", 5, ""),
    ("The school board voted 6 to 1 against the ban.", None, "turned around"),
    ("Marks in languages improved during the trial as well.", None, "turned around"),
    ("Sofia Bell, 16, who speaks for the pupils, is in favor of the ban.", None, "somebody else"),
    ("Teachers who ignore the ban will be fined.", None, "invented"),
)

WHALES = (
    "A pod of 31 pilot whales stranded on a beach near Cape Torrin early on Sunday, and rescuers managed to bring 19 of them back into the sea before dusk.",
    "Volunteers formed chains to keep the animals wet with buckets and towels. “Some of us stood in the water for ten hours,” said Aroha Pene, who coordinates the marine rescue service.",
    "Why the whales came ashore is unclear. Pilot whales follow their leader, explained biologist Colin Marsh of the University of Tasman, and a single sick animal can draw a whole pod into shallow water.",
    "Twelve whales died. Their bodies will be buried in the dunes after samples have been taken, the department of conservation said.",
    "It was the third stranding on this coast since 2021; in the largest, 124 whales came ashore in November 2022.",
    "Drones will watch the bay for the next three days in case the rescued animals return. Bathing is forbidden until Thursday because the carcasses may attract sharks.",
)
WHALES_SAID: tuple[Claim, ...] = (
    ("More than half of the 31 pilot whales stranded near Cape Torrin were refloated.", 0, ""),
    ("Helpers kept the whales wet using towels and buckets, some standing in the water for ten hours.", 1, ""),
    ("According to biologist Colin Marsh, one ill whale may lead an entire pod into shallow water.", 2, ""),
    ("Swimming in the bay is banned until Thursday because of the risk of sharks.", 5, ""),
    ("It is the third mass stranding on the coast since 2021.", 4, ""),
    ("Nineteen whales died.", None, "number"),
    ("Scientists say that noise from ships caused the stranding.", None, "invented"),
    ("In the largest stranding, 124 whales came ashore in November 2021.", None, "number"),
    ("The bodies of the whales will be burned in the dunes.", None, "turned around"),
    ("Colin Marsh, who coordinates the marine rescue service, said some had stood in the water for ten hours.", None, "somebody else"),
)
STRIKE = (
    "Bus and tram drivers in Velmar will walk out for 48 hours from Friday at 4 a.m., the transport union ATU announced, after talks about pay broke down for the second time this month.",
    "The union demands 8.5 percent more for its 6,400 members. The city's transport company offered 5 percent in two steps and a single payment of 900 euros.",
    "“With prices as they are, that is a cut in real terms,” said the union's negotiator, Jan Koller. The company's head of personnel, Maria Sandu, called the demand “beyond what passengers can pay for”.",
    "Night buses and the airport line, which is run by another operator, are not affected. The underground will run every twelve minutes instead of every five.",
    "Mayor Piotr Hanak appealed to both sides to return to the table. Schools stay open; pupils who cannot get there will be excused.",
    "The last strike, in February 2023, lasted three days and ended with a raise of 6 percent. A survey found that 54 percent of passengers sympathize with the drivers.",
)
STRIKE_SAID: tuple[Claim, ...] = (
    ("Bus and tram drivers in Velmar will strike for two days starting Friday morning.", 0, ""),
    ("The union wants an 8.5% raise, while the company has offered 5% plus a one-off payment of €900.", 1, ""),
    ("Night buses and the airport line will keep running.", 3, ""),
    ("Mayor Piotr Hanak urged both parties to resume negotiations.", 4, ""),
    ("Just over half of passengers (54%) sympathize with the drivers, according to a survey.", 5, ""),
    ("The walkout will last 72 hours.", None, "number"),
    ("Maria Sandu, the union's negotiator, described the offer as a cut in real terms.", None, "somebody else"),
    ("Schools will be closed during the strike.", None, "turned around"),
    ("The airport line will not run during the strike.", None, "turned around"),
    ("The last strike ended without a raise.", None, "turned around"),
)
TELESCOPE = (
    "Astronomers using the Meridian telescope in Chile have detected water vapor in the atmosphere of Kestrel-9b, a planet 120 light years away that is about twice as heavy as Earth.",
    "The planet circles a red dwarf star once every 33 days, at a distance where water could be liquid. Its surface has never been seen.",
    "The team observed the planet eleven times between 2023 and 2025. The signal is strong enough that the chance of an error is less than one in 10,000, said the study's first author, Leila Farouk.",
    "Others urge caution. “Spots on the star can look much like water,” said Henrik Dahl, an astronomer in Uppsala. He wants to see the result confirmed by a space telescope.",
    "Time on such a telescope has been granted for next year. If the water is confirmed, Kestrel-9b would be the smallest planet on which it has been found.",
    "The work was paid for by the European Research Fund and appears in the journal Celestial Letters.",
)
TELESCOPE_SAID: tuple[Claim, ...] = (
    ("Water vapor has been found in the atmosphere of Kestrel-9b, a planet 120 light years from Earth.", 0, ""),
    ("The planet orbits its red dwarf every 33 days, in a zone where liquid water is possible.", 1, ""),
    ("Leila Farouk, the study's lead author, puts the chance of error at less than one in 10,000.", 2, ""),
    ("Henrik Dahl warned that spots on the star may resemble water.", 3, ""),
    ("If confirmed, it would be the smallest planet known to have water.", 4, ""),
    ("Kestrel-9b weighs half as much as Earth.", None, "number"),
    ("The planet was observed with a space telescope in Hawaii.", None, "somebody else"),
    ("Henrik Dahl, who led the study, is certain that the signal is water.", None, "somebody else"),
    ("It would be the largest planet on which water has been found.", None, "turned around"),
    ("The research was funded by NASA.", None, "somebody else"),
)
FLOOD = (
    "Heavy rain flooded large parts of the old town of Sarno Alto on Wednesday night. Within three hours 94 millimeters fell, as much as in a usual month.",
    "Firefighters brought 210 people to safety, most of them from cellars and ground floors. An 81-year-old man was found dead in his car; two people are still missing.",
    "The river Lenta rose to 5.2 meters, the highest level since 1966. A dike built after the flood of that year held, engineers said, otherwise the damage would have been far worse.",
    "Prime Minister Carla Ferri promised 30 million euros of immediate aid during a visit on Thursday. Residents booed her; many say that warnings came too late.",
    "The civil protection agency admitted that the warning by text message was sent only at 11:40 p.m., when the first streets were already under water. A technical fault was to blame, its director, Luca Amato, said.",
    "Drinking water has to be boiled until further notice. Schools and the railway station are closed; the hospital is working normally.",
)
FLOOD_SAID: tuple[Claim, ...] = (
    ("A month's worth of rain fell on Sarno Alto within three hours.", 0, ""),
    ("One elderly man died and two people are missing, while 210 were rescued.", 1, ""),
    ("The Lenta reached 5.2 meters, its highest level since 1966.", 2, ""),
    ("Prime Minister Carla Ferri has pledged €30 million in emergency aid.", 3, ""),
    ("Residents must boil their drinking water for now.", 5, ""),
    ("A dike built after the flood of 1966 broke.", None, "turned around"),
    ("Residents cheered Prime Minister Carla Ferri when she visited on Thursday.", None, "turned around"),
    ("The warning was sent at 10:40 p.m., according to the agency.", None, "number"),
    ("Luca Amato, the mayor, promised 30 million euros in aid.", None, "somebody else"),
    ("The hospital had to be evacuated.", None, "invented"),
)

CLAIMS = (
    (RAILWAY, RAILWAY_SAID),
    (LIBRARY, LIBRARY_SAID),
    (GLACIER, GLACIER_SAID),
    (BANK, BANK_SAID),
    (SCHOOL, SCHOOL_SAID),
)
"""Five articles with eight sentences each: twenty true ones, twenty planted errors."""

LATER_CLAIMS = (
    (WHALES, WHALES_SAID),
    (STRIKE, STRIKE_SAID),
    (TELESCOPE, TELESCOPE_SAID),
    (FLOOD, FLOOD_SAID),
)
"""Four more with ten each, written after the rules had been mended on the first forty."""
