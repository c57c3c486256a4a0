"""Articles written for these tests, with sentences that a publisher's summary might hold: half true, half with a slip.

For a true sentence the number is the block that supports it; None marks a planted error.
"""

from __future__ import annotations

DAM = (
    "The council of Harwell voted on Tuesday to tear down the Kestrel Dam after forty years of argument. The vote was 9 to 4.",
    "Engineers found cracks in the eastern wall last spring, and repairs would have cost 18 million pounds, said Priya Nair, "
    "the county's chief engineer. Taking the dam down will cost 6 million.",
    "Anglers had asked for the lake to stay. “We are losing our water,” said Tom Ashby, who has fished there since 1985.",
    "Salmon will reach the upper river for the first time in ninety years, the fisheries board expects. "
    "Two smaller weirs below the dam were opened in 2019, and sea trout came back within two seasons.",
    "Work begins in March and should end before the winter of 2027. The road over the dam closes on 1 April; buses to Melby will "
    "go by way of Stanton.",
    "The money comes from the council and from a national fund for rivers, in equal parts.",
)
DAM_SAID: tuple[tuple[str, int | None], ...] = (
    ("Harwell's council has voted 9 to 4 to remove the Kestrel Dam.", 0),
    ("Repairing the cracked dam would have cost £18 million.", 1),
    ("Removing it is expected to cost 6 million pounds.", 1),
    ("Salmon are expected to return to the upper river after ninety years.", 3),
    ("The road across the dam will close on 1 April.", 4),
    ("Harwell's council has voted 9 to 4 to keep the Kestrel Dam, overruling a court.", None),
    ("Repairing the cracked dam would have cost £28 million.", None),
    ("Tom Hadley, an angler, said people were losing their water.", None),
    ("The road across the dam will open on 1 April.", None),
    ("Work begins in May and should end in 2027.", None),
)

CLINIC = (
    "A clinic in Oslo has treated forty patients with a vaccine against hay fever that is taken as a tablet. After two summers, "
    "31 of them no longer needed other medicine.",
    "“I could sit in the garden again,” said Kari Lund, one of the patients. She had taken drops for eleven years.",
    "The study, led by Dr. Anders Vik of the university hospital, was published in May. It was paid for by the research council, "
    "not by a maker of drugs.",
    "Side effects were mild: nine patients reported an itching mouth, and one stopped the treatment because of a rash.",
    "The tablet is not approved yet. The agency for medicines will decide in the autumn, and a larger trial with 900 people in "
    "Norway and Denmark has begun.",
    "Hay fever costs the country an estimated 2.4 billion kroner a year in lost work, according to the institute of public health.",
)
CLINIC_SAID: tuple[tuple[str, int | None], ...] = (
    ("Of forty patients, 31 needed no other medicine after two summers.", 0),
    ("The study was led by Anders Vik of the university hospital.", 2),
    ("Nine patients reported an itching mouth as a side effect.", 3),
    ("A larger trial with 900 people has begun in Norway and Denmark.", 4),
    ("Lost work because of hay fever costs an estimated 2.4 billion kroner a year.", 5),
    ("Of forty patients, 13 needed no other medicine after two summers.", None),
    ("The study was led by Kari Lund of the university hospital.", None),
    ("The tablet is already approved by the agency for medicines.", None),
    ("A larger trial with 900 people has begun in Norway and Sweden.", None),
    ("Patients had to pay for the treatment themselves, and many could not afford it.", None),
)

LIGHTS = (
    "Melby switched off two thirds of its street lights on Monday night to save money. The town of 14,000 expects to save "
    "220,000 euros a year.",
    "Between midnight and five, only crossings and the station stay lit. Anybody can light a street for fifteen minutes by phone.",
    "The police had warned against it; in the first week, Inspector Rosa Brandt said, there were three burglaries, one fewer than "
    "in the week before.",
    "Astronomers are delighted. At the observatory on Gull Hill, eleven kilometers away, Mateo Ruiz counted twice as many stars as "
    "a year ago.",
    "The neighboring town of Stanton gave up a similar plan in 2022 after a cyclist was killed on an unlit road.",
    "Mayor Ellen Korte wants to report in June how it went. “If people are afraid, we will turn them on again,” she said.",
)
LIGHTS_SAID: tuple[tuple[str, int | None], ...] = (
    ("Melby has turned off two thirds of its street lights to save money.", 0),
    ("The town expects to save 220,000 euros a year.", 0),
    ("People can light a street for fifteen minutes with their phones.", 1),
    ("There were three burglaries in the first week, one fewer than the week before.", 2),
    ("Stanton dropped a similar plan in 2022 after a cyclist died on an unlit road.", 4),
    ("The town expects to save 320,000 euros a year.", None),
    ("There were three burglaries in the first week, one more than the week before.", None),
    ("Astronomer Mateo Ruiz counted half as many stars as the year before, and blamed the fog.", None),
    ("Melby dropped a similar plan in 2022 after a cyclist died on an unlit road.", None),
    ("Mayor Ellen Brandt will report on the results in June.", None),
)

FERRY = (
    "The harbor ferry will sail again on 4 May, two years after a fire in its engine room, the shipping line Norrvik said on Thursday.",
    "Ines Moreau, its captain since 1998, will be at the wheel. “We kept the crew together,” she said. Seven of nine sailors stayed.",
    "The new engine runs on methanol. It was built in Gdansk and cost 3.2 million euros, of which the city paid half.",
    "A crossing will cost 2 euros, as before; children under twelve travel free. The boat takes 94 passengers and twenty bicycles.",
    "The fire broke out on 17 February 2024 while the boat lay at the pier. Nobody was hurt. Investigators blamed a leaking pipe.",
    "Commuters have used a bus that takes fifty minutes; the ferry needs eleven. The bus line will end in June.",
)
FERRY_SAID: tuple[tuple[str, int | None], ...] = (
    ("The ferry returns on 4 May after a fire in the engine room two years ago.", 0),
    ("Ines Moreau, captain since 1998, will steer it.", 1),
    ("The methanol engine cost 3.2 million euros, and the city paid half.", 2),
    ("The boat carries 94 passengers and twenty bicycles.", 3),
    ("Nobody was hurt in the fire, which investigators blamed on a leaking pipe.", 4),
    ("The ferry returns on 14 May after a fire in the engine room two years ago.", None),
    ("The methanol engine was built in Hamburg and cost 3.2 million euros.", None),
    ("Several sailors were hurt in the fire, which investigators blamed on a leaking pipe.", None),
    ("Children under twelve pay half of the fare of 2 euros.", None),
    ("The bus line will start in June.", None),
)

PAIRS = ((DAM, DAM_SAID), (CLINIC, CLINIC_SAID), (LIGHTS, LIGHTS_SAID), (FERRY, FERRY_SAID))
